// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paint/MapInput.h"
#include "ui/paint/MapPage.h"

namespace weavemap::ui {

class MapCanvas;

/// The map as it is now, with the circle or the path that is lit on the canvas: what an export or a copy starts from.
MapInput litInput(const MapCanvas& canvas);

/// The page of that map, before any choice: its texts, and the words of the saved view that is shown, with whose names
/// they say. Only where the model has an answer.
MapPage pageOf(const MapCanvas& canvas, const QString& network, const QString& caption);

} // namespace weavemap::ui
