// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationsPlace.h"

#include <algorithm>

#include <QFileInfo>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Settings.h"
#include "ui/conversations/CallPage.h"
#include "ui/conversations/DraftErasing.h"
#include "ui/conversations/TimelinePage.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

ConversationsPlace::ConversationsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_pages(new QStackedWidget), m_timeline(new TimelinePage(office)),
      m_call(new CallPage(office))
{
    setObjectName(QStringLiteral("conversationsPlace"));
    m_pages->addWidget(m_timeline);
    m_pages->addWidget(m_call);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_pages);

    connect(m_timeline, &TimelinePage::logCallRequested, this, [this] { logCall({}); });
    connect(m_timeline, &TimelinePage::draftRequested, this, &ConversationsPlace::showCall);
    connect(m_timeline, &TimelinePage::editRequested, this, &ConversationsPlace::edit);
    connect(m_timeline, &TimelinePage::introductionRequested, this, &Place::introductionRequested);
    connect(m_timeline, &TimelinePage::projectRequested, this, &Place::projectRequested);
    connect(m_timeline, &TimelinePage::personRequested, this, &Place::personRequested);
    connect(m_timeline, &TimelinePage::said, this, &Place::said);
    connect(m_call, &CallPage::leaveRequested, this, &ConversationsPlace::showTimeline);
    connect(m_call, &CallPage::begunChanged, this, &ConversationsPlace::presentDraft);
    connect(m_call, &CallPage::said, this, &Place::said);
    connect(m_call, &CallPage::bankRequested, this, [this] { Q_EMIT placeRequested(PlaceId::questions); });
    connect(m_call, &CallPage::stored, this, [this](ConversationId conversation) {
        m_timeline->showConversation(conversation);
        showTimeline();
        m_saidStored = true;
        m_undone = 0;
        Q_EMIT said(tr("Stored. One undo takes it all back."));
    });
    connect(&office.session, &Session::changed, this, &ConversationsPlace::followStored);
    whenErased(office.session, this, [this](const Forget& forget) {
        m_call->forget(forget);
        forgetInDrafts(CallDraftFile::allOf(QFileInfo(m_office.settings.path()).path(), m_office.session.path()),
                       forget);
        if (!m_call->isBegun() && m_pages->currentWidget() == m_call)
            showTimeline();
    });
    connect(&office.session, &Session::closing, this, &ConversationsPlace::showTimeline);
    presentDraft();
}

ConversationsPlace::~ConversationsPlace() = default;

void ConversationsPlace::followStored(const store::ChangeSet& changes)
{
    using Cause = store::ChangeSet::Cause;
    if (!m_saidStored)
        return;
    const QString label = toQString(changes.label);
    switch (changes.cause) {
    case Cause::change:
        m_saidStored = false;
        break;
    case Cause::undo:
        if (++m_undone == 1)
            Q_EMIT said(tr("Undone: %1.").arg(label));
        break;
    case Cause::redo:
        if (--m_undone == 0)
            Q_EMIT said(tr("Stored again: %1.").arg(label));
        break;
    }
}

void ConversationsPlace::enter()
{
    if (m_pages->currentWidget() == m_call)
        m_call->takeFocus();
    else
        m_timeline->takeFocus();
}

bool ConversationsPlace::stepBack()
{
    if (m_pages->currentWidget() != m_call)
        return m_timeline->stepBack();
    if (!m_call->stepBack())
        showTimeline();
    return true;
}

void ConversationsPlace::focusFilter()
{
    if (m_pages->currentWidget() == m_timeline)
        m_timeline->focusFilter();
}

void ConversationsPlace::showConversation(ConversationId conversation)
{
    showTimeline();
    m_timeline->showConversation(conversation);
}

void ConversationsPlace::logCall(PersonId person)
{
    if (!m_office.session.isOpen())
        return;
    if (m_office.session.isReadOnly()) {
        Q_EMIT said(tr("This file can only be read: a call cannot be logged in it."));
        return;
    }
    if (!m_call->isBegun()) {
        m_call->begin(person);
    } else if (m_call->input().isEdit()) {
        // Somebody is on the phone: the page is theirs, and the change waits.
        m_call->interrupt(person);
    } else if (person) {
        const CallInput begun = m_call->input();
        const auto& people = begun.participants;
        const bool among = std::any_of(people.begin(), people.end(),
                                       [person](const PersonChoice& other) { return other.id == person; });
        if (!begun.holdsWork() && !among) {
            m_call->begin(person);
        } else if (people.empty()) {
            m_call->addParticipant(person);
        } else if (!among) {
            switch (askAboutBegun(tr("Start with %1").arg(m_office.people.nameOf(person)))) {
            case Begun::goOn:
                break;
            case Begun::start:
                m_call->begin(person);
                break;
            case Begun::cancel:
                return;
            }
        }
    }
    showCall();
}

void ConversationsPlace::edit(const ConversationRecord& record)
{
    if (m_office.session.isReadOnly())
        return;
    const CallInput begun = m_call->isBegun() ? m_call->input() : CallInput{};
    if (begun.conversation.id != record.conversation.id || !m_call->isBegun()) {
        const Begun answer =
            m_call->isBegun() && begun.holdsWork() ? askAboutBegun(tr("Edit the other one")) : Begun::start;
        if (answer == Begun::cancel)
            return;
        if (answer == Begun::start)
            m_call->edit(record);
    }
    showCall();
}

ConversationsPlace::Begun ConversationsPlace::askAboutBegun(const QString& start)
{
    const QString label = m_call->input().label();
    const Question question{tr("%1 is not stored yet").arg(label),
                            tr("Go on with it, or throw away what was typed there."),
                            {{tr("Go on with it"), AnswerRole::primary},
                             {start, AnswerRole::destructive},
                             {tr("Cancel"), AnswerRole::cancel}}};
    switch (m_office.dialogs.ask(this, question)) {
    case 0:
        return Begun::goOn;
    case 1:
        return Begun::start;
    default:
        return Begun::cancel;
    }
}

void ConversationsPlace::showTimeline()
{
    m_call->leave();
    presentDraft();
    m_pages->setCurrentWidget(m_timeline);
    if (isVisible())
        m_timeline->takeFocus();
}

void ConversationsPlace::showCall()
{
    m_call->catchUp();
    m_pages->setCurrentWidget(m_call);
    m_call->takeFocus();
}

void ConversationsPlace::presentDraft()
{
    // What would be typed on a page without a call would be lost.
    if (!m_call->isBegun() && m_pages->currentWidget() == m_call) {
        m_pages->setCurrentWidget(m_timeline);
        if (isVisible())
            m_timeline->takeFocus();
    }
    m_timeline->setDraft(m_call->isBegun() ? tr("%1 is not stored yet").arg(m_call->input().label()) : QString());
}

} // namespace weavemap::ui
