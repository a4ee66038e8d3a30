// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <stop_token>

#include <QLineF>
#include <QTest>

#include "FourPeople.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"

using namespace weavemap;
using namespace weavemap::ui;

class MapPictureBuilderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void empty_givesAPictureOfNothing();
    void one_hasADiscAndALabel();
    void people_becomeDiscsTiesAndOneHull();
    void notHeardFrom_isHollowAndMuted();
    void nobodyHeardFrom_isDrawnFull();
    void ties_areFainterWhereNearlyAllKnowEachOther();
    void sizes_followTheMeasureAndBoardViewIgnoresIt();
    void notShown_leavesTheDiscOutAndSaysSo();
    void unicode_namesAreKept();
    void texts_neverOverlapDiscsOrLeaveTheCanvas();
    void areaCaption_isLeftOutUnderACard();
    void tiePath_runsFromOneEndToTheOther();
    void hull_keepsAFarMemberOutside();
    void hits_findPeopleAndTies();
    void ground_isReusedUntilSomebodyMoves();
    void build_isDeterministicAndCancellable();
    void manyTies_useAtMostTwelveColoursAndAreStraight();
    void badIndices_areIgnored();
};

void MapPictureBuilderTest::initTestCase()
{
    loadResources();
    QVERIFY(loadFonts());
}

void MapPictureBuilderTest::empty_givesAPictureOfNothing()
{
    MapInput input;
    input.style.colors = mapColors(Theme::light());
    const auto picture = pictureOf(input);
    QVERIFY(picture);
    QVERIFY(picture->discs.empty() && picture->segments.empty() && picture->texts.empty() && picture->hulls.empty());
    QCOMPARE(picture->personAt(QPointF(5, 5)), std::int64_t(-1));
    const auto image = RasterPainter::render(*picture, 1);
    QVERIFY(image);
    QCOMPARE(image->pixel(10, 10), Theme::light().color(ColorRole::canvas).rgb());
}

void MapPictureBuilderTest::one_hasADiscAndALabel()
{
    MapInput input = fourPeople();
    input.people.resize(1);
    input.ties.clear();
    const auto picture = pictureOf(input);
    QCOMPARE(picture->discs.size(), std::size_t(1));
    QVERIFY(labelOf(*picture, 0) != nullptr);
    QVERIFY2(picture->hulls.empty(), "one person is no group");
}

void MapPictureBuilderTest::people_becomeDiscsTiesAndOneHull()
{
    const auto picture = pictureOf(fourPeople());
    QCOMPARE(picture->discs.size(), std::size_t(4));
    QCOMPARE(picture->hulls.size(), std::size_t(1));
    for (const PictureDisc& disc : picture->discs)
        QVERIFY(picture->hulls[0].path.contains(disc.at));
    QVERIFY(picture->segments.size() >= 2);
    QStringList words;
    for (const PictureText& text : picture->texts)
        words.append(text.text);
    QVERIFY(words.contains(QStringLiteral("Coast")));
    QVERIFY(words.contains(QStringLiteral("3 of 4 heard")));
}

void MapPictureBuilderTest::notHeardFrom_isHollowAndMuted()
{
    const auto picture = pictureOf(fourPeople());
    for (const PictureDisc& disc : picture->discs)
        QCOMPARE(disc.edgeWidth > 0, disc.person == 3);
    QCOMPARE(labelOf(*picture, 3)->color, Theme::light().color(ColorRole::muted));
    QCOMPARE(labelOf(*picture, 0)->color, Theme::light().color(ColorRole::text));
}

void MapPictureBuilderTest::nobodyHeardFrom_isDrawnFull()
{
    MapInput input = fourPeople();
    for (MapPerson& person : input.people)
        person.heardFrom = false;
    input.groups[0].heard = 0;
    const auto hasRow = [](const MapPicture& picture) {
        return std::any_of(picture.legend.rows.begin(), picture.legend.rows.end(),
                           [](const LegendEntry& row) { return row.kind == LegendKind::notHeard; });
    };
    const auto foggy = pictureOf(input);
    QVERIFY(!foggy->fog.empty());
    QVERIFY(hasRow(*foggy));
    input.tellsHeard = false;
    const auto picture = pictureOf(input);
    for (const PictureDisc& disc : picture->discs) {
        QCOMPARE(disc.edgeWidth, 0.0F);
        QCOMPARE(disc.fill, input.style.colors.group(0).rgb());
    }
    QCOMPARE(labelOf(*picture, 3)->color, Theme::light().color(ColorRole::text));
    QVERIFY(picture->fog.empty());
    QVERIFY(!hasRow(*picture));
    QStringList words;
    for (const PictureText& text : picture->texts)
        words.append(text.text);
    QVERIFY2(words.contains(QStringLiteral("4 members")), qPrintable(words.join(QLatin1Char('|'))));
}

