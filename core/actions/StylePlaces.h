// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/actions/MapData.h"
#include "core/base/Result.h"
#include "core/domain/MapView.h"
#include "core/store/Records.h"

/// Where the places of each style are kept. Those of clusters stand in the view itself; every other style has a view of
/// its own beside it, which no list shows: its settings name the view and the style.
namespace weavemap::actions {

/// What tells the places of one style from those of another: "" for clusters, "distances", "around:ID",
/// "groups:FIELD", "circle:FIELD". Pure.
std::string styleKey(const MapQuestion& question);

/// Whether a view does nothing but keep the places of a style of another.
bool keepsPlaces(const MapView& view);

/// The view that keeps the places of the question's view (0: the map itself) in its style; 0 where there is none yet.
/// The question's field must be the one that is coloured by (`MapSource::colourBy`).
Result<ViewId> placesOf(store::Records& records, const MapQuestion& question);
/// Gives `source` the places of the question's view and style. A view that nobody stands in yet begins where the map
/// itself has everybody.
Result<> readPlaces(store::Records& records, MapQuestion question, MapSource& source);
/// The view of `placesOf`, made where there is none.
Result<ViewId> placesMade(store::Records& records, const MapQuestion& question);
/// The views that keep places of `view` in other styles than clusters.
Result<std::vector<MapView>> placesBeside(store::Records& records, ViewId view);

/// One more of what `like` is, beside another view.
Result<ViewId> placesBesideMade(store::Records& records, ViewId view, const MapView& like);

/// Writes the places of one gesture into the question's view and style; what `places` say of a view does not matter.
/// The inside of one change.
Result<> movePeople(store::Records& records, const MapQuestion& question, std::vector<MapPosition> places);

/// Forgets computed places of rings round others than the question's centre in which nobody was moved: they are found
/// again as they were. Of rings round many people else a file would keep everybody's place many times.
Result<> forgetOtherRings(store::Records& records, const MapQuestion& question);

} // namespace weavemap::actions
