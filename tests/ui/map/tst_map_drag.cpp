// SPDX-License-Identifier: GPL-3.0-or-later
// What is on the screen once a hand is off the map is what a picture made from nothing shows.
#include <algorithm>

#include <QTest>

#include "MapHost.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/paint/MapGround.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// The picture of what the model has now, in the view that is on the screen.
std::shared_ptr<const MapPicture> anew(const MapHost& host)
{
    const MapCanvas& canvas = host.place->canvas();
    MapInput input = host.place->model().input();
    input.focus.selected = canvas.selection();
    return *buildMapPicture(input, canvas.picture()->viewport);
}

/// Whether the screen shows it to the bit.
bool isAnew(const MapHost& host)
{
    const auto shown = host.place->canvas().picture(), made = anew(host);
    return shown->texts.size() == made->texts.size() && shown->ground->key == made->ground->key &&
           *RasterPainter::render(*shown, 1) == *RasterPainter::render(*made, 1);
}

bool isStill(const MapHost& host)
{
    return QTest::qWaitFor([&] { return !host.place->canvas().isDrawing(); });
}

} // namespace

class TstMapDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void underTheHand_everyPictureHasThePersonThere()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPoint from = host.at(3);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        for (int i = 1; i <= 6; ++i) {
            QTest::mouseMove(&canvas, from + QPoint(12 * i, 5 * i));
            QVERIFY(isStill(host));
            const QPointF at = canvas.toPx(host.place->model().input().people[3].at);
            QCOMPARE(canvas.picture()->personAt(at), std::int64_t{3});
        }
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(72, 30));
    }

    void afterADrop_thePictureIsMadeAnew()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPoint from = host.at(3);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        for (const QPoint step : {QPoint(10, 5), QPoint(40, 30), QPoint(90, 60)}) {
            QTest::mouseMove(&canvas, from + step);
            QVERIFY(isStill(host));
        }
        QVERIFY(canvas.picture()->ground->key != anew(host)->ground->key); // so far it follows the hand only
        QVERIFY(host.afterChange(
            [&] { QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(90, 60)); }));
        QVERIFY(host.settle() && isStill(host));
        QVERIFY(isAnew(host));
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QVERIFY(host.settle() && isStill(host));
        QVERIFY(isAnew(host));
    }

    void afterANudge_thePictureIsMadeAnew()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        MapModel& model = host.place->model();
        canvas.selectPeople({model.input().people[3].id});
        // Pinned already: no answer that changes a pin makes the picture anew.
        QVERIFY(host.afterChange([&] { model.setPinned(canvas.selection(), true); }));
        for (int i = 1; i <= 2; ++i) {
            const QPointF before = model.input().people[3].at;
            QVERIFY(host.afterChange([&] { QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier); }));
            QVERIFY(host.settle() && isStill(host));
            QVERIFY(model.input().people[3].at.x() > before.x());
            QVERIFY(isAnew(host));
        }
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QVERIFY(host.settle() && isStill(host));
        QVERIFY(isAnew(host));
    }

    void afterEscape_thePictureIsMadeAnew()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPointF before = host.place->model().input().people[3].at;
        const QPoint from = host.at(3);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, from + QPoint(10, 5));
        QTest::mouseMove(&canvas, from + QPoint(60, 40));
        QVERIFY(isStill(host));
        QVERIFY(canvas.stepBack());
        QVERIFY(isStill(host));
        const QPointF off = host.place->model().input().people[3].at - before;
        QVERIFY(off.manhattanLength() < 1e-6);
        QVERIFY(isAnew(host));
    }

    void afterPanningAndZooming_thePictureIsMadeAnew()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPoint middle = canvas.rect().center();
        QTest::mousePress(&canvas, Qt::MiddleButton, Qt::NoModifier, middle);
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(&canvas, middle + QPoint(9 * i, -5 * i));
        QTest::mouseRelease(&canvas, Qt::MiddleButton, Qt::NoModifier, middle + QPoint(72, -40));
        canvas.zoomAt(middle, 1.7);
        QVERIFY(isStill(host));
        QCOMPARE(canvas.picture()->viewport.toMap({0, 0}), canvas.toMap({0, 0}));
        QVERIFY(isAnew(host));
    }
};

QTEST_MAIN(TstMapDrag)
#include "tst_map_drag.moc"
