// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <stop_token>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Analysis.h"
#include "core/sna/Betweenness.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/PairSearch.h"
#include "core/sna/SearchGraph.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::SampleWish;
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

SampleWish pairs(std::uint64_t count, std::uint64_t seed = 1)
{
    SampleWish wish;
    wish.pairs = count;
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
    void pairs_addUpToBetweenness()
    {
        // Over all ordered pairs nothing is left to chance: the shares add up to the definition's sum.
        for (const GraphSnapshot& g : {undirected(70, randomEdges(3, 70, 160, Weights::ones)), grid(8), path(30),
                                       star(9), complete(7), undirected(9, {{0, 1}, {1, 2}, {3, 4}, {4, 5}, {5, 3}}),
                                       directed(60, randomEdges(5, 60, 200, Weights::ones))}) {
            const sna::SearchGraph graph(g);
            sna::PairSearch search(graph);
            Values sums(g.vertexCount(), 0.0);
            for (std::uint32_t s = 0; s < graph.vertexCount(); ++s)
                for (std::uint32_t t = 0; t < graph.vertexCount(); ++t)
                    if (s != t)
                        for (const auto& passed : search.between(s, t))
                            sums[graph.original(passed.vertex)] += passed.share * (g.isDirected() ? 1.0 : 0.5);
            QVERIFY(near(sums, *sna::betweenness(g, kPlain), 1e-9));
        }
    }

    void estimate_isWithinItsBound()
    {
        const GraphSnapshot halves = twoHalves();
        const GraphSnapshot deep = grid(24);
        const GraphSnapshot arcs = directed(500, randomEdges(11, 500, 2000, Weights::ones));
        for (const GraphSnapshot* g : {&halves, &deep, &arcs}) {
            const Values truth = exact(*g);
            for (std::uint64_t seed = 1; seed <= 10; ++seed) {
                const auto estimate = sna::estimateBetweenness(*g, pairs(20000, seed), kPlain);
                QCOMPARE(estimate->pairs, std::uint64_t{20000});
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
            const auto estimate = sna::estimateBetweenness(g, pairs(500, static_cast<std::uint64_t>(seed)), kPlain);
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
        wish.bound = 0.01;
        const auto estimate = sna::estimateBetweenness(g, wish, kPlain.withThreads(2));
        QVERIFY(estimate->bound > 0.0 && estimate->bound <= 0.01);
        QVERIFY(estimate->pairs > 0);
        QVERIFY(furthestOff(estimate->normalized, exact(g)) <= 0.01);
    }

    void smallNetworks_areExact()
    {
        const GraphSnapshot g = undirected(50, randomEdges(2, 50, 100, Weights::ones));
        const auto estimate = sna::estimateBetweenness(g, {}, kPlain);
        QCOMPARE(estimate->bound, 0.0);
        QVERIFY(sameBits(estimate->normalized, exact(g)));
        QCOMPARE(estimate->pairs, std::uint64_t{0});
    }

    void deepNetworks_areExactWhereThatIsCheaper()
    {
        // Two searches across a grid see most of it.
        const auto estimate = sna::estimateBetweenness(grid(40), {}, kPlain);
        QCOMPARE(estimate->bound, 0.0);
        QVERIFY(sameBits(estimate->normalized, exact(grid(40))));
    }

    void pathCountsBeyondADouble_giveExactValues()
    {
        // 2^1100 ways from end to end.
        std::vector<Edge> edges;
        for (std::uint32_t s = 0; s < 1100; ++s)
            edges.insert(edges.end(),
                         {{3 * s, 3 * s + 1}, {3 * s, 3 * s + 2}, {3 * s + 1, 3 * s + 3}, {3 * s + 2, 3 * s + 3}});
        const auto estimate = sna::estimateBetweenness(undirected(3301, edges), pairs(2000), kPlain);
        QVERIFY(estimate && std::all_of(estimate->normalized.begin(), estimate->normalized.end(),
                                        [](double x) { return std::isfinite(x) && x <= 1.0; }));
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
        const auto estimate = sna::estimateBetweenness(twoHalves(), pairs(500), kPlain);
        QCOMPARE(estimate->normalized[601], 0.0);
        QCOMPARE(estimate->normalized[602], 0.0);
    }

    void sameSeed_sameBitsAtAnyNumberOfThreads()
    {
        for (const GraphSnapshot& g : {twoHalves(), grid(24)}) {
            const auto one = sna::estimateBetweenness(g, pairs(3000, 5), kPlain);
            for (const unsigned threads : {2U, 3U, 8U}) {
                const auto many = sna::estimateBetweenness(g, pairs(3000, 5), kPlain.withThreads(threads));
                QVERIFY(sameBits(one->normalized, many->normalized));
                QCOMPARE(many->bound, one->bound);
            }
            QVERIFY(!sameBits(one->normalized, sna::estimateBetweenness(g, pairs(3000, 6), kPlain)->normalized));
        }
    }

    void figures_sayThatItIsAnEstimate()
    {
        sna::AnalysisRequest request;
        request.keys = {"betweenness_estimate", "betweenness_estimate_bound", "betweenness_estimate_pairs"};
        request.sample = pairs(500);
        const auto figures = sna::analyse(twoHalves(), request, kPlain);
        QVERIFY(figures->undirected.perNode("betweenness_estimate") != nullptr);
        QVERIFY(figures->undirected.number("betweenness_estimate_bound").value() > 0.0);
        QCOMPARE(figures->undirected.number("betweenness_estimate_pairs"), 500.0);
        // Nobody gets one without asking.
        QVERIFY(sna::analyse(path(5), {}, kPlain)->undirected.perNode("betweenness_estimate") == nullptr);
    }

    void cancel_isAnError()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto estimate = sna::estimateBetweenness(twoHalves(), pairs(500), RunContext(stop.get_token()));
        QVERIFY(!estimate);
        QCOMPARE(estimate.error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestEstimates)
#include "tst_estimates.moc"
