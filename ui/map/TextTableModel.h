// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariant>

namespace weavemap::ui {

/// A table of values that do not change: numbers sort as numbers.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Each row has as many values as there are headers. `keys`: an id for each row, in `kKeyRole`.
    TextTableModel(QStringList headers, std::vector<QVariantList> rows, std::vector<qlonglong> keys,
                   QObject* parent = nullptr);

    static constexpr int kKeyRole = Qt::UserRole + 1;
    static constexpr int kSortRole = Qt::UserRole + 2;
    /// Whether the row stays here: it names somebody who is not to be named elsewhere.
    static constexpr int kStaysRole = Qt::UserRole + 3;
    /// One for each row; none stays where this is not called.
    void setStaying(std::vector<bool> rows) { m_stays = std::move(rows); }
    /// Columns that stay here, too: figures that would put whoever is named into an order of rank. Their headings say
    /// so in `kStaysRole`.
    void setStayingColumns(std::vector<int> columns) { m_stayingColumns = std::move(columns); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headers;
    std::vector<QVariantList> m_rows;
    std::vector<qlonglong> m_keys;
    std::vector<bool> m_stays;
    std::vector<int> m_stayingColumns;
};

} // namespace weavemap::ui
