// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::health {

/// Betweenness by vertex and what comes of it for the whole.
struct FoundBetweenness
{
    std::vector<double> raw;     ///< as `sna::betweenness`
    double centralization = 0.0; ///< as `sna::betweennessCentralization`; NaN for n < 3
    double bound = 0.0;          ///< how far off the centralization may be with 95 % confidence; 0: exact
};

/// Exact up to people x ties of 10^9, estimated from a sample (seed 1, 0.0025 a person) beyond: `sna::betweenness` and
/// `sna::estimateBetweenness`, whose cost, errors and threads these are. `snapshot` undirected.
Result<FoundBetweenness> findBetweenness(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::health
