// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/StepEntry.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/conversations/DayChoice.h"
#include "ui/conversations/PersonField.h"

namespace weavemap::ui {

StepEntry::StepEntry(PeopleModel& people, const StepInput& input, PersonId me, Date today)
    : EntryRow(QStringLiteral("promise")), m_given(input), m_me(me), m_today(today), m_text(new QLineEdit(input.text)),
      m_owner(new PersonField(people, tr("Who does it"), PersonField::Unknown::offerNew)), m_due(new DayChoice(today))
{
    setObjectName(QStringLiteral("stepEntry"));
    m_text->setObjectName(QStringLiteral("stepText"));
    m_text->setPlaceholderText(tr("What was promised"));
    m_text->setAccessibleName(tr("What was promised"));
    m_owner->setObjectName(QStringLiteral("stepOwner"));
    m_owner->setFirst(PersonField::First::staff);
    m_owner->setPerson(input.owner);
    m_due->setDay(input.due);
    body()->addWidget(m_text);
    body()->addWidget(m_owner);
    body()->addWidget(m_due);
    connect(m_text, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_text, &QLineEdit::returnPressed, m_owner, [this] { m_owner->setFocus(Qt::TabFocusReason); });
    connect(m_owner, &PersonField::edited, this, [this] { edited(); });
    connect(m_owner, &PersonField::personChosen, m_due, [this] {
        if (m_owner->hasFocus())
            m_due->setFocus(Qt::TabFocusReason);
    });
    connect(m_owner, &QLineEdit::returnPressed, this, [this] {
        if (m_owner->person().state != PersonChoice::State::typed)
            Q_EMIT done();
    });
    connect(m_due, &DayChoice::chosen, this, [this] { edited(); });
}

StepInput StepEntry::input() const
{
    StepInput step = m_given;
    step.text = m_text->text();
    step.owner = m_owner->person();
    step.due = m_due->day();
    return step;
}

bool StepEntry::isBlank() const { return m_text->text().trimmed().isEmpty(); }

QString StepEntry::title() const { return m_text->text(); }

QString StepEntry::secondLine() const
{
    QStringList parts;
    if (const auto due = m_due->day())
        parts << tr("By %1").arg(formatDate(*due, DateStyle::weekday));
    const PersonChoice owner = m_owner->person();
    if (owner.state == PersonChoice::State::known && owner.id == m_me)
        parts << tr("yours");
    else if (owner.state != PersonChoice::State::none)
        parts << owner.name;
    if (m_given.about.isSomebody() && !m_given.about.isSame(owner))
        parts << tr("for %1").arg(m_given.about.name);
    return parts.isEmpty() ? tr("Nobody in particular, no date") : parts.join(QStringLiteral(" \u00B7 "));
}

QWidget* StepEntry::firstField() const { return m_text; }

} // namespace weavemap::ui
