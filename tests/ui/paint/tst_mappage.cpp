// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QImage>
#include <QLineF>
#include <QTest>

#include "PageText.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/PaintWords.h"

using namespace weavemap;
using namespace weavemap::ui;

class MapPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void paper_hasItsSizeEitherWayRound();
    void board_hasDiscsOfOneSizeAndSaysSo();
    void asOnScreen_keepsSizesAndSaysSo();
    void selectionAndDarkColours_stayOnTheScreen();
    void everything_staysOnThePaper_data();
    void everything_staysOnThePaper();
    void longWords_areCutOrWrapped();
    void caption_isThereWithoutALegend();
    void valueOfOnePerson_leavesWithTheirNameOnly();
    void rowOfPeopleWithoutATie_closesUpWhereSomebodyIsLeftOut();
    void legend_standsBesideATallNetworkOnAWidePage();
    void legend_staysBelowWhereTheMapWouldNotGrow();
    void column_isLeftOutWhereItsWordsAreTooMany();
    void everybodyOfASmallMap_hasTheirInitials_data();
    void everybodyOfASmallMap_hasTheirInitials();
    void largeMap_saysHowManyNamesFoundNoRoom();
};

void MapPageTest::initTestCase()
{
    loadResources();
    QVERIFY(loadFonts());
}

void MapPageTest::paper_hasItsSizeEitherWayRound()
{
    MapPage page;
    QCOMPARE(pageSizePx(page).toSize(), QSize(794, 1123));
    page.turn = PaperTurn::landscape;
    QCOMPARE(pageSizePx(page).toSize(), QSize(1123, 794));
    page.paper = PaperSize::letter;
    QCOMPARE(pageSizePx(page), QSizeF(1056, 816));
    page.paper = PaperSize::a3;
    QCOMPARE(pageSizePx(page).toSize(), QSize(1587, 1123));
    page.paper = PaperSize::legal;
    QCOMPARE(pageSizePx(page), QSizeF(1344, 816));
    // A page holds two of the next smaller one; what is on the largest is larger, so that it is read from afar.
    for (const auto& [larger, smaller] :
         {std::pair(PaperSize::a0, PaperSize::a1), std::pair(PaperSize::a2, PaperSize::a3),
          std::pair(PaperSize::a4, PaperSize::a5)}) {
        MapPage one, other;
        one.paper = larger;
        other.paper = smaller;
        QVERIFY(std::abs(pageSizePx(one).width() - pageSizePx(other).height()) < 1);
    }
    page.paper = PaperSize::a0;
    const double few = laidOut(page, sampleMap(20))->scale, many = laidOut(page, sampleMap(900))->scale;
    QVERIFY(few > 2.5 && many < few - 0.3 && many > 1.5); // many need the room
    page.paper = PaperSize::a3;
    QCOMPARE(laidOut(page, sampleMap(20))->scale, 1.0);
}

void MapPageTest::board_hasDiscsOfOneSizeAndSaysSo()
{
    const auto page = laidOut({}, sampleMap());
    const auto [least, most] = std::minmax_element(page->picture->discs.begin(), page->picture->discs.end(),
                                                   [](const auto& a, const auto& b) { return a.radius < b.radius; });
    QCOMPARE(least->radius, most->radius);
    QVERIFY(wordsAround(*page).contains(QStringLiteral("All discs are the same size")));
    QVERIFY(wordsAround(*page).contains(QStringLiteral("Names as initials")));
    for (const LaidOutPage::Sample& sample : page->samples)
        QVERIFY(sample.entry.kind != LegendKind::sizes);
}

void MapPageTest::asOnScreen_keepsSizesAndSaysSo()
{
    MapPage wish;
    wish.view = MapPageView::asOnScreen;
    const auto page = laidOut(wish, sampleMap());
    const auto [least, most] = std::minmax_element(page->picture->discs.begin(), page->picture->discs.end(),
                                                   [](const auto& a, const auto& b) { return a.radius < b.radius; });
    QVERIFY(most->radius > 2 * least->radius);
    QVERIFY(wordsAround(*page).contains(QStringLiteral("Go-between")));
}

