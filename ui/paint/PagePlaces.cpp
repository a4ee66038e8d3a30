// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PagePlaces.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/graph/GraphSnapshot.h"
#include "core/layout/Layout.h"
#include "core/layout/Packing.h"
#include "core/layout/Rows.h"
#include "core/layout/Team.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/PersonLook.h"
#include "ui/paint/PersonSets.h"
#include "ui/paint/ShownName.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr double kMapRoomX = 14, kMapRoomY = 14;
constexpr double kLargestScale = 2.4;    ///< a few people may fill their page
constexpr double kNear = 110;            ///< map units: people nearer than this stand together
constexpr double kHullReach = 34;        ///< map units from a person to the edge of a hull around them
constexpr double kBetweenClusters = 30;  ///< map units between the hulls of two clusters
constexpr double kWorthMoving = 1.2;     ///< how much larger the map must become for clusters to move
constexpr double kWorthPulling = 1.1;    ///< the same for clusters that move farther yet
constexpr double kWorthWider = 1.02;     ///< the same for rows that are longer, or stand beside instead of below
constexpr std::size_t kMostWeighed = 64; ///< clusters that several ways of packing are tried for
constexpr double kPulls[]{0.75, 0.5, 0.25, 0.1}; ///< shares of their distance that clusters keep
constexpr double kRoomForInitials = 4;           ///< map units that discs in rows are farther apart on a small map
constexpr double kBetweenRows = 14;              ///< map units between rows and the next caption's room
constexpr double kNearRows = 18;                 ///< map units that rows keep from people, besides their usual gap
constexpr int kWordsRounds = 4;                  ///< until a caption's room and the scale agree
constexpr double kWordsRoom = 8;                 ///< px beyond a caption's end
constexpr double kRowWidths[]{240, 360, 540, 810, 1215, 1800};

using Group = PersonSets::Group;

/// Who is drawn, by how they stand on the page of a filtered map.
struct Parts
{
    std::vector<Group> clusters; ///< people with ties, by who stands near whom, the largest first
    std::vector<Group> small;    ///< pieces that stand in rows on the screen, too
    Group elsewhere;             ///< people whose ties all lead to people who are not on the page
    Group alone;                 ///< people without a known tie
    Group leftOut;               ///< people who asked not to be shown
};

Result<> joinNear(const MapInput& input, const Group& people, PersonSets& sets, const RunContext& run)
{
    const auto cellOf = [](double x) { return static_cast<int>(std::floor(std::clamp(x / kNear, -1e8, 1e8))); };
    std::map<std::pair<int, int>, Group> cells;
    for (const std::uint32_t i : people) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        const QPointF at = input.people[i].at;
        const int column = cellOf(at.x()), row = cellOf(at.y());
        for (int x = column - 1; x <= column + 1; ++x)
            for (int y = row - 1; y <= row + 1; ++y)
                if (const auto found = cells.find({x, y}); found != cells.end())
                    for (const std::uint32_t other : found->second) {
                        const QPointF by = input.people[other].at - at;
                        if (std::hypot(by.x(), by.y()) <= kNear)
                            sets.join(i, other);
                    }
        cells[{column, row}].push_back(i);
    }
    return {};
}

Result<Parts> partsOf(const MapInput& input, const PeopleLooks& looks, const RunContext& run)
{
    Parts parts;
    PersonSets sets(input.people.size());
    for (const MapTie& tie : input.ties)
        if (isDrawn(tie, looks))
            sets.join(tie.a, tie.b);
    // A small piece that the user put somewhere stays there.
    std::vector<bool> isPut(input.people.size(), false);
    Group tied, inRows, inPlace;
    for (std::uint32_t i = 0; i < input.people.size(); ++i) {
        const MapPerson& person = input.people[i];
        if (!looks.people[i].drawn) {
            if (!person.hidden && looks.people[i].shown == ShownAs::leftOut)
                parts.leftOut.push_back(i);
        } else if (looks.people[i].degree == 0) {
            (person.place == MapArea::isolate ? parts.alone : parts.elsewhere).push_back(i);
        } else {
            tied.push_back(i);
            if (person.pinned || person.place != MapArea::smallPiece)
                isPut[sets.rootOf(i)] = true;
        }
    }
    for (const std::uint32_t i : tied)
        (isPut[sets.rootOf(i)] ? inPlace : inRows).push_back(i);
    parts.small = sets.of(inRows);
    // By where they stand alone: a tie between two groups that filters have left far apart may become shorter, too.
    PersonSets near(input.people.size());
    WEAVEMAP_TRY(joinNear(input, inPlace, near, run));
    parts.clusters = near.of(inPlace);
    return parts;
}

