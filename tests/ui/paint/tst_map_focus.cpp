// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen, circled or pointed at: who stands out, who steps back.
#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QTest>

#include "FourPeople.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"
#include "ui/paint/VectorPainter.h"

using namespace weavemap;
using namespace weavemap::ui;

class MapFocusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void circle_dimsEverybodyBeyondItsSteps();
    void circle_litTiesRunOverWhoIsDimmed();
    void chosenTie_ringsItsEndsAndDimsNeither();
    void selection_ringsInInkAndGivesArrowsNoBlame();
    void chosenTie_isInkAndNamesBothEnds();
    void caption_stepsBackWithItsPeople();
    void pointedAt_isNamedAlsoInACrowd();
};

void MapFocusTest::initTestCase()
{
    loadResources();
    QVERIFY(loadFonts());
}

void MapFocusTest::circle_dimsEverybodyBeyondItsSteps()
{
    MapInput input = fourPeople();
    input.focus.circle = 0;
    input.focus.circleSteps = 1;
    const auto picture = pictureOf(input);
    QCOMPARE(picture->dimmed, 2);
    QVERIFY2(picture->fog.empty(), "fog is off while a circle is shown");
    QVERIFY(labelOf(*picture, 0)->bold);
    QVERIFY(labelOf(*picture, 1) != nullptr && labelOf(*picture, 2) == nullptr);
    input.focus.circleSteps = 2;
    QCOMPARE(pictureOf(input)->dimmed, 1);
}

void MapFocusTest::circle_litTiesRunOverWhoIsDimmed()
{
    MapInput input = fourPeople();
    input.ties.resize(1);
    input.style.hulls = false;
    input.style.labels = MapLabels::none;
    input.people[1].at = QPointF(200, 0);
    input.focus.circle = 0;
    input.focus.circleSteps = 1;
    const MapViewport view = viewOf(input);
    const auto colourAt = [&](QPointF px) {
        const auto picture = *buildMapPicture(input, view);
        const QImage screen = *RasterPainter::render(*picture, 1);
        QImage paper(screen.size(), QImage::Format_RGB32);
        QPainter painter(&paper);
        VectorPainter::paint(painter, *picture, VectorPainter::Canvas::fill);
        painter.end();
        return std::pair(screen.pixelColor(px.toPoint()), paper.pixelColor(px.toPoint()));
    };
    const QPointF middle = (*buildMapPicture(input, view))->tiePath(0).pointAtPercent(0.5);
    const auto [screen, paper] = colourAt(middle);
    input.people[2].at = view.toMap(middle); // dimmed, right across the tie
    const auto [screenNow, paperNow] = colourAt(middle);
    QVERIFY2(std::abs(screenNow.lightness() - screen.lightness()) < 16, "the tie is whole");
    QVERIFY(std::abs(paperNow.lightness() - paper.lightness()) < 16);
    const QColor beside = colourAt(middle + QPointF(0, 5)).first;
    QVERIFY2(std::abs(beside.lightness() - screen.lightness()) >= 16, "the disc is there, and of another colour");
    QVERIFY(beside != input.style.colors.canvas);
}

void MapFocusTest::chosenTie_ringsItsEndsAndDimsNeither()
{
    MapInput input = fourPeople();
    QVERIFY(pictureOf(input)->rings.empty());
    input.focus.hoveredTie = 1;
    const auto picture = pictureOf(input);
    QCOMPARE(picture->rings.size(), std::size_t(2));
    QCOMPARE(picture->dimmed, 0);
    for (const PictureRing& ring : picture->rings) {
        const std::int64_t who = picture->personAt(ring.at);
        QVERIFY(who == 1 || who == 2);
        QCOMPARE(ring.color, Theme::light().color(ColorRole::text));
    }
    // In a circle that one of them is not in, both ends still stand out.
    input.focus.circle = 0;
    input.focus.circleSteps = 1;
    QCOMPARE(pictureOf(input)->dimmed, 1);
    input.people[2].hidden = true;
    QCOMPARE(pictureOf(input)->rings.size(), std::size_t(1)); // of the circle alone
}

