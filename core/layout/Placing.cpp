// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/layout/FreeSpots.h"
#include "core/layout/Layout.h"
#include "core/layout/OverlapRemoval.h"
#include "core/layout/Packing.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/Request.h"
#include "core/layout/Strays.h"
#include "core/layout/StressRefinement.h"
#include "core/layout/StyledLayout.h"

namespace weavemap::layout {

namespace {

constexpr double kBeside = 46.0;    ///< from a single contact
constexpr double kClearance = 10.0; ///< a new person's room
constexpr double kBetweenPieces = 70.0;
constexpr std::uint32_t kPivots = 60;
constexpr float kHome = 3.0F; ///< strength of the spring to where a person stood, against all their other wishes

/// Everything that finds places for new people shares.
struct Adding
{
    const Request& request;
    std::vector<Point>& at;
    std::vector<char>& isSet;
    FreeSpots spots;

    void set(std::uint32_t v, const Point& p)
    {
        at[v] = p;
        isSet[v] = 1;
        spots.take(request.discOf(v, p));
    }
};

/// The middle of those of v's group who have a place.
std::optional<Point> middleOfGroup(const Adding& adding, std::uint32_t v)
{
    const std::vector<int>& groups = adding.request.options().groups;
    Point sum;
    double count = 0.0;
    for (std::uint32_t u = 0; u < adding.at.size(); ++u) {
        if (!adding.isSet[u] || groups[u] != groups[v] || adding.request.graph().degree(u) == 0)
            continue;
        sum = {sum.x + adding.at[u].x, sum.y + adding.at[u].y};
        count += 1.0;
    }
    return count > 0.0 ? std::optional(Point{sum.x / count, sum.y / count}) : std::nullopt;
}

/// Where the contacts of v would have it: their middle, or outside a single one. Contacts of v's own group come first.
Point wishOf(const Adding& adding, std::uint32_t v)
{
    const graph::GraphSnapshot& graph = adding.request.graph();
    const std::vector<int>& groups = adding.request.options().groups;
    const auto isOwn = [&](std::uint32_t u) { return !groups.empty() && groups[v] >= 0 && groups[u] == groups[v]; };
    bool hasOwn = false;
    for (const std::uint32_t u : graph.neighbours(v))
        hasOwn = hasOwn || (adding.isSet[u] && isOwn(u));
    if (adding.request.options().style == Style::areas && !hasOwn && !groups.empty()) {
        if (const auto middle = middleOfGroup(adding, v))
            return *middle;
    }
    double x = 0.0, y = 0.0, count = 0.0;
    std::uint32_t last = v;
    for (const std::uint32_t u : graph.neighbours(v)) {
        if (!adding.isSet[u] || (hasOwn && !isOwn(u)))
            continue;
        x += adding.at[u].x;
        y += adding.at[u].y;
        count += 1.0;
        last = u;
    }
    if (count > 1.0)
        return {x / count, y / count};
    // One contact: on the side away from that contact's own people.
    double nx = 0.0, ny = 0.0, others = 0.0;
    for (const std::uint32_t w : graph.neighbours(last)) {
        if (w != v && adding.isSet[w]) {
            nx += adding.at[w].x;
            ny += adding.at[w].y;
            others += 1.0;
        }
    }
    double dx = others > 0.0 ? adding.at[last].x - nx / others : 0.0;
    double dy = others > 0.0 ? adding.at[last].y - ny / others : -1.0;
    const double length = std::sqrt(dx * dx + dy * dy);
    if (length < 1e-6) {
        dx = 0.0;
        dy = -1.0;
    } else {
        dx /= length;
        dy /= length;
    }
    const double reach = std::max(kBeside, adding.request.radius(v) + adding.request.radius(last) + 2.0 * kClearance);
    return {adding.at[last].x + reach * dx, adding.at[last].y + reach * dy};
}

/// New people with a placed contact, most contacts first as the front moves on.
void addBesideContacts(Adding& adding, const std::vector<std::uint32_t>& people)
{
    const graph::GraphSnapshot& graph = adding.request.graph();
    std::vector<std::uint32_t> front;
    for (const std::uint32_t v : people) {
        if (!adding.isSet[v])
            front.push_back(v);
    }
    while (!front.empty()) {
        // Those who have a contact now, then those whose contacts came with them.
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ready;
        std::vector<std::uint32_t> later;
        for (const std::uint32_t v : front) {
            std::uint32_t contacts = 0;
            for (const std::uint32_t u : graph.neighbours(v))
                contacts += adding.isSet[u] ? 1U : 0U;
            if (contacts > 0)
                ready.emplace_back(UINT32_MAX - contacts, v);
            else
                later.push_back(v);
        }
        if (ready.empty())
            return;
        std::sort(ready.begin(), ready.end());
        for (const auto& [rank, v] : ready)
            adding.set(v, adding.spots.nearest(wishOf(adding, v), adding.request.radius(v), kClearance));
        front = std::move(later);
    }
}

void addIsolates(Adding& adding, const PieceSorts& sorts)
{
    std::vector<std::uint32_t> standing, added;
    double largest = 0.0;
    for (const std::uint32_t v : sorts.isolates) {
        (adding.isSet[v] ? standing : added).push_back(v);
        largest = std::max(largest, adding.request.radius(v));
    }
    if (standing.empty())
        return; // the first row is laid with the others that have no place
    const Rect box = clusterBox(standing, adding.at, adding.request.radii());
    const double pitch = std::max(rowPitch(standing, adding.at).between, 2.0 * largest + 10.0);
    const int columns = std::max(8, static_cast<int>((box.width - 2.0 * largest) / pitch + 1.5));
    int slot = 0;
    for (const std::uint32_t v : added) {
        for (;; ++slot) {
            const int column = slot % columns, row = slot / columns;
            const Point p{box.x + largest + pitch * static_cast<double>(column),
                          box.y + largest + pitch * static_cast<double>(row)};
            if (adding.spots.isFree(adding.request.discOf(v, p), 4.0)) {
                adding.set(v, p);
                break;
            }
        }
    }
}

/// New small pieces go to free room among the small ones that stand; what finds none is left to the rows.
void addSmallPieces(Adding& adding, const PieceSorts& sorts, const Rect& bounds, Team& team)
{
    std::vector<std::uint32_t> standing;
    for (const std::vector<std::uint32_t>& piece : sorts.small) {
        for (const std::uint32_t v : piece) {
            if (adding.isSet[v])
                standing.push_back(v);
        }
    }
    if (standing.empty())
        return;
    const Rect area = clusterBox(standing, adding.at, adding.request.radii());
    for (const std::vector<std::uint32_t>& piece : sorts.small) {
        if (adding.isSet[piece[0]])
            continue;
        const std::vector<Point> shape = smallPiece(adding.request.rowInput(240.0), piece, team);
        Rect box{shape[0].x, shape[0].y, 0.0, 0.0};
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const double r = adding.request.radius(piece[i]);
            box = box.united({shape[i].x - r, shape[i].y - r, 2.0 * r, 2.0 * r});
        }
        bool isPlaced = false;
        for (double y = area.y; !isPlaced && y <= area.bottom(); y += 15.0) {
            for (double x = area.x; !isPlaced && x + box.width <= std::max(area.right(), bounds.right()); x += 15.0) {
                if (!adding.spots.isFree(Rect{x, y, box.width, box.height}.grown(12.0)))
                    continue;
                for (std::size_t i = 0; i < piece.size(); ++i)
                    adding.set(piece[i], {x + shape[i].x - box.x, y + shape[i].y - box.y});
                isPlaced = true;
            }
        }
    }
}

/// New large pieces stand beside everything else.
Outcome addLargePieces(Adding& adding, const PieceSorts& sorts, Team& team, const RunContext& context)
{
    const Request& request = adding.request;
    Packing packing(request.aspect(), kBetweenPieces);
    bool isOccupied = false;
    for (const std::vector<std::uint32_t>& people : sorts.large) {
        if (std::any_of(people.begin(), people.end(), [&](std::uint32_t v) { return adding.isSet[v] != 0; }))
            continue;
        if (!isOccupied) {
            std::vector<Disc> standing;
            for (std::uint32_t v = 0; v < adding.at.size(); ++v) {
                if (adding.isSet[v])
                    standing.push_back(request.discOf(v, adding.at[v]));
            }
            packing.occupy(standing);
            isOccupied = true;
        }
        const WorkGraph piece = inducedGraph(request.graph(), people);
        const std::vector<float> radii = request.radiiOf(people);
        const std::vector<int> groups = request.groupsOf(people);
        Positions positions;
        if (layoutPiece({piece, radii, groups, static_cast<float>(request.aspect()), request.options().seed}, team,
                        context, {}, positions) == Outcome::cancelled)
            return Outcome::cancelled;
        std::vector<Disc> discs;
        for (std::size_t i = 0; i < people.size(); ++i)
            discs.push_back(
                {static_cast<double>(positions.x[i]), static_cast<double>(positions.y[i]), request.radius(people[i])});
        const Point move = packing.place(discs);
        for (std::size_t i = 0; i < people.size(); ++i)
            adding.set(people[i], {discs[i].x + move.x, discs[i].y + move.y});
    }
    return Outcome::done;
}

Outcome addAll(const Request& request, Team& team, const RunContext& context, const PieceSorts& sorts,
               std::vector<Point>& at, std::vector<char>& isSet)
{
    Adding adding{request, at, isSet, {}};
    Rect bounds;
    bool isFirst = true;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        if (!isSet[v])
            continue;
        adding.spots.take(request.discOf(v, at[v]));
        const Rect point{at[v].x, at[v].y, 0.0, 0.0};
        bounds = isFirst ? point : bounds.united(point);
        isFirst = false;
    }
    const double words = rowScale(bounds, at.size()).words;
    const auto keepCaption = [&](const std::vector<std::uint32_t>& people) {
        std::vector<std::uint32_t> standing;
        std::copy_if(people.begin(), people.end(), std::back_inserter(standing), [&](auto v) { return isSet[v] != 0; });
        if (standing.empty())
            return;
        const Rect box = clusterBox(standing, at, request.radii());
        const double height = words * kCaptionHeight;
        adding.spots.take(Rect{box.x, box.y - height, std::max(box.width, words * kCaptionWidth), height});
    };
    keepCaption(sorts.isolates);
    std::vector<std::uint32_t> inSmall;
    for (const std::vector<std::uint32_t>& piece : sorts.small)
        inSmall.insert(inSmall.end(), piece.begin(), piece.end());
    keepCaption(inSmall);
    for (const auto* pieces : {&sorts.large, &sorts.small}) {
        for (const std::vector<std::uint32_t>& people : *pieces) {
            if (context.cancelled())
                return Outcome::cancelled;
            addBesideContacts(adding, people);
        }
    }
    addIsolates(adding, sorts);
    addSmallPieces(adding, sorts, bounds, team);
    if (addLargePieces(adding, sorts, team, context) == Outcome::cancelled)
        return Outcome::cancelled;
    placeRows(request, sorts, team, at, isSet);
    return Outcome::done;
}

