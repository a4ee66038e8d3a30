// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Strays.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "core/layout/Request.h"
#include "core/layout/SpatialIndex.h"

namespace weavemap::layout {

namespace {

constexpr std::size_t kNearest = 6;
constexpr double kFar = 3.0;
constexpr std::size_t kFewest = 3; ///< people of a group, for it to have a place of its own

double squaredDistance(const Point& a, const Point& b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

/// The people nearest to `v` among those of `people` that the index holds, at most `kNearest`.
std::vector<std::uint32_t> nearestTo(std::uint32_t v, std::span<const Point> at, const SpatialIndex& index,
                                     const std::vector<std::uint32_t>& people, double reach, double farthest)
{
    std::vector<std::uint32_t> found;
    for (; found.size() <= kNearest && reach < 2.0 * farthest; reach *= 2.0) {
        found.clear();
        for (const std::uint32_t i : index.centresIn(Rect{at[v].x - reach, at[v].y - reach, 2.0 * reach, 2.0 * reach}))
            if (squaredDistance(at[people[i]], at[v]) <= reach * reach)
                found.push_back(people[i]);
    }
    std::erase(found, v);
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(kNearest, found.size()));
    std::partial_sort(found.begin(), end, found.end(), [&](std::uint32_t a, std::uint32_t b) {
        const double toA = squaredDistance(at[a], at[v]), toB = squaredDistance(at[b], at[v]);
        return toA != toB ? toA < toB : a < b;
    });
    found.erase(end, found.end());
    return found;
}

/// How far somebody stands from the middle of their contacts; nothing where none of them has a place.
std::optional<double> fromContacts(const graph::GraphSnapshot& graph, std::uint32_t v, std::span<const Point> at,
                                   std::span<const char> isSet)
{
    Point middle{0.0, 0.0};
    double count = 0.0;
    for (const std::uint32_t contact : graph.neighbours(v)) {
        if (isSet[contact] == 0)
            continue;
        middle.x += at[contact].x;
        middle.y += at[contact].y;
        count += 1.0;
    }
    if (count == 0.0)
        return std::nullopt;
    return std::sqrt(squaredDistance({middle.x / count, middle.y / count}, at[v]));
}

/// The length that most of `values` lie within: the outermost twentieth on either side may be anywhere.
double spreadOf(std::vector<double> values)
{
    const auto at = [&values](std::size_t rank) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const std::size_t edge = values.size() / 20;
    return at(values.size() - 1 - edge) - at(edge);
}

} // namespace

Result<std::vector<std::uint32_t>> strays(const Request& request, std::span<const Point> at,
                                          std::span<const char> isSet, const RunContext& run)
{
    const graph::GraphSnapshot& graph = request.graph();
    const Style style = request.options().style;
    if (style == Style::rings || style == Style::circle)
        return std::vector<std::uint32_t>();
    std::vector<std::uint32_t> people;
    std::vector<Disc> discs;
    std::vector<double> across, down;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        if (isSet[v] == 0 || graph.degree(v) == 0)
            continue;
        people.push_back(v);
        discs.push_back({at[v].x, at[v].y, 0.0});
        across.push_back(at[v].x);
        down.push_back(at[v].y);
    }
    if (people.size() <= kNearest)
        return std::vector<std::uint32_t>();
    const auto [left, right] = std::minmax_element(across.begin(), across.end());
    const auto [top, bottom] = std::minmax_element(down.begin(), down.end());
    const double farthest = *right - *left + (*bottom - *top);
    const double reach = std::max(spreadOf(across), spreadOf(down)) / std::sqrt(static_cast<double>(people.size()));
    if (!(reach > 0.0))
        return std::vector<std::uint32_t>();
    const SpatialIndex index(std::move(discs));

    // Steps are lengths where distances are shown: groups have no place there.
    static const std::vector<int> kNoGroups;
    const auto& groups = style == Style::distances ? kNoGroups : request.options().groups;
    std::map<int, std::size_t> sizes;
    std::vector<double> distances;
    for (const std::uint32_t v : people) {
        if (!groups.empty())
            ++sizes[groups[v]];
        if (const auto distance = fromContacts(graph, v, at, isSet))
            distances.push_back(*distance);
    }
    double usual = 0.0;
    if (!distances.empty()) {
        const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
        std::nth_element(distances.begin(), middle, distances.end());
        usual = *middle;
    }

    std::vector<std::uint32_t> astray;
    std::size_t looked = 0;
    for (const std::uint32_t v : people) {
        if (++looked % 1024 == 0 && run.cancelled())
            return fail(ErrorCode::cancelled);
        if (request.hold(v) == Hold::pinned)
            continue;
        const bool hasGroup = !groups.empty() && groups[v] >= 0 && sizes[groups[v]] >= kFewest;
        if (!groups.empty() && !hasGroup)
            continue;
        if (!hasGroup) {
            const auto distance = fromContacts(graph, v, at, isSet);
            if (!distance || *distance <= kFar * usual)
                continue;
        }
        const auto near = nearestTo(v, at, index, people, reach, farthest);
        const bool isAtHome = std::any_of(near.begin(), near.end(), [&](std::uint32_t other) {
            return hasGroup ? groups[other] == groups[v] : graph.hasEdge(v, other);
        });
        if (!isAtHome)
            astray.push_back(v);
    }
    if (astray.size() > std::max<std::size_t>(5, people.size() / 20))
        astray.clear();
    return astray;
}

} // namespace weavemap::layout
