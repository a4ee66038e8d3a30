// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <stop_token>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/graph/BoostAdapter.h"
#include "core/sna/Betweenness.h"
#include "core/sna/EdgeBetweenness.h"
#include "core/sna/WeightedPaths.h"

using namespace weavemap;
using namespace weavemap::test;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;

RunContext cancelledRun()
{
    std::stop_source stop;
    stop.request_stop();
    return RunContext(stop.get_token());
}

bool sameBits(const Values& a, const Values& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

/// Boost's Brandes on the same snapshot: ordered pairs.
template <class View>
Values oracle(const GraphSnapshot& snapshot)
{
    Values result(snapshot.vertexCount());
    const View view(snapshot);
    boost::brandes_betweenness_centrality(view,
                                          boost::make_iterator_property_map(result.begin(), graph::VertexIndexMap{}));
    return result;
}

} // namespace

class TestBetweenness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void starCentre_getsAllPairs()
    {
        QVERIFY(near(*sna::betweenness(star(4), kPlain), {6, 0, 0, 0, 0}));
        const GraphSnapshot g = star(4);
        QVERIFY(near(sna::normalizedBetweenness(g, *sna::betweenness(g, kPlain)), {1, 0, 0, 0, 0}));
        QVERIFY(near(sna::betweennessCentralization(g, *sna::betweenness(g, kPlain)), 1.0));
    }

    void path_middleLiesBetweenMost() { QVERIFY(near(*sna::betweenness(path(5), kPlain), {0, 3, 4, 3, 0})); }

    void square_sharesEachPairBetweenTwoWays()
    {
        const GraphSnapshot g = undirected(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
        QVERIFY(near(*sna::betweenness(g, kPlain), {0.5, 0.5, 0.5, 0.5}));
    }

    void oneWayPath_countsOrderedPairs()
    {
        const GraphSnapshot g = directed(3, {{0, 1}, {1, 2}});
        QVERIFY(near(*sna::betweenness(g, kPlain), {0, 1, 0}));
        QVERIFY(near(sna::normalizedBetweenness(g, *sna::betweenness(g, kPlain)), {0, 0.5, 0}));
    }

    void noneOneTwoPeople_haveNoNormalizedValue()
    {
        for (const std::uint32_t n : {0U, 1U, 2U}) {
            const GraphSnapshot g = path(n);
            const auto raw = sna::betweenness(g, kPlain);
            QVERIFY(raw);
            QCOMPARE(raw->size(), std::size_t{n});
            QVERIFY(sna::normalizedBetweenness(g, *raw).empty());
            QVERIFY(std::isnan(sna::betweennessCentralization(g, *raw)));
        }
    }

    void separatePieces_doNotSeeEachOther()
    {
        const GraphSnapshot g = undirected(8, {{0, 1}, {1, 2}, {4, 5}, {5, 6}, {6, 7}});
        QVERIFY(near(*sna::betweenness(g, kPlain), {0, 1, 0, 0, 0, 2, 2, 0}));
    }

    void randomGraphs_agreeWithBoost()
    {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const auto n = static_cast<std::uint32_t>(2 + seed * 7 % 130);
            const auto edges = randomEdges(seed, n, n * (1 + seed % 4), Weights::ones);
            const GraphSnapshot both = undirected(n, edges);
            // Boost halves the values of undirected graphs itself.
            QVERIFY2(near(*sna::betweenness(both, kPlain), oracle<graph::UndirectedView>(both)),
                     qPrintable(QString::number(seed)));
            const GraphSnapshot arcs = directed(n, edges);
            QVERIFY2(near(*sna::betweenness(arcs, kPlain), oracle<graph::DirectedView>(arcs)),
                     qPrintable(QString::number(seed)));
        }
    }

    void deepGraphs_agreeWithBoost()
    {
        const GraphSnapshot chain = path(150);
        QVERIFY(near(*sna::betweenness(chain, kPlain), oracle<graph::UndirectedView>(chain)));
        const GraphSnapshot squares = grid(14);
        QVERIFY(near(*sna::betweenness(squares, kPlain), oracle<graph::UndirectedView>(squares)));
    }

    void pathCountsBeyond64Bit_stayRight()
    {
        // Corner to corner of 40 x 40 squares there are C(78, 39) = 2.7e22 shortest paths. Every pair's dependencies
        // add up to its distance less one, whatever the counts.
        const GraphSnapshot g = grid(40);
        const auto values = sna::betweenness(g, kPlain);
        QVERIFY(values);
        double sum = 0.0;
        for (const double x : *values)
            sum += x;
        // Sum of distances over all ordered pairs: 2 * side^2 * (sum over x, x' of |x - x'|) = 2 * 1600 * 21320.
        const double ordered = 2.0 * 1600 * 21320 - 1600.0 * 1599;
        QVERIFY(near(sum, ordered / 2));
        QVERIFY(near((*values)[0], (*values)[39]) && near((*values)[0], (*values)[1599]));
    }

    void pathCountsBeyondADouble_stayRight()
    {
        // 1,100 squares in a row, corner to corner: 2^1100 paths. A corner between two squares cuts the graph.
        constexpr std::uint32_t kSquares = 1100;
        std::vector<Edge> edges;
        for (std::uint32_t s = 0; s < kSquares; ++s) {
            const std::uint32_t a = 3 * s;
            edges.insert(edges.end(), {{a, a + 1}, {a, a + 2}, {a + 1, a + 3}, {a + 2, a + 3}});
        }
        const auto values = sna::betweenness(undirected(3 * kSquares + 1, edges), kPlain);
        QVERIFY(values);
        // Before corner 3s there are 3s vertices, behind it 3(squares - s); the two sides of the squares beside it
        // besides.
        const double middle = 3.0 * 550 * 3.0 * 550 + 2 * 0.5;
        QVERIFY2(near((*values)[3 * 550], middle), qPrintable(QString::number((*values)[3 * 550], 'g', 17)));
    }

    void threads_giveTheSameBits()
    {
        const GraphSnapshot g = undirected(700, randomEdges(5, 700, 2500, Weights::ones));
        const auto one = sna::betweenness(g, kPlain);
        for (const unsigned threads : {2U, 3U, 8U})
            QVERIFY(sameBits(*one, *sna::betweenness(g, kPlain.withThreads(threads))));
        const auto edgesOne = sna::edgeBetweenness(g, kPlain);
        QVERIFY(sameBits(*edgesOne, *sna::edgeBetweenness(g, kPlain.withThreads(3))));
    }

    void cancel_isAnError()
    {
        QCOMPARE(sna::betweenness(path(50), cancelledRun()).error().code, ErrorCode::cancelled);
        QCOMPARE(sna::betweenness(complete(50), cancelledRun()).error().code, ErrorCode::cancelled);
        QCOMPARE(sna::edgeBetweenness(path(50), cancelledRun()).error().code, ErrorCode::cancelled);
        QCOMPARE(sna::weightedPaths(path(50), cancelledRun()).error().code, ErrorCode::cancelled);
    }

    void edges_carryWhatTheyBridge()
    {
        QVERIFY(near(*sna::edgeBetweenness(path(4), kPlain), {3, 4, 3}));
        QVERIFY(near(*sna::edgeBetweenness(directed(3, {{0, 1}, {1, 2}}), kPlain), {2, 2}));
    }

    void edgeSums_areSumsOfDistances()
    {
        const GraphSnapshot g = undirected(60, randomEdges(3, 60, 130, Weights::ones));
        double overEdges = 0.0, overVertices = 0.0;
        const auto edgeFlow = sna::edgeBetweenness(g, kPlain);
        const auto vertexFlow = sna::betweenness(g, kPlain);
        for (const double x : *edgeFlow)
            overEdges += x;
        for (const double x : *vertexFlow)
            overVertices += x;
        // A path of d steps passes d edges and d - 1 vertices: the difference counts joined pairs.
        const double pairs = overEdges - overVertices;
        QVERIFY(near(pairs, std::round(pairs)) && pairs > 0);
    }

    void weightedPaths_thirdsTieWithOne()
    {
        // 0-1-2-3 with lengths 1/3 each, 0-3 with length 1: both ways count.
        const GraphSnapshot g = undirected(4, {{0, 1, 3}, {1, 2, 3}, {2, 3, 3}, {0, 3, 1}});
        const auto paths = sna::weightedPaths(g, kPlain);
        QVERIFY(near(paths->betweenness, {0.0, 1.5, 1.5, 0.0}));
        QVERIFY(near(paths->closeness[0], 3.0 / (1.0 / 3 + 2.0 / 3 + 1.0)));
    }

    void weightedPaths_ofEqualWeights_areThePlainOnes()
    {
        const GraphSnapshot g = undirected(80, randomEdges(11, 80, 200, Weights::ones));
        std::vector<Edge> edges = g.edges(); // merged duplicates weigh more
        for (Edge& edge : edges)
            edge.weight = 1.0;
        const GraphSnapshot once = undirected(80, edges);
        QVERIFY(near(sna::weightedPaths(once, kPlain)->betweenness, *sna::betweenness(once, kPlain)));
    }
};

QTEST_GUILESS_MAIN(TestBetweenness)
#include "tst_betweenness.moc"
