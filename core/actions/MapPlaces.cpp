// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapPlaces.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

#include "core/layout/Rows.h"

namespace weavemap::actions {

namespace {

/// Room for the largest disc a person may get: sizes grow with ties here, whatever measure the map shows later.
std::vector<double> radiiOf(const graph::GraphSnapshot& network)
{
    std::uint32_t most = 1;
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v)
        most = std::max(most, network.degree(v));
    std::vector<double> radii;
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v)
        radii.push_back(std::max(7.0, 5.2 + 11.5 * std::sqrt(static_cast<double>(network.degree(v)) / most)));
    return radii;
}

using layout::Hold;

/// One tie joins two small pieces at most, which are fifteen people or fewer: so many never make the whole map anew.
constexpr std::size_t kFew = 15;
/// No piece of this size ever stood in the rows; one that does has grown there.
constexpr std::size_t kTooLargeForRows = 8;

/// What a layout starts from.
struct Start
{
    layout::LayoutOptions options;
    std::vector<Hold> holds; ///< as the map tells them: those of the options, but nobody is pinned for a layout only
    std::vector<LayoutArea> stands; ///< of each vertex, where a layout put them, or will
};

/// The computed places, and in which area each was computed: that it is no place in the network cannot be told from
/// the place itself once ties are there.
void takeComputed(const std::vector<ComputedPosition>& computed, const graph::GraphSnapshot& network, Start& start)
{
    for (const ComputedPosition& place : computed) {
        const std::uint32_t v = network.indexOf(place.person);
        if (v >= network.vertexCount())
            continue;
        start.stands[v] = place.area;
        start.options.initial[v] = {place.x, place.y};
        start.options.holds[v] = Hold::placed;
    }
}

/// Whoever stands in the rows and belongs there no longer has no place: theirs is beside their contacts.
void leaveRows(const graph::GraphSnapshot& network, const layout::PieceSorts& sorts, const std::vector<bool>& byUser,
               Start& start)
{
    std::vector<Hold>& holds = start.options.holds;
    for (const auto* pieces : {&sorts.large, &sorts.small})
        for (const std::vector<std::uint32_t>& piece : *pieces) {
            const bool joined =
                pieces == &sorts.large &&
                (piece.size() >= kTooLargeForRows || std::any_of(piece.begin(), piece.end(), [&](std::uint32_t v) {
                     return start.stands[v] != LayoutArea::smallGroups || byUser[v];
                 }));
            for (const std::uint32_t v : piece) {
                const bool inRows =
                    start.stands[v] == LayoutArea::noTies || (joined && start.stands[v] == LayoutArea::smallGroups);
                if (holds[v] == Hold::placed && !byUser[v] && inRows && network.degree(v) > 0)
                    holds[v] = Hold::unplaced;
            }
        }
}

