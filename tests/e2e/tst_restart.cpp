// SPDX-License-Identifier: GPL-3.0-or-later
// The next morning: the network of last time opens again, with its undo and redo.
#include <QAction>
#include <QFile>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "core/store/Workspace.h"
#include "ui/base/Convert.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class RestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedo_workAcrossARestart();
    void undo_inATextFieldIsTheTextsOwn();
    void queuedChange_isStoredWhenTheWindowCloses();
    void firstStart_waitsOnTheWelcomePage();
    void lastNetwork_opensAgain();
    void lastNetwork_gone_isSaidOnTheWelcomePage();
    void lastNetwork_damaged_offersTheBackup();
    void lastNetwork_inUse_isOpenedForReading();

private:
    static void addPerson(WindowBox& box, const char* name)
    {
        box.window().session().change(QStringLiteral("Add %1").arg(QString::fromUtf8(name)),
                                      [name](store::Records& records) -> Result<> {
                                          Person person;
                                          person.name = name;
                                          WEAVEMAP_TRY(actions::addPerson(records, person));
                                          return {};
                                      });
    }
    static std::string digestOf(WindowBox& box, const QString& path)
    {
        store::OpenOptions options;
        options.clock = &box.clock();
        const auto workspace = store::Workspace::open(toPath(path), options);
        return workspace ? (*workspace)->check()->digest : std::string();
    }
};

void RestartTest::undoAndRedo_workAcrossARestart()
{
    WindowBox box;
    const QString path = box.sample();
    const std::string before = digestOf(box, path);
    box.open(path);
    addPerson(box, "Ána Nueva");
    QVERIFY(box.settle());
    const int people = box.window().people().rowCount();
    QVERIFY(box.action("undo")->text().contains(QStringLiteral("Add Ána Nueva")));
    box.stop();
    const std::string after = digestOf(box, path);
    QVERIFY(before != after);

    box.open(path);
    QVERIFY(box.action("undo")->text().contains(QStringLiteral("Add Ána Nueva")));
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return box.window().people().rowCount() == people - 1; }));
    QVERIFY(box.settle());
    box.stop();
    QCOMPARE(digestOf(box, path), before);

    box.open(path);
    QVERIFY(box.action("redo")->isEnabled());
    QVERIFY(box.action("redo")->text().contains(QStringLiteral("Add Ána Nueva")));
    box.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(uitest::waitUntil([&] { return box.window().people().rowCount() == people; }));
    QVERIFY(box.settle());
    QVERIFY(!box.action("redo")->isEnabled());
    box.stop();
    QCOMPARE(digestOf(box, path), after);
}

void RestartTest::undo_inATextFieldIsTheTextsOwn()
{
    WindowBox box;
    box.open(box.sample());
    addPerson(box, "Ána Nueva");
    QVERIFY(box.settle());
    const int people = box.window().people().rowCount();
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("xyz"));
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(box.settle());
    QCOMPARE(box.window().people().rowCount(), people);
    QVERIFY(box.focus()->property("text").toString() != QStringLiteral("xyz"));
}

void RestartTest::queuedChange_isStoredWhenTheWindowCloses()
{
    WindowBox box;
    const QString path = box.sample();
    box.open(path);
    const int people = box.window().people().rowCount();
    addPerson(box, "Just In Time");
    box.stop(); // at once: the change is still under way
    box.open(path);
    QCOMPARE(box.window().people().rowCount(), people + 1);
}

void RestartTest::firstStart_waitsOnTheWelcomePage()
{
    WindowBox box;
    box.start();
    box.window().openLast();
    QVERIFY(!box.window().session().isOpening());
    QVERIFY(box.visible("welcome"));
    QVERIFY(!box.visible("welcomeTrouble"));
}

void RestartTest::lastNetwork_opensAgain()
{
    WindowBox box;
    box.open(box.sample(QStringLiteral("before.weavemap")));
    const QString last = box.sample(QStringLiteral("Réseau ✓.weavemap"));
    box.open(last);
    box.stop();
    box.start();
    box.window().openLast();
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QCOMPARE(pathText(box.window().session().path()), last);
    QVERIFY(!box.window().session().isReadOnly());
    QVERIFY(!box.visible("welcome"));
}

void RestartTest::lastNetwork_gone_isSaidOnTheWelcomePage()
{
    WindowBox box;
    const QString path = box.sample();
    box.open(path);
    box.stop();
    QVERIFY(QFile::remove(path));
    box.start();
    box.window().openLast();
    QTRY_VERIFY_WITH_TIMEOUT(!box.welcomeTrouble().isEmpty(), 20000);
    QVERIFY2(box.welcomeTrouble().contains(QStringLiteral("is not there")), qPrintable(box.welcomeTrouble()));
    QVERIFY(box.visible("welcome"));
    QVERIFY(!QFile::exists(path)); // looking for it makes none
}

void RestartTest::lastNetwork_damaged_offersTheBackup()
{
    WindowBox box;
    const QString path = box.sample();
    box.open(path); // makes the backup of the day
    box.stop();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 8192; at + 4096 < file.size(); at += 8192) {
        file.seek(at);
        file.write(QByteArray(2048, '\x5a'));
    }
    file.close();
    // An unclean end makes the next opening look through the whole file.
    QFile marker(path + QStringLiteral("-wal"));
    QVERIFY(marker.open(QIODevice::WriteOnly));
    marker.close();
    box.start();
    box.dialogs().willAnswer(0);
    box.window().openLast();
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QCOMPARE(box.dialogs().questions().size(), std::size_t{1});
    QCOMPARE(box.window().people().currentMembers(), 142);
}

void RestartTest::lastNetwork_inUse_isOpenedForReading()
{
    WindowBox box;
    const QString path = box.sample();
    box.open(path);
    box.stop();
    store::OpenOptions options;
    options.clock = &box.clock();
    const auto holder = store::Workspace::open(toPath(path), options);
    QVERIFY(holder);
    box.start();
    box.window().openLast();
    QTRY_VERIFY_WITH_TIMEOUT(box.window().session().isOpen(), 20000);
    QVERIFY(box.settle());
    QVERIFY(box.window().session().isReadOnly());
    QVERIFY2(box.banner().contains(QStringLiteral("on this computer")), qPrintable(box.banner()));
}

QTEST_MAIN(RestartTest)
#include "tst_restart.moc"
