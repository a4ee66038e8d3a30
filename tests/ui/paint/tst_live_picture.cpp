// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that follow one another: what is taken over from the last one must not show.
#include <algorithm>
#include <cmath>
#include <cstring>

#include <QPainter>
#include <QTest>

#include "FourPeople.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/GroundRaster.h"
#include "ui/paint/LivePicture.h"
#include "ui/paint/MapGround.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

using Input = std::shared_ptr<const MapInput>;

/// A network whose most connected person is chosen.
MapInput network()
{
    MapInput input = sampleMap(300, 5);
    layOut(input, 5);
    std::vector<int> degree(input.people.size(), 0);
    for (const MapTie& tie : input.ties) {
        ++degree[tie.a];
        ++degree[tie.b];
    }
    input.focus.selected = {
        static_cast<std::uint32_t>(std::max_element(degree.begin(), degree.end()) - degree.begin())};
    return input;
}

Input moved(const MapInput& input, QPointF by)
{
    auto next = std::make_shared<MapInput>(input);
    for (const std::uint32_t person : input.focus.selected)
        next->people[person].at += by;
    return next;
}

std::shared_ptr<const MapPicture> following(const Input& input, const MapViewport& view, LiveMap& live,
                                            MapHand hand = MapHand::moving)
{
    const auto picture = nextMapPicture(input, view, hand, live, RunContext({}, {}, 2));
    return picture ? *picture : nullptr;
}

std::shared_ptr<const MapPicture> fresh(const MapInput& input, const MapViewport& view)
{
    return *buildMapPicture(input, view);
}

/// Steps of a hand: near, within the network, out of it, and back.
const std::vector<QPointF> kSteps{{3, 2}, {9, -4}, {40, 25}, {140, -60}, {1500, 900}, {60, 30}, {0, 0}};

struct Difference
{
    double mean = 0;
    int worst = 0;
};

Difference between(const QImage& a, const QImage& b)
{
    Difference difference;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y), other = b.pixel(x, y);
            const int d = std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                    std::abs(qBlue(one) - qBlue(other))});
            difference.mean += d;
            difference.worst = std::max(difference.worst, d);
        }
    difference.mean /= a.width() * a.height();
    return difference;
}

/// Without what stays where it is under the hand.
QImage withoutTexts(const MapPicture& picture)
{
    MapPicture bare = picture;
    bare.texts.clear();
    bare.leaders.clear();
    return *RasterPainter::render(bare, 1);
}

bool areSame(const std::vector<TieSegment>& a, const std::vector<TieSegment>& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(TieSegment)) == 0);
}

} // namespace

class LivePictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void keptImage_isThatOfThePictureToTheBit();
    void keptImage_followsEveryOtherChange();
    void underTheHand_onlyTextsAndRoundingDiffer();
    void underTheHand_textsStayButForTheirs();
    void severalUnderTheHand_allFollow();
    void whoStandsInTheRows_keepsHullsClear();
    void handOff_everythingIsMadeAnew();
    void otherChangeUnderTheHand_isShown();
    void smallMaps_areFollowedToo();
    void ground_isFilledAsOutlinesSay_inAnyBands();
};

void LivePictureTest::initTestCase()
{
    loadResources();
    QVERIFY(loadFonts());
}

void LivePictureTest::keptImage_isThatOfThePictureToTheBit()
{
    const MapInput input = network();
    const MapViewport view = viewOf(input);
    for (const double ratio : {1.0, 1.5}) {
        LiveMap live;
        for (const unsigned threads : {1U, 3U})
            for (const QPointF step : kSteps) {
                const auto picture = following(moved(input, step), view, live);
                QVERIFY(picture);
                const QImage kept = *RasterPainter::render(picture, ratio, live.raster, RunContext({}, {}, threads));
                QCOMPARE(kept, *RasterPainter::render(*picture, ratio));
            }
        QVERIFY(!live.raster.below.isNull());
    }
}

void LivePictureTest::keptImage_followsEveryOtherChange()
{
    MapInput input = network();
    MapViewport view = viewOf(input);
    RasterKeep keep;
    const auto check = [&](const char* what, double ratio = 1) {
        const auto picture = fresh(input, view);
        QVERIFY2(*RasterPainter::render(picture, ratio, keep) == *RasterPainter::render(*picture, ratio), what);
    };
    check("first");
    check("the same again");
    input.focus.selected = {3, 4};
    check("others chosen");
    input.focus.hovered = 7;
    check("pointed at: others step back");
    input.focus.hovered = -1;
    check("not pointed at any more");
    input.people[20].hidden = true;
    check("somebody filtered away");
    input.style.fog = false;
    check("no fog");
    input.style.hulls = false;
    check("no hulls");
    input.style.hulls = input.style.fog = true;
    input.style.colors = mapColors(Theme::dark());
    check("dark");
    input.people[9].heardFrom = !input.people[9].heardFrom;
    check("somebody was heard from");
    view.centre += QPointF(10, 5);
    check("another view");
    check("and again");
    check("another ratio", 2);
    view.size = QSizeF(500, 400);
    check("another size");
}

