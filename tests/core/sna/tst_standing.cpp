// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "ExactSpectrum.h"
#include "core/sna/AttributeMeasures.h"
#include "core/sna/Brokerage.h"
#include "core/sna/Degree.h"
#include "core/sna/Eigenvector.h"
#include "core/sna/Figures.h"
#include "core/sna/Hits.h"
#include "core/sna/PageRank.h"
#include "core/sna/WeightedPaths.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::Weighting;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;

sna::EigenvectorResult eigenvectorOf(const GraphSnapshot& g, Weighting weighting = Weighting::counted)
{
    const auto parts = sna::components(g, kPlain);
    auto result = sna::eigenvector(g, *parts, weighting, kPlain);
    return result ? *result : sna::EigenvectorResult{};
}

/// Two cliques of `size`, joined by a path of `between` people more; one of the path, counted from its far end, has a
/// contact of its own (none: 0). Two largest eigenvalues that are nearly equal, the closer the longer the path is.
GraphSnapshot dumbbell(std::uint32_t size, std::uint32_t between, std::uint32_t place)
{
    std::vector<Edge> edges;
    for (const std::uint32_t first : {0U, size})
        for (std::uint32_t v = 0; v < size; ++v)
            for (std::uint32_t w = v + 1; w < size; ++w)
                edges.push_back({first + v, first + w});
    edges.push_back({0, 2 * size});
    for (std::uint32_t i = 1; i < between; ++i)
        edges.push_back({2 * size + i - 1, 2 * size + i});
    edges.push_back({2 * size + between - 1, size});
    if (place > 0)
        edges.push_back({2 * size + between - place, 2 * size + between});
    return undirected(2 * size + between + (place > 0 ? 1 : 0), edges);
}

sna::NodeAttribute words(std::vector<std::string> values) { return {"group", std::move(values), {}}; }

} // namespace

