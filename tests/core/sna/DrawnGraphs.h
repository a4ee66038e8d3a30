// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "core/base/Random.h"
#include "core/graph/GraphSnapshot.h"

/// Small networks that a test can draw, and random ones from a seed.
namespace weavemap::test {

using Direction = graph::GraphSnapshot::Direction;
using graph::Edge;
using graph::GraphSnapshot;

inline GraphSnapshot undirected(std::uint32_t n, std::vector<Edge> edges)
{
    return GraphSnapshot(Direction::undirected, n, edges);
}

inline GraphSnapshot directed(std::uint32_t n, std::vector<Edge> edges)
{
    return GraphSnapshot(Direction::directed, n, edges);
}

/// 0 - 1 - ... - (n-1)
inline GraphSnapshot path(std::uint32_t n)
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 1; v < n; ++v)
        edges.push_back({v - 1, v});
    return undirected(n, edges);
}

/// 0 in the middle.
inline GraphSnapshot star(std::uint32_t leaves)
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 1; v <= leaves; ++v)
        edges.push_back({0, v});
    return undirected(leaves + 1, edges);
}

inline GraphSnapshot complete(std::uint32_t n)
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 0; v < n; ++v)
        for (std::uint32_t w = v + 1; w < n; ++w)
            edges.push_back({v, w});
    return undirected(n, edges);
}

/// side x side squares; vertex y * side + x.
inline GraphSnapshot grid(std::uint32_t side)
{
    std::vector<Edge> edges;
    for (std::uint32_t y = 0; y < side; ++y) {
        for (std::uint32_t x = 0; x < side; ++x) {
            if (x + 1 < side)
                edges.push_back({y * side + x, y * side + x + 1});
            if (y + 1 < side)
                edges.push_back({y * side + x, (y + 1) * side + x});
        }
    }
    return undirected(side * side, edges);
}

/// Weights are 1 to 4 where `weighted`; loops and duplicates come as they fall.
enum class Weights { ones, random };
inline std::vector<Edge> randomEdges(std::uint64_t seed, std::uint32_t n, std::size_t edges, Weights weights)
{
    Random random(seed);
    std::vector<Edge> list;
    for (std::size_t i = 0; i < edges; ++i) {
        const auto a = static_cast<std::uint32_t>(random.below(n));
        const auto b = static_cast<std::uint32_t>(random.below(n));
        list.push_back({a, b, weights == Weights::ones ? 1.0 : static_cast<double>(1 + random.below(4))});
    }
    return list;
}

inline std::vector<std::uint32_t> shuffled(std::uint64_t seed, std::uint32_t n)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    Random random(seed);
    for (std::uint32_t i = n; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

inline bool near(double a, double b, double tolerance = 1e-9)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

inline bool near(const std::vector<double>& a, const std::vector<double>& b, double tolerance = 1e-9)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!near(a[i], b[i], tolerance))
            return false;
    return true;
}

} // namespace weavemap::test
