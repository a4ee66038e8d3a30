// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weavemap::exchange {

/// The header of the last, empty column of a file in which cells are guarded (see README.md, "The guard").
inline constexpr std::string_view kGuardMark = "weavemap-csv-1";

/// Whether a spreadsheet would run the cell as a formula (= + - @ tab, CR, LF in front; plain numbers are safe), or the
/// cell would be mistaken for a guarded one.
bool needsGuard(std::string_view cell);
/// Takes one guard away, where there is one. For cells of marked files only.
std::string_view withoutGuard(std::string_view cell);

/// Writes RFC 4180 text: UTF-8, commas, CRLF, quotes where needed. Cells that a spreadsheet would run get an apostrophe
/// in front, and only then the file gets the mark that lets `readFile` take it off again. One owner, one thread.
class CsvWriter
{
public:
    explicit CsvWriter(std::vector<std::string> header);
    /// A row may be shorter than the header, never longer: further cells are left out.
    void addRow(const std::vector<std::string>& cells);
    /// The whole file. O(size).
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows; ///< the header first
};

} // namespace weavemap::exchange
