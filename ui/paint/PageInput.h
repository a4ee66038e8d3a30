// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/paint/MapInput.h"
#include "ui/paint/MapPage.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// The picture's input as it leaves: print colours, the page's policy, nothing selected. A path or circle stays lit.
MapInput inputOnPage(const MapPage& page, const MapInput& input, const MapColors& print);

/// Gives a map that leaves the path of `focus` where everybody of it is on it, and its circle, but for those whose
/// circle it is and who are not on it.
void keepLit(MapInput& leaving, const MapFocus& focus);

/// Whose path or circle the map shows and of how many steps, named as on their discs; empty where it shows none.
QString litWords(const MapInput& leaving);

/// Which people are on the map where filters are on, without the last full stop: "Only region Lakes, Uplands"; empty
/// where none is.
QString filterWords(const MapInput& leaving);

/// What a page says at its foot of names, sizes, filters and the network. `unnamed`: how many people found no room for
/// their name.
QString footnoteOf(const MapPage& page, const MapInput& leaving, const MapPicture& picture, int unnamed);

} // namespace weavemap::ui
