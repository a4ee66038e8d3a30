// SPDX-License-Identifier: GPL-3.0-or-later
// Two dates compared: new, lost and kept ties, who joined and who left, told apart by more than their colour.
#include <algorithm>

#include <QTest>

#include "FourPeople.h"
#include "ui/base/Fonts.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Of ties drawn in this colour: how wide, and in how many pieces.
struct Drawn
{
    float width = 0;
    std::uint32_t pieces = 0;
};

Drawn drawnIn(const MapPicture& picture, const QColor& color)
{
    Drawn drawn;
    for (const TieClass& look : picture.ties)
        if (look.color == color.rgb()) {
            drawn.width = std::max(drawn.width, look.width);
            drawn.pieces += look.end - look.begin;
        }
    return drawn;
}

const LegendEntry* rowOf(const MapPicture& picture, LegendKind kind)
{
    const auto& rows = picture.legend.rows;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [kind](const LegendEntry& row) { return row.kind == kind; });
    return found == rows.end() ? nullptr : &*found;
}

/// Far apart, so that every tie has room for its dashes.
MapInput compared()
{
    MapInput input = fourPeople();
    for (MapPerson& person : input.people) {
        person.at *= 5;
        person.change = MapTieChange::kept;
    }
    input.ties = {{.id = TieId{1}, .a = 0, .b = 1, .change = MapTieChange::fresh, .stale = true},
                  {.id = TieId{2}, .a = 0, .b = 2, .change = MapTieChange::lost},
                  {.id = TieId{3}, .a = 1, .b = 3, .change = MapTieChange::kept, .staffGuess = true}};
    return input;
}

} // namespace

class MapChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void ties_areToldApartByMoreThanTheirColour()
    {
        const MapInput input = compared();
        const auto picture = pictureOf(input);
        const MapColors& colors = input.style.colors;
        const Drawn fresh = drawnIn(*picture, colors.good), lost = drawnIn(*picture, colors.danger),
                    kept = drawnIn(*picture, colors.muted);
        QVERIFY(fresh.pieces > 0 && lost.pieces > 0 && kept.pieces > 0);
        QVERIFY2(fresh.width > 1.3F * kept.width, "a new tie is wider");
        QVERIFY2(lost.pieces > 2 * fresh.pieces, "a lost one is dashed, and nothing else is");
        QVERIFY(kept.pieces <= fresh.pieces);
    }

    void legend_countsWhatChanged_andNothingThatDidNot()
    {
        MapInput input = compared();
        auto picture = pictureOf(input);
        for (const LegendKind kind : {LegendKind::fresh, LegendKind::lost, LegendKind::kept})
            QVERIFY(rowOf(*picture, kind) != nullptr && rowOf(*picture, kind)->count == 1);
        for (const LegendKind kind : {LegendKind::stale, LegendKind::staffGuess, LegendKind::joined, LegendKind::left})
            QVERIFY(rowOf(*picture, kind) == nullptr);
        input.people[0].change = MapTieChange::fresh;
        input.people[2].change = input.people[3].change = MapTieChange::lost;
        input.ties[1].change = MapTieChange::kept;
        picture = pictureOf(input);
        QCOMPARE(rowOf(*picture, LegendKind::joined)->count, 1);
        QCOMPARE(rowOf(*picture, LegendKind::left)->count, 2);
        QCOMPARE(rowOf(*picture, LegendKind::kept)->count, 2);
        QVERIFY(rowOf(*picture, LegendKind::lost) == nullptr);
        QVERIFY(pictureOf(fourPeople())->legend.rows.size() < picture->legend.rows.size());
    }

    void whoHasNoTieOnTheDate_isPaleInPlace_andCounted()
    {
        MapInput input = fourPeople();
        input.people[1].untied = input.people[2].untied = true;
        input.people[2].place = MapArea::isolate; // in a row, where its caption says so
        const auto plain = pictureOf(fourPeople()), picture = pictureOf(input);
        const auto fill = [](const MapPicture& of, std::uint32_t person) {
            for (const PictureDisc& disc : of.discs)
                if (disc.person == person)
                    return QColor::fromRgb(disc.fill);
            return QColor();
        };
        QVERIFY(fill(*picture, 1).lightness() > fill(*plain, 1).lightness());
        QCOMPARE(fill(*picture, 0), fill(*plain, 0));
        QCOMPARE(fill(*picture, 2), fill(*plain, 2));
        QVERIFY(rowOf(*plain, LegendKind::untied) == nullptr);
        QVERIFY(rowOf(*picture, LegendKind::untied) != nullptr);
        QCOMPARE(rowOf(*picture, LegendKind::untied)->count, 1);
    }

    void whoJoinedOrLeft_isRinged_andWhoLeftIsPale()
    {
        MapInput input = compared();
        input.people[0].change = MapTieChange::fresh;
        input.people[1].change = MapTieChange::lost;
        const auto picture = pictureOf(input);
        const auto discOf = [&](std::uint32_t person) {
            return *std::find_if(picture->discs.begin(), picture->discs.end(),
                                 [person](const PictureDisc& disc) { return disc.person == person; });
        };
        const PictureDisc joined = discOf(0), left = discOf(1), stayed = discOf(2);
        QVERIFY(joined.ringWidth > 0 && left.ringWidth > 0);
        QCOMPARE(stayed.ringWidth, 0.0F);
        QCOMPARE(joined.ring, input.style.colors.good.rgb());
        QCOMPARE(left.ring, input.style.colors.danger.rgb());
        QCOMPARE(joined.fill, stayed.fill);
        QVERIFY(qGray(left.fill) > qGray(stayed.fill) + 40);
    }
};

QTEST_MAIN(MapChangesTest)
#include "tst_map_changes.moc"
