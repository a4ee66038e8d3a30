// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of whole maps, counted from the rectangles they were placed in: the sample and published networks, at
// three zooms.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QTest>

#include "FourPeople.h"
#include "ReferenceMap.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/TextMeasure.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr double kEdge = 4;              ///< px that labels keep from the edge of the page
constexpr double kAreaPerLabel = 20'000; ///< px2 of the canvas, at fit
constexpr double kClearance = 1;         ///< and from each other and from discs in the plain placement

QRectF pageOf(const MapPicture& picture)
{
    return QRectF(QPointF(0, 0), picture.viewport.size).adjusted(kEdge, kEdge, -kEdge, -kEdge);
}

std::vector<const PictureText*> labelsOf(const MapPicture& picture)
{
    std::vector<const PictureText*> labels;
    for (const PictureText& text : picture.texts)
        if (text.role == TextRole::label)
            labels.push_back(&text);
    return labels;
}

/// Pairs of texts of any kind that share an area, of which one at least is a label.
int overlaps(const MapPicture& picture)
{
    int pairs = 0;
    for (const PictureText* label : labelsOf(picture))
        for (const PictureText& other : picture.texts)
            if (label != &other && label->box.intersects(other.box) &&
                (other.role != TextRole::label || &other < label))
                ++pairs;
    return pairs;
}

/// Pairs of leader lines that cross: nobody could tell whose is which.
int crossings(const MapPicture& picture)
{
    int pairs = 0;
    for (const PictureLeader& one : picture.leaders)
        for (const PictureLeader& other : picture.leaders)
            pairs += &one < &other && one.line.intersects(other.line, nullptr) == QLineF::BoundedIntersection ? 1 : 0;
    return pairs;
}

int clipped(const MapPicture& picture)
{
    int count = 0;
    for (const PictureText* label : labelsOf(picture)) {
        bool isCut = !QRectF(QPointF(0, 0), picture.viewport.size).contains(label->box);
        for (const QRectF& card : picture.viewport.obstacles)
            isCut = isCut || card.intersects(label->box);
        count += isCut ? 1 : 0;
    }
    return count;
}

/// The plain placement to compare with: people from left to right, each name at the right of its disc, kept where it
/// lies on no disc, no card, no name of a group and no label before it; at most `limit`, as the map itself.
int plainCount(const MapInput& input, const MapPicture& picture, int limit)
{
    std::vector<QRectF> taken(picture.viewport.obstacles);
    for (const PictureText& text : picture.texts)
        if (text.role != TextRole::label)
            taken.push_back(text.box);
    std::vector<const PictureDisc*> discs;
    for (const PictureDisc& disc : picture.discs)
        discs.push_back(&disc);
    std::sort(discs.begin(), discs.end(), [](auto* a, auto* b) { return a->at.x() < b->at.x(); });
    int count = 0;
    for (const PictureDisc* disc : discs) {
        if (count >= limit)
            break;
        const auto radius = static_cast<double>(disc->radius);
        const float px = radius > 9.5 ? textpx::kLabel : textpx::kLabelSmall;
        QRectF box = makeText(input.people[disc->person].name, {}, picture.fontFamily, px, false).box;
        box.moveLeft(disc->at.x() + radius + 4);
        box.moveTop(disc->at.y() - box.height() / 2);
        const QRectF room = box.adjusted(-kClearance, -kClearance, kClearance, kClearance);
        const bool isOnDisc = std::any_of(discs.begin(), discs.end(), [&](const PictureDisc* other) {
            const double dx = std::max({room.left() - other->at.x(), 0.0, other->at.x() - room.right()});
            const double dy = std::max({room.top() - other->at.y(), 0.0, other->at.y() - room.bottom()});
            return std::hypot(dx, dy) < static_cast<double>(other->radius);
        });
        if (isOnDisc || !pageOf(picture).contains(box) ||
            std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(room); }))
            continue;
        taken.push_back(box);
        ++count;
    }
    return count;
}

