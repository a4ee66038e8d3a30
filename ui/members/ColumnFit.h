// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace weavemap::ui {

/// What a column of a table asks for, in pixels.
struct ColumnWish
{
    int wanted = 0; ///< where there is room for all
    int least = 0;  ///< narrower, its words could not be read
    int roomy = 0;  ///< gladly taken of what is left over
};

/// A width for each column, so that together they fill `room`: what is left over goes to those who gladly take it and
/// then to the last; what is missing is taken from all, in proportion to what each can give. Where even the least
/// widths need more than `room`, these, and the table scrolls sideways.
std::vector<int> fitColumns(const std::vector<ColumnWish>& wishes, int room);

} // namespace weavemap::ui
