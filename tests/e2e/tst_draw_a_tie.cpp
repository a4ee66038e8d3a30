// SPDX-License-Identifier: GPL-3.0-or-later
// On the map: draw a tie, add a person, drag, delete; each is one step that undo takes back.
#include <QLineF>
#include <QMouseEvent>
#include <QSet>
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

/// The map of the sample, drawn.
MapCanvas& openMap(WindowBox& box)
{
    box.open(box.sample());
    box.press(Qt::Key_3, Qt::ControlModifier);
    auto* canvas = box.shown<MapCanvas>("mapCanvas");
    if (!uitest::waitUntil([canvas] { return canvas->picture() && !canvas->isDrawing(); }) || !box.settle())
        qFatal("the map was not drawn");
    return *canvas;
}

QPoint discOf(const MapCanvas& canvas, std::uint32_t person)
{
    return canvas.discRect(static_cast<int>(person)).center().toPoint();
}

/// Two people without a tie between them whose discs stand free of each other, of the cards and of the edge.
std::pair<std::uint32_t, std::uint32_t> freePair(const MapCanvas& canvas)
{
    const MapInput& input = canvas.model().input();
    const auto isFree = [&](std::uint32_t person) {
        const QPoint at = discOf(canvas, person);
        if (!canvas.rect().adjusted(60, 60, -60, -60).contains(at) || canvas.childAt(at) != nullptr)
            return false;
        for (std::uint32_t other = 0; other < input.people.size(); ++other)
            if (other != person && QLineF(discOf(canvas, other), at).length() < 16)
                return false;
        return true;
    };
    for (std::uint32_t a = 0; a < input.people.size(); ++a) {
        if (!isFree(a))
            continue;
        for (std::uint32_t b = a + 1; b < input.people.size(); ++b) {
            bool tied = QLineF(discOf(canvas, a), discOf(canvas, b)).length() < 120 || !isFree(b);
            for (const auto& tie : input.ties)
                tied = tied || (tie.a == a && tie.b == b) || (tie.a == b && tie.b == a);
            if (!tied)
                return {a, b};
        }
    }
    qFatal("nobody stands free");
}

void drag(MapCanvas& canvas, QPoint from, QPoint to)
{
    QTest::mouseMove(&canvas, from);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 5; ++step) {
        const QPoint at = from + (to - from) * step / 5;
        QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas, &move);
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
}

} // namespace

class DrawATieTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromDiscToDisc_storedDrawnAndUndone();
    void escapeInTheChooser_drawsNothing();
    void onlyWhoLeavesTheRowsMoves_whenATieComes();
    void drag_movesAndPinsInOneStep();
    void doubleClick_addsAPersonWhereItWas();
    void deletePerson_isOneStep();
    void arrowsWalkAndCircleOpensByKey();
};

void DrawATieTest::fromDiscToDisc_storedDrawnAndUndone()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    const auto [a, b] = freePair(canvas);
    const PersonId idA = canvas.model().input().people[a].id, idB = canvas.model().input().people[b].id;
    const std::size_t before = *box.records().ties.count();
    canvas.setFocus();
    box.press(Qt::Key_T);
    QCOMPARE(canvas.tool(), MapCanvas::Tool::drawTie);
    drag(canvas, discOf(canvas, a), discOf(canvas, b));
    QVERIFY(box.visible("tieChooser"));
    box.press(Qt::Key_Return);
    QVERIFY(uitest::waitUntil([&] { return *box.records().ties.count() == before + 1; }));
    QVERIFY(box.settle());
    const auto tie = box.records().ties.between(idA, idB);
    QVERIFY(tie && *tie);
    QVERIFY(!box.records().ties.evidence((*tie)->id)->empty());
    QVERIFY(uitest::waitUntil([&] { return canvas.model().indexOfTie((*tie)->id) >= 0; }));
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return *box.records().ties.count() == before; }));
}

void DrawATieTest::escapeInTheChooser_drawsNothing()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    const auto [a, b] = freePair(canvas);
    const std::uint64_t revision = box.window().session().revision();
    canvas.setFocus();
    box.press(Qt::Key_T);
    drag(canvas, discOf(canvas, a), discOf(canvas, b));
    QVERIFY(box.visible("tieChooser"));
    box.press(Qt::Key_Escape);
    QVERIFY(!box.visible("tieChooser"));
    QVERIFY(box.settle());
    QCOMPARE(box.window().session().revision(), revision);
}

