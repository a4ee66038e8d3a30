// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/MapData.h"

namespace weavemap::actions {

/// Gives the people of a map the values of the fields that `question` rings and labels by, the rings' legend over the
/// people of the network (`ids`), and whose names these values say. O(people).
void addMarks(MapData& map, const MapSource& source, const MapQuestion& question, const std::vector<PersonId>& ids);

} // namespace weavemap::actions
