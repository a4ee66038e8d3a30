// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/Registry.h"

namespace weavemap::sna {

/// PageRank with damping 0.85, uniform jumps; vertices without out-ties spread evenly. Sums to 1. Unit: share of time.
/// Source: S. Brin, L. Page 1998, doi:10.1016/S0169-7552(98)00110-X. Disconnected: defined as it stands.
/// Power iteration until the values move by less than 1e-14 in all: about 200 rounds of O(m). Errors: cancelled.
Result<std::vector<double>> pageRank(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                     const RunContext& context);

} // namespace weavemap::sna
