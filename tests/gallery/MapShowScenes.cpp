// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapShowScenes.h"

#include <QApplication>
#include <QMenu>

#include "SceneSteps.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::gallery {

using actions::MapQuestion;
using uitest::WindowBox;

namespace {

void settle(WindowBox& box, const ui::MapCanvas& canvas)
{
    if (!uitest::waitUntil([&] { return !canvas.model().isBusy() && !canvas.isDrawing(); }))
        qFatal("the map does not settle");
    settled(box);
}

} // namespace

void walkMapShow(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    auto* canvas = box.shown<ui::MapCanvas>("mapCanvas");
    ui::MapModel& model = canvas->model();
    const MapQuestion usual = model.question();
    const auto show = [&](const char* name, auto change) {
        MapQuestion asked = usual;
        change(asked);
        model.ask(asked);
        settle(box, *canvas);
        take(QString::fromLatin1(name), window);
    };
    show("90-map-rings", [](MapQuestion& asked) {
        asked.ringBy = "role";
        asked.initials = MapQuestion::Initials::onDiscs;
    });
    show("91-map-labels", [](MapQuestion& asked) { asked.labelBy = "organization"; });
    show("92-map-kinds", [](MapQuestion& asked) {
        asked.kinds = MapQuestion::Kinds::apart;
        asked.network.set = TieSet::all;
        asked.network.population = graph::Population::everybody;
    });
    show("93-map-organizations", [](MapQuestion& asked) { asked.nodes = MapQuestion::Nodes::organizations; });
    show("94-map-convenings", [](MapQuestion& asked) { asked.conveningMonths = 3; });
    show("95-map-without-colour", [](MapQuestion& asked) { asked.colours = MapQuestion::Colours::grey; });
    show("98-map-many-values", [](MapQuestion& asked) {
        asked.colourBy = "organization";
        asked.ringBy = "organization";
    });
    show("96-map-as-printed", [](MapQuestion& asked) { asked.colours = MapQuestion::Colours::print; });
    show("98-map-measure", [](MapQuestion& asked) {
        asked.colourBy = actions::measureField("betweenness");
        asked.ringBy = actions::measureField("core_number");
        asked.sizeBy = "degree";
    });
    show("99-map-measure-without-colour", [](MapQuestion& asked) {
        asked.colourBy = actions::measureField("degree");
        asked.sizeBy.clear();
        asked.colours = MapQuestion::Colours::grey;
    });
    model.ask(usual);
    settle(box, *canvas);
    // The circle of all who have the first value, one step beyond them.
    std::vector<PersonId> group;
    for (const ui::MapPerson& person : model.input().people)
        if (person.group == 0)
            group.push_back(person.id);
    canvas->selectPeople(group);
    canvas->setCircleOf(group, 1);
    settle(box, *canvas);
    take(QStringLiteral("99-map-circle-of-several"), window);
    canvas->setCircle({}, 0);
    canvas->selectPeople({});
    settle(box, *canvas);
    box.click("showChip");
    settled(box);
    if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
        take(QStringLiteral("97-map-show"), *menu);
        menu->close();
    }
    settled(box);
}

} // namespace weavemap::gallery
