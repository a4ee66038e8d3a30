// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleFilterModel.h"

#include <algorithm>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

PeopleFilterModel::PeopleFilterModel(PeopleModel& people, QObject* parent)
    : QSortFilterProxyModel(parent), m_people(people)
{
    setSourceModel(&people);
    setDynamicSortFilter(true);
    sort(PeopleModel::kName);
    // Further columns may stand elsewhere in another file, or be gone.
    connect(&people, &QAbstractItemModel::modelReset, this, &PeopleFilterModel::apply);
}

void PeopleFilterModel::setFilter(const PeopleFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    apply();
}

template <class Has>
bool PeopleFilterModel::isHadByAnother(PersonId person, const Has& has) const
{
    for (int row = 0; row < m_people.rowCount(); ++row)
        if (m_people.row(row).person.id != person && has(m_people.index(row, 0)))
            return true;
    return false;
}

void PeopleFilterModel::forget(PersonId person)
{
    PeopleFilter kept = m_filter;
    const bool known = std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) {
        return isHadByAnother(person, [&word](const QModelIndex& first) {
            return first.data(PeopleModel::kFoldedRole).toString().contains(word);
        });
    });
    if (!known)
        kept.words.clear();
    for (auto value = m_values.begin(); value != m_values.end(); ++value)
        if (!value->isEmpty() && !isHadByAnother(person, [&value](const QModelIndex& first) {
                return first.siblingAtColumn(value.key()).data().toString() == *value;
            }))
            kept.values.remove(m_people.columnKey(value.key()));
    setFilter(kept);
}

void PeopleFilterModel::apply()
{
    m_words = toQString(foldForSearch(toUtf8(m_filter.words))).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_values.clear();
    for (int column = 0; column < m_people.columnCount(); ++column) {
        const auto wanted = m_filter.values.constFind(m_people.columnKey(column));
        if (wanted != m_filter.values.constEnd())
            m_values.insert(column, *wanted);
    }
    // All at once: row by row, thousands that come and go would each arrange the table anew.
    invalidate();
    Q_EMIT filterChanged();
}

void PeopleFilterModel::setEditing(Editing editing) { m_editing = editing; }

bool PeopleFilterModel::isEditable(int column)
{
    return column != PeopleModel::kTies && column != PeopleModel::kLastHeard && column != PeopleModel::kKind;
}

PersonId PeopleFilterModel::personAt(int row) const
{
    const QModelIndex at = index(row, 0);
    return at.isValid() ? PersonId{at.data(PeopleModel::kIdRole).toLongLong()} : PersonId{};
}

int PeopleFilterModel::rowOf(PersonId person) const
{
    const int row = m_people.rowOf(person);
    return row < 0 ? -1 : mapFromSource(m_people.index(row, 0)).row();
}

Qt::ItemFlags PeopleFilterModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QSortFilterProxyModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, index.isValid() && m_editing == Editing::yes && isEditable(index.column()));
    return flags;
}

bool PeopleFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const auto& row = m_people.row(sourceRow);
    if (m_filter.status == StatusFilter::current && !row.current)
        return false;
    if (m_filter.status == StatusFilter::former && row.current)
        return false;
    if (m_filter.kind && row.person.kind != *m_filter.kind)
        return false;
    const QModelIndex first = m_people.index(sourceRow, 0);
    if (!m_words.isEmpty()) {
        const QString text = first.data(PeopleModel::kFoldedRole).toString();
        if (!std::all_of(m_words.begin(), m_words.end(), [&text](const QString& word) { return text.contains(word); }))
            return false;
    }
    for (auto value = m_values.begin(); value != m_values.end(); ++value)
        if (first.siblingAtColumn(value.key()).data().toString() != value.value())
            return false;
    return true;
}

bool PeopleFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const int order = m_people.compare(left.row(), right.row(), left.column());
    if (order != 0 || left.column() == PeopleModel::kName)
        return order < 0;
    // Downwards, too, names stay in their order.
    const int byName = m_people.compare(left.row(), right.row(), PeopleModel::kName);
    return sortOrder() == Qt::AscendingOrder ? byName < 0 : byName > 0;
}

} // namespace weavemap::ui