MapViewport zoomed(const MapInput& input, double zoom)
{
    MapViewport view = viewOf(input);
    view.scale *= zoom;
    view.zoom = zoom;
    view.obstacles = {QRectF(16, 560, 240, 220)};
    return view;
}

} // namespace

class LabelsPlacedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void maps_showManyLabels_noneOnAnother_noneCut_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<double>("zoom");
        for (const char* network : {"", "karate", "les_miserables", "davis_southern_women", "florentine_marriage",
                                    "eies_messages", "hightech_advice", "lawyers_friendship", "tailor_shop_work_t1",
                                    "jazz", "email_urv", "tricky_unicode_names"})
            for (const double zoom : {1.0, 2.0, 4.0})
                QTest::addRow("%s at %g", network[0] == '\0' ? "sample" : network, zoom)
                    << QString::fromLatin1(network) << zoom;
    }

    void maps_showManyLabels_noneOnAnother_noneCut()
    {
        QFETCH(const QString, network);
        QFETCH(const double, zoom);
        MapInput input =
            network.isEmpty() ? sampleMap() : referenceMap(WEAVEMAP_TEST_DATA "/reference/" + network.toStdString());
        QVERIFY(!input.people.empty());
        for (const MapLabels labels : {MapLabels::fitting, MapLabels::all}) {
            input.style.labels = labels;
            const auto built = buildMapPicture(input, zoomed(input, zoom));
            QVERIFY(built);
            const MapPicture& picture = **built;
            const auto shown = static_cast<int>(labelsOf(picture).size());
            const double area = picture.viewport.size.width() * picture.viewport.size.height();
            const int limit = labels == MapLabels::all ? std::numeric_limits<int>::max()
                                                       : static_cast<int>(area / kAreaPerLabel * zoom);
            const int plain = plainCount(input, picture, limit);
            qInfo("%s: %d labels, plain placement %d, %zu discs in view", labels == MapLabels::all ? "all" : "fitting",
                  shown, plain, picture.discs.size());
            QCOMPARE(overlaps(picture), 0);
            QCOMPARE(clipped(picture), 0);
            QCOMPARE(crossings(picture), 0);
            QVERIFY2(shown >= plain, qPrintable(QStringLiteral("%1 of %2").arg(shown).arg(plain)));
        }
    }

    void fewPeople_areNearlyAllNamed_data()
    {
        QTest::addColumn<double>("share");
        for (const auto& [network, share] :
             {std::pair("karate", 1.0), std::pair("les_miserables", 0.95), std::pair("davis_southern_women", 0.95),
              std::pair("florentine_marriage", 1.0), std::pair("lawyers_friendship", 0.8)})
            QTest::newRow(network) << share;
    }

    void fewPeople_areNearlyAllNamed()
    {
        QFETCH(const double, share);
        const MapInput input = referenceMap(std::string(WEAVEMAP_TEST_DATA "/reference/") + QTest::currentDataTag());
        MapViewport view = fittedViewport(mapBounds(input), {1248, 856}, QRectF(16, 60, 1216, 780));
        view.obstacles = {QRectF(16, 600, 240, 240)};
        const auto built = buildMapPicture(input, view);
        QVERIFY(built);
        const auto named = static_cast<double>(labelsOf(**built).size());
        QVERIFY2(named >= share * static_cast<double>(input.people.size()), qPrintable(QString::number(named)));
    }

    void pointing_namesThatPersonAndCoversNoOtherName()
    {
        MapInput input = referenceMap(WEAVEMAP_TEST_DATA "/reference/jazz");
        for (std::uint32_t who = 0; who < input.people.size(); who += 7) {
            input.focus = {};
            input.focus.hovered = static_cast<int>(who);
            const auto built = buildMapPicture(input, zoomed(input, 1));
            QVERIFY(built);
            const PictureText* const label = labelOf(**built, who);
            QVERIFY(label != nullptr);
            QVERIFY(pageOf(**built).contains(label->box));
            QCOMPARE(overlaps(**built), 0);
        }
    }
};

QTEST_MAIN(LabelsPlacedTest)
#include "tst_labels_placed.moc"
