// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/SheetContent.h"

#include <algorithm>

#include "core/base/Text.h"
#include "core/exchange/HeaderWords.h"

namespace weavemap::exchange {

namespace {
constexpr std::size_t kPollRows = 4096;
}

std::vector<std::string> SheetContent::attributes(std::size_t row) const
{
    std::size_t count = std::min(sheet.cellCount(row), guess.columns.size());
    while (count > 0 && sheet.cell(row, count - 1).empty())
        --count;
    std::vector<std::string> values;
    values.reserve(count);
    for (std::size_t column = 0; column < count; ++column)
        values.emplace_back(text(row, column));
    return values;
}

DateOrder SheetContent::dateOrder(Field field) const
{
    const auto found = fields.find(field);
    if (found == fields.end())
        return DateOrder::unknown;
    std::vector<std::string_view> cells;
    for (std::size_t row = guess.firstDataRow; row < sheet.rowCount(); ++row)
        cells.push_back(sheet.cell(row, found->second));
    return dateOrderOf(cells);
}

void SheetContent::noticeExtraCells(std::size_t row, ImportedNetwork& network) const
{
    for (std::size_t column = guess.columns.size(); column < sheet.cellCount(row); ++column) {
        if (trimmed(sheet.cell(row, column)).empty())
            continue;
        network.notices.push_back(
            {sheet.line(row), Error(ErrorCode::extraCells,
                                    {std::to_string(sheet.cellCount(row)), std::to_string(guess.columns.size())})});
        return;
    }
}

bool SheetContent::isSummary(std::size_t row) const
{
    if (row == 0 || row <= guess.firstDataRow || !sheet.isBlank(row - 1) || !isTotalWord(sheet.cell(row, 0)))
        return false;
    for (std::size_t later = row + 1; later < sheet.rowCount(); ++later)
        if (!sheet.isBlank(later))
            return false;
    bool anyNumber = false;
    for (std::size_t column = 1; column < sheet.cellCount(row); ++column) {
        const std::string_view cell = trimmed(sheet.cell(row, column));
        if (cell.empty())
            continue;
        if (!parseNumber(cell, sheet.facts.delimiter))
            return false;
        anyNumber = true;
    }
    return anyNumber;
}

Result<> SheetContent::poll(std::size_t row) const
{
    if (row % kPollRows != 0)
        return {};
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    const std::size_t step = std::max(kPollRows, sheet.rowCount() / 40 / kPollRows * kPollRows);
    if (row % step == 0)
        run.progress(static_cast<double>(row) / static_cast<double>(sheet.rowCount() + 1));
    return {};
}

} // namespace weavemap::exchange
