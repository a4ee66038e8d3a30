// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/GraphSnapshot.h"

#include <algorithm>
#include <cassert>

namespace weavemap::graph {

namespace {

struct Rows
{
    std::vector<std::size_t> offsets;
    std::vector<std::uint32_t> targets;
    std::vector<double> weights;
};

/// Rows of (source, target) with ascending targets. The arcs must come by ascending target: then a counting sort by
/// source alone leaves every row in order.
Rows rowsOf(std::uint32_t vertices, std::span<const Edge> byTarget)
{
    Rows rows;
    rows.offsets.assign(std::size_t{vertices} + 1, 0);
    for (const Edge& arc : byTarget)
        ++rows.offsets[std::size_t{arc.source} + 1];
    for (std::size_t v = 0; v < vertices; ++v)
        rows.offsets[v + 1] += rows.offsets[v];
    rows.targets.resize(byTarget.size());
    rows.weights.resize(byTarget.size());
    std::vector<std::size_t> next(rows.offsets.begin(), rows.offsets.end() - 1);
    for (const Edge& arc : byTarget) {
        const std::size_t place = next[arc.source]++;
        rows.targets[place] = arc.target;
        rows.weights[place] = arc.weight;
    }
    return rows;
}

/// Puts equal neighbours of a row together; weights add up in the order in which the edges were given.
void mergeParallel(std::uint32_t vertices, Rows& rows)
{
    std::size_t out = 0, begin = 0;
    for (std::size_t v = 0; v < vertices; ++v) {
        const std::size_t end = rows.offsets[v + 1];
        const std::size_t rowStart = out;
        for (std::size_t i = begin; i < end; ++i) {
            if (out > rowStart && rows.targets[out - 1] == rows.targets[i]) {
                rows.weights[out - 1] += rows.weights[i];
            } else {
                rows.targets[out] = rows.targets[i];
                rows.weights[out] = rows.weights[i];
                ++out;
            }
        }
        begin = end;
        rows.offsets[v + 1] = out;
    }
    rows.targets.resize(out);
    rows.weights.resize(out);
}

std::vector<Edge> byTarget(std::uint32_t vertices, std::span<const Edge> arcs)
{
    std::vector<std::size_t> next(std::size_t{vertices} + 1, 0);
    for (const Edge& arc : arcs)
        ++next[std::size_t{arc.target} + 1];
    for (std::size_t v = 0; v < vertices; ++v)
        next[v + 1] += next[v];
    std::vector<Edge> sorted(arcs.size());
    for (const Edge& arc : arcs)
        sorted[next[arc.target]++] = arc;
    return sorted;
}

} // namespace

GraphSnapshot::GraphSnapshot(Direction direction, std::uint32_t vertices, std::span<const Edge> edges,
                             std::vector<PersonId> ids, std::uint64_t revision)
    : m_direction(direction), m_vertices(vertices), m_revision(revision), m_ids(std::move(ids))
{
    std::vector<Edge> arcs;
    arcs.reserve(isDirected() ? edges.size() : 2 * edges.size());
    for (const Edge& edge : edges) {
        assert(edge.source < vertices && edge.target < vertices);
        if (edge.source == edge.target)
            continue;
        arcs.push_back(edge);
        if (!isDirected())
            arcs.push_back({edge.target, edge.source, edge.weight});
    }
    Rows rows = rowsOf(vertices, byTarget(vertices, arcs));
    mergeParallel(vertices, rows);
    m_offsets = std::move(rows.offsets);
    m_targets = std::move(rows.targets);
    m_weights = std::move(rows.weights);
    m_isWeighted = std::any_of(m_weights.begin(), m_weights.end(), [](double w) { return w != 1.0; });
    m_edgeCount = isDirected() ? m_targets.size() : m_targets.size() / 2;

    if (isDirected()) {
        // Walked by source, the reversed arcs come by ascending target, as rowsOf wants them.
        std::vector<Edge> reversed;
        reversed.reserve(m_targets.size());
        for (std::uint32_t v = 0; v < vertices; ++v)
            for (std::size_t i = m_offsets[v]; i < m_offsets[v + 1]; ++i)
                reversed.push_back({m_targets[i], v, m_weights[i]});
        Rows in = rowsOf(vertices, reversed);
        m_inOffsets = std::move(in.offsets);
        m_inSources = std::move(in.targets);
        m_inWeights = std::move(in.weights);
    } else {
        m_edgeNumbers.resize(m_targets.size());
        // A vertex meets its smaller neighbours in ascending order, which is the order in which they are walked here.
        std::vector<std::size_t> nextLower(m_offsets.begin(), m_offsets.end() - 1);
        std::uint32_t number = 0;
        for (std::uint32_t v = 0; v < vertices; ++v) {
            for (std::size_t i = m_offsets[v]; i < m_offsets[v + 1]; ++i) {
                const std::uint32_t w = m_targets[i];
                if (w < v)
                    continue;
                m_edgeNumbers[i] = number;
                m_edgeNumbers[nextLower[w]++] = number;
                ++number;
            }
        }
    }

    m_index.reserve(m_ids.size());
    for (std::uint32_t v = 0; v < m_ids.size(); ++v)
        m_index.emplace_back(m_ids[v], v);
    std::sort(m_index.begin(), m_index.end());
}

std::span<const std::uint32_t> GraphSnapshot::inNeighbours(std::uint32_t v) const
{
    if (!isDirected())
        return neighbours(v);
    return {m_inSources.data() + m_inOffsets[v], m_inOffsets[v + 1] - m_inOffsets[v]};
}

std::span<const double> GraphSnapshot::inWeights(std::uint32_t v) const
{
    if (!isDirected())
        return weights(v);
    return {m_inWeights.data() + m_inOffsets[v], m_inOffsets[v + 1] - m_inOffsets[v]};
}

bool GraphSnapshot::hasEdge(std::uint32_t from, std::uint32_t to) const
{
    const auto row = neighbours(from);
    return std::binary_search(row.begin(), row.end(), to);
}

std::vector<Edge> GraphSnapshot::edges() const
{
    std::vector<Edge> all;
    all.reserve(m_edgeCount);
    for (std::uint32_t v = 0; v < m_vertices; ++v)
        for (std::size_t i = m_offsets[v]; i < m_offsets[v + 1]; ++i)
            if (isDirected() || v < m_targets[i])
                all.push_back({v, m_targets[i], m_weights[i]});
    return all;
}

std::uint32_t GraphSnapshot::indexOf(PersonId id) const
{
    const auto it = std::lower_bound(m_index.begin(), m_index.end(), std::pair(id, std::uint32_t{0}));
    return it != m_index.end() && it->first == id ? it->second : m_vertices;
}

GraphSnapshot GraphSnapshot::undirected() const
{
    if (!isDirected())
        return *this;
    return GraphSnapshot(Direction::undirected, m_vertices, edges(), m_ids, m_revision);
}

} // namespace weavemap::graph