/// The held people's positions; true where there is anybody held.
bool startFromHeld(const Request& request, std::vector<Point>& at, std::vector<char>& isSet)
{
    bool any = false;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        if (request.hold(v) == Hold::unplaced)
            continue;
        at[v] = request.initial(v);
        isSet[v] = 1;
        any = true;
    }
    return any;
}

Placement described(const Request& request, std::vector<Point> at)
{
    const std::vector<double> radii(request.radii().begin(), request.radii().end());
    return describe(request.graph(), std::move(at), radii);
}

/// One large piece: stress against springs home.
Outcome relax(const Request& request, const std::vector<std::uint32_t>& people, Team& team, const RunContext& context,
              std::vector<Point>& at)
{
    const WorkGraph piece = inducedGraph(request.graph(), people);
    const PivotDistances pivots = PivotDistances::of(piece, kPivots, request.options().seed, team, context);
    Positions positions(people.size());
    std::vector<char> fixed(people.size(), 0);
    for (std::size_t i = 0; i < people.size(); ++i) {
        positions.x[i] = static_cast<float>(at[people[i]].x);
        positions.y[i] = static_cast<float>(at[people[i]].y);
        fixed[i] = request.hold(people[i]) == Hold::pinned;
    }
    if (relaxStress(piece, pivots, {8, 3.0F, 1.0F}, {kHome, fixed}, team, context, positions) == Outcome::cancelled)
        return Outcome::cancelled;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!fixed[i])
            at[people[i]] = {static_cast<double>(positions.x[i]), static_cast<double>(positions.y[i])};
    }
    return Outcome::done;
}

} // namespace

