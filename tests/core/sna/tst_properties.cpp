// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/base/Random.h"
#include "core/sna/Analysis.h"

using namespace weavemap;
using namespace weavemap::test;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;
constexpr std::uint64_t kSeeds = 80;
constexpr std::uint32_t kFar = 1000000;

/// A network of 0 to 45 people: empty, sparse, in pieces, dense, a tree or a grid, as the seed has it.
std::vector<Edge> anyEdges(std::uint64_t seed, std::uint32_t& n)
{
    Random random(seed * 977);
    n = static_cast<std::uint32_t>(random.below(46));
    if (n == 0)
        return {};
    const std::uint64_t kind = seed % 5;
    if (kind == 0)
        return randomEdges(seed, n, n / 2, Weights::ones);
    if (kind == 1)
        return randomEdges(seed, n, 2 * n, Weights::ones);
    if (kind == 2)
        return randomEdges(seed, n, std::size_t{n} * n / 3, Weights::ones);
    std::vector<Edge> edges;
    for (std::uint32_t v = 1; v < n; ++v)
        edges.push_back({kind == 3 ? static_cast<std::uint32_t>(random.below(v)) : v - 1, v});
    if (kind == 4)
        for (std::uint32_t v = 6; v < n; ++v)
            edges.push_back({v - 6, v});
    return edges;
}

/// Distances and numbers of shortest paths between all pairs, as a textbook has them.
struct Textbook
{
    explicit Textbook(const GraphSnapshot& g)
        : n(g.vertexCount()), distance(n, std::vector<std::uint32_t>(n, kFar)), paths(n, Values(n, 0.0))
    {
        for (std::uint32_t s = 0; s < n; ++s) {
            std::vector<std::uint32_t> queue{s};
            distance[s][s] = 0;
            paths[s][s] = 1;
            for (std::size_t head = 0; head < queue.size(); ++head) {
                const std::uint32_t v = queue[head];
                for (const std::uint32_t w : g.neighbours(v)) {
                    if (distance[s][w] == kFar) {
                        distance[s][w] = distance[s][v] + 1;
                        queue.push_back(w);
                    }
                    if (distance[s][w] == distance[s][v] + 1)
                        paths[s][w] += paths[s][v];
                }
            }
        }
    }
    /// By the definition: every pair, every vertex. Ordered pairs.
    double betweenness(std::uint32_t v) const
    {
        double sum = 0.0;
        for (std::uint32_t s = 0; s < n; ++s)
            for (std::uint32_t t = 0; t < n; ++t)
                if (s != t && s != v && t != v && distance[s][t] != kFar &&
                    distance[s][v] + distance[v][t] == distance[s][t])
                    sum += paths[s][v] * paths[v][t] / paths[s][t];
        return sum;
    }
    double harmonic(std::uint32_t v) const
    {
        double sum = 0.0;
        for (std::uint32_t t = 0; t < n; ++t)
            sum += t != v && distance[v][t] != kFar ? 1.0 / distance[v][t] : 0.0;
        return sum;
    }
    std::uint32_t n;
    std::vector<std::vector<std::uint32_t>> distance;
    std::vector<Values> paths;
};

