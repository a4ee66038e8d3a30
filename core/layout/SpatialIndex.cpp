// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/SpatialIndex.h"

#include <algorithm>
#include <cmath>

namespace weavemap::layout {

namespace {

constexpr double kFarthest = 1e12;

bool isSound(const Disc& disc)
{
    const auto inRange = [](double value) { return value >= -kFarthest && value <= kFarthest; };
    return inRange(disc.x) && inRange(disc.y) && inRange(disc.radius) && disc.radius >= 0.0;
}

std::int32_t clampedCell(double value, std::int32_t count)
{
    return static_cast<std::int32_t>(std::clamp(std::floor(value), 0.0, static_cast<double>(count - 1)));
}

bool isInside(std::span<const Point> polygon, double x, double y)
{
    bool inside = false;
    for (std::size_t i = 0, before = polygon.size() - 1; i < polygon.size(); before = i++) {
        const Point& a = polygon[i];
        const Point& b = polygon[before];
        if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace

SpatialIndex::SpatialIndex(std::vector<Disc> discs) : m_discs(std::move(discs))
{
    double right = 0.0, bottom = 0.0;
    std::size_t count = 0;
    for (const Disc& disc : m_discs) {
        if (!isSound(disc))
            continue;
        m_left = count == 0 ? disc.x : std::min(m_left, disc.x);
        m_top = count == 0 ? disc.y : std::min(m_top, disc.y);
        right = count == 0 ? disc.x : std::max(right, disc.x);
        bottom = count == 0 ? disc.y : std::max(bottom, disc.y);
        m_largestRadius = std::max(m_largestRadius, disc.radius);
        ++count;
    }
    if (count == 0)
        return;
    const double width = right - m_left, height = bottom - m_top;
    // About two discs a cell where they are spread evenly; never more than four cells a disc, nor a long thin row of
    // them.
    const auto n = static_cast<double>(count);
    m_cellSize = std::max({std::sqrt(2.0 * width * height / n), (width + height) / (n + 1.0), 1e-9});
    m_columns = static_cast<std::int32_t>(width / m_cellSize) + 1;
    m_rows = static_cast<std::int32_t>(height / m_cellSize) + 1;
    m_starts.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    const auto cellOf = [&](const Disc& disc) {
        const std::int32_t column = clampedCell((disc.x - m_left) / m_cellSize, m_columns);
        const std::int32_t row = clampedCell((disc.y - m_top) / m_cellSize, m_rows);
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    };
    for (const Disc& disc : m_discs) {
        if (isSound(disc))
            ++m_starts[cellOf(disc) + 1];
    }
    for (std::size_t c = 1; c < m_starts.size(); ++c)
        m_starts[c] += m_starts[c - 1];
    m_items.resize(count);
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::uint32_t i = 0; i < m_discs.size(); ++i) {
        if (isSound(m_discs[i]))
            m_items[next[cellOf(m_discs[i])]++] = i;
    }
}

SpatialIndex::CellRange SpatialIndex::cellsOf(const Rect& rect) const
{
    // Comparisons are false for what is not a number.
    if (m_columns == 0 || !(rect.right() >= rect.x && rect.bottom() >= rect.y))
        return {0, 0, -1, -1};
    return {clampedCell((rect.x - m_left) / m_cellSize, m_columns), clampedCell((rect.y - m_top) / m_cellSize, m_rows),
            clampedCell((rect.right() - m_left) / m_cellSize, m_columns),
            clampedCell((rect.bottom() - m_top) / m_cellSize, m_rows)};
}

std::span<const std::uint32_t> SpatialIndex::cell(std::int32_t column, std::int32_t row) const
{
    const std::size_t c =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    return {m_items.data() + m_starts[c], m_starts[c + 1] - m_starts[c]};
}

std::optional<std::uint32_t> SpatialIndex::nearest(const Point& p, double reach) const
{
    const double far = reach + m_largestRadius;
    const CellRange range = cellsOf({p.x - far, p.y - far, 2.0 * far, 2.0 * far});
    std::optional<std::uint32_t> best;
    double bestEdge = 0.0, bestCentre = 0.0;
    for (std::int32_t row = range.top; row <= range.bottom; ++row) {
        for (std::int32_t column = range.left; column <= range.right; ++column) {
            for (const std::uint32_t i : cell(column, row)) {
                const Disc& disc = m_discs[i];
                const double dx = disc.x - p.x, dy = disc.y - p.y;
                const double centre = std::sqrt(dx * dx + dy * dy);
                const double edge = std::max(centre - disc.radius, 0.0);
                if (!(edge <= reach))
                    continue;
                const bool isNearer =
                    !best || edge < bestEdge ||
                    (edge == bestEdge && (centre < bestCentre || (centre == bestCentre && i > *best)));
                if (isNearer) {
                    best = i;
                    bestEdge = edge;
                    bestCentre = centre;
                }
            }
        }
    }
    return best;
}

std::vector<std::uint32_t> SpatialIndex::centresIn(const Rect& rect) const
{
    std::vector<std::uint32_t> found;
    const CellRange range = cellsOf(rect);
    for (std::int32_t row = range.top; row <= range.bottom; ++row) {
        for (std::int32_t column = range.left; column <= range.right; ++column) {
            for (const std::uint32_t i : cell(column, row)) {
                if (rect.contains(Point{m_discs[i].x, m_discs[i].y}))
                    found.push_back(i);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> SpatialIndex::touching(const Rect& rect) const
{
    std::vector<std::uint32_t> found;
    const CellRange range = cellsOf(rect.grown(m_largestRadius));
    for (std::int32_t row = range.top; row <= range.bottom; ++row) {
        for (std::int32_t column = range.left; column <= range.right; ++column) {
            for (const std::uint32_t i : cell(column, row)) {
                if (rect.intersects(m_discs[i]))
                    found.push_back(i);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> SpatialIndex::centresIn(std::span<const Point> polygon) const
{
    if (polygon.size() < 3)
        return {};
    Rect box{polygon[0].x, polygon[0].y, 0.0, 0.0};
    for (const Point& p : polygon)
        box = box.united({p.x, p.y, 0.0, 0.0});
    std::vector<std::uint32_t> found = centresIn(box);
    std::erase_if(found, [&](std::uint32_t i) { return !isInside(polygon, m_discs[i].x, m_discs[i].y); });
    return found;
}

} // namespace weavemap::layout
