// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include "ui/widgets/Place.h"

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace weavemap::ui {

class Session;
class Settings;

/// Every command of the window that belongs to no place: its menu, its key, whether it can be used now. Each is an
/// action with a signal; the main window says what it does.
class Commands : public QObject
{
    Q_OBJECT

public:
    /// Actions are added to `window`, so that their keys work everywhere in it.
    Commands(QWidget& window, Session& session, Settings& settings);

    /// Fills the menu bar; called once. `places` are those that are there.
    void fill(QMenuBar* bar, const QList<PlaceId>& places);
    /// The menu a place adds its own actions to.
    QMenu* mapMenu() const { return m_map; }
    QMenu* membersMenu() const { return m_members; }
    QMenu* editMenu() const { return m_edit; }

    QAction* newFile;
    QAction* openFile;
    QAction* openSample;
    QAction* importFile;
    QAction* exportHere;
    QAction* backUp;
    QAction* restore;
    QAction* check;
    QAction* closeFile;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* find;
    QAction* filterHere;
    QAction* logCall;
    QAction* newConvening;
    QAction* newProject;
    QAction* convenings;
    QAction* projects;
    QAction* foldRail;
    QAction* themeSystem;
    QAction* themeLight;
    QAction* themeDark;
    QAction* nextPanel;
    QAction* keys;
    QAction* about;

Q_SIGNALS:
    void placeRequested(weavemap::ui::PlaceId place);
    void recentRequested(const QString& path);

private:
    QAction* make(const QString& name, const QString& text, const QKeySequence& key = {});
    void fillRecent();
    void syncSession();

    QWidget& m_window;
    Session& m_session;
    Settings& m_settings;
    QMenu* m_recent = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_map = nullptr;
    QMenu* m_members = nullptr;
};

} // namespace weavemap::ui
