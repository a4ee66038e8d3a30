// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallPage.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/conversations/CallBrief.h"
#include "ui/conversations/CallDetails.h"
#include "ui/conversations/CallFacts.h"
#include "ui/conversations/ConversationRecord.h"
#include "ui/conversations/EntryColumn.h"
#include "ui/conversations/ParticipantsField.h"
#include "ui/conversations/PersonField.h"
#include "ui/conversations/TabOrder.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kBriefWidth = 288, kEntriesWidth = 372, kNoteLeast = 400, kBriefFrom = 1200;
constexpr int kFootHeight = 76, kSaveAfterMs = 400, kLongestMinutes = 24 * 60;

QStringList recordedTies(const ConversationRecord& record)
{
    QStringList lines;
    for (const RecordedTie& tie : record.ties)
        lines << CallPage::tr("%1 and %2").arg(toQString(tie.nameA), toQString(tie.nameB));
    return lines;
}

} // namespace

CallPage::CallPage(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_brief(new CallBrief(office)), m_briefLine(new Hairline(Qt::Vertical)),
      m_entries(new EntryColumn(office.people))
{
    setObjectName(QStringLiteral("callPage"));
    m_brief->setFixedWidth(kBriefWidth);
    m_entries->setFixedWidth(kEntriesWidth);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_brief);
    columns->addWidget(m_briefLine);
    columns->addWidget(buildMiddle(), 1);
    columns->addWidget(new Hairline(Qt::Vertical));
    columns->addWidget(m_entries);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(kSaveAfterMs);
    wire();
    loadDraft();
}

CallPage::~CallPage() { saveDraft(); }

QWidget* CallPage::buildMiddle()
{
    auto* middle = new QWidget;
    middle->setMinimumWidth(kNoteLeast);
    m_title = new TextLabel({}, TextStyle::page, ColorRole::text, TextLabel::Lines::elided);
    m_title->setObjectName(QStringLiteral("callTitle"));
    m_minutes = new QSpinBox;
    m_minutes->setObjectName(QStringLiteral("callMinutes"));
    m_minutes->setAccessibleName(tr("How long, in minutes"));
    m_minutes->setRange(0, kLongestMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setSpecialValueText(tr("How long?"));
    m_minutes->setFixedWidth(124);
    m_participants = new ParticipantsField(m_office.people);
    m_participantProblem = new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many);
    m_participantProblem->setObjectName(QStringLiteral("callParticipantProblem"));
    m_participantProblem->hide();
    m_facts = new CallFacts;
    m_details = new CallDetails(m_office.people);
    m_details->hide();
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("callNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What was said"));
    m_note->setFont(ui::font(TextStyle::note));
    m_note->setTabChangesFocus(true);
    m_note->document()->setDocumentMargin(14);
    m_whoSees = new TextLabel({}, TextStyle::caption, ColorRole::muted, TextLabel::Lines::elided);
    m_whoSees->setObjectName(QStringLiteral("callWhoSees"));
    m_kept = new TextLabel({}, TextStyle::caption, ColorRole::muted);
    m_kept->setObjectName(QStringLiteral("callDraftKept"));

    m_throwAway = new Button(tr("Throw away"), Button::Kind::quiet);
    m_throwAway->setObjectName(QStringLiteral("callThrowAway"));
    m_throwAway->setHeight(Button::Height::small);

    auto* head = new QHBoxLayout;
    head->setSpacing(space::k12);
    head->addWidget(m_title, 1);
    head->addWidget(m_minutes);
    auto* under = new QHBoxLayout;
    under->setContentsMargins(2, 0, 0, 0);
    under->setSpacing(space::k4);
    under->addWidget(m_whoSees, 1);
    under->addWidget(m_kept);
    under->addWidget(m_throwAway);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(space::k24 + space::k4, space::k24, space::k24 + space::k4, 0);
    column->setSpacing(space::k12);
    column->addLayout(head);
    column->addWidget(m_participants);
    column->addWidget(m_participantProblem);
    column->addWidget(m_facts);
    column->addWidget(m_details);
    auto* noteAndFoot = new QVBoxLayout;
    noteAndFoot->setSpacing(0);
    noteAndFoot->addWidget(m_note, 1);
    noteAndFoot->addSpacing(space::k4);
    noteAndFoot->addLayout(under);
    noteAndFoot->addWidget(buildFoot());
    column->addLayout(noteAndFoot, 1);
    return middle;
}

QWidget* CallPage::buildFoot()
{
    auto* foot = new QWidget;
    foot->setFixedHeight(kFootHeight);
    m_promise = new TextLabel(tr("Nothing is stored until you say so. One undo takes it all back."), TextStyle::second,
                              ColorRole::muted, TextLabel::Lines::many);
    m_close = new Button(tr("Close, keep draft"));
    m_close->setObjectName(QStringLiteral("callClose"));
    m_store = new Button(tr("Store this call"), Button::Kind::primary);
    m_store->setObjectName(QStringLiteral("callStore"));
    m_store->setKeyText(tr("Ctrl Enter"));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, space::k8);
    row->setSpacing(space::k8);
    row->addWidget(m_promise, 1);
    row->addWidget(m_close);
    row->addWidget(m_store);
    return foot;
}

