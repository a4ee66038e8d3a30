// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Gives crowds the room they need within the picture's box: people are halved again and again by the median along the
/// longer side, and each half gets at least the area of its discs times a little more; what stands loosely enough
/// stays. Discs are then close to parted everywhere, and `removeOverlaps` has only near ones to push, however large the
/// crowd was. Keeps left and right, above and below between halves. Where the box is too small for all, all are equally
/// crowded. O(n log n), single-threaded.
void thinOut(std::span<const float> radii, Positions& at);

} // namespace weavemap::layout
