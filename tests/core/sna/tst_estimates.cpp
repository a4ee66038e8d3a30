// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <numeric>
#include <stop_token>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"
#include "core/sna/Betweenness.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/DependencySums.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::SampleWish;
using sna::Share;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;

bool sameBits(const Values& a, const Values& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

Values exact(const GraphSnapshot& g) { return sna::normalizedBetweenness(g, *sna::betweenness(g, kPlain)); }

double furthestOff(const Values& a, const Values& b)
{
    double most = 0.0;
    for (std::size_t v = 0; v < a.size(); ++v)
        most = std::max(most, std::abs(a[v] - b[v]));
    return most;
}

SampleWish sources(std::uint32_t count, std::uint64_t seed = 1)
{
    SampleWish wish;
    wish.sources = count;
    wish.seed = seed;
    return wish;
}

/// Two random halves that hang on one bridge person, and two isolates.
GraphSnapshot twoHalves()
{
    std::vector<Edge> edges = randomEdges(7, 300, 700, Weights::ones);
    for (const Edge& edge : randomEdges(8, 300, 700, Weights::ones))
        edges.push_back({edge.source + 300, edge.target + 300, 1.0});
    for (std::uint32_t v = 0; v < 300; v += 30)
        edges.insert(edges.end(), {{600, v}, {600, v + 300}});
    return undirected(603, edges);
}

} // namespace

