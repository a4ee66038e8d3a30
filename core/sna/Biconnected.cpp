// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Biconnected.h"

#include <algorithm>
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

    std::vector<std::uint32_t> sizes(result.components, 0);
    for (const std::uint32_t component : result.componentOf)
        ++sizes[component];
    const std::vector<graph::Edge> edges = snapshot.edges();
    for (std::size_t e = 0; e < edges.size(); ++e)
        if (sizes[result.componentOf[e]] == 1)
            result.bridges.push_back(edges[e]);
    return result;
}

} // namespace weavemap::sna
