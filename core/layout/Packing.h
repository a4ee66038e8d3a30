// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/layout/Geometry.h"

namespace weavemap::layout {

/// A sheet on which shapes are laid side by side as near to the middle as they fit. A shape is its discs on a coarse
/// grid, every grid row filled from its leftmost to its rightmost disc, so that nothing lands between two people of one
/// piece.
class Packing
{
public:
    /// `aspect`: width to height the whole should have. `margin`: distance kept between shapes.
    Packing(double aspect, double margin) : m_aspect(aspect), m_margin(margin) {}

    /// Takes the room of discs that stand where they are.
    void occupy(std::span<const Disc> discs);
    /// How far to move the discs so that they overlap nothing, and takes that room.
    Point place(std::span<const Disc> discs);

private:
    struct Run
    {
        std::int32_t row, left, right;
    };
    std::vector<Run> runsOf(std::span<const Disc> discs) const;
    bool fits(const std::vector<Run>& runs, std::int32_t dx, std::int32_t dy) const;
    void take(const std::vector<Run>& runs, std::int32_t dx, std::int32_t dy);

    double m_aspect;
    double m_margin;
    std::map<std::int32_t, std::vector<Run>> m_taken; ///< by row
};

} // namespace weavemap::layout
