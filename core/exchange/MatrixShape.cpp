// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/MatrixShape.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "core/base/Text.h"
#include "core/exchange/CellValue.h"

namespace weavemap::exchange {

namespace {

constexpr std::size_t kProbeRows = 200;
constexpr std::size_t kProbeColumns = 200;

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view text)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

Result<std::optional<double>> parseMatrixCell(std::string_view cell, char delimiter)
{
    static constexpr std::array<std::string_view, 6> kNone{"", "-", "–", "—", "−", "."};
    static constexpr std::array<std::string_view, 8> kMarks{"x", "X", "✓", "✔", "✗", "×", "yes", "Yes"};
    const std::string_view text = trimmed(cell);
    if (isOneOf(kNone, text))
        return std::optional<double>();
    if (isOneOf(kMarks, text))
        return std::optional<double>(1.0);
    WEAVEMAP_ASSIGN(const double value, parseNumber(text, delimiter));
    if (value < 0)
        return fail(ErrorCode::outOfRange, {"weight", std::string(text), "0 and more"});
    return value == 0 ? std::optional<double>() : std::optional<double>(value);
}

std::size_t firstLabelColumn(const Sheet& sheet, std::size_t headerRow)
{
    std::size_t longer = 0, rows = 0;
    for (std::size_t row = headerRow + 1; row < std::min(sheet.rowCount(), headerRow + 1 + kProbeRows); ++row) {
        if (sheet.isBlank(row))
            continue;
        ++rows;
        longer += sheet.cellCount(row) == sheet.cellCount(headerRow) + 1 ? 1 : 0;
    }
    return rows > 0 && longer == rows && !trimmed(sheet.cell(headerRow, 0)).empty() ? 0 : 1;
}

bool looksLikeMatrix(const Sheet& sheet, std::size_t headerRow)
{
    const std::size_t first = firstLabelColumn(sheet, headerRow);
    std::unordered_set<std::string_view> labels;
    for (std::size_t column = first; column < sheet.cellCount(headerRow); ++column)
        if (const auto label = trimmed(sheet.cell(headerRow, column)); !label.empty())
            labels.insert(label);
    std::size_t rows = 0, known = 0, bad = 0;
    for (std::size_t row = headerRow + 1; row < std::min(sheet.rowCount(), headerRow + 1 + kProbeRows); ++row) {
        if (sheet.isBlank(row))
            continue;
        ++rows;
        known += labels.contains(trimmed(sheet.cell(row, 0))) ? 1 : 0;
        for (std::size_t column = 1; column < std::min(sheet.cellCount(row), kProbeColumns); ++column)
            bad += parseMatrixCell(sheet.cell(row, column), sheet.facts.delimiter) ? 0 : 1;
    }
    if (labels.size() < 2 || rows < 2)
        return false;
    const std::size_t smaller = std::min(rows, labels.size());
    if (known >= 2 && known * 10 >= smaller * 6)
        return true;
    const bool hasEmptyCorner = first == 1 && trimmed(sheet.cell(headerRow, 0)).empty();
    return hasEmptyCorner && bad == 0;
}

} // namespace weavemap::exchange
