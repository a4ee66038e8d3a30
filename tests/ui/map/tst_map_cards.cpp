// SPDX-License-Identifier: GPL-3.0-or-later
// Where cards float on the map: everybody in view, and nobody under them.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>
#include <set>

#include <QTest>

#include "MapHost.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/map/MiniMap.h"
#include "ui/widgets/Card.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Where the window is as wide as the program's, and the place what rail and top bar leave of it.
void widen(MapHost& host)
{
    host.window->resize(host.place->width() + 192, host.place->height() + 44);
    host.place->canvas().selectPeople({});
}

/// Who lies under which card, or out of view; empty where nobody does. `steps`: of the circle, else everybody is looked
/// at.
QString coveredOn(const MapHost& host, int steps = 0)
{
    const MapCanvas& canvas = host.place->canvas();
    const auto& people = host.place->model().input().people;
    std::vector<int> looked;
    if (steps > 0)
        for (const auto& [at, distance] : actions::circleOf(*host.place->model().data(), canvas.circlePerson(), steps))
            looked.push_back(static_cast<int>(at));
    else
        for (int i = 0; i < static_cast<int>(people.size()); ++i)
            looked.push_back(i);
    for (const int i : looked) {
        const QString& name = people[static_cast<std::size_t>(i)].name;
        if (!canvas.rect().contains(host.at(i)))
            return name + QStringLiteral(" is out of view");
        for (const Card* card : canvas.findChildren<Card*>(QString(), Qt::FindDirectChildrenOnly))
            if (card->isVisible() && card->geometry().contains(host.at(i)))
                return name + QStringLiteral(" under ") + card->objectName();
    }
    return {};
}

/// The spot as it is by looking at everybody for every one.
CardSpot plainSpot(QSizeF card, QPointF preferred, const QRectF& room, const std::vector<QPointF>& first,
                   const std::vector<QPointF>& others)
{
    const double right = room.right() - card.width(), bottom = room.bottom() - card.height();
    std::vector<QPointF> spots{preferred};
    for (double y = bottom; y >= room.top(); y -= 4)
        spots.insert(spots.end(), {{right, y}, {room.left(), y}});
    for (double x = right; x >= room.left(); x -= 4)
        spots.insert(spots.end(), {{x, bottom}, {x, room.top()}});
    const auto far = [&](QPointF spot) { return std::hypot(spot.x() - preferred.x(), spot.y() - preferred.y()); };
    std::stable_sort(spots.begin(), spots.end(), [&](QPointF a, QPointF b) { return far(a) < far(b); });
    const auto under = [&](QPointF spot, const std::vector<QPointF>& people) {
        const QRectF reach = QRectF(spot, card).adjusted(-16, -16, 16, 16);
        return std::count_if(people.begin(), people.end(), [&](QPointF at) { return reach.contains(at); });
    };
    const auto cost = [&](QPointF spot) { return std::pair(under(spot, first), under(spot, others)); };
    std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> costs;
    std::transform(spots.begin(), spots.end(), std::back_inserter(costs), cost);
    const auto least = std::min_element(costs.begin(), costs.end());
    return {spots[static_cast<std::size_t>(least - costs.begin())], static_cast<int>(least->second)};
}

} // namespace

class TstMapCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyWhoAreNew_standBesideEverybodyAndEachOther_theNearestFirst()
    {
        const QRectF room(0, 0, 1000, 700), card(0, 500, 300, 200);
        std::vector<QPointF> people;
        for (int i = 0; i < 400; ++i)
            people.emplace_back((i % 20) * 50.0, (i / 20) * 35.0);
        people.emplace_back(std::numeric_limits<double>::quiet_NaN(), 0);
        const QPointF wanted(500, 350);
        const auto spots = freeSpots(wanted, 2000, room, {card}, people);
        QCOMPARE(spots.size(), std::size_t{2000});
        std::set<std::pair<double, double>> different;
        for (const QPointF& spot : spots) {
            different.emplace(spot.x(), spot.y());
            for (const QPointF& other : people)
                QVERIFY(!(std::hypot(other.x() - spot.x(), other.y() - spot.y()) < 24));
        }
        QCOMPARE(different.size(), spots.size());
        const auto isSeen = [&](QPointF at) {
            return room.contains(at) && !card.adjusted(-32, -32, 32, 32).contains(at);
        };
        const auto beyond = std::find_if_not(spots.begin(), spots.end(), isSeen);
        QVERIFY2(beyond - spots.begin() > 80 && std::none_of(beyond, spots.end(), isSeen),
                 "first those that are seen");
        // Few stay together where there is room, and there is a place for everybody without any.
        for (const QPointF& spot : freeSpots(wanted, 9, room, {}, {}))
            QVERIFY(std::hypot(spot.x() - wanted.x(), spot.y() - wanted.y()) < 50);
        QCOMPARE(freeSpots(wanted, 7, {}, {room}, people).size(), std::size_t{7});
        QVERIFY(freeSpots(wanted, 0, room, {}, {}).empty());
    }

    void fit_keepsEverybodyClearOfTheCards()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        QVERIFY(host.place->model().input().people.size() > 100);
        QCOMPARE(coveredOn(host), QString());
    }

    void circle_coversNobody_withItsCards_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x800") << QSize(1088, 756);
        QTest::newRow("1440x900") << QSize(1248, 856);
    }

    void circle_coversNobody_withItsCards()
    {
        QFETCH(const QSize, size);
        MapHost host(142, size);
        QVERIFY(host.settle());
        widen(host);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        canvas.fit(); // around the cards as they stand in the wide window
        QVERIFY(host.settle());
        const auto* card = host.place->findChild<QWidget*>(QStringLiteral("circleCard"));
        const auto* mini = host.place->findChild<MiniMap*>();
        const auto people = host.place->model().input().people;
        const QPointF before = canvas.toPx(people[0].at);
        for (std::size_t i = 0; i < people.size(); i += 12)
            for (const int steps : {1, 2, 3}) {
                host.place->showCircle(people[i].id);
                canvas.setCircle(people[i].id, steps);
                QVERIFY(host.settle());
                QVERIFY(card->isVisible() && mini->isVisible());
                QVERIFY(!card->geometry().intersects(mini->geometry()));
                QCOMPARE(coveredOn(host, steps), QString());
            }
        // Escape leads back to the view before, which gave room to no card.
        QVERIFY(host.place->stepBack());
        QCOMPARE(canvas.circleSteps(), 0);
        QCOMPARE(canvas.toPx(people[0].at), before);
        // Nor do they cover anybody after a fit, wherever they stood before.
        canvas.zoomBy(4);
        host.place->showCircle(people[1].id);
        canvas.fit();
        QVERIFY(host.settle());
        QVERIFY(card->isVisible() && mini->isVisible());
        QCOMPARE(coveredOn(host), QString());
    }

    void circle_inALowWindow_hidesNobodyOfIt()
    {
        // Too low for both cards above each other: they stand side by side.
        MapHost host(142, {1088, 640});
        QVERIFY(host.settle());
        widen(host);
        QVERIFY(host.settle());
        host.place->showCircle(host.place->model().input().people[0].id);
        QVERIFY(host.settle());
        QCOMPARE(coveredOn(host, 1), QString());
    }

    void circle_inTheSmallestWindow_hidesNobodyOfIt_data()
    {
        QTest::addColumn<int>("style");
        for (const layout::Style style : {layout::Style::clusters, layout::Style::distances, layout::Style::rings,
                                          layout::Style::areas, layout::Style::circle})
            QTest::addRow("style %d", static_cast<int>(style)) << static_cast<int>(style);
    }

    void circle_inTheSmallestWindow_hidesNobodyOfIt()
    {
        QFETCH(const int, style);
        MapHost host(142, {968, 636});
        QVERIFY(host.settle());
        host.settings().set(setting::kInspector, Fold::folded);
        MapCanvas& canvas = host.place->canvas();
        const auto people = host.place->model().input().people;
        host.place->model().setStyle(static_cast<layout::Style>(style), people[5].id);
        QVERIFY(host.settle());
        canvas.fit();
        QVERIFY(host.settle());
        for (std::size_t i = 0; i < people.size(); i += 20)
            for (const int steps : {1, 2, 3}) {
                host.place->showCircle(people[i].id);
                canvas.setCircle(people[i].id, steps);
                QVERIFY(host.settle());
                QCOMPARE(coveredOn(host, steps), QString());
            }
    }

    void words_onTheCanvas_areNotCrossedByAHull_data() { circle_coversNobody_withItsCards_data(); }

    void words_onTheCanvas_areNotCrossedByAHull()
    {
        QFETCH(const QSize, size);
        MapHost host(142, size);
        QVERIFY(host.settle());
        widen(host);
        for (const bool inCircle : {false, true}) {
            if (inCircle)
                host.place->showCircle(host.place->model().input().people[0].id);
            QVERIFY(host.settle());
            host.place->canvas().fit();
            QVERIFY(host.settle());
            for (const char* name : {"mapCaption", "mapRemark"}) {
                const auto* words = host.place->findChild<QWidget*>(QString::fromLatin1(name));
                for (const PictureHull& hull : host.place->canvas().picture()->hulls)
                    QVERIFY2(!words->isVisible() || !hull.path.intersects(QRectF(words->geometry())), name);
            }
        }
    }

    void namesOfGroups_areInNoOtherGroup_alsoWhereTheyLeaveTheView()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        canvas.zoomBy(1.4);
        const QRectF whole = canvas.seen();
        int names = 0;
        for (int step = 0; step < 24; ++step) {
            canvas.centreOn(
                {whole.left() + whole.width() * (step % 6) / 5, whole.top() + whole.height() * (step / 6) / 3});
            QVERIFY(host.settle());
            const auto picture = canvas.picture();
            for (const PictureText& text : picture->texts) {
                if (text.role != TextRole::groupName)
                    continue;
                ++names;
                int in = 0;
                bool isOwn = false;
                for (const PictureHull& hull : picture->hulls)
                    if (hull.path.contains(text.box.center())) {
                        ++in;
                        isOwn =
                            isOwn ||
                            host.place->model().input().groups[static_cast<std::size_t>(hull.group)].name == text.text;
                    }
                QVERIFY2(in == 0 || isOwn, qPrintable(text.text));
            }
        }
        QVERIFY(names > 24);
    }

    void circleCard_keepsItsSpot_whileTheViewMoves()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        const auto* card = host.place->findChild<QWidget*>(QStringLiteral("circleCard"));
        host.place->showCircle(host.place->model().input().people[4].id);
        QVERIFY(host.settle());
        const QRect spot = card->geometry();
        host.place->canvas().zoomBy(3);
        host.place->canvas().centreOn(host.place->model().input().people[60].at);
        QVERIFY(host.settle());
        QCOMPARE(card->geometry(), spot);
    }

    void clearSpot_isTheNearestThatHidesNobody()
    {
        const QRectF room(0, 0, 400, 300);
        const QSizeF card(100, 50);
        const QPointF corner(300, 250);
        QCOMPARE(clearSpot(card, corner, room, {}, {}, {}).corner, corner);
        // Somebody there: along the right edge or the bottom, whichever is less far.
        const CardSpot beside = clearSpot(card, corner, room, {}, {}, {QPointF(350, 290)});
        QCOMPARE(beside.hidden, 0);
        QCOMPARE(beside.corner.x(), 300.0);
        QVERIFY(beside.corner.y() + card.height() + 12 < 290 && beside.corner.y() > 150);
        // Cards that stand there already are kept off.
        const QRectF zoom(360, 200, 40, 100);
        const CardSpot off = clearSpot(card, corner, room, {zoom}, {}, {});
        QVERIFY(!QRectF(off.corner, card).intersects(zoom));
        QVERIFY(room.contains(QRectF(off.corner, card)));
    }

    void clearSpot_whereEverySpotHidesSomebody_sparesTheFirst()
    {
        const QRectF room(0, 0, 120, 60);
        std::vector<QPointF> crowd;
        for (int x = 0; x < 120; x += 10)
            for (int y = 0; y < 60; y += 10)
                crowd.emplace_back(x, y);
        const CardSpot spared = clearSpot({40, 60}, {80, 0}, room, {}, {QPointF(100, 30)}, crowd);
        QVERIFY(spared.hidden > 0);
        QVERIFY(spared.corner.x() + 40 + 16 <= 100);
        // A room smaller than the card: it stands where it was wished.
        QCOMPARE(clearSpot({500, 500}, {3, 4}, room, {QRectF(0, 0, 120, 60)}, {}, crowd).corner, QPointF(3, 4));
    }

    void clearSpot_amongTwentyThousand_isThatOfLookingAtEverybody_data()
    {
        QTest::addColumn<int>("spread"); // px
        QTest::addColumn<bool>("onPixels");
        QTest::newRow("all in the room") << 900 << false;
        QTest::newRow("on the very edges of a spot's reach") << 900 << true;
        QTest::newRow("most out of the room") << 20000 << false;
        QTest::newRow("few in the room, on pixels") << 120000 << true;
    }
    void clearSpot_amongTwentyThousand_isThatOfLookingAtEverybody()
    {
        QFETCH(int, spread);
        QFETCH(bool, onPixels);
        std::mt19937 numbers(20261122);
        const auto anywhere = [&] {
            const double at = (static_cast<double>(numbers()) / 4294967296.0 - 0.5) * spread + 450;
            return onPixels ? std::round(at) : at;
        };
        std::vector<QPointF> first, others;
        for (int i = 0; i < 20000; ++i)
            (i % 50 == 0 ? first : others).emplace_back(anywhere(), anywhere());
        first.emplace_back(qQNaN(), 3); // who has no place lies under nothing
        const QRectF room(16, 60, 900, 700);
        for (const QPointF preferred : {QPointF(676, 640), QPointF(300.5, 640), QPointF(16, 60)}) {
            const CardSpot found = clearSpot({240, 120}, preferred, room, {}, first, others);
            const std::vector<QPointF> placed(first.begin(), first.end() - 1);
            const CardSpot plain = plainSpot({240, 120}, preferred, room, placed, others);
            QCOMPARE(found.corner, plain.corner);
            QCOMPARE(found.hidden, plain.hidden);
        }
    }
};

QTEST_MAIN(TstMapCards)
#include "tst_map_cards.moc"
