// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <stop_token>
#include <utility>
#include <vector>

#include <QTest>

#include "Networks.h"
#include "core/layout/Layout.h"
#include "core/layout/Request.h"
#include "core/layout/Strays.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

/// Everybody where a fresh layout puts them.
LayoutOptions settled(const graph::GraphSnapshot& graph, std::vector<int> groups)
{
    LayoutOptions options;
    options.groups = std::move(groups);
    options.initial = layoutNetwork(graph, options)->at;
    options.holds.assign(graph.vertexCount(), Hold::placed);
    return options;
}

/// The person nearest to `v`.
std::uint32_t nearest(const std::vector<Point>& at, std::uint32_t v)
{
    std::uint32_t found = v == 0 ? 1 : 0;
    for (std::uint32_t other = 0; other < at.size(); ++other)
        if (other != v && networks::distance(at[other], at[v]) < networks::distance(at[found], at[v]))
            found = other;
    return found;
}

std::vector<int> inGroupsOf(std::uint32_t size, std::uint32_t people)
{
    std::vector<int> groups;
    for (std::uint32_t v = 0; v < people; ++v)
        groups.push_back(static_cast<int>(v / size));
    return groups;
}

} // namespace

class TestStrays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsDroppedIntoAnotherGroup_comesBack()
    {
        const auto graph = networks::clustered(4, 25);
        LayoutOptions options = settled(graph, inGroupsOf(25, 100));
        const Point home = options.initial[3];
        options.initial[3] = {options.initial[60].x + 9.0, options.initial[60].y};
        const auto tidy = tidyUp(graph, options);
        QCOMPARE(nearest(tidy->at, 3) / 25, 0U);
        QVERIFY(networks::distance(tidy->at[3], home) < networks::distance(tidy->at[3], options.initial[60]));
        // Nobody else has to go far for it.
        for (std::uint32_t v = 0; v < 100; ++v)
            QVERIFY(v == 3 || networks::distance(tidy->at[v], options.initial[v]) < 0.15 * tidy->bounds.width);
    }

    void whoIsDroppedFarFromTheirContacts_comesBackWithoutGroupsToo()
    {
        const auto graph = networks::clustered(4, 25);
        LayoutOptions options = settled(graph, {});
        options.initial[3] = {options.initial[60].x + 9.0, options.initial[60].y};
        const auto tidy = tidyUp(graph, options);
        QVERIFY(networks::distance(tidy->at[3], tidy->at[5]) < networks::distance(tidy->at[3], tidy->at[60]));
    }

    void somebodyFarOff_hidesNoStray()
    {
        const auto graph = networks::clustered(4, 25);
        LayoutOptions options = settled(graph, inGroupsOf(25, 100));
        options.initial[3] = {options.initial[60].x + 9.0, options.initial[60].y};
        options.initial[99] = {1e9, -1e9};
        options.holds[99] = Hold::pinned;
        const auto request = Request::of(graph, options);
        const std::vector<char> isSet(100, 1);
        QCOMPARE(strays(*request, options.initial, isSet, {}).value(), std::vector<std::uint32_t>{3});
    }

    void aSearchThatIsStopped_findsNobody()
    {
        const auto graph = networks::grid(40);
        const LayoutOptions options = settled(graph, std::vector<int>(1600, 0));
        const auto request = Request::of(graph, options);
        std::stop_source stop;
        stop.request_stop();
        const auto found = strays(*request, options.initial, std::vector<char>(1600, 1), RunContext(stop.get_token()));
        QVERIFY(!found && found.error().code == ErrorCode::cancelled);
    }

    void whoIsPinnedAmongStrangers_stays()
    {
        const auto graph = networks::clustered(4, 25);
        LayoutOptions options = settled(graph, inGroupsOf(25, 100));
        options.initial[3] = {options.initial[60].x + 9.0, options.initial[60].y};
        options.holds[3] = Hold::pinned;
        QVERIFY(tidyUp(graph, options)->at[3] == options.initial[3]);
    }

    void aSettledMap_hasNone()
    {
        const auto graph = networks::clustered(4, 25);
        for (const std::vector<int>& groups : {inGroupsOf(25, 100), std::vector<int>()}) {
            const LayoutOptions options = settled(graph, groups);
            const auto tidy = tidyUp(graph, options);
            double moved = 0.0;
            for (std::uint32_t v = 0; v < 100; ++v)
                moved = std::max(moved, networks::distance(tidy->at[v], options.initial[v]));
            QVERIFY2(moved < 0.1 * tidy->bounds.width, qPrintable(QString::number(moved)));
        }
    }
};

QTEST_GUILESS_MAIN(TestStrays)
#include "tst_strays.moc"
