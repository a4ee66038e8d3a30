// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

struct OverlapOptions
{
    /// Distance that discs keep beyond touching.
    float gap = 2.0F;
    int rounds = 200;
    /// Further distance between people of different groups.
    float groupGap = 0.0F;
    std::span<const int> groups;
    /// Vertices that others give way to; empty: none.
    std::span<const char> fixed;
};

/// Pushes discs apart until no two are nearer than their radii and the gap, looking only at near ones through a grid:
/// each round visits pairs in one fixed order and moves both at once. Ends early where nothing overlaps.
/// A crowd too dense for that is thinned out first, but where somebody is fixed. Single-threaded, O(n) a round. Pairs
/// that still overlap after all rounds are what `crowding` tells.
Outcome removeOverlaps(std::span<const float> radii, const OverlapOptions& options, const RunContext& context,
                       Positions& at);

/// The factor by which the picture would have to grow for no two discs to be nearer than their radii and `gap`; 1 where
/// none are. Discs on one spot count as a hundredth of a unit apart. O(n).
float crowding(std::span<const float> radii, float gap, const Positions& at);

} // namespace weavemap::layout
