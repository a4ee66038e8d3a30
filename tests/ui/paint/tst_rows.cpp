// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of small groups and of people without a tie: tidy, under their captions, and clear of everything else, in
// every style.
#include <algorithm>
#include <cmath>
#include <set>

#include <QTest>

#include "ReferenceMap.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapPictureBuilder.h"

using namespace weavemap;
using namespace weavemap::ui;
using layout::Style;

namespace {

constexpr QSizeF kCanvas(760, 756); ///< of a window of 1280 x 800
constexpr int kAlone = 9;

/// The network with a chain of two, one of three, and people without a tie, in the groups that are there.
MapInput withRows(MapInput input)
{
    const auto add = [&input](const QString& name) {
        MapPerson person;
        person.id = PersonId{input.people.empty() ? 1 : input.people.back().id.value + 1};
        person.name = name;
        person.group = input.groups.empty() ? -1 : static_cast<int>(input.people.size() % input.groups.size());
        input.people.push_back(person);
        return static_cast<std::uint32_t>(input.people.size() - 1);
    };
    const auto tie = [&input](std::uint32_t a, std::uint32_t b) {
        MapTie made;
        made.id = TieId{input.ties.empty() ? 1 : input.ties.back().id.value + 1};
        made.a = a;
        made.b = b;
        input.ties.push_back(made);
    };
    for (const int size : {2, 3}) {
        std::uint32_t last = add(QStringLiteral("Small group"));
        for (int k = 1; k < size; ++k) {
            const std::uint32_t next = add(QStringLiteral("Small group"));
            tie(last, next);
            last = next;
        }
    }
    for (int k = 0; k < kAlone; ++k)
        add(QStringLiteral("Alone"));
    return input;
}

MapViewport viewOf(const MapInput& input)
{
    return fittedViewport(mapBounds(input), kCanvas, QRectF(QPointF(16, 72), QPointF(744, 684)));
}

const PictureText* captionOf(const MapPicture& picture, const QString& words)
{
    for (const PictureText& text : picture.texts)
        if (text.role == TextRole::areaCaption && text.text.startsWith(words))
            return &text;
    return nullptr;
}

} // namespace

