// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/ImportedNetwork.h"

namespace weavemap::exchange {

/// A grid of text cells as a file states it; rows may differ in length. All text lies in one buffer, so that a list of
/// 500,000 rows stays small. A value: copy or move it; reading is safe from any thread.
class Sheet
{
public:
    std::size_t rowCount() const { return m_lines.size(); }
    std::size_t cellCount(std::size_t row) const { return rowEnd(row) - rowBegin(row); }
    /// The widest row's number of cells.
    std::size_t columnCount() const { return m_columns; }
    /// Empty beyond the end of the row. Valid as long as the sheet is neither changed nor moved.
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// The line of the file, counted from 1, where the row starts.
    std::size_t line(std::size_t row) const { return m_lines[row]; }
    /// Whether every cell is empty or white space.
    bool isBlank(std::size_t row) const;

    void beginRow(std::size_t line);
    void addCell(std::string_view text);
    std::size_t totalCells() const { return m_ends.size(); }

    FileFacts facts;              ///< encoding, delimiter, line end; header facts once `guessSheet` was asked
    std::vector<RowIssue> issues; ///< what the reader noticed: text after a closing quote

private:
    std::size_t rowBegin(std::size_t row) const { return m_rowStarts[row]; }
    std::size_t rowEnd(std::size_t row) const
    {
        return row + 1 < m_rowStarts.size() ? m_rowStarts[row + 1] : m_ends.size();
    }

    std::string m_text;
    std::vector<std::size_t> m_ends;      ///< of each cell in m_text
    std::vector<std::size_t> m_rowStarts; ///< first cell of each row
    std::vector<std::size_t> m_lines;
    std::size_t m_columns = 0;
};

} // namespace weavemap::exchange
