// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Adds the faint rings of a map round one person to a picture whose discs are there.
void addRingGuides(MapPicture& picture, const MapInput& input);
/// Writes "1 step", "2 steps" on them, where they cover fewest discs; one that finds no room on the canvas is left out.
void addRingCaptions(MapPicture& picture, const MapInput& input);

} // namespace weavemap::ui
