// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CsvWriter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace weavemap::exchange {

namespace {

/// Digits with at most one point and a sign in front: a spreadsheet computes nothing with it.
bool isPlainNumber(std::string_view cell)
{
    std::size_t at = !cell.empty() && (cell[0] == '-' || cell[0] == '+') ? 1 : 0;
    std::size_t digits = 0, points = 0;
    for (; at < cell.size(); ++at) {
        if (cell[at] >= '0' && cell[at] <= '9')
            ++digits;
        else if (cell[at] == '.')
            ++points;
        else
            return false;
    }
    return digits > 0 && points <= 1;
}

bool runsAsFormula(std::string_view cell)
{
    // The full-width forms count too: spreadsheets in East Asian languages take them for the plain ones.
    static constexpr std::array<std::string_view, 11> kStarts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                              "\n", "＝", "＋", "－", "＠"};
    const auto starts = [cell](std::string_view start) { return cell.starts_with(start); };
    return std::any_of(kStarts.begin(), kStarts.end(), starts) && !isPlainNumber(cell);
}

void appendCell(std::string& text, std::string_view cell)
{
    if (cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        text.append(cell);
        return;
    }
    text.push_back('"');
    for (const char letter : cell) {
        if (letter == '"')
            text.push_back('"');
        text.push_back(letter);
    }
    text.push_back('"');
}

} // namespace

bool needsGuard(std::string_view cell)
{
    while (cell.starts_with('\''))
        cell.remove_prefix(1);
    return runsAsFormula(cell);
}

std::string_view withoutGuard(std::string_view cell)
{
    return cell.starts_with('\'') && needsGuard(cell) ? cell.substr(1) : cell;
}

CsvWriter::CsvWriter(std::vector<std::string> header) { m_rows.push_back(std::move(header)); }

void CsvWriter::addRow(const std::vector<std::string>& cells)
{
    m_rows.push_back(cells);
    m_rows.back().resize(m_rows.front().size());
}

std::string CsvWriter::text() const
{
    bool isGuarded = false;
    for (const auto& row : m_rows)
        isGuarded = isGuarded || std::any_of(row.begin(), row.end(), [](const auto& cell) { return needsGuard(cell); });
    std::string text;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        for (std::size_t column = 0; column < m_rows[row].size(); ++column) {
            if (column > 0)
                text.push_back(',');
            const std::string& cell = m_rows[row][column];
            if (needsGuard(cell))
                appendCell(text, '\'' + cell);
            else if (cell.empty() && m_rows[row].size() == 1 && !isGuarded)
                text.append("\"\""); // a row that is not a blank line
            else
                appendCell(text, cell);
        }
        if (isGuarded) {
            text.push_back(',');
            if (row == 0)
                text.append(kGuardMark);
        }
        text.append("\r\n");
    }
    return text;
}

} // namespace weavemap::exchange
