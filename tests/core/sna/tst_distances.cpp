// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Closeness.h"
#include "core/sna/Components.h"
#include "core/sna/Distances.h"
#include "core/sna/Figures.h"
#include "core/sna/Harmonic.h"

using namespace weavemap;
using namespace weavemap::test;
using sna::ClosenessForm;
using sna::PathEnd;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;
constexpr double kNone = sna::kUndefined;

/// Distances by plain breadth-first search, for comparison.
sna::Distances textbook(const GraphSnapshot& g, PathEnd end)
{
    const std::uint32_t n = g.vertexCount();
    sna::Distances all{std::vector<std::uint32_t>(n), std::vector<std::uint64_t>(n), Values(n),
                       std::vector<std::uint32_t>(n)};
    for (std::uint32_t s = 0; s < n; ++s) {
        std::vector<int> distance(n, -1);
        std::vector<std::uint32_t> queue{s};
        distance[s] = 0;
        for (std::size_t head = 0; head < queue.size(); ++head) {
            const std::uint32_t v = queue[head];
            for (const std::uint32_t w : end == PathEnd::from ? g.neighbours(v) : g.inNeighbours(v)) {
                if (distance[w] < 0) {
                    distance[w] = distance[v] + 1;
                    queue.push_back(w);
                    ++all.reach[s];
                    all.sum[s] += static_cast<std::uint64_t>(distance[w]);
                    all.harmonic[s] += 1.0 / distance[w];
                    all.eccentricity[s] = static_cast<std::uint32_t>(distance[w]);
                }
            }
        }
    }
    return all;
}

} // namespace

class TestDistances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_distances()
    {
        const auto all = sna::distances(path(4), PathEnd::from, kPlain);
        QCOMPARE(all->reach, (std::vector<std::uint32_t>{3, 3, 3, 3}));
        QCOMPARE(all->sum, (std::vector<std::uint64_t>{6, 4, 4, 6}));
        QCOMPARE(all->eccentricity, (std::vector<std::uint32_t>{3, 2, 2, 3}));
        QVERIFY(near(all->harmonic, {1 + 1.0 / 2 + 1.0 / 3, 2.5, 2.5, 1 + 1.0 / 2 + 1.0 / 3}));
    }

    void oneWayPath_fromAndToDiffer()
    {
        const GraphSnapshot g = directed(3, {{0, 1}, {1, 2}});
        QCOMPARE(sna::distances(g, PathEnd::from, kPlain)->reach, (std::vector<std::uint32_t>{2, 1, 0}));
        QCOMPARE(sna::distances(g, PathEnd::to, kPlain)->reach, (std::vector<std::uint32_t>{0, 1, 2}));
    }

    void closenessForms_onSeparatePieces()
    {
        // 0-1-2, 3-4, 5 alone: n = 6
        const auto all = sna::distances(undirected(6, {{0, 1}, {1, 2}, {3, 4}}), PathEnd::from, kPlain);
        QVERIFY(near(sna::closeness(*all, ClosenessForm::component), {2.0 / 3, 1, 2.0 / 3, 1, 1, kNone}));
        QVERIFY(near(sna::closeness(*all, ClosenessForm::wassermanFaust),
                     {2.0 / 5 * 2 / 3, 2.0 / 5, 2.0 / 5 * 2 / 3, 1.0 / 5, 1.0 / 5, kNone}));
        QVERIFY(near(sna::closeness(*all, ClosenessForm::raw), {1.0 / 3, 1.0 / 2, 1.0 / 3, 1, 1, kNone}));
        QVERIFY(std::isnan(sna::closenessCentralization(*all)));
    }

    void star_hasClosenessCentralizationOne()
    {
        QVERIFY(near(sna::closenessCentralization(*sna::distances(star(7), PathEnd::from, kPlain)), 1.0));
        QVERIFY(near(sna::closenessCentralization(*sna::distances(complete(7), PathEnd::from, kPlain)), 0.0));
    }

    void harmonic_isolateHasZero()
    {
        const auto raw = sna::harmonic(undirected(4, {{0, 1}, {1, 2}}), PathEnd::from, kPlain);
        QVERIFY(near(*raw, {1.5, 2, 1.5, 0}));
        QVERIFY(near(sna::normalizedHarmonic(*raw), {0.5, 2.0 / 3, 0.5, 0}));
        QVERIFY(sna::normalizedHarmonic({0.0}).empty());
    }

    void totals_ofNoneOneTwo()
    {
        for (const std::uint32_t n : {0U, 1U}) {
            const auto totals = sna::distanceTotals(*sna::distances(path(n), PathEnd::from, kPlain));
            QCOMPARE(totals.orderedPairs, std::uint64_t{0});
            QVERIFY(std::isnan(totals.meanDistance) && std::isnan(totals.efficiency));
        }
        const auto two = sna::distanceTotals(*sna::distances(path(2), PathEnd::from, kPlain));
        QVERIFY(near(two.meanDistance, 1.0) && near(two.efficiency, 1.0) && near(two.connectedness, 1.0));
    }

    void largestPiece_ofEqualOnesTheFirstCounts()
    {
        // 1-3 with 5 (a path), and 0-2-4 (a triangle): equal sizes, the triangle holds vertex 0.
        const GraphSnapshot g = undirected(6, {{1, 3}, {3, 5}, {0, 2}, {2, 4}, {0, 4}});
        const auto all = sna::distances(g, PathEnd::from, kPlain);
        const auto piece = sna::largestPiece(*all, sna::components(g, kPlain)->of);
        QCOMPARE(piece.diameter, 1U);
        QCOMPARE(piece.radius, 1U);
        QVERIFY(near(piece.meanDistance, 1.0));
    }

    void randomGraphs_agreeWithTextbookSearch()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const auto n = static_cast<std::uint32_t>(seed < 9 ? 5 + seed * 40 : 1300);
            const auto edges = randomEdges(seed, n, n * (1 + seed % 3), Weights::ones);
            for (const Direction direction : {Direction::undirected, Direction::directed}) {
                const GraphSnapshot g(direction, n, edges);
                for (const PathEnd end : {PathEnd::from, PathEnd::to}) {
                    const auto have = sna::distances(g, end, kPlain.withThreads(2));
                    const auto want = textbook(g, end);
                    QVERIFY(have);
                    QVERIFY2(have->reach == want.reach && have->sum == want.sum &&
                                 have->eccentricity == want.eccentricity && near(have->harmonic, want.harmonic),
                             qPrintable(QString::number(seed)));
                }
            }
        }
    }

    void longChain_isDeepEnough()
    {
        const auto all = sna::distances(path(3000), PathEnd::from, kPlain);
        QCOMPARE(all->eccentricity[0], 2999U);
        QCOMPARE(all->sum[0], std::uint64_t{2999} * 3000 / 2);
    }

    void threads_giveTheSameBits()
    {
        const GraphSnapshot g = undirected(3000, randomEdges(9, 3000, 6000, Weights::ones));
        const auto one = sna::distances(g, PathEnd::from, kPlain);
        for (const unsigned threads : {2U, 5U, 8U}) {
            const auto many = sna::distances(g, PathEnd::from, kPlain.withThreads(threads));
            QVERIFY(one->harmonic == many->harmonic && one->sum == many->sum);
        }
    }
};

QTEST_GUILESS_MAIN(TestDistances)
#include "tst_distances.moc"
