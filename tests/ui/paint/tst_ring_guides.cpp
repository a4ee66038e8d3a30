// SPDX-License-Identifier: GPL-3.0-or-later
// What a map round one person, and one on a circle, are drawn with: rings and their captions, names outside, discs
// apart.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <QPainter>
#include <QTest>

#include "FourPeople.h"
#include "ui/base/Fonts.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/PersonLook.h"
#include "ui/paint/RasterPainter.h"
#include "ui/paint/VectorPainter.h"

namespace weavemap::ui {

namespace {

/// So many people on a circle of 200 units, all tied to the first, who is in the middle where `hasMiddle`.
MapInput around(int count, bool hasMiddle)
{
    MapInput input = fourPeople();
    const MapPerson model = input.people.front();
    input.people.clear();
    input.ties.clear();
    for (int i = 0; i < count; ++i) {
        MapPerson person = model;
        person.id = PersonId{i + 1};
        person.name = QStringLiteral("Person %1").arg(i);
        const double angle = 2 * std::numbers::pi * i / count;
        person.at = hasMiddle && i == 0 ? QPointF() : 200 * QPointF(std::cos(angle), std::sin(angle));
        input.people.push_back(person);
    }
    return input;
}

QStringList captionsOf(const MapPicture& picture)
{
    QStringList words;
    for (const PictureText& text : picture.texts)
        if (text.role == TextRole::areaCaption)
            words.append(text.text);
    return words;
}

} // namespace

class RingGuidesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void rings_areDrawnWithTheirSteps_andNoAreas()
    {
        MapInput input = around(24, true);
        const auto plain = pictureOf(input);
        QVERIFY(plain && !plain->hulls.empty() && plain->guides.empty());
        input.rings = {true, false, {}, {100, 200}};
        const auto picture = pictureOf(input);
        QVERIFY(picture);
        QVERIFY(picture->hulls.empty());
        QVERIFY(picture->fog.empty());
        QCOMPARE(picture->guides.size(), std::size_t{2});
        QVERIFY(std::abs(static_cast<double>(picture->guides[1].radius) - 200 * picture->viewport.scale) < 0.01);
        QCOMPARE(picture->guides[0].at, picture->viewport.toPixels({}));
        QCOMPARE(captionsOf(*picture), QStringList({QStringLiteral("1 step"), QStringLiteral("2 steps")}));
        for (const PictureText& text : picture->texts)
            if (text.role == TextRole::areaCaption)
                for (const PictureDisc& disc : picture->discs)
                    QVERIFY(!text.box.contains(disc.at));
    }

    void aRingWithoutRoom_hasNoCaption()
    {
        MapInput input = around(24, true);
        input.rings = {true, false, {}, {100, 9000}};
        const auto picture = pictureOf(input);
        QVERIFY(picture);
        QCOMPARE(captionsOf(*picture), QStringList({QStringLiteral("1 step")}));
        input.rings = {true, false, {}, {0.01, std::nan("")}};
        QVERIFY(pictureOf(input)->guides.empty());
    }

    void bothPainters_drawThem()
    {
        MapInput input = around(5, true);
        input.style.labels = MapLabels::none;
        const auto plain = pictureOf(input);
        input.rings = {true, false, {}, {120}};
        const auto picture = pictureOf(input);
        QVERIFY(plain && picture && picture->guides.size() == 1);
        const PictureRing& ring = picture->guides.front();
        const auto screen = RasterPainter::render(*picture, 1.0);
        QVERIFY(screen);
        QImage page(kCanvas.toSize(), QImage::Format_RGB32);
        QPainter painter(&page);
        VectorPainter::paint(painter, *picture);
        painter.end();
        // Where nobody stands and no tie runs: between two people.
        for (const double turn : {0.1, 0.3, 0.5}) {
            const double angle = 2 * std::numbers::pi * turn;
            const QPoint at =
                (ring.at + static_cast<double>(ring.radius) * QPointF(std::cos(angle), std::sin(angle))).toPoint();
            for (const QImage* image : std::initializer_list<const QImage*>{&*screen, &page}) {
                int darkest = 255;
                for (int x = -2; x <= 2; ++x)
                    for (int y = -2; y <= 2; ++y)
                        darkest = std::min(darkest, qGray(image->pixel(at + QPoint(x, y))));
                QVERIFY2(darkest < qGray(picture->canvas.rgb()) - 20, qPrintable(QString::number(darkest)));
            }
        }
    }

