// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace weavemap::sna {

/// Shortest paths between two vertices of an undirected graph: the fewest edges, whatever their weights.
struct ShortestRoutes
{
    /// Vertices from the one end to the other, both included; by vertices in ascending order, step by step. Empty
    /// where no path leads there, or both ends are one.
    std::vector<std::vector<std::uint32_t>> routes;
    double count = 0; ///< of all shortest paths, listed or not; infinite beyond what a double holds

    std::size_t steps() const { return routes.empty() ? 0 : routes.front().size() - 1; }
};

/// Lists up to `most` of the shortest paths by a breadth-first search from `to` and a walk back. Edges may come in any
/// order and more than once; loops and ends that are no vertex are left aside. Pure. O(vertices + edges log degree),
/// and the length of what is listed.
ShortestRoutes shortestRoutes(std::size_t vertices, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges,
                              std::uint32_t from, std::uint32_t to, std::size_t most = 50);

} // namespace weavemap::sna
