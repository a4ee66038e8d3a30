// SPDX-License-Identifier: GPL-3.0-or-later
// What stays in each style: pins always, and everybody as far as the style lets them where somebody comes or goes.
#include <cmath>

#include <QObject>
#include <QTest>

#include "Styles.h"

using namespace weavemap;
using namespace weavemap::layout;
using namespace styles;

class TestLayoutStyleStability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinnedPeople_neverMove()
    {
        const auto graph = networks::clustered(4, 30, 6, true);
        for (const Style style : kStyles) {
            LayoutOptions options = styled(style, graph.vertexCount(), 30);
            const Placement before = laidOut(graph, options);
            options.initial = before.at;
            options.holds.assign(graph.vertexCount(), Hold::placed);
            options.initial[17] = {812.25, -90.5};
            for (const std::uint32_t v : {17U, 0U, 121U, 126U})
                options.holds[v] = Hold::pinned;
            std::vector<Placement> results{laidOut(graph, options)};
            results.push_back(*tidyUp(graph, options));
            options.holds[40] = Hold::unplaced;
            results.push_back(*placeAdded(graph, options));
            for (const Placement& placement : results) {
                QCOMPARE(placement.at.size(), before.at.size());
                for (const std::uint32_t v : {17U, 0U, 121U, 126U})
                    QVERIFY(placement.at[v] == options.initial[v]);
            }
            QVERIFY(networks::leastRoom(results[0].at) > 0.0);
        }
    }

    /// Places come from anywhere, in doubles: whoever need not move for a pin keeps each bit of theirs.
    void besideAPin_othersKeepTheirBits()
    {
        const auto graph = networks::clustered(4, 30, 6, true);
        for (const Style style : {Style::rings, Style::circle}) {
            LayoutOptions options = styled(style, graph.vertexCount(), 30);
            options.initial = laidOut(graph, options).at;
            for (Point& p : options.initial)
                p = {p.x + 1.0 / 3.0, p.y + 1.0 / 7.0};
            options.holds.assign(graph.vertexCount(), Hold::placed);
            options.holds[17] = Hold::pinned;
            options.holds[40] = Hold::unplaced; // so that others make room
            const auto result = placeAdded(graph, options);
            QVERIFY(result.has_value());
            for (std::uint32_t v = 120; v < graph.vertexCount(); ++v)
                QVERIFY2(result->at[v] == options.initial[v], "people in the rows, whom nobody came near to");
        }
    }

    void whoStands_staysWhenPutInOrderAgain()
    {
        const auto graph = networks::clustered(5, 30, 8, true);
        for (const Style style : {Style::rings, Style::circle}) {
            LayoutOptions options = styled(style, graph.vertexCount(), 30);
            options.initial = laidOut(graph, options).at;
            options.holds.assign(graph.vertexCount(), Hold::placed);
            QVERIFY(placeAdded(graph, options)->at == options.initial);
            QVERIFY(tidyUp(graph, options)->at == options.initial);
            // Dragged away, they come back, and nobody else goes.
            const Point home = options.initial[44];
            options.initial[44] = {home.x * 1.05, home.y * 1.05};
            const Placement tidy = *tidyUp(graph, options);
            for (std::uint32_t v = 0; v < 150; ++v)
                QVERIFY(networks::distance(tidy.at[v], v == 44 ? home : options.initial[v]) < 3.0);
        }
    }

    void addedPerson_standsInTheStyle()
    {
        const auto old = networks::clustered(5, 30);
        std::vector<networks::Edge> edges = old.edges();
        for (const std::uint32_t contact : {31U, 35U, 44U})
            edges.push_back({150, contact});
        const auto graph = networks::of(151, edges);
        for (const Style style : kStyles) {
            LayoutOptions options = styled(style, 150, 30);
            options.initial = laidOut(old, options).at;
            options.groups.push_back(2);
            options.initial.push_back({});
            options.holds.assign(150, Hold::placed);
            options.holds.push_back(Hold::unplaced);
            const auto result = placeAdded(graph, options);
            QVERIFY(result.has_value());
            QVERIFY(networks::leastRoom(result->at) > 0.5);
            double moved = 0.0;
            for (std::uint32_t v = 0; v < 150; ++v)
                moved += networks::distance(result->at[v], options.initial[v]) / 150.0;
            const bool makesRoom = style == Style::rings || style == Style::circle;
            QVERIFY2(makesRoom ? moved < 0.015 * result->bounds.width : moved == 0.0,
                     qPrintable(QStringLiteral("%1: %2").arg(static_cast<int>(style)).arg(moved)));
            if (style == Style::areas) {
                // With their own value, though all contacts have another.
                Point own;
                for (std::uint32_t v = 60; v < 90; ++v)
                    own = {own.x + result->at[v].x / 30.0, own.y + result->at[v].y / 30.0};
                for (std::uint32_t v = 30; v < 60; ++v)
                    QVERIFY(networks::distance(result->at[150], own) < networks::distance(result->at[v], own));
            }
            if (style == Style::rings) {
                const auto steps = stepsFrom(graph, 0);
                for (std::uint32_t v = 0; v < 150; ++v)
                    if (steps[v] == steps[150])
                        QVERIFY(std::abs(networks::distance(result->at[v], result->at[0]) -
                                         networks::distance(result->at[150], result->at[0])) < 0.1);
            }
        }
    }

    void aNewTie_bringsSomebodyToTheRightRing()
    {
        const auto old = networks::chain(12);
        LayoutOptions options = styled(Style::rings);
        options.initial = laidOut(old, options).at;
        options.holds.assign(12, Hold::placed);
        std::vector<networks::Edge> edges = old.edges();
        edges.push_back({0, 11});
        const auto result = placeAdded(networks::of(12, edges), options);
        QVERIFY(result.has_value());
        const auto reach = [&](std::uint32_t v) { return networks::distance(result->at[v], result->at[0]); };
        QVERIFY(std::abs(reach(11) - reach(1)) < 0.1);
        QVERIFY(std::abs(reach(10) - reach(2)) < 0.1);
        QVERIFY(result->at[0] == options.initial[0]);
    }
};

QTEST_GUILESS_MAIN(TestLayoutStyleStability)
#include "tst_layoutstylestability.moc"