class TestEstimates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceShares_addUpToBetweenness()
    {
        // Over all sources nothing is left to chance: the estimator's sum is the definition's. Shallow and deep graphs
        // take different ways through the program.
        for (const GraphSnapshot& g : {undirected(120, randomEdges(3, 120, 300, Weights::ones)), grid(13), path(60)}) {
            const sna::SearchGraph graph(g);
            std::vector<std::uint32_t> all(graph.vertexCount());
            std::iota(all.begin(), all.end(), 0U);
            const auto whole = sna::dependencySums(graph, all, Share::whole, sna::Squares::leftOut, kPlain);
            const auto scaled = sna::dependencySums(graph, all, Share::byDistance, sna::Squares::added, kPlain);
            QVERIFY(near(whole->values, scaled->values, 1e-9));
            QVERIFY(whole->squares.empty());
            QCOMPARE(scaled->squares.size(), scaled->values.size());
        }
    }

    void squares_areOfSingleSources()
    {
        const GraphSnapshot g = undirected(40, randomEdges(4, 40, 90, Weights::ones));
        const sna::SearchGraph graph(g);
        std::vector<std::uint32_t> all(graph.vertexCount());
        std::iota(all.begin(), all.end(), 0U);
        Values want(all.size(), 0.0);
        for (const std::uint32_t s : all) {
            const auto one = sna::dependencySums(graph, {&s, 1}, Share::byDistance, sna::Squares::leftOut, kPlain);
            for (std::size_t v = 0; v < want.size(); ++v)
                want[v] += one->values[v] * one->values[v];
        }
        const auto together = sna::dependencySums(graph, all, Share::byDistance, sna::Squares::added, kPlain);
        QVERIFY(near(together->squares, want, 1e-9));
    }

    void estimate_isWithinItsBound()
    {
        const GraphSnapshot halves = twoHalves();
        const GraphSnapshot deep = grid(24);
        const GraphSnapshot arcs = directed(500, randomEdges(11, 500, 2000, Weights::ones));
        for (const GraphSnapshot* g : {&halves, &deep, &arcs}) {
            const Values truth = exact(*g);
            for (std::uint64_t seed = 1; seed <= 10; ++seed) {
                const auto estimate = sna::estimateBetweenness(*g, sources(160, seed), kPlain);
                QCOMPARE(estimate->sources, 160U);
                QVERIFY(estimate->bound > 0.0);
                QVERIFY2(furthestOff(estimate->normalized, truth) <= estimate->bound,
                         qPrintable(QString::number(seed)));
            }
        }
    }

    void estimate_isRightOnAverage()
    {
        const GraphSnapshot g = twoHalves();
        const Values truth = exact(g);
        Values mean(truth.size(), 0.0);
        constexpr int kSeeds = 60;
        double single = 0.0;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            const auto estimate = sna::estimateBetweenness(g, sources(64, static_cast<std::uint64_t>(seed)), kPlain);
            for (std::size_t v = 0; v < mean.size(); ++v)
                mean[v] += estimate->normalized[v] / kSeeds;
            single += furthestOff(estimate->normalized, truth) / kSeeds;
        }
        // A bias would stay; chance shrinks with the root of the number of samples.
        QVERIFY(furthestOff(mean, truth) < single / 3);
    }

    void wishedBound_isKept()
    {
        const GraphSnapshot g = undirected(6000, randomEdges(21, 6000, 24000, Weights::ones));
        SampleWish wish;
        wish.bound = 0.02;
        const auto estimate = sna::estimateBetweenness(g, wish, kPlain.withThreads(2));
        QVERIFY(estimate->bound > 0.0 && estimate->bound <= 0.02);
        QVERIFY(estimate->sources < 2000);
        QVERIFY(furthestOff(estimate->normalized, exact(g)) <= 0.02);
    }

    void smallNetworks_areExact()
    {
        const GraphSnapshot g = undirected(50, randomEdges(2, 50, 100, Weights::ones));
        const auto estimate = sna::estimateBetweenness(g, {}, kPlain);
        QCOMPARE(estimate->bound, 0.0);
        QVERIFY(sameBits(estimate->normalized, exact(g)));
        QCOMPARE(sna::estimateBetweenness(g, sources(1000), kPlain)->bound, 0.0);
    }

    void noneOneTwo_haveNoValue()
    {
        for (const std::uint32_t n : {0U, 1U, 2U}) {
            const auto estimate = sna::estimateBetweenness(path(n), {}, kPlain);
            QVERIFY(estimate && estimate->normalized.empty());
        }
        QCOMPARE(sna::estimateBetweenness(undirected(5, {}), {}, kPlain)->normalized, Values(5, 0.0));
    }

    void isolates_haveNone()
    {
        const auto estimate = sna::estimateBetweenness(twoHalves(), sources(64), kPlain);
        QCOMPARE(estimate->normalized[601], 0.0);
        QCOMPARE(estimate->normalized[602], 0.0);
    }

    void sameSeed_sameBitsAtAnyNumberOfThreads()
    {
        for (const GraphSnapshot& g : {twoHalves(), grid(24)}) {
            const auto one = sna::estimateBetweenness(g, sources(200, 5), kPlain);
            for (const unsigned threads : {2U, 3U, 8U}) {
                const auto many = sna::estimateBetweenness(g, sources(200, 5), kPlain.withThreads(threads));
                QVERIFY(sameBits(one->normalized, many->normalized));
                QCOMPARE(many->bound, one->bound);
            }
            QVERIFY(!sameBits(one->normalized, sna::estimateBetweenness(g, sources(200, 6), kPlain)->normalized));
        }
    }

    void figures_sayThatItIsAnEstimate()
    {
        sna::AnalysisRequest request;
        request.keys = {"betweenness_estimate", "betweenness_estimate_bound", "betweenness_estimate_sources"};
        request.sample = sources(64);
        const auto figures = sna::analyse(twoHalves(), request, kPlain);
        QVERIFY(figures->undirected.perNode("betweenness_estimate") != nullptr);
        QVERIFY(figures->undirected.number("betweenness_estimate_bound").value() > 0.0);
        QCOMPARE(figures->undirected.number("betweenness_estimate_sources"), 64.0);
        // Nobody gets one without asking.
        QVERIFY(sna::analyse(path(5), {}, kPlain)->undirected.perNode("betweenness_estimate") == nullptr);
    }

    void cancel_isAnError()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto estimate = sna::estimateBetweenness(twoHalves(), sources(64), RunContext(stop.get_token()));
        QVERIFY(!estimate);
        QCOMPARE(estimate.error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestEstimates)
#include "tst_estimates.moc"