double sum(const Values& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

bool sameBits(const Values& a, const Values& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

} // namespace

/// What must hold on any network. A failure names the seed that drew it.
class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyNetwork_data()
    {
        QTest::addColumn<qulonglong>("seed");
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
            QTest::newRow(("seed " + std::to_string(seed)).c_str()) << static_cast<qulonglong>(seed);
    }

    void anyNetwork()
    {
        QFETCH(qulonglong, seed);
        std::uint32_t n = 0;
        const std::vector<Edge> edges = anyEdges(seed, n);
        const GraphSnapshot g = undirected(n, edges);
        const auto figures = sna::analyse(g, {}, kPlain);
        QVERIFY(figures);
        const auto& nodes = figures->undirected.nodes;
        agreesWithTheTextbook(Textbook(g), nodes);
        addsUp(g, Textbook(g), *figures);
        isWithinBounds(g, nodes);
        staysTheSame(g, edges, seed, figures->undirected);
    }

    void anyArcs_data() { anyNetwork_data(); }
    void anyArcs()
    {
        QFETCH(qulonglong, seed);
        std::uint32_t n = 0;
        const std::vector<Edge> edges = anyEdges(seed, n);
        const GraphSnapshot g = directed(n, edges);
        const auto figures = sna::analyse(g, {}, kPlain);
        const Textbook book(g);
        const auto& betweenness = figures->directed->nodes.at("betweenness");
        const auto& harmonic = figures->directed->nodes.at("harmonic_out");
        for (std::uint32_t v = 0; v < n; ++v) {
            QVERIFY(near(betweenness[v], book.betweenness(v), 1e-9));
            QVERIFY(near(harmonic[v], book.harmonic(v)));
        }
        for (const unsigned threads : {2U, 3U}) {
            const auto again = sna::analyse(g, {}, kPlain.withThreads(threads));
            for (const auto& [key, values] : figures->directed->nodes)
                QVERIFY2(sameBits(values, again->directed->nodes.at(key)), key.c_str());
        }
    }

private:
    static void agreesWithTheTextbook(const Textbook& book, const std::map<std::string, Values>& nodes)
    {
        for (std::uint32_t v = 0; v < book.n; ++v) {
            std::uint32_t reach = 0, furthest = 0, near2 = 0;
            for (std::uint32_t t = 0; t < book.n; ++t) {
                if (t == v || book.distance[v][t] == kFar)
                    continue;
                ++reach;
                furthest = std::max(furthest, book.distance[v][t]);
                near2 += book.distance[v][t] <= 2 ? 1 : 0;
            }
            QVERIFY(near(nodes.at("betweenness")[v], book.betweenness(v) / 2, 1e-9));
            QVERIFY(near(nodes.at("harmonic")[v], book.harmonic(v)));
            QCOMPARE(nodes.at("reach")[v], static_cast<double>(reach));
            QCOMPARE(nodes.at("eccentricity")[v], static_cast<double>(furthest));
            if (book.n > 1)
                QVERIFY(near(nodes.at("two_step_reach")[v], near2 / (book.n - 1.0)));
        }
    }

    static void addsUp(const GraphSnapshot& g, const Textbook& book, const sna::Figures& figures)
    {
        double between = 0.0; // a path of d steps passes d - 1 people
        for (std::uint32_t s = 0; s < book.n; ++s)
            for (std::uint32_t t = s + 1; t < book.n; ++t)
                between += book.distance[s][t] != kFar ? book.distance[s][t] - 1.0 : 0.0;
        const auto& nodes = figures.undirected.nodes;
        QVERIFY(near(sum(nodes.at("betweenness")), between, 1e-9));
        QCOMPARE(sum(nodes.at("degree")), 2.0 * static_cast<double>(g.edgeCount()));
        QCOMPARE(sum(nodes.at("triangles")), 3.0 * figures.undirected.number("triangles_total").value());
        QCOMPARE(sum(nodes.at("open_triads")), 2.0 * figures.undirected.number("open_triads_total").value());
        if (book.n > 0)
            QVERIFY(near(sum(nodes.at("pagerank")), 1.0, 1e-12));
    }

    static void isWithinBounds(const GraphSnapshot& g, const std::map<std::string, Values>& nodes)
    {
        for (std::uint32_t v = 0; v < g.vertexCount(); ++v) {
            const double degree = g.degree(v);
            QVERIFY(nodes.at("core_number")[v] <= degree);
            QVERIFY(nodes.at("clustering_local")[v] >= 0.0 && nodes.at("clustering_local")[v] <= 1.0);
            QVERIFY(nodes.at("pagerank")[v] > 0.0);
            if (degree > 0) {
                QVERIFY(nodes.at("constraint")[v] > 0.0 && nodes.at("constraint")[v] <= 1.5);
                QVERIFY(nodes.at("effective_size")[v] >= 1.0 - 1e-12 && nodes.at("effective_size")[v] <= degree);
                QVERIFY(nodes.at("closeness_component")[v] > 0.0 && nodes.at("closeness_component")[v] <= 1.0);
            }
            if (g.vertexCount() > 2)
                QVERIFY(nodes.at("betweenness_normalized")[v] <= 1.0 + 1e-12);
        }
    }

    /// At any number of threads to the bit; with the people in another order up to rounding.
    static void staysTheSame(const GraphSnapshot& g, std::vector<Edge> edges, std::uint64_t seed,
                             const sna::FigureSection& figures)
    {
        const std::uint32_t n = g.vertexCount();
        for (const unsigned threads : {2U, 3U}) {
            const auto again = sna::analyse(g, {}, kPlain.withThreads(threads));
            for (const auto& [key, values] : figures.nodes)
                QVERIFY2(sameBits(values, again->undirected.nodes.at(key)), key.c_str());
        }
        const auto place = shuffled(seed, n);
        for (Edge& edge : edges)
            edge = {place[edge.source], place[edge.target], edge.weight};
        const auto moved = sna::analyse(undirected(n, edges), {}, kPlain);
        for (const auto& [key, values] : figures.nodes)
            for (std::uint32_t v = 0; v < n && key != "component"; ++v)
                QVERIFY2(near(values[v], moved->undirected.nodes.at(key)[place[v]], 1e-8), key.c_str());
        for (const auto& [key, value] : figures.scalars)
            if (const auto number = figures.number(key); number && !key.starts_with("largest."))
                QVERIFY2(near(*number, moved->undirected.number(key).value(), 1e-9), key.c_str());
    }
};

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