void CallPage::wire()
{
    connect(m_participants, &ParticipantsField::changed, this, &CallPage::onParticipants);
    connect(m_participants, &ParticipantsField::added, this, [this] { m_note->setFocus(Qt::OtherFocusReason); });
    connect(m_facts, &CallFacts::changed, this, &CallPage::onEdited);
    connect(m_facts, &CallFacts::moreToggled, m_details, &QWidget::setVisible);
    connect(m_details, &CallDetails::changed, this, &CallPage::onEdited);
    connect(m_minutes, &QSpinBox::valueChanged, this, &CallPage::onEdited);
    connect(m_note, &QPlainTextEdit::textChanged, this, &CallPage::onEdited);
    connect(m_entries, &EntryColumn::changed, this, &CallPage::onEdited);
    connect(m_entries, &EntryColumn::rowsChanged, this, [this] { chainTabOrder(this); });
    connect(m_throwAway, &Button::clicked, this, &CallPage::throwAway);
    connect(m_close, &Button::clicked, this, &CallPage::leaveRequested);
    connect(m_store, &Button::clicked, this, &CallPage::store);
    connect(&m_saveSoon, &QTimer::timeout, this, &CallPage::saveDraft);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &CallPage::store);
    }
    auto* down = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Down), this);
    down->setContext(Qt::WidgetWithChildrenShortcut);
    connect(down, &QShortcut::activated, m_entries, &EntryColumn::enterByKey);
    connect(&m_office.session, &Session::opened, this, &CallPage::loadDraft);
    connect(&m_office.session, &Session::meChanged, this, &CallPage::onMeChanged);
    connect(&m_office.session, &Session::closing, this, [this] {
        saveDraft();
        m_storing = false;
        setEnabled(true);
        clear();
        m_draft.reset();
    });
}

void CallPage::begin(PersonId person)
{
    CallInput input;
    input.conversation.when = m_office.session.clock().now();
    input.conversation.staff = m_office.session.me();
    if (person && person != m_office.session.me())
        if (const QString name = m_office.people.nameOf(person); !name.isEmpty())
            input.participants.push_back(PersonChoice::known(person, name));
    setInput(input);
}

void CallPage::edit(const ConversationRecord& record) { setInput(toInput(record), recordedTies(record)); }

void CallPage::addParticipant(PersonId person)
{
    const QString name = m_office.people.nameOf(person);
    std::vector<PersonChoice> people = m_participants->people();
    if (name.isEmpty())
        return;
    people.push_back(PersonChoice::known(person, name));
    m_participants->setPeople(people);
    onParticipants();
}

void CallPage::setInput(const CallInput& input, const QStringList& recorded)
{
    {
        const QScopedValueRollback<bool> showing(m_showing, true);
        const Session& session = m_office.session;
        m_given = input;
        m_begun = true;
        m_touched = false;
        m_participants->setPeople(input.participants);
        m_participants->setTyped(input.participantTyped);
        m_participantProblem->hide();
        m_facts->setInput(input, session.clock().now());
        m_details->setInput(input);
        m_minutes->setValue(input.conversation.minutes);
        m_note->setPlainText(input.text);
        m_note->moveCursor(QTextCursor::End);
        m_entries->setOffice(session.me(), session.today());
        m_entries->setInput(input, recorded);
        m_kept->clear();
        m_store->setText(input.isEdit() ? tr("Store the changes") : tr("Store this call"));
        m_throwAway->setText(input.isEdit() ? tr("Leave it as it was") : tr("Throw away"));
        presentTitle();
    }
    chainTabOrder(this);
    Q_EMIT begunChanged();
}

void CallPage::clear()
{
    m_saveSoon.stop();
    if (!m_begun)
        return;
    setInput({});
    m_saveSoon.stop();
    m_begun = false;
    m_brief->setPerson({});
    Q_EMIT begunChanged();
}

CallInput CallPage::input() const
{
    CallInput input = m_given;
    input.participants = m_participants->people();
    input.participantTyped = m_participants->typed();
    input.text = m_note->toPlainText();
    input.conversation.minutes = m_minutes->value();
    m_facts->read(input);
    m_details->read(input);
    m_entries->read(input);
    return input;
}

void CallPage::takeFocus()
{
    if (m_participants->people().empty() && m_note->document()->isEmpty())
        m_participants->field()->setFocus(Qt::OtherFocusReason);
    else
        m_note->setFocus(Qt::OtherFocusReason);
}

bool CallPage::stepBack()
{
    if (!m_entries->isAncestorOf(QApplication::focusWidget()))
        return false;
    m_note->setFocus(Qt::OtherFocusReason);
    return true;
}

void CallPage::onParticipants()
{
    m_participantProblem->hide();
    m_entries->setParticipants(m_participants->people());
    chainTabOrder(this);
    onEdited();
}

void CallPage::onEdited()
{
    if (m_showing)
        return;
    m_touched = true;
    presentTitle();
    // Started once and not again with each key: a long sentence is kept while it is typed.
    if (!m_saveSoon.isActive())
        m_saveSoon.start();
}

