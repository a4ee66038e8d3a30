// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ToolCard.h"

#include <QButtonGroup>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/IconButton.h"

namespace weavemap::ui {

namespace {
constexpr int kSide = 34;
} // namespace

ToolCard::ToolCard(QWidget* parent) : Card(Kind::floating, Padding::normal, parent), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("mapTools"));
    setAccessibleName(tr("Tools of the map"));
    body()->setContentsMargins(space::k4, space::k4, space::k4, space::k4);
    body()->setSpacing(1);
    m_group->setExclusive(true);
    const auto add = [this](MapCanvas::Tool tool, const QString& object, const QString& icon, const QString& name,
                            const QString& key) {
        auto* button = new IconButton(icon, name);
        button->setObjectName(object);
        button->setName(name, key);
        button->setSide(kSide);
        button->setIconRole(ColorRole::text);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_group->addButton(button, static_cast<int>(tool));
        body()->addWidget(button);
    };
    add(MapCanvas::Tool::select, QStringLiteral("selectTool"), QStringLiteral("select"), tr("Choose and move"),
        tr("Escape"));
    add(MapCanvas::Tool::drawTie, QStringLiteral("drawTieTool"), QStringLiteral("draw-tie"), tr("Draw a tie"), tr("T"));
    add(MapCanvas::Tool::addPerson, QStringLiteral("addPersonTool"), QStringLiteral("person-add"), tr("Add a person"),
        tr("N"));
    add(MapCanvas::Tool::lasso, QStringLiteral("lassoTool"), QStringLiteral("lasso"), tr("Choose with the lasso"),
        tr("L"));
    add(MapCanvas::Tool::path, QStringLiteral("pathTool"), QStringLiteral("path"), tr("Path between two people"),
        tr("W"));
    setTool(MapCanvas::Tool::select);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT toolChosen(static_cast<MapCanvas::Tool>(id)); });
}

void ToolCard::setTool(MapCanvas::Tool tool) { m_group->button(static_cast<int>(tool))->setChecked(true); }

void ToolCard::setEditable(bool editable)
{
    for (const auto tool : {MapCanvas::Tool::drawTie, MapCanvas::Tool::addPerson})
        m_group->button(static_cast<int>(tool))->setEnabled(editable);
}

} // namespace weavemap::ui
