// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Betweenness of ties, raw, by edge number: the sum over pairs of the share of shortest paths that run over the tie.
/// Undirected: each pair once; directed: ordered pairs. Unit: pairs.
/// Source: M. Girvan, M. Newman 2002, doi:10.1073/pnas.122653799; U. Brandes 2008, doi:10.1016/j.socnet.2007.11.001.
/// Disconnected: pairs without a path add nothing. O(n m) time; O(m) numbers for each of up to 16 parts.
/// Threads: the same bits at any number. Errors: cancelled, outOfRange (path counts beyond a double).
Result<std::vector<double>> edgeBetweenness(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
