// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"
#include "core/sna/Clustering.h"
#include "core/sna/CorePeriphery.h"
#include "core/sna/EiExpectation.h"
#include "core/sna/OpenTriads.h"
#include "core/sna/SmallWorld.h"
#include "core/sna/Topics.h"
#include "core/sna/TwoSteps.h"

using namespace weavemap;
using namespace weavemap::test;
using Values = std::vector<double>;
using Counts = std::vector<std::uint32_t>;

namespace {

const RunContext kPlain;

RunContext cancelledRun()
{
    std::stop_source stop;
    stop.request_stop();
    return RunContext(stop.get_token());
}

/// A ring in which everybody is tied to the `near` next ones on each side.
GraphSnapshot ring(std::uint32_t n, std::uint32_t near)
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 0; v < n; ++v)
        for (std::uint32_t step = 1; step <= near; ++step)
            edges.push_back({v, (v + step) % n});
    return undirected(n, edges);
}

/// A core of four who all know each other, each with two people who know nobody else.
GraphSnapshot coreAndRim()
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 0; v < 4; ++v) {
        for (std::uint32_t w = v + 1; w < 4; ++w)
            edges.push_back({v, w});
        edges.push_back({v, 4 + 2 * v});
        edges.push_back({v, 5 + 2 * v});
    }
    return undirected(12, edges);
}

/// Distances between all pairs by the plainest way there is (Floyd, Warshall).
std::vector<Counts> allDistances(const GraphSnapshot& g)
{
    const std::uint32_t n = g.vertexCount();
    std::vector<Counts> d(n, Counts(n, 1000000));
    for (std::uint32_t v = 0; v < n; ++v) {
        d[v][v] = 0;
        for (const std::uint32_t w : g.neighbours(v))
            d[v][w] = 1;
    }
    for (std::uint32_t k = 0; k < n; ++k)
        for (std::uint32_t a = 0; a < n; ++a)
            for (std::uint32_t b = 0; b < n; ++b)
                d[a][b] = std::min(d[a][b], d[a][k] + d[k][b]);
    return d;
}

sna::AnalysisRequest only(const std::string& key)
{
    sna::AnalysisRequest request;
    request.keys = {key};
    return request;
}

sna::NodeAttribute words(std::vector<std::string> values) { return {"group", std::move(values), {}}; }

} // namespace

class TestWeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoStepReach_ofAPath()
    {
        const auto within = sna::withinTwoSteps(path(5), kPlain);
        QCOMPARE(*within, (Counts{2, 3, 4, 3, 2}));
        QVERIFY(near(sna::twoStepReach(*within), {0.5, 0.75, 1, 0.75, 0.5}));
        QVERIFY(near(sna::meanTwoStepReach(*within), 0.7));
        QCOMPARE(*sna::withinTwoSteps(star(6), kPlain), (Counts(7, 6)));
        // Along arcs only: 0 -> 1 -> 2.
        QCOMPARE(*sna::withinTwoSteps(directed(3, {{0, 1}, {1, 2}}), kPlain), (Counts{2, 1, 0}));
    }

    void twoStepReach_ofNoneOneTwoAndSeparatePieces()
    {
        QVERIFY(sna::twoStepReach(*sna::withinTwoSteps(path(0), kPlain)).empty());
        QVERIFY(std::isnan(sna::meanTwoStepReach({})));
        QVERIFY(std::isnan(sna::twoStepReach(*sna::withinTwoSteps(path(1), kPlain))[0]));
        QVERIFY(near(sna::twoStepReach(*sna::withinTwoSteps(path(2), kPlain)), {1, 1}));
        QCOMPARE(*sna::withinTwoSteps(undirected(5, {{0, 1}, {2, 3}}), kPlain), (Counts{1, 1, 1, 1, 0}));
    }

    void openTriads_countPairsOnce()
    {
        // A square: each diagonal is a pair, though it shares two contacts.
        const GraphSnapshot square = undirected(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
        const auto ofSquare = sna::openTriads(square, *sna::withinTwoSteps(square, kPlain));
        QCOMPARE(ofSquare.pairs, std::uint64_t{2});
        QCOMPARE(ofSquare.ofVertex, (Counts{1, 1, 1, 1}));
        QCOMPARE(sna::openTriads(star(5), *sna::withinTwoSteps(star(5), kPlain)).pairs, std::uint64_t{10});
        QCOMPARE(sna::openTriads(complete(6), *sna::withinTwoSteps(complete(6), kPlain)).pairs, std::uint64_t{0});
        QCOMPARE(sna::openTriads(path(0), {}).pairs, std::uint64_t{0});
    }

    void twoStepsAndOpenTriads_agreeWithDistances()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const auto n = static_cast<std::uint32_t>(3 + 5 * seed);
            const GraphSnapshot g = undirected(n, randomEdges(seed, n, n * (1 + seed % 3), Weights::ones));
            const auto d = allDistances(g);
            const auto within = sna::withinTwoSteps(g, kPlain.withThreads(static_cast<unsigned>(1 + seed % 3)));
            const auto open = sna::openTriads(g, *within);
            std::uint64_t pairs = 0;
            for (std::uint32_t v = 0; v < n; ++v) {
                std::uint32_t near = 0, second = 0;
                for (std::uint32_t w = 0; w < n; ++w) {
                    near += v != w && d[v][w] <= 2 ? 1 : 0;
                    second += d[v][w] == 2 ? 1 : 0;
                }
                pairs += second;
                QVERIFY2((*within)[v] == near && open.ofVertex[v] == second, qPrintable(QString::number(seed)));
            }
            QCOMPARE(open.pairs, pairs / 2);
        }
    }

    void smallWorld_ofARing()
    {
        // 60 in a ring, three on each side: C = 0.6, C_r = 6/60; everybody has six others at every distance
        // up to 9 and five at 10.
        const GraphSnapshot g = ring(60, 3);
        const auto parts = sna::components(g, kPlain);
        const auto triangles = sna::triangles(g, kPlain);
        const auto distances = sna::distances(g, sna::PathEnd::from, kPlain);
        const double length = (6.0 * 45 + 5 * 10) / 59;
        const double want = 0.6 / 0.1 / (length / (std::log(60.0) / std::log(6.0)));
        QVERIFY(near(sna::smallWorld(g, *parts, *triangles, *distances), want));
    }

    void smallWorld_looksAtTheLargestPieceAlone()
    {
        std::vector<Edge> edges = ring(60, 3).edges();
        edges.push_back({60, 61});
        const auto alone = sna::analyse(ring(60, 3), only("small_world"), kPlain);
        const auto beside = sna::analyse(undirected(70, edges), only("small_world"), kPlain);
        QCOMPARE(*beside->undirected.number("small_world"), *alone->undirected.number("small_world"));
    }

    void smallWorld_isNotDefinedBelow50()
    {
        for (const std::uint32_t n : {0U, 1U, 2U, 49U})
            QVERIFY(!sna::analyse(path(n), only("small_world"), kPlain)->undirected.number("small_world"));
        QCOMPARE(sna::analyse(path(50), only("small_world"), kPlain)->undirected.number("small_world"), 0.0);
    }

    void coreFit_ofACoreWithARim()
    {
        const auto fit = sna::corePeriphery(coreAndRim(), kPlain);
        QVERIFY(near(fit->r, 1.0));
        QCOMPARE(fit->coreSize, 4U);
        QCOMPARE(fit->coreDensity, 1.0);
        QVERIFY(near(fit->mixedDensity, 8.0 / 32));
        QCOMPARE(fit->rimDensity, 0.0);
        QCOMPARE(fit->inCore, (std::vector<std::uint8_t>{1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    void coreFit_isPearsonsCorrelationOverThePairs()
    {
        for (std::uint64_t seed = 1; seed <= 15; ++seed) {
            const auto n = static_cast<std::uint32_t>(6 + 2 * seed);
            const GraphSnapshot g = undirected(n, randomEdges(seed, n, 3 * n, Weights::ones));
            double best = -2.0;
            for (std::uint32_t least = 0; least < n; ++least) {
                Values ideal, tied;
                for (std::uint32_t v = 0; v < n; ++v) {
                    for (std::uint32_t w = v + 1; w < n; ++w) {
                        const bool a = g.degree(v) >= least, b = g.degree(w) >= least;
                        if (a != b)
                            continue;
                        ideal.push_back(a ? 1.0 : 0.0);
                        tied.push_back(g.hasEdge(v, w) ? 1.0 : 0.0);
                    }
                }
                const double count = static_cast<double>(ideal.size());
                double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
                for (std::size_t i = 0; i < ideal.size(); ++i) {
                    x += ideal[i];
                    y += tied[i];
                }
                for (std::size_t i = 0; i < ideal.size(); ++i) {
                    xx += (ideal[i] - x / count) * (ideal[i] - x / count);
                    yy += (tied[i] - y / count) * (tied[i] - y / count);
                    xy += (ideal[i] - x / count) * (tied[i] - y / count);
                }
                if (xx > 1e-9 && yy > 1e-9)
                    best = std::max(best, xy / std::sqrt(xx * yy));
            }
            QVERIFY2(near(sna::corePeriphery(g, kPlain)->r, best, 1e-9), qPrintable(QString::number(seed)));
        }
    }

    void coreFit_isNotDefinedWhereNobodyStandsOut()
    {
        for (const GraphSnapshot& g : {path(0), path(1), path(2), path(3), ring(12, 2), star(7), complete(6)}) {
            const auto fit = sna::corePeriphery(g, kPlain);
            QVERIFY(std::isnan(fit->r) && std::isnan(fit->coreDensity) && std::isnan(fit->rimDensity));
            QCOMPARE(fit->coreSize, 0U);
            QCOMPARE(fit->inCore.size(), std::size_t{g.vertexCount()});
        }
    }

    void coreFit_countsIsolatesToTheRim()
    {
        const auto fit = sna::corePeriphery(undirected(6, {{0, 1}, {1, 2}, {0, 2}}), kPlain);
        QVERIFY(near(fit->r, 1.0));
        QCOMPARE(fit->coreSize, 3U);
    }

    void expectedEiIndex_fromGroupSizes()
    {
        // Of the six pairs of four people two are within the pairs: (4 - 2) / 6.
        QVERIFY(near(sna::expectedEiIndex(words({"a", "a", "b", "b", ""})), 1.0 / 3));
        QCOMPARE(sna::expectedEiIndex(words({"a", "b", "c"})), 1.0);
        QCOMPARE(sna::expectedEiIndex(words({"a", "a"})), -1.0);
        QVERIFY(std::isnan(sna::expectedEiIndex(words({}))));
        QVERIFY(std::isnan(sna::expectedEiIndex(words({"a", ""}))));
    }

    void eiIndex_standsBesideItsExpectation()
    {
        sna::AnalysisRequest request;
        request.attributes = {words({"a", "a", "b", "b"})};
        // Everybody tied to everybody: as chance would have it.
        const auto all = sna::analyse(complete(4), request, kPlain);
        QVERIFY(near(*all->undirected.number("ei_expected.group"), 1.0 / 3));
        QVERIFY(near(*all->undirected.number("ei_difference.group"), 0.0));
        const auto apart = sna::analyse(undirected(4, {{0, 1}, {2, 3}}), request, kPlain);
        QVERIFY(near(*apart->undirected.number("ei_difference.group"), -1 - 1.0 / 3));
        const auto none = sna::analyse(undirected(4, {}), request, kPlain);
        QVERIFY(none->undirected.number("ei_expected.group") && !none->undirected.number("ei_difference.group"));
    }

    void hubDependence_ofAStaffHub()
    {
        // Three members whom only the staff person 3 joins.
        const sna::StaffNetwork hub{undirected(4, {{0, 3}, {1, 3}, {2, 3}}), {0, 0, 0, 1}};
        QCOMPARE(*sna::hubDependence(hub, kPlain), 1.0);
        // 0-1 know each other besides: one pair of three stays.
        const sna::StaffNetwork some{undirected(4, {{0, 3}, {1, 3}, {2, 3}, {0, 1}}), {0, 0, 0, 1}};
        QVERIFY(near(*sna::hubDependence(some, kPlain), 2.0 / 3));
        // The way to staff is no pair of members; a chain of two staff is three steps.
        const sna::StaffNetwork chain{undirected(5, {{0, 1}, {1, 3}, {3, 4}, {4, 2}}), {0, 0, 0, 1, 1}};
        QCOMPARE(*sna::hubDependence(chain, kPlain), 0.0);
    }

    void hubDependence_needsPairsOfMembers()
    {
        QVERIFY(std::isnan(*sna::hubDependence({path(0), {}}, kPlain)));
        QVERIFY(std::isnan(*sna::hubDependence({path(1), {0}}, kPlain)));
        QVERIFY(std::isnan(*sna::hubDependence({path(2), {0, 1}}, kPlain)));
        QCOMPARE(*sna::hubDependence({path(2), {0, 0}}, kPlain), 0.0);
        QVERIFY(std::isnan(*sna::hubDependence({undirected(4, {}), {0, 0, 0, 1}}, kPlain)));
    }

    void hubDependence_inAnAnalysis()
    {
        const sna::StaffNetwork hub{undirected(4, {{0, 3}, {1, 3}, {2, 3}, {0, 1}}), {0, 0, 0, 1}};
        sna::AnalysisRequest request = only("hub_dependence");
        const GraphSnapshot members = undirected(3, {{0, 1}});
        QVERIFY(!sna::analyse(members, request, kPlain)->undirected.number("hub_dependence"));
        request.withStaff = &hub;
        QVERIFY(near(*sna::analyse(members, request, kPlain)->undirected.number("hub_dependence"), 2.0 / 3));
    }

    void cancel_isAnError()
    {
        const GraphSnapshot g = ring(30, 2);
        QCOMPARE(sna::withinTwoSteps(g, cancelledRun()).error().code, ErrorCode::cancelled);
        QCOMPARE(sna::corePeriphery(g, cancelledRun()).error().code, ErrorCode::cancelled);
        QCOMPARE(sna::hubDependence({g, std::vector<std::uint8_t>(30, 0)}, cancelledRun()).error().code,
                 ErrorCode::cancelled);
    }

    void everyKey_hasATopic()
    {
        std::set<sna::Topic> seen;
        for (const sna::Measure& measure : sna::measures()) {
            const auto topic = sna::topicOf(measure.key);
            QVERIFY2(topic.has_value(), std::string(measure.key).c_str());
            seen.insert(*topic);
        }
        for (const char* key : {"ei_index.region", "assortativity_numeric.age", "modularity_of_attribute.a b"})
            seen.insert(sna::topicOf(key).value());
        QCOMPARE(seen.size(), static_cast<std::size_t>(sna::kTopics));
        QVERIFY(!sna::topicOf("charisma") && !sna::topicOf(""));
        QVERIFY(sna::topicOf("reachable_pairs") == sna::Topic::connectedness);
        QVERIFY(sna::topicOf("degree_mean") == sna::Topic::tiesPerMember);
    }
};

QTEST_GUILESS_MAIN(TestWeaving)
#include "tst_weaving.moc"