layout::Rect boxOf(const MapInput& input, const Group& people)
{
    const QPointF first = input.people[people.front()].at;
    layout::Rect box{first.x(), first.y(), 0, 0};
    for (const std::uint32_t i : people)
        box = box.united({input.people[i].at.x(), input.people[i].at.y(), 0, 0});
    return box;
}

std::vector<layout::Disc> discsOf(const MapInput& input, const Group& people, layout::Point move = {})
{
    std::vector<layout::Disc> discs;
    discs.reserve(people.size());
    for (const std::uint32_t i : people)
        discs.push_back({input.people[i].at.x() + move.x, input.people[i].at.y() + move.y, kHullReach});
    return discs;
}

/// How large a map that takes `box` is in the room it has.
double scaleOf(const layout::Rect& box, QSizeF room)
{
    return std::min(
        {room.width() / std::max(box.width, 1.0), room.height() / std::max(box.height, 1.0), kLargestScale});
}

/// Brings clusters that stand far apart nearer to the largest one: `pull` is the share of its distance that each keeps,
/// in its direction, where there is room for it.
Result<> gatherClusters(MapInput& input, const std::vector<Group>& clusters, double pull, QSizeF room,
                        const RunContext& run)
{
    const layout::Rect first = boxOf(input, clusters.front());
    const QPointF middle(first.x + first.width / 2, first.y + first.height / 2);
    layout::Packing packing(std::clamp(room.width() / room.height(), 0.2, 5.0), kBetweenClusters);
    packing.occupy(discsOf(input, clusters.front()));
    for (std::size_t k = 1; k < clusters.size(); ++k) {
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        const layout::Rect box = boxOf(input, clusters[k]);
        const QPointF away = QPointF(box.x + box.width / 2, box.y + box.height / 2) - middle;
        const layout::Point pulled{(pull - 1) * away.x(), (pull - 1) * away.y()};
        const layout::Point free = packing.place(discsOf(input, clusters[k], pulled));
        for (const std::uint32_t i : clusters[k])
            input.people[i].at += QPointF(pulled.x + free.x, pulled.y + free.y);
    }
    return {};
}

/// The rows under each other, relative to their top left corner.
struct Rows
{
    std::vector<std::uint32_t> people;
    std::vector<layout::Point> at;
    std::vector<MapAreaCaption> captions;
    double width = 0, height = 0;
    double words = 0; ///< px: the longest caption, which does not shrink with the map
};

/// `apart`: how much larger discs are taken to be in the rows of people without a tie.
Rows rowsOf(const Parts& parts, const layout::RowInput& wish, double apart, const QString& family)
{
    Rows rows;
    layout::Team team(1);
    const std::vector<float> loose(wish.radii.size(), static_cast<float>(layout::kDefaultRadius + apart));
    const auto add = [&](MapArea area, const std::vector<Group>& pieces, const Group& people, const QString& words) {
        if (pieces.empty() && people.empty())
            return;
        const double top = rows.height > 0 ? rows.height + kBetweenRows : 0;
        const double shift = pieces.empty() ? apart : 0;
        const layout::RowBlock block =
            layout::rowsOf({wish.graph, pieces.empty() ? loose : wish.radii, wish.groups, wish.width, wish.seed},
                           pieces, people, team);
        rows.people.insert(rows.people.end(), block.people.begin(), block.people.end());
        for (const layout::Point& at : block.at)
            rows.at.push_back({at.x - shift, top + at.y - shift});
        rows.captions.push_back({area, QPointF(0, top + 0.5 * layout::kCaptionHeight)});
        rows.width = std::max(rows.width, block.width);
        rows.height = top + block.height;
        rows.words = std::max(rows.words, kWordsRoom + textWidth(words, family, textpx::kSmall, false));
    };
    const auto count = [](const auto& list) { return static_cast<int>(list.size()); };
    add(MapArea::smallPiece, parts.small, {}, PaintWords::smallGroups(count(parts.small)));
    add(MapArea::tiedElsewhere, {}, parts.elsewhere, PaintWords::tiedElsewhere(count(parts.elsewhere)));
    add(MapArea::isolate, {}, parts.alone, PaintWords::noKnownTie(count(parts.alone)));
    return rows;
}