void MapPageTest::selectionAndDarkColours_stayOnTheScreen()
{
    MapInput input = sampleMap();
    input.style.colors = mapColors(Theme::dark());
    input.focus.selected = {3};
    input.focus.hovered = input.focus.keyboard = 3;
    const auto page = laidOut({}, input);
    QVERIFY(page->picture->rings.empty() && page->picture->glows.empty());
    QCOMPARE(page->picture->dimmed, 0);
    QCOMPARE(page->picture->canvas, QColor(Qt::white));
    QCOMPARE(renderMapPage(*page, 1)->pixel(2, 2), QColor(Qt::white).rgb());
}

void MapPageTest::everything_staysOnThePaper_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<int>("turn");
    QTest::addColumn<int>("people");
    for (const int paper :
         {static_cast<int>(PaperSize::a4), static_cast<int>(PaperSize::a3), static_cast<int>(PaperSize::a5),
          static_cast<int>(PaperSize::a1), static_cast<int>(PaperSize::letter)})
        for (int turn = 0; turn < 2; ++turn)
            for (const int people : {0, 1, 142, 900})
                QTest::addRow("paper %d turn %d people %d", paper, turn, people) << paper << turn << people;
}

void MapPageTest::everything_staysOnThePaper()
{
    QFETCH(int, paper);
    QFETCH(int, turn);
    QFETCH(int, people);
    MapPage wish;
    wish.paper = static_cast<PaperSize>(paper);
    wish.turn = static_cast<PaperTurn>(turn);
    wish.headerLeft = wish.headerRight = wish.title = wish.subtitle = QStringLiteral("Who exchanges help and ideas");
    wish.sentence = QStringLiteral("Regions are well knit inside.");
    const auto page = laidOut(wish, people == 0 ? MapInput{} : sampleMap(people));
    QVERIFY(page);
    const QRectF sheet(QPointF(0, 0), page->size);
    QVERIFY(sheet.contains(page->mapRect));
    for (const PictureText& text : page->texts) {
        QVERIFY2(sheet.contains(text.box), qPrintable(text.text));
        QVERIFY2(!text.box.intersects(page->mapRect), qPrintable(text.text));
    }
    const QRectF window(QPointF(0, 0), page->mapRect.size());
    for (const PictureDisc& disc : page->picture->discs)
        QVERIFY(window.contains(disc.at));
    for (const PictureText& text : page->picture->texts)
        QVERIFY2(window.contains(text.box), qPrintable(text.text));
}

void MapPageTest::longWords_areCutOrWrapped()
{
    MapPage wish;
    wish.title = QString(400, QLatin1Char('W'));
    wish.subtitle = QStringLiteral("regions ").repeated(80);
    wish.sentence = QStringLiteral("Regions are well knit inside. ").repeated(12);
    const auto page = laidOut(wish, sampleMap(40));
    for (const PictureText& text : page->texts)
        QVERIFY2(text.box.right() <= page->size.width() - 40, qPrintable(text.text));
    QVERIFY(page->texts.front().text.endsWith(QChar(0x2026)));
}

void MapPageTest::caption_isThereWithoutALegend()
{
    MapPage wish;
    wish.legend = false;
    const auto page = laidOut(wish, sampleMap());
    QVERIFY(page->samples.empty());
    const QString words = wordsAround(*page);
    for (const char* part : {"exchange ties, members only", "15 Oct 2026", "heard from 96 of 142 (68 %)"})
        QVERIFY2(words.contains(QString::fromLatin1(part)), part);
}

