// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/FoundGroups.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "core/actions/Colours.h"
#include "core/base/Text.h"
#include "core/sna/Communities.h"

namespace weavemap::actions {

namespace {

/// Fewer people than this are no group that a map should name.
constexpr std::uint32_t kFewest = 3;

} // namespace

Result<std::unordered_map<PersonId, std::string>> foundGroups(const NetworkData& data, graph::NetworkOptions network,
                                                              const RunContext& run)
{
    network.direction = graph::GraphSnapshot::Direction::undirected;
    const graph::GraphSnapshot snapshot = graph::networkSnapshot(data.people, data.ties, {}, network);
    WEAVEMAP_ASSIGN(const sna::Communities groups, sna::communities(snapshot, sna::Weighting::counted, run));
    std::unordered_map<PersonId, std::string> values;
    std::vector<std::uint32_t> size(groups.count), order(groups.count), number(groups.count);
    for (const std::uint32_t group : groups.of)
        ++size[group];
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&size](auto a, auto b) { return size[a] > size[b]; });
    for (std::uint32_t place = 0; place < order.size(); ++place)
        number[order[place]] = place + 1;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        if (size[groups.of[v]] >= kFewest && number[groups.of[v]] <= kGroupColours)
            values.emplace(snapshot.idOf(v), std::to_string(number[groups.of[v]]));
    return values;
}

bool isDrawingColumn(std::string_view name)
{
    constexpr std::array<std::string_view, 17> kNames{"r",      "g",    "b",     "a",      "x",     "y",
                                                      "z",      "red",  "green", "blue",   "alpha", "color",
                                                      "colour", "size", "width", "height", "shape"};
    return std::find(kNames.begin(), kNames.end(), foldForSearch(name)) != kNames.end();
}

} // namespace weavemap::actions
