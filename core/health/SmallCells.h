// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace weavemap::health {

/// The smallest number of people that a cell may tell of (domain 3.5, 3.10).
inline constexpr std::size_t kLeastCell = 5;

/// Which cells of a row of counts must not be shown, by cell: 1 hidden, 0 shown. The total of the row is taken to be
/// shown, unless it is below `least` itself: then all are hidden, and so must it be.
/// Hidden are cells above 0 and below `least`, and those of `alsoHidden`; and then, so that none can be worked out from
/// the total, the smallest others (zeros last, the first of equals), until two hidden cells are above 0 and `least` or
/// more people are in hidden cells. Which cells were hidden for which reason must not be told:
/// the rule guards against the total, not against somebody who works backwards from the choice of the smallest.
/// Source: complementary suppression, L. Willenborg, T. de Waal 2001, doi:10.1007/978-1-4613-0121-9, chapter 4.
/// Precondition: `alsoHidden` is empty or has an entry for each cell. Pure; O(cells^2).
std::vector<std::uint8_t> hiddenCells(std::span<const std::size_t> counts,
                                      std::span<const std::uint8_t> alsoHidden = {}, std::size_t least = kLeastCell);

} // namespace weavemap::health