void MapFocusTest::selection_ringsInInkAndGivesArrowsNoBlame()
{
    MapInput input = fourPeople();
    input.ties[0].direction = MapDirection::both;
    QVERIFY(pictureOf(input)->arrows.empty());
    input.focus.selected = {0};
    const auto picture = pictureOf(input);
    QCOMPARE(picture->rings.size(), std::size_t(1));
    QCOMPARE(picture->rings[0].color, Theme::light().color(ColorRole::text));
    QCOMPARE(picture->arrows.size(), std::size_t(2));
    QCOMPARE(picture->dimmed, 0);
}

void MapFocusTest::chosenTie_isInkAndNamesBothEnds()
{
    MapInput input = fourPeople();
    const QColor ink = Theme::light().color(ColorRole::text);
    const auto inInk = [&] {
        const auto picture = pictureOf(input);
        return std::any_of(picture->ties.begin(), picture->ties.end(),
                           [&](const auto& tie) { return QColor(tie.color).rgb() == ink.rgb(); });
    };
    QVERIFY(!inInk());
    input.focus.hoveredTie = 1;
    QVERIFY(inInk());
    const auto picture = pictureOf(input);
    QVERIFY(labelOf(*picture, 1)->bold && labelOf(*picture, 2)->bold);
    QVERIFY(!labelOf(*picture, 0)->bold);
    input.focus.hoveredTie = 7; // a tie of another list
    QVERIFY(!inInk());
}

void MapFocusTest::pointedAt_isNamedAlsoInACrowd()
{
    MapInput input = fourPeople();
    input.style.hulls = false;
    input.ties.clear();
    constexpr int kSide = 61; // people without a gap between them, over all of the picture
    for (int i = 0; i < kSide * kSide; ++i) {
        MapPerson person = input.people[1];
        person.id = PersonId{100 + i};
        person.at = QPointF(i % kSide, i / kSide) * 9.0;
        input.people.push_back(person);
    }
    const std::uint32_t middle = 4 + kSide * kSide / 2;
    const std::uint32_t corner = 4;
    QVERIFY(labelOf(*pictureOf(input), middle) == nullptr);
    for (const std::uint32_t who : {middle, corner}) {
        MapInput pointed = input;
        pointed.focus.hovered = static_cast<int>(who);
        const auto picture = pictureOf(pointed);
        QVERIFY(labelOf(*picture, who) != nullptr);
        QVERIFY(QRectF(QPointF(0, 0), picture->viewport.size).contains(labelOf(*picture, who)->box));
        MapInput chosen = input;
        chosen.focus.selected = {who};
        QVERIFY(labelOf(*pictureOf(chosen), who) != nullptr);
    }
    input.focus.selected = {middle, middle + 1}; // several are rings, and names where there is room
    QVERIFY(labelOf(*pictureOf(input), middle) == nullptr);
}

void MapFocusTest::caption_stepsBackWithItsPeople()
{
    MapInput input = fourPeople();
    input.people[3].place = MapArea::isolate;
    input.areas = {{MapArea::isolate, QPointF(30, 80)}};
    const auto ink = [&input] {
        const auto picture = pictureOf(input);
        const auto caption = std::find_if(picture->texts.begin(), picture->texts.end(),
                                          [](const auto& text) { return text.role == TextRole::areaCaption; });
        return caption == picture->texts.end() ? QColor() : caption->color;
    };
    const QColor full = Theme::light().color(ColorRole::muted);
    QCOMPARE(ink(), full);
    input.focus.circle = 0;
    input.focus.circleSteps = 1;
    QVERIFY(ink().isValid() && ink().lightness() > full.lightness() + 40);
    input.focus.circle = 3; // their own circle
    QCOMPARE(ink(), full);
    input.focus = {};
    input.focus.selected = {0};
    QCOMPARE(ink(), full);
}

QTEST_MAIN(MapFocusTest)
#include "tst_map_focus.moc"
