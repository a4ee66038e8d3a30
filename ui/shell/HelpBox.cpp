// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HelpBox.h"

#include <QCoreApplication>
#include <QWidget>

#include "ui/base/Dialogs.h"

namespace weavemap::ui {

namespace {
QString tr(const char* text) { return QCoreApplication::translate("HelpBox", text); }
} // namespace

void showKeys(Dialogs& dialogs, QWidget* parent)
{
    dialogs.tell(parent, tr("Keys"),
                 tr("Everywhere\n"
                    "Ctrl+L log a call · Ctrl+K find\n"
                    "Ctrl+1 to 8 places · Ctrl+F filter here\n"
                    "Ctrl+Z undo · Ctrl+Shift+Z redo\n"
                    "Ctrl+P print or export · Ctrl+\\ fold the rail\n"
                    "F6 next panel · Escape one step back\n\n"
                    "Map\n"
                    "Arrows walk to the neighbour in that direction\n"
                    "Tab the next by size · Enter inspector\n"
                    "C circle · T draw a tie · N new person · P pin\n"
                    "F fit · + and - zoom · Space+drag pan · Delete\n\n"
                    "Log a call\n"
                    "Ctrl+Enter store · Escape keep the draft\n\n"
                    "Members\n"
                    "F2 edit · Enter opens the page\n"
                    "Ctrl+D fill down · Delete archive"));
}

void showAbout(Dialogs& dialogs, QWidget* parent)
{
    dialogs.tell(
        parent, tr("Weavemap %1").arg(QCoreApplication::applicationVersion()),
        tr("Weaving calls, ties and maps of a member network. Everything stays on this computer.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Built on Qt %1, SQLite and "
           "Boost. Typeface: Noto Sans, SIL Open Font License 1.1.")
            .arg(QString::fromLatin1(qVersion())));
}

} // namespace weavemap::ui
