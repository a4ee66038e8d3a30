// SPDX-License-Identifier: GPL-3.0-or-later
// The map without the mouse, in the window as it is: walking, finding, menus, and the shortest ways to change people
// and ties. Keys only, and undo by Ctrl+Z.
#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTest>

#include "OnTheMap.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OnTheMap;

class MapByKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPerson_isAddedNamedTiedAndRemoved();
    void aTie_isDrawnByNames_thenChosenAndDeleted();
    void twoPeople_areMerged();
    void aPath_isFoundAndLeft();
    void arrows_walkFromNeighbourToNeighbour_andEnterOpens();
    void theMenu_opensAtWhoHasTheKeyboard_data();
    void theMenu_opensAtWhoHasTheKeyboard();
};

void MapByKeyboardTest::aPerson_isAddedNamedTiedAndRemoved()
{
    OnTheMap map;
    const std::size_t before = map.people(), ties = map.ties();
    const QString known = map.nameOf(map.canvas->model().input().people.front().id);
    map.box.press(Qt::Key_N);
    map.box.type(QStringLiteral("Zoë Quell"));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.people() == before + 1 && map.canvas->selection().size() == 1; }));
    map.canvas->setFocus();
    map.box.press(Qt::Key_F2);
    map.box.type(QStringLiteral("Zoe Quill"));
    map.box.press(Qt::Key_Return);
    QVERIFY(
        map.becomes([&] { return map.nameOf(map.canvas->selectedPeople().front()) == QStringLiteral("Zoe Quill"); }));
    map.canvas->setFocus();
    map.box.press(Qt::Key_T);
    map.box.press(Qt::Key_T);
    QVERIFY(map.box.visible("personPicker"));
    map.box.type(known);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.box.visible("tieChooser"));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.ties() == ties + 1; }));
    map.canvas->setFocus();
    map.box.press(Qt::Key_Escape);
    map.find(QStringLiteral("Zoe Quill"));
    map.box.dialogs().willAnswer(1);
    map.box.press(Qt::Key_Delete);
    QVERIFY(map.becomes([&] { return map.people() == before && map.ties() == ties; }));
    for (int step = 0; step < 4; ++step) {
        const auto revision = map.box.window().session().revision();
        map.box.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(map.becomes([&] { return map.box.window().session().revision() > revision; }));
    }
    QCOMPARE(map.people(), before);
    QCOMPARE(map.ties(), ties);
    QVERIFY(map.box.records().people.findByName("Zoe Quill")->empty());
}

void MapByKeyboardTest::aTie_isDrawnByNames_thenChosenAndDeleted()
{
    OnTheMap map;
    const auto [a, b] = map.strangers();
    map.find(map.nameOf(a));
    map.box.press(Qt::Key_T);
    map.box.press(Qt::Key_T);
    map.box.type(map.nameOf(b));
    map.box.press(Qt::Key_Return);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.box.records().ties.between(a, b)->has_value(); }));
    map.canvas->setFocus();
    map.box.press(Qt::Key_Escape);
    map.find(map.nameOf(a));
    const TieId drawn = (*map.box.records().ties.between(a, b))->id;
    for (std::size_t i = 0; i < map.ties() && map.canvas->selectedTie() != drawn; ++i)
        map.box.press(Qt::Key_T, Qt::ShiftModifier);
    QCOMPARE(map.canvas->selectedTie(), drawn);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.box.visible("tiePanel"));
    map.canvas->setFocus();
    map.box.press(Qt::Key_Delete);
    QVERIFY(map.becomes([&] { return !map.box.records().ties.between(a, b)->has_value(); }));
}

void MapByKeyboardTest::twoPeople_areMerged()
{
    OnTheMap map;
    const auto [keep, gone] = map.strangers();
    const std::size_t before = map.people();
    const QString name = map.nameOf(gone);
    map.find(map.nameOf(keep));
    map.box.press(Qt::Key_M);
    map.box.type(name);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.box.visible("mergeDialog") != nullptr; }));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.people() == before - 1; }));
    QVERIFY(!*map.box.records().people.find(gone));
    map.canvas->setFocus();
    map.box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(map.becomes([&] { return map.people() == before; }));
    QCOMPARE(map.nameOf(gone), name);
}

