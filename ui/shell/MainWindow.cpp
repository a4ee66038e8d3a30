// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include <algorithm>

#include <QAction>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/actions/MapData.h"
#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Words.h"
#include "ui/map/MapPlace.h"
#include "ui/members/MembersPlace.h"
#include "ui/shell/Banner.h"
#include "ui/shell/Commands.h"
#include "ui/shell/FileDesk.h"
#include "ui/shell/HelpBox.h"
#include "ui/shell/Places.h"
#include "ui/shell/PopupEscape.h"
#include "ui/shell/Rail.h"
#include "ui/shell/ReadOnlyText.h"
#include "ui/shell/SearchPopup.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/UndoRedo.h"
#include "ui/shell/WelcomePage.h"
#include "ui/shell/WheelGuard.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SearchField.h"

namespace weavemap::ui {

namespace {

constexpr int kRailFoldsBelow = 1200;
constexpr QSize kSmallest(1024, 680);

} // namespace

MainWindow::MainWindow(Settings& settings, Dialogs& dialogs, ThemeController& theme, const Clock* clock)
    : m_settings(settings), m_dialogs(dialogs), m_theme(theme), m_session(clock), m_people(m_session, m_jobs),
      m_figures(m_session, m_jobs), m_office{m_session, m_jobs, m_settings, m_dialogs, m_theme, m_people, m_figures},
      m_commands(new Commands(*this, m_session, m_settings)),
      m_files(new FileDesk(*this, m_session, m_settings, m_dialogs, m_jobs))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kSmallest);
    setAcceptDrops(true);
    m_session.setMe(m_settings.value(setting::kMe));
    build();
    wireSession();
    wireCommands();
    wireParts();
    if (!restoreGeometry(m_settings.value(setting::kGeometry)))
        setGeometry(firstGeometry(screen()->availableGeometry()));
    onClosed();
}

QRect MainWindow::firstGeometry(const QRect& screen)
{
    // The frame is known only once the window is on screen: room for a usual one.
    constexpr int kTitleBar = 40, kEdge = 8;
    const QRect room = screen.adjusted(kEdge, kTitleBar, -kEdge, -kEdge);
    const QSize size = QSize(1440, 900).boundedTo(room.size()).expandedTo(kSmallest);
    QRect window({}, size);
    window.moveCenter(room.center());
    // On a screen that is too small its head is in view.
    window.moveTo(std::max(window.left(), room.left()), std::max(window.top(), room.top()));
    return window;
}

MainWindow::~MainWindow()
{
    // Readers first: places may still listen while the session closes.
    m_session.close();
    m_jobs.stopAll();
}

void MainWindow::build()
{
    auto* central = new QWidget(this);
    m_topBar = new TopBar(central);
    m_rail = new Rail(central);
    auto* content = new QWidget(central);
    m_banner = new Banner(content);
    m_stack = new QStackedWidget(content);
    m_stack->setObjectName(QStringLiteral("places"));
    m_welcome = new WelcomePage;
    m_stack->addWidget(m_welcome);
    m_places = new Places(m_office, *m_stack, this);

    auto* whole = new QVBoxLayout(content); // the banner lies over it
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(content, 1);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(middle, 1);
    setCentralWidget(central);

    m_rail->setPlaces(Places::upper(), Places::lower());
    m_commands->fill(m_topBar->menuBar(), Places::upper() + Places::lower() + Places::aside());
    m_places->map().addActions(m_commands->mapMenu());
    m_places->map().addEditActions(m_commands->editMenu());
    m_places->members().addActions(m_commands->membersMenu());
    m_topBar->setUndoActions(m_commands->undo, m_commands->redo);
    m_search = new SearchPopup(*m_topBar->searchField(), m_session, m_jobs, m_people, central);
}

