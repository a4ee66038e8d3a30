// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapPlaces.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

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

} // namespace

layout::LayoutOptions layoutOptionsOf(const MapSource& source, const MapQuestion& question,
                                      const graph::GraphSnapshot& network, std::vector<int> groups)
{
    layout::LayoutOptions options;
    options.seed = question.seed;
    options.groups = std::move(groups);
    options.radii = radiiOf(network);
    options.initial.resize(network.vertexCount());
    options.holds.assign(network.vertexCount(), layout::Hold::unplaced);
    const bool fresh = question.places == MapQuestion::Places::fresh;
    const auto put = [&](const MapPosition& place) {
        const std::uint32_t v = network.indexOf(place.person);
        if (v >= network.vertexCount() || (fresh && !place.pinned))
            return;
        options.initial[v] = {place.x, place.y};
        options.holds[v] = place.pinned ? layout::Hold::pinned : layout::Hold::placed;
    };
    // What the user did comes last: it stands over what was computed.
    std::for_each(source.computed.begin(), source.computed.end(), put);
    std::for_each(source.recorded.begin(), source.recorded.end(), put);
    return options;
}

Result<Places> placePeople(const MapSource& source, const MapQuestion& question, const graph::GraphSnapshot& network,
                           std::vector<int> groups, const RunContext& run)
{
    const layout::LayoutOptions options = layoutOptionsOf(source, question, network, std::move(groups));
    Places places;
    places.holds = options.holds;
    places.anyComputed =
        std::find(options.holds.begin(), options.holds.end(), layout::Hold::unplaced) != options.holds.end();
    if (!places.anyComputed) {
        places.placement = layout::describe(network, options.initial, options.radii);
        return places;
    }
    const bool nobodyPlaced = std::none_of(options.holds.begin(), options.holds.end(),
                                           [](layout::Hold hold) { return hold == layout::Hold::placed; });
    WEAVEMAP_ASSIGN(places.placement, nobodyPlaced ? layout::layoutNetwork(network, options, run)
                                                   : layout::placeAdded(network, options, run));
    std::replace(places.holds.begin(), places.holds.end(), layout::Hold::unplaced, layout::Hold::placed);
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
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v) {
        if (network.degree(v) == 0 && stands(Kind::isolates, v))
            kinds[v] = Kind::isolates;
        else if (network.degree(v) > 0 && stands(Kind::smallGroups, v) && !stands(Kind::mainPieces, v))
            kinds[v] = Kind::smallGroups;
    }
    return kinds;
}

} // namespace weavemap::actions
