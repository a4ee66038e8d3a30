// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallNote.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/conversations/CallDetails.h"
#include "ui/conversations/CallFacts.h"
#include "ui/conversations/ParticipantsField.h"
#include "ui/conversations/PersonField.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastWidth = 400, kLongestMinutes = 24 * 60, kTextMargin = 20;
}

CallNote::CallNote(PeopleModel& people, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel({}, TextStyle::page, ColorRole::text, TextLabel::Lines::elided)),
      m_minutes(new QSpinBox), m_participants(new ParticipantsField(people)),
      m_participantProblem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many)),
      m_facts(new CallFacts), m_details(new CallDetails(people)), m_text(new QPlainTextEdit),
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
    m_text->setFont(ui::font(TextStyle::note));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(kTextMargin);
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
    connect(m_text, &QPlainTextEdit::textChanged, this, &CallNote::onEdited);
    connect(m_throwAway, &Button::clicked, this, &CallNote::throwAwayRequested);
}

QWidget* CallNote::throwAwayButton() const { return m_throwAway; }

void CallNote::build()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(space::k12);
    head->addWidget(m_title, 1);
    head->addWidget(m_minutes);
    auto* under = new QHBoxLayout;
    under->setContentsMargins(2, 0, 0, 0);
    under->setSpacing(space::k4);
    under->addWidget(m_whoSees, 1);
    under->addWidget(m_remark);
    under->addWidget(m_throwAway);
    auto* textAndUnder = new QVBoxLayout;
    textAndUnder->setSpacing(space::k4);
    textAndUnder->addWidget(m_text, 1);
    textAndUnder->addLayout(under);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::k24, 0, 0);
    column->setSpacing(space::k12);
    column->addLayout(head);
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
    presentTitle();
}

void CallNote::read(CallInput& input) const
{
    input.participants = m_participants->people();
    input.participantTyped = m_participants->typed();
    input.text = m_text->toPlainText();
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
    Q_EMIT changed();
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
