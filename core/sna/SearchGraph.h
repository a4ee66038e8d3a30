// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// The rows of a SearchGraph in one direction.
struct SearchRows
{
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> targets;

    std::span<const std::uint32_t> row(std::uint32_t v) const
    {
        return {targets.data() + offsets[v], offsets[v + 1] - offsets[v]};
    }
};

/// A snapshot made ready for searches from every vertex: isolates are gone, pieces stand one after the other, and
/// within a piece vertices are numbered in breadth-first order from its best connected one. Neighbours in the graph are
/// then near in memory, and consecutive sources see nearly the same frontiers. The numbering follows from the graph
/// alone. Precondition: fewer than 2^32 arcs.
class SearchGraph
{
public:
    explicit SearchGraph(const graph::GraphSnapshot& snapshot);

    std::uint32_t vertexCount() const { return static_cast<std::uint32_t>(m_original.size()); }
    const SearchRows& out() const { return m_out; }
    /// Reversed arcs; `out()` where undirected.
    const SearchRows& in() const { return m_directed ? m_in : m_out; }
    /// The snapshot's index of a vertex.
    std::uint32_t original(std::uint32_t v) const { return m_original[v]; }
    /// The weak component of a vertex, counted from 0 in the new order.
    std::uint32_t piece(std::uint32_t v) const { return m_piece[v]; }
    std::uint32_t pieceCount() const { return m_pieces; }
    /// Breadth-first levels (arcs taken both ways) below the root of the deepest piece. Undirected: every distance is
    /// at most twice this.
    std::uint32_t depth() const { return m_depth; }

private:
    bool m_directed = false;
    SearchRows m_out;
    SearchRows m_in;
    std::vector<std::uint32_t> m_original;
    std::vector<std::uint32_t> m_piece;
    std::uint32_t m_pieces = 0;
    std::uint32_t m_depth = 0;
};

} // namespace weavemap::sna
