// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapSizes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>

#include "core/sna/Analysis.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/Registry.h"

namespace weavemap::actions {

namespace {

constexpr std::string_view kBetweenness = "betweenness";

graph::GraphSnapshot snapshotOf(const NetworkData& data, graph::NetworkOptions options)
{
    options.direction = graph::GraphSnapshot::Direction::undirected;
    return graph::networkSnapshot(data.people, data.ties, data.overlays, options);
}

/// The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves every bit of the key.
std::uint64_t mixed(std::uint64_t key, std::uint64_t value)
{
    std::uint64_t z = key + 0x9e3779b97f4a7c15ULL + value;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

std::uint64_t keyOf(const graph::GraphSnapshot& network)
{
    std::uint64_t key = network.vertexCount();
    for (const PersonId id : network.ids())
        key = mixed(key, static_cast<std::uint64_t>(id.value));
    for (const graph::Edge& edge : network.edges()) {
        key = mixed(key, (static_cast<std::uint64_t>(edge.source) << 32U) | edge.target);
        key = mixed(key, std::bit_cast<std::uint64_t>(edge.weight));
    }
    return key;
}

MapSizes sizesOf(const std::vector<PersonId>& ids, const std::vector<double>& values)
{
    MapSizes sizes;
    sizes.values.reserve(ids.size());
    for (std::size_t v = 0; v < ids.size() && v < values.size(); ++v)
        sizes.values.emplace_back(ids[v], std::isfinite(values[v]) ? values[v] : 0.0);
    std::sort(sizes.values.begin(), sizes.values.end());
    return sizes;
}

} // namespace

double MapSizes::of(PersonId person) const { return find(person).value_or(0.0); }

std::optional<double> MapSizes::find(PersonId person) const
{
    const auto found = std::lower_bound(values.begin(), values.end(), person,
                                        [](const auto& value, PersonId id) { return value.first < id; });
    return found != values.end() && found->first == person ? std::optional(found->second) : std::nullopt;
}

std::uint64_t networkKey(const NetworkData& data, const graph::NetworkOptions& options)
{
    return keyOf(snapshotOf(data, options));
}

Result<std::vector<double>> measureOf(const graph::GraphSnapshot& network, const std::string& measure,
                                      const RunContext& run)
{
    sna::AnalysisRequest request;
    request.keys = {measure};
    WEAVEMAP_ASSIGN(const sna::Figures figures, sna::analyse(network, request, run));
    // A measure that is not defined on so small a network is left out of the figures.
    const auto* const found = figures.undirected.perNode(measure);
    const sna::Measure* const known = sna::findMeasure(sna::Section::undirected, measure);
    if (found == nullptr && (known == nullptr || known->kind != sna::ValueKind::node))
        return fail(ErrorCode::unknownMeasure, {measure}); // a figure of the whole network sizes nobody
    std::vector<double> values = found ? *found : std::vector<double>(network.vertexCount(), 0.0);
    for (double& value : values)
        value = std::isfinite(value) ? value : 0.0;
    return values;
}

Result<MapSizes> mapSizes(const NetworkData& data, const graph::NetworkOptions& options, const std::string& measure,
                          Precision precision, const RunContext& run)
{
    const graph::GraphSnapshot network = snapshotOf(data, options);
    MapSizes sizes;
    if (measure == kBetweenness && precision == Precision::estimatedWhereDear &&
        isDear(network.vertexCount(), network.edgeCount())) {
        WEAVEMAP_ASSIGN(const sna::BetweennessEstimate estimate, sna::estimateBetweenness(network, {}, run));
        sizes = sizesOf(network.ids(), estimate.normalized);
        sizes.bound = estimate.bound;
    } else {
        WEAVEMAP_ASSIGN(const std::vector<double> values, measureOf(network, measure, run));
        sizes = sizesOf(network.ids(), values);
    }
    sizes.measure = measure;
    sizes.network = keyOf(network);
    return sizes;
}

std::optional<MapSizes> sizesIn(const NetworkFigures& figures, const NetworkData& data, const std::string& measure)
{
    const sna::FigureSection& found = figures.figures.undirected;
    const auto* values = found.perNode(measure);
    const bool estimated = values == nullptr && measure == kBetweenness;
    if (estimated)
        values = found.perNode("betweenness_estimate");
    if (values == nullptr)
        return std::nullopt;
    MapSizes sizes = sizesOf(figures.figures.ids, *values);
    sizes.bound = estimated ? found.number("betweenness_estimate_bound").value_or(0.0) : 0.0;
    sizes.measure = measure;
    sizes.network = networkKey(data, figures.network);
    return sizes;
}

void applySizes(MapData& map, const MapSizes& sizes)
{
    if (map.rolledUp)
        return;
    map.sizeBy = sizes.measure;
    map.sizeBound = sizes.bound;
    map.largestSize = 0.0;
    for (MapPerson& person : map.people) {
        person.size = sizes.of(person.id);
        map.largestSize = std::max(map.largestSize, person.size);
    }
}

} // namespace weavemap::actions
