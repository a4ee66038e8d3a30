// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the map's screens into a folder, to be looked at: map_gallery FOLDER.
#include <QApplication>
#include <QDir>
#include <QTest>

#include "MapHost.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapExportDialog.h"
#include "ui/map/MapModel.h"
#include "ui/map/NamePopover.h"
#include "ui/map/PagePreview.h"
#include "ui/map/TieChooser.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

int busiest(const MapHost& host)
{
    const MapInput& input = host.place->model().input();
    std::vector<int> degree(input.people.size(), 0);
    int best = 0;
    for (const MapTie& tie : input.ties) {
        ++degree[tie.a];
        ++degree[tie.b];
    }
    for (std::size_t i = 0; i < degree.size(); ++i)
        if (degree[i] > degree[static_cast<std::size_t>(best)])
            best = static_cast<int>(i);
    return best;
}

void shoot(MapHost& host, const QDir& folder, const QString& name)
{
    (void)host.settle();
    QCoreApplication::sendPostedEvents();
    (void)host.settle();
    host.window->grab(QRect(QPoint(), host.window->size())).save(folder.filePath(name));
}

void screens(ThemeChoice theme, const QDir& folder, const QString& suffix, QSize window, int rail)
{
    MapHost host(142, window);
    host.theme().setChoice(theme);
    host.place->setGeometry(rail, 44, window.width() - rail, window.height() - 44);
    (void)host.settle();
    (void)QTest::qWaitFor([&] { return host.figures().result() != nullptr; }, 20'000);
    shoot(host, folder, QStringLiteral("map-network-%1.png").arg(suffix));
    const PersonId person = host.place->model().input().people[static_cast<std::size_t>(busiest(host))].id;
    host.place->canvas().selectPeople({person});
    shoot(host, folder, QStringLiteral("map-person-%1.png").arg(suffix));
    host.place->model().setPinned(host.place->canvas().selection(), true);
    (void)QTest::qWaitFor(
        [&] { return host.place->model().input().people[host.place->canvas().selection().front()].pinned; });
    host.place->canvas().setTool(MapCanvas::Tool::drawTie);
    shoot(host, folder, QStringLiteral("map-tool-%1.png").arg(suffix));
    host.place->canvas().setTool(MapCanvas::Tool::select);
    host.place->canvas().showTie(host.place->model().input().ties[3].id);
    shoot(host, folder, QStringLiteral("map-tie-%1.png").arg(suffix));
    host.settings().set(setting::kInspector, Fold::folded);
    host.place->showCircle(person);
    host.place->canvas().setCircle(person, 2);
    shoot(host, folder, QStringLiteral("map-circle-%1.png").arg(suffix));
    host.place->canvas().setCircle({}, 0);
    auto question = host.place->model().question();
    question.filters = {{"region", {"Coast", "Lakes"}}};
    host.place->model().ask(question);
    host.place->canvas().selectPeople({});
    shoot(host, folder, QStringLiteral("map-filtered-%1.png").arg(suffix));
    host.place->findChild<TieChooser*>()->ask(person, person, QStringLiteral("Ana Ruiz"), QStringLiteral("Leon Cerny"),
                                              {500, 300});
    shoot(host, folder, QStringLiteral("map-chooser-%1.png").arg(suffix));
    host.place->exportHere();
    auto* dialog = host.place->findChild<MapExportDialog*>();
    (void)QTest::qWaitFor([&] { return !dialog->findChild<PagePreview*>()->image().isNull(); }, 20'000);
    dialog->grab().save(folder.filePath(QStringLiteral("map-export-%1.png").arg(suffix)));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    screens(ThemeChoice::light, folder, QStringLiteral("light-1440"), {1440, 900}, 192);
    screens(ThemeChoice::light, folder, QStringLiteral("light-1180"), {1180, 760}, 56);
    screens(ThemeChoice::dark, folder, QStringLiteral("dark-1280"), {1280, 800}, 192);
    MapHost empty(-1, {1248, 856});
    shoot(empty, folder, QStringLiteral("map-empty.png"));
    return 0;
}
