// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/exchange/CellValue.h"
#include "core/exchange/CsvWriter.h"
#include "core/exchange/ImportedNetwork.h"
#include "core/exchange/SheetGuess.h"

namespace weavemap::exchange {

/// A sheet with what was found out about it: what the readers of people, ties and matrices work from.
struct SheetContent
{
    const Sheet& sheet;
    const SheetGuess& guess;
    const ReadOptions& options;
    const RunContext& run;
    std::map<Field, std::size_t> fields; ///< which column fills which field

    /// A cell without a guard where the file has guards.
    std::string_view text(std::size_t row, std::size_t column) const
    {
        const std::string_view cell = sheet.cell(row, column);
        return guess.writtenByWeavemap ? withoutGuard(cell) : cell;
    }
    /// Empty where no column fills the field.
    std::string_view text(std::size_t row, Field field) const
    {
        const auto found = fields.find(field);
        return found == fields.end() ? std::string_view() : text(row, found->second);
    }
    /// The row as attribute values, without empty cells at its end.
    std::vector<std::string> attributes(std::size_t row) const;
    /// What the dates of the column that fills a field agree on.
    DateOrder dateOrder(Field field) const;
    /// Notices cells beyond the last column.
    void noticeExtraCells(std::size_t row, ImportedNetwork& network) const;
    /// Whether the row sums up those above it: a total word behind a blank line, at the end of the sheet.
    bool isSummary(std::size_t row) const;
    /// Cancelled? Tells progress now and then too.
    Result<> poll(std::size_t row) const;
};

/// Fill `network` from the sheet. Error: `cancelled`; rows that cannot be read go to `rejected`.
Result<> readPeople(const SheetContent& content, ImportedNetwork& network);
Result<> readTies(const SheetContent& content, ImportedNetwork& network);
Result<> readMatrix(const SheetContent& content, ImportedNetwork& network);

} // namespace weavemap::exchange
