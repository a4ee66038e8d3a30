// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// The map's export with the page it will be, then as a poster of four sheets. The place in front is the map.
void walkExport(uitest::WindowBox& box, const Take& take);

} // namespace weavemap::gallery
