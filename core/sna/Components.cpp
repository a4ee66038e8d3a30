// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Components.h"

#include <algorithm>
#include <functional>
#include <limits>

#include <boost/graph/strong_components.hpp>

#include "core/graph/BoostAdapter.h"

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kPollEvery = 4096; ///< vertices

auto asMap(std::vector<std::uint32_t>& values)
{
    return boost::make_iterator_property_map(values.begin(), graph::VertexIndexMap{});
}

/// Numbers components by the order of first appearance.
void renumber(Components& components)
{
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
    const std::uint32_t n = snapshot.vertexCount();
    Components result;
    result.of.assign(n, kNone);
    std::vector<std::uint32_t> found(std::size_t{n} + 1); // a place more, for what is written and not kept
    std::size_t head = 0, end = 0;
    for (std::uint32_t root = 0; root < n; ++root) {
        if (result.of[root] != kNone)
            continue;
        const std::uint32_t component = result.count++;
        result.of[root] = component;
        found[end++] = root;
        for (; head < end; ++head) {
            if (head % kPollEvery == 0 && context.cancelled())
                return fail(ErrorCode::cancelled);
            for (const std::uint32_t w : snapshot.neighbours(found[head])) { // no branch: each would be a guess
                found[end] = w;
                end += result.of[w] == kNone ? 1 : 0;
                result.of[w] = component;
            }
        }
    }
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
