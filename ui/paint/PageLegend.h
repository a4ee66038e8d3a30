// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paint/MapInput.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// The legend as a page has room for it: of many values without a colour of their own, which all look the same on the
/// map, the most frequent are named and the others counted. `legend` as `makeLegend` made it of `input`.
MapLegend legendOnPage(MapLegend legend, const MapInput& input);

} // namespace weavemap::ui
