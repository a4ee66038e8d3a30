// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Where a network comes apart when one person or one tie goes.
struct Biconnected
{
    std::vector<std::uint32_t> cutPoints;   ///< ascending: vertices without which a component falls apart
    std::uint32_t components = 0;           ///< biconnected components; an isolate is none
    std::vector<std::uint32_t> componentOf; ///< of each edge, by edge number
};

/// Biconnected components and cut points of the undirected form.
/// Source: J. Hopcroft, R. Tarjan 1973, doi:10.1145/362248.362272; Boost.Graph's implementation.
/// Disconnected: each component by itself. O(n + m). Errors: cancelled.
Result<Biconnected> biconnected(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// The bridges, ties without which a component falls apart, in edge order: biconnected components of one tie. O(n + m).
/// Precondition: `blocks` is of this graph, or of its undirected form.
std::vector<graph::Edge> bridges(const graph::GraphSnapshot& snapshot, const Biconnected& blocks);

} // namespace weavemap::sna
