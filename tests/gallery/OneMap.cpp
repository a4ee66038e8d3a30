// SPDX-License-Identifier: GPL-3.0-or-later
#include "OneMap.h"

#include <cstdio>

#include <QFileInfo>
#include <QRegularExpression>

#include "SceneSteps.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::gallery {

namespace {

using actions::MapQuestion;

struct Wish
{
    QSize size{1440, 900};
    ui::ThemeChoice theme = ui::ThemeChoice::light;
    MapQuestion::Colours colours = MapQuestion::Colours::window;
    layout::Style style = layout::Style::clusters;
    double zoom = 1;
};

bool takeWord(const QString& word, Wish& wish)
{
    static const QRegularExpression size(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    static const QRegularExpression zoom(QStringLiteral("^x(\\d(\\.\\d)?)$"));
    if (word == QLatin1String("light") || word == QLatin1String("dark"))
        wish.theme = word == QLatin1String("dark") ? ui::ThemeChoice::dark : ui::ThemeChoice::light;
    else if (word == QLatin1String("print"))
        wish.colours = MapQuestion::Colours::print;
    else if (word == QLatin1String("grey"))
        wish.colours = MapQuestion::Colours::grey;
    else if (word == QLatin1String("distances"))
        wish.style = layout::Style::distances;
    else if (word == QLatin1String("groups"))
        wish.style = layout::Style::areas;
    else if (word == QLatin1String("circle"))
        wish.style = layout::Style::circle;
    else if (const auto found = size.match(word); found.hasMatch())
        wish.size = QSize(found.captured(1).toInt(), found.captured(2).toInt());
    else if (const auto times = zoom.match(word); times.hasMatch())
        wish.zoom = times.captured(1).toDouble();
    else
        return false;
    return true;
}

void settleMap(uitest::WindowBox& box, const ui::MapCanvas& canvas)
{
    if (!uitest::waitUntil([&] { return !canvas.model().isBusy() && !canvas.isDrawing(); }))
        qFatal("the map does not settle");
    settled(box);
}

} // namespace

int takeOneMap(const QStringList& arguments)
{
    Wish wish;
    for (const QString& word : arguments.mid(2))
        if (!takeWord(word, wish)) {
            std::fprintf(stderr, "\"%s\" is not known.\n", qPrintable(word));
            return 2;
        }
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: %s\n", kOneMapUsage);
        return 2;
    }
    if (!QFileInfo(arguments[0]).isReadable()) {
        std::fprintf(stderr, "%s cannot be read.\n", qPrintable(arguments[0]));
        return 1;
    }
    uitest::WindowBox box;
    box.settings().set(ui::setting::kTheme, wish.theme);
    box.theme().setChoice(wish.theme);
    box.start(wish.size);
    box.open(QFileInfo(arguments[0]).absoluteFilePath());
    go(box, ui::PlaceId::map);
    auto* canvas = box.shown<ui::MapCanvas>("mapCanvas");
    settleMap(box, *canvas);
    MapQuestion question = canvas->model().question();
    question.colours = wish.colours;
    question.style = wish.style;
    canvas->model().ask(question);
    settleMap(box, *canvas);
    canvas->fit();
    if (wish.zoom != 1)
        canvas->zoomBy(wish.zoom);
    settleMap(box, *canvas);
    if (!box.window().grab().save(arguments[1])) {
        std::fprintf(stderr, "%s was not written.\n", qPrintable(arguments[1]));
        return 1;
    }
    return 0;
}

} // namespace weavemap::gallery