void LivePictureTest::underTheHand_onlyTextsAndRoundingDiffer()
{
    MapInput input = network();
    input.style.labels = MapLabels::none;
    const MapViewport view = viewOf(input);
    LiveMap live;
    QVERIFY(following(std::make_shared<MapInput>(input), view, live, MapHand::off));
    for (const QPointF step : kSteps) {
        const Input now = moved(input, step);
        const auto picture = following(now, view, live);
        const auto anew = fresh(*now, view);
        QVERIFY(areSame(picture->segments, anew->segments));
        QCOMPARE(picture->ties.size(), anew->ties.size());
        QCOMPARE(picture->lowTies, anew->lowTies);
        QCOMPARE(picture->arrows.size(), anew->arrows.size());
        QCOMPARE(picture->discs.size(), anew->discs.size());
        QCOMPARE(picture->hulls.size(), anew->hulls.size());
        QCOMPARE(picture->caption, anew->caption);
        for (std::uint32_t tie = 0; tie < input.ties.size(); ++tie)
            QCOMPARE(picture->tiePath(tie), anew->tiePath(tie));
        for (const PictureDisc& disc : anew->discs)
            QCOMPARE(picture->personAt(disc.at), anew->personAt(disc.at));
        // Where somebody leaves the network its grid becomes another, and outlines are cut a little otherwise.
        const Difference difference = between(withoutTexts(*picture), withoutTexts(*anew));
        QVERIFY2(difference.mean < 0.1 && difference.worst <= 64,
                 qPrintable(QStringLiteral("%1, %2").arg(difference.mean).arg(difference.worst)));
    }
}

void LivePictureTest::underTheHand_textsStayButForTheirs()
{
    const MapInput input = network();
    const std::int64_t who = input.focus.selected.front();
    const MapViewport view = viewOf(input);
    LiveMap live;
    const auto first = following(std::make_shared<MapInput>(input), view, live, MapHand::off);
    QVERIFY(labelOf(*first, who) != nullptr && first->texts.size() > 10);
    const QPointF way = labelOf(*first, who)->box.center();
    for (const QPointF step : {QPointF(20, 10), QPointF(40, 30), QPointF(0, 0)}) {
        const auto picture = following(moved(input, step), view, live);
        QCOMPARE(picture->texts.size(), first->texts.size());
        for (const PictureText& text : first->texts) {
            if (text.person == who)
                continue;
            QVERIFY(std::any_of(picture->texts.begin(), picture->texts.end(), [&](const PictureText& other) {
                return other.text == text.text && other.box == text.box && other.person == text.person;
            }));
        }
        const PictureText* own = labelOf(*picture, who);
        QVERIFY(own != nullptr);
        const QPointF off = own->box.center() - way - step * view.scale;
        QVERIFY(std::hypot(off.x(), off.y()) < 2 * own->box.width() + 100);
        for (const PictureText& text : picture->texts)
            QVERIFY(&text == own || text.role == TextRole::initials || !text.box.intersects(own->box));
        QCOMPARE(std::count_if(picture->leaders.begin(), picture->leaders.end(),
                               [&](const PictureLeader& leader) { return leader.person == who; }) <= 1,
                 true);
    }
}

void LivePictureTest::severalUnderTheHand_allFollow()
{
    MapInput input = network();
    for (std::uint32_t i = 0; i < 60; i += 3)
        input.focus.selected.push_back(i);
    input.style.labels = MapLabels::none;
    const MapViewport view = viewOf(input);
    LiveMap live;
    for (const QPointF step : kSteps) {
        const Input now = moved(input, step);
        const auto picture = following(now, view, live);
        const auto anew = fresh(*now, view);
        QVERIFY(areSame(picture->segments, anew->segments));
        QVERIFY(between(withoutTexts(*picture), withoutTexts(*anew)).mean < 0.1);
        QCOMPARE(*RasterPainter::render(picture, 1, live.raster), *RasterPainter::render(*picture, 1));
    }
}

void LivePictureTest::whoStandsInTheRows_keepsHullsClear()
{
    MapInput input = network();
    const auto alone = std::find_if(input.people.begin(), input.people.end(),
                                    [](const MapPerson& person) { return person.place == MapArea::isolate; });
    QVERIFY(alone != input.people.end());
    input.focus.selected = {static_cast<std::uint32_t>(alone - input.people.begin())};
    const MapViewport view = viewOf(input);
    LiveMap live;
    QVERIFY(following(std::make_shared<MapInput>(input), view, live));
    // Into the middle of the network.
    const Input now = moved(input, input.people.front().at - alone->at);
    const auto picture = following(now, view, live), anew = fresh(*now, view);
    QCOMPARE(picture->ground->key, anew->ground->key);
    QCOMPARE(withoutTexts(*picture), withoutTexts(*anew));
}

