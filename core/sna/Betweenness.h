// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Freeman's betweenness, raw: for every vertex the sum over pairs (s, t) of the share of shortest s-t paths that pass
/// through it. Undirected: each pair once; directed: ordered pairs. Unit: pairs. Ends do not count as passed through.
///
/// Source: L. C. Freeman 1977, doi:10.2307/3033543; U. Brandes 2001, doi:10.1080/0022250X.2001.9990249.
/// Disconnected: pairs without a path add nothing; isolates have 0.
/// Path counts are doubles (any size up to 1e308), beyond that long doubles; error `outOfRange` beyond those.
/// Complexity: O(n m) time, O(n) memory a thread (about 800 bytes a vertex where the graph is shallow), O(n) for sums.
/// Threads: sources are split into chunks that depend on the graph alone and summed in order, so the result is the same
/// bits at any number of threads. Errors: cancelled, outOfRange.
Result<std::vector<double>> betweenness(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// `raw` x 2/((n-1)(n-2)) undirected, x 1/((n-1)(n-2)) directed: a share in [0, 1], n the whole network, isolates
/// included. Empty for n < 3, where it is not defined.
std::vector<double> normalizedBetweenness(const graph::GraphSnapshot& snapshot, const std::vector<double>& raw);

/// Freeman's centralization, sum(max - normalized) / (n-1): 1 for a star, 0 where all are equal. NaN for n < 3.
double betweennessCentralization(const graph::GraphSnapshot& snapshot, const std::vector<double>& raw);

} // namespace weavemap::sna
