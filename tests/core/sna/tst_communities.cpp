// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <cmath>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Communities.h"
#include "core/sna/Components.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::Weighting;
using Groups = std::vector<std::uint32_t>;

namespace {

const RunContext kPlain;

sna::Communities found(const GraphSnapshot& g, Weighting weighting = Weighting::counted, std::uint64_t seed = 1)
{
    auto result = sna::communities(g, weighting, kPlain, seed);
    return result ? *result : sna::Communities{};
}

/// Two cliques of `size`, joined by one tie.
GraphSnapshot twoCliques(std::uint32_t size)
{
    std::vector<Edge> edges{{size - 1, size}};
    for (const std::uint32_t start : {0U, size})
        for (std::uint32_t v = 0; v < size; ++v)
            for (std::uint32_t w = v + 1; w < size; ++w)
                edges.push_back({start + v, start + w});
    return undirected(2 * size, edges);
}

/// Chapters of 20 people who know a quarter of each other, and some ties across; the last 10 people know nobody.
std::vector<Edge> chapters(std::uint64_t seed, std::uint32_t count, Weights weights)
{
    Random random(seed);
    std::vector<Edge> edges;
    const auto add = [&](std::uint32_t v, std::uint32_t w) {
        edges.push_back({v, w, weights == Weights::ones ? 1.0 : 0.25 * static_cast<double>(1 + random.below(9))});
    };
    for (std::uint32_t v = 0; v < 20 * count; ++v) {
        for (std::uint32_t w = v + 1; w < v / 20 * 20 + 20; ++w)
            if (random.chance(0.25))
                add(v, w);
        if (random.chance(0.5))
            add(v, static_cast<std::uint32_t>(random.below(std::uint64_t{20} * count)));
    }
    return edges;
}

/// What is wrong with the numbering, the connectedness, or the claimed modularity of a result; or nothing.
std::string fault(const GraphSnapshot& g, const sna::Communities& result, Weighting weighting)
{
    const std::uint32_t n = g.vertexCount();
    if (result.of.size() != n)
        return "other length";
    std::uint32_t next = 0;
    for (const std::uint32_t group : result.of) {
        if (group > next)
            return "not numbered by first appearance";
        next = std::max(next, group + 1);
    }
    if (next != result.count)
        return "other count";
    std::vector<Edge> inside;
    for (const Edge& edge : g.edges())
        if (result.of[edge.source] == result.of[edge.target])
            inside.push_back(edge);
    if (sna::components(undirected(n, inside), kPlain)->count != result.count)
        return "a group is not connected";
    if (!near(result.modularity, sna::modularity(g, result.of, weighting), 1e-12))
        return "claims another modularity";
    return {};
}

/// The highest modularity of all partitions of a network of few people.
double bestOfAll(const GraphSnapshot& g, Groups& of, std::uint32_t v, std::uint32_t groups)
{
    if (v == g.vertexCount())
        return sna::modularity(g, of, Weighting::counted);
    double best = -1.0;
    for (of[v] = 0; of[v] <= groups; ++of[v])
        best = std::max(best, bestOfAll(g, of, v + 1, std::max(groups, of[v] + 1)));
    of[v] = 0;
    return best;
}

} // namespace

