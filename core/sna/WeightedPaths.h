// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Figures of paths whose length is the sum of 1/weight: a strong tie is a short one.
struct WeightedPaths
{
    std::vector<double> betweenness; ///< raw; undirected each pair once, directed ordered pairs
    std::vector<double> closeness; ///< reached / sum of distances from the vertex; kUndefined where nothing is reached
};

/// Two paths count as equally long where they differ by less than 1e-10 of their length: 1/3 + 1/3 + 1/3 ties with 1.
/// Source: as `betweenness`, with Dijkstra's search (doi:10.1007/BF01386390); lengths: M. Newman 2001,
/// doi:10.1103/PhysRevE.64.016132. Disconnected: pairs without a path add nothing. Precondition: weights above 0.
/// O(n m log n). Threads: the same bits at any number. Errors: cancelled.
Result<WeightedPaths> weightedPaths(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