void MainWindow::wireSession()
{
    connect(&m_session, &Session::opened, this, &MainWindow::onOpened);
    connect(&m_session, &Session::closed, this, &MainWindow::onClosed);
    connect(&m_session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.touches(store::Table::view))
            syncViews();
        if (changes.touches(store::Table::fact))
            syncCounts();
    });
    connect(&m_session, &Session::failed, this, [this](const QString& label, const Error& error) {
        m_banner->show(Banner::Tone::trouble, label.isEmpty()
                                                  ? errorSentence(error)
                                                  : tr("“%1” was not stored. %2").arg(label, errorSentence(error)));
    });
    connect(&m_session, &Session::savingChanged, this, [this](bool saving) {
        m_rail->setBackupLine(saving ? tr("Saving…") : QString());
        if (!saving)
            syncBackup();
    });
    connect(&m_people, &PeopleModel::refreshed, this, &MainWindow::syncCounts);
}

void MainWindow::wireCommands()
{
    const Commands& c = *m_commands;
    connect(c.newFile, &QAction::triggered, m_files, &FileDesk::newFile);
    connect(c.openFile, &QAction::triggered, m_files, &FileDesk::openFile);
    connect(c.openSample, &QAction::triggered, m_files, &FileDesk::openSample);
    connect(c.backUp, &QAction::triggered, m_files, &FileDesk::backUp);
    connect(c.restore, &QAction::triggered, m_files, &FileDesk::restore);
    connect(c.check, &QAction::triggered, m_files, &FileDesk::check);
    connect(c.closeFile, &QAction::triggered, &m_session, &Session::close);
    connect(c.quit, &QAction::triggered, this, &QWidget::close);
    wireUndoRedo(c, m_session, *this);
    connect(c.logCall, &QAction::triggered, this, [this] { m_places->logCall({}); });
    connect(c.newConvening, &QAction::triggered, this, [this] { m_places->openConvening({}); });
    connect(c.newProject, &QAction::triggered, this, [this] { m_places->openProject({}); });
    connect(c.convenings, &QAction::triggered, m_places, &Places::showConvenings);
    connect(c.projects, &QAction::triggered, m_places, &Places::showProjects);
    connect(c.importFile, &QAction::triggered, this, [this] { m_places->startImport({}); });
    connect(c.find, &QAction::triggered, this, [this] {
        m_topBar->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_topBar->searchField()->selectAll();
    });
    connect(c.filterHere, &QAction::triggered, this, [this] {
        if (Place* front = m_places->front())
            front->focusFilter();
    });
    connect(c.exportHere, &QAction::triggered, this, [this] {
        Place* front = m_places->front();
        if (front != nullptr && !front->exportHere())
            m_banner->show(Banner::Tone::passing,
                           tr("Maps and charts can be printed and exported. Open one of them first."));
    });
    connect(c.nextPanel, &QAction::triggered, this, &MainWindow::focusNextPanel);
    connect(c.keys, &QAction::triggered, this, [this] { showKeys(m_dialogs, this); });
    connect(c.about, &QAction::triggered, this, [this] { showAbout(m_dialogs, this); });
    connect(c.foldRail, &QAction::toggled, this, [this](bool folded) {
        m_settings.set(setting::kRail, folded ? Fold::folded : Fold::open);
        syncRail();
    });
    c.foldRail->setChecked(m_settings.value(setting::kRail) == Fold::folded);
    const auto theme = [this](QAction* action, ThemeChoice choice) {
        action->setChecked(m_theme.choice() == choice);
        connect(action, &QAction::triggered, this, [this, choice] { m_settings.set(setting::kTheme, choice); });
    };
    theme(c.themeSystem, ThemeChoice::system);
    theme(c.themeLight, ThemeChoice::light);
    theme(c.themeDark, ThemeChoice::dark);
    connect(&m_settings, &Settings::changed, this, [this](const QString& name) {
        if (name == QLatin1String(setting::kTheme.name)) {
            const ThemeChoice choice = m_settings.value(setting::kTheme);
            m_theme.setChoice(choice);
            m_commands->themeSystem->setChecked(choice == ThemeChoice::system);
            m_commands->themeLight->setChecked(choice == ThemeChoice::light);
            m_commands->themeDark->setChecked(choice == ThemeChoice::dark);
        } else if (name == QLatin1String(setting::kMotion.name)) {
            m_theme.setMotion(m_settings.value(setting::kMotion));
        } else if (name == QLatin1String(setting::kMe.name)) {
            m_session.setMe(m_settings.value(setting::kMe));
        }
    });
    new PopupEscape(this);
    new WheelGuard(this);
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, &MainWindow::stepBack);
}

