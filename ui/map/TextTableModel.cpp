// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/TextTableModel.h"

#include <algorithm>
#include <utility>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

bool isNumber(const QVariant& value)
{
    return value.userType() == QMetaType::Int || value.userType() == QMetaType::LongLong;
}

} // namespace

TextTableModel::TextTableModel(QStringList headers, std::vector<QVariantList> rows, std::vector<qlonglong> keys,
                               QObject* parent)
    : QAbstractTableModel(parent), m_headers(std::move(headers)), m_rows(std::move(rows)), m_keys(std::move(keys))
{}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const QVariant& value = m_rows[row].at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return isNumber(value) ? QVariant(formatCount(value.toLongLong())) : value;
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(value) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case kSortRole:
        return value;
    case kKeyRole:
        return row < m_keys.size() ? QVariant(m_keys[row]) : QVariant();
    case kStaysRole:
        return row < m_stays.size() && m_stays[row];
    default:
        return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < m_headers.size())
        return m_headers[section];
    if (orientation == Qt::Horizontal && role == kStaysRole)
        return std::find(m_stayingColumns.begin(), m_stayingColumns.end(), section) != m_stayingColumns.end();
    // A heading stands over its figures.
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= 0 && section < m_headers.size() &&
        !m_rows.empty() && isNumber(m_rows.front().at(section)))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace weavemap::ui
