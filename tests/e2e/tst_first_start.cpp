// SPDX-License-Identifier: GPL-3.0-or-later
// The first start, and the next one.
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/shell/Places.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {
const QByteArray kMembers = "Name,Town\nAna Ruiz,Alder\nBen Oduya,Birch\n";
}

class FirstStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void welcome_sampleIsOneKeyAway();
    void welcome_sampleIsMadeOnceAndOpenedAgain();
    void sample_itsMakingIsNotUndoneByKey();
    void welcome_startsEmpty();
    void welcome_startsFromASpreadsheet();
    void spreadsheet_proposesAFreeNameBesideTheList();
    void spreadsheet_leftAtEitherQuestion_changesNothing();
    void spreadsheet_thatIsAWorkbook_isRefusedBeforeANetworkIsMade();
    void spreadsheet_thatIsANetwork_isOpened();
    void nextStart_offersTheFileAndThePlace();
    void nextStart_passesOverAFileThatIsGone();
    void newFile_neverReplacesOne();
    void aFileGoneSince_cannotBeChosen();
};

void FirstStartTest::welcome_sampleIsOneKeyAway()
{
    WindowBox box;
    box.start();
    QVERIFY(box.visible("welcome"));
    QVERIFY(!box.visible("rail"));
    QCOMPARE(box.focus(), box.shown<Button>("welcomeSample"));
    box.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QVERIFY(!box.visible("welcome"));
    QVERIFY(box.visible("rail"));
    QCOMPARE(box.window().people().currentMembers(), 142);
    QCOMPARE(box.window().places().current(), PlaceId::map);
    QVERIFY(box.visible("mapPlace"));
}

void FirstStartTest::welcome_sampleIsMadeOnceAndOpenedAgain()
{
    WindowBox box;
    box.start();
    box.click("welcomeSample");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    const QString path = pathText(box.window().session().path());
    QVERIFY(path.startsWith(box.path(QStringLiteral("data"))));
    bool stored = false;
    box.window().session().change(
        QStringLiteral("A mark"), [](store::Records& records) { return records.views.setFact("name", "Mine now"); },
        [&](Result<store::ChangeSet> result) { stored = result.has_value(); });
    QTRY_VERIFY(stored);
    box.stop();
    box.start();
    box.click("welcomeSample");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QCOMPARE(pathText(box.window().session().path()), path);
    QCOMPARE(box.window().session().networkName(), QStringLiteral("Mine now"));
}

void FirstStartTest::sample_itsMakingIsNotUndoneByKey()
{
    WindowBox box;
    box.start();
    box.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    const auto people = [&box] { return *box.records().people.count(); };
    const std::size_t all = people();
    QVERIFY(all > 142);
    QVERIFY(!box.action("undo")->isEnabled());
    QCOMPARE(box.action("undo")->text(), QStringLiteral("&Undo"));
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(box.settle());
    QCOMPARE(people(), all);

    bool stored = false;
    box.window().session().change(
        QStringLiteral("A mark"), [](store::Records& records) { return records.views.setFact("name", "Mine now"); },
        [&](Result<store::ChangeSet> result) { stored = result.has_value(); });
    QTRY_VERIFY(stored);
    QVERIFY(box.action("undo")->isEnabled());
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(box.settle());
    QVERIFY(box.window().session().networkName() != QStringLiteral("Mine now"));
    QVERIFY(!box.action("undo")->isEnabled()); // no further by key
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(box.settle());
    QCOMPARE(people(), all);

    // The history page takes it back where somebody says so, and redo brings it again.
    box.window().places().go(PlaceId::history);
    QVERIFY(box.settle());
    box.click("historyUndo"); // answered by Escape
    QVERIFY(box.settle());
    QCOMPARE(people(), all);
    box.dialogs().willAnswer(0);
    box.click("historyUndo");
    QTRY_COMPARE(people(), std::size_t{0});
    QVERIFY(box.settle());
    box.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(people(), all);
    QVERIFY(box.settle());
}

void FirstStartTest::welcome_startsEmpty()
{
    WindowBox box;
    box.start();
    const QString path = box.path(QStringLiteral("Nos réseaux ✓.weavemap"));
    box.dialogs().willChooseFiles({path});
    box.click("welcomeEmpty");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QVERIFY(QFileInfo::exists(path));
    QCOMPARE(box.window().people().rowCount(), 0);
    QVERIFY(box.window().windowTitle().startsWith(QStringLiteral("Nos réseaux ✓")));
}

void FirstStartTest::welcome_startsFromASpreadsheet()
{
    WindowBox box;
    box.start();
    QVERIFY(box.visible("welcomeHint")->property("text").toString().contains(QStringLiteral("CSV")));
    const QString list = box.textFile(QStringLiteral("Mitglieder Süd.csv"), kMembers);
    const QString network = box.path(QStringLiteral("Mitglieder Süd.weavemap"));
    box.dialogs().willChooseFiles({list});
    box.dialogs().willChooseFiles({network});
    box.click("welcomeSpreadsheet");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QCOMPARE(pathText(box.window().session().path()), network);
    // The list first, then the place beside it under its name, and no question about replacing.
    const std::vector<FileQuestion>& asked = box.dialogs().fileQuestions();
    QCOMPARE(asked.size(), std::size_t{2});
    QVERIFY(asked[0].filters.front().contains(QStringLiteral("*.csv")));
    QCOMPARE(asked[1].start, network);
    QVERIFY(!asked[1].mayReplace);
    // The assistant has the list already.
    QVERIFY(box.settle());
    QVERIFY(box.visible("importPlace"));
    QTRY_COMPARE(box.shown<QTableView>("importRows")->model()->rowCount(), 2);
}

