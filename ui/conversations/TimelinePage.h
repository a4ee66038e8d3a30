// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QTimer>

#include "core/store/ChangeSet.h"
#include "ui/conversations/ConversationRecord.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QListView;
class QStackedWidget;

namespace weavemap::ui {

class ConversationsFilter;
class ConversationsModel;
class EmptyState;
class LinkLabel;
class RecordView;
class TextLabel;
class TimelineFilters;

/// All conversations by day and month at the left, the chosen one at the right.
class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePage(Office& office, QWidget* parent = nullptr);

    /// Chooses it, once the timeline is read; a filter that hides it is taken away.
    void showConversation(ConversationId id);
    void takeFocus();
    void focusFilter();
    /// From a filter back to everything; false where none is set.
    bool stepBack();
    /// A line that leads back to a call that is not stored; empty: there is none.
    void setDraft(const QString& label);

Q_SIGNALS:
    void logCallRequested();
    void editRequested(const weavemap::ui::ConversationRecord& record);
    void draftRequested();
    void introductionRequested(weavemap::IntroductionId introduction);
    void projectRequested(weavemap::ProjectId project);
    void personRequested(weavemap::PersonId person);
    void said(const QString& sentence);

private:
    QWidget* buildList();
    QWidget* buildRecord();
    void sync();
    void choose(ConversationId id);
    void chooseWanted();
    /// Reads the chosen one, once for all that asks for it in one turn of the event loop.
    void readSoon();
    void readRecord();
    void present();
    /// That lines of somebody else would go with the conversation; empty where there are none.
    QString othersInIt() const;
    void remove();
    /// Shows no record, and says what was deleted; empty: only that nothing is chosen.
    void presentNothing(const QString& deleted);
    /// Nothing is chosen any more, and the list keeps its place.
    void letGo();
    /// Shows what an undo or a redo brought back.
    void chooseReturned(const store::ChangeSet& changes);
    void erase();
    void setKept(FollowUpId followUp, bool kept);

    Office m_office;
    ConversationsModel* m_model;
    ConversationsFilter* m_filter;
    TimelineFilters* m_filters = nullptr;
    QListView* m_list = nullptr;
    TextLabel* m_count = nullptr;
    LinkLabel* m_draft = nullptr;
    EmptyState* m_nothingFits = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_pages;
    QStackedWidget* m_right = nullptr;
    EmptyState* m_nothing = nullptr;
    RecordView* m_record = nullptr;
    QTimer m_readTimer;
    JobHandle m_job;
    ConversationId m_wanted; ///< to be chosen as soon as it is there
    ConversationId m_shown;
    bool m_deleted = false; ///< and nothing was chosen since
    std::optional<ConversationRecord> m_read;
};

} // namespace weavemap::ui
