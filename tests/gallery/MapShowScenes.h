// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// Where the map is in front: as "Show" can make it: rings, initials and labels, kinds side by side, organizations,
/// convenings, without colour; and the menu that asks for it.
void walkMapShow(uitest::WindowBox& box, const Take& take);

} // namespace weavemap::gallery