void LivePictureTest::handOff_everythingIsMadeAnew()
{
    const MapInput input = network();
    const MapViewport view = viewOf(input);
    LiveMap live;
    for (const QPointF step : kSteps)
        QVERIFY(*RasterPainter::render(following(moved(input, step), view, live), 1, live.raster) != QImage());
    const Input last = moved(input, {40, 25});
    QVERIFY(following(last, view, live));
    const auto picture = following(last, view, live, MapHand::off);
    const auto anew = fresh(*last, view);
    QCOMPARE(*RasterPainter::render(picture, 1, live.raster), *RasterPainter::render(*anew, 1));
    QCOMPARE(picture->texts.size(), anew->texts.size());
    QCOMPARE(picture->unnamed, anew->unnamed);
    QCOMPARE(picture->ground->key, anew->ground->key);
    QVERIFY(!picture->ground->hulls.front().inside.values.empty());
}

void LivePictureTest::otherChangeUnderTheHand_isShown()
{
    MapInput input = network();
    const MapViewport view = viewOf(input);
    LiveMap live;
    QVERIFY(following(std::make_shared<MapInput>(input), view, live));
    const auto check = [&](const char* what) {
        const auto now = std::make_shared<MapInput>(input);
        const auto picture = following(now, view, live), anew = fresh(input, view);
        QVERIFY2(*RasterPainter::render(picture, 1, live.raster) == *RasterPainter::render(*anew, 1), what);
    };
    input.people[30].name = QStringLiteral("Somebody Else");
    check("a name");
    input.people[40].at += QPointF(5, 5);
    check("somebody moved who is not chosen");
    input.ties.pop_back();
    check("a tie less");
    input.focus.selected = {1};
    check("another choice");
    input.people.pop_back();
    input.ties.clear();
    check("somebody less");
}

void LivePictureTest::smallMaps_areFollowedToo()
{
    LiveMap live;
    QVERIFY(following(std::make_shared<MapInput>(), MapViewport{}, live));
    QVERIFY(following(std::make_shared<MapInput>(), MapViewport{}, live));
    MapInput input = fourPeople();
    input.focus.selected = {3};
    const MapViewport view = viewOf(input);
    QVERIFY(!following(std::make_shared<MapInput>(input), view, live)->hulls.empty());
    // One of four goes far: three are no hull.
    const Input now = moved(input, {600, 0});
    const auto picture = following(now, view, live);
    QCOMPARE(picture->hulls.size(), fresh(*now, view)->hulls.size());
    QCOMPARE(*RasterPainter::render(picture, 1, live.raster), *RasterPainter::render(*picture, 1));
    // Nowhere at all.
    const Input nowhere = moved(input, {std::nan(""), 0});
    QCOMPARE(following(nowhere, view, live)->discs.size(), std::size_t{3});
}

void LivePictureTest::ground_isFilledAsOutlinesSay_inAnyBands()
{
    MapPicture picture;
    picture.viewport.size = QSizeF(200, 160);
    picture.canvas = Qt::white;
    PictureHull hull;
    hull.path.addEllipse(QPointF(90, 80), 120, 60.3);  // beyond the left edge
    hull.path.addEllipse(QPointF(90, 80), 50.5, 40);   // a hole
    hull.path.addRect(QRectF(80.25, 70.5, 20, 11.75)); // with something in it
    hull.path.moveTo(150, 20);
    hull.path.lineTo(400, 30);
    hull.path.lineTo(160, 60); // not closed
    hull.path.setFillRule(Qt::OddEvenFill);
    hull.fill = QColor(30, 60, 200, 160);
    hull.edge = QColor(0, 0, 0, 0);
    picture.hulls.push_back(hull);
    QImage expected(200, 160, QImage::Format_RGB32);
    expected.fill(Qt::white);
    QPainter painter(&expected);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(hull.path, hull.fill);
    painter.end();
    const GroundRaster ground(picture, 1);
    const auto painted = [&](int bands) {
        QImage image(200, 160, QImage::Format_RGB32);
        for (int band = 0; band < bands; ++band)
            ground.paint(reinterpret_cast<QRgb*>(image.bits()), 200, 200, 160 * band / bands, 160 * (band + 1) / bands);
        return image;
    };
    const QImage whole = painted(1);
    const Difference difference = between(whole, expected);
    QVERIFY2(difference.mean < 0.3 && difference.worst <= 24,
             qPrintable(QStringLiteral("%1, %2").arg(difference.mean).arg(difference.worst)));
    QCOMPARE(painted(7), whole);
    QCOMPARE(painted(160), whole);
}

QTEST_MAIN(LivePictureTest)
#include "tst_live_picture.moc"