void CallPage::presentTitle()
{
    CallInput heads = m_given;
    heads.participants = m_participants->people();
    m_facts->read(heads);
    const bool nobody = heads.participants.empty() && !heads.isEdit();
    m_title->setText(nobody ? tr("Log a call") : heads.label());
    m_title->setToolTip(m_title->text());
    m_whoSees->setText(whoSees(heads.conversation.confidentiality));
    m_brief->setPerson(briefPerson());
}

PersonId CallPage::briefPerson() const
{
    for (const PersonChoice& person : m_participants->people())
        if (person.state == PersonChoice::State::known)
            return person.id;
    return {};
}

void CallPage::store()
{
    if (!m_begun || m_storing || m_office.session.isReadOnly())
        return;
    if (!m_participants->typed().isEmpty())
        m_participants->takeTyped();
    const CallInput call = input();
    const auto problems = problemsOf(call, m_office.session.me(), m_office.session.today());
    if (!problems.empty()) {
        presentProblems(problems);
        return;
    }
    saveDraft();
    m_storing = true;
    setEnabled(false);
    const QString label = call.isEdit() ? tr("Change of %1").arg(call.label()) : call.label();
    m_office.session.change(
        label, [call](store::Records& records) { return storeCall(records, call); },
        [page = QPointer<CallPage>(this), draft = m_draft,
         id = call.conversation.id](const Result<store::ChangeSet>& changes) {
            // Also where the window is gone by now: what is stored must not come back as a draft.
            if (changes && draft)
                draft->remove();
            if (page)
                page->onStored(id, changes);
        });
}

void CallPage::onStored(ConversationId id, const Result<store::ChangeSet>& changes)
{
    if (!m_storing)
        return;
    m_storing = false;
    setEnabled(true);
    if (!changes) {
        // The shell says why; all that was typed still stands here.
        takeFocus();
        return;
    }
    for (const store::ChangedRow& row : changes->rows(store::Table::conversation))
        id = ConversationId{row.id};
    clear();
    Q_EMIT stored(id);
}

void CallPage::presentProblems(const std::vector<CallProblem>& problems)
{
    using Where = CallProblem::Where;
    m_participantProblem->hide();
    m_entries->clearProblems();
    // From the last to the first, so that the keyboard ends at the first.
    for (auto problem = problems.rbegin(); problem != problems.rend(); ++problem) {
        switch (problem->where) {
        case Where::participants:
            m_participantProblem->setText(problem->sentence);
            m_participantProblem->show();
            m_participants->field()->setFocus(Qt::OtherFocusReason);
            break;
        case Where::when:
            m_facts->setWhenProblem(problem->sentence);
            break;
        case Where::staff:
            m_facts->setMoreOpen();
            m_details->setStaffProblem(problem->sentence);
            m_details->focusStaff();
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
    if (m_begun && !m_touched) {
        if (m_draft)
            m_draft->remove();
        clear();
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
                                 {tr("Go on with it"), AnswerRole::cancel}}};
        if (m_office.dialogs.ask(this, question) != 0)
            return;
    }
    if (m_draft)
        m_draft->remove();
    clear();
    Q_EMIT leaveRequested();
}

void CallPage::saveDraft()
{
    m_saveSoon.stop();
    // While it is being stored the draft is on disk already.
    if (!m_draft || !m_begun || m_storing)
        return;
    const CallInput call = input();
    const bool blank = !call.holdsWork() && call.participants.empty() && call.participantTyped.isEmpty();
    if (blank || !m_touched) {
        m_draft->remove();
        return;
    }
    const bool saved = m_draft->save(call) == CallDraftFile::Saved::yes;
    m_kept->setText(saved ? tr("Draft kept, %1").arg(formatTime(m_office.session.clock().now()))
                          : tr("The draft cannot be kept on disk: store the call before you close"));
    m_kept->setColorRole(saved ? ColorRole::muted : ColorRole::danger);
}

void CallPage::loadDraft()
{
    if (!m_office.session.isOpen())
        return;
    m_draftOf = m_office.session.me();
    m_draft.emplace(QFileInfo(m_office.settings.path()).path(), m_office.session.path(), m_draftOf);
    if (m_office.session.isReadOnly() || m_begun)
        return;
    if (const auto kept = m_draft->load()) {
        setInput(*kept);
        m_touched = true;
        m_kept->setText(tr("A draft that was kept"));
    }
}

void CallPage::onMeChanged()
{
    if (!m_draft || m_office.session.me() == m_draftOf)
        return;
    if (m_draftOf) {
        // Somebody else sits here now: what was begun may be for one person's eyes.
        saveDraft();
        clear();
    } else {
        // Now it is known whose draft it is.
        m_draft->remove();
        if (m_begun) {
            CallInput call = input();
            if (!call.conversation.staff)
                call.conversation.staff = m_office.session.me();
            setInput(call);
            m_touched = true;
        }
    }
    loadDraft();
}

void CallPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= kBriefFrom;
    m_brief->setVisible(wide);
    m_briefLine->setVisible(wide);
}

} // namespace weavemap::ui
