// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ShowChips.h"

#include <utility>

#include <QMenu>

#include "ui/map/MapModel.h"
#include "ui/models/MapInputs.h"
#include "ui/widgets/FilterChip.h"

namespace weavemap::ui {

namespace {

using actions::MapQuestion;

constexpr int kMonths[] = {3, 12, 36};

QString lowerFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toLower();
    return text;
}

QString labelName(const MapQuestion& asked)
{
    if (asked.labelBy == actions::kLabelTies)
        return ShowChips::tr("Number of ties");
    if (asked.labelBy == actions::kLabelSize)
        return measureName(asked.sizeBy);
    return asked.labelBy.empty() ? ShowChips::tr("Name") : fieldName(asked.labelBy);
}

} // namespace

ShowChips::ShowChips(MapModel& model, QWidget* parent)
    : QObject(parent), m_model(model), m_show(new FilterChip(tr("Show"), {}, Chip::End::chevron, parent)),
      m_ring(new FilterChip(tr("Ring"), {}, Chip::End::chevron, parent)),
      m_label(new FilterChip(tr("Label"), {}, Chip::End::chevron, parent)), m_menu(new QMenu(parent)),
      m_convenings(new QMenu(tr("Convenings"), parent)), m_rings(new QMenu(tr("Ring"), parent)),
      m_labels(new QMenu(tr("Label"), parent)), m_colours(new QMenu(tr("Colours of the map"), parent)),
      m_ringMenu(new QMenu(parent)), m_labelMenu(new QMenu(parent))
{
    m_show->setIconName(QStringLiteral("eye"));
    m_show->setObjectName(QStringLiteral("showChip"));
    m_ring->setObjectName(QStringLiteral("ringChip"));
    m_label->setObjectName(QStringLiteral("labelChip"));
    m_menu->setObjectName(QStringLiteral("showMenu"));
    m_convenings->setObjectName(QStringLiteral("conveningsMenu"));
    m_rings->setObjectName(QStringLiteral("ringsMenu"));
    m_labels->setObjectName(QStringLiteral("labelsMenu"));
    m_colours->setObjectName(QStringLiteral("mapColoursMenu"));
    m_ringMenu->setObjectName(QStringLiteral("ringMenu"));
    m_labelMenu->setObjectName(QStringLiteral("labelMenu"));
    m_show->setToolTip(tr("What a disc stands for, and what it says"));
    m_ring->setToolTip(tr("What the rings around the discs say"));
    m_label->setToolTip(tr("What stands beside the discs"));
    m_show->setMenu(m_menu);
    m_ring->setMenu(m_ringMenu);
    m_label->setMenu(m_labelMenu);
    connect(m_menu, &QMenu::aboutToShow, this, &ShowChips::fill);
    connect(m_convenings, &QMenu::aboutToShow, this, &ShowChips::fillConvenings);
    connect(m_colours, &QMenu::aboutToShow, this, &ShowChips::fillColours);
    for (QMenu* menu : {m_rings, m_ringMenu})
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillRings(menu); });
    for (QMenu* menu : {m_labels, m_labelMenu})
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillLabels(menu); });
    sync();
}

void ShowChips::sync()
{
    const MapQuestion& asked = m_model.question();
    showWords();
    m_ring->setValue(asked.ringBy.empty() ? QString() : lowerFirst(fieldName(asked.ringBy)));
    m_label->setValue(lowerFirst(labelName(asked)));
    m_ring->setVisible(!asked.ringBy.empty());
    m_label->setVisible(!asked.labelBy.empty());
}

void ShowChips::setShort(bool isShort)
{
    m_isShort = isShort;
    showWords();
}

