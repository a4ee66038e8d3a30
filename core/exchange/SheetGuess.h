// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/ReadOptions.h"
#include "core/exchange/Sheet.h"

namespace weavemap::exchange {

/// What a sheet seems to be: an offer to the user, who may say otherwise.
struct SheetGuess
{
    ReadAs kind = ReadAs::detect;        ///< `detect`: cannot tell
    std::size_t headerRow = 0;           ///< index of the row that names the columns; `rowCount()` where there is none
    std::size_t firstDataRow = 0;        ///< behind further header rows of surveys
    std::vector<std::string> columns;    ///< names as attributes would get them: exact headers, doubles numbered
    std::vector<std::string> headers;    ///< exact header cells
    std::map<Field, std::size_t> fields; ///< best guess: which column holds which field
    bool writtenByWeavemap = false;      ///< the header ends with Weavemap's mark
};

/// Looks at the header and at most the first 200 rows, and at all of a column whose heading has two meanings. `as`
/// other than `detect` fixes the kind; `columns` are headers that the user named. A first row that is data already
/// (numbers, or people who come again below) is no header.
SheetGuess guessSheet(const Sheet& sheet, ReadAs as = ReadAs::detect, const std::map<Field, std::string>& columns = {});

/// The field that a header names in one of the languages known (English, German, French, Spanish, Dutch, Italian,
/// Portuguese), or nothing. Case, accents, punctuation do not matter.
std::optional<Field> fieldOfHeader(std::string_view header, ReadAs kind);

} // namespace weavemap::exchange
