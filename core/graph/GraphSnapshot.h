// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/domain/Ids.h"

namespace weavemap::graph {

/// An arc or edge between two vertices, by index.
struct Edge
{
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    double weight = 1.0;
};

/// An immutable simple graph in compressed-sparse-row form: no self-loops, no parallel edges, neighbours in ascending
/// order. Vertices are indices 0 to n-1; `idOf` and `indexOf` lead to people and back. Safe to read from any thread.
///
/// Undirected: every edge stands in both rows; edge numbers 0 to m-1 follow (smaller end, larger end).
/// Directed: rows hold the out-arcs, `inNeighbours` the in-arcs.
class GraphSnapshot
{
public:
    enum class Direction { undirected, directed };

    GraphSnapshot() = default;
    /// Builds from any list of edges: self-loops are dropped, parallel ones merged with their weights added up.
    /// Undirected: (a,b) and (b,a) are the same edge. Precondition: every end is below `vertices`.
    GraphSnapshot(Direction direction, std::uint32_t vertices, std::span<const Edge> edges,
                  std::vector<PersonId> ids = {}, std::uint64_t revision = 0);

    bool isDirected() const { return m_direction == Direction::directed; }
    std::uint32_t vertexCount() const { return m_vertices; }
    /// Undirected edges counted once; arcs of a directed graph.
    std::size_t edgeCount() const { return m_edgeCount; }
    std::uint64_t revision() const { return m_revision; }

    std::span<const std::uint32_t> neighbours(std::uint32_t v) const
    {
        return {m_targets.data() + m_offsets[v], m_offsets[v + 1] - m_offsets[v]};
    }
    /// Weights beside `neighbours(v)`.
    std::span<const double> weights(std::uint32_t v) const
    {
        return {m_weights.data() + m_offsets[v], m_offsets[v + 1] - m_offsets[v]};
    }
    /// Sources of arcs into v, ascending; the same as `neighbours` where undirected.
    std::span<const std::uint32_t> inNeighbours(std::uint32_t v) const;
    std::span<const double> inWeights(std::uint32_t v) const;
    /// Edge numbers beside `neighbours(v)`: where undirected, both directions of an edge bear the same number.
    /// Empty where directed: there the number of an arc is its place, `offsets()[v] + i`.
    std::span<const std::uint32_t> edgeNumbers(std::uint32_t v) const
    {
        return isDirected() ? std::span<const std::uint32_t>()
                            : std::span(m_edgeNumbers.data() + m_offsets[v], m_offsets[v + 1] - m_offsets[v]);
    }
    std::uint32_t degree(std::uint32_t v) const { return static_cast<std::uint32_t>(m_offsets[v + 1] - m_offsets[v]); }
    std::uint32_t inDegree(std::uint32_t v) const { return static_cast<std::uint32_t>(inNeighbours(v).size()); }
    /// O(log degree).
    bool hasEdge(std::uint32_t from, std::uint32_t to) const;
    /// Whether any weight is not 1.
    bool isWeighted() const { return m_isWeighted; }

    /// Every edge once, in edge-number order.
    std::vector<Edge> edges() const;

    PersonId idOf(std::uint32_t v) const { return v < m_ids.size() ? m_ids[v] : PersonId{}; }
    /// The index of a person, or `vertexCount()`.
    std::uint32_t indexOf(PersonId id) const;
    const std::vector<PersonId>& ids() const { return m_ids; }

    std::span<const std::size_t> offsets() const { return m_offsets; }
    std::span<const std::uint32_t> targets() const { return m_targets; }

    /// The undirected form: an edge where there is an arc either way, its weight the sum of both. Itself where
    /// undirected.
    GraphSnapshot undirected() const;

private:
    Direction m_direction = Direction::undirected;
    std::uint32_t m_vertices = 0;
    std::size_t m_edgeCount = 0;
    std::uint64_t m_revision = 0;
    bool m_isWeighted = false;
    std::vector<std::size_t> m_offsets{0};
    std::vector<std::uint32_t> m_targets;
    std::vector<double> m_weights;
    std::vector<std::uint32_t> m_edgeNumbers; ///< undirected only
    std::vector<std::size_t> m_inOffsets;     ///< directed only, as the two below
    std::vector<std::uint32_t> m_inSources;
    std::vector<double> m_inWeights;
    std::vector<PersonId> m_ids;
    std::vector<std::pair<PersonId, std::uint32_t>> m_index; ///< sorted by id
};

} // namespace weavemap::graph
