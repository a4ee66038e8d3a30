// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/MapData.h"
#include "core/actions/MapGroundwork.h"
#include "core/actions/MapPlaces.h"

namespace weavemap::actions {

/// Where people stand on another date than the anchor's, or on two dates at once.
struct AnchoredPlaces
{
    Places places;                          ///< one point per vertex of the date's network; areas are the anchor's
    std::vector<layout::Area::Kind> areas;  ///< of each vertex, the area that it stands in
    std::vector<ComputedPosition> computed; ///< of everybody of any date; empty where nobody got a new place
};

/// Whoever ever has a tie has one place at every date. Who is in the anchor's network stands as `placePeople` finds it;
/// all others who ever were in the network come beside the contacts that they ever had, whichever date is asked for
/// first, as do those in the anchor's rows while they have a tie. Whoever stands in the rows on this date does so
/// without gaps: a place there says nothing. Errors: cancelled.
Result<AnchoredPlaces> anchoredPlaces(const MapSource& source, const MapQuestion& question, const Groundwork& work,
                                      const RunContext& run);

} // namespace weavemap::actions
