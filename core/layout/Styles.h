// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// What a style gets of the people it places together.
struct StyleInput
{
    const WorkGraph& graph; ///< need not be connected, but for `layoutDistances`
    std::span<const float> radii;
    std::span<const int> groups; ///< empty, or one per vertex; below 0: no value
    float aspect = 1.3F;
    std::uint64_t seed = 1;
    std::uint32_t centre = 0; ///< of rings
    /// Who stands elsewhere and takes no room on rings and circle; empty: nobody.
    std::span<const char> held = {};
};

/// What the positions given to a style are.
enum class From : std::uint8_t {
    fresh,  ///< a map of clusters, from which the style makes its own
    placed, ///< this very style, with people to add or to put in order: as few as can be move
};

/// Steps as lengths: stress majorization to convergence (sparse from 1,500 people), then discs are parted. Starts from
/// `at`; the result is round (0, 0). O(rounds (n p + m)) for p pivots.
Outcome layoutDistances(const StyleInput& input, Team& team, const RunContext& context, Positions& at);

/// Rings round `centre`, which comes to (0, 0): the k-th holds whom k ties lead to, on several rows where one would be
/// too long. On a ring people stand near the turn of their contacts. Whoever cannot be reached stays where they are.
/// O(rounds (n log n + m)).
Outcome layoutRings(const StyleInput& input, From from, const RunContext& context, Positions& at);

/// One circle round (0, 0), on several rows from 600 people; people of a group side by side, groups and people in an
/// order in which few ties cross. O(n log n + m), and at most 2e8 steps for the order.
Outcome layoutCircle(const StyleInput& input, From from, const RunContext& context, Positions& at);

/// An area for each group, those with no value in one of their own; areas with many ties between them side by side, and
/// none meets another. O(g^2) a round for g groups, plus O(n log n).
Outcome layoutAreas(const StyleInput& input, From from, const RunContext& context, Positions& at);

} // namespace weavemap::layout
