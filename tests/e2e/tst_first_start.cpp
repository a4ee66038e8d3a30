// SPDX-License-Identifier: GPL-3.0-or-later
// The first start, and the next one.
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/shell/Places.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class FirstStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void welcome_sampleIsOneKeyAway();
    void welcome_sampleIsMadeOnceAndOpenedAgain();
    void welcome_startsEmpty();
    void welcome_startsFromASpreadsheet();
    void nextStart_offersTheFileAndThePlace();
    void newFile_neverReplacesOne();
    void aFileGoneSince_cannotBeChosen();
};

void FirstStartTest::welcome_sampleIsOneKeyAway()
{
    WindowBox box;
    box.start();
    QVERIFY(box.visible("welcome"));
    QVERIFY(!box.visible("rail"));
    box.shown<Button>("welcomeSample")->setFocus(Qt::TabFocusReason);
    box.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QVERIFY(!box.visible("welcome"));
    QVERIFY(box.visible("rail"));
    QCOMPARE(box.window().people().currentMembers(), 142);
    QCOMPARE(box.window().places().current(), PlaceId::today);
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
    box.dialogs().willChooseFiles({box.path(QStringLiteral("from sheet.weavemap"))});
    box.click("welcomeSpreadsheet");
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QTRY_VERIFY(box.visible("importPlace"));
    // Leaving the question about the file leaves everything as it was.
    WindowBox other;
    other.start();
    other.click("welcomeSpreadsheet");
    QVERIFY(!other.window().session().isOpen() && !other.window().session().isOpening());
    other.dialogs().willChooseFiles({other.path(QStringLiteral("empty.weavemap"))});
    other.click("welcomeEmpty");
    QTRY_VERIFY_WITH_TIMEOUT(other.window().session().isOpen(), 20000);
    QVERIFY(other.settle());
    QVERIFY(!other.visible("importPlace"));
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
    auto* recent = box.shown<LinkLabel>("recentFile");
    QCOMPARE(recent->text(), QStringLiteral("sample"));
    box.click(recent);
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
}

QTEST_MAIN(FirstStartTest)
#include "tst_first_start.moc"
