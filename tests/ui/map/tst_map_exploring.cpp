// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the way on the map: paths, the lasso, finding by name, pinching, the menu at the pointer.
#include <cmath>
#include <set>

#include <QAction>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "MapHost.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/map/PersonPicker.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Two people of the network without a tie, and whether a path joins them.
std::pair<PersonId, PersonId> twoOf(const MapHost& host)
{
    const auto [a, b] = host.strangers();
    const auto& people = host.place->model().input().people;
    return {people[static_cast<std::size_t>(a)].id, people[static_cast<std::size_t>(b)].id};
}

bool areTied(const MapInput& input, PersonId one, PersonId other)
{
    return std::any_of(input.ties.begin(), input.ties.end(), [&](const MapTie& tie) {
        const PersonId a = input.people[tie.a].id, b = input.people[tie.b].id;
        return (a == one && b == other) || (a == other && b == one);
    });
}

QAction* action(MapHost& host, const char* name) { return host.place->findChild<QAction*>(QString::fromLatin1(name)); }

QString text(MapHost& host, const char* name)
{
    return host.place->findChild<QLabel*>(QString::fromLatin1(name))->text();
}

} // namespace

class TstMapExploring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathTool_lightsOneShortestPath_andDimsTheRest()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto [from, to] = twoOf(host);
        QTest::mouseClick(host.place->findChild<QToolButton*>(QStringLiteral("pathTool")), Qt::LeftButton);
        QCOMPARE(canvas.tool(), MapCanvas::Tool::path);
        auto* card = host.place->findChild<QWidget*>(QStringLiteral("pathCard"));
        QVERIFY(!card->isVisible());
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, host.at(host.place->model().indexOf(from)));
        QVERIFY(card->isVisible());
        QVERIFY(canvas.path().empty());
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, host.at(host.place->model().indexOf(to)));
        QVERIFY(host.settle());
        const auto path = canvas.path();
        QVERIFY(path.size() > 2);
        QCOMPARE(path.front(), from);
        QCOMPARE(path.back(), to);
        for (std::size_t i = 1; i < path.size(); ++i)
            QVERIFY(areTied(host.place->model().input(), path[i - 1], path[i]));
        const int people = static_cast<int>(host.place->model().input().people.size());
        QCOMPARE(canvas.picture()->dimmed, people - static_cast<int>(path.size()));
        QVERIFY(text(host, "mapRemark").contains(QStringLiteral("dimmed")));
        QVERIFY(text(host, "pathSentence").startsWith(QString::number(path.size() - 1)));
        // Escape takes it away, the next one the tool.
        QVERIFY(host.place->stepBack());
        QVERIFY(!card->isVisible() && canvas.path().empty());
        QVERIFY(host.settle());
        QCOMPARE(canvas.picture()->dimmed, 0);
        QVERIFY(host.place->stepBack());
        QCOMPARE(canvas.tool(), MapCanvas::Tool::select);
    }

    void pathByKeyboard_asksForTheOtherEnd_nextGoesThroughThoseAsShort()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto& people = host.place->model().input().people;
        const PersonId start = twoOf(host).first;
        QAction* next = action(host, "mapNextPath");
        bool several = false;
        for (std::size_t i = 0; i < people.size() && !several; ++i) {
            canvas.selectPeople({start, people[i].id});
            action(host, "mapPath")->trigger();
            several = !text(host, "pathWhich").isEmpty();
        }
        QVERIFY2(several, "somebody is reached by two paths");
        const auto first = canvas.path();
        QVERIFY(next->isEnabled());
        next->trigger();
        QVERIFY(canvas.path() != first);
        QCOMPARE(canvas.path().size(), first.size());
        QVERIFY(text(host, "pathWhich").contains(QLatin1Char('2')));

        const auto [from, to] = std::pair{canvas.path().front(), canvas.path().back()};
        host.place->stepBack();
        canvas.selectPeople({from});
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_W);
        auto* picker = host.place->findChild<PersonPicker*>();
        QVERIFY(picker->isVisible());
        auto* field = picker->findChild<QLineEdit*>();
        QTest::keyClicks(field, people[static_cast<std::size_t>(host.place->model().indexOf(to))].name);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        QCOMPARE(canvas.path().back(), to);
        QVERIFY(canvas.hasFocus());
    }

    void noPath_isSaid_andAFileWithoutItsPeopleForgetsIt()
    {
        MapHost host(-1);
        QVERIFY(host.settle());
        std::array<PersonId, 2> ids;
        QVERIFY(host.afterChange([&] {
            host.session().change(QStringLiteral("Two"), [&ids](store::Records& records) -> Result<> {
                for (PersonId& id : ids) {
                    Person person;
                    person.name = "Somebody";
                    WEAVEMAP_ASSIGN(id, records.people.insert(person));
                }
                return {};
            });
        }));
        host.place->canvas().selectPeople({ids[0], ids[1]});
        action(host, "mapPath")->trigger();
        QVERIFY(host.place->canvas().path().empty());
        QVERIFY(text(host, "pathSentence").startsWith(QStringLiteral("No path")));
        host.session().close();
        QVERIFY(text(host, "pathTitle").isEmpty());
    }

    void lasso_choosesWhoIsInside_shiftAddsThem()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_L);
        QCOMPARE(canvas.tool(), MapCanvas::Tool::lasso);
        const auto around = [&](int person, Qt::KeyboardModifiers keys) {
            canvas.setTool(MapCanvas::Tool::lasso);
            const QPoint at = host.at(person);
            const int reach = 6;
            QTest::mousePress(&canvas, Qt::LeftButton, keys, at + QPoint(-reach, -reach));
            for (const QPoint& corner : {QPoint(reach, -reach), QPoint(reach, reach), QPoint(-reach, reach)})
                QTest::mouseMove(&canvas, at + corner);
            QTest::mouseRelease(&canvas, Qt::LeftButton, keys, at + QPoint(-reach, reach));
        };
        const auto isChosen = [&](int person) {
            const auto& chosen = canvas.selection();
            return std::find(chosen.begin(), chosen.end(), static_cast<std::uint32_t>(person)) != chosen.end();
        };
        const auto [a, b] = host.strangers();
        around(a, {});
        QVERIFY(isChosen(a) && !isChosen(b));
        QCOMPARE(canvas.tool(), MapCanvas::Tool::select); // used once
        around(b, Qt::ShiftModifier);
        QVERIFY(isChosen(a) && isChosen(b));
        around(b, {});
        QVERIFY(!isChosen(a) && isChosen(b));
        // Escape in the middle leaves who was chosen, and the lasso for another try.
        canvas.setTool(MapCanvas::Tool::lasso);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, QPoint(300, 300));
        QTest::mouseMove(&canvas, QPoint(600, 600));
        QVERIFY(host.place->stepBack());
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, QPoint(600, 600));
        QVERIFY(isChosen(b));
        QCOMPARE(canvas.tool(), MapCanvas::Tool::lasso);
    }

    void find_fliesToWhoIsTaken()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.place->focusFilter();
        auto* picker = host.place->findChild<PersonPicker*>();
        QVERIFY(picker->isVisible());
        auto* field = picker->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("nobody of this name"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(picker->isVisible(), "there is nobody to fly to");
        QVERIFY(picker->findChild<QWidget*>(QStringLiteral("pickerNobody"))->isVisible());
        field->clear();
        QTest::keyClick(field, Qt::Key_Down);
        const QString second = picker->findChild<QListView*>()->currentIndex().data().toString();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        const int found = host.indexNamed(second);
        QCOMPARE(host.place->canvas().selectedPeople(),
                 std::vector<PersonId>{host.place->model().input().people[static_cast<std::size_t>(found)].id});
        // They and their contacts are in view, as large as the canvas allows.
        const MapCanvas& canvas = host.place->canvas();
        QRectF box;
        for (const auto& [at, distance] :
             actions::circleOf(*host.place->model().data(),
                               host.place->model().input().people[static_cast<std::size_t>(found)].id, 1))
            box |= QRectF(canvas.discRect(static_cast<int>(at)).center(), QSizeF(1, 1));
        QVERIFY(QRectF(canvas.rect()).contains(box));
        QVERIFY(host.place->canvas().hasFocus());
    }

    void circle_isFramedTheSame_byDoubleClickKeyAndButton_andEscapeGoesBack()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto& people = host.place->model().input().people;
        const int person = host.strangers().first;
        const PersonId id = people[static_cast<std::size_t>(person)].id;
        const auto where = [&] { return std::pair(canvas.toPx({0, 0}), canvas.toPx({1, 0})); };
        canvas.zoomBy(1.3);
        canvas.selectPeople({id});
        QVERIFY(host.settle());
        const auto before = where();
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, host.at(person));
        QVERIFY(host.settle());
        QCOMPARE(canvas.circlePerson(), id);
        QCOMPARE(canvas.circleSteps(), 1);
        const auto framed = where();
        QVERIFY(framed != before);
        QVERIFY(host.place->stepBack());
        QVERIFY(host.settle());
        QCOMPARE(where(), before);
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_C);
        QVERIFY(host.settle());
        QCOMPARE(where(), framed);
        QVERIFY(host.place->stepBack());
        host.place->findChild<QAbstractButton*>(QStringLiteral("inspectorCircle"))->click();
        QVERIFY(host.settle());
        QCOMPARE(where(), framed);
        // What the user moves in a circle stays until it ends.
        canvas.zoomBy(1.5);
        const auto moved = where();
        QVERIFY(host.settle());
        QCOMPARE(where(), moved);
        QVERIFY(host.place->stepBack());
        QCOMPARE(where(), before);
        // A fit is a new view: nothing to go back to.
        host.place->showCircle(id);
        canvas.fit();
        QVERIFY(host.place->stepBack());
        QVERIFY(canvas.isFitted());
    }

    void circleOfSeveral_isThatOfAllOfThem()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto map = host.place->model().data();
        const auto [a, b] = host.strangers();
        const PersonId one = map->people[static_cast<std::size_t>(a)].id;
        const PersonId other = map->people[static_cast<std::size_t>(b)].id;
        std::set<std::uint32_t> both;
        for (const PersonId centre : {one, other})
            for (const auto& [at, distance] : actions::circleOf(*map, centre, 1))
                both.insert(at);
        canvas.selectPeople({one, other});
        host.place->findChild<QAbstractButton*>(QStringLiteral("circleOfFirst"))->click();
        QVERIFY(host.settle());
        QCOMPARE(canvas.circleCentres(), (std::vector<PersonId>{one, other}));
        QCOMPARE(canvas.picture()->dimmed, static_cast<int>(map->people.size() - both.size()));
        QVERIFY(text(host, "circleSentence").contains(QStringLiteral("%1 people").arg(both.size() - 2)));
        for (const std::uint32_t at : both)
            QVERIFY(canvas.rect().contains(canvas.discRect(static_cast<int>(at)).center().toPoint()));
        // C takes them a step further, three steps on there is no circle.
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_C);
        QCOMPARE(canvas.circleSteps(), 2);
        QVERIFY(host.place->stepBack());
        QVERIFY(canvas.circleCentres().empty());
    }

    void escape_givesTheKeyboardBackToTheMap()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        host.place->showCircle(host.place->model().input().people[4].id);
        QVERIFY(host.settle());
        auto* chip = host.place->findChild<QWidget*>(QStringLiteral("circleChip"));
        chip->setFocus(Qt::TabFocusReason);
        QVERIFY(chip->hasFocus());
        QVERIFY(host.place->stepBack());
        QVERIFY(canvas.hasFocus());
    }

    void somebodyNew_standsWhereTheyAreSeen()
    {
        const QRectF room(0, 0, 400, 300);
        const QRectF card(0, 200, 200, 100);
        QCOMPARE(freeSpot({300, 50}, room, {card}, {}), QPointF(300, 50));
        const QPointF beside = freeSpot({100, 250}, room, {card}, {});
        QVERIFY(room.contains(beside) && !card.contains(beside));
        const QPointF off = freeSpot({300, 50}, room, {card}, {QPointF(304, 50)});
        QVERIFY(std::hypot(off.x() - 304, off.y() - 50) >= 24 && std::hypot(off.x() - 300, off.y() - 50) < 60);
        // Nowhere free, or no room at all: as wished.
        QCOMPARE(freeSpot({100, 250}, room, {room}, {}), QPointF(100, 250));
        QCOMPARE(freeSpot({100, 250}, {}, {}, {}), QPointF(100, 250));
    }

    void pinch_zoomsWhereTheFingersAre()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPointF spot(400, 300), held = canvas.toMap(spot);
        const double before = canvas.zoom();
        QNativeGestureEvent native(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, spot, spot,
                                   canvas.mapToGlobal(spot), 0.5, {});
        QCoreApplication::sendEvent(&canvas, &native);
        QVERIFY(qFuzzyCompare(canvas.zoom(), before * 1.5));
        QVERIFY((canvas.toPx(held) - spot).manhattanLength() < 0.01);
        QPinchGesture pinch;
        pinch.setChangeFlags(QPinchGesture::ScaleFactorChanged | QPinchGesture::CenterPointChanged);
        pinch.setScaleFactor(2);
        pinch.setLastCenterPoint(canvas.mapToGlobal(spot));
        pinch.setCenterPoint(canvas.mapToGlobal(spot + QPointF(30, 0)));
        QGestureEvent touch({&pinch});
        QCoreApplication::sendEvent(&canvas, &touch);
        QVERIFY(qFuzzyCompare(canvas.zoom(), before * 3));
        QVERIFY((canvas.toPx(held) - spot - QPointF(30, 0)).manhattanLength() < 0.01);
    }

    void menuAtThePointer_isOfWhatLiesThere()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto menuAt = [&](QPoint at, QContextMenuEvent::Reason reason) {
            QContextMenuEvent event(reason, at, canvas.mapToGlobal(at));
            QCoreApplication::sendEvent(&canvas, &event);
            QStringList names;
            for (auto* menu : canvas.findChildren<QMenu*>(QStringLiteral("mapMenuAtPointer"))) {
                if (!menu->isVisible())
                    continue;
                for (const QAction* one : menu->actions())
                    if (!one->isSeparator())
                        names.append(one->objectName());
                menu->close();
            }
            return names;
        };
        const int person = host.strangers().first;
        QVERIFY(menuAt(host.at(person), QContextMenuEvent::Mouse).contains(QStringLiteral("mapRename")));
        QCOMPARE(canvas.selection(), std::vector<std::uint32_t>{static_cast<std::uint32_t>(person)});
        QVERIFY(menuAt(QPoint(1, 1), QContextMenuEvent::Keyboard).contains(QStringLiteral("mapRename")));
        const auto& people = host.place->model().input().people;
        canvas.selectPeople({people[0].id, people[1].id});
        QVERIFY(menuAt(host.at(0), QContextMenuEvent::Mouse).contains(QStringLiteral("mapTieAll")));
        QCOMPARE(canvas.selection().size(), std::size_t{2});
        canvas.showTie(host.place->model().input().ties.front().id);
        QVERIFY(menuAt(QPoint(1, 1), QContextMenuEvent::Keyboard).contains(QStringLiteral("mapEndTie")));
        const QStringList ground = menuAt(QPoint(canvas.width() - 2, canvas.height() / 2), QContextMenuEvent::Mouse);
        QVERIFY(ground.contains(QStringLiteral("mapAddPerson")) && ground.contains(QStringLiteral("mapPaste")));
        QVERIFY(canvas.selection().empty());
    }
};

QTEST_MAIN(TstMapExploring)
#include "tst_map_exploring.moc"
