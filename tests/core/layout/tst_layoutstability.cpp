// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <stop_token>

#include <QObject>
#include <QTest>

#include "Networks.h"
#include "core/layout/Layout.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

constexpr std::uint32_t kOld = 165; ///< people of the settled network

/// A settled network and room for `added` new people, who have no ties yet.
LayoutOptions settled(std::uint32_t added)
{
    const auto graph = networks::clustered(5, 30, 10, true);
    LayoutOptions options;
    options.initial = layoutNetwork(graph, {})->at;
    options.holds.assign(graph.vertexCount(), Hold::placed);
    options.initial.resize(graph.vertexCount() + added, Point{1e300, 0.0});
    options.holds.resize(graph.vertexCount() + added, Hold::unplaced);
    return options;
}

graph::GraphSnapshot withAdded(std::uint32_t added, const std::vector<networks::Edge>& ties)
{
    std::vector<networks::Edge> edges = networks::clustered(5, 30, 10, true).edges();
    edges.insert(edges.end(), ties.begin(), ties.end());
    return networks::of(kOld + added, edges);
}

void verifyOthersStay(const LayoutOptions& options, const Placement& placement, Hold hold)
{
    for (std::size_t v = 0; v < options.holds.size(); ++v) {
        if (options.holds[v] == hold)
            QVERIFY(placement.at[v] == options.initial[v]);
    }
}

} // namespace

class TestLayoutStability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedPerson_comesBesideTheirContactsAndNobodyMoves()
    {
        const LayoutOptions options = settled(1);
        const auto result = placeAdded(withAdded(1, {{kOld, 3}, {kOld, 7}, {kOld, 11}}), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::placed);
        Point middle;
        for (const std::uint32_t contact : {3U, 7U, 11U}) {
            middle.x += options.initial[contact].x / 3.0;
            middle.y += options.initial[contact].y / 3.0;
        }
        QVERIFY(networks::distance(result->at[kOld], middle) < 120.0);
        QVERIFY(networks::leastRoom(result->at) > 0.5);
    }

    void addedPersonWithOneContact_isNearThem()
    {
        const LayoutOptions options = settled(1);
        const auto result = placeAdded(withAdded(1, {{kOld, 20}}), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::placed);
        QVERIFY(networks::distance(result->at[kOld], result->at[20]) < 130.0);
    }

    void addedIsolate_joinsTheRow()
    {
        const LayoutOptions options = settled(1);
        const auto result = placeAdded(withAdded(1, {}), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::placed);
        double nearest = 1e9;
        for (std::uint32_t v = kOld - 10; v < kOld; ++v)
            nearest = std::min(nearest, networks::distance(result->at[kOld], result->at[v]));
        QVERIFY(nearest < 31.0);
        QVERIFY(networks::leastRoom(result->at) > 0.5);
        QCOMPARE(result->areas.back().people, 11U);
    }

    void addedPair_standsFree()
    {
        const LayoutOptions options = settled(2);
        const auto result = placeAdded(withAdded(2, {{kOld, kOld + 1}}), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::placed);
        QVERIFY(networks::leastRoom(result->at) > 0.5);
        QVERIFY(networks::distance(result->at[kOld], result->at[kOld + 1]) < 60.0);
    }

    void addedLargePiece_standsBesideTheRest()
    {
        const LayoutOptions options = settled(40);
        std::vector<networks::Edge> ties;
        for (std::uint32_t i = 1; i < 40; ++i)
            ties.push_back({kOld + i, kOld + i / 2});
        const auto result = placeAdded(withAdded(40, ties), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::placed);
        QVERIFY(networks::leastRoom(result->at) > 0.5);
    }

    void nobodyPlaced_isAFreshLayout()
    {
        const auto graph = networks::clustered(3, 20);
        QVERIFY(*placeAdded(graph, {}) == *layoutNetwork(graph, {}));
        LayoutOptions lost;
        lost.initial.assign(60, Point{std::numeric_limits<double>::quiet_NaN(), 0.0});
        lost.holds.assign(60, Hold::placed);
        QVERIFY(placeAdded(graph, lost)->at == layoutNetwork(graph, {})->at);
    }

    void onlyFirstPersonPlaced_othersGather()
    {
        LayoutOptions options;
        options.initial.assign(30, Point{});
        options.holds.assign(30, Hold::unplaced);
        options.initial[0] = {500.0, 500.0};
        options.holds[0] = Hold::placed;
        const auto result = placeAdded(networks::star(29), options);
        QVERIFY(result.has_value());
        QVERIFY(result->at[0] == options.initial[0]);
        QVERIFY(networks::leastRoom(result->at) > 0.5);
    }

    void freshLayout_leavesPinnedPeople()
    {
        LayoutOptions options = settled(0);
        options.holds.assign(kOld, Hold::placed);
        options.initial[4] = {-900.0, 350.5};
        for (const std::uint32_t v : {4U, 60U, 151U, kOld - 1})
            options.holds[v] = Hold::pinned;
        const auto result = layoutNetwork(withAdded(0, {}), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::pinned);
        QVERIFY(networks::isFinite(*result));
        QVERIFY(networks::leastRoom(result->at) > 0.0);
    }

    void tidyUp_movesLittleAndLeavesPinnedPeople()
    {
        LayoutOptions options = settled(0);
        options.holds[10] = Hold::pinned;
        options.holds[90] = Hold::pinned;
        // Somebody was dropped onto somebody else.
        options.initial[33] = options.initial[34];
        const auto result = tidyUp(withAdded(0, {}), options);
        QVERIFY(result.has_value());
        verifyOthersStay(options, *result, Hold::pinned);
        QVERIFY(networks::leastRoom(result->at) > 0.5);
        double moved = 0.0;
        for (std::uint32_t v = 0; v < 150; ++v)
            moved += networks::distance(result->at[v], options.initial[v]) / 150.0;
        QVERIFY2(moved < 0.05 * result->bounds.width, qPrintable(QString::number(moved)));
    }

    void tidyUp_isTheSameAtAnyThreadCount()
    {
        const LayoutOptions options = settled(1);
        const auto graph = withAdded(1, {{kOld, 3}, {kOld, 40}});
        QVERIFY(*tidyUp(graph, options) == *tidyUp(graph, options, RunContext({}, {}, 4)));
    }

    void tidyUp_putsADraggedIsolateBackIntoTheRow()
    {
        LayoutOptions options = settled(0);
        options.initial[kOld - 1] = {-5000.0, -5000.0};
        const Placement before = describe(withAdded(0, {}), options.initial);
        QVERIFY(before.areas.back().box.width < 400.0);
        const auto result = tidyUp(withAdded(0, {}), options);
        QVERIFY(result.has_value());
        QVERIFY(networks::distance(result->at[kOld - 1], result->at[kOld - 2]) < 200.0);
    }

    void cancelled_saysSo()
    {
        std::stop_source source;
        source.request_stop();
        const LayoutOptions options = settled(1);
        const auto graph = withAdded(1, {{kOld, 3}});
        QVERIFY(placeAdded(graph, options, RunContext(source.get_token())).error().code == ErrorCode::cancelled);
        QVERIFY(tidyUp(graph, options, RunContext(source.get_token())).error().code == ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLayoutStability)
#include "tst_layoutstability.moc"
