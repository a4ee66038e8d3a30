// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Room for one person in map units squared: 150 of them fill about 1000 x 700.
inline constexpr float kPersonArea = 4600.0F;
/// Distance that discs keep beyond touching.
inline constexpr float kDiscGap = 4.0F;
/// Extra distance between people of different groups, so that the hulls round the groups do not meet.
inline constexpr float kGroupGap = 60.0F;
/// More groups than this are not drawn apart: nobody could tell them by colour or name.
inline constexpr std::size_t kMostGroups = 60;

struct PieceInput
{
    const WorkGraph& graph;
    std::span<const float> radii;
    /// Empty where groups do not matter.
    std::span<const int> groups;
    float aspect = 1.3F;
    std::uint64_t seed = 1;
};

/// Lays out one connected piece in map units round (0, 0): force, stress, groups, even spacing without overlaps.
Outcome layoutPiece(const PieceInput& input, Team& team, const RunContext& context, const EngineFrame& onFrame,
                    Positions& at);

/// The largest radius that all discs could have, given the room there is, up to the even spacing that maps aim at.
/// Each entry is at least the disc's own radius and half the gap.
std::vector<float> spacingRadii(std::span<const float> radii, const Positions& at);

/// Turns the picture so that its longer axis lies along the longer side of a picture of `aspect`, with the middle of
/// its box at (0, 0).
void turnUpright(Positions& at, float aspect);

} // namespace weavemap::layout