void MapPictureBuilderTest::ties_areFainterWhereNearlyAllKnowEachOther()
{
    const auto alpha = [](std::uint32_t people) {
        MapInput input;
        input.style.colors = mapColors(Theme::light());
        for (std::uint32_t i = 0; i < people; ++i) {
            MapPerson person;
            person.id = PersonId{i + 1};
            person.at = QPointF(30 * (i % 10), 30.0 * (i / 10));
            input.people.push_back(person);
        }
        for (std::uint32_t i = 0; i < 400; ++i)
            input.ties.push_back({.id = TieId{i + 1}, .a = i % people, .b = (i + 1 + i / people) % people});
        const auto picture = pictureOf(input);
        return picture->ties.front().alpha;
    };
    QCOMPARE(alpha(100), alpha(200));
    QVERIFY2(alpha(40) < 0.8F * alpha(100), "ten ties each");
    QVERIFY2(alpha(21) > 0.3F * alpha(100), "never gone");
}

void MapPictureBuilderTest::sizes_followTheMeasureAndBoardViewIgnoresIt()
{
    MapInput input = fourPeople();
    input.people[0].size = 4;
    input.people[1].size = 1;
    input.people[2].size = std::nan("");
    std::array<float, 4> radius{};
    auto picture = pictureOf(input);
    for (const PictureDisc& disc : picture->discs)
        radius[disc.person] = disc.radius;
    QCOMPARE(radius[0], 16.7F);
    QCOMPARE(radius[1], 10.95F);
    QCOMPARE(radius[2], 5.2F);
    input.style.sizes = MapSizes::same;
    picture = pictureOf(input);
    for (const PictureDisc& disc : picture->discs)
        QCOMPARE(disc.radius, 7.0F);
}

void MapPictureBuilderTest::notShown_leavesTheDiscOutAndSaysSo()
{
    MapInput input = fourPeople();
    input.people[1].consent = ShowConsent::notShown;
    QCOMPARE(pictureOf(input)->discs.size(), std::size_t(4));
    input.style.purpose = MapPurpose::staffExport;
    const auto leaving = pictureOf(input);
    QCOMPARE(leaving->discs.size(), std::size_t(3));
    QVERIFY2(leaving->segments.empty(), "both ties ended at the person left out");
    QVERIFY(leaving->caption.contains(QStringLiteral("1 person asked not to be shown")));
    QCOMPARE(leaving->legend.values.at(0).count, 4);
}

void MapPictureBuilderTest::unicode_namesAreKept()
{
    MapInput input = fourPeople();
    input.people[0].name = QString::fromUtf8("Ōtepoti Đặng \u2014 Ārai");
    input.people[1].name = QString::fromUtf8("\u202Eevil\u202C");
    QCOMPARE(labelOf(*pictureOf(input), 0)->text, input.people[0].name);
}

void MapPictureBuilderTest::texts_neverOverlapDiscsOrLeaveTheCanvas()
{
    const MapInput input = sampleMap();
    const auto picture = pictureOf(input);
    const QRectF canvas(QPointF(0, 0), kCanvas);
    std::size_t labels = 0;
    for (std::size_t i = 0; i < picture->texts.size(); ++i) {
        const PictureText& text = picture->texts[i];
        QVERIFY2(canvas.contains(text.box), qPrintable(text.text));
        if (text.role != TextRole::label)
            continue;
        ++labels;
        for (const PictureDisc& disc : picture->discs)
            QVERIFY2(!text.box.contains(disc.at), qPrintable(text.text));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!text.box.intersects(picture->texts[j].box), qPrintable(text.text));
    }
    QVERIFY(labels >= 20 && labels <= 36);
}

void MapPictureBuilderTest::areaCaption_isLeftOutUnderACard()
{
    MapInput input = fourPeople();
    input.areas = {{MapArea::isolate, QPointF(0, 20)}};
    input.people[3].place = MapArea::isolate;
    const auto captionOf = [](const MapPicture& picture) {
        const auto found = std::find_if(picture.texts.begin(), picture.texts.end(),
                                        [](const PictureText& text) { return text.role == TextRole::areaCaption; });
        return found == picture.texts.end() ? QRectF() : found->box;
    };
    MapViewport view = viewOf(input);
    const QRectF caption = captionOf(**buildMapPicture(input, view));
    QVERIFY(!caption.isEmpty());
    view.obstacles = {QRectF(caption.right() - 4, caption.top() - 40, 80, 120)};
    QVERIFY(captionOf(**buildMapPicture(input, view)).isEmpty());
}

