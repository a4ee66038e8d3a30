// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/QueueModel.h"

#include <algorithm>

#include "ui/base/Convert.h"
#include "ui/models/PeopleModel.h"
#include "ui/today/ReasonText.h"

namespace weavemap::ui {

namespace {
constexpr qsizetype kWordsRead = 400; // a note may be a book
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

PersonId QueueModel::personAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].entry.person : PersonId{};
}

QList<PillText> QueueModel::pills(const actions::QueueRow& row) const
{
    QList<PillText> list;
    if (row.until) {
        PillText pill;
        pill.text = tr("Left out until %1").arg(formatDate(*row.until, DateStyle::dayShort, m_today));
        pill.icon = QStringLiteral("snooze");
        list << pill;
    }
    for (const weaving::QueueReason& reason : row.entry.reasons)
        list << reasonPill(reason, m_today);
    return list;
}

QString QueueModel::talked(const weaving::QueueEntry& entry) const
{
    if (entry.lastHeard)
        return tr("Last talked %1").arg(formatDate(*entry.lastHeard, DateStyle::day, m_today));
    for (const weaving::QueueReason& reason : entry.reasons)
        if (reason.code == weaving::CallReason::neverReached && reason.on)
            return tr("Member since %1").arg(formatDate(*reason.on, DateStyle::full));
    return {};
}

/// For a screen reader: who, and why, in one go.
QString QueueModel::spoken(const actions::QueueRow& row) const
{
    QStringList parts{toQString(row.entry.name), tr("%Ln points", "", row.entry.points)};
    for (const PillText& pill : pills(row))
        parts << pill.text;
    return parts.join(QStringLiteral(", "));
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const actions::QueueRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(row.entry.name);
    case kIdRole:
        return static_cast<qlonglong>(row.entry.person.value);
    case kWhoRole:
        return m_people.index(m_people.rowOf(row.entry.person), PeopleModel::kName).data(PeopleModel::kWhoRole);
    case kPillsRole:
        return QVariant::fromValue(pills(row));
    case kPointsRole:
        return row.entry.reasons.empty() ? QString() : tr("%Ln points", "", row.entry.points);
    case kTalkedRole:
        return talked(row.entry);
    case kWordsRole: {
        const QString words = toQString(row.lastWords).left(kWordsRead).simplified();
        return words.isEmpty() ? QString() : QStringLiteral("\u201C%1\u201D").arg(words);
    }
    case kColourRole:
        return m_people.colourOf(row.entry.person);
    case kHeardRole:
        return m_people.isHeardFrom(row.entry.person);
    case Qt::AccessibleTextRole:
        return spoken(row);
    default:
        return {};
    }
}

void QueueModel::adopt(std::vector<actions::QueueRow> rows, Date today)
{
    m_today = today;
    const auto contains = [&rows](PersonId id) {
        return std::any_of(rows.begin(), rows.end(),
                           [id](const actions::QueueRow& row) { return row.entry.person == id; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (contains(personAt(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const PersonId id = rows[static_cast<std::size_t>(row)].entry.person;
        int at = row;
        while (at < rowCount() && personAt(at) != id)
            ++at;
        if (at == rowCount()) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, rows[static_cast<std::size_t>(row)]);
            endInsertRows();
        } else if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            const auto moved = m_rows[static_cast<std::size_t>(at)];
            m_rows.erase(m_rows.begin() + at);
            m_rows.insert(m_rows.begin() + row, moved);
            endMoveRows();
        }
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace weavemap::ui
