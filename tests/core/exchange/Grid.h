// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/CsvNetworkReader.h"
#include "core/exchange/CsvReader.h"

namespace weavemap::exchange::test {

using Grid = std::vector<std::vector<std::string>>;

inline Grid gridOf(const Sheet& sheet)
{
    Grid rows;
    for (std::size_t row = 0; row < sheet.rowCount(); ++row) {
        rows.emplace_back();
        for (std::size_t column = 0; column < sheet.cellCount(row); ++column)
            rows.back().emplace_back(sheet.cell(row, column));
    }
    return rows;
}

/// The grid of a text; empty where it is refused.
inline Grid gridOf(std::string_view text, const ReadOptions& options = {})
{
    const auto sheet = readCsv(text, options, "t.csv");
    return sheet ? gridOf(*sheet) : Grid();
}

/// What a text of a file called t.csv says.
inline Result<ImportedNetwork> networkOf(std::string text, const ReadOptions& options = {})
{
    return CsvNetworkReader().read(SourceFile{"t.csv", "csv", std::move(text)}, options, {});
}

inline Result<ImportedNetwork> networkOf(std::string text, ReadAs as)
{
    ReadOptions options;
    options.as = as;
    return networkOf(std::move(text), options);
}

} // namespace weavemap::exchange::test
