// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QSortFilterProxyModel>
#include <QStringList>

#include "core/domain/Conversation.h"

namespace weavemap::ui {

class ConversationsModel;

/// The conversations that hold every word typed, of one kind, staff person and participant, where those are given.
class ConversationsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ConversationsFilter(ConversationsModel& conversations, QObject* parent = nullptr);

    /// Each word must begin a word of the note, its items or its people; case and accents count for nothing.
    void setWords(const QString& words);
    void setKind(std::optional<ConversationKind> kind);
    void setStaff(PersonId staff);   ///< 0: anybody
    void setPerson(PersonId person); ///< 0: anybody
    bool isFiltering() const;
    void clear();

    ConversationId idAt(int row) const; ///< 0 where there is no such row
    int rowOf(ConversationId id) const; ///< -1 where it is hidden or not there

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    ConversationsModel& m_conversations;
    QStringList m_words;
    std::optional<ConversationKind> m_kind;
    PersonId m_staff;
    PersonId m_person;
};

} // namespace weavemap::ui
