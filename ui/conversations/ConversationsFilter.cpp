// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationsFilter.h"

#include <algorithm>

#include "ui/conversations/ConversationsModel.h"
#include "ui/widgets/FoldedFilterModel.h"

namespace weavemap::ui {

ConversationsFilter::ConversationsFilter(ConversationsModel& conversations, QObject* parent)
    : QSortFilterProxyModel(parent), m_conversations(conversations)
{
    setSourceModel(&conversations);
}

void ConversationsFilter::setWords(const QString& words)
{
    QStringList folded = FoldedFilterModel::foldedWords(words);
    for (QString& word : folded)
        word.prepend(QLatin1Char(' '));
    if (folded == m_words)
        return;
    m_words = folded;
    invalidateFilter();
}

void ConversationsFilter::setKind(std::optional<ConversationKind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void ConversationsFilter::setStaff(PersonId staff)
{
    m_staff = staff;
    invalidateFilter();
}

void ConversationsFilter::setPerson(PersonId person)
{
    m_person = person;
    invalidateFilter();
}

bool ConversationsFilter::isFiltering() const { return !m_words.isEmpty() || m_kind || m_staff || m_person; }

void ConversationsFilter::clear()
{
    m_words.clear();
    m_kind.reset();
    m_staff = {};
    m_person = {};
    invalidateFilter();
}

ConversationId ConversationsFilter::idAt(int row) const
{
    return {row >= 0 && row < rowCount() ? index(row, 0).data(ConversationsModel::kIdRole).toLongLong() : 0};
}

int ConversationsFilter::rowOf(ConversationId id) const
{
    const int source = m_conversations.rowOf(id);
    return source < 0 ? -1 : mapFromSource(m_conversations.index(source)).row();
}

bool ConversationsFilter::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const ConversationRow& row = m_conversations.row(sourceRow);
    if ((m_kind && row.kind != *m_kind) || (m_staff && row.staff != m_staff))
        return false;
    if (m_person && std::find(row.participants.begin(), row.participants.end(), m_person) == row.participants.end())
        return false;
    return std::all_of(m_words.begin(), m_words.end(),
                       [&row](const QString& word) { return row.folded.contains(word); });
}

} // namespace weavemap::ui
