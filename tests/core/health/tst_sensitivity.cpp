// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include <QTest>

#include "../sna/DrawnGraphs.h"
#include "StageNetworks.h"
#include "core/health/Sensitivity.h"

using namespace weavemap;
using namespace weavemap::test;
using health::Connectivity;
using health::ConnectivityInput;
using health::Sensitivity;
using health::SensitivityOptions;
using health::TieFigure;

namespace {

const RunContext kPlain;

Connectivity figuresOf(const ConnectivityInput& input)
{
    return *health::connectivity(input, health::everyTieFigure(), kPlain);
}

Sensitivity of(const ConnectivityInput& input, const SensitivityOptions& options = {})
{
    return *health::sensitivity(input, figuresOf(input), options, kPlain);
}

/// 40 people, 100 ties by lot.
GraphSnapshot hundredTies()
{
    std::vector<Edge> edges;
    GraphSnapshot g;
    for (std::uint64_t seed = 1; g.edgeCount() < 100; ++seed) {
        edges.push_back(randomEdges(seed, 40, 1, Weights::ones)[0]);
        g = undirected(40, edges);
    }
    return g;
}

} // namespace

class TestSensitivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTwentiethOfTheTies_isTakenOutOrPutIn()
    {
        const GraphSnapshot g = hundredTies();
        const Sensitivity s = of({g});
        // Five ties of a hundred, both ways: ten ends of 40 people, five pairs of 780.
        QVERIFY(near(*s[TieFigure::tiesPerMember], 0.25));
        QVERIFY(near(*s[TieFigure::density], 5.0 / 780));
        QVERIFY(*s[TieFigure::twoStepReach] > 0.005 && *s[TieFigure::twoStepReach] < 0.25);
        QVERIFY(!s[TieFigure::reciprocity] && !s[TieFigure::hubDependence] && !s[TieFigure::coverage]);
        SensitivityOptions more;
        more.share = 0.2;
        QVERIFY(near(*of({g}, more)[TieFigure::tiesPerMember], 1.0));
    }

    void aFullNetwork_canOnlyLose()
    {
        const GraphSnapshot g = complete(10); // 45 ties, of which two go
        QVERIFY(near(*of({g})[TieFigure::density], 2.0 / 45));
        const GraphSnapshot none = undirected(10, {});
        QVERIFY(near(*of({none})[TieFigure::density], 0.0));
        const GraphSnapshot nobody = path(0);
        QVERIFY(!of({nobody})[TieFigure::density]);
    }

    void arcsStaffGroupsAndNewTies_areShakenToo()
    {
        const GraphSnapshot g = stageNetwork(Shape::multiHub, 80, 2).graph;
        const StaffedNetwork staffed = addStaff(g, 0.8, 1);
        const sna::StaffNetwork withStaff{staffed.graph, staffed.isStaff};
        std::vector<Edge> both = g.edges();
        for (const Edge& e : g.edges())
            if ((e.source + e.target) % 3 == 0)
                both.push_back({e.target, e.source});
        const GraphSnapshot arcs = directed(80, both);
        sna::NodeAttribute region{"region", {}, {}};
        for (int i = 0; i < 80; ++i)
            region.values.push_back(i % 3 == 0 ? "north" : "south");
        ConnectivityInput input{g};
        input.arcs = &arcs;
        input.withStaff = &withStaff;
        input.groups = {&region, 1};
        input.newTies = health::NewTies{20, 20, 5};
        const Sensitivity s = of(input);
        for (const TieFigure figure : {TieFigure::reciprocity, TieFigure::hubDependence, TieFigure::weaverHandOver})
            QVERIFY(s[figure] && *s[figure] > 0.0 && *s[figure] < 0.2);
        QVERIFY(s.mixing.size() == 1 && s.mixing[0] && *s.mixing[0] > 0.0 && *s.mixing[0] < 0.2);
    }

    /// Where staff stand among the members makes no difference to whose ties are shaken.
    void staff_mayStandAnywhere()
    {
        const GraphSnapshot members = stageNetwork(Shape::corePeriphery, 40, 4).graph;
        const StaffedNetwork last = addStaff(members, 0.8, 1);
        std::vector<Edge> edges;
        for (const Edge& e : last.graph.edges())
            edges.push_back({(e.source + 1) % 41, (e.target + 1) % 41});
        sna::StaffNetwork behind{last.graph, last.isStaff}, before{undirected(41, edges), {}};
        before.isStaff.assign(41, 0);
        before.isStaff[0] = 1;
        ConnectivityInput one{members}, other{members};
        one.withStaff = &behind;
        other.withStaff = &before;
        QCOMPARE(of(one)[TieFigure::hubDependence], of(other)[TieFigure::hubDependence]);
    }

    void aSeed_shakesTheSameWayAtAnyNumberOfThreads()
    {
        const GraphSnapshot g = stageNetwork(Shape::twoHalves, 80, 1).graph;
        const Connectivity itself = figuresOf({g});
        const auto one = health::sensitivity({g}, itself, {}, kPlain);
        const auto four = health::sensitivity({g}, itself, {}, kPlain.withThreads(4));
        QVERIFY(one->figures == four->figures);
        SensitivityOptions other;
        other.seed = 2;
        QVERIFY(health::sensitivity({g}, itself, other, kPlain)->figures != one->figures);
    }

    /// One tie more or less is no news, a quarter more is.
    void changes_areSaidBeyondItOnly()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const GraphSnapshot g = stageNetwork(Shape::corePeriphery, 80, seed).graph;
            const Connectivity before = figuresOf({g});
            const Sensitivity s = of({g});
            const auto changed = [&](std::size_t count, TieFigure figure) {
                std::vector<Edge> edges = g.edges();
                const auto further = randomEdges(seed + 50, 80, count, Weights::ones);
                edges.insert(edges.end(), further.begin(), further.end());
                const GraphSnapshot then = undirected(80, edges);
                return health::isChangeSaid(before[figure].value, figuresOf({then})[figure].value, s[figure],
                                            std::nullopt);
            };
            for (const TieFigure figure : {TieFigure::tiesPerMember, TieFigure::twoStepReach, TieFigure::averagePath,
                                           TieFigure::transitivity, TieFigure::degreeCentralization}) {
                QVERIFY(!changed(1, figure));
            }
            for (const TieFigure figure : {TieFigure::tiesPerMember, TieFigure::twoStepReach, TieFigure::averagePath})
                QVERIFY2(changed(60, figure), health::codeOf(figure).data());
        }
    }

    void isChangeSaid_needsBothAndMore()
    {
        using health::isChangeSaid;
        QVERIFY(isChangeSaid(0.5, 0.7, 0.1, std::nullopt));
        QVERIFY(isChangeSaid(0.7, 0.5, std::nullopt, 0.1));
        QVERIFY(!isChangeSaid(0.5, 0.7, 0.1, 0.3));
        QVERIFY(!isChangeSaid(0.5, 0.5, 0.0, 0.0));
        QVERIFY(!isChangeSaid(std::nullopt, 0.7, 0.1, 0.1));
        QVERIFY(!isChangeSaid(0.5, std::nullopt, 0.1, 0.1));
        QVERIFY(!isChangeSaid(0.5, 0.9, std::nullopt, std::nullopt));
    }

    void progress_isToldRunByRun()
    {
        const GraphSnapshot g = hundredTies();
        std::vector<double> told;
        const RunContext context({}, [&](double share) { told.push_back(share); });
        QVERIFY(health::sensitivity({g}, figuresOf({g}), {}, context));
        QCOMPARE(told.size(), std::size_t{20});
        QCOMPARE(told.back(), 1.0);
    }

    void cancelInTheMiddle_isAnError()
    {
        const GraphSnapshot g = hundredTies();
        std::stop_source stop;
        int runs = 0;
        const RunContext context(stop.get_token(), [&](double) {
            if (++runs == 3)
                stop.request_stop();
        });
        QCOMPARE(health::sensitivity({g}, figuresOf({g}), {}, context).error().code, ErrorCode::cancelled);
        QCOMPARE(runs, 3);
    }

    void aShareThatIsNone_isRefused()
    {
        const GraphSnapshot g = hundredTies();
        SensitivityOptions wrong;
        wrong.share = 1.5;
        QCOMPARE(health::sensitivity({g}, figuresOf({g}), wrong, kPlain).error().code, ErrorCode::invalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestSensitivity)
#include "tst_sensitivity.moc"