graph::GraphSnapshot graphOf(const MapInput& input, const PeopleLooks& looks)
{
    std::vector<graph::Edge> edges;
    for (const MapTie& tie : input.ties)
        if (isDrawn(tie, looks))
            edges.push_back({tie.a, tie.b, 1.0});
    return {graph::GraphSnapshot::Direction::undirected, static_cast<std::uint32_t>(input.people.size()), edges};
}

/// Puts the rows below or beside the clusters, as long as makes the map largest. Gives the px that their captions take.
double layRows(MapInput& input, const Parts& parts, const PeopleLooks& looks, QSizeF room)
{
    input.areas.clear();
    const graph::GraphSnapshot graph = graphOf(input, looks);
    const std::vector<float> radii(input.people.size(), static_cast<float>(layout::kDefaultRadius));
    std::vector<int> groups;
    groups.reserve(input.people.size());
    for (const MapPerson& person : input.people)
        groups.push_back(person.group);

    std::vector<layout::Disc> discs;
    layout::Rect ground; ///< round the clusters
    for (const Group& people : parts.clusters) {
        const layout::Rect box = boxOf(input, people);
        ground = discs.empty() ? box : ground.united(box);
        for (const layout::Disc& disc : discsOf(input, people))
            discs.push_back({disc.x, disc.y, kNearRows});
    }
    const layout::Rect around = ground.grown(kNearRows);
    Rows best;
    layout::Point corner;
    double largest = 0, longest = 0;
    for (const double width : kRowWidths) {
        Rows rows = rowsOf(parts, {graph, radii, groups, width, 1},
                           input.style.labels == MapLabels::everyone ? kRoomForInitials : 0, input.style.fontFamily);
        if (rows.people.empty() || (longest > 0 && rows.width <= longest))
            break; // longer rows change nothing more
        longest = rows.width;
        std::vector<layout::Point> corners{layout::cornerFor(rows.width, rows.height, discs, around, layout::kAreaGap)};
        if (!discs.empty())
            corners.push_back({around.right() + layout::kAreaGap, std::max(around.y, around.bottom() - rows.height)});
        for (const layout::Point& at : corners) {
            const layout::Rect box{at.x, at.y, rows.width, rows.height};
            const layout::Rect all = discs.empty() ? box : box.united(ground.grown(kRoomForHulls));
            const double words = std::max(1.0, room.width() - rows.words) / std::max(1.0, at.x - all.x);
            const double scale = std::min(scaleOf(all, room), words);
            if (scale <= kWorthWider * largest)
                continue;
            largest = scale;
            best = rows;
            corner = at;
        }
    }
    const QPointF shift(corner.x, corner.y);
    for (std::size_t k = 0; k < best.people.size(); ++k)
        input.people[best.people[k]].at = shift + QPointF(best.at[k].x, best.at[k].y);
    for (const std::uint32_t i : parts.elsewhere)
        input.people[i].place = MapArea::tiedElsewhere;
    for (const MapAreaCaption& caption : best.captions)
        input.areas.push_back({caption.place, shift + caption.at});
    return best.words;
}

/// Whoever is left out takes no room, and no hull bulges round them.
void putAway(MapInput& input, const Group& leftOut, const PeopleLooks& looks)
{
    const auto drawn =
        std::find_if(looks.people.begin(), looks.people.end(), [](const PersonLook& look) { return look.drawn; });
    for (const std::uint32_t i : leftOut) {
        input.people[i].place = MapArea::isolate;
        if (drawn != looks.people.end())
            input.people[i].at = input.people[static_cast<std::size_t>(drawn - looks.people.begin())].at;
    }
}

