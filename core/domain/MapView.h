// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/domain/Ids.h"

namespace weavemap {

/// A saved view of the map. `settings` is JSON that the map reads and writes (tie set, colour, size, filters).
struct MapView
{
    ViewId id;
    std::string name;
    std::string settings = "{}";
    int order = 0;
    bool operator==(const MapView&) const = default;
};

/// Where a person stands in a view, in map units (1 unit is 1 px at the fitted zoom). `pinned`: the layout never moves
/// it.
struct MapPosition
{
    ViewId view;
    PersonId person;
    double x = 0;
    double y = 0;
    bool pinned = false;
    bool operator==(const MapPosition&) const = default;
};

/// The parts of a map that a layout sets apart.
enum class LayoutArea : std::uint8_t {
    network,     ///< the large connected pieces
    smallGroups, ///< rows of small pieces
    noTies,      ///< rows of people without a tie
};

/// Where the layout put a person in a view, in map units, and in which area that was: their ties may have become
/// others since.
struct ComputedPosition
{
    PersonId person;
    double x = 0;
    double y = 0;
    LayoutArea area = LayoutArea::network;
    bool operator==(const ComputedPosition&) const = default;
};

} // namespace weavemap
