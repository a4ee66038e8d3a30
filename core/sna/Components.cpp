// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Components.h"

#include <algorithm>
#include <functional>
#include <limits>

#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>

#include "core/graph/BoostAdapter.h"

namespace weavemap::sna {

namespace {

auto asMap(std::vector<std::uint32_t>& values)
{
    return boost::make_iterator_property_map(values.begin(), graph::VertexIndexMap{});
}

/// Numbers components by the order of first appearance.
void renumber(Components& components)
{
    constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> renumbered(components.count, kNone);
    std::uint32_t next = 0;
    for (std::uint32_t& c : components.of) {
        if (renumbered[c] == kNone)
            renumbered[c] = next++;
        c = renumbered[c];
    }
}

} // namespace

std::vector<double> Components::sizes() const
{
    std::vector<double> sizes(count, 0.0);
    for (const std::uint32_t c : of)
        sizes[c] += 1.0;
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return sizes;
}

Result<Components> components(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (snapshot.isDirected())
        return components(snapshot.undirected(), context);
    Components result;
    result.of.resize(snapshot.vertexCount());
    result.count = boost::connected_components(graph::UndirectedView(snapshot), asMap(result.of));
    return result;
}

Result<Components> strongComponents(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (!snapshot.isDirected())
        return components(snapshot, context);
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    Components result;
    result.of.resize(snapshot.vertexCount());
    result.count = boost::strong_components(graph::DirectedView(snapshot), asMap(result.of));
    renumber(result);
    return result;
}

} // namespace weavemap::sna
