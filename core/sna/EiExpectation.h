// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sna/NodeAttribute.h"

namespace weavemap::sna {

/// The E-I index that chance would give: (P_ext - P_int) / (P_ext + P_int) over all pairs of people with a value, P_ext
/// being the pairs of different groups and P_int those of the same. The index itself (`TieMix::index`) says little
/// without it: three equal groups give +0.33 or more with ties drawn by lot. Directed or not makes no difference.
/// Source: D. Krackhardt, R. Stern 1988, doi:10.2307/2786835. Unit: none, -1 to 1. Disconnected: ties are not looked
/// at. NaN where fewer than two people have a value. O(n log n).
double expectedEiIndex(const NodeAttribute& attribute);

} // namespace weavemap::sna
