// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// The groups that are drawn apart, numbered from 0: a person without ties into their own group goes with the group
/// they have most ties to, so that they do not stretch a hull; people without a group go likewise, or stay alone (each
/// a group of one) where nobody near has one.
std::vector<int> drawnGroups(const WorkGraph& graph, std::span<const int> groups);

struct GroupShape
{
    float personArea = 1500.0F; ///< room for one person within a group
    float gap = 90.0F;          ///< between the discs of two groups
    float aspect = 1.3F;        ///< width to height that the groups together should have
};

/// Moves groups apart and evens them out inside: each group gets a disc for its size, discs are pulled together by the
/// ties between them and toward the middle until they touch at `gap`, and members follow their group. O(g^2) a round,
/// plus O(n log n).
void standApart(const WorkGraph& graph, std::span<const int> drawn, const GroupShape& shape, Positions& at);

} // namespace weavemap::layout
