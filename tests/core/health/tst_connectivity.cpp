// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <QTest>

#include "../sna/DrawnGraphs.h"
#include "StageNetworks.h"
#include "core/health/Connectivity.h"

using namespace weavemap;
using namespace weavemap::test;
using health::Connectivity;
using health::ConnectivityInput;
using health::TieFigure;
using Marks = std::vector<std::uint8_t>;

namespace {

const RunContext kPlain;

/// A triangle 0 1 2 with a tail 2 - 3 - 4, and two without a tie.
GraphSnapshot tailed() { return undirected(7, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}}); }

Connectivity of(const ConnectivityInput& input, const health::TieFigureSet& wanted = health::everyTieFigure())
{
    return *health::connectivity(input, wanted, kPlain);
}

bool is(const health::HealthFigure& figure, double value, std::size_t n)
{
    return figure.value && near(*figure.value, value) && figure.n == n;
}

bool isAbsent(const health::HealthFigure& figure) { return !figure.value; }

} // namespace

class TestConnectivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figures_ofADrawnNetwork()
    {
        const GraphSnapshot g = tailed();
        const Connectivity c = of({g});
        QVERIFY(is(c[TieFigure::tiesPerMember], 10.0 / 7, 7));
        QVERIFY(is(c[TieFigure::density], 5.0 / 21, 7));
        QVERIFY(is(c[TieFigure::isolates], 2.0 / 7, 7));
        QVERIFY(is(c[TieFigure::pieces], 3, 7));
        QVERIFY(is(c[TieFigure::largestPiece], 5.0 / 7, 7));
        // Within two steps: 3, 3, 4, 4, 2 of six others each.
        QVERIFY(is(c[TieFigure::twoStepReach], 16.0 / 42, 7));
        QVERIFY(is(c[TieFigure::degreeCentralization], 11.0 / 30, 7));
        // Four pairs of 15 pass through 2, three through 3.
        QVERIFY(is(c[TieFigure::betweennessCentralization], (7 * 4.0 - 7) / 15 / 6, 7));
        QCOMPARE(c.betweennessBound, 0.0);
        QVERIFY(is(c[TieFigure::averagePath], 1.7, 5));
        QVERIFY(is(c[TieFigure::diameter], 3, 5));
        QVERIFY(is(c[TieFigure::transitivity], 0.5, 7));
        QVERIFY(is(c[TieFigure::openTriads], 3, 7));
        QVERIFY(is(c[TieFigure::cutPoints], 2, 7));
        QVERIFY(is(c[TieFigure::mostCutOff], 2, 7));
        QCOMPARE(c.cutPeople, (std::vector<health::CutPerson>{{2, 2}, {3, 1}}));
    }

    void whatIsNotKnown_isAbsent()
    {
        const GraphSnapshot g = tailed();
        const Connectivity c = of({g});
        for (const TieFigure figure : {TieFigure::coverage, TieFigure::isolatesHeard, TieFigure::isolatesNotHeard,
                                       TieFigure::reciprocity, TieFigure::hubDependence, TieFigure::weaverHandOver})
            QVERIFY(isAbsent(c[figure]));
        QVERIFY(c.mixing.empty());
    }

    void isolates_areSplitByWhetherWeHeard()
    {
        const GraphSnapshot g = tailed();
        const Marks heard{1, 1, 1, 0, 0, 1, 0};
        ConnectivityInput input{g};
        input.heard = heard;
        const Connectivity c = of(input);
        QVERIFY(is(c[TieFigure::coverage], 4.0 / 7, 7));
        QVERIFY(is(c[TieFigure::isolatesHeard], 1.0 / 4, 4));
        QVERIFY(is(c[TieFigure::isolatesNotHeard], 1.0 / 3, 3));
        const Marks everybody(7, 1);
        input.heard = everybody;
        QVERIFY(is(of(input)[TieFigure::isolatesHeard], 2.0 / 7, 7));
        QVERIFY(isAbsent(of(input)[TieFigure::isolatesNotHeard]));
    }

    void reciprocity_isAmongThoseWhoCouldAnswer()
    {
        const GraphSnapshot g = tailed(), arcs = directed(7, {{0, 1}, {1, 0}, {1, 2}, {2, 3}});
        ConnectivityInput input{g};
        input.arcs = &arcs;
        QVERIFY(is(of(input)[TieFigure::reciprocity], 0.5, 4));
        const Marks answered{1, 1, 1, 0, 0, 0, 0};
        input.answered = answered;
        QVERIFY(is(of(input)[TieFigure::reciprocity], 2.0 / 3, 3));
        const Marks nobody(7, 0);
        input.answered = nobody;
        QVERIFY(isAbsent(of(input)[TieFigure::reciprocity]));
    }

    void mixing_standsBesideChance()
    {
        const GraphSnapshot g = tailed();
        const std::vector<sna::NodeAttribute> groups{{"region", {"a", "a", "a", "b", "b", "b", "b"}, {}},
                                                     {"role", {"x", "", "y", "y", "", "", ""}, {}},
                                                     {"empty", std::vector<std::string>(7), {}}};
        ConnectivityInput input{g};
        input.groups = groups;
        const Connectivity c = of(input);
        QCOMPARE(c.mixing.size(), std::size_t{3});
        QCOMPARE(c.mixing[0].attribute, std::string("region"));
        QVERIFY(is(c.mixing[0].index, -0.6, 5));
        QVERIFY(is(c.mixing[0].expected, 1.0 / 7, 7));
        QVERIFY(is(c.mixing[0].difference, -0.6 - 1.0 / 7, 5));
        // 0-2 crosses, 2-3 does not; of three pairs of three people two would.
        QVERIFY(is(c.mixing[1].index, 0.0, 2));
        QVERIFY(is(c.mixing[1].expected, 1.0 / 3, 3));
        QVERIFY(isAbsent(c.mixing[2].index) && isAbsent(c.mixing[2].expected) && isAbsent(c.mixing[2].difference));
    }

    void staff_areBesideTheMembers()
    {
        // 0 - 1, and a staff person between 0, 1 and 2.
        const GraphSnapshot members = undirected(3, {{0, 1}});
        const sna::StaffNetwork staffed{undirected(4, {{1, 2}, {0, 1}, {0, 2}, {0, 3}}), {1, 0, 0, 0}};
        ConnectivityInput input{members};
        input.withStaff = &staffed;
        QVERIFY(is(of(input)[TieFigure::hubDependence], 2.0 / 3, 3));
        // With staff and without: the same figures of the other network.
        QCOMPARE(*of({staffed.snapshot})[TieFigure::largestPiece].value, 1.0);
        QVERIFY(near(*of(input)[TieFigure::largestPiece].value, 2.0 / 3));
    }

    void handOver_isOverTiesWhoseMakerIsKnown()
    {
        const GraphSnapshot g = tailed();
        ConnectivityInput input{g};
        input.newTies = health::NewTies{3, 9, 20};
        QVERIFY(is(of(input)[TieFigure::weaverHandOver], 0.25, 12));
        input.newTies = health::NewTies{0, 0, 20};
        QVERIFY(isAbsent(of(input)[TieFigure::weaverHandOver]));
    }

    void nobodyOnePersonAndTwo_areNoAccident()
    {
        const GraphSnapshot nobody = path(0), one = path(1), two = path(2);
        const Connectivity none = of({nobody});
        for (const TieFigure figure : {TieFigure::tiesPerMember, TieFigure::density, TieFigure::isolates,
                                       TieFigure::largestPiece, TieFigure::twoStepReach, TieFigure::transitivity,
                                       TieFigure::averagePath, TieFigure::degreeCentralization})
            QVERIFY(isAbsent(none[figure]));
        QVERIFY(is(of({one})[TieFigure::isolates], 1.0, 1));
        QVERIFY(isAbsent(of({one})[TieFigure::density]) && isAbsent(of({one})[TieFigure::averagePath]));
        QVERIFY(is(of({two})[TieFigure::density], 1.0, 2));
        QVERIFY(is(of({two})[TieFigure::averagePath], 1.0, 2));
        QVERIFY(isAbsent(of({two})[TieFigure::betweennessCentralization]));
    }

    void wanted_leavesTheOthersOut()
    {
        const GraphSnapshot g = tailed();
        health::TieFigureSet one;
        one.set(static_cast<std::size_t>(TieFigure::largestPiece));
        const Connectivity c = of({g}, one);
        for (std::size_t i = 0; i < health::kTieFigures; ++i)
            QCOMPARE(c.figures[i].value.has_value(), one.test(i));
        const Connectivity light = of({g}, health::lightTieFigures());
        QVERIFY(isAbsent(light[TieFigure::averagePath]) && isAbsent(light[TieFigure::betweennessCentralization]));
        QVERIFY(light[TieFigure::twoStepReach].value && light[TieFigure::cutPoints].value);
    }

    void directionsThreadsAndOrder_makeNoDifference()
    {
        const GraphSnapshot g = stageNetwork(Shape::multiHub, 80, 3).graph;
        const GraphSnapshot arcs = directed(80, g.edges());
        const auto order = shuffled(5, 80);
        std::vector<Edge> moved;
        for (const Edge& e : g.edges())
            moved.push_back({order[e.source], order[e.target]});
        const GraphSnapshot relabelled = undirected(80, moved);
        const Connectivity c = of({g});
        const auto threads = health::connectivity({g}, health::everyTieFigure(), kPlain.withThreads(4));
        for (std::size_t i = 0; i < health::kTieFigures; ++i) {
            QCOMPARE(of({arcs}).figures[i], c.figures[i]);
            QCOMPARE(threads->figures[i], c.figures[i]);
            const auto other = of({relabelled}).figures[i];
            QVERIFY(other.value.has_value() == c.figures[i].value.has_value());
            QVERIFY(!other.value || near(*other.value, *c.figures[i].value));
        }
    }

    void codes_areDifferent()
    {
        std::set<std::string_view> codes;
        for (std::size_t i = 0; i < health::kTieFigures; ++i)
            codes.insert(health::codeOf(static_cast<TieFigure>(i)));
        QCOMPARE(codes.size(), health::kTieFigures);
        QCOMPARE(std::string(health::codeOf(TieFigure::weaverHandOver)), std::string("weaver_hand_over"));
    }

    void cancel_isAnError()
    {
        std::stop_source stop;
        stop.request_stop();
        const GraphSnapshot g = tailed();
        QCOMPARE(health::connectivity({g}, health::everyTieFigure(), RunContext(stop.get_token())).error().code,
                 ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestConnectivity)
#include "tst_connectivity.moc"
