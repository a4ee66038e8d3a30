// SPDX-License-Identifier: GPL-3.0-or-later
// weavemap-gallery DIR: writes every screen as a PNG, light and dark, at two sizes. The sample is of a fixed day, so
// the pictures are the same each time. The least window, Today alone in all of its states, and the map alone (of a
// file) in all of its styles are taken where they are asked for; weavemap-gallery --map takes one map of any file.
#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include "MapStyleScenes.h"
#include "OneMap.h"
#include "Scenes.h"
#include "TodayScenes.h"

using namespace weavemap;

namespace {

int usage()
{
    std::fprintf(stderr, "usage: weavemap-gallery DIR [light|dark] [1440|1280|1024] [today | map [FILE]]\n       %s\n",
                 gallery::kOneMapUsage);
    return 2;
}

/// The map's page as a picture, where pdftoppm is there.
void takePage(const QDir& folder)
{
    uitest::WindowBox box;
    const QString pdf = gallery::mapPage(box);
    const QString to = folder.filePath(QStringLiteral("17-map-page.pdf"));
    QFile::remove(to);
    QFile::copy(pdf, to);
    if (!QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty())
        QProcess::execute(QStringLiteral("pdftoppm"),
                          {QStringLiteral("-png"), QStringLiteral("-singlefile"), QStringLiteral("-r"),
                           QStringLiteral("110"), to, folder.filePath(QStringLiteral("17-map-page"))});
}

} // namespace

int main(int argc, char* argv[])
{
    // Dates and texts as on any machine.
    qputenv("TZ", "UTC");
    qputenv("LC_ALL", "C.UTF-8");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Weavemap"));
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1String("--map"))
        return gallery::takeOneMap(arguments.mid(1));
    if (arguments.isEmpty() || arguments.first().startsWith(QLatin1Char('-')))
        return usage();
    const QDir folder(arguments.first());
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "%s cannot be made.\n", qPrintable(folder.path()));
        return 1;
    }
    const QString alone = arguments.value(3);
    int taken = 0;
    for (const auto& [theme, themeName] : {std::pair(ui::ThemeChoice::light, QStringLiteral("light")),
                                           std::pair(ui::ThemeChoice::dark, QStringLiteral("dark"))})
        for (const QSize size : {QSize(1440, 900), QSize(1280, 800), QSize(1024, 700)}) {
            const QString width = QString::number(size.width());
            const bool isAsked = arguments.size() > 2 ? arguments[2] == width : size.width() > 1024;
            if ((arguments.size() > 1 && arguments[1] != themeName) || !isAsked)
                continue;
            uitest::WindowBox box;
            box.settings().set(ui::setting::kTheme, theme);
            box.theme().setChoice(theme);
            const gallery::Take take = [&, look = themeName](const QString& name, QWidget& widget) {
                const QString path = folder.filePath(QStringLiteral("%1-%2-%3.png").arg(name, look, width));
                if (!widget.grab().save(path))
                    std::fprintf(stderr, "%s was not written.\n", qPrintable(path));
                ++taken;
            };
            if (alone == QLatin1String("map"))
                gallery::walkMapAlone(box, size, arguments.size() > 4 ? arguments[4] : box.sample(), take);
            else if (alone == QLatin1String("today"))
                gallery::walkTodayAlone(box, size, take);
            else
                gallery::walk(box, size, box.sample(), take);
        }
    if (alone.isEmpty())
        takePage(folder);
    std::printf("%d pictures in %s\n", taken, qPrintable(folder.path()));
    return 0;
}
