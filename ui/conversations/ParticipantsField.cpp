// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ParticipantsField.h"

#include <algorithm>

#include "ui/conversations/PersonField.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FlowLayout.h"

namespace weavemap::ui {

ParticipantsField::ParticipantsField(PeopleModel& people, QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout(this, 8, 8)),
      m_field(new PersonField(people, tr("Who did you talk with?"), PersonField::Unknown::offerNew))
{
    m_field->setObjectName(QStringLiteral("callParticipant"));
    m_field->setIconName(QStringLiteral("person-add"));
    m_flow->addWidget(m_field);
    relabel();
    connect(m_field, &PersonField::edited, this, &ParticipantsField::changed);
    connect(m_field, &PersonField::personChosen, this, &ParticipantsField::add);
}

void ParticipantsField::setPeople(const std::vector<PersonChoice>& people)
{
    m_chosen = people;
    present();
}

QString ParticipantsField::typed() const { return m_field->text().trimmed(); }

void ParticipantsField::setTyped(const QString& text) { m_field->setText(text); }

void ParticipantsField::takeTyped()
{
    if (const PersonChoice person = m_field->person(); person.isSomebody())
        add(person);
}

void ParticipantsField::add(const PersonChoice& person)
{
    m_field->setPerson({});
    const bool there = std::any_of(m_chosen.begin(), m_chosen.end(),
                                   [&person](const PersonChoice& other) { return other.isSame(person); });
    if (!there) {
        m_chosen.push_back(person);
        present();
    }
    Q_EMIT changed();
    // A name typed in full and left is taken, but the keyboard goes where the user sent it.
    if (m_field->hasFocus())
        Q_EMIT added();
}

void ParticipantsField::present()
{
    while (m_flow->count() > 1) {
        QLayoutItem* item = m_flow->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int at = 0;
    for (const PersonChoice& person : m_chosen) {
        auto* chip = new Chip(person.name);
        chip->setObjectName(QStringLiteral("callParticipantChip"));
        chip->setIconName(QStringLiteral("person"));
        if (person.state == PersonChoice::State::added)
            chip->setAfter(tr("new member"));
        chip->setEnd(Chip::End::close);
        chip->setToolTip(tr("Delete takes %1 out").arg(person.name));
        chip->setMaximumWidth(320);
        connect(chip, &Chip::closeRequested, this, [this, person] {
            std::erase(m_chosen, person);
            present();
            m_field->setFocus(Qt::OtherFocusReason);
            Q_EMIT changed();
        });
        m_flow->insertWidget(at++, chip);
        // Chips come before the field in the tab order, one after another.
        chip->show();
    }
    relabel();
}

void ParticipantsField::relabel()
{
    const bool first = m_chosen.empty();
    m_field->setPlaceholderText(first ? tr("Who did you talk with?") : tr("Someone else was there"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setFixedWidth(first ? 300 : 206);
    updateGeometry();
}

} // namespace weavemap::ui
