// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Everybody in the order of a circle: group by group (by the turn of the middle of each; all are one where `groups` is
/// empty), within a group by turn. O(n log n).
std::vector<std::uint32_t> circleOrder(const WorkGraph& graph, std::span<const int> groups,
                                       std::span<const double> turns);

/// Lets people change places within their group until fewer ties cross: each in turn is carried past the others of the
/// group and left where crossings are fewest (sifting; Baur, Brandes 2004, "Crossing reduction in circular layouts").
/// A few rounds, fewer in large networks and none where one would take more than 2e8 steps.
Outcome sortOutCrossings(const WorkGraph& graph, std::span<const int> groups, const RunContext& context,
                         std::vector<std::uint32_t>& order);

} // namespace weavemap::layout
