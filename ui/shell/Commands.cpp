// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Commands.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

#include "core/actions/Demo.h"
#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/session/Session.h"
#include "ui/shell/Rail.h"

namespace weavemap::ui {

namespace {

/// Whether a step back is one that Ctrl+Z takes. The making of the sample network is none: one key too many would take
/// all of it away. It stands in the history, where it can be undone.
bool isForTheKey(const Session& session)
{
    return session.canUndo() && toUtf8(session.undoLabel()) != actions::kDemoLabel;
}

/// A text with "&" in a menu: not the key of the entry.
QString plain(QString text) { return text.replace(QLatin1Char('&'), QStringLiteral("&&")); }

} // namespace

Commands::Commands(QWidget& window, Session& session, Settings& settings)
    : QObject(&window), m_window(window), m_session(session), m_settings(settings)
{
    newFile = make(QStringLiteral("newFile"), tr("&New network…"), QKeySequence::New);
    openFile = make(QStringLiteral("openFile"), tr("&Open…"), QKeySequence::Open);
    openSample = make(QStringLiteral("openSample"), tr("Open the &sample network"));
    importFile = make(QStringLiteral("importFile"), tr("&Import a spreadsheet or network…"), tr("Ctrl+I"));
    exportHere = make(QStringLiteral("exportHere"), tr("&Print or export…"), QKeySequence::Print);
    backUp = make(QStringLiteral("backUp"), tr("&Back up now"));
    restore = make(QStringLiteral("restore"), tr("&Go back to a backup…"));
    check = make(QStringLiteral("check"), tr("Chec&k this file"));
    closeFile = make(QStringLiteral("closeFile"), tr("&Close"), QKeySequence::Close);
    quit = make(QStringLiteral("quit"), tr("&Quit"), QKeySequence(tr("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);
    undo = make(QStringLiteral("undo"), tr("&Undo"), QKeySequence(tr("Ctrl+Z")));
    redo = make(QStringLiteral("redo"), tr("&Redo"), QKeySequence(tr("Ctrl+Shift+Z")));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    find = make(QStringLiteral("find"), tr("&Find…"), QKeySequence(tr("Ctrl+K")));
    filterHere = make(QStringLiteral("filterHere"), tr("Fil&ter here"), QKeySequence::Find);
    logCall = make(QStringLiteral("logCall"), tr("&Log a call"), QKeySequence(tr("Ctrl+L")));
    newConvening = make(QStringLiteral("newConvening"), tr("New &convening…"));
    newProject = make(QStringLiteral("newProject"), tr("New &project…"));
    convenings = make(QStringLiteral("convenings"), tr("Con&venings"));
    projects = make(QStringLiteral("projects"), tr("Pro&jects"));
    foldRail = make(QStringLiteral("foldRail"), tr("&Fold the rail"), QKeySequence(QStringLiteral("Ctrl+\\")));
    foldRail->setCheckable(true);
    themeSystem = make(QStringLiteral("themeSystem"), tr("As the &system"));
    themeLight = make(QStringLiteral("themeLight"), tr("&Light"));
    themeDark = make(QStringLiteral("themeDark"), tr("&Dark"));
    auto* themes = new QActionGroup(this);
    for (QAction* theme : {themeSystem, themeLight, themeDark}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
    nextPanel = make(QStringLiteral("nextPanel"), tr("Next &panel"), QKeySequence(Qt::Key_F6));
    keys = make(QStringLiteral("keys"), tr("&Keys"), QKeySequence::HelpContents);
    about = make(QStringLiteral("about"), tr("&About Weavemap"));
    about->setMenuRole(QAction::AboutRole);

    connect(&session, &Session::opened, this, &Commands::syncSession);
    connect(&session, &Session::closed, this, &Commands::syncSession);
    connect(&session, &Session::undoStateChanged, this, &Commands::syncSession);
    syncSession();
}

QAction* Commands::make(const QString& name, const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    m_window.addAction(action);
    return action;
}

void Commands::fill(QMenuBar* bar, const QList<PlaceId>& places)
{
    QMenu* file = bar->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("fileMenu"));
    file->addActions({newFile, openFile});
    m_recent = file->addMenu(tr("Open &recent"));
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    connect(file, &QMenu::aboutToShow, this, &Commands::fillRecent);
    file->addAction(openSample);
    file->addSeparator();
    file->addActions({importFile, exportHere});
    file->addSeparator();
    file->addActions({backUp, restore, check});
    file->addSeparator();
    file->addActions({closeFile, quit});

    QMenu* edit = bar->addMenu(tr("&Edit"));
    edit->setObjectName(QStringLiteral("editMenu"));
    m_edit = edit;
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({logCall, newConvening, newProject});
    edit->addSeparator();
    edit->addActions({find, filterHere});

    QMenu* view = bar->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("viewMenu"));
    for (const PlaceId place : places) {
        if (place == PlaceId::activities) { // one place of two lists
            view->addActions({convenings, projects});
            continue;
        }
        auto* go = make(QStringLiteral("go%1").arg(static_cast<int>(place)), Rail::nameOf(place));
        if (place <= PlaceId::reports)
            go->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(static_cast<int>(place) + 1)));
        else if (place == PlaceId::settings)
            go->setShortcut(QKeySequence(tr("Ctrl+,")));
        connect(go, &QAction::triggered, this, [this, place] { Q_EMIT placeRequested(place); });
        view->addAction(go);
    }
    view->addSeparator();
    QMenu* look = view->addMenu(tr("&Theme"));
    look->addActions({themeSystem, themeLight, themeDark});
    view->addActions({foldRail, nextPanel});

    m_map = bar->addMenu(tr("&Map"));
    m_map->setObjectName(QStringLiteral("mapMenu"));
    m_members = bar->addMenu(tr("Mem&bers"));
    m_members->setObjectName(QStringLiteral("membersMenu"));

    QMenu* help = bar->addMenu(tr("&Help"));
    help->setObjectName(QStringLiteral("helpMenu"));
    help->addActions({keys, about});
}

void Commands::fillRecent()
{
    m_recent->clear();
    for (const QString& path : m_settings.value(setting::kRecentFiles)) {
        const QFileInfo info(path);
        QAction* open = m_recent->addAction(plain(info.completeBaseName()));
        open->setToolTip(path);
        open->setEnabled(info.exists());
        connect(open, &QAction::triggered, this, [this, path] { Q_EMIT recentRequested(path); });
    }
    m_recent->setEnabled(!m_recent->isEmpty());
}

void Commands::syncSession()
{
    const bool open = m_session.isOpen();
    const bool writable = open && !m_session.isReadOnly();
    for (QAction* action : {exportHere, backUp, restore, check, closeFile, find, filterHere, convenings, projects})
        action->setEnabled(open);
    for (QAction* action : {importFile, logCall, newConvening, newProject})
        action->setEnabled(writable);
    const bool canUndo = isForTheKey(m_session);
    undo->setEnabled(writable && canUndo);
    redo->setEnabled(writable && m_session.canRedo());
    undo->setText(canUndo ? tr("&Undo %1").arg(plain(m_session.undoLabel())) : tr("&Undo"));
    redo->setText(m_session.canRedo() ? tr("&Redo %1").arg(plain(m_session.redoLabel())) : tr("&Redo"));
}

} // namespace weavemap::ui
