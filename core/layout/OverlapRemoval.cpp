// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/OverlapRemoval.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/layout/Thinning.h"

namespace weavemap::layout {

namespace {

/// Points by square cells; far-off points make the cells larger, so that there are never many more cells than points.
class CellGrid
{
public:
    void build(const Positions& at, float cell)
    {
        const std::size_t n = at.size();
        m_left = *std::min_element(at.x.begin(), at.x.end());
        m_top = *std::min_element(at.y.begin(), at.y.end());
        m_cell = cell;
        const float width = *std::max_element(at.x.begin(), at.x.end()) - m_left;
        const float height = *std::max_element(at.y.begin(), at.y.end()) - m_top;
        const auto most = static_cast<float>(4 * n + 16);
        while ((width / m_cell + 1.0F) * (height / m_cell + 1.0F) > most)
            m_cell *= 1.5F;
        m_columns = static_cast<std::uint32_t>(width / m_cell) + 1;
        m_rows = static_cast<std::uint32_t>(height / m_cell) + 1;
        m_starts.assign(std::size_t{m_columns} * m_rows + 1, 0);
        m_cellOf.resize(n);
        for (std::size_t v = 0; v < n; ++v) {
            m_cellOf[v] = rowOf(at.y[v]) * m_columns + columnOf(at.x[v]);
            ++m_starts[m_cellOf[v] + 1];
        }
        for (std::size_t c = 1; c < m_starts.size(); ++c)
            m_starts[c] += m_starts[c - 1];
        m_items.resize(n);
        m_next.assign(m_starts.begin(), m_starts.end() - 1);
        for (std::size_t v = 0; v < n; ++v)
            m_items[m_next[m_cellOf[v]]++] = static_cast<std::uint32_t>(v);
    }

    std::uint32_t columnOf(float x) const
    {
        return std::min(static_cast<std::uint32_t>(std::max((x - m_left) / m_cell, 0.0F)), m_columns - 1);
    }
    std::uint32_t rowOf(float y) const
    {
        return std::min(static_cast<std::uint32_t>(std::max((y - m_top) / m_cell, 0.0F)), m_rows - 1);
    }
    /// How many pairs `forNearPairs` visits. O(cells).
    std::uint64_t nearPairs() const
    {
        const auto count = [this](std::uint32_t column, std::uint32_t row) -> std::uint64_t {
            return column < m_columns && row < m_rows ? cell(column, row).size() : 0;
        };
        std::uint64_t pairs = 0;
        for (std::uint32_t row = 0; row < m_rows; ++row) {
            for (std::uint32_t column = 0; column < m_columns; ++column) {
                const std::uint64_t here = count(column, row);
                if (here == 0)
                    continue;
                const std::uint64_t left = column > 0 ? count(column - 1, row + 1) : 0;
                pairs += here * (here - 1) / 2 +
                         here * (count(column + 1, row) + left + count(column, row + 1) + count(column + 1, row + 1));
            }
        }
        return pairs;
    }