void MainWindow::wireParts()
{
    connect(m_commands, &Commands::placeRequested, m_places, &Places::go);
    connect(m_commands, &Commands::recentRequested, m_files, &FileDesk::open);
    connect(m_rail, &Rail::placeChosen, m_places, &Places::go);
    connect(m_rail, &Rail::viewChosen, this, [this](ViewId view) {
        m_places->go(PlaceId::map);
        m_places->map().showView(view);
    });
    connect(m_rail, &Rail::viewMenuWanted, &m_places->map(),
            [this](ViewId view, QMenu* menu) { m_places->map().fillViewMenu(menu, view); });
    connect(&m_places->map(), &MapPlace::viewShown, m_rail, &Rail::setCurrentView);
    connect(m_places, &Places::currentChanged, this, [this](PlaceId place) {
        m_rail->setCurrent(place);
        m_settings.set(setting::kLastPage, Rail::iconOf(place));
    });
    connect(m_places, &Places::importShown, m_rail, [this] { m_rail->setCurrent({}); });
    connect(m_places, &Places::dueChanged, this,
            [this](int due) { m_rail->setCount(PlaceId::today, due > 0 ? formatCount(due) : QString()); });
    const auto tell = [this](const QString& text) { m_banner->show(Banner::Tone::passing, text); };
    connect(m_places, &Places::said, this, tell);
    connect(m_places, &Places::fileWritten, this, [this](const QString& text, const QString& path) {
        m_banner->show(Banner::Tone::passing, text, path);
    });
    connect(m_files, &FileDesk::said, this, tell);
    connect(m_files, &FileDesk::trouble, this, [this](const QString& text) {
        if (m_session.isOpen())
            m_banner->show(Banner::Tone::trouble, text);
        else
            m_welcome->setTrouble(text);
    });
    connect(m_files, &FileDesk::backedUp, this, &MainWindow::syncBackup);
    connect(m_topBar->logCallButton(), &Button::clicked, m_commands->logCall, &QAction::trigger);
    const auto syncLogCall = [this] { m_topBar->logCallButton()->setEnabled(m_commands->logCall->isEnabled()); };
    connect(m_commands->logCall, &QAction::changed, this, syncLogCall);
    syncLogCall();
    connect(m_search, &SearchPopup::personChosen, m_places, &Places::openFound);
    connect(m_search, &SearchPopup::conversationChosen, m_places, &Places::showConversation);
    connect(m_search, &SearchPopup::introductionChosen, m_places, &Places::showIntroduction);
    connect(m_search, &SearchPopup::conveningChosen, m_places, &Places::openConvening);
    connect(m_search, &SearchPopup::projectChosen, m_places, &Places::openProject);
    connect(m_search, &SearchPopup::addPersonRequested, m_places, &Places::addPerson);
    connect(m_welcome, &WelcomePage::sampleRequested, m_files, &FileDesk::openSample);
    connect(m_welcome, &WelcomePage::emptyRequested, m_files, &FileDesk::newFile);
    connect(m_welcome, &WelcomePage::openRequested, m_files, &FileDesk::openFile);
    connect(m_welcome, &WelcomePage::recentRequested, m_files, &FileDesk::open);
    connect(m_welcome, &WelcomePage::spreadsheetRequested, m_files, &FileDesk::startFromLists);
    connect(m_files, &FileDesk::listsWait, m_places, &Places::startImport);
    connect(m_files, &FileDesk::sampleOpened, this, [this] { m_places->go(PlaceId::map); });
}

void MainWindow::openFile(const QString& path) { m_files->open(path); }

void MainWindow::openLast() { m_files->openLast(); }