void ShowChips::showWords()
{
    const bool people = m_model.question().nodes == MapQuestion::Nodes::people;
    // "Show people" is what every map does: its eye is enough.
    const QString what = people ? tr("people") : tr("organizations"), word = m_isShort ? QString() : tr("Show");
    const QString value = m_isShort && people ? QString() : what;
    if (m_show->label() != word)
        m_show->setLabel(word);
    if (m_show->value() != value)
        m_show->setValue(value);
    m_show->setAccessibleName(QStringLiteral("%1 %2").arg(tr("Show"), what));
}

void ShowChips::add(QMenu* menu, const QString& text, bool checked, Change change)
{
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    connect(action, &QAction::triggered, this, [this, change = std::move(change)] {
        MapQuestion asked = m_model.question();
        change(asked);
        m_model.ask(std::move(asked));
        sync();
    });
}

void ShowChips::fill()
{
    const MapQuestion& asked = m_model.question();
    m_menu->clear();
    const auto nodes = [&](const QString& text, MapQuestion::Nodes which) {
        add(m_menu, text, asked.nodes == which, [which](MapQuestion& question) { question.nodes = which; });
    };
    nodes(tr("People"), MapQuestion::Nodes::people);
    nodes(tr("Organizations"), MapQuestion::Nodes::organizations);
    m_menu->addMenu(m_convenings);
    m_menu->addSeparator();
    m_menu->addMenu(m_rings);
    m_menu->addMenu(m_labels);
    const bool hasInitials = asked.initials == MapQuestion::Initials::onDiscs;
    add(m_menu, tr("Initials on large discs"), hasInitials, [hasInitials](MapQuestion& question) {
        question.initials = hasInitials ? MapQuestion::Initials::none : MapQuestion::Initials::onDiscs;
    });
    m_menu->addSeparator();
    m_menu->addMenu(m_colours);
}

void ShowChips::fillConvenings()
{
    const int asked = m_model.question().conveningMonths;
    m_convenings->clear();
    const auto months = [&](const QString& text, int count) {
        add(m_convenings, text, asked == count, [count](MapQuestion& question) { question.conveningMonths = count; });
    };
    months(tr("None"), 0);
    for (const int count : kMonths)
        months(tr("Those of %n months", nullptr, count), count);
}

void ShowChips::fillRings(QMenu* menu)
{
    const std::string asked = m_model.question().ringBy;
    menu->clear();
    const auto ring = [&](const QString& text, const std::string& field) {
        add(menu, text, asked == field, [field](MapQuestion& question) { question.ringBy = field; });
    };
    for (const std::string& field : m_model.colourFields())
        ring(fieldName(field), field);
    menu->addSection(tr("Where they stand in the network"));
    for (const std::string& measure : sizeMeasures())
        ring(measureName(measure), actions::measureField(measure));
    menu->addSeparator();
    ring(tr("No ring"), {});
}

void ShowChips::fillLabels(QMenu* menu)
{
    const MapQuestion asked = m_model.question();
    menu->clear();
    const auto label = [&](const QString& text, std::string what) {
        const bool checked = asked.labelBy == what;
        add(menu, text, checked, [what = std::move(what)](MapQuestion& question) { question.labelBy = what; });
    };
    label(tr("Name"), {});
    menu->addSeparator();
    for (const std::string& field : m_model.fields())
        label(fieldName(field), field);
    menu->addSeparator();
    label(tr("Number of ties"), std::string(actions::kLabelTies));
    if (!asked.sizeBy.empty())
        label(tr("What sizes them: %1").arg(lowerFirst(measureName(asked.sizeBy))), std::string(actions::kLabelSize));
}

void ShowChips::fillColours()
{
    const auto asked = m_model.question().colours;
    m_colours->clear();
    const auto colours = [&](const QString& text, MapQuestion::Colours which) {
        add(m_colours, text, asked == which, [which](MapQuestion& question) { question.colours = which; });
    };
    colours(tr("As the window"), MapQuestion::Colours::window);
    colours(tr("As printed"), MapQuestion::Colours::print);
    colours(tr("Without colour"), MapQuestion::Colours::grey);
}

} // namespace weavemap::ui
