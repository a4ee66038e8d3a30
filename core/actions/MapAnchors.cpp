// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapAnchors.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/actions/MapDates.h"
#include "core/layout/Rows.h"

namespace weavemap::actions {

namespace {

using layout::Hold;

/// Everybody of any date, with the places they have; who has none is unplaced.
struct Everybody
{
    graph::GraphSnapshot network;
    layout::LayoutOptions options;
    std::vector<LayoutArea> stands;
};

Everybody everybodyOf(const MapSource& source, const MapQuestion& question, const Groundwork& work,
                      const graph::GraphSnapshot& anchor, const Places& base)
{
    Everybody all;
    all.network = networkOfAllDates(source.data, question.network);
    const std::uint32_t n = all.network.vertexCount();
    all.options = layoutOptionsOf(source, question, all.network, groupsOf(work, all.network));
    // Nobody moves with the date, not even to make room on a ring.
    if (question.style == layout::Style::rings || question.style == layout::Style::circle)
        all.options.style = layout::Style::clusters;
    all.options.initial.assign(n, {});
    all.options.holds.assign(n, Hold::unplaced);
    all.stands.assign(n, LayoutArea::network);
    const auto put = [&all, n](PersonId person, layout::Point at, Hold hold, LayoutArea area) {
        const std::uint32_t v = all.network.indexOf(person);
        if (v >= n)
            return;
        all.options.initial[v] = at;
        all.options.holds[v] = hold;
        all.stands[v] = area;
    };
    // Of those who are not in the anchor's network the file tells where they stood; of the others the anchor does.
    const bool fresh = question.places == MapQuestion::Places::fresh;
    if (!fresh)
        for (const ComputedPosition& place : source.computed)
            put(place.person, {place.x, place.y}, Hold::placed, place.area);
    for (const MapPosition& place : source.recorded)
        if (!fresh || place.pinned)
            put(place.person, {place.x, place.y}, place.pinned ? Hold::pinned : Hold::placed, LayoutArea::network);
    for (std::uint32_t v = 0; v < anchor.vertexCount(); ++v)
        put(anchor.idOf(v), base.placement.at[v], base.holds[v], base.stands[v]);
    // A saved view keeps the places of the rows as well: they say as little there.
    const std::vector<layout::Area::Kind> kinds = areasOf(anchor, base.placement);
    for (std::uint32_t v = 0; v < all.network.vertexCount(); ++v) {
        const std::uint32_t today = anchor.indexOf(all.network.idOf(v));
        const bool inRow =
            today < anchor.vertexCount() ? kinds[today] == layout::Area::Kind::isolates : all.network.degree(v) == 0;
        if (inRow && all.options.holds[v] == Hold::placed)
            all.stands[v] = LayoutArea::noTies;
    }
    const layout::PieceSorts sorts = layout::sortPieces(all.network);
    const auto willStand = [&all](const std::vector<std::uint32_t>& people, LayoutArea area) {
        for (const std::uint32_t v : people)
            if (all.options.holds[v] == Hold::unplaced)
                all.stands[v] = area;
    };
    willStand(sorts.isolates, LayoutArea::noTies);
    for (const std::vector<std::uint32_t>& piece : sorts.small)
        willStand(piece, LayoutArea::smallGroups);
    return all;
}

/// Whether somebody stands in a row: their place there says nothing, so that it may be another on each date.
bool isInRows(LayoutArea stands) { return stands == LayoutArea::noTies || stands == LayoutArea::smallGroups; }

/// Where those who have no tie today, but had one, stand while they have it: beside the contacts they ever had, the
/// same at every date. All others stand at `at`.
Result<std::vector<layout::Point>> besideContacts(const Everybody& all, const std::vector<layout::Point>& at,
                                                  const RunContext& run)
{
    layout::LayoutOptions options = all.options;
    options.initial = at;
    bool any = false;
    for (std::uint32_t v = 0; v < all.network.vertexCount(); ++v) {
        const bool leaves =
            all.stands[v] == LayoutArea::noTies && options.holds[v] != Hold::pinned && all.network.degree(v) > 0;
        any = any || leaves;
        if (options.holds[v] != Hold::pinned)
            options.holds[v] = leaves ? Hold::unplaced : Hold::placed;
    }
    if (!any)
        return at;
    WEAVEMAP_ASSIGN(layout::Placement placed, layout::placeAdded(all.network, options, run));
    return std::move(placed.at);
}

/// Rows without gaps for those who have no tie on a date: in the order they stand in, from where the rows of all dates
/// begin. `people`: who stands there on any date, not empty; `now`: on this one; `at` is where, and `then` is written.
layout::Area closeRows(const Everybody& all, const std::vector<std::uint32_t>& people, std::vector<std::uint32_t> now,
                       const std::vector<layout::Point>& at, std::vector<layout::Point>& then)
{
    const std::vector<float> radii(all.options.radii.begin(), all.options.radii.end());
    float largest = 0.0F;
    for (const std::uint32_t v : people)
        largest = std::max(largest, radii[v]);
    const layout::Rect box = layout::clusterBox(people, at, radii);
    const double r = static_cast<double>(largest);
    const double pitch = std::max(layout::rowPitch(people, at).between, 2.0 * r + 10.0);
    const auto columns = static_cast<std::size_t>(std::max(8.0, (box.width - 2.0 * r) / pitch + 1.5));
    std::sort(now.begin(), now.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(at[a].y, at[a].x, a) < std::tuple(at[b].y, at[b].x, b);
    });
    layout::Area area;
    area.kind = layout::Area::Kind::isolates;
    area.people = area.pieces = static_cast<std::uint32_t>(now.size());
    area.box = {box.x, box.y, 2.0 * r, 2.0 * r};
    for (std::size_t i = 0; i < now.size(); ++i) {
        then[now[i]] = {box.x + r + pitch * static_cast<double>(i % columns),
                        box.y + r + pitch * static_cast<double>(i / columns)};
        area.box = area.box.united({then[now[i]].x - r, then[now[i]].y - r, 2.0 * r, 2.0 * r});
    }
    return area;
}

/// Of somebody who is not in the rows of people without a tie.
layout::Area::Kind areaAt(const layout::Placement& placement, const layout::Point& at, LayoutArea stands)
{
    using Kind = layout::Area::Kind;
    for (const layout::Area& area : placement.areas)
        if (area.kind == Kind::smallGroups && (stands == LayoutArea::smallGroups || area.box.contains(at)))
            return Kind::smallGroups;
    return Kind::mainPieces;
}

} // namespace

