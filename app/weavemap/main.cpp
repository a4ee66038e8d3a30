// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include "app/weavemap/EndSignals.h"
#include "ui/base/Settings.h"
#include "ui/base/SystemDialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/shell/MainWindow.h"

int main(int argc, char* argv[])
{
    using namespace weavemap::ui;
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Weavemap"));
    QApplication::setOrganizationName(QStringLiteral("weavemap"));
    QApplication::setApplicationVersion(QStringLiteral(WEAVEMAP_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.weavemap.Weavemap"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Weaving calls, ties and maps of a member network."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QApplication::translate("main", "A .weavemap file to open."),
                                 QStringLiteral("[file]"));
    parser.process(app);

    Settings settings;
    ThemeController theme(app, settings.value(setting::kTheme));
    theme.setMotion(settings.value(setting::kMotion));
    SystemDialogs dialogs;
    MainWindow window(settings, dialogs, theme);
    window.show();
    const weavemap::app::EndSignals endSignals([&window] {
        window.close();
        QApplication::quit();
    });
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty())
        window.openFile(QFileInfo(files.first()).absoluteFilePath());
    else
        window.openLast();
    return QApplication::exec();
}
