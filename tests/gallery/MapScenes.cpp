// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapScenes.h"

#include <vector>

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QMenu>

#include "MapDeskScenes.h"
#include "SceneSteps.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapExportDialog.h"
#include "ui/map/MapPlace.h"
#include "ui/map/PagePreview.h"
#include "ui/map/TimeBar.h"
#include "ui/map/TimeTrack.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using uitest::WindowBox;

namespace {

/// Another day, two dates compared with the menu that leads there, and that comparison as a table and on a page.
void walkMapTime(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    go(box, ui::PlaceId::map);
    auto* place = window.findChild<ui::MapPlace*>();
    ui::TimeBar& bar = place->timeBar();
    auto* track = window.findChild<ui::TimeTrack*>();
    bar.goTo(track->first().addDays(daysBetween(track->first(), track->last()) / 3));
    settled(box);
    take(QStringLiteral("70-map-then"), window);
    bar.backToToday();
    settled(box);
    auto* menu = window.findChild<QMenu*>(QStringLiteral("compareMenu"));
    menu->popup(window.mapToGlobal(QPoint(0, 0)));
    settled(box);
    take(QStringLiteral("71-map-compare-menu"), *menu);
    menu->close();
    bar.compareWith(track->last().addYears(-1));
    track->setFocus(Qt::TabFocusReason);
    settled(box);
    take(QStringLiteral("72-map-compared"), window);
    box.action("mapTable")->trigger();
    settled(box);
    if (auto* dialog = box.visible<QDialog>("mapTableDialog")) {
        dialog->findChild<QAbstractButton*>(QStringLiteral("segment1"))->click();
        settled(box);
        take(QStringLiteral("73-map-compared-table"), *dialog);
        dialog->reject();
    }
    place->exportHere();
    settled(box);
    if (auto* dialog = box.visible<ui::MapExportDialog>("mapExportDialog")) {
        if (!uitest::waitUntil([&] { return !dialog->findChild<ui::PagePreview*>()->image().isNull(); }))
            qFatal("no preview came");
        settled(box);
        take(QStringLiteral("74-map-compared-export"), *dialog);
        dialog->close();
    }
    settled(box);
    bar.backToToday();
    settled(box);
}

} // namespace

void walkMap(WindowBox& box, PersonId central, const Take& take)
{
    QWidget& window = box.window();
    go(box, ui::PlaceId::map);
    takeMenu(box, QStringLiteral("33-map-filters"), take, "addFilter");
    takeMenu(box, QStringLiteral("34-map-ties"), take, "tiesChip");
    auto* canvas = box.shown<ui::MapCanvas>("mapCanvas");
    std::vector<PersonId> several{central};
    const auto ties = box.records().ties.of(central);
    for (std::size_t i = 0; ties && i < ties->size() && i < 4; ++i)
        several.push_back((*ties)[i].other(central));
    canvas->selectPeople(several);
    settled(box);
    take(QStringLiteral("35-map-several"), window);
    canvas->selectPeople({central});
    settled(box);
    box.click("inspectorTie");
    settled(box);
    take(QStringLiteral("36-map-tie"), window);
    canvas->selectPeople({});
    box.action("mapTable")->trigger();
    settled(box);
    if (auto* dialog = box.visible<QDialog>("mapTableDialog")) {
        take(QStringLiteral("37-map-table"), *dialog);
        dialog->reject();
    }
    settled(box);
    walkMapDesk(box, central, take);
    walkMapTime(box, take);
}

} // namespace weavemap::gallery
