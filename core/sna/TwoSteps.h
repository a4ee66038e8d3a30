// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// How many others each vertex reaches in one or two steps (directed: along its out-arcs), itself not counted. Unit:
/// vertices. Disconnected: only what is near counts, so nothing special; isolates have 0.
/// Complexity: O(sum of squared degrees). Threads: the same counts at any number. Errors: cancelled.
Result<std::vector<std::uint32_t>> withinTwoSteps(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// Two-step reach: the share of the others at a distance of at most two ("friends of friends"), in [0, 1].
/// Source: k-step reach, S. Borgatti 2006, doi:10.1007/s10588-006-7084-x. `within`: as `withinTwoSteps` gives it. n is
/// the whole network, isolates included; kUndefined for a network of one. O(n).
std::vector<double> twoStepReach(const std::vector<std::uint32_t>& within);

/// The mean of `twoStepReach`: the share of all (ordered) pairs that are at most two steps apart. NaN for n < 2. O(n).
double meanTwoStepReach(const std::vector<std::uint32_t>& within);

} // namespace weavemap::sna
