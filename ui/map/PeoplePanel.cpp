// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PeoplePanel.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Words.h"
#include "ui/map/PanelParts.h"
#include "ui/map/PersonRow.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr std::size_t kMostRows = 40;
} // namespace

PeoplePanel::PeoplePanel(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_count(new TextLabel({}, TextStyle::name)),
      m_pin(new Button(tr("Pin"), Button::Kind::normal)), m_archive(new Button(tr("Archive"), Button::Kind::normal)),
      m_circle(new Button(tr("Circle"), Button::Kind::normal)),
      m_commands(new FlowLayout(nullptr, space::k8, space::k8)), m_people(new QVBoxLayout)
{
    setObjectName(QStringLiteral("peoplePanel"));
    m_count->setObjectName(QStringLiteral("inspectorCount"));
    m_pin->setObjectName(QStringLiteral("pinPeople"));
    m_archive->setObjectName(QStringLiteral("archivePeople"));
    m_circle->setObjectName(QStringLiteral("circleOfFirst"));
    m_pin->setIconName(QStringLiteral("pin"));
    m_circle->setIconName(QStringLiteral("circle-of"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    for (Button* button : {m_pin, m_archive, m_circle}) {
        button->setHeight(Button::Height::small);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_people->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_count);
    column->addSpacing(space::k16);
    column->addLayout(buttons);
    m_commands->setContentsMargins(0, space::k8, 0, 0);
    column->addLayout(m_commands);
    column->addSpacing(space::k16);
    column->addLayout(m_people);
    column->addStretch();
    connect(m_pin, &Button::clicked, this, &PeoplePanel::pinRequested);
    connect(m_archive, &Button::clicked, this, &PeoplePanel::archiveRequested);
    connect(m_circle, &Button::clicked, this, [this] {
        if (!m_chosen.empty())
            Q_EMIT circleRequested(m_chosen.front());
    });
}

void PeoplePanel::offer(const std::vector<QAction*>& commands)
{
    for (QAction* command : commands) {
        auto* button = new Button(command->text(), Button::Kind::normal);
        button->setObjectName(command->objectName() + QStringLiteral("Button"));
        button->setHeight(Button::Height::small);
        button->setToolTip(command->shortcut().toString(QKeySequence::NativeText));
        m_commands->addWidget(button);
        const auto sync = [command, button] { button->setVisible(command->isEnabled()); };
        connect(command, &QAction::enabledChanged, button, sync);
        connect(button, &Button::clicked, command, &QAction::trigger);
        sync();
    }
}

void PeoplePanel::setPeople(const std::vector<PersonId>& people, bool allPinned, bool editable)
{
    m_chosen = people;
    m_count->setText(peopleCount(static_cast<int>(people.size())));
    m_pin->setText(allPinned ? tr("Let loose") : tr("Pin"));
    m_pin->setEnabled(editable);
    m_archive->setEnabled(editable);
    m_circle->setToolTip(people.empty() ? QString() : tr("Circle of all of them"));
    clearLayout(m_people);
    for (std::size_t i = 0; i < std::min(people.size(), kMostRows); ++i) {
        const PersonId id = people[i];
        auto* row = new PersonRow(m_office.people.nameOf(id), {}, m_office.people.colourOf(id),
                                  m_office.people.isHeardFrom(id) ? Heard::yes : Heard::no);
        row->setObjectName(QStringLiteral("chosenPerson"));
        connect(row, &PersonRow::clicked, this, [this, id] { Q_EMIT personChosen(id); });
        m_people->addWidget(row);
    }
    if (people.size() > kMostRows)
        m_people->addWidget(
            new TextLabel(tr("and %L1 more").arg(people.size() - kMostRows), TextStyle::second, ColorRole::muted));
}

void PeoplePanel::forget()
{
    m_chosen.clear();
    m_count->setText({});
    m_circle->setToolTip({});
    clearLayout(m_people);
}

} // namespace weavemap::ui