Result<AnchoredPlaces> anchoredPlaces(const MapSource& source, const MapQuestion& question, const Groundwork& work,
                                      const RunContext& run)
{
    const MapQuestion anchorQuestion = anchorOf(question);
    WEAVEMAP_ASSIGN(Groundwork anchor, groundworkOf(source, anchorQuestion, run));
    WEAVEMAP_ASSIGN(const Places base,
                    placePeople(source, anchorQuestion, anchor.network, std::move(anchor.groups), run));
    Everybody all = everybodyOf(source, anchorQuestion, work, anchor.network, base);
    const auto& holds = all.options.holds;
    const bool isNew = std::find(holds.begin(), holds.end(), Hold::unplaced) != holds.end();
    std::vector<layout::Point> at = all.options.initial;
    if (isNew) {
        WEAVEMAP_ASSIGN(layout::Placement placed, layout::placeAdded(all.network, all.options, run));
        at = std::move(placed.at);
    }

    AnchoredPlaces result;
    result.places.anyComputed = isNew || base.anyComputed;
    result.places.placement.areas = base.placement.areas;
    const graph::GraphSnapshot& network = work.network;
    WEAVEMAP_ASSIGN(std::vector<layout::Point> then, besideContacts(all, at, run));
    std::vector<std::uint32_t> inRows, now;
    for (std::uint32_t v = 0; v < all.network.vertexCount(); ++v) {
        const std::uint32_t here = network.indexOf(all.network.idOf(v));
        if (all.stands[v] == LayoutArea::noTies)
            inRows.push_back(v);
        if (isInRows(all.stands[v]) && here < network.vertexCount() && network.degree(here) == 0)
            now.push_back(v);
    }
    auto& areas = result.places.placement.areas;
    const auto isRows = [](const layout::Area& area) { return area.kind == layout::Area::Kind::isolates; };
    if (inRows.empty())
        now.clear(); // whoever lost their ties stays among the small groups
    if (!now.empty()) {
        layout::Area rows = closeRows(all, inRows, now, at, then);
        const auto today = std::find_if(areas.begin(), areas.end(), isRows);
        const double height = today == areas.end()
                                  ? layout::rowScale(base.placement.bounds, at.size()).words * layout::kCaptionHeight
                                  : today->caption.height;
        rows.caption = {rows.box.x, rows.box.y - height, std::max(rows.box.width, layout::kCaptionWidth), height};
        std::erase_if(areas, isRows);
        areas.push_back(rows);
    }
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v) {
        const std::uint32_t everywhere = all.network.indexOf(network.idOf(v));
        const Hold hold = all.options.holds[everywhere];
        const bool inRow = std::binary_search(now.begin(), now.end(), everywhere);
        result.places.placement.at.push_back(then[everywhere]);
        result.places.holds.push_back(hold == Hold::pinned ? Hold::pinned : Hold::placed);
        result.places.stands.push_back(all.stands[everywhere]);
        result.areas.push_back(inRow ? layout::Area::Kind::isolates
                                     : areaAt(base.placement, then[everywhere], all.stands[everywhere]));
    }
    result.places.placement.bounds = layout::describe(all.network, at, all.options.radii).bounds;
    if (result.places.anyComputed)
        for (std::uint32_t v = 0; v < all.network.vertexCount(); ++v)
            result.computed.push_back({all.network.idOf(v), at[v].x, at[v].y, all.stands[v]});
    return result;
}

} // namespace weavemap::actions
