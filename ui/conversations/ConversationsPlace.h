// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ChangeSet.h"
#include "ui/widgets/Place.h"

class QStackedWidget;

namespace weavemap::ui {

class CallPage;
class TimelinePage;
struct ConversationRecord;

/// The log of conversations: the timeline with one conversation open beside it, and the page on which a call is
/// written down. Leaving the page keeps what was typed.
class ConversationsPlace : public Place
{
    Q_OBJECT

public:
    explicit ConversationsPlace(Office& office, QWidget* parent = nullptr);
    ~ConversationsPlace() override;

    /// Shows this conversation in the timeline, even where a filter hides it.
    void showConversation(ConversationId conversation);
    /// Opens the page for a call, with the person chosen; 0 means nobody chosen yet. A call that is begun comes back,
    /// and the person joins it where nobody was chosen; where it is with others, the user says which of the two. The
    /// change of a stored one is set aside.
    void logCall(PersonId person);

    void enter() override;
    bool stepBack() override;
    void focusFilter() override;

private:
    enum class Begun { goOn, start, cancel };
    /// What to do about the call that is begun, where another is wanted.
    Begun askAboutBegun(const QString& start);
    void edit(const ConversationRecord& record);
    void showTimeline();
    void showCall();
    void presentDraft();

    /// What was said of storing is not left standing where it does not hold any more.
    void followStored(const store::ChangeSet& changes);

    Office m_office;
    bool m_saidStored = false; ///< and nothing was changed since, but undone and done again
    int m_undone = 0;          ///< steps since then
    QStackedWidget* m_pages;
    TimelinePage* m_timeline;
    CallPage* m_call;
};

} // namespace weavemap::ui
