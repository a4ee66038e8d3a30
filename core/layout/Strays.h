// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/layout/Layout.h"

namespace weavemap::layout {

class Request;

/// People who stand among strangers and are to be placed anew when the map is tidied up, ascending: of those `isSet`
/// marks, not pinned, whoever has none of their group among the six people nearest to them; where there are no groups,
/// whoever has no contact among them and stands more than three times as far from the middle of their contacts as
/// people usually do. Nobody where it would be more than one in twenty (and more than five): then the places are meant
/// so, or of another layout. Nobody where the style says everybody's place (rings, circle). O(n log n). Error:
/// cancelled.
Result<std::vector<std::uint32_t>> strays(const Request& request, std::span<const Point> at,
                                          std::span<const char> isSet, const RunContext& run);

} // namespace weavemap::layout
