// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/TicksModel.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

TicksModel::TicksModel(PeopleModel& people, QStringList columns, QObject* parent)
    : QAbstractTableModel(parent), m_people(people), m_columns(std::move(columns))
{
    connect(&people, &PeopleModel::refreshed, this, &TicksModel::follow);
}

std::vector<TicksModel::Row> TicksModel::rowsWith(const PeopleTickMap& ticks) const
{
    std::vector<std::pair<int, Row>> rows; // with the row of the people
    for (int at = 0; at < m_people.rowCount(); ++at) {
        const PersonId person = m_people.row(at).person.id;
        const auto known = ticks.find(person);
        const unsigned has = known == ticks.end() ? 0U : known->second;
        if (has == 0 && !m_people.row(at).current)
            continue;
        const QModelIndex index = m_people.index(at, PeopleModel::kName);
        rows.emplace_back(at, Row{person, index.data().toString(), index.data(PeopleModel::kWhoRole).toString(), has});
    }
    std::stable_sort(rows.begin(), rows.end(), [this](const auto& one, const auto& other) {
        if ((one.second.ticks == 0) != (other.second.ticks == 0))
            return one.second.ticks != 0;
        return m_people.compare(one.first, other.first, PeopleModel::kName) < 0;
    });
    std::vector<Row> sorted;
    for (auto& [at, row] : rows)
        sorted.push_back(std::move(row));
    return sorted;
}

void TicksModel::adopt(std::vector<Row> rows, PeopleTickMap ticks)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_unseen = std::move(ticks);
    for (const Row& row : m_rows)
        m_unseen.erase(row.person);
    endResetModel();
    Q_EMIT ticked();
}

void TicksModel::setTicks(const PeopleTickMap& ticks) { adopt(rowsWith(ticks), ticks); }

void TicksModel::follow()
{
    const auto whoIsIn = [](const std::vector<Row>& rows) {
        std::set<std::tuple<PersonId, QString, QString>> people;
        for (const Row& row : rows)
            people.emplace(row.person, row.name, row.who);
        return people;
    };
    PeopleTickMap given = ticks();
    std::vector<Row> rows = rowsWith(given);
    if (whoIsIn(rows) != whoIsIn(m_rows))
        adopt(std::move(rows), std::move(given));
}

PeopleTickMap TicksModel::ticks() const
{
    PeopleTickMap ticks = m_unseen;
    for (const Row& row : m_rows)
        if (row.ticks != 0)
            ticks.emplace(row.person, row.ticks);
    return ticks;
}

int TicksModel::count(int tick) const
{
    const PeopleTickMap all = ticks();
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [tick](const auto& one) { return (one.second >> tick & 1U) != 0; }));
}

bool TicksModel::isTicked(int row, int tick) const
{
    return (m_rows[static_cast<std::size_t>(row)].ticks >> tick & 1U) != 0;
}

void TicksModel::toggle(int row, int tick)
{
    if (m_readOnly || row < 0 || row >= rowCount() || tick < 0 || tick >= m_columns.size())
        return;
    m_rows[static_cast<std::size_t>(row)].ticks ^= 1U << tick;
    const QModelIndex cell = index(row, tick + 1);
    Q_EMIT dataChanged(cell, cell, {Qt::CheckStateRole});
    Q_EMIT ticked();
}

int TicksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TicksModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant TicksModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == 0) {
        if (role == Qt::DisplayRole)
            return row.name;
        return role == Qt::ToolTipRole ? QVariant(row.who) : QVariant();
    }
    if (role == Qt::CheckStateRole)
        return isTicked(index.row(), index.column() - 1) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2").arg(row.name, m_columns[index.column() - 1]);
    return {};
}

bool TicksModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || index.column() < 1 || m_readOnly)
        return false;
    if (value.toInt() != data(index, Qt::CheckStateRole).toInt())
        toggle(index.row(), index.column() - 1);
    return true;
}

Qt::ItemFlags TicksModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return index.column() > 0 && !m_readOnly ? plain | Qt::ItemIsUserCheckable : plain;
}

QVariant TicksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : m_columns[section - 1];
}

} // namespace weavemap::ui
