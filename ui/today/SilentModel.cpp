// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/SilentModel.h"

#include <algorithm>

#include "ui/base/Convert.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {
constexpr qsizetype kWordsRead = 400;
constexpr int kMonth = 30, kYear = 365, kMonthsFrom = 60; // days
} // namespace

int SilentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_members.size());
}

PersonId SilentModel::personAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_members[static_cast<std::size_t>(row)].id : PersonId{};
}

QString SilentModel::reason(const actions::SilentMember& member) const
{
    if (!member.lastHeard) {
        if (member.days >= 2 * kYear)
            return tr("Never reached, member for %n years", "", member.days / kYear);
        if (member.days >= kMonthsFrom)
            return tr("Never reached, member for %n months", "", std::min(member.days / kMonth, 23));
        return member.days > 0 ? tr("Never reached, member for %n days", "", member.days) : tr("Never reached");
    }
    if (member.days >= kMonthsFrom)
        return tr("%n months since a talk", "", member.days / kMonth);
    return tr("%n days since a talk", "", member.days);
}

QVariant SilentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& member = m_members[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(member.name);
    case kIdRole:
        return static_cast<qlonglong>(member.id.value);
    case kWhoRole:
        return m_people.index(m_people.rowOf(member.id), PeopleModel::kName).data(PeopleModel::kWhoRole);
    case kReasonRole:
        return reason(member);
    case kTriedRole:
        return member.attempts > 0 ? tr("tried %n times", "", member.attempts) : QString();
    case kLateRole:
        return member.days > kYear;
    case kTalkedRole:
        return member.lastHeard ? tr("Last talked %1:")
                                      .arg(formatDate(member.lastHeard->localDate(), DateStyle::day,
                                                      member.lastHeard->localDate().addDays(member.days)))
                                : QString();
    case kWordsRole: {
        // Only the beginning is looked at: a note may be a book.
        const QString words = toQString(member.lastWords).left(kWordsRead).simplified();
        return words.isEmpty() ? QString() : QStringLiteral("\u201C%1\u201D").arg(words);
    }
    case kColourRole:
        return m_people.colourOf(member.id);
    case kHeardRole:
        return m_people.isHeardFrom(member.id);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(toQString(member.name), data(index, kWhoRole).toString(), reason(member));
    default:
        return {};
    }
}

void SilentModel::adopt(std::vector<actions::SilentMember> members)
{
    const auto contains = [](const std::vector<actions::SilentMember>& list, PersonId id) {
        for (const auto& member : list)
            if (member.id == id)
                return true;
        return false;
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (contains(members, personAt(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_members.erase(m_members.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(members.size()); ++row) {
        const PersonId id = members[static_cast<std::size_t>(row)].id;
        int at = row;
        while (at < rowCount() && personAt(at) != id)
            ++at;
        if (at == rowCount()) {
            beginInsertRows({}, row, row);
            m_members.insert(m_members.begin() + row, members[static_cast<std::size_t>(row)]);
            endInsertRows();
        } else if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            const auto moved = m_members[static_cast<std::size_t>(at)];
            m_members.erase(m_members.begin() + at);
            m_members.insert(m_members.begin() + row, moved);
            endMoveRows();
        }
    }
    m_members = std::move(members);
    if (!m_members.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace weavemap::ui
