// SPDX-License-Identifier: GPL-3.0-or-later
// The map is edited like a drawing, and all of it by keyboard alone: each job here is done without the mouse.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "ui/base/Convert.h"
#include "ui/map/ChangeFieldDialog.h"
#include "ui/map/Inspector.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/MergeDialog.h"
#include "ui/map/NamePopover.h"
#include "ui/map/PersonPicker.h"
#include "ui/map/TieChooser.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// A map, the keyboard on its canvas, and what the file was like.
struct Keyboard : MapHost
{
    explicit Keyboard(int members = 60) : MapHost(members)
    {
        if (!settle())
            qFatal("the map was not drawn");
        canvas().setFocus();
    }

    MapCanvas& canvas() { return place->canvas(); }
    void press(Qt::Key key, Qt::KeyboardModifiers keys = {})
    {
        QApplication::setActiveWindow(window.get()); // a dialog may just have gone
        QTest::keyClick(&canvas(), key, keys);
    }
    QAction* action(const char* name) { return place->findChild<QAction*>(QString::fromLatin1(name)); }
    const MapPerson& person(int at) { return place->model().input().people[static_cast<std::size_t>(at)]; }
    bool undo()
    {
        return afterChange([this] { session().undo(); });
    }
    /// Types a name into what asks for one and takes it.
    void name(QWidget& asks, const QString& text)
    {
        auto* field = asks.findChild<QLineEdit*>();
        field->selectAll();
        field->insert(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

template <class Dialog>
Dialog* openDialog(MapHost& host)
{
    auto* dialog = host.place->findChild<Dialog*>();
    return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
}

} // namespace

class TstMapEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tie_isDrawnToSomebodyByName_withKindAndContact()
    {
        Keyboard map;
        const std::string before = map.digest();
        const auto [a, b] = map.strangers();
        const PersonId from = map.person(a).id, to = map.person(b).id;
        const QString other = map.person(b).name;
        map.canvas().selectPeople({from});
        map.press(Qt::Key_T);
        map.press(Qt::Key_T);
        auto* picker = map.place->findChild<PersonPicker*>();
        QVERIFY(picker->isVisible());
        map.name(*picker, other);
        auto* chooser = map.place->findChild<TieChooser*>();
        QVERIFY(chooser->isVisible());
        QCOMPARE(chooser->a(), from);
        QCOMPARE(chooser->b(), to);
        auto* depths = chooser->findChild<QListWidget*>();
        QTest::keyClick(depths, Qt::Key_Up);
        auto* contact = chooser->findChild<QComboBox*>(QStringLiteral("tieChooserContact"));
        contact->setFocus();
        QTest::keyClick(contact, Qt::Key_End);
        QVERIFY(map.afterChange([&] { QTest::keyClick(contact, Qt::Key_Return); }));
        const auto tie = map.records().ties.between(from, to);
        QVERIFY(tie && *tie);
        QCOMPARE((*tie)->depth, TieDepth::talked);
        QCOMPARE((*tie)->contact, TieContact::weekly);
        // Asked again it begins with what is known.
        Q_EMIT map.canvas().tieDrawn(from, to, map.canvas().mapToGlobal(QPoint(400, 300)));
        QCOMPARE(chooser->depth(), TieDepth::talked);
        QCOMPARE(chooser->contact(), TieContact::weekly);
        chooser->dismiss();
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
    }

    void person_isAddedRenamedAndDuplicated()
    {
        Keyboard map;
        const std::string before = map.digest();
        map.press(Qt::Key_N);
        auto* popover = map.place->findChild<NamePopover*>();
        QVERIFY(map.afterChange([&] { map.name(*popover, QStringLiteral("Zoë Quell")); }));
        QCOMPARE(map.session().undoLabel(), QStringLiteral("Add Zoë Quell"));
        map.canvas().setFocus();
        map.press(Qt::Key_F2);
        QVERIFY(popover->isVisible());
        QVERIFY(map.afterChange([&] { map.name(*popover, QStringLiteral("Zoe Quill")); }));
        QCOMPARE(map.session().undoLabel(), QStringLiteral("Rename Zoë Quell"));
        QVERIFY(map.indexNamed(QStringLiteral("Zoe Quill")) >= 0);
        const MapPerson like = map.person(0);
        map.canvas().selectPeople({like.id});
        map.canvas().setFocus();
        map.press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(popover->isVisible());
        QVERIFY(popover->findChild<QLineEdit*>()->text().isEmpty());
        QVERIFY(map.afterChange([&] { map.name(*popover, QStringLiteral("Bo Twin")); }));
        const int twin = map.indexNamed(QStringLiteral("Bo Twin"));
        QVERIFY(twin >= 0);
        QCOMPARE(map.person(twin).group, map.person(map.place->model().indexOf(like.id)).group);
        QCOMPARE(map.canvas().selectedPeople(), std::vector<PersonId>{map.person(twin).id});
        for (int step = 0; step < 3; ++step)
            QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
    }

    void tie_isReachedByKeys_endedAndDeleted()
    {
        Keyboard map;
        const MapTie first = map.place->model().input().ties.front();
        map.canvas().selectPeople({map.person(static_cast<int>(first.a)).id});
        map.press(Qt::Key_T, Qt::ShiftModifier);
        QCOMPARE(map.canvas().selectedTie(), first.id);
        map.press(Qt::Key_T, Qt::ShiftModifier);
        const TieId second = map.canvas().selectedTie();
        QVERIFY(second);
        const int at = map.place->model().indexOfTie(second);
        const MapTie& tie = map.place->model().input().ties[static_cast<std::size_t>(at)];
        QVERIFY2(tie.a == first.a || tie.b == first.a, "they are ties of one person");
        QSignalSpy inspector(&map.canvas(), &MapCanvas::inspectorRequested);
        map.press(Qt::Key_Return);
        QCOMPARE(inspector.count(), 1);
        map.canvas().setFocus();
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_Delete); }));
        QCOMPARE(map.place->model().indexOfTie(second), -1);
        QVERIFY(map.undo());
        map.canvas().showTie(second);
        QVERIFY(map.afterChange([&] { map.action("mapEndTie")->trigger(); }));
        QVERIFY((*map.records().ties.find(second))->ended);
    }

    void several_areChosenByKeys_andChangedInOneStep()
    {
        Keyboard map;
        const std::string before = map.digest();
        map.press(Qt::Key_Tab);
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up})
            map.press(key, Qt::ControlModifier);
        const auto chosen = map.canvas().selectedPeople();
        QVERIFY(chosen.size() > 1);
        map.press(Qt::Key_E);
        auto* dialog = openDialog<ChangeFieldDialog>(map);
        QVERIFY(dialog);
        auto* value = dialog->findChild<QComboBox*>(QStringLiteral("changeValue"));
        QTest::keyClicks(value->lineEdit(), QStringLiteral("New Shore"));
        QVERIFY(map.afterChange(
            [&] { QTest::keyClick(dialog->findChild<QPushButton*>(QStringLiteral("storeField")), Qt::Key_Space); }));
        for (const PersonId id : chosen)
            QCOMPARE((*map.records().people.find(id))->region, std::string("New Shore"));
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
        // A field of the program's own words.
        map.canvas().selectPeople(chosen);
        map.action("mapChange")->trigger();
        dialog = map.place->findChildren<ChangeFieldDialog*>().last();
        auto* field = dialog->findChild<QComboBox*>(QStringLiteral("changeField"));
        field->setCurrentIndex(field->findData(QStringLiteral("level")));
        QCOMPARE(dialog->value(), std::string("core"));
        dialog->reject();

        map.canvas().setFocus();
        const std::size_t ties = *map.records().ties.count();
        QVERIFY(map.afterChange([&] { map.action("mapTieAll")->trigger(); }));
        QVERIFY(*map.records().ties.count() > ties);
        QVERIFY(map.undo());
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_P); }));
        QVERIFY(map.undo());
        QVERIFY(map.afterChange([&] { map.action("mapArchive")->trigger(); }));
        for (const PersonId id : chosen)
            QCOMPARE(map.place->model().indexOf(id), -1);
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
    }

    void two_becomeOne_undoBringsBothBack()
    {
        Keyboard map;
        const std::string before = map.digest();
        const auto [a, b] = map.strangers();
        const MapPerson keep = map.person(a), gone = map.person(b);
        map.canvas().selectPeople({keep.id, gone.id});
        map.canvas().setFocus();
        map.press(Qt::Key_M);
        auto* dialog = openDialog<MergeDialog>(map);
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QRadioButton*>(QStringLiteral("merge0Stays"))->isChecked());
        dialog->reject();
        QCOMPARE(map.digest(), before);

        map.canvas().selectPeople({keep.id});
        map.canvas().setFocus();
        map.press(Qt::Key_M);
        auto* picker = map.place->findChild<PersonPicker*>();
        QVERIFY(picker->isVisible());
        map.name(*picker, gone.name);
        dialog = map.place->findChildren<MergeDialog*>().last();
        QVERIFY(dialog->isVisible());
        auto* taken = dialog->findChild<QRadioButton*>(QStringLiteral("merge0Taken"));
        QTest::keyClick(taken, Qt::Key_Space);
        QVERIFY(map.afterChange(
            [&] { QTest::keyClick(dialog->findChild<QPushButton*>(QStringLiteral("mergePeople")), Qt::Key_Space); }));
        QVERIFY(!*map.records().people.find(gone.id));
        QCOMPARE(toQString((*map.records().people.find(keep.id))->name), gone.name);
        QCOMPARE(map.session().undoLabel(), QStringLiteral("Merge %1 into %2").arg(gone.name, keep.name));
        QCOMPARE(map.canvas().selectedPeople(), std::vector<PersonId>{keep.id});
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
        QVERIFY(map.place->model().indexOf(gone.id) >= 0);
    }

    void tie_isChangedFromTheMenuAtThePointer()
    {
        Keyboard map;
        const std::string before = map.digest();
        const TieId id = map.place->model().input().ties.front().id;
        map.canvas().showTie(id);
        QVERIFY2(!map.action("mapRemove")->text().contains(QChar(0x2026)), "it goes at once: no dots");
        QVERIFY(!map.action("mapCut")->isEnabled());
        const auto choice = [&](const char* name) {
            Q_EMIT map.canvas().menuRequested(map.canvas().mapToGlobal(QPoint(300, 300)));
            auto* menu = map.place->findChild<QMenu*>(QStringLiteral("mapMenuAtPointer"));
            return menu->findChild<QMenu*>(QString::fromLatin1(name));
        };
        const auto done = [&] { delete map.place->findChild<QMenu*>(QStringLiteral("mapMenuAtPointer")); };
        const Tie was = **map.records().ties.find(id);
        QAction* other = nullptr;
        for (QAction* action : choice("tieMenuDepth")->actions())
            if (!action->isChecked())
                other = action;
        QVERIFY(other);
        QVERIFY(map.afterChange([&] { other->trigger(); }));
        done();
        QVERIFY((**map.records().ties.find(id)).depth != was.depth);
        for (QAction* action : choice("tieMenuContact")->actions())
            if (!action->isChecked())
                other = action;
        QVERIFY(map.afterChange([&] { other->trigger(); }));
        done();
        QVERIFY((**map.records().ties.find(id)).contact != was.contact);
        QVERIFY(map.undo());
        QVERIFY(map.undo());
        QCOMPARE(map.digest(), before);
        map.canvas().selectPeople({map.person(0).id});
        QVERIFY2(map.action("mapRemove")->text().contains(QChar(0x2026)), "a question comes");
        QCOMPARE(choice("tieMenuDepth"), nullptr);
        done();
    }

    void archived_theyAreNotShownInTheInspector()
    {
        Keyboard map;
        auto* inspector = map.place->findChild<Inspector*>();
        map.canvas().selectPeople({map.person(0).id});
        QVERIFY(!inspector->isEmpty());
        QVERIFY(map.afterChange([&] { map.action("mapArchive")->trigger(); }));
        QTRY_VERIFY(inspector->isEmpty());
        QVERIFY(!map.action("mapRename")->isEnabled() && !map.action("mapRemove")->isEnabled());
        QVERIFY(map.undo());
        QVERIFY2(!inspector->isEmpty(), "whom undo brings back is chosen again");
        map.canvas().selectPeople({map.person(0).id});
        map.dialogs().willAnswer(1);
        QSignalSpy said(map.place, &Place::said);
        QVERIFY(map.afterChange([&] { map.press(Qt::Key_Delete); }));
        QVERIFY(said.last().at(0).toString().contains(QStringLiteral("removed")));
        QVERIFY(!inspector->findChild<QWidget*>(QStringLiteral("personPanel"))->isVisibleTo(inspector));
    }

    void commands_workOnlyWhereTheyDoSomething()
    {
        Keyboard map;
        map.canvas().clearSelection();
        for (const char* name : {"mapRename", "mapChange", "mapDuplicate", "mapMerge", "mapTieAll", "mapArchive",
                                 "mapEndTie", "mapCut", "mapCopy", "mapOpenPage", "mapNextPath"})
            QVERIFY2(!map.action(name)->isEnabled(), name);
        for (const char* name : {"mapFind", "mapPath", "mapLasso", "mapSelectAll", "mapPaste", "mapFilter"})
            QVERIFY2(map.action(name)->isEnabled(), name);
        map.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(map.canvas().selectedPeople().size(), map.place->model().input().people.size());
        QVERIFY(map.action("mapTieAll")->isEnabled() && !map.action("mapMerge")->isEnabled());
        map.dialogs().willAnswer(1);
        const std::string before = map.digest();
        map.action("mapTieAll")->trigger(); // so many are asked about first
        QCOMPARE(map.dialogs().questions().size(), std::size_t{1});
        QCOMPARE(map.digest(), before);
    }
};

QTEST_MAIN(TstMapEditing)
#include "tst_map_editing.moc"
