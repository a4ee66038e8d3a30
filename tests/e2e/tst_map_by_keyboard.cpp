// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of editing on the map without the mouse, in the window as it is: keys only, and undo by Ctrl+Z.
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

/// The map of the sample, drawn, with the keyboard on it.
struct OnTheMap
{
    WindowBox box;
    MapCanvas* canvas = nullptr;

    OnTheMap()
    {
        box.open(box.sample());
        box.press(Qt::Key_3, Qt::ControlModifier);
        canvas = box.shown<MapCanvas>("mapCanvas");
        if (!settle())
            qFatal("the map was not drawn");
        canvas->setFocus();
    }
    bool settle()
    {
        return uitest::waitUntil([this] { return canvas->picture() && !canvas->isDrawing(); }) && box.settle();
    }
    bool becomes(const std::function<bool()>& holds) { return uitest::waitUntil(holds) && settle(); }
    std::size_t ties() { return *box.records().ties.count(); }
    std::size_t people() { return *box.records().people.count(); }
    QString nameOf(PersonId person)
    {
        const auto found = box.records().people.find(person);
        return found && *found ? toQString((*found)->name) : QString();
    }
    /// Finds somebody by name and chooses them.
    void find(const QString& name)
    {
        box.press(Qt::Key_F, Qt::ControlModifier);
        box.type(name);
        box.press(Qt::Key_Return);
        if (!settle() || canvas->selectedPeople().size() != 1 || nameOf(canvas->selectedPeople().front()) != name)
            qFatal("%s was not found", qPrintable(name));
    }
    /// Two people of the network without a tie.
    std::pair<PersonId, PersonId> strangers()
    {
        const MapInput& input = canvas->model().input();
        for (std::uint32_t a = 0; a < input.people.size(); ++a)
            for (std::uint32_t b = a + 1; b < input.people.size(); ++b) {
                bool tied = input.people[a].place != MapArea::network || input.people[b].place != MapArea::network;
                for (const MapTie& tie : input.ties)
                    tied = tied || (tie.a == a && tie.b == b) || (tie.a == b && tie.b == a);
                if (!tied)
                    return {input.people[a].id, input.people[b].id};
            }
        qFatal("everybody knows everybody");
    }
};

} // namespace

class MapByKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPerson_isAddedNamedTiedAndRemoved();
    void aTie_isDrawnByNames_thenChosenAndDeleted();
    void twoPeople_areMerged();
    void aPath_isFoundAndLeft();
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

QTEST_MAIN(MapByKeyboardTest)
#include "tst_map_by_keyboard.moc"
