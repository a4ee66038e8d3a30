// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Sheet.h"

#include <algorithm>

#include "core/base/Text.h"

namespace weavemap::exchange {

std::string_view Sheet::cell(std::size_t row, std::size_t column) const
{
    const std::size_t at = rowBegin(row) + column;
    if (at >= rowEnd(row))
        return {};
    const std::size_t begin = at == 0 ? 0 : m_ends[at - 1];
    return std::string_view(m_text).substr(begin, m_ends[at] - begin);
}

bool Sheet::isBlank(std::size_t row) const
{
    for (std::size_t column = 0; column < cellCount(row); ++column)
        if (!trimmed(cell(row, column)).empty())
            return false;
    return true;
}

void Sheet::beginRow(std::size_t line)
{
    m_rowStarts.push_back(m_ends.size());
    m_lines.push_back(line);
}

void Sheet::addCell(std::string_view text)
{
    m_text.append(text);
    m_ends.push_back(m_text.size());
    m_columns = std::max(m_columns, m_ends.size() - m_rowStarts.back());
}

} // namespace weavemap::exchange
