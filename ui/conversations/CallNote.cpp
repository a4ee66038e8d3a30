// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallNote.h"

#include <utility>

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/conversations/CallDetails.h"
#include "ui/conversations/CallFacts.h"
#include "ui/conversations/NoteEdit.h"
#include "ui/conversations/NoteListener.h"
#include "ui/conversations/ParticipantsField.h"
#include "ui/conversations/PersonField.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastWidth = 400, kLongestMinutes = 24 * 60;
}

CallNote::CallNote(PeopleModel& people, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel({}, TextStyle::page, ColorRole::text, TextLabel::Lines::elided)),
      m_minutes(new QSpinBox), m_participants(new ParticipantsField(people)),
      m_participantProblem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many)),
      m_facts(new CallFacts), m_details(new CallDetails(people)), m_text(new NoteEdit),
      m_listener(new NoteListener(people, jobs, this)),
      m_help(new LinkLabel(tr("How to write a note"), nullptr, TextStyle::caption)),
      m_whoSees(new TextLabel({}, TextStyle::caption, ColorRole::muted, TextLabel::Lines::elided)),
      m_remark(new TextLabel({}, TextStyle::caption, ColorRole::muted)),
      m_throwAway(new Button({}, Button::Kind::quiet))
{
    setMinimumWidth(kLeastWidth);
    m_title->setObjectName(QStringLiteral("callTitle"));
    m_minutes->setObjectName(QStringLiteral("callMinutes"));
    m_minutes->setAccessibleName(tr("How long, in minutes"));
    m_minutes->setRange(0, kLongestMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setSpecialValueText(tr("How long?"));
    m_minutes->setFixedWidth(124);
    m_participantProblem->setObjectName(QStringLiteral("callParticipantProblem"));
    m_participantProblem->hide();
    m_details->hide();
    m_text->setObjectName(QStringLiteral("callNote"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("What was said"));
    m_text->setDetails([&people](PersonId person) {
        const int row = people.rowOf(person);
        return row < 0 ? QString() : people.index(row, PeopleModel::kName).data(PeopleModel::kWhoRole).toString();
    });
    m_help->setObjectName(QStringLiteral("noteHelpLink"));
    m_whoSees->setObjectName(QStringLiteral("callWhoSees"));
    m_remark->setObjectName(QStringLiteral("callDraftKept"));
    m_throwAway->setObjectName(QStringLiteral("callThrowAway"));
    m_throwAway->setHeight(Button::Height::small);
    build();

    connect(m_participants, &ParticipantsField::changed, this, [this] {
        m_participantProblem->hide();
        Q_EMIT participantsChanged();
        onEdited();
    });
    connect(m_participants, &ParticipantsField::added, this, &CallNote::focusText);
    connect(m_facts, &CallFacts::moreToggled, m_details, &QWidget::setVisible);
    connect(m_facts, &CallFacts::changed, this, &CallNote::onEdited);
    connect(m_details, &CallDetails::changed, this, &CallNote::onEdited);
    connect(m_minutes, &QSpinBox::valueChanged, this, &CallNote::onEdited);
    connect(m_text, &NoteEdit::edited, this, &CallNote::onEdited);
    connect(m_text, &NoteEdit::personChosen, this, [this](const QString& words, const PersonChoice& person) {
        // Of two with one name it is the one who was chosen.
        const auto index = m_listener->people();
        if (person.state == PersonChoice::State::known && index &&
            index->called(weaving::foldedName(toUtf8(words))).size() > 1)
            settle(words, person);
    });
    connect(m_text, &NoteEdit::storeRequested, this, &CallNote::storeRequested);
    connect(m_listener, &NoteListener::heard, this, [this] {
        m_text->setPeople(m_listener->people());
        m_text->setMarks(m_listener->noteRead().marks);
        Q_EMIT heard();
    });
    connect(m_help, &LinkLabel::clicked, this, &CallNote::helpRequested);
    connect(m_throwAway, &Button::clicked, this, &CallNote::throwAwayRequested);
}

QWidget* CallNote::throwAwayButton() const { return m_throwAway; }

QWidget* CallNote::helpLink() const { return m_help; }

void CallNote::addToHead(QWidget* control) { m_head->insertWidget(1, control); }

void CallNote::build()
{
    m_head = new QHBoxLayout;
    m_head->setSpacing(space::k12);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_minutes);
    auto* under = new QHBoxLayout;
    under->setContentsMargins(2, 0, 0, 0);
    under->setSpacing(space::k4);
    under->addWidget(m_whoSees, 1);
    under->addWidget(m_remark);
    under->addWidget(m_throwAway);
    auto* signs = new TextLabel(
        QStringLiteral("<b>@</b> %1 &nbsp;&nbsp; <b>#</b> %2 &nbsp;&nbsp; <b>!</b> %3 &nbsp;&nbsp; <b>+</b> %4")
            .arg(tr("person"), tr("topic"), tr("need"), tr("offer")),
        TextStyle::caption, ColorRole::muted);
    signs->setTextFormat(Qt::RichText);
    auto* legend = new QHBoxLayout;
    legend->setContentsMargins(2, 0, 2, 0);
    legend->setSpacing(space::k16);
    legend->addWidget(signs);
    legend->addWidget(new TextLabel(tr("dates and plain words are understood"), TextStyle::caption, ColorRole::muted,
                                    TextLabel::Lines::elided),
                      1);
    legend->addWidget(m_help);
    auto* textAndUnder = new QVBoxLayout;
    textAndUnder->setSpacing(space::k4);
    textAndUnder->addWidget(m_text, 1);
    textAndUnder->addLayout(legend);
    textAndUnder->addLayout(under);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::k24, 0, 0);
    column->setSpacing(space::k12);
    column->addLayout(m_head);
    column->addWidget(m_participants);
    column->addWidget(m_participantProblem);
    column->addWidget(m_facts);
    column->addWidget(m_details);
    column->addLayout(textAndUnder, 1);
}