void DrawATieTest::onlyWhoLeavesTheRowsMoves_whenATieComes()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    const auto [a, b] = freePair(canvas);
    const MapInput shown = canvas.model().input();
    canvas.setFocus();
    box.press(Qt::Key_T);
    drag(canvas, discOf(canvas, a), discOf(canvas, b));
    box.press(Qt::Key_Return);
    const std::size_t ties = canvas.model().input().ties.size();
    QVERIFY(uitest::waitUntil([&] { return canvas.model().input().ties.size() != ties; }));
    QVERIFY(box.settle());
    // Whoever stood in the rows below and is in the network now comes to their contacts, with their small group; nobody
    // else moves.
    const auto& people = canvas.model().input().people;
    int moved = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (shown.people[i].place == people[i].place)
            QCOMPARE(people[i].at, shown.people[i].at);
        else
            ++moved;
    }
    QVERIFY(moved <= 3);
    for (const auto end : {a, b})
        QCOMPARE(people[end].place, MapArea::network);
}

void DrawATieTest::drag_movesAndPinsInOneStep()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    const auto [a, b] = freePair(canvas);
    const QPoint from = discOf(canvas, a);
    drag(canvas, from, from + QPoint(48, 36));
    QVERIFY(box.settle());
    QVERIFY(uitest::waitUntil([&] { return box.window().session().canUndo() && !canvas.isDrawing(); }));
    QVERIFY(QLineF(discOf(canvas, a), from + QPoint(48, 36)).length() < 4);
    const QString label = box.window().session().undoLabel();
    QVERIFY2(!label.isEmpty(), qPrintable(label));
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&, person = a] { return QLineF(discOf(canvas, person), from).length() < 4; }));
}

void DrawATieTest::doubleClick_addsAPersonWhereItWas()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    const std::size_t before = *box.records().people.count();
    QPoint empty;
    for (int y = 80; y < canvas.height() - 80 && empty.isNull(); y += 12)
        for (int x = 300; x < canvas.width() - 60 && empty.isNull(); x += 12) {
            bool clear = canvas.childAt(x, y) == nullptr;
            for (std::uint32_t person = 0; clear && person < canvas.model().input().people.size(); ++person)
                clear = QLineF(discOf(canvas, person), QPoint(x, y)).length() > 40;
            if (clear)
                empty = {x, y};
        }
    QVERIFY(!empty.isNull());
    QTest::mouseDClick(&canvas, Qt::LeftButton, {}, empty);
    QVERIFY(box.visible("namePopover"));
    QCOMPARE(box.focus()->objectName(), QStringLiteral("newPersonName"));
    box.type(QStringLiteral("Zoë Quell"));
    box.press(Qt::Key_Return);
    QVERIFY(uitest::waitUntil([&] { return *box.records().people.count() == before + 1; }));
    QVERIFY(box.settle());
    const auto added = box.records().people.findByName("Zoë Quell");
    QCOMPARE(added->size(), std::size_t{1});
    QVERIFY(uitest::waitUntil([&] { return canvas.model().indexOf(added->front().id) >= 0; }));
    const int index = canvas.model().indexOf(added->front().id);
    QVERIFY(QLineF(canvas.discRect(index).center(), empty).length() < 6);
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return *box.records().people.count() == before; }));
}

void DrawATieTest::deletePerson_isOneStep()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    const std::size_t ties = *box.records().ties.count(), people = *box.records().people.count();
    const std::uint32_t a = freePair(canvas).first;
    const PersonId gone = canvas.model().input().people[a].id;
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, discOf(canvas, a));
    QCOMPARE(canvas.selectedPeople(), std::vector<PersonId>{gone});
    canvas.setFocus();
    box.dialogs().willAnswer(1); // remove, not archive
    box.press(Qt::Key_Delete);
    QVERIFY(uitest::waitUntil([&] { return *box.records().people.count() == people - 1; }));
    QVERIFY(uitest::waitUntil([&] { return canvas.model().indexOf(gone) < 0; }));
    QVERIFY(box.settle());
    box.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(uitest::waitUntil([&] { return canvas.model().indexOf(gone) >= 0; }));
    QVERIFY(box.settle());
    QCOMPARE(*box.records().people.count(), people);
    QCOMPARE(*box.records().ties.count(), ties);
}

void DrawATieTest::arrowsWalkAndCircleOpensByKey()
{
    WindowBox box;
    MapCanvas& canvas = openMap(box);
    canvas.setFocus();
    box.press(Qt::Key_Tab);
    const int first = canvas.keyboardPerson();
    QVERIFY(first >= 0);
    QSet<int> walked{first};
    for (const Qt::Key arrow : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up}) {
        box.press(arrow);
        walked.insert(canvas.keyboardPerson());
    }
    QVERIFY(walked.size() > 1 && !walked.contains(-1));
    box.press(Qt::Key_C);
    QVERIFY(box.settle());
    QVERIFY(canvas.circleSteps() == 1);
    box.press(Qt::Key_C);
    QCOMPARE(canvas.circleSteps(), 2);
    box.press(Qt::Key_Escape);
    QCOMPARE(canvas.circleSteps(), 0);
}

QTEST_MAIN(DrawATieTest)
#include "tst_draw_a_tie.moc"
