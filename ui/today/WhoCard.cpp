// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/WhoCard.h"

#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

WhoCard::WhoCard(Office& office, QWidget* parent)
    : Card(Kind::plain, Padding::normal, parent), m_office(office), m_names(new FlowLayout)
{
    setObjectName(QStringLiteral("whoCard"));
    body()->addWidget(new TextLabel(tr("Who works at this computer?"), TextStyle::section));
    body()->addWidget(new TextLabel(tr("Calls you log are yours then, and notes marked “only me” stay with you."),
                                    TextStyle::base, ColorRole::muted, TextLabel::Lines::many));
    body()->addLayout(m_names);
    connect(&office.settings, &Settings::changed, this, &WhoCard::refresh);
    refresh();
}

void WhoCard::refresh()
{
    const bool asked = m_office.people.isLoaded() && m_office.settings.value(setting::kMe).isEmpty();
    setVisible(asked);
    // Names nobody asks for are not kept.
    while (QLayoutItem* item = m_names->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    if (!asked)
        return;
    for (int row = 0; row < m_office.people.rowCount(); ++row) {
        const actions::RosterRow& entry = m_office.people.row(row);
        if (entry.person.kind != PersonKind::staff || !entry.current)
            continue;
        const QString name = toQString(entry.person.name);
        auto* button = new Button(name);
        button->setObjectName(QStringLiteral("whoName"));
        connect(button, &Button::clicked, this, [this, name] { m_office.settings.set(setting::kMe, name); });
        m_names->addWidget(button);
    }
    auto* other = new Button(tr("Someone else"), Button::Kind::link);
    other->setObjectName(QStringLiteral("whoOther"));
    connect(other, &Button::clicked, this, &WhoCard::settingsRequested);
    m_names->addWidget(other);
}

} // namespace weavemap::ui