void CallNote::setInput(const CallInput& input, Instant now)
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    m_given = input;
    m_settled = input.settled;
    m_participants->setPeople(input.participants);
    m_participants->setTyped(input.participantTyped);
    m_participantProblem->hide();
    m_facts->setInput(input, now);
    m_details->setInput(input);
    m_minutes->setValue(input.conversation.minutes);
    if (m_text->toPlainText() != input.text)
        m_text->setPlainText(input.text);
    else
        m_text->document()->clearUndoRedoStacks(); // what was typed and taken out again belongs to the call before
    m_text->moveCursor(QTextCursor::End);
    m_throwAway->setText(input.isEdit() ? tr("Leave it as it was") : tr("Throw away"));
    setRemark({}, ColorRole::muted);
    m_text->setLit(std::nullopt);
    presentTitle();
    listen();
    if (!m_listener->isBehind())
        Q_EMIT heard(); // also where the note is the one that was read last
}

void CallNote::read(CallInput& input) const
{
    input.participants = m_participants->people();
    input.participantTyped = m_participants->typed();
    input.text = m_text->toPlainText();
    input.settled = m_settled;
    input.conversation.minutes = m_minutes->value();
    m_facts->read(input);
    m_details->read(input);
}

const std::vector<PersonChoice>& CallNote::participants() const { return m_participants->people(); }

void CallNote::addParticipant(const PersonChoice& person)
{
    std::vector<PersonChoice> people = m_participants->people();
    people.push_back(person);
    m_participants->setPeople(people);
    Q_EMIT participantsChanged();
    onEdited();
}

void CallNote::setProjects(std::vector<std::string> projects) { m_listener->setProjects(std::move(projects)); }

void CallNote::takeTyped()
{
    if (!m_participants->typed().isEmpty())
        m_participants->takeTyped();
}

void CallNote::setRemark(const QString& remark, ColorRole role)
{
    m_remark->setText(remark);
    m_remark->setColorRole(role);
}

void CallNote::setProblem(const CallProblem& problem)
{
    switch (problem.where) {
    case CallProblem::Where::participants:
        m_participantProblem->setText(problem.sentence);
        m_participantProblem->show();
        m_participants->field()->setFocus(Qt::OtherFocusReason);
        break;
    case CallProblem::Where::when:
        m_facts->setWhenProblem(problem.sentence);
        break;
    case CallProblem::Where::staff:
        m_facts->setMoreOpen();
        m_details->setStaffProblem(problem.sentence);
        m_details->focusStaff();
        break;
    default:
        break;
    }
}

void CallNote::clearProblems()
{
    m_participantProblem->hide();
    m_facts->setWhenProblem({});
    m_details->setStaffProblem({});
}

void CallNote::takeFocus()
{
    if (participants().empty() && m_text->document()->isEmpty())
        m_participants->field()->setFocus(Qt::OtherFocusReason);
    else
        focusText();
}

void CallNote::focusText() { m_text->setFocus(Qt::OtherFocusReason); }

void CallNote::onEdited()
{
    if (m_showing)
        return;
    presentTitle();
    listen();
    Q_EMIT changed();
}

void CallNote::listen()
{
    CallInput facts = m_given;
    m_facts->read(facts);
    m_listener->setNote(m_text->toPlainText(), m_participants->people(), facts.conversation.when.localDate(),
                        m_settled);
}

const NoteRead& CallNote::noteRead() const { return m_listener->noteRead(); }

bool CallNote::catchUp() { return m_listener->catchUp(); }

bool CallNote::isBehind() const { return m_listener->isBehind(); }

void CallNote::setLevel(Confidentiality level) { m_facts->setLevel(level); }

void CallNote::setLit(std::optional<TextPlace> place) { m_text->setLit(place); }

void CallNote::settle(const QString& words, const PersonChoice& person)
{
    std::erase_if(m_settled, [&words](const SettledChoice& settled) {
        return settled.words.compare(words, Qt::CaseInsensitive) == 0;
    });
    m_settled.push_back({words, person});
    onEdited();
}

void CallNote::presentTitle()
{
    CallInput heads = m_given;
    heads.participants = m_participants->people();
    m_facts->read(heads);
    const bool nobody = heads.participants.empty() && !heads.isEdit();
    m_title->setText(nobody ? tr("Log a call") : heads.label());
    m_title->setToolTip(m_title->text());
    m_whoSees->setText(whoSees(heads.conversation.confidentiality));
}

} // namespace weavemap::ui
