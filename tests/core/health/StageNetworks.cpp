// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageNetworks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <set>
#include <utility>

#include "core/base/Random.h"

namespace weavemap::test {

namespace {

using graph::Edge;
using graph::GraphSnapshot;
using People = std::vector<std::uint32_t>;

double between(Random& random, double low, double high) { return low + (high - low) * random.unit(); }

std::uint32_t whole(double x) { return static_cast<std::uint32_t>(std::lround(x)); }

People from(std::uint32_t first, std::uint32_t end)
{
    People people(end - first);
    std::iota(people.begin(), people.end(), first);
    return people;
}

void shuffle(People& people, Random& random)
{
    for (std::size_t i = people.size(); i > 1; --i)
        std::swap(people[i - 1], people[random.below(i)]);
}

std::uint32_t oneOf(const People& people, Random& random) { return people[random.below(people.size())]; }

/// Ties as they are drawn: nobody with themselves, no pair twice.
class Ties
{
public:
    bool add(std::uint32_t a, std::uint32_t b) { return a != b && m_ties.insert(std::minmax(a, b)).second; }
    void addChain(const People& people)
    {
        for (std::size_t i = 1; i < people.size(); ++i)
            add(people[i - 1], people[i]);
    }
    void addRing(const People& people)
    {
        addChain(people);
        add(people.front(), people.back());
    }
    void addPairs(const People& people, double chance, Random& random)
    {
        for (std::size_t i = 0; i < people.size(); ++i)
            for (std::size_t j = i + 1; j < people.size(); ++j)
                if (random.chance(chance))
                    add(people[i], people[j]);
    }
    void addTree(const People& people, Random& random)
    {
        for (std::size_t i = 1; i < people.size(); ++i)
            add(people[i], people[random.below(i)]);
    }
    /// `count` ties by lot that are not there yet; gives up on a crowded group.
    void addByLot(const People& people, std::size_t count, Random& random)
    {
        for (std::size_t tries = 0; count > 0 && tries < 1000 + 100 * count; ++tries)
            count -= add(oneOf(people, random), oneOf(people, random)) ? 1 : 0;
    }
    std::size_t count() const { return m_ties.size(); }
    std::vector<Edge> edges(const People& places) const
    {
        std::vector<Edge> edges;
        for (const auto& [a, b] : m_ties)
            edges.push_back({places[a], places[b]});
        return edges;
    }

private:
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_ties;
};

People scattered(Ties& ties, std::uint32_t n, Random& random)
{
    for (std::uint32_t first = 0; first < n;) {
        const auto size = static_cast<std::uint32_t>(random.between(1, 5));
        const People group = from(first, std::min(n, first + size));
        ties.addChain(group);
        ties.addPairs(group, 0.5, random);
        first += size;
    }
    return {};
}

People hubAndSpoke(Ties& ties, std::uint32_t n, Random& random)
{
    const double share = between(random, 0.75, 0.95);
    People spokes{1}, others;
    ties.add(0, 1);
    for (std::uint32_t v = 2; v < n; ++v)
        (random.chance(share) ? spokes : others).push_back(v);
    for (const std::uint32_t v : spokes)
        ties.add(0, v);
    for (const std::uint32_t v : others)
        ties.add(v, oneOf(spokes, random));
    ties.addByLot(from(1, n), whole(between(random, 0.1, 0.4) * n), random);
    return {0};
}

People multiHub(Ties& ties, std::uint32_t n, Random& random)
{
    const std::uint32_t count = 3 + n / 40;
    const People hubs = from(0, count);
    ties.addRing(hubs);
    ties.addPairs(hubs, 0.7, random);
    std::vector<People> circles(count);
    for (std::uint32_t v = count; v < n; ++v) {
        const std::uint32_t own = oneOf(hubs, random);
        circles[own].push_back(v);
        ties.add(v, own);
        for (const double chance : {0.4, 0.1})
            if (random.chance(chance))
                ties.add(v, oneOf(hubs, random));
    }
    for (std::uint32_t left = whole(0.3 * n); left > 0; --left) {
        const People& circle = circles[oneOf(hubs, random)];
        ties.addByLot(circle.size() > 2 && random.chance(0.7) ? circle : from(count, n), 1, random);
    }
    return hubs;
}

People corePeriphery(Ties& ties, std::uint32_t n, Random& random)
{
    const std::uint32_t size = std::max(5U, whole(between(random, 0.12, 0.22) * n));
    const People core = from(0, size);
    ties.addRing(core);
    ties.addPairs(core, between(random, 0.7, 0.9), random);
    for (std::uint32_t v = size; v < n; ++v)
        for (const double chance : {1.0, 0.5, 0.2})
            if (random.chance(chance))
                ties.add(v, oneOf(core, random));
    ties.addByLot(from(size, n), whole(0.1 * n), random);
    return core;
}

People twoHalves(Ties& ties, std::uint32_t n, Random& random)
{
    const std::uint32_t last = n - 1, first = whole(between(random, 0.4, 0.5) * last);
    for (const People& half : {from(0, first), from(first, last)}) {
        const std::size_t before = ties.count();
        ties.addTree(half, random);
        const auto wanted = static_cast<std::size_t>(2.5 * static_cast<double>(half.size()));
        ties.addByLot(half, wanted - (ties.count() - before), random);
        People known = half;
        shuffle(known, random);
        known.resize(static_cast<std::size_t>(random.between(2, 4)));
        for (const std::uint32_t v : known)
            ties.add(last, v);
    }
    return {last};
}

People byLot(Ties& ties, std::uint32_t n, Random& random)
{
    ties.addByLot(from(0, n), whole(between(random, 3.0, 6.0) * n / 2.0), random);
    return {};
}

People drawn(Shape shape, Ties& ties, std::uint32_t n, Random& random)
{
    switch (shape) {
    case Shape::scattered:
        return scattered(ties, n, random);
    case Shape::hubAndSpoke:
        return hubAndSpoke(ties, n, random);
    case Shape::multiHub:
        return multiHub(ties, n, random);
    case Shape::corePeriphery:
        return corePeriphery(ties, n, random);
    case Shape::twoHalves:
        return twoHalves(ties, n, random);
    case Shape::random:
        break;
    }
    return byLot(ties, n, random);
}

People lot(std::uint32_t n, Random& random)
{
    People people = from(0, n);
    shuffle(people, random);
    return people;
}

} // namespace

const char* nameOf(Shape shape)
{
    static constexpr const char* kNames[] = {"scattered",      "hub and spoke", "multi-hub",
                                             "core/periphery", "two halves",    "random"};
    return kNames[static_cast<std::size_t>(shape)];
}

StageNetwork stageNetwork(Shape shape, std::uint32_t n, std::uint64_t seed)
{
    // A shape has numbers of its own: seed 1 of two shapes has nothing in common.
    Random random((static_cast<std::uint64_t>(shape) << 48) ^ (std::uint64_t{n} << 32) ^ seed);
    Ties ties;
    People centre = drawn(shape, ties, n, random);
    const People places = lot(n, random);
    for (std::uint32_t& v : centre)
        v = places[v];
    std::sort(centre.begin(), centre.end());
    return {GraphSnapshot(GraphSnapshot::Direction::undirected, n, ties.edges(places)), std::move(centre)};
}

CalledNetwork callSome(const GraphSnapshot& graph, double share, std::uint64_t seed)
{
    Random random(seed);
    const std::uint32_t n = graph.vertexCount();
    People called = lot(n, random);
    called.resize(whole(share * n));
    CalledNetwork network{{}, std::vector<std::uint8_t>(n, 0)};
    for (const std::uint32_t v : called)
        network.called[v] = 1;
    std::vector<Edge> told;
    for (const Edge& tie : graph.edges())
        if (network.called[tie.source] != 0 || network.called[tie.target] != 0)
            told.push_back(tie);
    network.graph = GraphSnapshot(GraphSnapshot::Direction::undirected, n, told);
    return network;
}

StaffedNetwork addStaff(const GraphSnapshot& members, double share, std::uint64_t seed)
{
    Random random(seed);
    const std::uint32_t n = members.vertexCount();
    People known = lot(n, random);
    known.resize(whole(share * n));
    std::vector<Edge> edges = members.edges();
    for (const std::uint32_t v : known)
        edges.push_back({v, n});
    StaffedNetwork network{GraphSnapshot(GraphSnapshot::Direction::undirected, n + 1, edges),
                           std::vector<std::uint8_t>(n + 1, 0)};
    network.isStaff[n] = 1;
    return network;
}

} // namespace weavemap::test
