// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Scenes.h"

namespace weavemap::gallery {

/// Today: the days to put somebody off to, the brief, the points, and a queue that some are left out of. All of it is
/// taken back.
void walkToday(uitest::WindowBox& box, const Take& take);
/// Today of one member, and of a small network in which everybody is left out for a while.
void walkTodayStates(uitest::WindowBox& box, const Take& take);
/// Today by itself, in a window of `size`: of the sample, of a small and a large one, of an empty file, and its states.
void walkTodayAlone(uitest::WindowBox& box, QSize size, const Take& take);

} // namespace weavemap::gallery