    void namesOfACircle_areOutsideIt()
    {
        MapInput input = around(16, false);
        input.rings.isCircle = true;
        const auto picture = pictureOf(input);
        QVERIFY(picture);
        const QPointF middle = picture->viewport.toPixels({});
        const double radius = 200 * picture->viewport.scale;
        int named = 0;
        for (const PictureText& text : picture->texts) {
            if (text.role != TextRole::label)
                continue;
            ++named;
            const double x = std::clamp(middle.x(), text.box.left(), text.box.right());
            const double y = std::clamp(middle.y(), text.box.top(), text.box.bottom());
            QVERIFY2(std::hypot(x - middle.x(), y - middle.y()) > radius, qPrintable(text.text));
        }
        QVERIFY(named >= 8);
    }

    void discs_doNotTouchWhereEverybodyStandsNear()
    {
        MapInput input = around(60, false);
        for (std::size_t i = 0; i < input.people.size(); ++i)
            input.people[i].size = static_cast<double>(i % 3);
        const double unit = 1.2;
        const auto touching = [&] {
            const PeopleLooks looks = looksOf(input, 1, unit);
            int count = 0;
            for (std::size_t i = 0; i < input.people.size(); ++i) {
                const std::size_t k = (i + 1) % input.people.size();
                const QPointF apart = input.people[i].at - input.people[k].at;
                count += std::hypot(apart.x(), apart.y()) / unit <
                                 static_cast<double>(looks.people[i].radius + looks.people[k].radius)
                             ? 1
                             : 0;
            }
            return count;
        };
        QVERIFY(touching() > 0);
        input.discRoom = discRoomOf(input);
        QVERIFY(input.discRoom > 0);
        QCOMPARE(touching(), 0);
        // Whoever was put on somebody by hand makes nobody smaller.
        const double room = input.discRoom;
        input.people[7].at = input.people[8].at + QPointF(6, 0);
        input.people[7].pinned = true;
        QVERIFY(discRoomOf(input) >= room);
        QCOMPARE(discRoomOf(MapInput{}), 0.0);
    }

    void aCaption_headsSomebody()
    {
        MapInput input = fourPeople();
        input.people[3].place = MapArea::isolate;
        input.people[3].at = {10, 120};
        input.areas = {{MapArea::isolate, {0, 100}}};
        QCOMPARE(captionsOf(*pictureOf(input)).size(), 1);
        input.people[3].at = {10, -600};
        QCOMPARE(captionsOf(*pictureOf(input)).size(), 0);
        // Rows are long: where a filter hides their beginning, the rest is still headed by it.
        input.filters = {{{QStringLiteral("region"), {}}, {{QStringLiteral("Lakes"), {}}}}};
        QCOMPARE(captionsOf(*pictureOf(input)).size(), 1);
        input.people[3].hidden = true;
        QCOMPARE(captionsOf(*pictureOf(input)).size(), 0);
    }

    void onAPath_namesKeepClearOfRings_andNoTieLeadsOffIt()
    {
        MapInput input = fourPeople();
        input.focus.path = {0, 1};
        input.focus.selected = {1};
        const auto picture = pictureOf(input);
        QVERIFY(picture && !picture->rings.empty());
        for (const PictureText& text : picture->texts)
            for (const PictureRing& ring : picture->rings) {
                const double x = std::clamp(ring.at.x(), text.box.left(), text.box.right());
                const double y = std::clamp(ring.at.y(), text.box.top(), text.box.bottom());
                QVERIFY(std::hypot(x - ring.at.x(), y - ring.at.y()) >= static_cast<double>(ring.radius));
            }
        // The tie from the second, who is chosen, to the third, who is not on the path, steps back.
        const QPointF third = picture->viewport.toPixels(input.people[2].at);
        for (const TieClass& look : picture->ties)
            for (std::uint32_t i = look.begin; i < look.end; ++i) {
                const TieSegment& piece = picture->segments[i];
                const QPointF end(static_cast<double>(piece.x1), static_cast<double>(piece.y1));
                if (std::hypot(end.x() - third.x(), end.y() - third.y()) < 20)
                    QVERIFY(look.alpha < 0.5F);
            }
    }
};

} // namespace weavemap::ui

QTEST_MAIN(weavemap::ui::RingGuidesTest)
#include "tst_ring_guides.moc"
