// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallPage.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPointer>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/conversations/BriefPanel.h"
#include "ui/conversations/CallFoot.h"
#include "ui/conversations/CallGround.h"
#include "ui/conversations/CallNote.h"
#include "ui/conversations/ConversationRecord.h"
#include "ui/conversations/EntryColumn.h"
#include "ui/conversations/NoteHelp.h"
#include "ui/conversations/TabOrder.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

namespace {

constexpr int kEntriesWidth = 372, kSaveAfterMs = 400;

} // namespace

CallPage::CallPage(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_note(new CallNote(office.people, office.jobs)), m_foot(new CallFoot),
      m_entries(new EntryColumn(office.people)), m_ground(new CallGround(office, this))
{
    setObjectName(QStringLiteral("callPage"));
    m_entries->setFixedWidth(kEntriesWidth);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(space::k24 + space::k4, 0, space::k24 + space::k4, 0);
    middle->setSpacing(0);
    middle->addWidget(m_note, 1);
    middle->addWidget(m_foot);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(middle, 1);
    columns->addWidget(new Hairline(Qt::Vertical));
    columns->addWidget(m_entries);
    m_brief = new BriefPanel(office, this, columns);
    m_note->addToHead(m_brief->opener());
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSaveAfterMs);
    wire();
    lookAtBoard();
    loadDraft();
}

void CallPage::lookAtBoard()
{
    m_entries->setStanding([this](PersonId a, PersonId b) { return m_ground->standingOf(a, b); });
}

CallPage::~CallPage() { saveDraft(); }

void CallPage::wire()
{
    connect(m_note, &CallNote::participantsChanged, this, [this] {
        m_entries->setParticipants(m_note->participants());
        chainKeys();
    });
    connect(m_note, &CallNote::changed, this, &CallPage::onEdited);
    connect(m_note, &CallNote::throwAwayRequested, this, &CallPage::throwAway);
    connect(m_note, &CallNote::storeRequested, this, &CallPage::store);
    connect(m_note, &CallNote::helpRequested, this, [this] { showNoteHelp(this); });
    connect(m_note, &CallNote::heard, this, &CallPage::onHeard);
    connect(m_entries, &EntryColumn::lit, m_note, &CallNote::setLit);
    connect(m_entries, &EntryColumn::settled, m_note, &CallNote::settle);
    connect(m_entries, &EntryColumn::focusLost, m_note, &CallNote::focusText);
    connect(m_entries, &EntryColumn::said, this,
            [this](const QString& sentence) { m_note->setRemark(sentence, ColorRole::danger); });
    connect(m_entries, &EntryColumn::changed, this, &CallPage::onEdited);
    connect(m_entries, &EntryColumn::callLevelRequested, m_note, &CallNote::setLevel);
    connect(m_entries, &EntryColumn::rowsChanged, this, [this] { chainKeys(); });
    connect(m_brief, &BriefPanel::turned, m_entries, &EntryColumn::turnAsked);
    connect(m_brief, &BriefPanel::anotherRequested, m_entries, &EntryColumn::askAnother);
    connect(m_brief, &BriefPanel::bankRead, m_entries, &EntryColumn::setBank);
    connect(m_brief, &BriefPanel::bankRequested, this, &CallPage::bankRequested);
    connect(m_brief, &BriefPanel::left, m_note, &CallNote::focusText);
    connect(m_foot, &CallFoot::closeRequested, this, &CallPage::leaveRequested);
    connect(m_foot, &CallFoot::storeRequested, this, &CallPage::store);
    connect(&m_saveSoon, &QTimer::timeout, this, &CallPage::saveDraft);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &CallPage::store);
    }
    auto* down = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Down), this);
    down->setContext(Qt::WidgetWithChildrenShortcut);
    connect(down, &QShortcut::activated, this, [this] { m_entries->walk(EntryColumn::Way::down); });
    auto* up = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Up), m_entries);
    up->setContext(Qt::WidgetWithChildrenShortcut);
    connect(up, &QShortcut::activated, this, [this] {
        if (!m_entries->walk(EntryColumn::Way::up))
            m_note->focusText();
    });
    connect(m_ground, &CallGround::projectsRead, m_note, &CallNote::setProjects);
    connect(m_ground, &CallGround::boardChanged, this, &CallPage::lookAtBoard);
    connect(&m_office.session, &Session::opened, this, &CallPage::loadDraft);
    connect(&m_office.session, &Session::meChanged, this, &CallPage::onMeChanged);
    connect(&m_office.session, &Session::closing, this, [this] {
        saveDraft();
        m_storing = false;
        setEnabled(true);
        m_ground->rest();
        clear();
        m_draft.reset();
    });
}

