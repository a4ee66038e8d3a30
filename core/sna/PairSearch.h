// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/sna/SearchGraph.h"

namespace weavemap::sna {

/// All shortest paths between two vertices, found by searching from both ends at once, always on the side that has
/// fewer arcs to follow: on networks with short paths it sees a tiny part of the graph. Room for one thread, kept from
/// pair to pair; 32 bytes a vertex and 4 for each one seen.
class PairSearch
{
public:
    explicit PairSearch(const SearchGraph& graph) : m_graph(graph), m_at(graph.vertexCount()) {}

    /// A vertex that lies within a shortest path, and the share of these paths that pass it.
    struct Passed
    {
        std::uint32_t vertex;
        double share;
    };

    /// Who lies between two vertices, ends not among them; empty where they are neighbours or there is no path.
    /// Shares are not finite where numbers of paths overflow. Precondition: from != to. Valid until the next call.
    const std::vector<Passed>& between(std::uint32_t from, std::uint32_t to);
    /// Arcs followed outwards since the beginning: what the work is measured by.
    std::uint64_t arcs() const { return m_arcs; }

private:
    static constexpr double kUnknown = -1.0;
    static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

    /// What both searches know of a vertex, side by side in memory.
    struct At
    {
        double paths[2] = {0.0, 0.0}; ///< shortest paths from each end
        double share = kUnknown;      ///< of all paths between the ends
        std::uint32_t level[2] = {kNever, kNever};
    };

    const SearchRows& rows(std::size_t side) const { return side == 0 ? m_graph.out() : m_graph.in(); }
    std::size_t frontierArcs(std::size_t side) const;
    bool expand(std::size_t side);
    void meet(std::size_t side);
    void walkBack(std::size_t side);

    const SearchGraph& m_graph;
    std::vector<At> m_at;
    std::vector<std::uint32_t> m_queue[2];
    std::size_t m_begin[2] = {0, 0}; ///< of the outermost level in the queue
    std::vector<std::uint32_t> m_middle, m_wave, m_next;
    std::vector<Passed> m_passed;
    std::uint64_t m_arcs = 0;
};

} // namespace weavemap::sna
