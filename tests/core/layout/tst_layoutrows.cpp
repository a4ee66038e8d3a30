// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of small pieces and of people without a tie: found again from where everybody stands.
#include <cstdint>
#include <numeric>
#include <vector>

#include <QTest>

#include "Networks.h"
#include "core/layout/Layout.h"
#include "core/layout/Rows.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

/// A chain, with pairs and people without a tie beside it.
graph::GraphSnapshot chainWith(std::uint32_t chain, std::uint32_t pairs, std::uint32_t isolates)
{
    std::vector<graph::Edge> edges;
    for (std::uint32_t v = 1; v < chain; ++v)
        edges.push_back({v - 1, v});
    for (std::uint32_t p = 0; p < pairs; ++p)
        edges.push_back({chain + 2 * p, chain + 2 * p + 1});
    return networks::of(chain + 2 * pairs + isolates, edges);
}

bool holds(const Rect& box, const Point& at)
{
    return at.x >= box.x && at.x <= box.right() && at.y >= box.y && at.y <= box.bottom();
}

} // namespace

class TestLayoutRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Rows beside a long picture are drawn wider apart, and still are one area each.
    void wideRows_areOneArea_data()
    {
        QTest::addColumn<Style>("style");
        QTest::addColumn<std::uint32_t>("chain");
        QTest::newRow("circle") << Style::circle << 200U;
        QTest::newRow("distances") << Style::distances << 200U;
        QTest::newRow("rings") << Style::rings << 200U;
        QTest::newRow("rings, long") << Style::rings << 2000U;
        QTest::newRow("clusters") << Style::clusters << 60U;
    }
    void wideRows_areOneArea()
    {
        QFETCH(Style, style);
        QFETCH(std::uint32_t, chain);
        const auto graph = chainWith(chain, 30, 25);
        LayoutOptions options;
        options.style = style;
        if (style == Style::rings)
            options.centre = 0;
        const Placement laid = *layoutNetwork(graph, options);
        const Placement seen = describe(graph, laid.at);
        QCOMPARE(seen.areas.size(), std::size_t{3});
        for (const Area& area : seen.areas) {
            const bool isPairs = area.kind == Area::Kind::smallGroups;
            if (area.kind == Area::Kind::mainPieces)
                continue;
            for (std::uint32_t i = 0; i < (isPairs ? 60U : 25U); ++i)
                QVERIFY(holds(area.box, laid.at[chain + (isPairs ? 0U : 60U) + i]));
        }
    }

    void pitch_isTheCommonOne()
    {
        std::vector<Point> at;
        for (int i = 0; i < 24; ++i)
            at.push_back({61.5 * (i % 8), 61.5 * (i / 8)});
        std::vector<std::uint32_t> people(at.size());
        std::iota(people.begin(), people.end(), 0U);
        QCOMPARE(rowPitch(people, at).between, 61.5);
        at[3].x += 30.0; // dragged between two columns
        QCOMPARE(rowPitch(people, at).between, 61.5);
        at[5] = {1e300, 0.0};
        QCOMPARE(rowPitch(people, at).between, 61.5);
        QCOMPARE(rowPitch({}, {}).times, 0);
        const std::vector<std::uint32_t> one{0};
        QCOMPARE(rowPitch(one, at).between, kRowPitch);
    }

    void whoWasDraggedFarAway_isNotPartOfTheRows()
    {
        std::vector<Point> at;
        for (int i = 0; i < 9; ++i)
            at.push_back({40.0 * (i % 3), 40.0 * (i / 3)});
        at[8] = {3000.0, -800.0};
        std::vector<std::uint32_t> people(at.size());
        std::iota(people.begin(), people.end(), 0U);
        const std::vector<float> radii(at.size(), 9.0F);
        QVERIFY(clusterBox(people, at, radii).width < 200.0);
        // Of two people nobody knows which one was dragged: they are no row.
        const std::vector<std::uint32_t> two{0, 8};
        QVERIFY(clusterBox(two, at, radii).width < 100.0);
    }
};

QTEST_GUILESS_MAIN(TestLayoutRows)
#include "tst_layoutrows.moc"