void CallPage::chainKeys()
{
    // From the note into what comes of it; what ends the call is last.
    chainTabOrder({m_brief, m_note, m_entries, m_note->helpLink(), m_note->throwAwayButton(), m_foot});
}

void CallPage::begin(PersonId person)
{
    CallInput input;
    input.conversation.when = m_office.session.clock().now();
    input.conversation.staff = m_office.session.me();
    if (person && person != m_office.session.me())
        if (const QString name = m_office.people.nameOf(person); !name.isEmpty())
            input.participants.push_back(PersonChoice::known(person, name));
    if (m_draft)
        m_draft->remove();
    setInput(input);
}

void CallPage::edit(const ConversationRecord& record)
{
    if (m_draft)
        m_draft->remove();
    auto kept = m_draft ? m_draft->takeWaiting(record.conversation.id) : std::nullopt;
    if (kept)
        addRecordedTies(*kept, record);
    setInput(kept ? *kept : toInput(record));
    if (kept) {
        m_touched = true;
        m_note->setRemark(tr("A draft that was kept"), ColorRole::muted);
    }
}

void CallPage::catchUp()
{
    if (!m_begun || m_storing || !m_given.isEdit())
        return;
    // What is not read yet may be what is to start left: the ties come with it.
    m_catchUpWhenHeard = m_note->isBehind();
    if (m_catchUpWhenHeard)
        return;
    const auto record = readConversation(m_office.session.records(), m_given.conversation.id, m_office.session.me());
    if (!record)
        return;
    const CallInput before = input();
    CallInput now = before;
    addRecordedTies(now, *record);
    if (now == before)
        return;
    m_entries->setInput(now);
    m_entries->setRead(m_note->noteRead());
}

bool CallPage::interrupt(PersonId person)
{
    const QString label = input().label();
    const Kept kept = saveDraft();
    if (kept == Kept::yes)
        m_draft->setAside();
    if (kept == Kept::failed || (kept == Kept::yes && QFileInfo::exists(m_draft->path()))) {
        Q_EMIT said(tr("The disk does not take what you changed here: store it, or leave it as it was, before you log "
                       "another call."));
        return false;
    }
    begin(person);
    if (kept == Kept::yes)
        m_note->setRemark(tr("What you changed in \u201C%1\u201D waits, and comes back after this").arg(label),
                          ColorRole::muted);
    return true;
}

void CallPage::addParticipant(PersonId person)
{
    if (const QString name = m_office.people.nameOf(person); !name.isEmpty())
        m_note->addParticipant(PersonChoice::known(person, name));
}

void CallPage::setInput(const CallInput& input)
{
    m_brief->beginPage();
    m_saveSoon.stop();
    m_begun = true;
    m_touched = false;
    show(input);
    m_ground->watch();
    Q_EMIT begunChanged();
}

void CallPage::show(const CallInput& input)
{
    const Session& session = m_office.session;
    m_given = input;
    m_storeWhenHeard = m_catchUpWhenHeard = false;
    m_entries->setOffice(session.me(), session.today());
    m_entries->setInput(input);
    // What a stored note says was there to be taken when it was stored.
    if (input.isEdit() && !input.noteSeen)
        m_entries->leaveNextRead();
    m_note->setInput(input, session.clock().now());
    m_foot->setFor(input.isEdit() ? CallFoot::For::storedCall : CallFoot::For::newCall);
    m_brief->setPerson(briefPerson());
    m_brief->setAsked(m_entries->asked());
    chainKeys();
}

void CallPage::clear()
{
    m_saveSoon.stop();
    if (!m_begun)
        return;
    m_begun = m_touched = false;
    m_ground->rest();
    show({});
    Q_EMIT begunChanged();
}

CallInput CallPage::input() const
{
    CallInput input = m_given;
    m_note->read(input);
    m_entries->read(input);
    return input;
}

void CallPage::takeFocus() { m_note->takeFocus(); }

bool CallPage::stepBack()
{
    if (m_entries->foldBack())
        return true;
    if (m_brief->stepBack())
        return true;
    if (!m_entries->isAncestorOf(QApplication::focusWidget()))
        return false;
    m_note->focusText();
    return true;
}

void CallPage::onEdited()
{
    if (!m_begun)
        return;
    m_touched = true;
    m_brief->setPerson(briefPerson());
    m_brief->setAsked(m_entries->asked());
    m_entries->setCall(input().conversation);
    // Started once and not again with each key: a long sentence is kept while it is typed.
    if (!m_saveSoon.isActive())
        m_saveSoon.start();
}

PersonId CallPage::briefPerson() const
{
    for (const PersonChoice& person : m_note->participants())
        if (person.state == PersonChoice::State::known)
            return person.id;
    return {};
}

