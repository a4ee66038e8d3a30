// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/layout/Geometry.h"

namespace weavemap::layout {

/// Finds discs by place: an immutable value over a uniform grid, safe to read from any thread. Discs that are not
/// finite are never found. Building is O(n); a query is O(cells and discs looked at).
class SpatialIndex
{
public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::vector<Disc> discs);

    std::size_t size() const { return m_discs.size(); }
    const std::vector<Disc>& discs() const { return m_discs; }

    /// The disc whose edge is nearest to `p`, at most `reach` away; a point within several discs goes to the one whose
    /// centre is nearest. Equal ones: the later index, as it is drawn on top. None: nullopt.
    std::optional<std::uint32_t> nearest(const Point& p, double reach = 0.0) const;
    /// Discs whose centre lies within the rectangle, ascending.
    std::vector<std::uint32_t> centresIn(const Rect& rect) const;
    /// Discs that share an area with the rectangle, ascending: what a view has to draw.
    std::vector<std::uint32_t> touching(const Rect& rect) const;
    /// Discs whose centre lies within the closed polygon (even-odd rule), ascending: a lasso. Fewer than three corners
    /// hold nothing.
    std::vector<std::uint32_t> centresIn(std::span<const Point> polygon) const;

private:
    struct CellRange
    {
        std::int32_t left, top, right, bottom;
    };
    CellRange cellsOf(const Rect& rect) const;
    std::span<const std::uint32_t> cell(std::int32_t column, std::int32_t row) const;

    std::vector<Disc> m_discs;
    double m_left = 0.0;
    double m_top = 0.0;
    double m_cellSize = 1.0;
    double m_largestRadius = 0.0;
    std::int32_t m_columns = 0;
    std::int32_t m_rows = 0;
    std::vector<std::uint32_t> m_starts; ///< first entry of each cell
    std::vector<std::uint32_t> m_items;
};

} // namespace weavemap::layout
