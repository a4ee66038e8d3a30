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
    std::vector<graph::Edge> bridges;       ///< in edge order: ties without which it does
    std::uint32_t components = 0;           ///< biconnected components; an isolate is none
    std::vector<std::uint32_t> componentOf; ///< of each edge, by edge number
};

/// Biconnected components, cut points and bridges of the undirected form. A bridge is a component of one tie.
/// Source: J. Hopcroft, R. Tarjan 1973, doi:10.1145/362248.362272; Boost.Graph's implementation.
/// Disconnected: each component by itself. O(n + m). Errors: cancelled.
Result<Biconnected> biconnected(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
