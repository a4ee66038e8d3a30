// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Puts each hull's group name and, under it, its count at the hull's outer edge, where it covers fewest discs, ties
/// and other texts. A name that finds no room on the canvas is left out.
void addGroupNames(MapPicture& picture, const MapInput& input);

/// The number in each person's code: what the caller gave, else the rank of the id among the people of the input.
std::vector<int> codeNumbers(const MapInput& input);

} // namespace weavemap::ui
