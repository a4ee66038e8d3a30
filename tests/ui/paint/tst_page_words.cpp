// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says about a map that leaves: groups, filters and captions, and nobody's name against their wish.
#include <algorithm>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "PageText.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/LeavingWords.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/PaintWords.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

const QString kName = QStringLiteral("Canarybird Zyxwvut");

QString legendOf(const LaidOutPage& page)
{
    QStringList rows;
    for (const LaidOutPage::Sample& sample : page.samples)
        if (sample.entry.kind == LegendKind::group)
            rows.append(QStringLiteral("%1 %2").arg(sample.entry.text).arg(sample.entry.count));
    return rows.join(QStringLiteral(", "));
}

/// The sample with a value and a filter that say somebody's name.
MapInput withNames(ShowConsent consent = ShowConsent::unset)
{
    MapInput input = sampleMap();
    const MapSaidName who{kName, consent, 14};
    input.groups[0].name = QStringLiteral("Zyxwvut,  CANARYBIRD");
    input.groups[0].says = {who};
    input.filters = {{{kName, {who}}, {{QStringLiteral("Lakes")}, {kName, {who}}}}};
    return input;
}

} // namespace

class PageWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void aViewsCaption_standsOnThePageAsNamesLeave()
    {
        MapPage page;
        page.title = QStringLiteral("Who exchanges help");
        page.caption = {QStringLiteral("Before the visit of %1 🙂").arg(kName), {{kName, ShowConsent::unset, 14}}};
        page.names = NamesPolicy::full;
        QVERIFY(wordsOf(*laidOut(page, sampleMap())).contains(page.caption.text));
        // It stands there whole or not at all: a name cut out of a sentence may still be guessed.
        for (const NamesPolicy names : {NamesPolicy::initials, NamesPolicy::codes, NamesPolicy::hidden}) {
            page.names = names;
            QVERIFY(!wordsOf(*laidOut(page, sampleMap())).contains(QStringLiteral("visit")));
        }
        page.names = NamesPolicy::full;
        for (const ShowConsent consent : {ShowConsent::byCode, ShowConsent::notShown}) {
            page.caption.says[0].consent = consent;
            QVERIFY(!wordsOf(*laidOut(page, sampleMap())).contains(QStringLiteral("visit")));
        }
        // However long it is, it leaves the map most of the page.
        const double room = laidOut(page, sampleMap())->mapRect.height();
        page.caption = {QStringLiteral("word ").repeated(5000)};
        const auto longest = laidOut(page, sampleMap());
        QVERIFY(longest->mapRect.height() > 0.8 * room);
        for (const PictureText& text : longest->texts)
            QVERIFY(text.box.right() <= longest->size.width());
    }

    void whatIsSeen_isCopiedWithLegendAndCaptionBelow()
    {
        MapInput input = sampleMap();
        input.people[3].name = kName;
        input.people[3].consent = ShowConsent::notShown;
        MapViewport view = fittedViewport(mapBounds(input), {901, 640}, QRectF(0, 0, 901, 640));
        view.obstacles = {QRectF(0, 0, 300, 300)};
        MapPage page;
        page.names = NamesPolicy::full;
        page.caption.text = QStringLiteral("Spring");
        const auto seen = layOutSeenMap(page, input, view, mapColors(Theme::print()));
        QVERIFY(seen);
        const LaidOutPage& out = **seen;
        QCOMPARE(out.mapRect, QRectF(0, 0, 901, 640));
        QCOMPARE(out.picture->viewport.centre, view.centre);
        QCOMPARE(out.picture->viewport.scale, view.scale);
        QVERIFY(!out.samples.empty());
        for (const PictureText& text : out.texts)
            QVERIFY(text.box.top() >= 640 && text.box.bottom() <= out.size.height() && text.box.right() <= 901);
        for (const LaidOutPage::Sample& sample : out.samples)
            QVERIFY(sample.box.top() >= 640);
        QVERIFY(out.size.height() < 2 * 640);
        QVERIFY(wordsOf(out).contains(QStringLiteral("Spring.")) && !wordsOf(out).contains(kName));
        // An empty map is its canvas.
        const auto empty = layOutSeenMap(MapPage(), MapInput(), MapViewport(), mapColors(Theme::print()));
        QVERIFY(empty);
        QVERIFY((*empty)->size.height() >= 600);
    }

    void nameInALegend_isShownAsThePersonIs_data()
    {
        QTest::addColumn<int>("names");
        QTest::addColumn<int>("consent");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* tag, NamesPolicy names, ShowConsent consent, const char* shown) {
            QTest::newRow(tag) << static_cast<int>(names) << static_cast<int>(consent) << QString::fromLatin1(shown);
        };
        row("full", NamesPolicy::full, ShowConsent::unset, "Zyxwvut,  CANARYBIRD");
        row("initials", NamesPolicy::initials, ShowConsent::byName, "C.Z.");
        row("codes", NamesPolicy::codes, ShowConsent::byName, "P-014");
        row("hidden", NamesPolicy::hidden, ShowConsent::byName, "Hidden name 1");
        row("full, by code", NamesPolicy::full, ShowConsent::byCode, "P-014");
        row("full, not shown", NamesPolicy::full, ShowConsent::notShown, "Hidden name 1");
        row("initials, by code", NamesPolicy::initials, ShowConsent::byCode, "P-014");
    }
    void nameInALegend_isShownAsThePersonIs()
    {
        QFETCH(int, names);
        QFETCH(int, consent);
        QFETCH(QString, shown);
        MapPage page;
        page.names = static_cast<NamesPolicy>(names);
        const auto out = laidOut(page, withNames(static_cast<ShowConsent>(consent)));
        QVERIFY2(legendOf(*out).startsWith(shown + QLatin1Char(' ')), qPrintable(legendOf(*out)));
        const QString words = wordsOf(*out);
        const bool isFull = shown.startsWith(QLatin1Char('Z'));
        QCOMPARE(words.contains(QStringLiteral("canary"), Qt::CaseInsensitive), isFull);
        // Legend, hull, filter's header and filter's value.
        QVERIFY2(words.count(shown) >= (isFull ? 2 : 4), qPrintable(words));
    }

    void measures_areToldOnAPage_andNotOnABoard()
    {
        MapInput input = sampleMap();
        input.groups.clear();
        input.colourTitle = QStringLiteral("Reach");
        input.shades = {{QStringLiteral("0"), kFirstShade},
                        {QStringLiteral("1 to 2"), kFirstShade + 1},
                        {QStringLiteral("nobody here"), kFirstShade + 2},
                        {QStringLiteral("3 to 9"), kFirstShade + 3}};
        input.areSecondsFigures = true;
        input.secondTitle = QStringLiteral("Coreness");
        input.seconds = {{QStringLiteral("low"), kFirstShade}, {QStringLiteral("high"), kFirstShade + 1}};
        for (std::size_t i = 0; i < input.people.size(); ++i) {
            input.people[i].group = -1;
            input.people[i].shade = i % 4 == 2 ? 1 : static_cast<int>(i % 4);
            input.people[i].second = static_cast<int>(i % 2);
        }
        const auto shadesOn = [](const LaidOutPage& page) {
            return std::count_if(page.samples.begin(), page.samples.end(), [](const LaidOutPage::Sample& sample) {
                return sample.entry.kind == LegendKind::shade && sample.entry.count > 0;
            });
        };
        MapPage page;
        page.view = MapPageView::asOnScreen;
        const auto told = laidOut(page, input);
        QCOMPARE(shadesOn(*told), 3); // counted over who is on the page
        const QString words = wordsOf(*told);
        QVERIFY2(words.contains(QStringLiteral("measure Reach")) && words.contains(QStringLiteral("measure Coreness")),
                 qPrintable(words));
        page.view = MapPageView::board;
        const auto board = laidOut(page, input);
        QCOMPARE(shadesOn(*board), 0);
        QVERIFY(!wordsOf(*board).contains(QStringLiteral("Reach")));
        QVERIFY(!wordsOf(*board).contains(QStringLiteral("Coreness")));
        for (const PictureDisc& disc : board->picture->discs)
            QCOMPARE(disc.ringWidth, 0.0F);
    }

    void hiddenNames_areInNoByteOfAnyFormat_data()
    {
        QTest::addColumn<int>("names");
        QTest::addColumn<QString>("suffix");
        for (const NamesPolicy names : {NamesPolicy::initials, NamesPolicy::codes, NamesPolicy::hidden})
            for (const char* suffix : {"pdf", "svg", "png"})
                QTest::addRow("policy %d %s", static_cast<int>(names), suffix)
                    << static_cast<int>(names) << QString::fromLatin1(suffix);
    }
    void hiddenNames_areInNoByteOfAnyFormat()
    {
        QFETCH(int, names);
        QFETCH(QString, suffix);
        const QTemporaryDir dir;
        MapPage page;
        page.names = static_cast<NamesPolicy>(names);
        const QString path = dir.filePath(QStringLiteral("map.") + suffix);
        QVERIFY(exportMap(page, withNames(), mapColors(Theme::print()), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        if (suffix == QLatin1String("pdf")) {
            QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty());
            QProcess process;
            process.start(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
            QVERIFY(process.waitForFinished(20'000));
            bytes += process.readAllStandardOutput();
            QVERIFY(bytes.simplified().contains("Only"));
        }
        QVERIFY(!bytes.toLower().contains("canary") && !bytes.toLower().contains("zyxwvut"));
    }

    void severalNames_areShownEachByTheirOwnRule()
    {
        const MapSaidName ana{QStringLiteral("Ana Ruiz"), ShowConsent::byName, 1},
            ben{QStringLiteral("Ben Okoro"), ShowConsent::byCode, 2},
            sam{QStringLiteral("Çağla Ünal"), ShowConsent::notShown, 3},
            mail{QStringLiteral("x@example.org"), ShowConsent::unset, 0};
        LeavingWords full(NamesPolicy::full, MapPurpose::staffExport);
        QCOMPARE(full.shown(QStringLiteral("all"), {}), QStringLiteral("all"));
        QCOMPARE(full.shown(QStringLiteral("a"), {ana, ben, sam}), QStringLiteral("Ana Ruiz, P-002, Hidden name 1"));
        QCOMPARE(full.shown(QStringLiteral("x@example.org"), {mail}), QStringLiteral("x@example.org"));
        LeavingWords hidden(NamesPolicy::hidden, MapPurpose::staffExport);
        QCOMPARE(hidden.shown(QStringLiteral("a"), {ana}), QStringLiteral("Hidden name 1"));
        QCOMPARE(hidden.shown(QStringLiteral("b"), {sam, ana}), QStringLiteral("Hidden name 2, Hidden name 1"));
        LeavingWords initials(NamesPolicy::initials, MapPurpose::report);
        QCOMPARE(initials.shown(QStringLiteral("a"), {sam, mail, mail}),
                 QStringLiteral("Hidden name 1, Hidden name 2, Hidden name 2"));
        QCOMPARE(initials.shown(QStringLiteral("Ünal"), {{sam.name, ShowConsent::unset, 3}}), QStringLiteral("Ç.Ü."));
    }

    void filter_isStated_andManyValuesAreCounted()
    {
        MapInput input = sampleMap();
        QVERIFY(!wordsOf(*laidOut({}, input)).contains(QStringLiteral("Only")));
        input.filters = {{{QStringLiteral("region")}, {{QStringLiteral("Lakes")}, {QStringLiteral("Uplands")}}},
                         {{QStringLiteral("role")}, {}}};
        QCOMPARE(wordsOf(*laidOut({}, input)).count(QStringLiteral("Only region Lakes, Uplands")), 1);
        MapPage bare;
        bare.legend = false;
        bare.subtitle = QStringLiteral("47 members");
        QVERIFY(wordsOf(*laidOut(bare, input)).contains(QStringLiteral("47 members · Only region Lakes, Uplands")));
        // What is too long for that line stands whole at the foot.
        MapInput many = input;
        many.filters[0].values = {{QStringLiteral("A region with a name that takes half of a line by itself")},
                                  {QStringLiteral("Uplands")}};
        const QString said = wordsOf(*laidOut(bare, many));
        QVERIFY(said.contains(QStringLiteral("by itself, Uplands.")) && !said.contains(QStringLiteral("members ·")));
        QStringList values;
        for (int i = 1; i <= 5; ++i)
            values.append(QStringLiteral("Ō%1").arg(i));
        QCOMPARE(PaintWords::onlyWith(QStringLiteral("role"), values), QStringLiteral("Only role Ō1, Ō2, Ō3, Ō4, Ō5"));
        values += {QStringLiteral("%1"), QStringLiteral("%2")};
        QCOMPARE(PaintWords::onlyWith(QStringLiteral("role"), values),
                 QStringLiteral("Only role Ō1, Ō2, Ō3, Ō4 and 3 more"));
        QCOMPARE(PaintWords::onlyWith(QStringLiteral("role"), {QStringLiteral("%1")}), QStringLiteral("Only role %1"));
    }

    void legend_listsWhoIsDrawn()
    {
        MapInput input = sampleMap();
        int lakes = 0, left = 0;
        for (MapPerson& person : input.people) {
            person.hidden = person.group == 0;
            if (person.group == 4 && ++lakes <= 3)
                person.consent = ShowConsent::notShown;
            if (person.group == 1 && ++left)
                person.consent = ShowConsent::notShown;
        }
        MapPage page;
        page.names = NamesPolicy::hidden;
        const QString legend = legendOf(*laidOut(page, input));
        QCOMPARE(legend, QStringLiteral("Riverside %1, Midtown %2, Lakes %3")
                             .arg(input.groups[2].members)
                             .arg(input.groups[3].members)
                             .arg(lakes - 3));
        QVERIFY(!wordsOf(*laidOut(page, input)).contains(QStringLiteral("Coast")));
        for (MapPerson& person : input.people)
            person.hidden = true;
        QCOMPARE(legendOf(*laidOut(page, input)), QString());
    }

    void rowsApart_countWhoIsDrawn()
    {
        MapInput input = sampleMap();
        const auto captions = [](const MapInput& map) {
            MapViewport view = fittedViewport(mapBounds(map), {1400, 1000}, {40, 40, 1320, 920});
            QStringList words;
            if (const auto picture = buildMapPicture(map, view))
                for (const PictureText& text : (*picture)->texts)
                    if (text.role == TextRole::areaCaption)
                        words.append(text.text);
            return words.join(QLatin1Char(' '));
        };
        const auto countIn = [&input](MapArea area) {
            return std::count_if(input.people.begin(), input.people.end(),
                                 [area](const MapPerson& person) { return person.place == area; });
        };
        const auto alone = static_cast<int>(countIn(MapArea::isolate));
        QVERIFY(alone > 1 && countIn(MapArea::smallPiece) > 1);
        QVERIFY(captions(input).contains(PaintWords::noKnownTie(alone)));
        QVERIFY(captions(input).contains(QStringLiteral("Small groups on their own · ")));
        std::find_if(input.people.begin(), input.people.end(), [](const MapPerson& person) {
            return person.place == MapArea::isolate;
        })->hidden = true;
        QVERIFY(captions(input).contains(PaintWords::noKnownTie(alone - 1)));
        // Below everybody, wherever the layout had room for them.
        for (MapPerson& person : input.people)
            if (person.place != MapArea::network)
                person.at.ry() += 2000;
        const QRectF whole = mapBounds(input);
        for (MapPerson& person : input.people)
            person.hidden = person.hidden || person.place != MapArea::network;
        QCOMPARE(captions(input), QString());
        // Rows that nobody stands in take no room.
        QVERIFY(mapBounds(input).height() < whole.height());
        QCOMPARE(captions(MapInput{}), QString());
    }

    void smallPieces_areCountedByTheTiesDrawn()
    {
        MapInput input;
        input.style.colors = mapColors(Theme::light());
        for (int i = 0; i < 5; ++i) {
            MapPerson person;
            person.id = PersonId{i + 1};
            person.name = QStringLiteral("Somebody");
            person.at = QPointF(30 * i, 60);
            person.place = MapArea::smallPiece;
            input.people.push_back(person);
        }
        input.areas = {{MapArea::smallPiece, QPointF(0, 20)}};
        input.ties = {
            {.id = TieId{1}, .a = 0, .b = 1}, {.id = TieId{2}, .a = 2, .b = 3}, {.id = TieId{3}, .a = 3, .b = 4}};
        const auto says = [&input](int count) {
            const MapViewport view = fittedViewport(mapBounds(input), {800, 600}, {40, 40, 720, 520});
            const auto picture = buildMapPicture(input, view);
            return picture && std::any_of((*picture)->texts.begin(), (*picture)->texts.end(), [&](const auto& text) {
                       return text.text == PaintWords::smallGroups(count);
                   });
        };
        QVERIFY(says(2));
        input.people[0].hidden = input.people[1].hidden = true;
        QVERIFY(says(1));
    }
};

QTEST_MAIN(PageWordsTest)
#include "tst_page_words.moc"
