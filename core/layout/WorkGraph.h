// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/graph/GraphSnapshot.h"

namespace weavemap::layout {

/// Positions as the engine keeps them: one array per axis, single precision.
struct Positions
{
    std::vector<float> x;
    std::vector<float> y;

    Positions() = default;
    explicit Positions(std::size_t n) : x(n, 0.0F), y(n, 0.0F) {}
    std::size_t size() const { return x.size(); }
};

/// One connected piece of an undirected graph, renumbered from 0, or a coarser form of it.
struct WorkGraph
{
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> targets;
    std::vector<float> weights; ///< beside `targets`
    std::vector<float> mass;    ///< people that a vertex stands for

    std::uint32_t size() const { return static_cast<std::uint32_t>(offsets.size() - 1); }
    std::span<const std::uint32_t> neighbours(std::uint32_t v) const
    {
        return {targets.data() + offsets[v], offsets[v + 1] - offsets[v]};
    }
    std::uint32_t degree(std::uint32_t v) const { return offsets[v + 1] - offsets[v]; }
};

/// The connected pieces of an undirected graph: largest first, equal ones by their smallest vertex; the vertices of
/// each ascending. O(n + m).
std::vector<std::vector<std::uint32_t>> piecesOf(const graph::GraphSnapshot& graph);

/// The graph of some vertices and the edges among them; weights and masses are 1. `vertices` ascending.
WorkGraph inducedGraph(const graph::GraphSnapshot& graph, std::span<const std::uint32_t> vertices);

/// Weighs each edge by the share of contacts that its ends have in common, of the end with fewer (after Nocaj, Ortmann,
/// Brandes 2015, "Untangling the hairballs of multi-centered, small-world online social media networks"); the mean
/// is 1. A single contact counts as all in common. Ties within a circle of people then draw stronger than those across.
/// Sum over edges of the smaller degree.
void weighByCommonContacts(WorkGraph& graph);

/// A coarser graph and which of its vertices each vertex went into.
struct Coarser
{
    WorkGraph graph;
    std::vector<std::uint32_t> parent;
};

/// Merges matched neighbours (heaviest edge per mass first) and left-over vertices that share a neighbour, in an order
/// drawn from `seed`. O(n + m).
Coarser coarsen(const WorkGraph& graph, std::uint64_t seed);

} // namespace weavemap::layout
