// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QObject>
#include <QTest>

#include "core/base/Random.h"
#include "core/layout/SpatialIndex.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

std::vector<Disc> scattered(std::size_t n)
{
    std::vector<Disc> discs;
    Random random(11);
    for (std::size_t i = 0; i < n; ++i)
        discs.push_back({random.unit() * 1000.0, random.unit() * random.unit() * 700.0, 2.0 + 12.0 * random.unit()});
    return discs;
}

} // namespace

class TestSpatialIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_findsNothing()
    {
        const SpatialIndex index;
        QVERIFY(!index.nearest({0.0, 0.0}, 100.0));
        QVERIFY(index.touching({-1e6, -1e6, 2e6, 2e6}).empty());
        QVERIFY(SpatialIndex(std::vector<Disc>{}).centresIn(Rect{0.0, 0.0, 1.0, 1.0}).empty());
    }

    void oneDisc_isHitWithinItsRadiusAndReach()
    {
        const SpatialIndex index({{10.0, 10.0, 5.0}});
        QCOMPARE(index.nearest({14.0, 10.0}).value_or(99U), 0U);
        QVERIFY(!index.nearest({16.0, 10.0}));
        QCOMPARE(index.nearest({16.0, 10.0}, 2.0).value_or(99U), 0U);
    }

    void nearest_agreesWithLookingAtAll()
    {
        const std::vector<Disc> discs = scattered(800);
        const SpatialIndex index(discs);
        Random random(3);
        for (int query = 0; query < 500; ++query) {
            const Point p{random.unit() * 1200.0 - 100.0, random.unit() * 900.0 - 100.0};
            double best = 1e18;
            for (const Disc& disc : discs) {
                const double centre = std::sqrt((disc.x - p.x) * (disc.x - p.x) + (disc.y - p.y) * (disc.y - p.y));
                best = std::min(best, std::max(centre - disc.radius, 0.0));
            }
            const auto found = index.nearest(p, 20.0);
            QCOMPARE(found.has_value(), best <= 20.0);
            if (found) {
                const Disc& disc = discs[*found];
                const double centre = std::sqrt((disc.x - p.x) * (disc.x - p.x) + (disc.y - p.y) * (disc.y - p.y));
                QVERIFY(std::abs(std::max(centre - disc.radius, 0.0) - best) < 1e-9);
            }
        }
    }

    void rectangle_agreesWithLookingAtAll()
    {
        const std::vector<Disc> discs = scattered(600);
        const SpatialIndex index(discs);
        const Rect rect{220.0, 90.0, 310.0, 150.0};
        std::vector<std::uint32_t> centres, touching;
        for (std::uint32_t i = 0; i < discs.size(); ++i) {
            if (rect.contains(Point{discs[i].x, discs[i].y}))
                centres.push_back(i);
            if (rect.intersects(discs[i]))
                touching.push_back(i);
        }
        QVERIFY(!centres.empty() && touching.size() > centres.size());
        QVERIFY(index.centresIn(rect) == centres);
        QVERIFY(index.touching(rect) == touching);
    }

    void lasso_takesWhatIsInside()
    {
        const SpatialIndex index({{10.0, 10.0, 3.0}, {50.0, 50.0, 3.0}, {90.0, 10.0, 3.0}});
        // A V: the middle point lies between its arms.
        const std::vector<Point> shape = {{0.0, 0.0},  {20.0, 0.0},  {50.0, 80.0},
                                          {80.0, 0.0}, {100.0, 0.0}, {50.0, 120.0}};
        QVERIFY(index.centresIn(shape) == (std::vector<std::uint32_t>{0, 2}));
        QVERIFY(index.centresIn(std::span<const Point>(shape).first(2)).empty());
    }

    void discsOnOneSpotOrLine_work()
    {
        QCOMPARE(SpatialIndex(std::vector<Disc>(50, Disc{5.0, 5.0, 2.0})).nearest({5.0, 5.0}).value_or(0U), 49U);
        std::vector<Disc> line;
        for (int i = 0; i < 1000; ++i)
            line.push_back({static_cast<double>(i) * 1e6, 0.0, 1.0});
        QCOMPARE(SpatialIndex(line).nearest({5e8, 0.5}).value_or(0U), 500U);
    }

    void unsoundDiscs_areNeverFound()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const SpatialIndex index(
            {{nan, 0.0, 1.0}, {0.0, 0.0, 1.0}, {0.0, std::numeric_limits<double>::infinity(), 1.0}});
        QVERIFY(index.touching({-10.0, -10.0, 20.0, 20.0}) == std::vector<std::uint32_t>{1});
        QVERIFY(!index.nearest({nan, nan}, 5.0));
    }
};

QTEST_GUILESS_MAIN(TestSpatialIndex)
#include "tst_spatialindex.moc"
