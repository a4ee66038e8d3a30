// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/StepEntry.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/conversations/DayChoice.h"
#include "ui/conversations/PersonField.h"
#include "ui/conversations/PromiseWords.h"

namespace weavemap::ui {

StepEntry::StepEntry(PeopleModel& people, const StepInput& input, PersonId me, Date today)
    : EntryRow(QStringLiteral("promise")), m_given(input), m_me(me), m_today(today), m_text(new QLineEdit(input.text)),
      m_owner(new PersonField(people, tr("Who does it"), PersonField::Unknown::offerNew)),
      m_about(new PersonField(people, tr("Owed to whom, if somebody else"), PersonField::Unknown::offerNew)),
      m_due(new DayChoice(today))
{
    setObjectName(QStringLiteral("stepEntry"));
    m_text->setObjectName(QStringLiteral("stepText"));
    m_text->setPlaceholderText(tr("What was promised"));
    m_text->setAccessibleName(tr("What was promised"));
    m_owner->setObjectName(QStringLiteral("stepOwner"));
    m_owner->setFirst(PersonField::First::staff);
    m_owner->setPerson(input.owner);
    m_about->setObjectName(QStringLiteral("stepAbout"));
    m_about->setPerson(input.about);
    m_about->setVisible(!input.stored.id);
    m_due->setDay(input.due);
    body()->addWidget(m_text);
    body()->addWidget(m_owner);
    body()->addWidget(m_due);
    body()->addWidget(m_about);
    addLevel(input.stored.confidentiality);
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
    connect(m_about, &PersonField::edited, this, [this] { edited(); });
    connect(m_about, &QLineEdit::returnPressed, this, [this] {
        if (m_about->person().state != PersonChoice::State::typed)
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
    step.stored.confidentiality = level();
    step.about = m_about->person();
    return step;
}

void StepEntry::setConcerned(const QString& name)
{
    m_concerned = name;
    present();
}

bool StepEntry::isBlank() const { return m_text->text().trimmed().isEmpty(); }

bool StepEntry::putBack()
{
    if (!m_given.stored.id)
        return false;
    m_text->setText(m_given.text);
    edited();
    return true;
}

QString StepEntry::title() const { return m_text->text(); }

QString StepEntry::secondLine() const
{
    const PersonChoice owner = m_owner->person(), about = m_about->person();
    const bool isMine = owner.state == PersonChoice::State::known && owner.id == m_me;
    const QString to = about.isSomebody() ? about.name : m_concerned;
    // What somebody owes who talked with us, they owe to us.
    const bool isToMe = !isMine && owner.isSomebody() && owner.name == to;
    const QString facts = promiseFacts(m_due->day(), {owner.name, to, isMine, isToMe});
    return facts.isEmpty() ? tr("Nobody in particular, no date") : facts;
}

QWidget* StepEntry::firstField() const { return m_text; }

} // namespace weavemap::ui
