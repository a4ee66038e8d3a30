// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <stop_token>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/AttributeMeasures.h"
#include "core/sna/Eigenvector.h"
#include "core/sna/Figures.h"
#include "core/sna/Hits.h"
#include "core/sna/PageRank.h"

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
