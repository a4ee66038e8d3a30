// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "core/layout/Layout.h"
#include "core/layout/Rows.h"

namespace weavemap::layout {

namespace {

constexpr double kLink = 110.0;      ///< people of an area that are nearer than this belong to one cluster of it
constexpr double kLinkPitches = 3.0; ///< or nearer than so many steps of its rows

/// The largest cluster of people linked through cells of `link`; the first one of equal ones.
std::vector<std::uint32_t> largestCluster(std::span<const std::uint32_t> people, std::span<const Point> at, double link)
{
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::uint32_t>> cells;
    for (const std::uint32_t v : people) {
        const auto column = static_cast<std::int64_t>(std::floor(at[v].x / link));
        const auto row = static_cast<std::int64_t>(std::floor(at[v].y / link));
        cells[{column, row}].push_back(v);
    }
    std::vector<std::uint32_t> best;
    while (!cells.empty()) {
        std::vector<std::uint32_t> cluster;
        std::vector<std::pair<std::int64_t, std::int64_t>> open{cells.begin()->first};
        while (!open.empty()) {
            const auto found = cells.find(open.back());
            open.pop_back();
            if (found == cells.end())
                continue;
            const auto [column, row] = found->first;
            cluster.insert(cluster.end(), found->second.begin(), found->second.end());
            cells.erase(found);
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                for (std::int64_t dx = -1; dx <= 1; ++dx)
                    open.emplace_back(column + dx, row + dy);
            }
        }
        if (cluster.size() > best.size())
            best = std::move(cluster);
    }
    return best;
}

Rect boxOf(std::span<const std::uint32_t> people, std::span<const Point> at, std::span<const float> radii)
{
    const auto discBox = [&](std::uint32_t v) {
        const auto r = static_cast<double>(radii[v]);
        return Rect{at[v].x - r, at[v].y - r, 2.0 * r, 2.0 * r};
    };
    Rect box = discBox(people[0]);
    for (const std::uint32_t v : people)
        box = box.united(discBox(v));
    return box;
}

} // namespace

Rect clusterBox(std::span<const std::uint32_t> people, std::span<const Point> at, std::span<const float> radii)
{
    const RowPitch pitch = rowPitch(people, at);
    // One distance alone may be that to somebody who was dragged away.
    const double link = pitch.times > 1 ? std::max(kLink, kLinkPitches * pitch.between) : kLink;
    return boxOf(largestCluster(people, at, link), at, radii);
}

Placement describe(const graph::GraphSnapshot& graph, std::vector<Point> at, std::span<const double> radii)
{
    Placement placement;
    placement.at = std::move(at);
    const PieceSorts sorts = graph.isDirected() ? sortPieces(graph.undirected()) : sortPieces(graph);
    std::vector<float> discs(graph.vertexCount(), static_cast<float>(kDefaultRadius));
    for (std::size_t v = 0; v < std::min(radii.size(), discs.size()); ++v)
        discs[v] = static_cast<float>(radii[v]);
    double caption = kCaptionHeight, least = kCaptionWidth;
    const auto add = [&](Area::Kind kind, std::size_t pieces, const std::vector<std::uint32_t>& people) {
        if (people.empty())
            return;
        Area area;
        area.kind = kind;
        area.pieces = static_cast<std::uint32_t>(pieces);
        area.people = static_cast<std::uint32_t>(people.size());
        const Rect all = boxOf(people, placement.at, discs);
        if (kind == Area::Kind::mainPieces) {
            area.box = all;
            const RowScale scale = rowScale(all, people.size());
            caption *= scale.words;
            least *= scale.words;
        } else {
            area.box = clusterBox(people, placement.at, discs);
            area.caption = {area.box.x, area.box.y - caption, std::max(area.box.width, least), caption};
        }
        const Rect whole = area.caption.isEmpty() ? all : all.united(area.caption);
        placement.bounds = placement.areas.empty() ? whole : placement.bounds.united(whole);
        placement.areas.push_back(area);
    };
    const auto flat = [](const std::vector<std::vector<std::uint32_t>>& pieces) {
        std::vector<std::uint32_t> people;
        for (const std::vector<std::uint32_t>& piece : pieces)
            people.insert(people.end(), piece.begin(), piece.end());
        return people;
    };
    add(Area::Kind::mainPieces, sorts.large.size(), flat(sorts.large));
    add(Area::Kind::smallGroups, sorts.small.size(), flat(sorts.small));
    add(Area::Kind::isolates, sorts.isolates.size(), sorts.isolates);
    return placement;
}

} // namespace weavemap::layout