void FirstStartTest::spreadsheet_proposesAFreeNameBesideTheList()
{
    WindowBox box;
    const QString list = box.textFile(QStringLiteral("members.csv"), kMembers);
    const QByteArray mine = "mine";
    const QString there = box.textFile(QStringLiteral("members.weavemap"), mine);
    box.start();
    box.dialogs().willChooseFiles({list});
    box.dialogs().willChooseFiles({there}); // chosen all the same
    box.click("welcomeSpreadsheet");
    QCOMPARE(box.dialogs().fileQuestions().back().start, box.path(QStringLiteral("members 2.weavemap")));
    QVERIFY2(box.welcomeTrouble().contains(QStringLiteral("that file is as it was")), qPrintable(box.welcomeTrouble()));
    QVERIFY(!box.window().session().isOpening());
    QCOMPARE(QFileInfo(there).size(), mine.size());
}

void FirstStartTest::spreadsheet_leftAtEitherQuestion_changesNothing()
{
    WindowBox box;
    box.start();
    box.click("welcomeSpreadsheet"); // which list: answered like Escape
    QCOMPARE(box.dialogs().fileQuestions().size(), std::size_t{1});
    box.dialogs().willChooseFiles({box.textFile(QStringLiteral("members.csv"), kMembers)});
    box.click("welcomeSpreadsheet"); // the place: answered like Escape
    QCOMPARE(box.dialogs().fileQuestions().size(), std::size_t{3});
    QVERIFY(!box.window().session().isOpen() && !box.window().session().isOpening());
    // What was left does not come up with the next network.
    box.dialogs().willChooseFiles({box.path(QStringLiteral("empty.weavemap"))});
    box.click("welcomeEmpty");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QVERIFY(!box.visible("importPlace"));
}

void FirstStartTest::spreadsheet_thatIsAWorkbook_isRefusedBeforeANetworkIsMade()
{
    for (const char* name : {"Members.xlsx", "OLD.XLS", "list.ods"}) {
        WindowBox box;
        box.start();
        box.dialogs().willChooseFiles({box.textFile(QString::fromLatin1(name), "PK")});
        box.click("welcomeSpreadsheet");
        QVERIFY2(box.welcomeTrouble().contains(QStringLiteral("File, Save As")) &&
                     box.welcomeTrouble().contains(QStringLiteral("CSV")),
                 qPrintable(box.welcomeTrouble()));
        QCOMPARE(box.dialogs().fileQuestions().size(), std::size_t{1}); // nobody asks for a place
        QVERIFY(!box.window().session().isOpening());
    }
}

void FirstStartTest::spreadsheet_thatIsANetwork_isOpened()
{
    WindowBox box;
    box.start();
    const QString network = box.sample();
    box.dialogs().willChooseFiles({network});
    box.click("welcomeSpreadsheet");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QCOMPARE(pathText(box.window().session().path()), network);
    QVERIFY(!box.visible("importPlace"));
}

void FirstStartTest::nextStart_passesOverAFileThatIsGone()
{
    WindowBox box;
    const QString gone = box.path(QStringLiteral("gone.weavemap"));
    const QString there = box.emptyFile(QStringLiteral("Süd & Nord.weavemap"));
    box.settings().addRecentFile(there);
    box.settings().addRecentFile(gone);
    box.start();
    QVERIFY(!box.shown<LinkLabel>("recentFile")->isEnabled());
    QCOMPARE(box.focus(), box.shown<Button>("welcomeLast"));
    box.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QCOMPARE(pathText(box.window().session().path()), there);
    QVERIFY(box.settle());
}

void FirstStartTest::nextStart_offersTheFileAndThePlace()
{
    WindowBox box;
    box.open(box.sample());
    box.press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(box.window().places().current(), PlaceId::map);
    QVERIFY(box.settle());
    box.stop();
    box.start();
    // One Enter opens the network of last time, never the sample.
    auto* last = box.shown<Button>("welcomeLast");
    QCOMPARE(last->text(), QStringLiteral("Open sample"));
    QCOMPARE(last->kind(), Button::Kind::primary);
    QCOMPARE(box.shown<Button>("welcomeSample")->kind(), Button::Kind::normal);
    QCOMPARE(box.focus(), last);
    box.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QCOMPARE(box.window().places().current(), PlaceId::map);
}

void FirstStartTest::newFile_neverReplacesOne()
{
    WindowBox box;
    const QString there = box.sample();
    const qint64 size = QFileInfo(there).size();
    box.start();
    box.dialogs().willChooseFiles({there});
    box.click("welcomeEmpty");
    QVERIFY2(box.welcomeTrouble().contains(QStringLiteral("that file is as it was")), qPrintable(box.welcomeTrouble()));
    QCOMPARE(QFileInfo(there).size(), size);
}

void FirstStartTest::aFileGoneSince_cannotBeChosen()
{
    WindowBox box;
    const QString path = box.sample();
    box.open(path);
    box.stop();
    QVERIFY(QFile::remove(path));
    box.start();
    QVERIFY(!box.shown<LinkLabel>("recentFile")->isEnabled());
    QVERIFY(!box.visible("welcomeLast"));
    QCOMPARE(box.focus(), box.shown<LinkLabel>("welcomeOpen")); // not the sample
}

QTEST_MAIN(FirstStartTest)
#include "tst_first_start.moc"