void MapByKeyboardTest::aPath_isFoundAndLeft()
{
    OnTheMap map;
    const auto [a, b] = map.strangers();
    map.find(map.nameOf(a));
    map.box.press(Qt::Key_W);
    map.box.type(map.nameOf(b));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.settle());
    QVERIFY(map.box.visible("pathCard"));
    QVERIFY(map.canvas->path().size() > 2);
    QCOMPARE(map.canvas->path().back(), b);
    map.box.press(Qt::Key_Escape);
    QVERIFY(!map.box.visible("pathCard"));
    QVERIFY(map.canvas->path().empty());
}

void MapByKeyboardTest::arrows_walkFromNeighbourToNeighbour_andEnterOpens()
{
    OnTheMap map;
    map.box.press(Qt::Key_Tab); // the largest disc
    QVERIFY(!map.onlyName().isEmpty());
    int steps = 0;
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Up}) {
        const PersonId from = map.canvas->selectedPeople().front();
        map.box.press(key);
        QCOMPARE(map.canvas->selectedPeople().size(), std::size_t{1});
        const PersonId to = map.canvas->selectedPeople().front();
        QCOMPARE(map.canvas->model().indexOf(to), map.canvas->keyboardPerson());
        steps += from != to && map.areTied(from, to) ? 1 : 0;
    }
    QVERIFY2(steps >= 4, "most steps lead along a tie");
    const QString name = map.onlyName();
    map.box.press(Qt::Key_Return);
    QVERIFY(map.box.visible("personPanel"));
    QCOMPARE(map.box.shown<QLabel>("inspectorName")->text(), name);
    QVERIFY(map.box.shown("mapInspector")->isAncestorOf(map.box.focus()) ||
            map.box.shown("mapInspector") == map.box.focus());
    QVERIFY(map.tabTo("inspectorPage"));
    map.box.press(Qt::Key_Space);
    QVERIFY(map.box.settle());
    QVERIFY2(!map.canvas->isVisible(), "the page of the person is in front");
}

void MapByKeyboardTest::theMenu_opensAtWhoHasTheKeyboard_data()
{
    QTest::addColumn<bool>("menuKey");
    QTest::newRow("Menu") << true;
    QTest::newRow("Shift+F10") << false;
}

void MapByKeyboardTest::theMenu_opensAtWhoHasTheKeyboard()
{
    QFETCH(bool, menuKey);
    OnTheMap map;
    const std::size_t people = map.people();
    map.box.press(Qt::Key_Tab);
    map.box.press(Qt::Key_Right);
    const QString name = map.onlyName();
    const QPoint at = map.canvas->mapToGlobal(map.canvas->discRect(map.canvas->keyboardPerson()).center().toPoint());
    if (menuKey) { // what a system makes of it
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, QPoint(1, 1), map.canvas->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(map.canvas, &menu);
    } else {
        map.box.press(Qt::Key_F10, Qt::ShiftModifier);
    }
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->objectName(), QStringLiteral("mapMenuAtPointer"));
    QVERIFY2(menu->geometry().adjusted(-1, -1, 1, 1).contains(at), "a corner of it is at the person");
    QVERIFY(menu->actions().contains(map.box.action("mapOpenPage")));
    for (int i = 0; i < 40 && menu->activeAction() != map.box.action("mapRename"); ++i)
        map.box.press(Qt::Key_Down);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.box.visible("namePopover"));
    map.box.type(QStringLiteral("Zoe Quill"));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.onlyName() == QStringLiteral("Zoe Quill"); }));
    QCOMPARE(map.step(), QStringLiteral("Rename %1").arg(name));
    QCOMPARE(map.people(), people);
}

QTEST_MAIN(MapByKeyboardTest)
#include "tst_map_by_keyboard.moc"
