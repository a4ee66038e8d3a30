// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/FreeSpots.h"

#include <algorithm>
#include <cmath>

namespace weavemap::layout {

namespace {

constexpr double kCell = 64.0;
constexpr double kLattice = 12.0;

std::int64_t cellOf(double value) { return static_cast<std::int64_t>(std::floor(value / kCell)); }

std::uint64_t keyOf(std::int64_t column, std::int64_t row)
{
    return (static_cast<std::uint64_t>(column) << 32) ^ (static_cast<std::uint64_t>(row) & 0xFFFFFFFFU);
}

} // namespace

void FreeSpots::take(const Disc& disc)
{
    m_cells[keyOf(cellOf(disc.x), cellOf(disc.y))].push_back(disc);
    m_largest = std::max(m_largest, disc.radius);
}

void FreeSpots::take(const Rect& rect) { m_rects.push_back(rect); }

bool FreeSpots::isFree(const Disc& disc, double clearance) const
{
    const double reach = disc.radius + m_largest + clearance;
    for (std::int64_t row = cellOf(disc.y - reach); row <= cellOf(disc.y + reach); ++row) {
        for (std::int64_t column = cellOf(disc.x - reach); column <= cellOf(disc.x + reach); ++column) {
            const auto found = m_cells.find(keyOf(column, row));
            if (found == m_cells.end())
                continue;
            for (const Disc& other : found->second) {
                const double dx = other.x - disc.x, dy = other.y - disc.y;
                const double want = other.radius + disc.radius + clearance;
                if (dx * dx + dy * dy < want * want)
                    return false;
            }
        }
    }
    return std::none_of(m_rects.begin(), m_rects.end(), [&](const Rect& rect) {
        return rect.intersects(Disc{disc.x, disc.y, disc.radius + clearance});
    });
}

bool FreeSpots::isFree(const Rect& rect) const
{
    const Rect reach = rect.grown(m_largest);
    for (std::int64_t row = cellOf(reach.y); row <= cellOf(reach.bottom()); ++row) {
        for (std::int64_t column = cellOf(reach.x); column <= cellOf(reach.right()); ++column) {
            const auto found = m_cells.find(keyOf(column, row));
            if (found != m_cells.end() && std::any_of(found->second.begin(), found->second.end(),
                                                      [&](const Disc& disc) { return rect.intersects(disc); }))
                return false;
        }
    }
    return std::none_of(m_rects.begin(), m_rects.end(), [&](const Rect& other) { return other.intersects(rect); });
}

Point FreeSpots::nearest(const Point& wish, double radius, double clearance) const
{
    bool found = false;
    double best = 0.0;
    Point spot = wish;
    for (int ring = 0;; ++ring) {
        // A corner of a ring is farther than the sides of later rings: search on until none can be nearer.
        if (found && static_cast<double>(ring * ring) >= best)
            return spot;
        const auto attempt = [&](int dx, int dy) {
            const double distance = static_cast<double>(dx * dx + dy * dy);
            if (found && distance >= best)
                return;
            const Point p{wish.x + kLattice * static_cast<double>(dx), wish.y + kLattice * static_cast<double>(dy)};
            if (!isFree(Disc{p.x, p.y, radius}, clearance))
                return;
            found = true;
            best = distance;
            spot = p;
        };
        for (int d = -ring; d <= ring; ++d) {
            attempt(d, -ring);
            attempt(d, ring);
            if (d != -ring && d != ring) {
                attempt(-ring, d);
                attempt(ring, d);
            }
        }
    }
}

} // namespace weavemap::layout
