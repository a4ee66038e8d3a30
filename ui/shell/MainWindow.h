// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QMainWindow>

#include "core/base/Clock.h"
#include "ui/base/Settings.h"
#include "ui/jobs/Jobs.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Place.h"

class QStackedWidget;

namespace weavemap::ui {

class Banner;
class Commands;
class FileDesk;
class Places;
class Rail;
class SearchPopup;
class TopBar;
class WelcomePage;

/// The window: top bar, rail, banner and the place in front; or the welcome page while no file is open. Owns the
/// session and what reads from it, and wires the parts; what they do is in the parts.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All four outlive the window; the system's clock where `clock` is null.
    MainWindow(Settings& settings, Dialogs& dialogs, ThemeController& theme, const Clock* clock = nullptr);
    ~MainWindow() override;

    void openFile(const QString& path);
    /// Opens the network of last time; what keeps it from that is said on the welcome page.
    void openLast();
    /// Where the first window of a user stands: the usual size, inside the screen with its frame.
    static QRect firstGeometry(const QRect& screen);
    Session& session() { return m_session; }
    PeopleModel& people() { return m_people; }
    FiguresService& figures() { return m_figures; }
    Jobs& jobs() { return m_jobs; }
    Places& places() { return *m_places; }
    FileDesk& files() { return *m_files; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void wireSession();
    void wireCommands();
    void wireParts();
    void onOpened();
    void onClosed();
    void stepBack();
    void syncCounts();
    void syncViews();
    void syncBackup();
    void syncRail();
    void focusNextPanel();

    Settings& m_settings;
    Dialogs& m_dialogs;
    ThemeController& m_theme;
    Session m_session;
    Jobs m_jobs;
    PeopleModel m_people;
    FiguresService m_figures;
    Office m_office;
    Commands* m_commands;
    FileDesk* m_files;
    TopBar* m_topBar;
    Rail* m_rail;
    Banner* m_banner;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    Places* m_places;
    SearchPopup* m_search;
};

} // namespace weavemap::ui