class TestCommunities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modularity_isAsDefined()
    {
        // Two ties, two pairs: 2 * (1/2 - 1/4).
        const GraphSnapshot g = undirected(5, {{0, 1, 3}, {2, 3, 1}});
        QVERIFY(near(sna::modularity(g, Groups{0, 0, 1, 1, 2}, Weighting::counted), 0.5));
        QVERIFY(near(sna::modularity(g, Groups{0, 0, 1, 1, 2}, Weighting::weighted), 0.375)); // 1 - 9/16 - 1/16
        QVERIFY(near(sna::modularity(g, Groups{0, 0, 0, 0, 0}, Weighting::counted), 0.0));
        QVERIFY(near(sna::modularity(g, Groups{0, 1, 0, 1, 0}, Weighting::counted), -0.5));
        QVERIFY(std::isnan(sna::modularity(undirected(3, {}), Groups{0, 1, 2}, Weighting::counted)));
    }

    void emptyNetwork_hasNoGroups()
    {
        const sna::Communities none = found(undirected(0, {}));
        QVERIFY(none.of.empty());
        QCOMPARE(none.count, 0U);
        QVERIFY(std::isnan(none.modularity));
    }

    void isolates_areGroupsOfOne()
    {
        for (const std::uint32_t n : {1U, 2U, 5U}) {
            const sna::Communities groups = found(undirected(n, {}));
            QCOMPARE(groups.count, n);
            QVERIFY(std::isnan(groups.modularity));
        }
        const sna::Communities beside = found(undirected(4, {{1, 3}}));
        QCOMPARE(beside.of, (Groups{0, 1, 2, 1}));
        QVERIFY(near(beside.modularity, 0.0));
    }

    void onePair_isOneGroup()
    {
        QCOMPARE(found(path(2)).of, (Groups{0, 0}));
        QVERIFY(near(found(path(2)).modularity, 0.0));
    }

    void completeGraph_andStar_areOneGroup()
    {
        QCOMPARE(found(complete(7)).count, 1U);
        QCOMPARE(found(star(9)).count, 1U);
        QCOMPARE(found(complete(7)).modularity, 0.0);
    }

    void twoCliquesWithABridge_areTwoGroups()
    {
        const sna::Communities groups = found(twoCliques(5));
        QCOMPARE(groups.of, (Groups{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
        QVERIFY(near(groups.modularity, 20.0 / 21.0 - 0.5));
    }

    void pieces_shareNoGroup()
    {
        const GraphSnapshot g = undirected(8, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {6, 7}});
        QCOMPARE(found(g).of, (Groups{0, 0, 0, 1, 1, 1, 2, 2}));
    }

    void fewPeople_getTheBestGroupsThereAre()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const GraphSnapshot g = undirected(8, randomEdges(seed, 8, 13, Weights::ones));
            Groups of(8, 0);
            const double best = bestOfAll(g, of, 0, 0);
            QVERIFY2(near(found(g).modularity, best, 1e-12), qPrintable(QString::number(seed)));
        }
    }

    void ringOfCliques_isFoundWhole()
    {
        constexpr std::uint32_t cliques = 12, size = 6;
        std::vector<Edge> edges;
        for (std::uint32_t c = 0; c < cliques; ++c) {
            for (std::uint32_t v = 0; v < size; ++v)
                for (std::uint32_t w = v + 1; w < size; ++w)
                    edges.push_back({c * size + v, c * size + w});
            edges.push_back({c * size, (c + 1) % cliques * size + 1});
        }
        const sna::Communities groups = found(undirected(cliques * size, edges));
        QCOMPARE(groups.count, cliques);
        for (std::uint32_t v = 0; v < cliques * size; ++v)
            QCOMPARE(groups.of[v], v / size);
    }

    void heavyTies_decide()
    {
        // A ring of four: by number of ties it can be cut either way, by weight one way only.
        const GraphSnapshot g = undirected(4, {{0, 1, 1}, {1, 2, 5}, {2, 3, 1}, {3, 0, 5}});
        QCOMPARE(found(g, Weighting::weighted).of, (Groups{0, 1, 1, 0}));
        QVERIFY(near(found(g, Weighting::weighted).modularity, 10.0 / 12.0 - 0.5));
    }

    void unitOfWeights_doesNotMatter()
    {
        std::vector<Edge> edges = chapters(7, 15, Weights::random);
        const sna::Communities before = found(undirected(310, edges), Weighting::weighted);
        for (const double unit : {0x1p-40, 0x1p40, 0x1p-600, 0x1p600, 0x1p-1000, 0x1p1019}) {
            std::vector<Edge> scaled = edges;
            for (Edge& edge : scaled)
                edge.weight *= unit;
            const GraphSnapshot g = undirected(310, scaled);
            QCOMPARE(found(g, Weighting::weighted).of, before.of);
            QCOMPARE(found(g, Weighting::weighted).modularity, before.modularity);
            QCOMPARE(sna::modularity(g, before.of, Weighting::weighted), before.modularity);
        }
    }

    void weightsFarApart_countAsFarAsTheyCan()
    {
        // A triangle of heavy ties, one of ties that vanish beside them, and a tie between: below every rounding.
        const std::vector<Edge> edges{{0, 1, 0x1p600},  {1, 2, 0x1p600},  {0, 2, 0x1p600}, {2, 3, 0x1p-600},
                                      {3, 4, 0x1p-600}, {4, 5, 0x1p-600}, {3, 5, 0x1p-600}};
        const GraphSnapshot g = undirected(6, edges);
        const sna::Communities groups = found(g, Weighting::weighted);
        QCOMPARE(fault(g, groups, Weighting::weighted), std::string());
        QVERIFY(groups.of[0] == groups.of[1] && groups.of[1] == groups.of[2]);
        QVERIFY(near(groups.modularity, 0.0));
    }

    void arcsBothWays_mayBeAsHeavyAsNumbersGo()
    {
        // Their sums are beyond the range of numbers.
        std::vector<Edge> arcs{{2, 3, 1e306}};
        for (const std::uint32_t first : {0U, 3U})
            for (std::uint32_t v = 0; v < 3; ++v)
                for (const std::uint32_t w : {(v + 1) % 3, (v + 2) % 3})
                    arcs.push_back({first + v, first + w, 1e308});
        const sna::Communities groups = found(directed(6, arcs), Weighting::weighted);
        QCOMPARE(groups.of, (Groups{0, 0, 0, 1, 1, 1}));
        QVERIFY(near(groups.modularity, 6.0 / 6.005 - 0.5));
        QCOMPARE(sna::modularity(directed(6, arcs), groups.of, Weighting::weighted), groups.modularity);
    }

    void equalWeights_areLikeNone()
    {
        const GraphSnapshot g = undirected(310, chapters(3, 15, Weights::random));
        std::vector<Edge> edges = g.edges();
        for (Edge& edge : edges)
            edge.weight = 4.0;
        QCOMPARE(found(undirected(310, edges), Weighting::weighted).of, found(g, Weighting::counted).of);
    }

    void directedNetwork_isTakenInItsUndirectedForm()
    {
        const GraphSnapshot g = directed(310, chapters(5, 15, Weights::random));
        for (const Weighting weighting : {Weighting::counted, Weighting::weighted}) {
            QCOMPARE(found(g, weighting).of, found(g.undirected(), weighting).of);
            QCOMPARE(sna::modularity(g, found(g, weighting).of, weighting), found(g, weighting).modularity);
        }
    }

    void randomNetworks_haveSoundGroups()
    {
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const auto n = static_cast<std::uint32_t>(3 + 11 * seed);
            // From trees with isolates to a mean of ten ties.
            const std::size_t m = n * (1 + seed % 5);
            const GraphSnapshot g = undirected(n, randomEdges(seed, n, m, Weights::random));
            for (const Weighting weighting : {Weighting::counted, Weighting::weighted}) {
                const sna::Communities groups = found(g, weighting, seed);
                QVERIFY2(fault(g, groups, weighting).empty(),
                         (std::to_string(seed) + ": " + fault(g, groups, weighting)).c_str());
                // Not below what is trivially had: the pieces of the network as groups.
                QVERIFY(groups.modularity >= sna::modularity(g, sna::components(g, kPlain)->of, weighting) - 1e-12);
            }
        }
    }

    void planted_chaptersAreFound()
    {
        const GraphSnapshot g = undirected(610, chapters(2, 30, Weights::ones));
        Groups planted(610);
        for (std::uint32_t v = 0; v < 610; ++v)
            planted[v] = v < 600 ? v / 20 : v - 570;
        QVERIFY(found(g).modularity >= sna::modularity(g, planted, Weighting::counted) - 1e-9);
        QCOMPARE(fault(g, found(g), Weighting::counted), std::string());
    }

    void orderOfPeople_andSeed_leaveTheModularity()
    {
        const std::uint32_t n = 1210;
        std::vector<Edge> edges = chapters(4, 60, Weights::random);
        const double before = found(undirected(n, edges), Weighting::weighted).modularity;
        for (std::uint64_t seed = 2; seed <= 6; ++seed) {
            QVERIFY(std::abs(found(undirected(n, edges), Weighting::weighted, seed).modularity - before) < 0.002);
            const auto place = shuffled(seed, n);
            std::vector<Edge> moved = edges;
            for (Edge& edge : moved)
                edge = {place[edge.target], place[edge.source], edge.weight};
            const auto order = shuffled(seed + 100, static_cast<std::uint32_t>(moved.size()));
            for (std::uint32_t i = 0; i < moved.size(); ++i)
                std::swap(moved[i], moved[order[i]]);
            QVERIFY(std::abs(found(undirected(n, moved), Weighting::weighted).modularity - before) < 0.002);
        }
    }

    void threads_giveTheSameBits()
    {
        // Small networks are searched on one thread: 8 chapters are enough for 64 searches on several, 30 for 22
        // searches, 600 for the two first passes of a large network.
        for (const std::uint32_t count : {8U, 30U, 600U}) {
            const GraphSnapshot g = undirected(20 * count + 10, chapters(count, count, Weights::random));
            const std::size_t size = g.vertexCount() + 2 * g.edgeCount();
            QVERIFY((size > 700 && size < 30'000) || size > 72'000); // what is searched is over 500,000 arcs
            for (const Weighting weighting : {Weighting::counted, Weighting::weighted}) {
                const sna::Communities one = found(g, weighting);
                for (const unsigned threads : {2U, 3U, 8U}) {
                    const auto many = sna::communities(g, weighting, kPlain.withThreads(threads));
                    QCOMPARE(many->of, one.of);
                    QCOMPARE(many->count, one.count);
                    QVERIFY(many->modularity == one.modularity);
                }
            }
        }
    }

    void cancelledBefore_orOnTheWay_givesNothing()
    {
        const GraphSnapshot g = undirected(20'010, chapters(1, 1000, Weights::ones));
        std::stop_source before;
        before.request_stop();
        const auto early = sna::communities(g, Weighting::counted, RunContext(before.get_token()));
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::cancelled);
        for (const unsigned threads : {1U, 2U}) {
            // Stops at the first progress, and at every later tenth.
            for (double at = 0.0; at < 0.7; at += 0.1) {
                std::stop_source stop;
                int toldAfter = 0;
                const RunContext context(
                    stop.get_token(),
                    [&](double done) {
                        toldAfter += stop.stop_requested() ? 1 : 0;
                        if (done > at)
                            stop.request_stop();
                    },
                    threads);
                const auto result = sna::communities(g, Weighting::counted, context);
                QVERIFY(!result);
                QCOMPARE(result.error().code, ErrorCode::cancelled);
                QVERIFY(toldAfter <= 1);
            }
        }
    }

    void progress_growsToOne_inSmallSteps()
    {
        const GraphSnapshot g = undirected(20'010, chapters(1, 1000, Weights::ones));
        for (const unsigned threads : {1U, 2U}) {
            std::vector<double> told;
            QVERIFY(sna::communities(g, Weighting::counted,
                                     RunContext(
                                         {}, [&](double done) { told.push_back(done); }, threads)));
            QVERIFY(std::is_sorted(told.begin(), told.end()));
            QCOMPARE(told.back(), 1.0);
            QVERIFY(told.size() > 30);
            QVERIFY2(told[told.size() - 2] > 0.7, qPrintable(QString::number(told[told.size() - 2])));
        }
    }
};

QTEST_GUILESS_MAIN(TestCommunities)
#include "tst_communities.moc"
