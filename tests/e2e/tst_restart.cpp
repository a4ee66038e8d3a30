// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, also tomorrow.
#include <QAction>
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

QTEST_MAIN(RestartTest)
#include "tst_restart.moc"
