// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/MapData.h"

namespace weavemap::actions {

/// The rings on which a map round one person, or on one circle, stands.
struct MapRings
{
    bool areThere = false; ///< people stand by their steps from one person, whatever group they are of
    bool isCircle = false; ///< everybody stands on one circle round `centre`; it has no radii
    layout::Point centre;
    /// Of the k-th ring at k - 1, map units; where a ring has several rows, the outer one. Nobody whom the hand has put
    /// elsewhere bends it.
    std::vector<double> radii;
};

/// The rings or the circle of the answer to a question; none in another style, without the person in the middle, or
/// where organizations stand for people. On another date they are those of the day that places come from, as nobody
/// moves. O(people log people + ties).
MapRings ringsOf(const MapSource& source, const MapQuestion& question, const MapData& map);

} // namespace weavemap::actions
