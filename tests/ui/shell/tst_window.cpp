// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <QAction>
#include <QApplication>
#include <QGuiApplication>
#include <QListView>
#include <QScreen>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/shell/Places.h"
#include "ui/shell/Rail.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

int chosenInRail(WindowBox& box)
{
    int chosen = 0;
    for (const char* name : {"railPlaces", "railFoot"})
        chosen += static_cast<int>(box.shown<QListView>(name)->selectionModel()->selectedIndexes().size());
    return chosen;
}

store::Workspace::ChangeFunction adds(const std::string& name)
{
    return [name](store::Records& records) -> Result<> {
        Person person;
        person.name = name;
        return actions::addPerson(records, person).map([](auto) {});
    };
}

} // namespace

/// The window around the places: what the rail says, files one after another, closing at a bad moment, odd screens.
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importInFront_choosesNothingInTheRail();
    void importLeft_leadsBackWhereOneCameFrom();
    void sameFileOpenedAgain_staysWritableAndWhole();
    void closingWhileChangesArePending_storesThem();
    void closingWhileJobsRun_endsThem();
    void geometryOfAScreenThatIsGone_bringsTheWindowIntoView();
    void brokenGeometry_givesTheUsualSize();
    void firstGeometry_fitsTheScreenWithItsFrame();
    void f6_goesRoundThePanelsAndBack();
};

void WindowTest::importInFront_choosesNothingInTheRail()
{
    WindowBox box;
    box.open(box.sample());
    box.window().places().go(PlaceId::members);
    QCOMPARE(chosenInRail(box), 1);
    box.action("importFile")->trigger();
    QVERIFY(box.visible("importPlace"));
    QCOMPARE(chosenInRail(box), 0);
    // The place one came from is one click away.
    QListView* places = box.shown<QListView>("railPlaces");
    QTest::mouseClick(places->viewport(), Qt::LeftButton, {},
                      places->visualRect(places->model()->index(3, 0)).center());
    QVERIFY(box.visible("membersPlace"));
    QCOMPARE(chosenInRail(box), 1);
}

void WindowTest::importLeft_leadsBackWhereOneCameFrom()
{
    WindowBox box;
    box.open(box.sample());
    box.window().places().go(PlaceId::members);
    box.action("importFile")->trigger();
    box.press(Qt::Key_Escape);
    QVERIFY(box.visible("membersPlace"));
    QCOMPARE(box.window().findChild<Rail*>()->current(), std::optional(PlaceId::members));
    QCOMPARE(chosenInRail(box), 1);
}

void WindowTest::sameFileOpenedAgain_staysWritableAndWhole()
{
    WindowBox box;
    const QString file = box.sample();
    box.open(file);
    bool stored = false;
    box.window().session().change(QStringLiteral("New person Zoë"), adds("Zoë Quell"),
                                  [&](const Result<store::ChangeSet>& changes) { stored = changes.has_value(); });
    box.open(file); // while that is being stored
    QVERIFY(stored);
    QVERIFY(!box.window().session().isReadOnly());
    QCOMPARE(box.records().people.findByName("Zoë Quell")->size(), std::size_t{1});
    QCOMPARE(box.window().session().undoLabel(), QStringLiteral("New person Zoë"));
}

void WindowTest::closingWhileChangesArePending_storesThem()
{
    WindowBox box;
    const QString file = box.emptyFile();
    box.open(file);
    constexpr int kMany = 40;
    for (int i = 0; i < kMany; ++i)
        box.window().session().change(QStringLiteral("Add"), adds("Person " + std::to_string(i)));
    QVERIFY(box.window().session().isSaving());
    box.stop();
    box.open(file);
    QCOMPARE(*box.records().people.count(), std::size_t{kMany});
}

void WindowTest::closingWhileJobsRun_endsThem()
{
    WindowBox box;
    const QString file = box.sample(QStringLiteral("large.weavemap"), 2000);
    box.start();
    box.window().openFile(file);
    QVERIFY(uitest::waitUntil([&] { return box.window().session().isOpen(); }));
    QVERIFY(box.window().jobs().isBusy()); // people and figures are being read
    box.stop();
    box.open(file);
    QVERIFY(box.window().people().rowCount() >= 2000);
}

void WindowTest::geometryOfAScreenThatIsGone_bringsTheWindowIntoView()
{
    WindowBox box;
    box.start();
    box.window().move(6000, 4000); // as on a second screen that was there yesterday
    box.stop();
    QVERIFY(!box.settings().value(setting::kGeometry).isEmpty());
    box.start();
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    const QRect seen = box.window().frameGeometry().intersected(screen);
    QVERIFY2(seen.width() > 200 && seen.height() > 100,
             qPrintable(QStringLiteral("%1 %2").arg(box.window().x()).arg(box.window().y())));
}

void WindowTest::brokenGeometry_givesTheUsualSize()
{
    WindowBox box;
    box.settings().set(setting::kGeometry, QByteArray("not a geometry"));
    MainWindow window(box.settings(), box.dialogs(), box.theme(), &box.clock());
    QCOMPARE(window.geometry(), MainWindow::firstGeometry(window.screen()->availableGeometry()));
}

void WindowTest::firstGeometry_fitsTheScreenWithItsFrame()
{
    constexpr int kTitleBar = 32; // a usual one
    for (const QRect screen :
         {QRect(0, 0, 1440, 900), QRect(0, 28, 1280, 772), QRect(1920, 0, 2560, 1440), QRect(-1366, 0, 1366, 768)}) {
        const QRect window = MainWindow::firstGeometry(screen);
        QVERIFY(screen.contains(window.adjusted(0, -kTitleBar, 0, 0)));
        QVERIFY(window.width() >= 1024 && window.height() >= 680);
    }
    // Room enough: the usual size, in the middle.
    const QRect large = MainWindow::firstGeometry({0, 0, 2560, 1440});
    QCOMPARE(large.size(), QSize(1440, 900));
    QVERIFY(std::abs(large.center().x() - 1279) <= 1);
    // Too small a screen: no smaller than it can be, and its head in view.
    const QRect small = MainWindow::firstGeometry({0, 0, 800, 600});
    QCOMPARE(small.size(), QSize(1024, 680));
    QVERIFY(small.top() >= kTitleBar && small.left() >= 0 && small.left() < 20);
}

void WindowTest::f6_goesRoundThePanelsAndBack()
{
    WindowBox box;
    box.open(box.sample());
    box.window().places().go(PlaceId::members);
    const auto panel = [&] {
        for (QWidget* at = box.focus(); at != nullptr; at = at->parentWidget())
            for (const char* name : {"globalSearch", "rail", "membersPlace"})
                if (at->objectName() == QLatin1String(name))
                    return at->objectName();
        return QString();
    };
    const QString first = panel();
    QCOMPARE(first, QStringLiteral("membersPlace"));
    QStringList seen;
    for (int i = 0; i < 3; ++i) {
        box.press(Qt::Key_F6);
        seen.append(panel());
    }
    QCOMPARE(seen.last(), first);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 3);
    QVERIFY(!seen.contains(QString()));
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
