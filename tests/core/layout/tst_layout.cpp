// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <stop_token>

#include <QObject>
#include <QTest>

#include "Networks.h"
#include "core/layout/Layout.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

Placement laidOut(const graph::GraphSnapshot& graph, const LayoutOptions& options = {}, unsigned threads = 1)
{
    const auto result = layoutNetwork(graph, options, RunContext({}, {}, threads));
    return result ? *result : Placement{};
}

const Area* areaOf(const Placement& placement, Area::Kind kind)
{
    for (const Area& area : placement.areas) {
        if (area.kind == kind)
            return &area;
    }
    return nullptr;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobody_givesAnEmptyPlacement()
    {
        const auto result = layoutNetwork(networks::of(0, {}), {});
        QVERIFY(result.has_value());
        QVERIFY(result->at.empty());
        QVERIFY(result->areas.empty());
    }

    void onePerson_isAnIsolate()
    {
        const Placement placement = laidOut(networks::of(1, {}));
        QCOMPARE(placement.at.size(), std::size_t{1});
        QVERIFY(networks::isFinite(placement));
        QCOMPARE(placement.areas.size(), std::size_t{1});
        QVERIFY(placement.areas[0].kind == Area::Kind::isolates);
        QVERIFY(placement.bounds.contains(placement.areas[0].caption));
    }

    void twoPeople_standApart()
    {
        const Placement placement = laidOut(networks::chain(2));
        QVERIFY(networks::leastRoom(placement.at) > 5.0);
        QVERIFY(networks::distance(placement.at[0], placement.at[1]) < 100.0);
    }

    void sameSeed_givesTheSameBitsAtAnyThreadCount()
    {
        const auto graph = networks::clustered(40, 60, 50, true);
        for (const bool isGrouped : {false, true}) {
            LayoutOptions options;
            if (isGrouped) {
                for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
                    options.groups.push_back(static_cast<int>(v / 60));
            }
            const Placement one = laidOut(graph, options, 1);
            QVERIFY(!one.at.empty());
            QVERIFY(one == laidOut(graph, options, 1));
            QVERIFY(one == laidOut(graph, options, 2));
            QVERIFY(one == laidOut(graph, options, 5));
        }
    }

    void anotherSeed_givesAnotherPicture()
    {
        const auto graph = networks::clustered(4, 20);
        LayoutOptions other;
        other.seed = 2;
        QVERIFY(!(laidOut(graph) == laidOut(graph, other)));
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<int>("kind");
        const char* const names[] = {"clustered", "star", "chain", "grid", "dense", "many pieces"};
        for (int kind = 0; kind < 6; ++kind)
            QTest::newRow(names[kind]) << kind;
    }
    void nothingOverlaps()
    {
        QFETCH(int, kind);
        std::vector<networks::Edge> edges;
        graph::GraphSnapshot graph;
        if (kind == 0) {
            graph = networks::clustered(6, 40, 30, true);
        } else if (kind == 1) {
            graph = networks::star(300);
        } else if (kind == 2) {
            graph = networks::chain(200);
        } else if (kind == 3) {
            graph = networks::grid(20);
        } else if (kind == 4) {
            for (std::uint32_t a = 0; a < 80; ++a) {
                for (std::uint32_t b = 0; b < a; ++b)
                    edges.push_back({a, b});
            }
            graph = networks::of(80, edges);
        } else {
            for (std::uint32_t v = 0; v < 600; ++v) {
                if (v % 20 < v / 30)
                    edges.push_back({v, v + 1});
            }
            graph = networks::of(601, edges);
        }
        const Placement placement = laidOut(graph);
        QVERIFY(networks::isFinite(placement));
        QVERIFY2(networks::leastRoom(placement.at) > 0.5,
                 qPrintable(QString::number(networks::leastRoom(placement.at))));
        for (const Point& p : placement.at)
            QVERIFY(placement.bounds.contains(Rect{p.x - 9.0, p.y - 9.0, 18.0, 18.0}.grown(-0.01)));
        // Captions lie on nobody.
        for (const Area& area : placement.areas) {
            for (const Point& p : placement.at)
                QVERIFY(area.caption.isEmpty() || !area.caption.intersects(Disc{p.x, p.y, kDefaultRadius}));
        }
    }

    void largeDiscs_doNotOverlap()
    {
        const auto graph = networks::clustered(4, 30, 12, true);
        LayoutOptions options;
        options.radii.assign(graph.vertexCount(), 25.0);
        for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
            options.groups.push_back(static_cast<int>(v / 30));
        QVERIFY(networks::leastRoom(laidOut(graph, options).at, 25.0) > 0.0);
    }

    void smallPiecesAndIsolates_standInRowsWithCounts()
    {
        const auto graph = networks::clustered(5, 28, 9, true);
        const Placement placement = laidOut(graph);
        const Area* main = areaOf(placement, Area::Kind::mainPieces);
        const Area* small = areaOf(placement, Area::Kind::smallGroups);
        const Area* isolates = areaOf(placement, Area::Kind::isolates);
        QVERIFY(main && small && isolates);
        QCOMPARE(main->people, 140U);
        QCOMPARE(small->pieces, 2U);
        QCOMPARE(small->people, 5U);
        QCOMPARE(isolates->people, 9U);
        QVERIFY(small->box.bottom() < isolates->caption.y);
        QVERIFY(!small->box.intersects(isolates->box));
        // A row: the same height, equal distances.
        for (std::size_t v = 146; v < 154; ++v) {
            QCOMPARE(placement.at[v].y, placement.at[145].y);
            QVERIFY(std::abs(placement.at[v].x - placement.at[v - 1].x - 30.0) < 1e-9);
        }
        // Bottom right.
        QVERIFY(isolates->box.x > placement.bounds.x + 0.4 * placement.bounds.width);
        QVERIFY(isolates->box.bottom() > placement.bounds.y + 0.8 * placement.bounds.height);
    }

    void onlyIsolates_fillATidyBlock()
    {
        const Placement placement = laidOut(networks::of(100, {}));
        QCOMPARE(placement.areas.size(), std::size_t{1});
        QVERIFY(networks::leastRoom(placement.at) > 5.0);
        QVERIFY(placement.bounds.width < 700.0 && placement.bounds.height < 700.0);
    }

    void largePieces_arePackedSideBySide()
    {
        std::vector<networks::Edge> edges;
        for (std::uint32_t piece = 0; piece < 6; ++piece) {
            for (std::uint32_t i = 1; i < 30; ++i)
                edges.push_back({piece * 30 + i, piece * 30 + i / 2});
        }
        const Placement placement = laidOut(networks::of(180, edges));
        QCOMPARE(placement.areas.size(), std::size_t{1});
        QCOMPARE(placement.areas[0].pieces, 6U);
        QVERIFY(networks::leastRoom(placement.at) > 0.5);
        // Room is not wasted: the whole is less than four times what 180 people need.
        QVERIFY(placement.bounds.width * placement.bounds.height < 4.0 * 180.0 * 4600.0);
    }

    void groups_standApart()
    {
        const auto graph = networks::clustered(5, 30);
        LayoutOptions options;
        for (std::uint32_t v = 0; v < 150; ++v)
            options.groups.push_back(static_cast<int>(v / 30));
        const Placement placement = laidOut(graph, options);
        double across = 1e9;
        for (std::size_t a = 0; a < 150; ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                if (a / 30 != b / 30)
                    across = std::min(across, networks::distance(placement.at[a], placement.at[b]));
            }
        }
        QVERIFY2(across > 60.0, qPrintable(QString::number(across)));
        QVERIFY(placement.bounds.width < 1300.0 && placement.bounds.height < 1000.0);
        QVERIFY(placement.bounds.width > placement.bounds.height);
    }

    void grid_unfolds()
    {
        const Placement placement = laidOut(networks::grid(15));
        double longest = 0.0;
        for (std::uint32_t y = 0; y < 15; ++y) {
            for (std::uint32_t x = 0; x + 1 < 15; ++x)
                longest = std::max(longest, networks::distance(placement.at[y * 15 + x], placement.at[y * 15 + x + 1]));
        }
        const double corner = networks::distance(placement.at[0], placement.at[15 * 15 - 1]);
        QVERIFY(corner > 6.0 * longest);
    }

    void chain_endsAreFarthestApart()
    {
        const Placement placement = laidOut(networks::chain(40));
        const double ends = networks::distance(placement.at[0], placement.at[39]);
        for (std::uint32_t v = 1; v < 39; ++v)
            QVERIFY(networks::distance(placement.at[0], placement.at[v]) < ends);
    }

    void star_centreIsInTheMiddle()
    {
        const Placement placement = laidOut(networks::star(60));
        double x = 0.0, y = 0.0;
        for (std::uint32_t v = 1; v <= 60; ++v) {
            x += placement.at[v].x / 60.0;
            y += placement.at[v].y / 60.0;
        }
        QVERIFY(networks::distance(placement.at[0], {x, y}) < 0.15 * placement.bounds.width);
    }

    void directedGraph_isLaidOutAsUndirected()
    {
        const std::vector<networks::Edge> edges = {{0, 1}, {1, 2}, {2, 0}, {3, 2}, {4, 3}};
        const graph::GraphSnapshot directed(graph::GraphSnapshot::Direction::directed, 5, edges);
        QVERIFY(laidOut(directed) == laidOut(networks::of(5, edges)));
    }

    void cancelledRun_saysSo()
    {
        std::stop_source source;
        source.request_stop();
        const auto result = layoutNetwork(networks::clustered(10, 30), {}, RunContext(source.get_token()));
        QVERIFY(!result.has_value());
        QVERIFY(result.error().code == ErrorCode::cancelled);
    }

    void cancelFromAFrame_endsTheRun()
    {
        std::stop_source source;
        int frames = 0;
        const auto result =
            layoutNetwork(networks::clustered(30, 60), {}, RunContext(source.get_token()), [&](std::span<const Point>) {
                ++frames;
                source.request_stop();
            });
        QVERIFY(!result.has_value());
        QCOMPARE(frames, 1);
    }

    void progress_growsToOneInFewSteps()
    {
        std::vector<double> told;
        const RunContext context({}, [&](double done) { told.push_back(done); });
        QVERIFY(layoutNetwork(networks::clustered(20, 40, 5, true), {}, context).has_value());
        QVERIFY(told.size() >= 4 && told.size() <= 100);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), 1.0);
    }

    void wrongLengths_areRefused()
    {
        LayoutOptions options;
        options.groups.assign(3, 0);
        const auto result = layoutNetwork(networks::chain(5), options);
        QVERIFY(!result.has_value());
        QVERIFY(result.error().code == ErrorCode::invalidArgument);
        QCOMPARE(QString::fromStdString(result.error().args.at(0)), QStringLiteral("groups"));
    }

    void twentyThousand_endAndAreFinite()
    {
        const auto graph = networks::clustered(400, 50, 100, true);
        const auto result = layoutNetwork(graph, {}, RunContext({}, {}, 2));
        QVERIFY(result.has_value());
        QVERIFY(networks::isFinite(*result));
        QCOMPARE(result->at.size(), std::size_t{20105});
    }

    void hugeStar_ends() { QVERIFY(networks::isFinite(laidOut(networks::star(5000)))); }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