void MapPictureBuilderTest::tiePath_runsFromOneEndToTheOther()
{
    const MapInput input = fourPeople();
    const auto picture = pictureOf(input);
    const MapViewport view = viewOf(input);
    const QPainterPath path = picture->tiePath(1);
    QVERIFY(QLineF(path.pointAtPercent(0), view.toPixels(input.people[1].at)).length() < 1);
    QVERIFY(QLineF(path.pointAtPercent(1), view.toPixels(input.people[2].at)).length() < 1);
    QVERIFY(picture->tiePath(2).isEmpty());
    QVERIFY(MapPicture().tiePath(0).isEmpty());
}

void MapPictureBuilderTest::hull_keepsAFarMemberOutside()
{
    MapInput input = fourPeople();
    MapPerson far = input.people[0];
    far.id = PersonId{9};
    far.at = QPointF(600, 600);
    input.people.push_back(far);
    const auto picture = pictureOf(input);
    QCOMPARE(picture->hulls.size(), std::size_t(1));
    for (const PictureDisc& disc : picture->discs)
        QCOMPARE(picture->hulls[0].path.contains(disc.at), disc.person != 4);
}

void MapPictureBuilderTest::hits_findPeopleAndTies()
{
    const MapInput input = fourPeople();
    const auto picture = pictureOf(input);
    const MapViewport view = picture->viewport;
    for (std::uint32_t i = 0; i < 4; ++i)
        QCOMPARE(picture->personAt(view.toPixels(input.people[i].at) + QPointF(2, 1)), std::int64_t(i));
    QCOMPARE(picture->personAt(view.toPixels(QPointF(20, 20))), std::int64_t(-1));
    QCOMPARE(picture->tieAt(view.toPixels(QPointF(20, 0))), std::int64_t(0));
    QCOMPARE(picture->tieAt(view.toPixels(QPointF(300, 300))), std::int64_t(-1));
    const QRectF upper(view.toPixels(QPointF(-10, -10)), view.toPixels(QPointF(60, 10)));
    QCOMPARE(picture->peopleIn(upper), (std::vector<std::uint32_t>{0, 1}));
}

void MapPictureBuilderTest::ground_isReusedUntilSomebodyMoves()
{
    MapInput input = sampleMap();
    const MapViewport view = viewOf(input);
    const auto first = *buildMapPicture(input, view);
    MapViewport moved = view;
    moved.centre += QPointF(30, 10);
    moved.zoom = 2;
    moved.scale *= 2;
    input.focus.selected = {3};
    QCOMPARE((*buildMapPicture(input, moved, {}, first.get()))->ground, first->ground);
    input.people[3].at += QPointF(5, 0);
    QVERIFY((*buildMapPicture(input, view, {}, first.get()))->ground != first->ground);
}

void MapPictureBuilderTest::build_isDeterministicAndCancellable()
{
    const MapInput input = sampleMap();
    const QImage one = *RasterPainter::render(*pictureOf(input), 1);
    const QImage again = *RasterPainter::render(*pictureOf(input), 1);
    QCOMPARE(again, one);
    const QImage threaded = *RasterPainter::render(*pictureOf(input), 1, RunContext().withThreads(3));
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            QVERIFY2(one.pixel(x, y) == threaded.pixel(x, y), qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = buildMapPicture(input, viewOf(input), RunContext(stop.get_token()));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::cancelled);
}

void MapPictureBuilderTest::manyTies_useAtMostTwelveColoursAndAreStraight()
{
    MapInput input = hugeMap(5'000, 25'000);
    input.focus.selected = {2'500};
    for (MapTie& tie : input.ties)
        tie.stale = tie.staffGuess = false;
    const auto picture = pictureOf(input);
    std::set<QRgb> colors;
    for (const TieClass& look : picture->ties)
        colors.insert(look.color);
    QVERIFY2(colors.size() <= 12, qPrintable(QString::number(colors.size())));
    QVERIFY(picture->segments.size() <= input.ties.size());
    QVERIFY(picture->segments.size() > input.ties.size() * 9 / 10);
}

void MapPictureBuilderTest::badIndices_areIgnored()
{
    MapInput input = fourPeople();
    input.ties.push_back({.id = TieId{7}, .a = 2, .b = 99});
    input.ties.push_back({.id = TieId{8}, .a = 2, .b = 2});
    input.people[2].group = 17;
    input.people[1].second = 5;
    input.people[0].at = QPointF(std::nan(""), 0);
    input.focus = {.selected = {77},
                   .hovered = 55,
                   .keyboard = 66,
                   .circle = 88,
                   .circleWith = {91},
                   .circleSteps = 2,
                   .path = {44}};
    const auto picture = pictureOf(input);
    QCOMPARE(picture->discs.size(), std::size_t(3));
    QVERIFY(RasterPainter::render(*picture, 1));
}

QTEST_MAIN(MapPictureBuilderTest)
#include "tst_mappicturebuilder.moc"
