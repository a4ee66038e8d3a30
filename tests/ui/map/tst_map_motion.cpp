// SPDX-License-Identifier: GPL-3.0-or-later
// What moves on the map: clocks and their lengths, flights, settling, growing ties, and nothing at all with less
// motion.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Settings.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapMotion.h"

using namespace weavemap;
using namespace weavemap::ui;
using Kind = MapMotion::Kind;

class TstMapMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lessMotion_isAtItsEndAtOnce()
    {
        MapHost host(-1);
        MapMotion motion(host.settings());
        QSignalSpy ended(&motion, &MapMotion::ended);
        QSignalSpy stepped(&motion, &MapMotion::stepped);
        motion.start(Kind::fly);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(stepped.count(), 0);
        QCOMPARE(motion.at(Kind::fly), 1.0);
        QVERIFY(!motion.isMoving(Kind::fly));
    }

    void aClock_runsFromNoughtToOne_slowerTowardsItsEnd_andEndsOnce()
    {
        MapHost host(-1);
        host.settings().set(setting::kMotion, Motion::full);
        MapMotion motion(host.settings());
        QSignalSpy ended(&motion, &MapMotion::ended);
        std::vector<double> values;
        connect(&motion, &MapMotion::stepped, this, [&](Kind kind) { values.push_back(motion.at(kind)); });
        QElapsedTimer time;
        time.start();
        motion.start(Kind::settle);
        QVERIFY(motion.at(Kind::settle) < 0.2);
        QVERIFY(motion.isMoving(Kind::settle));
        QVERIFY(!motion.isMoving(Kind::hover));
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(time.elapsed() >= 550);
        QCOMPARE(motion.at(Kind::settle), 1.0);
        QVERIFY(values.size() > 2);
        QVERIFY(std::is_sorted(values.begin(), values.end()));
        QVERIFY2(values[values.size() / 2] > 0.5, "half of the time is more than half of the way");
    }

    void aFlight_startsWhereTheViewIs_andEndsAtThePerson()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.settings().set(setting::kMotion, Motion::full);
        MapCanvas& canvas = host.place->canvas();
        const MapPerson person = host.place->model().input().people[7];
        const QPoint before = host.at(7);
        host.place->selectPerson(person.id);
        QVERIFY(canvas.motion().isMoving(Kind::fly));
        QVERIFY((host.at(7) - before).manhattanLength() < 200);
        QTRY_VERIFY(!canvas.motion().isMoving(Kind::fly));
        QVERIFY(canvas.rect().contains(host.at(7)));
        QVERIFY(host.settle());
        QVERIFY2(canvas.picture()->viewport.toPixels(person.at).toPoint() == host.at(7), "the picture is of the end");
    }

    void aFlight_isOverAtOnce_withLessMotion()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        host.place->selectPerson(host.place->model().input().people[7].id);
        QVERIFY(!canvas.motion().isMoving(Kind::fly));
        QVERIFY(canvas.rect().contains(host.at(7)));
    }

    void zoomingDuringAFlight_goesOnFromWhereTheViewIs()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.settings().set(setting::kMotion, Motion::full);
        MapCanvas& canvas = host.place->canvas();
        canvas.flyTo(host.place->model().input().people[7].id);
        QVERIFY(canvas.motion().isMoving(Kind::fly));
        const QPointF held = canvas.toMap(QPointF(300, 200));
        canvas.zoomAt({300, 200}, 1.5);
        QVERIFY(!canvas.motion().isMoving(Kind::fly));
        // The clock may have gone on for a frame between the two looks.
        const QPointF off = canvas.toPx(held) - QPointF(300, 200);
        QVERIFY(off.manhattanLength() < 60);
        QVERIFY(host.settle());
    }

    void undoOfAMove_settles_andPeopleEndWhereTheFileHasThem()
    {
        MapHost host;
        QVERIFY(host.settle());
        const QPoint before = host.at(3);
        MapCanvas& canvas = host.place->canvas();
        canvas.selectPeople({host.place->model().input().people[3].id});
        canvas.setFocus();
        QVERIFY(host.afterChange([&] { QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier); }));
        QVERIFY(host.at(3) != before);
        host.settings().set(setting::kMotion, Motion::full);
        QSignalSpy ended(&canvas.motion(), &MapMotion::ended);
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QTRY_VERIFY(!ended.isEmpty());
        QTRY_VERIFY(!canvas.motion().isMoving(Kind::settle));
        QCOMPARE(host.at(3), before);
        QVERIFY(host.settle());
        QCOMPARE(canvas.picture()->viewport.toPixels(host.place->model().input().people[3].at).toPoint(), before);
    }

    void aNewTie_grows_butNotThoseOfAnotherTieSet()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.settings().set(setting::kMotion, Motion::full);
        MapCanvas& canvas = host.place->canvas();
        const auto [a, b] = host.strangers();
        actions::DrawnTie drawn;
        drawn.a = host.place->model().input().people[static_cast<std::size_t>(a)].id;
        drawn.b = host.place->model().input().people[static_cast<std::size_t>(b)].id;
        drawn.depth = TieDepth::exchange;
        drawn.on = host.session().today();
        QList<Kind> seen;
        connect(&canvas.motion(), &MapMotion::ended, this, [&](Kind kind) { seen.append(kind); });
        QVERIFY(host.change(QStringLiteral("Tie"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        QTRY_VERIFY(seen.contains(Kind::grow));
        seen.clear();
        auto question = host.place->model().question();
        question.network.set = TieSet::all;
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QVERIFY(!canvas.motion().isMoving(Kind::grow));
        QVERIFY(!seen.contains(Kind::grow));
    }

    void closingTheFile_stopsWhatMoves()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.settings().set(setting::kMotion, Motion::full);
        MapCanvas& canvas = host.place->canvas();
        canvas.flyTo(host.place->model().input().people[7].id);
        QVERIFY(canvas.motion().isMoving(Kind::fly));
        host.session().close();
        QVERIFY(!canvas.motion().isMoving(Kind::fly));
        host.window->grab();
    }
};

QTEST_MAIN(TstMapMotion)
#include "tst_map_motion.moc"
