// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/layout/Layout.h"
#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// Fictional people in five regions, clustered as a real association is: most ties within a region, some across, a few
/// small groups and people without a tie, laid out by core/layout. The same for the same arguments.
MapInput sampleMap(int people = 142, std::uint64_t seed = 7);

/// Puts the people of a map where core/layout wants them, with the captions of small pieces and of people without a
/// tie; rings are drawn round whoever has most ties. The same for the same arguments.
void layOut(MapInput& input, std::uint64_t seed, layout::Style style = layout::Style::clusters);

/// People on a grid with random ties, without a layout: for size.
MapInput hugeMap(int people, int ties, std::uint64_t seed = 3);

} // namespace weavemap::ui