Result<Placement> placeAdded(const graph::GraphSnapshot& graph, const LayoutOptions& options, const RunContext& context)
{
    WEAVEMAP_ASSIGN(const Request request, Request::of(graph, options));
    std::vector<Point> at(graph.vertexCount());
    std::vector<char> isSet(graph.vertexCount(), 0);
    if (!startFromHeld(request, at, isSet))
        return layoutNetwork(graph, options, context);
    Team team(context.threads());
    const PieceSorts sorts = sortPieces(request.graph());
    if (addAll(request, team, context, sorts, at, isSet) == Outcome::cancelled)
        return fail(ErrorCode::cancelled);
    if (keepsOrder(options.style) && restoreStyle(request, sorts, context, at) == Outcome::cancelled)
        return fail(ErrorCode::cancelled);
    return described(request, std::move(at));
}

Result<Placement> tidyUp(const graph::GraphSnapshot& graph, const LayoutOptions& options, const RunContext& context,
                         const FrameCallback& onFrame)
{
    WEAVEMAP_ASSIGN(const Request request, Request::of(graph, options));
    std::vector<Point> at(graph.vertexCount());
    std::vector<char> isSet(graph.vertexCount(), 0);
    if (!startFromHeld(request, at, isSet))
        return layoutNetwork(graph, options, context, onFrame);
    WEAVEMAP_ASSIGN(const std::vector<std::uint32_t> astray, strays(request, at, isSet, context));
    for (const std::uint32_t v : astray)
        isSet[v] = 0; // they come to their own people, as somebody new would
    Team team(context.threads());
    const PieceSorts sorts = sortPieces(request.graph());
    if (addAll(request, team, context, sorts, at, isSet) == Outcome::cancelled)
        return fail(ErrorCode::cancelled);
    std::vector<std::uint32_t> parted;
    const bool isFree = options.style == Style::clusters || options.style == Style::distances;
    if (!isFree && restoreStyle(request, sorts, context, at) == Outcome::cancelled)
        return fail(ErrorCode::cancelled);
    for (const std::vector<std::uint32_t>& people : sorts.large) {
        if (isFree && relax(request, people, team, context, at) == Outcome::cancelled)
            return fail(ErrorCode::cancelled);
        parted.insert(parted.end(), people.begin(), people.end());
        if (onFrame)
            onFrame(at);
    }
    // Rows are laid anew, but for the pieces that the user pinned somewhere.
    const auto leaveRow = [&](std::span<const std::uint32_t> people) {
        const bool pinned =
            std::any_of(people.begin(), people.end(), [&](std::uint32_t v) { return request.hold(v) == Hold::pinned; });
        for (const std::uint32_t v : people) {
            isSet[v] = pinned ? 1 : 0;
            if (pinned)
                parted.push_back(v);
        }
    };
    for (const std::vector<std::uint32_t>& people : sorts.small)
        leaveRow(people);
    for (const std::uint32_t v : sorts.isolates)
        leaveRow({&v, 1});
    Positions positions(parted.size());
    std::vector<char> fixed(parted.size(), 0);
    for (std::size_t i = 0; i < parted.size(); ++i) {
        positions.x[i] = static_cast<float>(at[parted[i]].x);
        positions.y[i] = static_cast<float>(at[parted[i]].y);
        fixed[i] = request.hold(parted[i]) == Hold::pinned;
    }
    OverlapOptions overlap;
    overlap.gap = 2.0F * kDiscGap;
    overlap.rounds = 600;
    overlap.fixed = fixed;
    if (removeOverlaps(request.radiiOf(parted), overlap, context, positions) == Outcome::cancelled)
        return fail(ErrorCode::cancelled);
    for (std::size_t i = 0; i < parted.size(); ++i) {
        if (!fixed[i])
            at[parted[i]] = {static_cast<double>(positions.x[i]), static_cast<double>(positions.y[i])};
    }
    placeRows(request, sorts, team, at, isSet);
    Placement placement = described(request, std::move(at));
    if (onFrame)
        onFrame(placement.at);
    return placement;
}

} // namespace weavemap::layout