class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void rows_areClearOfAreasCaptionsAndPeople_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<int>("style");
        for (const char* network :
             {"", "davis_southern_women", "eies_messages", "florentine_marriage", "hightech_friendship", "jazz",
              "lawyers_advice", "les_miserables", "tailor_shop_social_t1", "tricky_two_equal_components", "email_urv"})
            for (const Style style : {Style::clusters, Style::distances, Style::rings, Style::areas, Style::circle})
                QTest::addRow("%s, style %d", network[0] == '\0' ? "sample" : network, static_cast<int>(style))
                    << QString::fromLatin1(network) << static_cast<int>(style);
    }

    void rows_areClearOfAreasCaptionsAndPeople()
    {
        QFETCH(const QString, network);
        QFETCH(const int, style);
        MapInput input = network.isEmpty()
                             ? sampleMap()
                             : withRows(referenceMap(WEAVEMAP_TEST_DATA "/reference/" + network.toStdString()));
        layOut(input, 1, static_cast<Style>(style));
        const auto built = buildMapPicture(input, viewOf(input));
        QVERIFY(built);
        const MapPicture& picture = **built;
        const PictureText* const small = captionOf(picture, QStringLiteral("Small groups"));
        const PictureText* const alone = captionOf(picture, QStringLiteral("No known tie"));
        QVERIFY2(small != nullptr, "the small groups have no caption");
        QVERIFY2(alone != nullptr, "people without a tie have no caption");
        QVERIFY(!small->box.intersects(alone->box));

        QRectF rows;
        for (const PictureDisc& disc : picture.discs) {
            const double r = static_cast<double>(disc.radius);
            const QRectF box(disc.at - QPointF(r, r), QSizeF(2 * r, 2 * r));
            for (const PictureText& text : picture.texts)
                if (text.role == TextRole::areaCaption)
                    QVERIFY2(!text.box.intersects(box), qPrintable(input.people[disc.person].name));
            if (input.people[disc.person].place == MapArea::network)
                continue;
            rows |= box;
            for (const PictureHull& hull : picture.hulls)
                QVERIFY2(!hull.path.intersects(box), qPrintable(input.people[disc.person].name));
        }
        for (const PictureText* caption : {small, alone})
            for (const PictureHull& hull : picture.hulls)
                QVERIFY2(!hull.path.intersects(caption->box), qPrintable(caption->text));
        for (const PictureDisc& disc : picture.discs)
            if (input.people[disc.person].place == MapArea::network)
                QVERIFY2(!rows.contains(disc.at), qPrintable(input.people[disc.person].name));
    }

    void peopleWithoutATie_standInRowsOfOnePitch()
    {
        MapInput input = withRows(referenceMap(WEAVEMAP_TEST_DATA "/reference/lawyers_advice"));
        for (const Style style : {Style::clusters, Style::distances, Style::rings, Style::areas, Style::circle}) {
            layOut(input, 1, style);
            std::set<double> across, down;
            int count = 0;
            for (const MapPerson& person : input.people)
                if (person.place == MapArea::isolate) {
                    across.insert(std::round(person.at.x()));
                    down.insert(std::round(person.at.y()));
                    ++count;
                }
            QVERIFY(count >= kAlone);
            QVERIFY2(static_cast<int>(down.size()) * static_cast<int>(across.size()) < 2 * count, "scattered");
            double least = 1e9, most = 0;
            for (auto at = std::next(across.begin()); at != across.end(); ++at) {
                least = std::min(least, *at - *std::prev(at));
                most = std::max(most, *at - *std::prev(at));
            }
            QVERIFY(most <= least + 1.01);
        }
    }

    void discsOfAWideCircle_doNotLieOnEachOther()
    {
        MapInput input = sampleMap();
        layOut(input, 1, Style::circle);
        input.style.sizes = MapSizes::same;
        const auto built = buildMapPicture(input, viewOf(input));
        QVERIFY(built);
        const auto& discs = (*built)->discs;
        QCOMPARE(discs.size(), input.people.size());
        for (std::size_t i = 0; i < discs.size(); ++i)
            for (std::size_t k = i + 1; k < discs.size(); ++k) {
                const QPointF apart = discs[i].at - discs[k].at;
                QVERIFY(std::hypot(apart.x(), apart.y()) > 0.85 * static_cast<double>(discs[i].radius + discs[k].radius));
            }
    }

    void areasEdge_stepsBackFromSomebodyInTheRows()
    {
        MapInput input = sampleMap();
        layOut(input, 1);
        // As where an older layout, or a hand, put the rows: right in the middle of a group.
        const auto alone = std::find_if(input.people.begin(), input.people.end(),
                                        [](const MapPerson& person) { return person.place == MapArea::isolate; });
        QVERIFY(alone != input.people.end());
        const auto crowd = std::find_if(input.people.begin(), input.people.end(),
                                        [](const MapPerson& person) { return person.place == MapArea::network; });
        const MapViewport view = viewOf(input);
        const auto before = buildMapPicture(input, view);
        QVERIFY(before);
        const auto isUnder = [&](const MapPicture& picture, QPointF at) {
            return std::any_of(picture.hulls.begin(), picture.hulls.end(), [&](const PictureHull& hull) {
                return hull.path.contains(view.toPixels(at));
            });
        };
        const QPointF there = crowd->at + QPointF(30, 0);
        QVERIFY(isUnder(**before, there));
        alone->at = there;
        for (int i = 0; i < 4; ++i)
            input.areas.push_back({MapArea::isolate, there + QPointF(0, -8.0 * i)});
        const auto after = buildMapPicture(input, view, {}, before->get());
        QVERIFY(after);
        QVERIFY(!isUnder(**after, there));
    }
};

QTEST_MAIN(RowsTest)
#include "tst_rows.moc"
