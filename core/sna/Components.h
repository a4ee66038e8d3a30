// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// The pieces a network falls into. Pieces are numbered from 0 in the order in which their first vertex appears.
struct Components
{
    std::vector<std::uint32_t> of; ///< the component of each vertex
    std::uint32_t count = 0;

    /// Sizes, descending.
    std::vector<double> sizes() const;
};

/// Connected components; of a directed graph the weak ones (arcs taken both ways). An isolate is a component of one.
/// Breadth-first. O(n + m). Errors: cancelled.
Result<Components> components(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// Strong components: each vertex reaches each other along arcs (R. Tarjan 1972, doi:10.1137/0201010; Boost.Graph). The
/// connected components where undirected. O(n + m). Errors: cancelled.
Result<Components> strongComponents(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
