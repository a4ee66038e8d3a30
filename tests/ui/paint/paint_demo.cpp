// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the sample map into a folder, to be looked at: paint_demo FOLDER.
#include <algorithm>
#include <cstdio>

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>

#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

QString folder;

void draw(const char* name, const MapInput& input, const MapViewport& view, unsigned threads = 2)
{
    const RunContext run = RunContext().withThreads(threads);
    QElapsedTimer timer;
    timer.start();
    const auto picture = buildMapPicture(input, view, run);
    const qint64 built = timer.restart();
    const auto again = buildMapPicture(input, view, run, picture->get());
    const qint64 rebuilt = timer.restart();
    auto image = RasterPainter::render(**picture, 1, run);
    const qint64 first = timer.restart();
    image = RasterPainter::render(**picture, 1, run);
    const qint64 painted = timer.elapsed();
    image->save(folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".png"));
    std::printf("%-10s build %lld ms, again %lld ms, paint %lld ms, again %lld ms; %zu discs, %zu pieces in %zu "
                "classes, %zu texts\n",
                name, static_cast<long long>(built), static_cast<long long>(rebuilt), static_cast<long long>(first),
                static_cast<long long>(painted), (*picture)->discs.size(), (*picture)->segments.size(),
                (*picture)->ties.size(), (*picture)->texts.size());
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    loadResources();
    loadFonts();
    folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath();
    QDir().mkpath(folder);

    MapInput input = sampleMap();
    const QSizeF canvas(920, 856);
    const QRectF clear = QRectF(QPointF(0, 0), canvas).adjusted(24, 70, -24, -76);
    MapViewport view = fittedViewport(mapBounds(input), canvas, clear);
    view.obstacles = {QRectF(16, 576, 240, 264), QRectF(16, 64, 42, 176)};
    const auto busiest = static_cast<std::uint32_t>(
        std::max_element(input.people.begin(), input.people.end(),
                         [](const MapPerson& a, const MapPerson& b) { return a.size < b.size; }) -
        input.people.begin());
    input.focus.selected = {busiest};
    draw("light", input, view);
    input.style.colors = mapColors(Theme::dark());
    draw("dark", input, view);
    input.style.colors = mapColors(Theme::light());
    input.focus = {};
    input.focus.circle = static_cast<int>(busiest);
    input.focus.circleSteps = 2;
    draw("circle", input, view);
    input.focus = {};
    MapViewport close = view;
    close.scale *= 3;
    close.zoom = 3;
    close.centre = input.people[busiest].at;
    draw("close", input, close);

    // Everything that a map can show at once: hover, directions, changes, shapes, second attribute, keyboard focus.
    MapInput rich = input;
    rich.seconds = {{QStringLiteral("Coach"), 5, 40, 30}, {QStringLiteral("Principal"), 6, 20, 10}};
    for (std::size_t i = 0; i < rich.people.size(); ++i) {
        rich.people[i].second = i % 3 == 0 ? static_cast<int>(i % 2) : -1;
        rich.people[i].shape = static_cast<MapShape>(i % 11 == 0 ? 1 : i % 13 == 0 ? 2 : 0);
    }
    for (std::size_t i = 0; i < rich.ties.size(); ++i) {
        rich.ties[i].direction = static_cast<MapDirection>(i % 4);
        rich.ties[i].change = static_cast<MapTieChange>(i % 17 == 0 ? 1 : i % 19 == 0 ? 2 : 0);
    }
    rich.style.arrows = MapArrows::always;
    rich.focus.keyboard = 5;
    draw("rich", rich, view);
    rich.style.arrows = MapArrows::onHover;
    rich.focus.hovered = static_cast<int>(busiest);
    draw("hover", rich, view);

    MapPage page;
    page.headerLeft = QStringLiteral("Ashlands Educators\u2019 Network");
    page.headerRight = QStringLiteral("Network report to the board");
    page.title = QStringLiteral("Who exchanges help and ideas");
    page.subtitle = QStringLiteral("142 members in five regions, 15 October 2026");
    page.sentence = QStringLiteral("Regions are well knit inside; 45 of the 332 ties cross from one to another. Four "
                                   "people in Lakes hold all five of its ties to the rest.");
    page.pageLabel = QStringLiteral("2 of 5");
    for (const char* suffix : {"pdf", "svg", "png"}) {
        QElapsedTimer timer;
        timer.start();
        const auto written = exportMap(page, input, mapColors(Theme::print()),
                                       folder + QStringLiteral("/page.") + QString::fromLatin1(suffix));
        std::printf("page.%s %s, %lld ms\n", suffix, written ? "written" : "failed",
                    static_cast<long long>(timer.elapsed()));
    }
    page.turn = PaperTurn::landscape;
    page.view = MapPageView::asOnScreen;
    page.names = NamesPolicy::full;
    (void)exportMap(page, input, mapColors(Theme::print()), folder + QStringLiteral("/landscape.png"));

    MapInput huge = hugeMap(10'000, 50'000);
    const QSizeF big(1440, 900);
    draw("huge", huge, fittedViewport(mapBounds(huge), big, QRectF(QPointF(0, 0), big)));
    return 0;
}
