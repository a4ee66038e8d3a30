// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Where everybody must find room: in the box around the picture, or in one as large as they need.
enum class ThinWithin { ownBox, anyBox };

/// Gives crowds the room they need within the picture's box: people are halved again and again by the median along the
/// longer side, and each half gets at least the area of its discs times a little more; what stands loosely enough
/// stays. Discs are then close to parted everywhere, and `removeOverlaps` has only near ones to push, however large the
/// crowd was. Keeps left and right, above and below between halves. Where the picture's own box is too small for all,
/// all are equally crowded; `anyBox` makes it larger about its middle, and no side more than four times the other
/// where a line or a spot is to become an area. O(n log n), single-threaded.
void thinOut(std::span<const float> radii, ThinWithin within, Positions& at);

} // namespace weavemap::layout
