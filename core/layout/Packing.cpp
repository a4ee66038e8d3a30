// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Packing.h"

#include <algorithm>
#include <cmath>

namespace weavemap::layout {

namespace {

constexpr double kCell = 24.0;
constexpr std::int32_t kFarthest = 1'000'000;

std::int32_t cellOf(double value)
{
    return static_cast<std::int32_t>(std::floor(std::clamp(value / kCell, -4e8, 4e8)));
}

} // namespace

std::vector<Packing::Run> Packing::runsOf(std::span<const Disc> discs) const
{
    const double half = 0.5 * m_margin;
    std::map<std::int32_t, Run> rows;
    for (const Disc& disc : discs) {
        const double reach = disc.radius + half;
        const std::int32_t left = cellOf(disc.x - reach), right = cellOf(disc.x + reach);
        for (std::int32_t row = cellOf(disc.y - reach); row <= cellOf(disc.y + reach); ++row) {
            const auto [found, isNew] = rows.try_emplace(row, Run{row, left, right});
            if (!isNew) {
                found->second.left = std::min(found->second.left, left);
                found->second.right = std::max(found->second.right, right);
            }
        }
    }
    std::vector<Run> runs;
    runs.reserve(rows.size());
    for (const auto& [row, run] : rows)
        runs.push_back(run);
    return runs;
}

bool Packing::fits(const std::vector<Run>& runs, std::int32_t dx, std::int32_t dy) const
{
    for (const Run& run : runs) {
        const auto taken = m_taken.find(run.row + dy);
        if (taken == m_taken.end())
            continue;
        for (const Run& other : taken->second) {
            if (run.left + dx <= other.right && other.left <= run.right + dx)
                return false;
        }
    }
    return true;
}

void Packing::take(const std::vector<Run>& runs, std::int32_t dx, std::int32_t dy)
{
    for (const Run& run : runs)
        m_taken[run.row + dy].push_back({run.row + dy, run.left + dx, run.right + dx});
}

void Packing::occupy(std::span<const Disc> discs) { take(runsOf(discs), 0, 0); }

Point Packing::place(std::span<const Disc> discs)
{
    const std::vector<Run> runs = runsOf(discs);
    // Rectangular rings round the present place, of the sheet's shape; within a ring the spot nearest to the middle.
    for (std::int32_t ring = 0; ring < kFarthest; ++ring) {
        const auto across = static_cast<std::int32_t>(static_cast<double>(ring) * m_aspect);
        const auto inner = ring == 0 ? -1 : static_cast<std::int32_t>(static_cast<double>(ring - 1) * m_aspect);
        bool found = false;
        double best = 0.0;
        std::int32_t bestX = 0, bestY = 0;
        const auto attempt = [&](std::int32_t dx, std::int32_t dy) {
            const double x = static_cast<double>(dx) / m_aspect, y = static_cast<double>(dy);
            const double distance = x * x + y * y;
            if ((found && distance >= best) || !fits(runs, dx, dy))
                return;
            found = true;
            best = distance;
            bestX = dx;
            bestY = dy;
        };
        for (std::int32_t dx = -across; dx <= across; ++dx) {
            attempt(dx, ring);
            attempt(dx, -ring);
        }
        for (std::int32_t dy = 1 - ring; dy < ring; ++dy) {
            for (std::int32_t dx = inner + 1; dx <= across; ++dx) {
                attempt(dx, dy);
                attempt(-dx, dy);
            }
        }
        if (found) {
            take(runs, bestX, bestY);
            return {static_cast<double>(bestX) * kCell, static_cast<double>(bestY) * kCell};
        }
    }
    return {};
}

} // namespace weavemap::layout
