// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/base/Result.h"
#include "core/exchange/Sheet.h"

namespace weavemap::exchange {

/// What a cell of a matrix says: nothing for no tie (empty, 0, a dash), 1 for a mark (x, a tick, "yes"), else the
/// number. Errors: `badNumber`, `outOfRange` for less than 0.
Result<std::optional<double>> parseMatrixCell(std::string_view cell, char delimiter);

/// Where a matrix keeps the column labels: 1 beside a corner cell, 0 where the header has no cell for the row labels
/// (R's write.table).
std::size_t firstLabelColumn(const Sheet& sheet, std::size_t headerRow);

/// Whether the row labels are the column labels, or all cells inside are marks or numbers under an empty corner.
bool looksLikeMatrix(const Sheet& sheet, std::size_t headerRow);

} // namespace weavemap::exchange
