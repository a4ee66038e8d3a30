// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Biconnected.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include <boost/graph/biconnected_components.hpp>

#include "core/graph/BoostAdapter.h"

namespace weavemap::sna {

Result<Biconnected> biconnected(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (snapshot.isDirected())
        return biconnected(snapshot.undirected(), context);
    Biconnected result;
    result.componentOf.resize(snapshot.edgeCount());
    const auto map = boost::make_iterator_property_map(result.componentOf.begin(), graph::EdgeIndexMap{});
    const auto found =
        boost::biconnected_components(graph::UndirectedView(snapshot), map, std::back_inserter(result.cutPoints));
    result.components = static_cast<std::uint32_t>(found.first);
    std::sort(result.cutPoints.begin(), result.cutPoints.end());
    return result;
}

std::vector<graph::Edge> bridges(const graph::GraphSnapshot& snapshot, const Biconnected& blocks)
{
    if (snapshot.isDirected())
        return bridges(snapshot.undirected(), blocks);
    std::vector<std::uint32_t> sizes(blocks.components, 0);
    for (const std::uint32_t component : blocks.componentOf)
        ++sizes[component];
    std::vector<graph::Edge> result;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        const auto row = snapshot.neighbours(v);
        const auto numbers = snapshot.edgeNumbers(v);
        for (std::size_t i = 0; i < row.size(); ++i)
            if (v < row[i] && sizes[blocks.componentOf[numbers[i]]] == 1)
                result.push_back({v, row[i], snapshot.weights(v)[i]});
    }
    return result;
}

} // namespace weavemap::sna
