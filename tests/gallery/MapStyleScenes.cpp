// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapStyleScenes.h"

#include <algorithm>
#include <vector>

#include <QAction>
#include <QMenu>

#include "SceneSteps.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPlace.h"
#include "ui/map/TimeBar.h"
#include "ui/map/TimeTrack.h"
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

/// Who has most ties on the map.
PersonId busiest(const ui::MapInput& input)
{
    std::vector<int> ties(input.people.size(), 0);
    for (const ui::MapTie& tie : input.ties) {
        ++ties[tie.a];
        ++ties[tie.b];
    }
    const auto most = std::max_element(ties.begin(), ties.end());
    return most == ties.end() ? PersonId{} : input.people[static_cast<std::size_t>(most - ties.begin())].id;
}

/// Today, a third of the time back, and both compared.
void takeDates(WindowBox& box, ui::MapPlace& place, const QString& name, const Take& take)
{
    QWidget& window = box.window();
    take(name, window);
    const auto* track = window.findChild<ui::TimeTrack*>();
    if (track == nullptr || !place.timeBar().isVisible())
        return;
    const Date past = track->first().addDays(daysBetween(track->first(), track->last()) / 3);
    place.timeBar().goTo(past);
    settled(box);
    take(name + QStringLiteral("-then"), window);
    place.timeBar().backToToday();
    settled(box);
    place.timeBar().compareWith(past);
    settled(box);
    take(name + QStringLiteral("-compared"), window);
    place.timeBar().backToToday();
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

void walkMapAlone(WindowBox& box, QSize size, const QString& file, const Take& take)
{
    box.start(size);
    box.open(file);
    go(box, ui::PlaceId::map);
    auto* place = box.window().findChild<ui::MapPlace*>();
    ui::MapCanvas& canvas = place->canvas();
    const PersonId central = busiest(place->model().input());
    takeDates(box, *place, QStringLiteral("map-clusters"), take);
    canvas.selectPeople({central});
    settled(box);
    trigger(box, "layoutMenu", "layoutAround");
    canvas.selectPeople({});
    settled(box);
    takeDates(box, *place, QStringLiteral("map-around"), take);
    for (const auto& [entry, name] :
         {std::pair("layoutDistances", QStringLiteral("map-distances")),
          std::pair("layoutCircle", QStringLiteral("map-on-a-circle")), std::pair("layoutGroups", QStringLiteral("map-by-group"))}) {
        trigger(box, "layoutMenu", entry);
        takeDates(box, *place, name, take);
    }
    trigger(box, "layoutMenu", "layoutClusters");
    for (const int steps : {1, 2, 3}) {
        place->showCircle(central);
        canvas.setCircle(central, steps);
        settled(box);
        take(QStringLiteral("map-steps-%1").arg(steps), box.window());
    }
    box.stop();
}

} // namespace weavemap::gallery
