// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/StressRefinement.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Brings contacts nearer together while the picture as a whole keeps its distances. Each round everybody goes to a
/// mean of three wishes: where the pivots want them (their distance in steps), where they stood before, and the middle
/// of their contacts, of whom the near ones count most (1 / (1 + (d/r)^2), the weight of Cauchy's robust estimate), and
/// those most with whom they have many contacts in common: somebody between two circles goes to one of them and not
/// into the empty middle. After each round discs are parted a little, so that nobody comes nearer than can be drawn.
///
/// `graph` with the weights of `weighByCommonContacts`; `radii`: half the distance that people keep; `at` in map units.
Outcome gatherContacts(const WorkGraph& graph, const PivotDistances& pivots, std::span<const float> radii, Team& team,
                       const RunContext& context, Positions& at);

} // namespace weavemap::layout
