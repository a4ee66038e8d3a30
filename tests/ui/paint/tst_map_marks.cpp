// SPDX-License-Identifier: GPL-3.0-or-later
// What discs and lines say beside the colour of their group: shapes, rings, signs, initials, kinds side by side,
// widths.
#include <algorithm>
#include <cmath>
#include <set>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "FourPeople.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/HitIndex.h"
#include "ui/paint/LegendSample.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/RasterPainter.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr std::uint16_t kAdviceForward = 1U << 2, kLearnedBack = 1U << 5; ///< bits of `MapTie::kinds`

const PictureDisc& discOf(const MapPicture& picture, std::uint32_t person)
{
    return *std::find_if(picture.discs.begin(), picture.discs.end(),
                         [person](const PictureDisc& disc) { return disc.person == person; });
}

bool hasRow(const MapPicture& picture, LegendKind kind)
{
    return std::any_of(picture.legend.rows.begin(), picture.legend.rows.end(),
                       [kind](const LegendEntry& entry) { return entry.kind == kind; });
}

QStringList initialsOn(const MapPicture& picture)
{
    QStringList initials;
    for (const PictureText& text : picture.texts)
        if (text.role == TextRole::initials)
            initials.append(text.text);
    initials.sort();
    return initials;
}

/// Ink of a shape of radius 40 in the middle of an empty map, in px.
double inkOf(MapShape shape)
{
    MapInput input = fourPeople();
    input.people.resize(1);
    input.ties.clear();
    input.style.labels = MapLabels::none;
    input.style.hulls = false;
    input.people[0].shape = shape;
    MapViewport view;
    view.size = QSizeF(200, 200);
    view.zoom = 4;
    const auto picture = *buildMapPicture(input, view);
    const QImage image = *RasterPainter::render(*picture, 4);
    double ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixel(x, y) != input.style.colors.canvas.rgb() ? 1.0 / 16 : 0.0;
    return ink;
}

} // namespace

class MapMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void shapes_haveTheSameArea()
    {
        const double disc = inkOf(MapShape::disc);
        for (const MapShape shape : {MapShape::square, MapShape::diamond, MapShape::shield, MapShape::triangle})
            QVERIFY2(std::abs(inkOf(shape) / disc - 1) < 0.04, qPrintable(QString::number(inkOf(shape) / disc)));
    }

    void staffAndOutsidePeople_areInTheLegend()
    {
        MapInput input = fourPeople();
        QVERIFY(!hasRow(*pictureOf(input), LegendKind::staff) && !hasRow(*pictureOf(input), LegendKind::outside));
        input.people[1].shape = MapShape::shield;
        input.people[2].shape = MapShape::triangle;
        const auto picture = pictureOf(input);
        QVERIFY(hasRow(*picture, LegendKind::staff) && hasRow(*picture, LegendKind::outside));
        QCOMPARE(discOf(*picture, 1).shape, MapShape::shield);
        input.people[1].hidden = true;
        QVERIFY(!hasRow(*pictureOf(input), LegendKind::staff));
    }

    void rings_areCutDifferentlyForEachValue_alsoInTheLegend()
    {
        MapInput input = fourPeople();
        input.secondTitle = QStringLiteral("Role");
        std::set<int> arcs;
        for (int colour = -1; colour < kGroupCount; ++colour)
            arcs.insert(ringArcsOf(colour));
        QCOMPARE(arcs.size(), std::size_t{kGroupCount + 1});
        input.seconds = {{QStringLiteral("Coach"), 2, 1, 0}, {QStringLiteral("Principal"), 5, 1, 0}};
        input.people[0].second = 0;
        input.people[1].second = 1;
        const auto picture = pictureOf(input);
        QVERIFY(discOf(*picture, 0).ringWidth > 0 && discOf(*picture, 2).ringWidth <= 0);
        QVERIFY(discOf(*picture, 0).ringArcs != discOf(*picture, 1).ringArcs);
        std::vector<LegendEntry> rows;
        for (const LegendEntry& entry : picture->legend.rows)
            if (entry.kind == LegendKind::heading || entry.kind == LegendKind::secondGroup)
                rows.push_back(entry);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].text, QStringLiteral("Ring: Role"));
        QCOMPARE(rows[1].mark, static_cast<int>(discOf(*picture, 0).ringArcs));
        QCOMPARE(rows[2].text, QStringLiteral("Principal"));
    }

    void withoutColour_groupsCarrySigns_andNoPixelHasAHue()
    {
        MapInput input = fourPeople();
        input.groups.push_back({QStringLiteral("Lakes"), 3, 2, 1});
        input.people[1].group = 1;
        QCOMPARE(discOf(*pictureOf(input), 1).mark, std::uint8_t{0});
        input.style.colors = greyColors(mapColors(Theme::print()));
        input.focus.selected = {0};
        input.ties[0].change = MapTieChange::fresh;
        input.ties[1].change = MapTieChange::lost;
        const auto picture = pictureOf(input);
        QVERIFY(discOf(*picture, 0).mark != discOf(*picture, 1).mark);
        QCOMPARE(picture->legend.values[1].mark, static_cast<int>(discOf(*picture, 1).mark));
        const QImage image = *RasterPainter::render(*picture, 1);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                QVERIFY(std::abs(qRed(pixel) - qGreen(pixel)) <= 1 && std::abs(qGreen(pixel) - qBlue(pixel)) <= 1);
            }
    }

    void greys_standOutFromTheGroundAndFromEachOther()
    {
        const MapColors grey = greyColors(mapColors(Theme::print()));
        QCOMPARE(grey.groups.size(), std::size_t{kGroupCount});
        std::set<QRgb> all;
        for (const QColor& color : grey.groups) {
            all.insert(color.rgb());
            QVERIFY(Theme::contrast(color, grey.canvas) > 1.8);
        }
        QCOMPARE(all.size(), grey.groups.size());
        // The first five, which most maps have, differ as much as print needs.
        for (std::size_t i = 0; i < 5; ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(std::abs(qGray(grey.groups[i].rgb()) - qGray(grey.groups[j].rgb())) >= 20);
    }

    void initials_standOnLargeDiscsOnly_asThePolicyAllows()
    {
        MapInput input = fourPeople();
        input.style.sizes = MapSizes::byMeasure;
        input.people[0].size = input.people[1].size = 10;
        QCOMPARE(initialsOn(*pictureOf(input)), QStringList());
        input.style.initials = true;
        QCOMPARE(initialsOn(*pictureOf(input)), (QStringList{QStringLiteral("AR"), QStringLiteral("TB")}));
        const auto drawn = pictureOf(input);
        for (const PictureText& text : drawn->texts)
            if (text.role == TextRole::initials) {
                const PictureDisc& disc = discOf(*drawn, text.text == QLatin1String("AR") ? 0 : 1);
                QVERIFY(text.box.width() < 2 * static_cast<double>(disc.radius));
                QVERIFY(std::abs(text.box.center().x() - disc.at.x()) < 1);
            }
        // Who is shown by code has no letters of their name anywhere.
        input.style.purpose = MapPurpose::staffExport;
        input.people[0].consent = ShowConsent::byCode;
        QCOMPARE(initialsOn(*pictureOf(input)), QStringList{QStringLiteral("TB")});
        // Where initials are all that is shown, they are said once.
        input.style.names = NamesPolicy::initials;
        const auto picture = pictureOf(input);
        QVERIFY(labelOf(*picture, 1) == nullptr);
        QVERIFY(labelOf(*picture, 2) != nullptr);
        input.style.names = NamesPolicy::hidden;
        QCOMPARE(initialsOn(*pictureOf(input)), QStringList());
    }

    void labels_sayAValueInThePlaceOfTheName_butWhoIsPointedAtIsNamed()
    {
        MapInput input = fourPeople();
        input.labelBy = MapLabelBy::value;
        input.labels = {{QStringLiteral("Coach"), -1, 2, 0}};
        input.people[0].label = input.people[1].label = 0;
        const auto picture = pictureOf(input);
        QCOMPARE(labelOf(*picture, 0)->text, QStringLiteral("Coach"));
        QVERIFY(labelOf(*picture, 2) == nullptr);
        input.focus.hovered = 0;
        QCOMPARE(labelOf(*pictureOf(input), 0)->text, QStringLiteral("Ana Ruiz · Coach"));
        input.focus.hovered = 2;
        QCOMPARE(labelOf(*pictureOf(input), 2)->text, QStringLiteral("Jun Takeda"));
    }

    void kinds_areLinesThreePixelsApart_eachWithItsDirection()
    {
        MapInput input = fourPeople();
        input.style.hulls = false;
        input.ties.resize(1);
        MapTie& tie = input.ties[0];
        tie.collaboration = Collaboration::now;
        tie.kinds = kAdviceForward | kLearnedBack;
        QCOMPARE(tie.directionOf(MapKind::advice), MapDirection::aToB);
        QCOMPARE(tie.directionOf(MapKind::learnedFrom), MapDirection::bToA);
        QCOMPARE(tie.directionOf(MapKind::names), MapDirection::none);
        QCOMPARE(pictureOf(input)->hits->ties.size(), std::size_t{1});
        input.style.kinds = true;
        input.style.arrows = MapArrows::always;
        const auto picture = pictureOf(input);
        const auto& curves = picture->hits->ties;
        QCOMPARE(curves.size(), std::size_t{4}); // exchange, work together, advice, learned from
        for (std::size_t k = 1; k < curves.size(); ++k) {
            const QPointF apart = (curves[k].c - curves[k - 1].c) / 2; // the middle of a curve moves half as far
            QVERIFY(std::abs(std::hypot(apart.x(), apart.y()) - 3) < 1e-6);
            QCOMPARE(curves[k].tie, std::uint32_t{0});
        }
        QCOMPARE(picture->arrows.size(), std::size_t{2});
        for (const LegendKind kind :
             {LegendKind::exchange, LegendKind::workTogether, LegendKind::kindAdvice, LegendKind::kindLearned})
            QVERIFY(hasRow(*picture, kind));
        QVERIFY(!hasRow(*picture, LegendKind::kindShared));
    }

    void taper_goesFromSixteenTenthsToSixOfTheWidth()
    {
        MapInput input = fourPeople();
        input.style.hulls = false;
        input.ties.resize(1);
        input.ties[0].direction = MapDirection::aToB;
        const auto picture = pictureOf(input);
        std::vector<float> widths;
        for (const TieClass& look : picture->ties)
            widths.push_back(look.width);
        const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
        QVERIFY(widths.size() == 8 && *most / *least > 2.2F && *most / *least < 2.7F);
        QVERIFY(hasRow(*picture, LegendKind::direction));
    }

    void strength_widensALine()
    {
        MapInput input = fourPeople();
        input.style.hulls = false;
        input.strengthTitle = QStringLiteral("Weight");
        input.ties.resize(1);
        const float before = pictureOf(input)->ties.front().width;
        input.ties[0].strength = 2;
        const auto picture = pictureOf(input);
        QVERIFY(std::abs(picture->ties.front().width / before - 2) < 0.05F);
        QVERIFY(hasRow(*picture, LegendKind::strengths));
        input.ties[0].strength = 1e9F;
        QVERIFY(std::abs(pictureOf(input)->ties.front().width / before - kMostStrength) < 0.1F);
    }

    void convenings_areDiamonds_whoseLinesAreNoTies()
    {
        MapInput input = fourPeople();
        MapPerson held;
        held.id = PersonId{9};
        held.name = QStringLiteral("Autumn day");
        held.shape = MapShape::diamond;
        held.at = QPointF(20, 20);
        input.people.push_back(held);
        input.conveningMonths = 12;
        MapTie came;
        came.id = TieId{9};
        came.a = 0;
        came.b = 4;
        came.attended = true;
        input.ties.push_back(came);
        const auto picture = pictureOf(input);
        QVERIFY(hasRow(*picture, LegendKind::convening) && hasRow(*picture, LegendKind::attended));
        QCOMPARE(picture->hits->ties.size(), std::size_t{2});
        QVERIFY(picture->caption.contains(QStringLiteral("1 convening in 12 months")));
        QCOMPARE(labelOf(*picture, 4)->text, QStringLiteral("Autumn day"));
        // Nobody counts it as a person without a value.
        for (const LegendEntry& value : picture->legend.values)
            QVERIFY(value.group >= 0);
    }

    void samplesOfTheLegend_differFromEachOther()
    {
        const MapColors colors = mapColors(Theme::light());
        std::set<QByteArray> drawn;
        int count = 0;
        for (int kind = 0; kind <= static_cast<int>(LegendKind::kindShared); ++kind) {
            const auto of = static_cast<LegendKind>(kind);
            // The same sample in another colour, or no sample at all.
            if (of == LegendKind::heading || of == LegendKind::shade || of == LegendKind::heard ||
                of == LegendKind::fresh || of == LegendKind::lost || of == LegendKind::direction)
                continue;
            QImage image(60, 24, QImage::Format_RGB32);
            image.fill(colors.canvas);
            QPainter painter(&image);
            paintLegendSample(painter, image.rect(), {of, {}, {}, -1, colors.text}, colors);
            painter.end();
            drawn.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
            ++count;
        }
        QCOMPARE(static_cast<int>(drawn.size()), count);
    }
};

QTEST_MAIN(MapMarksTest)
#include "tst_map_marks.moc"
