// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapAnchors.h"

#include <algorithm>
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

/// The rows may have grown by those who were put there for another date.
layout::Area::Kind areaAt(const layout::Placement& placement, const layout::Point& at, LayoutArea stands, bool hasTies)
{
    using Kind = layout::Area::Kind;
    const auto has = [&placement](Kind kind) {
        return std::any_of(placement.areas.begin(), placement.areas.end(),
                           [kind](const layout::Area& area) { return area.kind == kind; });
    };
    const bool inRows = stands == LayoutArea::noTies || stands == LayoutArea::smallGroups;
    if (inRows && !hasTies && has(Kind::isolates))
        return Kind::isolates;
    if (stands == LayoutArea::smallGroups && has(Kind::smallGroups))
        return Kind::smallGroups;
    for (const layout::Area& area : placement.areas)
        if (area.kind != Kind::mainPieces && area.box.contains(at) && !(area.kind == Kind::isolates && hasTies))
            return area.kind;
    return Kind::mainPieces;
}

} // namespace

Result<AnchoredPlaces> anchoredPlaces(const MapSource& source, const MapQuestion& question, const Groundwork& work,
                                      const RunContext& run)
{
    const MapQuestion anchorQuestion = anchorOf(question);
    Groundwork anchor = groundworkOf(source, anchorQuestion);
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
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v) {
        const std::uint32_t everywhere = all.network.indexOf(network.idOf(v));
        const layout::Point& there = at[everywhere];
        const Hold hold = all.options.holds[everywhere];
        result.places.placement.at.push_back(there);
        result.places.holds.push_back(hold == Hold::pinned ? Hold::pinned : Hold::placed);
        result.places.stands.push_back(all.stands[everywhere]);
        result.areas.push_back(areaAt(base.placement, there, all.stands[everywhere], network.degree(v) > 0));
    }
    result.places.placement.bounds = layout::describe(all.network, at, all.options.radii).bounds;
    if (result.places.anyComputed)
        for (std::uint32_t v = 0; v < all.network.vertexCount(); ++v)
            result.computed.push_back({all.network.idOf(v), at[v].x, at[v].y, all.stands[v]});
    return result;
}

} // namespace weavemap::actions