Start startOf(const MapSource& source, const MapQuestion& question, const graph::GraphSnapshot& network,
              std::vector<int> groups)
{
    const std::uint32_t n = network.vertexCount();
    const bool fresh = question.places == MapQuestion::Places::fresh;
    Start start;
    layout::LayoutOptions& options = start.options;
    options.seed = question.seed;
    options.style = question.style;
    if (const std::uint32_t centre = network.indexOf(question.around); centre < n)
        options.centre = centre;
    options.groups = std::move(groups);
    options.radii = radiiOf(network);
    options.initial.resize(n);
    options.holds.assign(n, Hold::unplaced);
    start.stands.assign(n, LayoutArea::network);
    if (!fresh)
        takeComputed(source.computed, network, start);
    // What the user did comes last: it stands over what was computed.
    std::vector<bool> byUser(n, false);
    for (const MapPosition& place : source.recorded) {
        const std::uint32_t v = network.indexOf(place.person);
        if (v >= n || (fresh && !place.pinned))
            continue;
        options.initial[v] = {place.x, place.y};
        options.holds[v] = place.pinned ? Hold::pinned : Hold::placed;
        start.stands[v] = LayoutArea::network;
        byUser[v] = true;
    }
    const layout::PieceSorts sorts = layout::sortPieces(network);
    leaveRows(network, sorts, byUser, start);

    // Where too many are new to the network, what was found for the others tells nothing of it.
    std::size_t tied = 0, homeless = 0;
    for (std::uint32_t v = 0; v < n; ++v)
        if (network.degree(v) > 0) {
            ++tied;
            homeless += options.holds[v] == Hold::unplaced ? 1 : 0;
        }
    const bool afresh = homeless > kFew && homeless * 4 > tied;
    for (std::uint32_t v = 0; afresh && v < n; ++v)
        if (!byUser[v])
            options.holds[v] = Hold::unplaced;
    start.holds = options.holds;
    for (std::uint32_t v = 0; afresh && v < n; ++v)
        if (byUser[v])
            options.holds[v] = Hold::pinned;

    const auto put = [&](const std::vector<std::uint32_t>& people, LayoutArea area) {
        for (const std::uint32_t v : people)
            if (options.holds[v] == Hold::unplaced)
                start.stands[v] = area;
    };
    put(sorts.isolates, LayoutArea::noTies);
    for (const std::vector<std::uint32_t>& piece : sorts.small)
        put(piece, LayoutArea::smallGroups);
    for (const std::vector<std::uint32_t>& piece : sorts.large)
        put(piece, LayoutArea::network);
    return start;
}

} // namespace

layout::LayoutOptions layoutOptionsOf(const MapSource& source, const MapQuestion& question,
                                      const graph::GraphSnapshot& network, std::vector<int> groups)
{
    return startOf(source, question, network, std::move(groups)).options;
}

Result<Places> placePeople(const MapSource& source, const MapQuestion& question, const graph::GraphSnapshot& network,
                           std::vector<int> groups, const RunContext& run, const layout::FrameCallback& onFrame)
{
    Start start = startOf(source, question, network, std::move(groups));
    const layout::LayoutOptions& options = start.options;
    Places places;
    places.holds = std::move(start.holds);
    places.stands = std::move(start.stands);
    places.anyComputed = std::find(options.holds.begin(), options.holds.end(), Hold::unplaced) != options.holds.end();
    // A tie that came or went may have led somebody to another ring.
    const bool mayMove = question.style == layout::Style::rings && options.centre != layout::kNobody;
    if (!places.anyComputed && !mayMove) {
        places.placement = layout::describe(network, options.initial, options.radii);
        return places;
    }
    const bool nobodyPlaced =
        std::none_of(options.holds.begin(), options.holds.end(), [](Hold hold) { return hold == Hold::placed; });
    WEAVEMAP_ASSIGN(places.placement, nobodyPlaced ? layout::layoutNetwork(network, options, run, onFrame)
                                                   : layout::placeAdded(network, options, run));
    places.anyComputed = places.anyComputed || places.placement.at != options.initial;
    std::replace(places.holds.begin(), places.holds.end(), Hold::unplaced, Hold::placed);
    return places;
}

std::vector<layout::Area::Kind> areasOf(const graph::GraphSnapshot& network, const layout::Placement& placement)
{
    using Kind = layout::Area::Kind;
    const auto stands = [&placement](Kind kind, std::uint32_t v) {
        return std::any_of(placement.areas.begin(), placement.areas.end(), [&](const layout::Area& area) {
            return area.kind == kind && area.box.contains(placement.at[v]);
        });
    };
    std::vector<Kind> kinds(network.vertexCount(), Kind::mainPieces);
    const layout::PieceSorts sorts = layout::sortPieces(network);
    const auto put = [&](const std::vector<std::uint32_t>& people, Kind kind) {
        for (const std::uint32_t v : people)
            if (stands(kind, v))
                kinds[v] = kind;
    };
    for (const std::vector<std::uint32_t>& piece : sorts.small)
        put(piece, Kind::smallGroups);
    put(sorts.isolates, Kind::isolates);
    return kinds;
}

} // namespace weavemap::actions
