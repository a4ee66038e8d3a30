// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/MapData.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/layout/Layout.h"

namespace weavemap::actions {

/// Where the people of a network stand: stored places, and computed ones for those who have none.
struct Places
{
    layout::Placement placement;     ///< one point per vertex
    std::vector<layout::Hold> holds; ///< one per vertex; nobody is unplaced
    /// Where the layout put each of them, whatever their ties have become since; what the user placed is the network.
    std::vector<LayoutArea> stands;
    bool anyComputed = false; ///< somebody got a new place
};

/// Places that are stored stay, but for those computed in the rows of small groups and of people without a tie: whoever
/// is in the network now comes to their contacts. Where more than a quarter of those with ties have no place in the
/// network, as after an import of ties, everybody is placed anew but those whom the user moved.
/// `groups`: of each vertex, as in `layout::LayoutOptions`. Errors: cancelled.
Result<Places> placePeople(const MapSource& source, const MapQuestion& question, const graph::GraphSnapshot& network,
                           std::vector<int> groups, const RunContext& run, const layout::FrameCallback& onFrame = {});

/// Which area each vertex stands in.
std::vector<layout::Area::Kind> areasOf(const graph::GraphSnapshot& network, const layout::Placement& placement);

/// The options that `placePeople` and `tidyPlaces` hand to the layout.
layout::LayoutOptions layoutOptionsOf(const MapSource& source, const MapQuestion& question,
                                      const graph::GraphSnapshot& network, std::vector<int> groups);

} // namespace weavemap::actions
