// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// The map with several people chosen, with a tie, its table and menus; then the map of other days.
void walkMap(uitest::WindowBox& box, PersonId central, const Take& take);

} // namespace weavemap::gallery