void MainWindow::onOpened()
{
    m_welcome->setTrouble({});
    m_topBar->searchField()->setVisible(true);
    m_topBar->logCallButton()->setVisible(true);
    m_rail->show();
    m_banner->clearStanding();
    if (m_session.isReadOnly())
        m_banner->show(Banner::Tone::standing, readOnlySentence(*m_session.readOnlyReason()));
    syncCounts();
    syncViews();
    syncBackup();
    syncRail();
    const QString last = m_settings.value(setting::kLastPage);
    PlaceId first = PlaceId::today;
    for (const PlaceId place : Places::upper())
        if (Rail::iconOf(place) == last)
            first = place;
    m_places->go(first);
}

void MainWindow::onClosed()
{
    setWindowTitle(tr("Weavemap"));
    m_rail->hide();
    m_topBar->searchField()->setVisible(false);
    m_topBar->logCallButton()->setVisible(false);
    m_banner->clearStanding();
    m_welcome->setRecent(m_settings.value(setting::kRecentFiles));
    m_stack->setCurrentWidget(m_welcome);
}

void MainWindow::syncCounts()
{
    if (!m_session.isOpen())
        return;
    const QString name = m_session.networkName();
    setWindowTitle(m_session.isReadOnly() ? tr("%1 (reading only) – Weavemap").arg(name)
                                          : tr("%1 – Weavemap").arg(name));
    m_rail->setNetwork(name, m_people.isLoaded() ? memberCount(m_people.currentMembers()) : QString());
    m_rail->setCount(PlaceId::members, m_people.isLoaded() ? formatCount(m_people.currentMembers()) : QString());
}

void MainWindow::syncViews()
{
    QList<QPair<ViewId, QString>> shown;
    if (const auto views = actions::savedViews(m_session.records()))
        for (const MapView& view : *views)
            shown.append({view.id, toQString(view.name)});
    m_rail->setViews(shown);
}

void MainWindow::syncBackup()
{
    m_session.request<std::optional<Instant>>(
        [](store::Workspace& workspace) -> Result<std::optional<Instant>> { return workspace.lastBackup(); },
        [this](Result<std::optional<Instant>> last) {
            if (last && *last)
                m_rail->setBackupLine(tr("Backed up %1").arg(formatMoment(**last, m_session.today()).toLower()));
            else
                m_rail->setBackupLine(tr("Not backed up yet"));
        });
}

void MainWindow::syncRail()
{
    m_rail->setFolded(width() < kRailFoldsBelow || m_settings.value(setting::kRail) == Fold::folded);
}

void MainWindow::focusNextPanel()
{
    const QList<QWidget*> panels{m_topBar->searchField(), m_rail, m_stack};
    int at = 0;
    for (int i = 0; i < panels.size(); ++i)
        if (panels[i] == focusWidget() || panels[i]->isAncestorOf(focusWidget()))
            at = i + 1;
    QWidget* panel = panels[at % panels.size()];
    QWidget* target = panel->focusPolicy() == Qt::NoFocus ? panel->nextInFocusChain() : panel;
    while (target != panel && (!target->isVisible() || target->focusPolicy() == Qt::NoFocus ||
                               !(panel == target || panel->isAncestorOf(target))))
        target = target->nextInFocusChain();
    target->setFocus(Qt::TabFocusReason);
}

void MainWindow::stepBack()
{
    Place* front = m_places->front();
    if (front != nullptr && m_topBar->searchField()->hasFocus()) {
        front->enter(); // out of the search, back to where one was
        return;
    }
    if (front != nullptr && (front->stepBack() || m_places->goBack()))
        return;
    m_banner->dismiss();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.set(setting::kGeometry, saveGeometry());
    m_settings.sync();
    m_session.close();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    syncRail();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    if (files.first().endsWith(QStringLiteral(".weavemap"), Qt::CaseInsensitive) || !m_session.isOpen())
        m_files->open(files.first());
    else
        m_places->startImport(files);
}

} // namespace weavemap::ui
