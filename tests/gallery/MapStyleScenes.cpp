// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapStyleScenes.h"

#include <QAction>
#include <QMenu>

#include "SceneSteps.h"
#include "ui/map/MapCanvas.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using uitest::WindowBox;

namespace {

void trigger(WindowBox& box, const char* menuName, const char* entry)
{
    auto* menu = box.window().findChild<QMenu*>(QLatin1String(menuName));
    if (menu == nullptr)
        qFatal("there is no menu %s", menuName);
    Q_EMIT menu->aboutToShow();
    auto* action = menu->findChild<QAction*>(QLatin1String(entry));
    if (action == nullptr)
        qFatal("%s is not in %s", entry, menuName);
    action->trigger();
    settled(box);
}

} // namespace

void walkStyles(WindowBox& box, PersonId central, const Take& take)
{
    QWidget& window = box.window();
    box.window().places().go(ui::PlaceId::map);
    settled(box);
    auto* canvas = box.shown<ui::MapCanvas>("mapCanvas");
    canvas->selectPeople({central});
    settled(box);
    // In a narrow window the chip goes; its menu is in the map's, too.
    if (const auto* chip = window.findChild<QWidget*>(QStringLiteral("layoutChip"));
        chip != nullptr && chip->isVisible())
        takeMenu(box, QStringLiteral("90-map-layouts"), take, "layoutChip");
    trigger(box, "layoutMenu", "layoutAround");
    take(QStringLiteral("91-map-around"), window);
    canvas->selectPeople({});
    trigger(box, "layoutMenu", "layoutDistances");
    take(QStringLiteral("92-map-distances"), window);
    trigger(box, "layoutMenu", "layoutCircle");
    take(QStringLiteral("93-map-circle"), window);
    trigger(box, "layoutMenu", "layoutGroups");
    take(QStringLiteral("94-map-by-group"), window);
    trigger(box, "savedViewsMenu", "viewBoard");
    box.dialogs().willEnter(QStringLiteral("For the board in October"));
    trigger(box, "savedViewsMenu", "viewSave");
    take(QStringLiteral("95-map-board-view"), window);
    takeMenu(box, QStringLiteral("96-map-view-menu"), take, "viewChip");
    trigger(box, "savedViewsMenu", "viewDelete");
    trigger(box, "layoutMenu", "layoutClusters");
}

} // namespace weavemap::gallery
