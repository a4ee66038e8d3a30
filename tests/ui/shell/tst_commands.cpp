// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include "OfficeBox.h"
#include "ui/shell/Commands.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

namespace {

struct Desk
{
    Desk() : commands(window, box.session(), box.settings()) {}
    OfficeBox box;
    QWidget window;
    Commands commands;
};

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFile_onlyOpeningIsThere();
    void undo_saysWhat();
    void ampersand_isNoKey();
    void places_haveTheirNumbers();
    void recent_listsFilesThatAreThere();
};

void CommandsTest::withoutAFile_onlyOpeningIsThere()
{
    Desk desk;
    const Commands& c = desk.commands;
    for (QAction* action : {c.newFile, c.openFile, c.openSample, c.quit, c.themeDark, c.about})
        QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
    for (QAction* action :
         {c.undo, c.redo, c.logCall, c.importFile, c.exportHere, c.backUp, c.restore, c.check, c.find})
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    desk.box.openEmpty();
    for (QAction* action : {c.logCall, c.importFile, c.exportHere, c.backUp, c.restore, c.check, c.find})
        QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
    QVERIFY(!c.undo->isEnabled());
    desk.box.session().close();
    QVERIFY(!c.logCall->isEnabled());
}

void CommandsTest::undo_saysWhat()
{
    Desk desk;
    desk.box.openEmpty();
    desk.box.addPerson(QStringLiteral("Ána"));
    QCOMPARE(desk.commands.undo->text(), QStringLiteral("&Undo Add Ána"));
    desk.box.undo();
    QVERIFY(!desk.commands.undo->isEnabled());
    QCOMPARE(desk.commands.redo->text(), QStringLiteral("&Redo Add Ána"));
    QVERIFY(desk.commands.redo->shortcuts().contains(QKeySequence(QStringLiteral("Ctrl+Shift+Z"))));
}

void CommandsTest::ampersand_isNoKey()
{
    Desk desk;
    desk.box.openEmpty();
    desk.box.addPerson(QStringLiteral("Ann & Bob"));
    QCOMPARE(desk.commands.undo->text(), QStringLiteral("&Undo Add Ann && Bob"));
}

void CommandsTest::places_haveTheirNumbers()
{
    Desk desk;
    QMenuBar bar;
    desk.commands.fill(&bar, {PlaceId::today, PlaceId::members, PlaceId::charts, PlaceId::settings});
    QSignalSpy asked(&desk.commands, &Commands::placeRequested);
    const auto go = [&](PlaceId place) {
        return desk.commands.findChild<QAction*>(QStringLiteral("go%1").arg(static_cast<int>(place)));
    };
    QCOMPARE(go(PlaceId::today)->shortcut(), QKeySequence(QStringLiteral("Ctrl+1")));
    QCOMPARE(go(PlaceId::members)->shortcut(), QKeySequence(QStringLiteral("Ctrl+4")));
    QCOMPARE(go(PlaceId::charts)->shortcut(), QKeySequence(QStringLiteral("Ctrl+7")));
    QCOMPARE(go(PlaceId::settings)->shortcut(), QKeySequence(QStringLiteral("Ctrl+,")));
    go(PlaceId::charts)->trigger();
    QCOMPARE(asked.last().first().value<PlaceId>(), PlaceId::charts);
}

void CommandsTest::recent_listsFilesThatAreThere()
{
    Desk desk;
    QMenuBar bar;
    desk.commands.fill(&bar, {});
    const QString there = desk.box.emptyFile();
    desk.box.settings().addRecentFile(desk.box.path(QStringLiteral("gone.weavemap")));
    desk.box.settings().addRecentFile(there);
    auto* file = bar.findChild<QMenu*>(QStringLiteral("fileMenu"));
    auto* recent = bar.findChild<QMenu*>(QStringLiteral("recentMenu"));
    Q_EMIT file->aboutToShow();
    QCOMPARE(recent->actions().size(), 2);
    QVERIFY(recent->actions()[0]->isEnabled());
    QVERIFY(!recent->actions()[1]->isEnabled());
    QSignalSpy asked(&desk.commands, &Commands::recentRequested);
    recent->actions()[0]->trigger();
    QCOMPARE(asked.last().first().toString(), there);
}

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
