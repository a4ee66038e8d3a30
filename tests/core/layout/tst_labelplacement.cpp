// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QObject>
#include <QTest>

#include "core/base/Random.h"
#include "core/layout/LabelPlacement.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

struct Crowd
{
    std::vector<Disc> discs;
    std::vector<Label> labels;
};

Crowd crowd(std::size_t discs, std::size_t labels, double side, std::uint64_t seed)
{
    Crowd result;
    Random random(seed);
    for (std::size_t i = 0; i < discs; ++i) {
        result.discs.push_back({random.unit() * side, random.unit() * side, 3.0 + 8.0 * random.unit()});
        if (i < labels)
            result.labels.push_back({result.discs.back(), 40.0 + 60.0 * random.unit(), 14.0, random.unit()});
    }
    return result;
}

} // namespace

class TestLabelPlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLabels_givesNone() { QVERIFY(placeLabels({}, {}).empty()); }

    void loneLabel_standsToTheRight()
    {
        const Label label{{100.0, 50.0, 10.0}, 60.0, 12.0, 1.0};
        const auto placed = placeLabels({&label, 1}, {});
        QCOMPARE(placed.size(), std::size_t{1});
        QVERIFY(placed[0].spot == LabelSpot::right);
        QVERIFY((placed[0].box == Rect{114.0, 44.0, 60.0, 12.0}));
        QVERIFY(!placed[0].hasLeader());
    }

    void takenRight_goesLeft()
    {
        const Label label{{100.0, 50.0, 10.0}, 60.0, 12.0, 1.0};
        const Disc other{140.0, 50.0, 10.0};
        const auto placed = placeLabels({&label, 1}, {{}, {&other, 1}, {}});
        QCOMPARE(placed.size(), std::size_t{1});
        QVERIFY(placed[0].spot == LabelSpot::left);
    }

    void twoNames_neverReadAsOneLine()
    {
        // Close enough that the two would stand 2 units from each other at their sides.
        const std::vector<Disc> discs{{100.0, 50.0, 5.0}, {240.0, 50.0, 5.0}};
        const std::vector<Label> labels{{discs[0], 60.0, 12.0, 2.0}, {discs[1], 60.0, 12.0, 1.0}};
        const LabelOptions apart{4.0, 1.5, 1.0, 0.25};
        const std::vector<Disc> wall{{320.0, 50.0, 15.0}};
        std::vector<Disc> all = discs;
        all.insert(all.end(), wall.begin(), wall.end());
        const auto close = placeLabels(labels, {{}, all, {}});
        QCOMPARE(close.size(), std::size_t{2});
        QVERIFY(close[1].spot == LabelSpot::left);
        QVERIFY(close[1].box.x - close[0].box.right() < 12.0);
        const auto placed = placeLabels(labels, {{}, all, {}}, apart);
        QCOMPARE(placed.size(), std::size_t{2});
        QVERIFY(placed[1].spot == LabelSpot::below);
    }

    void aSpotNearerToAnother_comesLast()
    {
        const Label label{{100.0, 50.0, 10.0}, 60.0, 12.0, 1.0};
        // 2 units right of where the label would end, 4 from its own disc.
        const Disc other{186.0, 50.0, 10.0};
        const auto placed = placeLabels({&label, 1}, {{}, {&other, 1}, {}});
        QCOMPARE(placed.size(), std::size_t{1});
        QVERIFY(placed[0].spot == LabelSpot::left);
    }

    void namesOfARing_standOutward()
    {
        for (const Point way : {Point{0.0, 1.0}, Point{-3.0, 0.0}, Point{0.0, -0.1}, Point{1.0, 1.0}}) {
            Label label{{100.0, 50.0, 10.0}, 60.0, 12.0, 1.0};
            label.outward = way;
            const auto placed = placeLabels({&label, 1}, {});
            QCOMPARE(placed.size(), std::size_t{1});
            const Point middle{placed[0].box.x + 30.0 - 100.0, placed[0].box.y + 6.0 - 50.0};
            QVERIFY(middle.x * way.x + middle.y * way.y > 0.0);
        }
        // Where the whole outer side is taken, the label is left out rather than put inside.
        Label label{{100.0, 50.0, 10.0}, 60.0, 12.0, 1.0};
        label.outward = {0.0, 1.0};
        const Rect taken{-200.0, 52.0, 600.0, 200.0};
        QVERIFY(placeLabels({&label, 1}, {{}, {}, {&taken, 1}}).empty());
    }

    void rightEdge_isNeverCrossed()
    {
        const Label label{{190.0, 50.0, 5.0}, 60.0, 12.0, 1.0};
        const auto placed = placeLabels({&label, 1}, {{0.0, 0.0, 200.0, 100.0}, {}, {}});
        QCOMPARE(placed.size(), std::size_t{1});
        QVERIFY(placed[0].spot == LabelSpot::left);
    }

    void surroundedDisc_getsALeaderLine()
    {
        // A ring of obstacles close by leaves room only farther out.
        const Label label{{0.0, 0.0, 6.0}, 30.0, 10.0, 1.0};
        const std::vector<Rect> ring = {{-45.0, -20.0, 90.0, 11.0}, {-45.0, 9.0, 30.0, 11.0}, {15.0, 9.0, 30.0, 11.0},
                                        {-45.0, -9.0, 34.0, 18.0},  {11.0, -9.0, 34.0, 18.0}, {-12.0, 11.0, 3.0, 4.0}};
        const auto placed = placeLabels({&label, 1}, {{}, {}, ring});
        QCOMPARE(placed.size(), std::size_t{1});
        QVERIFY(placed[0].hasLeader());
        QVERIFY(placed[0].leaderFrom.y > 5.9 && placed[0].leaderTo.y >= 26.0);
    }

    void noRoomAnywhere_leavesItOut()
    {
        const Label label{{0.0, 0.0, 6.0}, 30.0, 10.0, 1.0};
        const Rect card{-200.0, -200.0, 400.0, 400.0};
        QVERIFY(placeLabels({&label, 1}, {{}, {}, {&card, 1}}).empty());
    }

    void importantOnes_comeFirst()
    {
        std::vector<Label> labels(2, Label{{50.0, 10.0, 4.0}, 60.0, 18.0, 1.0});
        labels[1].importance = 2.0;
        LabelOptions one;
        one.limit = 1;
        const auto placed = placeLabels(labels, {}, one);
        QCOMPARE(placed.size(), std::size_t{1});
        QCOMPARE(placed[0].label, std::size_t{1});
    }

    void crowd_labelsNeverOverlapAnything_data()
    {
        QTest::addColumn<double>("side");
        QTest::newRow("sparse") << 3000.0;
        QTest::newRow("dense") << 900.0;
        QTest::newRow("packed") << 400.0;
    }
    void crowd_labelsNeverOverlapAnything()
    {
        QFETCH(double, side);
        const Crowd all = crowd(500, 500, side, 4);
        const std::vector<Rect> cards = {{0.0, 0.0, 150.0, 100.0}, {side - 120.0, side - 80.0, 120.0, 80.0}};
        const Rect bounds{0.0, 0.0, side, side};
        const auto placed = placeLabels(all.labels, {bounds, all.discs, cards});
        QVERIFY(!placed.empty());
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const Rect& box = placed[i].box;
            QVERIFY(bounds.contains(box));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!box.intersects(placed[j].box));
            for (const Disc& disc : all.discs)
                QVERIFY(!box.intersects(disc));
            for (const Rect& card : cards)
                QVERIFY(!box.intersects(card));
        }
        if (side > 2000.0)
            QVERIFY(placed.size() > 400);
    }

    void tenThousandDiscs_placeAThousandLabelsTheSameEachTime()
    {
        const Crowd all = crowd(10000, 1000, 6000.0, 9);
        const LabelScene scene{{0.0, 0.0, 6000.0, 6000.0}, all.discs, {}};
        const auto first = placeLabels(all.labels, scene);
        const auto second = placeLabels(all.labels, scene);
        QVERIFY(first.size() > 300);
        QCOMPARE(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY(first[i].label == second[i].label && first[i].box == second[i].box);
    }

    void unsoundNumbers_areLeftOut()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<Label> labels = {{{nan, 0.0, 1.0}, 10.0, 10.0, 1.0},
                                           {{0.0, 0.0, 1.0}, std::numeric_limits<double>::infinity(), 10.0, 1.0},
                                           {{0.0, 0.0, 1.0}, 0.0, 10.0, 1.0},
                                           {{0.0, 0.0, 1.0}, 20.0, 10.0, 1.0}};
        const Disc lost{nan, nan, nan};
        const auto placed = placeLabels(labels, {{}, {&lost, 1}, {}});
        QCOMPARE(placed.size(), std::size_t{1});
        QCOMPARE(placed[0].label, std::size_t{3});
    }
};

QTEST_GUILESS_MAIN(TestLabelPlacement)
#include "tst_labelplacement.moc"
