// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/Subgraph.h"

#include <cassert>
#include <utility>
#include <vector>

namespace weavemap::graph {

GraphSnapshot subgraph(const GraphSnapshot& snapshot, std::span<const std::uint8_t> keep)
{
    const std::uint32_t n = snapshot.vertexCount();
    assert(keep.size() == n);
    std::vector<std::uint32_t> place(n, 0);
    std::vector<PersonId> ids;
    std::uint32_t kept = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        if (keep[v] == 0)
            continue;
        place[v] = kept++;
        if (!snapshot.ids().empty())
            ids.push_back(snapshot.idOf(v));
    }
    std::vector<Edge> edges;
    for (const Edge& edge : snapshot.edges())
        if (keep[edge.source] != 0 && keep[edge.target] != 0)
            edges.push_back({place[edge.source], place[edge.target], edge.weight});
    const auto direction =
        snapshot.isDirected() ? GraphSnapshot::Direction::directed : GraphSnapshot::Direction::undirected;
    return GraphSnapshot(direction, kept, edges, std::move(ids), snapshot.revision());
}

} // namespace weavemap::graph