    std::uint32_t columns() const { return m_columns; }
    std::uint32_t rows() const { return m_rows; }
    std::span<const std::uint32_t> cell(std::uint32_t column, std::uint32_t row) const
    {
        const std::size_t c = std::size_t{row} * m_columns + column;
        return {m_items.data() + m_starts[c], m_starts[c + 1] - m_starts[c]};
    }

private:
    float m_left = 0.0F, m_top = 0.0F, m_cell = 1.0F;
    std::uint32_t m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_starts, m_items, m_cellOf, m_next;
};

/// Calls `visit` for each pair within one cell or in touching cells, once, in the order of cells.
template <class Visit>
void forNearPairs(const CellGrid& grid, bool backwards, const Visit& visit)
{
    const std::uint32_t cells = grid.columns() * grid.rows();
    for (std::uint32_t k = 0; k < cells; ++k) {
        const std::uint32_t c = backwards ? cells - 1 - k : k;
        const std::uint32_t column = c % grid.columns();
        const std::uint32_t row = c / grid.columns();
        const auto here = grid.cell(column, row);
        if (here.empty())
            continue;
        for (std::size_t i = 0; i < here.size(); ++i) {
            for (std::size_t j = i + 1; j < here.size(); ++j)
                visit(here[i], here[j]);
        }
        const auto withCell = [&](std::uint32_t otherColumn, std::uint32_t otherRow) {
            for (const std::uint32_t a : here) {
                for (const std::uint32_t b : grid.cell(otherColumn, otherRow))
                    visit(a, b);
            }
        };
        const bool hasRight = column + 1 < grid.columns();
        const bool hasBelow = row + 1 < grid.rows();
        if (hasRight)
            withCell(column + 1, row);
        if (hasBelow) {
            withCell(column, row + 1);
            if (hasRight)
                withCell(column + 1, row + 1);
            if (column > 0)
                withCell(column - 1, row + 1);
        }
    }
}

/// Pairs a person has to look at, on average, from which on pushing each of them would take too long. Maps have some
/// seven; of a crowd on one spot everybody sees everybody.
constexpr std::uint64_t kCrowd = 64;

void dissolve(std::span<const float> radii, float gap, Positions& at)
{
    std::vector<float> kept(radii.begin(), radii.end());
    for (float& radius : kept)
        radius += 0.5F * gap;
    thinOut(kept, ThinWithin::anyBox, at);
}

} // namespace

float crowding(std::span<const float> radii, float gap, const Positions& at)
{
    if (at.size() < 2)
        return 1.0F;
    CellGrid grid;
    grid.build(at, 2.0F * *std::max_element(radii.begin(), radii.end()) + gap);
    float worst = 1.0F;
    forNearPairs(grid, false, [&](std::uint32_t a, std::uint32_t b) {
        const float dx = at.x[b] - at.x[a], dy = at.y[b] - at.y[a];
        const float length = std::max(std::sqrt(dx * dx + dy * dy), 0.01F);
        worst = std::max(worst, (radii[a] + radii[b] + gap) / length);
    });
    return worst;
}

Outcome removeOverlaps(std::span<const float> radii, const OverlapOptions& options, const RunContext& context,
                       Positions& at)
{
    const std::size_t n = at.size();
    if (n < 2)
        return Outcome::done;
    const float largest = *std::max_element(radii.begin(), radii.end());
    const float reach = 2.0F * largest + options.gap + options.groupGap;
    // Aiming a hair beyond the goal ends the search for the last hundredth of a unit.
    constexpr float kBeyond = 1.02F;
    CellGrid grid;
    grid.build(at, reach * kBeyond);
    const bool isAnyFixed =
        std::any_of(options.fixed.begin(), options.fixed.end(), [](char fixed) { return fixed != 0; });
    if (!isAnyFixed && grid.nearPairs() > kCrowd * n)
        dissolve(radii, options.gap, at);
    const auto isFixed = [&](std::uint32_t v) { return !options.fixed.empty() && options.fixed[v]; };
    for (int round = 0; round < options.rounds; ++round) {
        if (context.cancelled())
            return Outcome::cancelled;
        grid.build(at, reach * kBeyond);
        bool moved = false;
        const auto part = [&](std::uint32_t a, std::uint32_t b) {
            float want = radii[a] + radii[b] + options.gap;
            if (options.groupGap > 0.0F && options.groups[a] != options.groups[b])
                want += options.groupGap;
            float dx = at.x[b] - at.x[a];
            float dy = at.y[b] - at.y[a];
            const float squared = dx * dx + dy * dy;
            if (squared >= want * want || (isFixed(a) && isFixed(b)))
                return;
            moved = true;
            float length = std::sqrt(squared);
            if (length < 1e-3F * want) {
                // On one spot: part along a direction that the numbers of the two give.
                dx = (a * 7U + b * 3U) % 2U == 0 ? 1.0F : -1.0F;
                dy = static_cast<float>((a * 5U + b * 11U) % 7U) / 3.0F - 1.0F;
                length = std::sqrt(dx * dx + dy * dy);
            }
            const float push = (want * kBeyond - std::sqrt(squared)) / length;
            const float shareA = isFixed(a) ? 0.0F : (isFixed(b) ? 1.0F : 0.5F);
            at.x[a] -= shareA * push * dx;
            at.y[a] -= shareA * push * dy;
            at.x[b] += (1.0F - shareA) * push * dx;
            at.y[b] += (1.0F - shareA) * push * dy;
        };
        forNearPairs(grid, round % 2 == 1, part);
        if (!moved)
            break;
    }
    return Outcome::done;
}

} // namespace weavemap::layout
