// SPDX-License-Identifier: GPL-3.0-or-later
// Where people stand on the page of a map that filters have thinned out.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <stop_token>

#include <QTest>

#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapPage.h"
#include "ui/paint/PagePlaces.h"
#include "ui/paint/PaintWords.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr QSizeF kRoom(900, 480);

PagePlaces placed(const MapInput& input, QSizeF room = kRoom)
{
    const auto out = placedOnPage(input, room);
    return out ? *out : PagePlaces{};
}

MapPerson personAt(std::int64_t id, QPointF at, MapArea place = MapArea::network)
{
    MapPerson person;
    person.id = PersonId{id};
    person.name = QStringLiteral("Somebody");
    person.at = at;
    person.place = place;
    return person;
}

/// Rings of `size` people round each of the middles, each ring one piece.
MapInput rings(const std::vector<QPointF>& middles, int size = 8)
{
    MapInput input;
    input.style.colors = mapColors(Theme::print());
    input.caption.filter = QStringLiteral("9 people hidden by filters");
    input.style.purpose = MapPurpose::staffExport;
    for (const QPointF middle : middles)
        for (int i = 0; i < size; ++i) {
            const auto index = static_cast<std::uint32_t>(input.people.size());
            const double angle = 6.283 * i / size;
            input.people.push_back(personAt(index + 1, middle + 60 * QPointF(std::cos(angle), std::sin(angle))));
            if (i > 0)
                input.ties.push_back({.id = TieId{index}, .a = index - 1, .b = index});
        }
    return input;
}

/// The sample with only some of its groups, as the model hands it over: who is hidden is not among the people.
MapInput filtered(const std::set<int>& groups)
{
    const MapInput whole = sampleMap();
    MapInput input = whole;
    input.people.clear();
    input.ties.clear();
    std::vector<int> index;
    for (const MapPerson& person : whole.people) {
        const bool shown = groups.contains(person.group);
        index.push_back(shown ? static_cast<int>(input.people.size()) : -1);
        if (shown)
            input.people.push_back(person);
    }
    for (MapTie tie : whole.ties)
        if (index[tie.a] >= 0 && index[tie.b] >= 0) {
            tie.a = static_cast<std::uint32_t>(index[tie.a]);
            tie.b = static_cast<std::uint32_t>(index[tie.b]);
            input.ties.push_back(tie);
        }
    input.caption.filter = QStringLiteral("some people hidden by filters");
    return input;
}

std::vector<int> degreesOf(const MapInput& input)
{
    std::vector<int> degrees(input.people.size(), 0);
    for (const MapTie& tie : input.ties) {
        ++degrees[tie.a];
        ++degrees[tie.b];
    }
    return degrees;
}

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

double nearest(const MapInput& input)
{
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < input.people.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            least = std::min(least, distance(input.people[i].at, input.people[j].at));
    return least;
}

QPointF middleOf(const MapInput& input, std::size_t ring, std::size_t size = 8)
{
    QPointF sum;
    for (std::size_t i = 0; i < size; ++i)
        sum += input.people[ring * size + i].at;
    return sum / static_cast<double>(size);
}

QStringList captionsOf(const MapInput& input)
{
    const auto page = layOutMapPage({}, input, mapColors(Theme::print()));
    QStringList words;
    if (page)
        for (const PictureText& text : (*page)->picture->texts)
            if (text.role == TextRole::areaCaption)
                words.append(text.text);
    return words;
}

} // namespace

class PagePlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void unfilteredMap_staysAsItIs()
    {
        const MapInput input = sampleMap();
        const PagePlaces page = placed(input);
        QVERIFY(page.input == input);
        QCOMPARE(page.view.scale, fittedViewport(mapBounds(input), kRoom, {14, 14, 872, 452}).scale);
        // A filter that hides nobody is none.
        MapInput all = input;
        all.filters = {{{QStringLiteral("region")}, {{QStringLiteral("Lakes")}}}};
        QVERIFY(placed(all).input == all);
    }

    void fewPeople_fillTheirPage_andGrowWithIt()
    {
        MapInput input = rings({{0, 0}});
        input.caption.filter.clear();
        const PagePlaces page = placed(input);
        QVERIFY(page.input == input);
        QVERIFY2(120 * page.view.scale > 0.55 * kRoom.height(), qPrintable(QString::number(page.view.scale)));
        QVERIFY2(page.view.zoom > 1, "discs grow with the map");
        for (const MapPerson& person : input.people)
            QVERIFY(QRectF(QPointF(0, 0), kRoom).adjusted(14, 14, -14, -14).contains(page.view.toPixels(person.at)));
        // Hulls take room of their own.
        input.groups = {{QStringLiteral("Coast"), 0, 8, 8}};
        QVERIFY(placed(input).view.scale < page.view.scale);
    }

    void untied_standInRowsWithTheirCaption_beneathOrBesideTheOthers()
    {
        for (const std::set<int>& groups : {std::set<int>{4}, {1, 4}, {0, 2}, {3}}) {
            const MapInput input = filtered(groups);
            const MapInput page = placed(input).input;
            const std::vector<int> degrees = degreesOf(input);
            int alone = 0, elsewhere = 0;
            std::set<double> lines;
            QRectF others;
            for (std::size_t i = 0; i < degrees.size(); ++i) {
                const MapPerson& person = page.people[i];
                if (degrees[i] > 0) {
                    others |= QRectF(person.at - QPointF(7, 7), QSizeF(14, 14));
                    continue;
                }
                const bool isKnown = input.people[i].place != MapArea::isolate;
                QVERIFY(person.place == (isKnown ? MapArea::tiedElsewhere : MapArea::isolate));
                (isKnown ? elsewhere : alone) += 1;
                lines.insert(person.at.y());
            }
            QVERIFY(alone + elsewhere > 0);
            QVERIFY2(lines.size() <= 4, "rows, not scattered");
            for (std::size_t i = 0; i < degrees.size(); ++i) {
                const QPointF at = page.people[i].at;
                if (degrees[i] > 0)
                    continue;
                QVERIFY(!others.contains(at) || page.people[i].at.x() > others.center().x());
                const double gapX = std::max(0.0, at.x() - others.right());
                const double gapY = std::max(0.0, at.y() - others.bottom());
                QVERIFY2(gapX < 1300 && gapY < 330, "right beside or below");
            }
            QVERIFY(nearest(page) > 14);
            const QStringList captions = captionsOf(input);
            QCOMPARE(captions.contains(PaintWords::noKnownTie(alone)), alone > 0);
            QCOMPARE(captions.contains(PaintWords::tiedElsewhere(elsewhere)), elsewhere > 0);
        }
    }

    void captions_areOnThePageHoweverSmallTheMap()
    {
        // A wide network with a few beside it on every paper: words do not shrink with it.
        for (const PaperTurn turn : {PaperTurn::landscape, PaperTurn::portrait})
            for (const int width : {2, 6, 14}) {
                std::vector<QPointF> middles;
                for (int i = 0; i < width; ++i)
                    middles.emplace_back(100 * i, 0);
                MapInput input = rings(middles);
                for (int i = 0; i < 3; ++i)
                    input.people.push_back(
                        personAt(1000 + i, QPointF(0, 0), i == 0 ? MapArea::isolate : MapArea::network));
                MapPage page;
                page.turn = turn;
                const auto out = layOutMapPage(page, input, mapColors(Theme::print()));
                const auto count = std::count_if((*out)->picture->texts.begin(), (*out)->picture->texts.end(),
                                                 [](const auto& text) { return text.role == TextRole::areaCaption; });
                QCOMPARE(static_cast<int>(count), 2);
            }
    }

    void filteredMap_isLargerThanWhereItStood()
    {
        const MapInput input = filtered({4});
        const MapViewport before = fittedViewport(mapBounds(input), kRoom, {14, 14, 872, 452}, 10);
        QVERIFY(placed(input).view.scale > 1.15 * before.scale);
    }

    void whoHasATie_keepsTheirPlaceAmongTheOthers()
    {
        const MapInput input = filtered({0, 1, 2, 3});
        const MapInput page = placed(input).input;
        const std::vector<int> degrees = degreesOf(input);
        for (std::size_t i = 0; i < degrees.size(); ++i)
            if (degrees[i] > 0 && input.people[i].place == MapArea::network)
                QVERIFY(distance(page.people[i].at, input.people[i].at) < 0.001);
    }

    void farClusters_comeNearer_inTheirDirections()
    {
        const MapInput input = rings({{0, 0}, {2000, 0}, {0, 1500}});
        const PagePlaces page = placed(input);
        QVERIFY(page.view.scale > 1.8 * fittedViewport(mapBounds(input), kRoom, {14, 14, 872, 452}).scale);
        // Each is whole and none lies on another.
        for (std::size_t i = 0; i < input.people.size(); ++i) {
            const QPointF was = input.people[i].at - middleOf(input, i / 8);
            QVERIFY(distance(page.input.people[i].at - middleOf(page.input, i / 8), was) < 0.001);
        }
        QVERIFY(std::abs(nearest(page.input) - nearest(input)) < 0.001);
        for (std::size_t i = 0; i < 8; ++i)
            for (std::size_t j = 8; j < 24; ++j)
                QVERIFY(distance(page.input.people[i].at, page.input.people[j].at) > 68);
        const QPointF first = middleOf(page.input, 0), right = middleOf(page.input, 1);
        QVERIFY(right.x() > first.x() + 60 || middleOf(page.input, 2).y() > first.y() + 60);
        QVERIFY(right.x() >= first.x());
    }

    void longTieAcrossEmptyPaper_becomesShorter()
    {
        MapInput input = rings({{0, 0}, {1800, 900}});
        input.ties.push_back({.id = TieId{99}, .a = 0, .b = 12});
        const PagePlaces page = placed(input);
        QVERIFY(page.view.scale > 1.8 * fittedViewport(mapBounds(input), kRoom, {14, 14, 872, 452}).scale);
        const QPointF by = middleOf(page.input, 1) - middleOf(page.input, 0);
        QVERIFY2(by.x() > 0 && by.y() >= 0, "still to the right of it and not above");
    }

    void nearClusters_areNotPulledApart()
    {
        // Two that stand near each other, and one far away.
        const MapInput input = rings({{0, 0}, {190, 0}, {3000, 2000}});
        const MapInput page = placed(input).input;
        QVERIFY(distance(middleOf(page, 1) - middleOf(page, 0), QPointF(190, 0)) < 0.001);
        QVERIFY(distance(middleOf(page, 2), middleOf(page, 0)) < 1000);
        // Where moving gains little nobody moves.
        const MapInput close = rings({{0, 0}, {300, 0}});
        QVERIFY(placed(close).input.people == close.people);
    }

    void smallPieces_closeUpInTheirRow_whereTheUserDidNotPutThem()
    {
        MapInput input = rings({{0, 0}});
        for (int pair = 0; pair < 2; ++pair)
            for (int end = 0; end < 2; ++end) {
                const auto index = static_cast<std::uint32_t>(input.people.size());
                input.people.push_back(
                    personAt(index + 1, QPointF(800 + 400 * pair + 36 * end, 900), MapArea::smallPiece));
                if (end > 0)
                    input.ties.push_back({.id = TieId{100 + pair}, .a = index - 1, .b = index});
            }
        input.areas = {{MapArea::smallPiece, QPointF(800, 870)}};
        const MapInput page = placed(input).input;
        QVERIFY(distance(page.people[8].at, page.people[10].at) < 200);
        QVERIFY(distance(page.people[8].at, middleOf(page, 0)) < 400);
        QVERIFY(page.people[8].place == MapArea::smallPiece);
        QCOMPARE(page.areas.size(), std::size_t(1));
        QVERIFY(captionsOf(input).contains(PaintWords::smallGroups(2)));
        input.people[8].pinned = true;
        input.people[8].at = {160, 0};
        input.people[9].at = {160, 36};
        const MapInput put = placed(input).input;
        QVERIFY(distance(put.people[9].at - put.people[0].at, QPointF(160, 36) - input.people[0].at) < 0.001);
    }

    void whoAskedNotToBeShown_takesNoRoom()
    {
        MapInput input = rings({{0, 0}});
        const PagePlaces before = placed(input);
        input.people.push_back(personAt(90, {5000, 5000}));
        input.people.back().consent = ShowConsent::notShown;
        const PagePlaces page = placed(input);
        QCOMPARE(page.view.scale, before.view.scale);
        QVERIFY(page.input.people.back().place != MapArea::network);
        QVERIFY(page.input.areas.empty());
        const auto out = layOutMapPage({}, input, mapColors(Theme::print()));
        QCOMPARE((*out)->picture->discs.size(), std::size_t(8));
        QCOMPARE((*out)->picture->leftOut, 1);
    }

    void edges()
    {
        MapInput input;
        input.caption.filter = QStringLiteral("all people hidden by filters");
        QVERIFY(placed(input).input == input);
        // One alone; nobody with a tie; everybody at one spot; a page without room; places out of the world.
        input.people.push_back(personAt(1, {400, 400}));
        QVERIFY(placed(input).input.people[0].place == MapArea::tiedElsewhere);
        for (int i = 2; i <= 70; ++i)
            input.people.push_back(personAt(i, {400, 400}, MapArea::isolate));
        const PagePlaces rows = placed(input);
        QVERIFY(nearest(rows.input) > 20);
        const QRectF bounds = mapBounds(rows.input);
        QVERIFY2(bounds.width() < 8 * bounds.height() && bounds.height() < 4 * bounds.width(), "as the page is");
        QVERIFY(placed(input, {0, 0}).input.people.size() == 70);
        input = rings({{0, 0}, {1e300, -1e300}});
        input.people.push_back(personAt(99, {qQNaN(), 0}));
        for (const MapPerson& person : placed(input).input.people)
            QCOMPARE(std::isfinite(person.at.x()), person.id != PersonId{99});
        // Hundreds of pairs all over the place are done in a moment, and hide none of each other.
        std::vector<QPointF> middles;
        for (int i = 0; i < 300; ++i)
            middles.emplace_back(i % 20 * 700, i / 20 * 700);
        const MapInput pairs = rings(middles, 2);
        QVERIFY(nearest(placed(pairs).input) > 60);
        QCOMPARE(placed(pairs).input.people.size(), std::size_t(600));
    }

    void cancelled_isSaid()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto out = placedOnPage(rings({{0, 0}, {2000, 0}}), kRoom, RunContext(stop.get_token()));
        QVERIFY(!out && out.error().code == ErrorCode::cancelled);
    }
};

QTEST_MAIN(PagePlacesTest)
#include "tst_page_places.moc"
