// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// Today: the days to put somebody off to, the brief, the points, and a queue that some are left out of. All of it is
/// taken back.
void walkToday(uitest::WindowBox& box, const Take& take);

} // namespace weavemap::gallery
