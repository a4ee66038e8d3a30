// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/core_numbers.hpp>

#include <QTest>

// Before rapidcheck, which needs them and does not say so.
#include <cstdint>
#include <rapidcheck.h>

#include "DrawnGraphs.h"
#include "core/graph/BoostAdapter.h"
#include "core/sna/Analysis.h"

using namespace weavemap;
using namespace weavemap::test;
using Values = std::vector<double>;

namespace {

const RunContext kPlain;
constexpr std::uint32_t kFar = 1000000;

/// A network that rapidcheck draws, and makes smaller where something fails on it. Loops and duplicates come as they
/// fall.
struct Network
{
    std::uint32_t n = 0;
    std::vector<Edge> edges;
};

std::ostream& operator<<(std::ostream& out, const Network& network)
{
    out << network.n << " people:";
    for (const Edge& edge : network.edges)
        out << ' ' << edge.source << '-' << edge.target << " (" << edge.weight << ')';
    return out;
}

/// 0 to 45 people: without ties, sparse, in pieces, dense, a tree or a grid.
rc::Gen<Network> networks(Weights weights = Weights::ones)
{
    return rc::gen::exec([weights] {
        Network network;
        network.n = *rc::gen::inRange<std::uint32_t>(0, 46);
        const std::uint32_t n = network.n;
        if (n == 0)
            return network;
        const int shape = *rc::gen::inRange(0, 5);
        const auto anyone = rc::gen::inRange<std::uint32_t>(0, n);
        if (shape < 3) {
            const std::size_t counts[] = {n / 2, std::size_t{2} * n, std::size_t{n} * n / 3};
            for (const auto& [a, b] : *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(
                     counts[shape], rc::gen::pair(anyone, anyone)))
                network.edges.push_back({a, b});
        } else if (shape == 3) {
            for (std::uint32_t v = 1; v < n; ++v)
                network.edges.push_back({*rc::gen::inRange<std::uint32_t>(0, v), v});
        } else {
            for (std::uint32_t v = 1; v < n; ++v)
                network.edges.push_back({v - 1, v});
            for (std::uint32_t v = 6; v < n; ++v)
                network.edges.push_back({v - 6, v});
        }
        if (weights == Weights::random)
            for (Edge& edge : network.edges)
                edge.weight = *rc::gen::inRange(1, 5);
        return network;
    });
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

sna::Figures everything(const GraphSnapshot& g, unsigned threads = 1)
{
    return sna::analyse(g, {}, kPlain.withThreads(threads)).value();
}

/// The network with every person under another number.
Network renumbered(Network network, const std::vector<std::uint32_t>& place)
{
    for (Edge& edge : network.edges)
        edge = {place[edge.source], place[edge.target], edge.weight};
    return network;
}

/// Whether a figure may differ when people come in another order: numbers of groups are names; which of several equally
/// good groupings is found, and which of two equally large pieces is the largest, depends on where one begins.
bool goesWithOrder(const std::string& key)
{
    return key == "component" || key.starts_with("communit") || key.starts_with("modularity") ||
           key.starts_with("largest.") || key == "small_world";
}

void compareMoved(const sna::FigureSection& figures, const sna::FigureSection& moved,
                  const std::vector<std::uint32_t>& place)
{
    for (const auto& [key, values] : figures.nodes) {
        RC_TAG(key);
        for (std::size_t v = 0; v < values.size() && !goesWithOrder(key); ++v)
            RC_ASSERT(near(values[v], moved.nodes.at(key)[place[v]], 1e-8));
    }
    for (const auto& [key, value] : figures.scalars)
        if (const auto number = figures.number(key); number && !goesWithOrder(key))
            RC_ASSERT(near(*number, moved.number(key).value(), 1e-9));
}

void compareBits(const sna::FigureSection& one, const sna::FigureSection& other)
{
    for (const auto& [key, values] : one.nodes)
        RC_ASSERT(sameBits(values, other.nodes.at(key)));
}

} // namespace

/// What must hold on any network. RC_PARAMS="seed=7 max_success=1000" draws others, and more of them.
class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "seed=2026 max_success=80");
    }

    void figures_areThoseOfTheTextbook()
    {
        QVERIFY(rc::check("paths by the definition", [] {
            const Network network = *networks();
            const GraphSnapshot g = undirected(network.n, network.edges);
            const Textbook book(g);
            const auto nodes = everything(g).undirected.nodes;
            for (std::uint32_t v = 0; v < book.n; ++v) {
                std::uint32_t reach = 0, furthest = 0, near2 = 0;
                for (std::uint32_t t = 0; t < book.n; ++t) {
                    if (t == v || book.distance[v][t] == kFar)
                        continue;
                    ++reach;
                    furthest = std::max(furthest, book.distance[v][t]);
                    near2 += book.distance[v][t] <= 2 ? 1 : 0;
                }
                RC_ASSERT(near(nodes.at("betweenness")[v], book.betweenness(v) / 2, 1e-9));
                RC_ASSERT(near(nodes.at("harmonic")[v], book.harmonic(v)));
                RC_ASSERT(nodes.at("reach")[v] == static_cast<double>(reach));
                RC_ASSERT(nodes.at("eccentricity")[v] == static_cast<double>(furthest));
                if (book.n > 1)
                    RC_ASSERT(near(nodes.at("two_step_reach")[v], near2 / (book.n - 1.0)));
            }
        }));
    }

    void figures_areThoseOfTheTextbook_alongArcs()
    {
        QVERIFY(rc::check("paths of arcs by the definition", [] {
            const Network network = *networks();
            const GraphSnapshot g = directed(network.n, network.edges);
            const Textbook book(g);
            const auto figures = everything(g);
            for (std::uint32_t v = 0; v < book.n; ++v) {
                RC_ASSERT(near(figures.directed->nodes.at("betweenness")[v], book.betweenness(v), 1e-9));
                RC_ASSERT(near(figures.directed->nodes.at("harmonic_out")[v], book.harmonic(v)));
            }
        }));
    }

    void figures_areThoseOfBoost()
    {
        QVERIFY(rc::check("another library", [] {
            const Network network = *networks();
            const GraphSnapshot g = undirected(network.n, network.edges);
            const graph::UndirectedView view(g);
            const auto figures = everything(g);
            const auto& nodes = figures.undirected.nodes;
            if (network.n == 0)
                return;
            const auto mapOf = [](auto& values) {
                return boost::make_iterator_property_map(values.begin(), graph::VertexIndexMap{});
            };
            Values betweenness(network.n);
            boost::brandes_betweenness_centrality(view, mapOf(betweenness));
            RC_ASSERT(near(nodes.at("betweenness"), betweenness, 1e-9));
            std::vector<std::uint32_t> cores(network.n), cutPoints;
            boost::core_numbers(view, mapOf(cores));
            RC_ASSERT(nodes.at("core_number") == Values(cores.begin(), cores.end()));
            boost::articulation_points(view, std::back_inserter(cutPoints));
            Values isCutPoint(network.n, 0.0);
            for (const std::uint32_t v : cutPoints)
                isCutPoint[v] = 1.0;
            RC_ASSERT(nodes.at("articulation_point") == isCutPoint);
        }));
    }

    void figures_addUp()
    {
        QVERIFY(rc::check("sum rules", [] {
            const Network network = *networks();
            const GraphSnapshot g = undirected(network.n, network.edges);
            const Textbook book(g);
            const auto figures = everything(g);
            const auto& nodes = figures.undirected.nodes;
            double between = 0.0; // a path of d steps passes d - 1 people
            for (std::uint32_t s = 0; s < book.n; ++s)
                for (std::uint32_t t = s + 1; t < book.n; ++t)
                    between += book.distance[s][t] != kFar ? book.distance[s][t] - 1.0 : 0.0;
            RC_ASSERT(near(sum(nodes.at("betweenness")), between, 1e-9));
            RC_ASSERT(sum(nodes.at("degree")) == 2.0 * static_cast<double>(g.edgeCount()));
            RC_ASSERT(sum(nodes.at("triangles")) == 3.0 * figures.undirected.number("triangles_total").value());
            RC_ASSERT(sum(nodes.at("open_triads")) == 2.0 * figures.undirected.number("open_triads_total").value());
            if (book.n > 0)
                RC_ASSERT(near(sum(nodes.at("pagerank")), 1.0, 1e-12));
        }));
    }

    void figures_areWithinTheirBounds()
    {
        QVERIFY(rc::check("bounds", [] {
            const Network network = *networks();
            const GraphSnapshot g = undirected(network.n, network.edges);
            const auto nodes = everything(g).undirected.nodes;
            for (std::uint32_t v = 0; v < g.vertexCount(); ++v) {
                const double degree = g.degree(v);
                RC_ASSERT(nodes.at("core_number")[v] <= degree);
                RC_ASSERT(nodes.at("clustering_local")[v] >= 0.0 && nodes.at("clustering_local")[v] <= 1.0);
                RC_ASSERT(nodes.at("pagerank")[v] > 0.0);
                if (degree > 0) {
                    RC_ASSERT(nodes.at("constraint")[v] > 0.0 && nodes.at("constraint")[v] <= 1.5);
                    RC_ASSERT(nodes.at("effective_size")[v] >= 1.0 - 1e-12 && nodes.at("effective_size")[v] <= degree);
                    RC_ASSERT(nodes.at("closeness_component")[v] > 0.0 && nodes.at("closeness_component")[v] <= 1.0);
                }
                if (g.vertexCount() > 2)
                    RC_ASSERT(nodes.at("betweenness_normalized")[v] <= 1.0 + 1e-12);
            }
        }));
    }

    void order_ofThePeopleMakesNoDifference()
    {
        QVERIFY(rc::check("people in another order, weights included", [] {
            const Network network = *networks(Weights::random);
            const auto place = shuffled(*rc::gen::arbitrary<std::uint64_t>(), network.n);
            const Network moved = renumbered(network, place);
            compareMoved(everything(undirected(network.n, network.edges)).undirected,
                         everything(undirected(moved.n, moved.edges)).undirected, place);
        }));
    }

    void threads_giveTheSameBits()
    {
        QVERIFY(rc::check("1, 2 and 3 threads", [] {
            const Network network = *networks(Weights::random);
            const GraphSnapshot g = directed(network.n, network.edges);
            const auto alone = everything(g);
            for (const unsigned threads : {2U, 3U}) {
                const auto together = everything(g, threads);
                compareBits(alone.undirected, together.undirected);
                compareBits(*alone.directed, *together.directed);
            }
        }));
    }

    void arcsBothWays_areAsTies()
    {
        QVERIFY(rc::check("a tie is two arcs", [] {
            Network network = *networks();
            const auto ties = everything(undirected(network.n, network.edges)).undirected.nodes;
            const std::size_t count = network.edges.size();
            for (std::size_t i = 0; i < count; ++i)
                network.edges.push_back({network.edges[i].target, network.edges[i].source});
            const auto arcs = everything(directed(network.n, network.edges)).directed->nodes;
            const auto twice = [](Values values) {
                for (double& value : values)
                    value *= 2;
                return values;
            };
            RC_ASSERT(near(arcs.at("betweenness"), twice(ties.at("betweenness")), 1e-9));
            RC_ASSERT(near(arcs.at("harmonic_out"), ties.at("harmonic"), 1e-9));
            RC_ASSERT(near(arcs.at("harmonic_in"), ties.at("harmonic"), 1e-9));
            RC_ASSERT(near(arcs.at("pagerank"), ties.at("pagerank"), 1e-9));
        }));
    }
};

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
