// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/Request.h"
#include "core/layout/Rows.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Turns, mirrors and moves a fresh piece so that its pinned people come as near to their pins as they can, then lets
/// the rest follow those pins.
Outcome fitToPins(const Request& request, const std::vector<std::uint32_t>& people, const WorkGraph& graph, Team& team,
                  const RunContext& context, Positions& at);

/// Small pieces and people without ties of whom somebody is pinned stand round the pin, not in the rows; they are
/// marked as set.
void standAtPins(const Request& request, const PieceSorts& sorts, Team& team, std::vector<Point>& at,
                 std::vector<char>& isSet);

/// Parts everybody who is set; pinned people stay. Those who do not fit beside pins are moved off by ever more rounds.
Outcome partAll(const Request& request, const RunContext& context, const std::vector<char>& isSet,
                std::vector<Point>& at);

} // namespace weavemap::layout
