// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapDeskScenes.h"

#include <QDialog>
#include <QMenu>

#include "SceneSteps.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPlace.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using uitest::WindowBox;

namespace {

/// Whoever is farthest from a person, so that the path is a long one.
PersonId farthestFrom(const ui::MapCanvas& canvas, PersonId person)
{
    const auto map = canvas.model().data();
    PersonId farthest = person;
    int most = 0;
    for (const auto& [at, steps] : actions::circleOf(*map, person, 99))
        if (steps > most) {
            most = steps;
            farthest = map->people[at].id;
        }
    return farthest;
}

void takeDialog(WindowBox& box, const char* action, const char* name, const QString& picture, const Take& take)
{
    box.action(action)->trigger();
    settled(box);
    if (auto* dialog = box.visible<QDialog>(name)) {
        take(picture, *dialog);
        dialog->reject();
    }
    settled(box);
}

} // namespace

void walkMapDesk(WindowBox& box, PersonId central, const Take& take)
{
    QWidget& window = box.window();
    box.window().places().go(ui::PlaceId::map);
    settled(box);
    auto* canvas = box.shown<ui::MapCanvas>("mapCanvas");
    canvas->selectPeople({});
    box.action("mapFind")->trigger();
    box.type(QStringLiteral("a"));
    settled(box);
    take(QStringLiteral("38-map-find"), window);
    box.press(Qt::Key_Escape);

    const PersonId other = farthestFrom(*canvas, central);
    canvas->selectPeople({central, other});
    box.action("mapPath")->trigger();
    canvas->selectPeople({});
    settled(box);
    take(QStringLiteral("38-map-path"), window);
    box.press(Qt::Key_Escape);

    canvas->selectPeople({central});
    settled(box);
    Q_EMIT canvas->menuRequested(canvas->mapToGlobal(QPoint(360, 200)));
    settled(box);
    if (auto* menu = box.visible<QMenu>("mapMenuAtPointer")) {
        take(QStringLiteral("38-map-menu"), *menu);
        menu->close();
    }
    canvas->selectPeople({central, other});
    settled(box);
    takeDialog(box, "mapChange", "changeFieldDialog", QStringLiteral("38-map-change"), take);
    takeDialog(box, "mapMerge", "mergeDialog", QStringLiteral("38-map-merge"), take);
    canvas->selectPeople({});
    settled(box);
}

} // namespace weavemap::gallery