bool CallPage::isGone(PersonId person) const
{
    return m_office.people.isLoaded() && m_office.people.find(person) == nullptr;
}

void CallPage::store()
{
    if (!m_begun || m_storing || m_office.session.isReadOnly())
        return;
    m_note->takeTyped();
    if (!isNoteSeen())
        return;
    CallInput call = input();
    const auto gone = [this](PersonId person) { return isGone(person); };
    const auto apart = [this](PersonId a, PersonId b) { return m_ground->standingOf(a, b).isApart; };
    const auto problems = problemsOf(call, m_office.session.me(), m_office.session.today(), gone, apart);
    if (!problems.empty()) {
        presentProblems(problems);
        return;
    }
    letGoOf(call, gone);
    m_saveSoon.stop();
    m_storing = true;
    setEnabled(false);
    const QString label = call.label(call.isEdit() ? CallInput::Deed::change : CallInput::Deed::store);
    m_office.session.change(
        label, [call, me = m_office.session.me()](store::Records& records) { return storeCall(records, call, me); },
        [page = QPointer<CallPage>(this), draft = m_draft,
         id = call.conversation.id](const Result<store::ChangeSet>& changes) {
            // Also where the window is gone by now: what is stored must not come back as a draft.
            if (changes && draft)
                draft->remove();
            if (page)
                page->onStored(id, changes);
        });
}

bool CallPage::isNoteSeen()
{
    const auto before = m_entries->taken();
    m_storeWhenHeard = !m_note->catchUp();
    if (m_storeWhenHeard) {
        m_note->setRemark(tr("The note is being read"), ColorRole::muted);
        return false;
    }
    const auto isNew = [&before](const weaving::Proposal& one) {
        return std::none_of(before.begin(), before.end(), [&one](const weaving::Proposal& other) {
            return one.kind == other.kind && one.people == other.people && one.text == other.text;
        });
    };
    const auto now = m_entries->taken();
    if (std::none_of(now.begin(), now.end(), isNew))
        return true;
    m_note->setRemark(tr("There is more to record by now: look, then store"), ColorRole::muted);
    return false;
}

void CallPage::onHeard()
{
    m_entries->setRead(m_note->noteRead());
    if (m_catchUpWhenHeard)
        catchUp();
    // What a long note proposes is looked at before it is stored.
    if (std::exchange(m_storeWhenHeard, false)) {
        if (m_entries->taken().empty())
            store();
        else
            m_note->setRemark(tr("The note was read: look at what will be recorded, then store"), ColorRole::muted);
    }
}

void CallPage::onStored(ConversationId id, const Result<store::ChangeSet>& changes)
{
    if (!m_storing)
        return;
    m_storing = false;
    setEnabled(true);
    if (!changes) {
        // The shell says why; all that was typed still stands here.
        saveDraft();
        takeFocus();
        return;
    }
    for (const store::ChangedRow& row : changes->rows(store::Table::conversation))
        id = ConversationId{row.id};
    clear();
    Q_EMIT stored(id);
    // One that waited for its turn.
    loadDraft();
}

void CallPage::presentProblems(const std::vector<CallProblem>& problems)
{
    using Where = CallProblem::Where;
    m_note->clearProblems();
    m_entries->clearProblems();
    // From the last to the first, so that the keyboard ends at the first.
    for (auto problem = problems.rbegin(); problem != problems.rend(); ++problem) {
        switch (problem->where) {
        case Where::participants:
        case Where::when:
        case Where::staff:
            m_note->setProblem(*problem);
            break;
        case Where::tie:
        case Where::item:
        case Where::step:
            m_entries->setProblem(*problem);
            break;
        }
    }
}

void CallPage::leave()
{
    if (m_storing)
        return;
    if (m_begun && !m_touched) {
        if (m_draft)
            m_draft->remove();
        clear();
        // One that waited for its turn.
        loadDraft();
        return;
    }
    saveDraft();
}

void CallPage::throwAway()
{
    const CallInput call = input();
    if (m_touched && call.holdsWork()) {
        const Question question{call.isEdit() ? tr("Leave it as it was?") : tr("Throw this draft away?"),
                                call.isEdit() ? tr("What you changed on this page is lost.")
                                              : tr("What you typed on this page is lost. It is not in the history."),
                                {{call.isEdit() ? tr("Leave it as it was") : tr("Throw away"), AnswerRole::destructive},
                                 {tr("Keep writing"), AnswerRole::cancel}}};
        if (m_office.dialogs.ask(this, question) != 0)
            return;
    }
    if (m_draft)
        m_draft->remove();
    clear();
    Q_EMIT leaveRequested();
    loadDraft();
}

} // namespace weavemap::ui
