// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/base/Random.h"
#include "core/graph/GraphSnapshot.h"
#include "core/layout/Geometry.h"
#include "core/layout/Layout.h"

/// Networks that the layout tests share, and what they measure.
namespace networks {

using weavemap::graph::Edge;
using weavemap::graph::GraphSnapshot;
using weavemap::layout::Placement;
using weavemap::layout::Point;

inline GraphSnapshot of(std::uint32_t n, const std::vector<Edge>& edges)
{
    return GraphSnapshot(GraphSnapshot::Direction::undirected, n, edges);
}

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
    return of(side * side, edges);
}

inline GraphSnapshot star(std::uint32_t leaves)
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 1; v <= leaves; ++v)
        edges.push_back({0, v});
    return of(leaves + 1, edges);
}

inline GraphSnapshot chain(std::uint32_t n)
{
    std::vector<Edge> edges;
    for (std::uint32_t v = 1; v < n; ++v)
        edges.push_back({v - 1, v});
    return of(n, edges);
}

/// `groups` groups of `size` people, dense inside, a few bridges; group of v: v / size. Connected, but for `isolates`
/// people at the end and one pair and one chain of three before them where `hasSmall`.
inline GraphSnapshot clustered(std::uint32_t groups, std::uint32_t size, std::uint32_t isolates = 0,
                               bool hasSmall = false)
{
    weavemap::Random random(99);
    std::vector<Edge> edges;
    const auto any = [&](std::uint32_t bound) { return static_cast<std::uint32_t>(random.below(bound)); };
    for (std::uint32_t g = 0; g < groups; ++g) {
        for (std::uint32_t i = 1; i < size; ++i) {
            edges.push_back({g * size + i, g * size + any(i)});
            edges.push_back({g * size + i, g * size + any(i)});
        }
        if (g > 0) {
            edges.push_back({g * size + any(size), (g - 1) * size + any(size)});
            edges.push_back({g * size + any(size), any(g * size)});
        }
    }
    std::uint32_t n = groups * size;
    if (hasSmall) {
        edges.push_back({n, n + 1});
        edges.push_back({n + 2, n + 3});
        edges.push_back({n + 3, n + 4});
        n += 5;
    }
    return of(n + isolates, edges);
}

inline double distance(const Point& a, const Point& b)
{
    return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/// The least room between two discs of one radius, below 0 where they overlap. O(n^2).
inline double leastRoom(const std::vector<Point>& at, double radius = weavemap::layout::kDefaultRadius)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t a = 0; a < at.size(); ++a) {
        for (std::size_t b = a + 1; b < at.size(); ++b)
            least = std::min(least, distance(at[a], at[b]) - 2.0 * radius);
    }
    return least;
}

inline bool isFinite(const Placement& placement)
{
    return std::all_of(placement.at.begin(), placement.at.end(),
                       [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

} // namespace networks
