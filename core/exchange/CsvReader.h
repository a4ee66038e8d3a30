// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/exchange/ReadOptions.h"
#include "core/exchange/Sheet.h"

namespace weavemap::exchange {

/// Comma, semicolon or tab: the one under which the first rows agree best on a number of cells; a comma where none
/// does.
char sniffDelimiter(std::string_view utf8);

/// Reads delimited text (RFC 4180, and what real files add to it): CRLF, LF or CR, line breaks inside quotes, rows of
/// any length, a first line `sep=;` that names the delimiter. A blank line is a row of one empty cell. Quotes inside an
/// unquoted cell are plain characters; text behind a closing quote is kept and noted in `Sheet::issues`.
/// Errors: `unclosedQuote` (path, line), `fileTooLarge`, `cancelled`. O(n); reports progress by bytes.
Result<Sheet> readCsv(std::string_view utf8, const ReadOptions& options, const std::string& path,
                      const RunContext& run = {});

} // namespace weavemap::exchange