void MapPageTest::valueOfOnePerson_leavesWithTheirNameOnly()
{
    MapInput input = sampleMap();
    input.groups.front().name = QStringLiteral("ana@example.org");
    input.groups.front().personal = true;
    MapPage page;
    page.turn = PaperTurn::landscape;
    page.names = NamesPolicy::full;
    QVERIFY(wordsAround(*laidOut(page, input)).contains(QStringLiteral("ana@example.org")));
    page.names = NamesPolicy::initials;
    const QString words = wordsAround(*laidOut(page, input));
    QVERIFY(!words.contains(QStringLiteral("ana@example.org")));
    QVERIFY(words.contains(QStringLiteral("One person")));
}

namespace {

MapInput stretched(double x, double y)
{
    MapInput input = sampleMap();
    for (MapPerson& person : input.people)
        person.at = {person.at.x() * x, person.at.y() * y};
    for (MapAreaCaption& caption : input.areas)
        caption.at = {caption.at.x() * x, caption.at.y() * y};
    return input;
}

bool isBeside(const LaidOutPage& page)
{
    return std::all_of(page.samples.begin(), page.samples.end(),
                       [&](const LaidOutPage::Sample& sample) { return sample.box.left() >= page.mapRect.right(); });
}

} // namespace

void MapPageTest::rowOfPeopleWithoutATie_closesUpWhereSomebodyIsLeftOut()
{
    MapInput input = sampleMap();
    std::vector<QPointF> spots;
    std::size_t first = input.people.size();
    for (std::size_t i = 0; i < input.people.size(); ++i)
        if (input.people[i].place == MapArea::isolate) {
            if (spots.empty() || input.people[i].at.x() < input.people[first].at.x())
                first = i;
            spots.push_back(input.people[i].at);
        }
    QVERIFY(spots.size() > 2);
    std::sort(spots.begin(), spots.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    QCOMPARE(spots.front().y(), spots.back().y()); // one row
    input.people[first].consent = ShowConsent::notShown;
    const auto page = laidOut({}, input);
    std::vector<QPointF> drawn;
    for (const PictureDisc& disc : page->picture->discs) {
        QVERIFY(disc.person != first);
        if (input.people[disc.person].place == MapArea::isolate)
            drawn.push_back(page->picture->viewport.toMap(disc.at));
    }
    std::sort(drawn.begin(), drawn.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    QCOMPARE(drawn.size(), spots.size() - 1);
    for (std::size_t i = 0; i < drawn.size(); ++i)
        QVERIFY(QLineF(drawn[i], spots[i]).length() < 0.01);
}

void MapPageTest::legend_standsBesideATallNetworkOnAWidePage()
{
    MapPage wish;
    wish.turn = PaperTurn::landscape;
    wish.title = QStringLiteral("Who exchanges help and ideas");
    wish.sentence = QStringLiteral("45 of the 323 ties cross from one group to another.");
    const auto page = laidOut(wish, stretched(0.5, 1));
    QVERIFY(!page->samples.empty());
    QVERIFY(isBeside(*page));
    for (const LaidOutPage::Sample& sample : page->samples)
        QVERIFY(sample.box.bottom() < page->mapRect.bottom());
    QVERIFY(wordsAround(*page).contains(QStringLiteral("45 of the 323 ties")));
    for (const PictureText& text : page->texts) {
        QVERIFY2(text.box.right() <= page->size.width() - 51, qPrintable(text.text));
        QVERIFY2(!text.box.intersects(page->mapRect), qPrintable(text.text));
    }
    // The same page with its legend below would have a smaller map.
    wish.legend = false;
    wish.sentence.clear();
    QVERIFY(page->picture->viewport.scale > 0.95 * laidOut(wish, stretched(0.5, 1))->picture->viewport.scale);
}

void MapPageTest::legend_staysBelowWhereTheMapWouldNotGrow()
{
    MapPage wish;
    wish.turn = PaperTurn::landscape;
    QVERIFY(!isBeside(*laidOut(wish, stretched(2.5, 1))));
    wish.turn = PaperTurn::portrait;
    QVERIFY(!isBeside(*laidOut(wish, stretched(1, 1))));
}

void MapPageTest::column_isLeftOutWhereItsWordsAreTooMany()
{
    MapPage wish;
    wish.turn = PaperTurn::landscape;
    wish.sentence = QStringLiteral("Regions are well knit inside. ").repeated(40);
    QVERIFY(!isBeside(*laidOut(wish, stretched(0.5, 1))));
    wish.sentence.clear();
    MapInput input = stretched(0.5, 1);
    input.groups.front().name = QStringLiteral("A region with a name as long as a sentence about it");
    QVERIFY(!isBeside(*laidOut(wish, input)));
}

namespace {

/// How many different people have a label; -1 where two have the same.
int labelled(const LaidOutPage& page)
{
    std::set<std::int64_t> people;
    for (const PictureText& text : page.picture->texts)
        if (text.person >= 0 && !people.insert(text.person).second)
            return -1;
    return static_cast<int>(people.size());
}

} // namespace

void MapPageTest::everybodyOfASmallMap_hasTheirInitials_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<double>("spread");
    QTest::addColumn<int>("names");
    for (const int names : {static_cast<int>(NamesPolicy::initials), static_cast<int>(NamesPolicy::codes)})
        for (const double spread : {1.0, 0.4, 0.15, 0.0})
            for (const int people : {1, 17, 60})
                QTest::addRow("%d people, spread %.2f, names %d", people, spread, names) << people << spread << names;
}

void MapPageTest::everybodyOfASmallMap_hasTheirInitials()
{
    QFETCH(int, people);
    QFETCH(double, spread);
    QFETCH(int, names);
    MapInput input = stretched(spread, spread);
    input.people.resize(static_cast<std::size_t>(people));
    std::erase_if(input.ties,
                  [&](const MapTie& tie) { return std::max(tie.a, tie.b) >= static_cast<std::uint32_t>(people); });
    // One far away keeps the page from spreading the others out again.
    input.people.back().at = QPointF(2500, 1500);
    MapPage page;
    page.turn = PaperTurn::landscape;
    page.names = static_cast<NamesPolicy>(names);
    const auto out = laidOut(page, input);
    QCOMPARE(out->picture->discs.size(), static_cast<std::size_t>(people));
    QCOMPARE(labelled(*out), people);
    QCOMPARE(out->picture->unnamed, 0);
    const QRectF window(QPointF(0, 0), out->mapRect.size());
    for (const PictureText& text : out->picture->texts)
        QVERIFY2(window.contains(text.box), qPrintable(text.text));
    QVERIFY(!wordsAround(*out).contains(QStringLiteral("readable")));
}

void MapPageTest::largeMap_saysHowManyNamesFoundNoRoom()
{
    for (const NamesPolicy names : {NamesPolicy::initials, NamesPolicy::codes, NamesPolicy::full}) {
        MapPage page;
        page.names = names;
        const auto out = laidOut(page, sampleMap(400));
        const int unnamed = static_cast<int>(out->picture->discs.size()) - labelled(*out);
        QVERIFY(unnamed > 10);
        QCOMPARE(out->picture->unnamed, unnamed);
        QVERIFY2(wordsAround(*out).contains(PaintWords::unnamedSentence(names, unnamed)),
                 qPrintable(wordsAround(*out)));
    }
    MapPage page;
    page.names = NamesPolicy::hidden;
    QVERIFY(!wordsAround(*laidOut(page, sampleMap())).contains(QStringLiteral("readable")));
    // A name that is left out of a small map is said as well.
    page.names = NamesPolicy::full;
    MapInput crowd = stretched(0.1, 0.1);
    crowd.people.resize(50);
    std::erase_if(crowd.ties, [](const MapTie& tie) { return std::max(tie.a, tie.b) >= 50; });
    crowd.people.back().at = QPointF(2500, 1500);
    const auto out = laidOut(page, crowd);
    QVERIFY(out->picture->unnamed > 0);
    QVERIFY(wordsAround(*out).contains(PaintWords::unnamedSentence(NamesPolicy::full, out->picture->unnamed)));
}

QTEST_MAIN(MapPageTest)
#include "tst_mappage.moc"