bool hidesSomebody(const MapInput& input)
{
    return !input.caption.filter.isEmpty() ||
           std::any_of(input.people.begin(), input.people.end(), [](const MapPerson& person) { return person.hidden; });
}

/// The view of all people, and of the captions over their rows, `words` px long, at any scale.
MapViewport viewWithWords(const MapInput& input, QSizeF size, const QRectF& clear, double words)
{
    QRectF bounds = mapBounds(input);
    MapViewport view = fittedViewport(bounds, size, clear, kLargestScale);
    for (int round = 0; round < kWordsRounds; ++round) {
        for (const MapAreaCaption& area : input.areas)
            bounds |= QRectF(area.at, QSizeF(words / view.scale, 1));
        view = fittedViewport(bounds, size, clear, kLargestScale);
    }
    return view;
}

/// Lays out anew what a filter has left over.
Result<PagePlaces> arranged(const MapInput& input, QSizeF size, const QRectF& clear, const RunContext& run)
{
    const PeopleLooks looks = looksOf(input, 1);
    WEAVEMAP_ASSIGN(const Parts parts, partsOf(input, looks, run));
    const auto finished = [&](MapInput gathered) {
        gathered.rings.radii.clear(); // everybody stands elsewhere
        gathered.discRoom = 0;
        const double words = layRows(gathered, parts, looks, clear.size());
        putAway(gathered, parts.leftOut, looks);
        const MapViewport view = viewWithWords(gathered, size, clear, words);
        return PagePlaces{std::move(gathered), view};
    };
    PagePlaces best = finished(input);
    if (parts.clusters.size() < 2)
        return best;
    double worth = kWorthMoving;
    for (const double pull : kPulls) {
        if (parts.clusters.size() > kMostWeighed && pull != 0.5)
            continue;
        MapInput gathered = input;
        WEAVEMAP_TRY(gatherClusters(gathered, parts.clusters, pull, clear.size(), run));
        PagePlaces found = finished(std::move(gathered));
        if (found.view.scale <= worth * best.view.scale)
            continue;
        best = std::move(found);
        worth = kWorthPulling;
    }
    return best;
}

} // namespace

void closeRows(MapInput& input)
{
    std::vector<std::size_t> row;
    for (std::size_t i = 0; i < input.people.size(); ++i)
        if (input.people[i].place == MapArea::isolate && !input.people[i].hidden && !input.people[i].pinned)
            row.push_back(i);
    std::sort(row.begin(), row.end(), [&](std::size_t a, std::size_t b) {
        const QPointF one = input.people[a].at, other = input.people[b].at;
        return std::pair(one.y(), one.x()) < std::pair(other.y(), other.x());
    });
    std::vector<QPointF> spots;
    for (const std::size_t i : row)
        spots.push_back(input.people[i].at);
    // Whoever is left out goes to the end, where nothing is drawn.
    std::stable_partition(row.begin(), row.end(), [&](std::size_t i) {
        return shownAs(input.style.names, input.people[i].consent, input.style.purpose) != ShownAs::leftOut;
    });
    for (std::size_t k = 0; k < row.size(); ++k)
        input.people[row[k]].at = spots[k];
}

Result<PagePlaces> placedOnPage(const MapInput& input, QSizeF size, const RunContext& run)
{
    PagePlaces placed{input, {}};
    const QRectF clear = QRectF(QPointF(0, 0), size).adjusted(kMapRoomX, kMapRoomY, -kMapRoomX, -kMapRoomY);
    if (hidesSomebody(input)) {
        WEAVEMAP_ASSIGN(placed, arranged(input, size, clear, run));
    } else {
        closeRows(placed.input);
        placed.view = fittedViewport(mapBounds(placed.input), size, clear, kLargestScale);
    }
    // Discs and hulls shrink with the map, so that the page looks like the screen held farther away; they grow where a
    // few people are drawn larger than any screen draws them.
    const double factor = std::clamp(placed.view.scale, 0.6, std::max(1.0, placed.view.scale / kLargestMapScale));
    placed.view.zoom = factor * factor;
    placed.view.unit = factor / placed.view.scale;
    return placed;
}

} // namespace weavemap::ui
