// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/layout/Geometry.h"

namespace weavemap::layout {

/// Where there is room for one more disc: taken discs and rectangles in a hash of cells.
class FreeSpots
{
public:
    void take(const Disc& disc);
    void take(const Rect& rect);

    /// Whether a disc keeps `clearance` from all that is taken.
    bool isFree(const Disc& disc, double clearance) const;
    bool isFree(const Rect& rect) const;
    /// The free spot nearest to `wish` on a square lattice through it. There always is one.
    Point nearest(const Point& wish, double radius, double clearance) const;

private:
    std::unordered_map<std::uint64_t, std::vector<Disc>> m_cells;
    std::vector<Rect> m_rects;
    double m_largest = 0.0;
};

} // namespace weavemap::layout
