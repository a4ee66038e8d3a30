// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/base/Theme.h"
#include "ui/conversations/ConversationRecord.h"

class QVBoxLayout;

namespace weavemap::ui {

class Button;

/// One conversation, to be read: who, when and how, the note, what it brought up, what was promised, who can see it.
class RecordView : public QScrollArea
{
    Q_OBJECT

public:
    enum class Access { readWrite, readOnly };

    explicit RecordView(QWidget* parent = nullptr);

    /// Shows it. The same conversation again keeps the place on the page and the keyboard where it was.
    /// `me`: whose promises are called "yours".
    void setRecord(const ConversationRecord& record, PersonId me, Date today, Access access);
    /// Shows nothing and keeps nothing of what it showed: words that were erased are in no hidden page either.
    void clear();
    /// Puts the keyboard on the record.
    void takeFocus();

Q_SIGNALS:
    void editRequested();
    void deleteRequested();
    void eraseRequested();
    void personRequested(weavemap::PersonId person);
    void introductionRequested(weavemap::IntroductionId introduction);
    void projectRequested(weavemap::ProjectId project);
    void keptChanged(weavemap::FollowUpId followUp, bool kept);

private:
    void addHead(const ConversationRecord& record, Date today, Access access);
    void addText(const Conversation& conversation);
    void addTies(const ConversationRecord& record);
    void addItems(const ConversationRecord& record);
    void addIntroductions(const ConversationRecord& record);
    void addAsked(const ConversationRecord& record);
    void addFollowUps(const ConversationRecord& record, PersonId me, Date today, Access access);
    void addNewMembers(const ConversationRecord& record);
    void addTopics(const ConversationRecord& record);
    void addSection(const QString& title);
    /// What leads on from the line, if anything, stands under it.
    void addLine(const QString& iconName, const QString& text, const QString& second,
                 ColorRole role = ColorRole::muted, QWidget* link = nullptr);
    QWidget* introductionLink(const RecordedIntroduction& introduction, const QString& pair);
    QWidget* projectLink(const Project& project);
    void takeBackFocus(const QString& name, qsizetype place);

    ConversationId m_shown;
    QVBoxLayout* m_column = nullptr;
    Button* m_edit = nullptr;
};

} // namespace weavemap::ui
