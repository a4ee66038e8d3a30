// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LayoutChip.h"

#include <QMenu>

#include "core/layout/Layout.h"
#include "ui/map/MapModel.h"
#include "ui/models/MapInputs.h"

namespace weavemap::ui {

using layout::Style;

LayoutChip::LayoutChip(MapModel& model, QWidget* parent)
    : FilterChip(tr("Layout"), {}, End::chevron, parent), m_model(model), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("layoutChip"));
    m_menu->setTitle(tr("Arranged &by"));
    m_menu->setObjectName(QStringLiteral("layoutMenu"));
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &LayoutChip::fillMenu);
    sync();
}

void LayoutChip::setCentre(PersonId person) { m_centre = person; }

QString LayoutChip::nameOf(PersonId person) const
{
    const int at = m_model.indexOf(person);
    return at >= 0 ? m_model.input().people[static_cast<std::size_t>(at)].name : QString();
}

void LayoutChip::sync()
{
    const actions::MapQuestion& asked = m_model.question();
    QString value;
    switch (asked.style) {
    case Style::clusters:
        value = tr("clusters");
        break;
    case Style::distances:
        value = tr("distances");
        break;
    case Style::rings: {
        const QString name = nameOf(asked.around);
        value = name.isEmpty() ? tr("around one person") : tr("around %1").arg(name);
        break;
    }
    case Style::areas:
        value = asked.colourBy.empty() || !actions::measureIn(asked.colourBy).empty()
                    ? tr("by group")
                    : tr("by %1").arg(fieldName(asked.colourBy).toLower());
        break;
    case Style::circle:
        value = tr("circle");
        break;
    }
    m_words = value;
    showWords();
}

void LayoutChip::setTerse(Terse terse)
{
    if (m_terse == terse)
        return;
    m_terse = terse;
    showWords();
}

void LayoutChip::showWords()
{
    setLabel(m_terse == Terse::no ? tr("Layout") : QString());
    setValue(m_terse == Terse::icon ? QString() : m_words);
    setIconName(m_terse == Terse::icon ? QStringLiteral("map") : QString());
    const QString whole = QStringLiteral("%1 %2").arg(tr("Layout"), m_words);
    setAccessibleName(whole);
    setToolTip(m_terse == Terse::no ? tr("How people are arranged") : whole);
}

void LayoutChip::fillMenu()
{
    m_menu->clear();
    const actions::MapQuestion& asked = m_model.question();
    const auto add = [&](Style style, const QString& text, const QString& tip, PersonId around = {}) {
        QAction* const action = m_menu->addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(asked.style == style && (style != Style::rings || asked.around == around));
        connect(action, &QAction::triggered, this, [this, style, around] { m_model.setStyle(style, around); });
        return action;
    };
    add(Style::clusters, tr("Clusters: who has many ties together"),
        tr("People with many ties between them stand together, and groups stand apart."))
        ->setObjectName(QStringLiteral("layoutClusters"));
    add(Style::distances, tr("Distances: steps are lengths"),
        tr("The more steps from one person to another, the farther apart they stand."))
        ->setObjectName(QStringLiteral("layoutDistances"));
    // Rings stay on offer round whom they are drawn, also when somebody else is chosen.
    const PersonId now = asked.style == Style::rings ? asked.around : PersonId{};
    if (const QString name = nameOf(now); !name.isEmpty() && now != m_centre)
        add(Style::rings, tr("Around %1: rings by steps").arg(name), {}, now);
    const QString name = nameOf(m_centre);
    QAction* const rings =
        add(Style::rings,
            name.isEmpty() ? tr("Around one person: choose somebody first") : tr("Around %1: rings by steps").arg(name),
            tr("Contacts stand on the first ring, theirs on the second, and so on."), m_centre);
    rings->setObjectName(QStringLiteral("layoutAround"));
    rings->setEnabled(!name.isEmpty());
    const bool hasField = !asked.colourBy.empty() && actions::measureIn(asked.colourBy).empty();
    QAction* const areas = add(Style::areas,
                               hasField ? tr("By %1: an area for each").arg(fieldName(asked.colourBy).toLower())
                                        : tr("By group: choose a colour first"),
                               tr("Everybody stands with those of the same colour; areas with many ties between them "
                                  "are neighbours."));
    areas->setObjectName(QStringLiteral("layoutGroups"));
    areas->setEnabled(hasField);
    add(Style::circle, tr("Circle: few ties cross"),
        hasField ? tr("Everybody on one circle, those of the same colour side by side.")
                 : tr("Everybody on one circle."))
        ->setObjectName(QStringLiteral("layoutCircle"));
}

} // namespace weavemap::ui
