// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Biconnected.h"
#include "core/sna/Brokerage.h"
#include "core/sna/Cliques.h"
#include "core/sna/Clustering.h"
#include "core/sna/Components.h"
#include "core/sna/CoreNumbers.h"
#include "core/sna/Degree.h"
#include "core/sna/Figures.h"
#include "core/sna/Reciprocity.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::TieEnd;
using sna::Weighting;
using Values = std::vector<double>;
using Counts = std::vector<std::uint32_t>;

namespace {

const RunContext kPlain;

/// A triangle 0 1 2 with a tail 2 - 3 - 4, and 5 alone.
GraphSnapshot kiteTail() { return undirected(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}}); }

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void degree_countsTiesAndWeights()
    {
        const GraphSnapshot g = undirected(4, {{0, 1, 2}, {0, 2, 0.5}});
        QCOMPARE(*sna::degree(g, TieEnd::outgoing, kPlain), (Values{2, 1, 1, 0}));
        QCOMPARE(*sna::strength(g, TieEnd::outgoing, kPlain), (Values{2.5, 2, 0.5, 0}));
        QCOMPARE(sna::isolateCount(g), 1U);
        QCOMPARE(sna::meanDegree(g), 1.0);
        QVERIFY(near(sna::density(g), 2.0 / 6));
        const GraphSnapshot d = directed(3, {{0, 1}, {2, 1}});
        QCOMPARE(*sna::degree(d, TieEnd::incoming, kPlain), (Values{0, 2, 0}));
        QVERIFY(near(sna::density(d), 2.0 / 6));
    }

    void degreeCentralization_starIsOneRingIsZero()
    {
        QVERIFY(near(sna::degreeCentralization(star(9), TieEnd::outgoing), 1.0));
        QVERIFY(near(sna::degreeCentralization(undirected(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}), TieEnd::outgoing), 0));
        QVERIFY(std::isnan(sna::degreeCentralization(path(2), TieEnd::outgoing)));
        QVERIFY(near(sna::degreeCentralization(directed(3, {{1, 0}, {2, 0}}), TieEnd::incoming), 1.0));
    }

    void density_isNotDefinedBelowTwo()
    {
        QVERIFY(std::isnan(sna::density(path(0))) && std::isnan(sna::density(path(1))));
        QVERIFY(std::isnan(sna::meanDegree(path(0))));
        QCOMPARE(sna::density(path(2)), 1.0);
    }

    void components_areNumberedByFirstAppearance()
    {
        const auto parts = sna::components(undirected(6, {{1, 4}, {0, 5}, {5, 3}}), kPlain);
        QCOMPARE(parts->of, (Counts{0, 1, 2, 0, 1, 0}));
        QCOMPARE(parts->sizes(), (Values{3, 2, 1}));
        QCOMPARE(sna::components(path(0), kPlain)->count, 0U);
    }

    void strongComponents_needAWayBack()
    {
        const GraphSnapshot g = directed(5, {{0, 1}, {1, 2}, {2, 1}, {3, 0}, {2, 4}});
        QCOMPARE(sna::strongComponents(g, kPlain)->of, (Counts{0, 1, 1, 2, 3}));
        QCOMPARE(sna::components(g, kPlain)->count, 1U);
    }

    void chainOf200000_doesNotExhaustTheStack()
    {
        const GraphSnapshot g = path(200000);
        QCOMPARE(sna::components(g, kPlain)->count, 1U);
        const auto blocks = sna::biconnected(g, kPlain);
        QCOMPARE(blocks->cutPoints.size(), std::size_t{199998});
        QCOMPARE(sna::bridges(g, *blocks).size(), std::size_t{199999});
    }

    void cutPointsAndBridges_ofAKiteWithATail()
    {
        const GraphSnapshot g = kiteTail();
        const auto blocks = sna::biconnected(g, kPlain);
        QCOMPARE(blocks->cutPoints, (Counts{2, 3}));
        const std::vector<Edge> bridges = sna::bridges(g, *blocks);
        QCOMPARE(bridges.size(), std::size_t{2});
        QCOMPARE(bridges[0].source, 2U);
        QCOMPARE(bridges[1].target, 4U);
        QCOMPARE(blocks->components, 3U);
        QCOMPARE(sna::biconnected(path(0), kPlain)->components, 0U);
        QCOMPARE(sna::biconnected(path(1), kPlain)->components, 0U);
    }

    void coreNumbers_ofAKiteWithATail()
    {
        QCOMPARE(*sna::coreNumbers(kiteTail(), kPlain), (Values{2, 2, 2, 1, 1, 0}));
        QCOMPARE(*sna::coreNumbers(complete(6), kPlain), (Values(6, 5.0)));
        QVERIFY(sna::coreNumbers(path(0), kPlain)->empty());
    }

    void totalDegreeCore_countsMutualPairsTwice()
    {
        QCOMPARE(*sna::totalDegreeCoreNumbers(directed(3, {{0, 1}, {1, 0}, {1, 2}}), kPlain), (Values{2, 2, 1}));
    }

    void clustering_ofAKiteWithATail()
    {
        const GraphSnapshot g = kiteTail();
        const auto triangles = sna::triangles(g, kPlain);
        QCOMPARE(*triangles, (std::vector<std::uint64_t>{1, 1, 1, 0, 0, 0}));
        const Values local = sna::localClustering(g, *triangles);
        QVERIFY(near(local, {1, 1, 1.0 / 3, 0, 0, 0}));
        QVERIFY(near(sna::meanClustering(g, local, sna::ClusteringMean::allNodes), (7.0 / 3) / 6));
        QVERIFY(near(sna::meanClustering(g, local, sna::ClusteringMean::degreeTwoAndMore), (7.0 / 3) / 4));
        QVERIFY(near(sna::transitivity(g, *triangles), 3.0 / 6));
        QCOMPARE(sna::transitivity(path(2), {0, 0}), 0.0);
    }

    void directedTransitivity_ofAShortCut()
    {
        QCOMPARE(*sna::directedTransitivity(directed(3, {{0, 1}, {1, 2}, {0, 2}}), kPlain), 1.0);
        QCOMPARE(*sna::directedTransitivity(directed(3, {{0, 1}, {1, 2}, {2, 0}}), kPlain), 0.0);
    }

    void triangles_ofCompleteGraphs()
    {
        const auto triangles = sna::triangles(complete(20), kPlain);
        for (const std::uint64_t count : *triangles)
            QCOMPARE(count, std::uint64_t{19 * 18 / 2});
    }

    void cliques_areCountedOnce()
    {
        const auto counts = sna::cliqueCounts(kiteTail(), kPlain);
        QCOMPARE((*counts)->maximal, std::uint64_t{4}); // triangle, two ties, one alone
        QCOMPARE((*counts)->largest, 3U);
        QCOMPARE((*sna::cliqueCounts(complete(80), kPlain))->largest, 80U);
        QCOMPARE((*sna::cliqueCounts(path(0), kPlain))->maximal, std::uint64_t{0});
        // Somebody whom 50,000 others know and who comes last: no rows of bits for all of them.
        QCOMPARE((*sna::cliqueCounts(star(50000), kPlain))->maximal, std::uint64_t{50000});
        // 12 triples without ties inside, all ties between: 3^12 cliques, more than the steps given.
        std::vector<Edge> edges;
        for (std::uint32_t v = 0; v < 36; ++v)
            for (std::uint32_t w = v + 1; w < 36; ++w)
                if (v / 3 != w / 3)
                    edges.push_back({v, w});
        QVERIFY(!*sna::cliqueCounts(undirected(36, edges), kPlain, 1000));
        QCOMPARE((*sna::cliqueCounts(undirected(36, edges), kPlain))->maximal, std::uint64_t{531441});
    }

    void constraint_knownShapes()
    {
        const auto ofStar = sna::constraint(star(4), Weighting::counted, kPlain);
        QVERIFY(near(*ofStar, {4.0 / 16, 1, 1, 1, 1}));
        const auto ofTriangle = sna::constraint(complete(3), Weighting::counted, kPlain);
        QVERIFY(near(*ofTriangle, Values(3, 2 * 0.75 * 0.75)));
        QVERIFY(std::isnan((*sna::constraint(kiteTail(), Weighting::counted, kPlain))[5]));
    }

    void effectiveSize_knownShapes()
    {
        const GraphSnapshot g = kiteTail();
        const Values sizes = sna::effectiveSize(g, *sna::triangles(g, kPlain));
        QVERIFY(near(sizes, {1, 1, 3 - 2.0 / 3, 2, 1, sna::kUndefined}));
        QVERIFY(near(sna::efficiency(g, sizes), {0.5, 0.5, (3 - 2.0 / 3) / 3, 1, 1, sna::kUndefined}));
        QVERIFY(near(*sna::burtEffectiveSize(g, Weighting::counted, kPlain), sizes));
    }

    void dyads_andReciprocity()
    {
        const auto dyads = sna::dyadCensus(directed(4, {{0, 1}, {1, 0}, {1, 2}}), kPlain);
        QCOMPARE(dyads->mutual, 1.0);
        QCOMPARE(dyads->asymmetric, 1.0);
        QCOMPARE(dyads->none, 4.0);
        QVERIFY(near(dyads->arcReciprocity(), 2.0 / 3) && near(dyads->dyadReciprocity(), 0.5));
        QVERIFY(std::isnan(sna::dyadCensus(directed(3, {}), kPlain)->arcReciprocity()));
    }

    void triads_bruteForceAgrees()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const auto n = static_cast<std::uint32_t>(3 + 2 * seed);
            const GraphSnapshot g = directed(n, randomEdges(seed, n, n * 3, Weights::ones));
            const auto census = sna::triadCensus(g, kPlain);
            Values want(16, 0.0); // each triple alone is a network of three
            for (std::uint32_t a = 0; a < n; ++a) {
                for (std::uint32_t b = a + 1; b < n; ++b) {
                    for (std::uint32_t c = b + 1; c < n; ++c) {
                        std::vector<Edge> arcs;
                        const std::vector<std::uint32_t> triple{a, b, c};
                        for (std::uint32_t i = 0; i < 3; ++i)
                            for (std::uint32_t j = 0; j < 3; ++j)
                                if (i != j && g.hasEdge(triple[i], triple[j]))
                                    arcs.push_back({i, j});
                        const auto one = sna::triadCensus(directed(3, arcs), kPlain);
                        for (std::size_t kind = 0; kind < 16; ++kind)
                            want[kind] += (*one)[kind];
                    }
                }
            }
            QCOMPARE(Values(census->begin(), census->end()), want);
        }
    }
};

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