/// Eigenvector, PageRank, hubs and authorities; figures of attributes.
class TestStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eigenvector_ofAStar_leavesHaveOneOverTheRoot()
    {
        QVERIFY(near(*eigenvectorOf(star(4)).whole, {1, 0.5, 0.5, 0.5, 0.5}, 1e-9));
    }

    void eigenvector_ofALongChain_isASineWave()
    {
        constexpr std::uint32_t n = 2000;
        const auto result = eigenvectorOf(path(n));
        QVERIFY(result.whole);
        for (std::uint32_t v = 0; v < n; ++v) {
            const double want = std::sin(M_PI * (v + 1) / (n + 1)) / std::sin(M_PI * (n / 2.0) / (n + 1));
            QVERIFY2(near((*result.whole)[v], want, 1e-7), qPrintable(QString::number(v)));
        }
    }

    void eigenvector_bipartiteGraph_isNoSpecialCase()
    {
        QVERIFY(near(*eigenvectorOf(undirected(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}})).whole, Values(4, 1.0), 1e-9));
    }

    void eigenvector_onlyTheStrongestPieceCounts()
    {
        // A triangle and a pair.
        const auto result = eigenvectorOf(undirected(6, {{0, 1}, {2, 3}, {3, 4}, {2, 4}}));
        QVERIFY(near(*result.whole, {0, 0, 1, 1, 1, 0}, 1e-9));
        QVERIFY(near(result.perComponent, {1, 1, 1, 1, 1, 0}, 1e-9));
    }

    void eigenvector_tiedPieces_haveNoWhole()
    {
        const auto result = eigenvectorOf(undirected(6, {{0, 1}, {1, 2}, {3, 4}, {4, 5}}));
        QVERIFY(!result.whole);
        QVERIFY(near(result.perComponent, {M_SQRT1_2, 1, M_SQRT1_2, M_SQRT1_2, 1, M_SQRT1_2}, 1e-9));
        QVERIFY(!eigenvectorOf(path(0)).whole && !eigenvectorOf(path(1)).whole);
    }

    void eigenvector_weightsCount()
    {
        // 0 =3= 1 -4- 2: largest eigenvalue 5, vector (3, 5, 4).
        const auto result = eigenvectorOf(undirected(3, {{0, 1, 3}, {1, 2, 4}}), Weighting::weighted);
        QVERIFY(near(*result.whole, {0.6, 1, 0.8}, 1e-9));
    }

    void weightedFigures_doNotDependOnTheUnit()
    {
        const std::vector<Edge> edges = randomEdges(11, 60, 150, Weights::random);
        const GraphSnapshot g = undirected(60, edges);
        const auto eigen = eigenvectorOf(g, Weighting::weighted);
        const auto ranks = sna::pageRank(g, Weighting::weighted, kPlain);
        const auto constraint = sna::constraint(g, Weighting::weighted, kPlain);
        const auto effective = sna::burtEffectiveSize(g, Weighting::weighted, kPlain);
        const auto paths = sna::weightedPaths(g, kPlain);
        for (const double unit : {0x1p-1060, 0x1p-1000, 0x1p-600, 0x1p-40, 0x1p40, 0x1p600, 0x1p1018}) {
            std::vector<Edge> scaled = edges;
            for (Edge& edge : scaled)
                edge.weight *= unit;
            const GraphSnapshot other = undirected(60, scaled);
            const auto otherEigen = eigenvectorOf(other, Weighting::weighted);
            QVERIFY(otherEigen.whole && *otherEigen.whole == *eigen.whole); // to the last bit
            QVERIFY(near(*sna::pageRank(other, Weighting::weighted, kPlain), *ranks, 1e-12));
            QVERIFY(near(*sna::constraint(other, Weighting::weighted, kPlain), *constraint, 1e-12));
            QVERIFY(near(*sna::burtEffectiveSize(other, Weighting::weighted, kPlain), *effective, 1e-12));
            const auto otherPaths = sna::weightedPaths(other, kPlain);
            QVERIFY(near(otherPaths->betweenness, paths->betweenness, 1e-9));
            for (std::uint32_t v = 0; v < 60; ++v)
                QVERIFY(near(otherPaths->closeness[v] / unit, paths->closeness[v], 1e-4)); // few bits at 2^-1060
        }
    }

    void weightsFarApart_leaveEveryPieceItsFigures()
    {
        // The chain of `eigenvector_weightsCount` in three units, and one chain with a weight that vanishes.
        for (const auto& [small, large] : {std::pair{0x1p-600, 0x1p600}, std::pair{1e-170, 1e160}}) {
            std::vector<Edge> edges;
            std::uint32_t at = 0;
            for (const double unit : {small, large, 1.0}) {
                edges.push_back({at, at + 1, 3 * unit});
                edges.push_back({at + 1, at + 2, 4 * unit});
                at += 3;
            }
            edges.push_back({9, 10, large / 2});
            edges.push_back({10, 11, small});
            const GraphSnapshot g = undirected(12, edges);
            const auto result = eigenvectorOf(g, Weighting::weighted);
            QVERIFY(near(result.perComponent, {0.6, 1, 0.8, 0.6, 1, 0.8, 0.6, 1, 0.8, 1, 1, 0}));
            QVERIFY(near(*result.whole, {0, 0, 0, 0.6, 1, 0.8, 0, 0, 0, 0, 0, 0}));
            const auto ranks = sna::pageRank(g, Weighting::weighted, kPlain);
            for (std::uint32_t v = 0; v < 3; ++v) {
                QVERIFY(near((*ranks)[v], (*ranks)[v + 3]));
                QVERIFY(near((*ranks)[v], (*ranks)[v + 6]));
            }
            // x10 = base + 0.85 (x9 + x11), x9 = base + 0.85 x10, and 11 gets nothing but its base.
            const double base = 0.15 / 12;
            const double middle = base * (1 + 0.85 + 0.85) / (1 - 0.85 * 0.85);
            QVERIFY(near((*ranks)[9], base + 0.85 * middle) && near((*ranks)[10], middle));
            QVERIFY(near((*ranks)[11], base));
            QVERIFY(near((*sna::constraint(g, Weighting::weighted, kPlain))[10], 1.0));
        }
    }

    void strengthBeyondNumbers_isUndefined()
    {
        const auto sums = sna::strength(undirected(3, {{0, 1, 1e308}, {1, 2, 1e308}}), sna::TieEnd::outgoing, kPlain);
        QVERIFY(near(*sums, {1e308, sna::kUndefined, 1e308}));
    }

    void eigenvector_satisfiesItsEquation()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const GraphSnapshot g = undirected(300, randomEdges(seed, 300, 900, Weights::ones));
            const auto result = eigenvectorOf(g);
            QVERIFY(result.whole);
            const Values& x = *result.whole;
            Values image(300, 0.0);
            double top = 0.0;
            for (std::uint32_t v = 0; v < 300; ++v) {
                for (const std::uint32_t w : g.neighbours(v))
                    image[v] += x[w];
                top = std::max(top, image[v]);
            }
            for (double& value : image)
                value /= top;
            QVERIFY2(near(image, x, 1e-9), qPrintable(QString::number(seed)));
        }
    }

    void eigenvector_ofNearlyTiedParts_isExactOrUndefined()
    {
        // Relative gaps from 0.1 to below what long double tells from nothing.
        const std::vector<std::pair<std::uint32_t, std::uint32_t>> sizes{{5, 2},  {8, 4},  {12, 3}, {12, 9}, {20, 2},
                                                                         {20, 3}, {20, 6}, {20, 8}, {30, 7}, {30, 16}};
        int told = 0, untold = 0;
        for (const auto& [size, between] : sizes) {
            for (std::uint32_t place = 0; place <= between; ++place) {
                const std::string which =
                    std::to_string(size) + ", " + std::to_string(between) + ", " + std::to_string(place);
                const GraphSnapshot g = dumbbell(size, between, place);
                const ExactSpectrum exact = exactSpectrum(g);
                const auto relative = static_cast<double>(exact.gap / exact.first);
                if (std::abs(relative / 5e-8 - 1.0) < 0.2)
                    continue; // either is right: the limit is kept to a tenth
                const auto result = eigenvectorOf(g);
                QVERIFY2(result.whole.has_value() == (relative > 5e-8), which.c_str());
                if (result.whole) {
                    ++told;
                    QVERIFY2(near(*result.whole, exact.vector, 1e-8), which.c_str());
                } else {
                    ++untold;
                    QVERIFY2(std::all_of(result.perComponent.begin(), result.perComponent.end(),
                                         [](double x) { return std::isnan(x); }),
                             which.c_str());
                }
            }
        }
        QVERIFY(told >= 15 && untold >= 15);
    }

    void eigenvector_nextToATiedPiece_isDefined()
    {
        // Two cliques of 12 and a path of 20 between them; a clique of 5 by itself, and one of 14.
        for (const std::uint32_t other : {5U, 14U}) {
            std::vector<Edge> edges = dumbbell(12, 20, 0).edges();
            for (std::uint32_t v = 0; v < other; ++v)
                for (std::uint32_t w = v + 1; w < other; ++w)
                    edges.push_back({44 + v, 44 + w});
            const auto result = eigenvectorOf(undirected(44 + other, edges));
            QVERIFY(std::isnan(result.perComponent[0]));
            QVERIFY(near(result.perComponent[44], 1.0));
            QCOMPARE(result.whole.has_value(), other == 14);
            if (result.whole)
                QVERIFY((*result.whole)[0] == 0.0 && near((*result.whole)[44], 1.0));
        }
    }

    void inEigenvector_ofARing_isEven()
    {
        QVERIFY(near(*sna::inEigenvector(directed(3, {{0, 1}, {1, 2}, {2, 0}}), kPlain), Values(3, 1.0)));
    }

    void pageRank_sumsToOne_sinksSpreadEvenly()
    {
        const auto ranks = sna::pageRank(directed(2, {{0, 1}}), Weighting::counted, kPlain);
        // x0 = 0.075 + 0.425 x1, x1 = x0 + 0.85 x0
        QVERIFY(near(*ranks, {1.0 / 2.85, 1.85 / 2.85}));
        QVERIFY(near(*sna::pageRank(path(1), Weighting::counted, kPlain), {1.0}));
        QVERIFY(sna::pageRank(path(0), Weighting::counted, kPlain)->empty());
        const auto even = sna::pageRank(undirected(5, {}), Weighting::counted, kPlain);
        QVERIFY(near(*even, Values(5, 0.2)));
    }

    void hits_hubsPointAuthoritiesArePointedTo()
    {
        const auto both = sna::hits(directed(4, {{0, 2}, {1, 2}, {0, 3}}), kPlain);
        QVERIFY(both && *both);
        const double golden = (std::sqrt(5.0) - 1) / 2;
        QVERIFY(near((*both)->hub, {1, golden, 0, 0}, 1e-9));
        QVERIFY(near((*both)->authority, {0, 0, 1, golden}, 1e-9));
        QVERIFY(!*sna::hits(directed(4, {{0, 1}, {2, 3}}), kPlain));
        QVERIFY(!*sna::hits(directed(3, {}), kPlain));
    }

    void cancel_isAnError()
    {
        std::stop_source stop;
        stop.request_stop();
        const RunContext cancelled(stop.get_token());
        const GraphSnapshot g = complete(5);
        QCOMPARE(sna::eigenvector(g, *sna::components(g, kPlain), Weighting::counted, cancelled).error().code,
                 ErrorCode::cancelled);
        QCOMPARE(sna::pageRank(g, Weighting::counted, cancelled).error().code, ErrorCode::cancelled);
    }

    void tieMix_countsTiesAcrossAndWithin()
    {
        const GraphSnapshot g = undirected(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
        const auto mix = sna::tieMix(g, words({"a", "a", "b", "b", ""}), kPlain);
        QCOMPARE(mix->internal, 2.0);
        QCOMPARE(mix->external, 1.0);
        QVERIFY(near(mix->index(), -1.0 / 3));
        QVERIFY(near(mix->indexByGroup.at("a"), 0.0));
        QVERIFY(std::isnan(sna::tieMix(undirected(2, {}), words({"a", "b"}), kPlain)->index()));
    }

    void assortativity_boundsAndUndefined()
    {
        const GraphSnapshot pairs = undirected(4, {{0, 1}, {2, 3}});
        QVERIFY(near(sna::categoricalAssortativity(pairs, words({"a", "a", "b", "b"})), 1.0));
        QVERIFY(near(sna::categoricalAssortativity(pairs, words({"a", "b", "a", "b"})), -1.0));
        QVERIFY(std::isnan(sna::categoricalAssortativity(pairs, words({"a", "a", "a", "a"}))));
        QVERIFY(near(sna::degreeAssortativity(star(5)), -1.0));
        QVERIFY(std::isnan(sna::degreeAssortativity(complete(4))));
        sna::NodeAttribute age{"age", {"1", "1", "7", "7"}, {1.0, 1.0, 7.0, 7.0}};
        QVERIFY(near(sna::numericAssortativity(pairs, age), 1.0));
    }

    void modularity_ofTwoPairs()
    {
        const GraphSnapshot pairs = undirected(4, {{0, 1}, {2, 3}});
        QVERIFY(near(sna::attributeModularity(pairs, words({"a", "a", "b", "b"})), 0.5));
        QVERIFY(near(sna::attributeModularity(pairs, words({"a", "a", "a", "a"})), 0.0));
        QVERIFY(std::isnan(sna::attributeModularity(undirected(2, {}), words({"a", "b"}))));
    }
};

QTEST_GUILESS_MAIN(TestStanding)
#include "tst_standing.moc"
