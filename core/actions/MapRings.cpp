// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MapRings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "core/actions/MapGroundwork.h"

namespace weavemap::actions {

namespace {

constexpr std::uint32_t kFar = UINT32_MAX;

std::vector<std::uint32_t> stepsFrom(const graph::GraphSnapshot& network, std::uint32_t centre)
{
    std::vector<std::uint32_t> steps(network.vertexCount(), kFar), queue{centre};
    steps[centre] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head)
        for (const std::uint32_t next : network.neighbours(queue[head]))
            if (steps[next] == kFar) {
                steps[next] = steps[queue[head]] + 1;
                queue.push_back(next);
            }
    return steps;
}

/// The circle that lies nearest to these points (Kasa, doi:10.1109/TIM.1976.6312298); nothing where they are on a line.
std::optional<layout::Point> middleOf(const std::vector<layout::Point>& points)
{
    if (points.size() < 3)
        return std::nullopt;
    layout::Point mean;
    for (const layout::Point& p : points)
        mean = {mean.x + p.x / static_cast<double>(points.size()), mean.y + p.y / static_cast<double>(points.size())};
    double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0;
    for (const layout::Point& p : points) {
        const double x = p.x - mean.x, y = p.y - mean.y, z = x * x + y * y;
        xx += x * x;
        xy += x * y;
        yy += y * y;
        xz += x * z;
        yz += y * z;
    }
    const double turn = xx * yy - xy * xy;
    if (turn <= 1e-9 * (xx + yy) * (xx + yy))
        return std::nullopt;
    return layout::Point{mean.x + 0.5 * (xz * yy - yz * xy) / turn, mean.y + 0.5 * (yz * xx - xz * xy) / turn};
}

MapRings circleOfAll(const MapData& map)
{
    std::vector<layout::Point> points;
    for (const MapPerson& person : map.people)
        if (person.node == MapNode::person && person.place == layout::Area::Kind::mainPieces &&
            person.hold != layout::Hold::pinned)
            points.push_back(person.at);
    MapRings rings;
    if (const auto middle = middleOf(points)) {
        rings.isCircle = true;
        rings.centre = *middle;
    }
    return rings;
}

} // namespace

MapRings ringsOf(const MapSource& source, const MapQuestion& question, const MapData& map)
{
    MapRings rings;
    if (question.style == layout::Style::circle && question.nodes == MapQuestion::Nodes::people)
        return circleOfAll(map);
    if (question.style != layout::Style::rings || question.nodes == MapQuestion::Nodes::organizations)
        return rings;
    std::unordered_map<PersonId, layout::Point> at;
    for (const MapPerson& person : map.people)
        if (person.node == MapNode::person && person.hold != layout::Hold::pinned)
            at.emplace(person.id, person.at);
    const auto middle = std::find_if(map.people.begin(), map.people.end(), [&](const MapPerson& person) {
        return person.id == question.around && person.node == MapNode::person;
    });
    graph::NetworkOptions options = anchorOf(question).network;
    options.direction = graph::GraphSnapshot::Direction::undirected;
    const graph::GraphSnapshot network =
        graph::networkSnapshot(source.data.people, source.data.ties, source.data.overlays, options);
    const std::uint32_t centre = network.indexOf(question.around);
    if (middle == map.people.end() || centre >= network.vertexCount())
        return rings;
    rings.areThere = true;
    rings.centre = middle->at;
    const std::vector<std::uint32_t> steps = stepsFrom(network, centre);
    std::vector<std::vector<double>> distances;
    for (std::uint32_t v = 0; v < network.vertexCount(); ++v) {
        const auto found = at.find(network.idOf(v));
        if (steps[v] == kFar || steps[v] == 0 || found == at.end())
            continue;
        if (distances.size() < steps[v])
            distances.resize(steps[v]);
        distances[steps[v] - 1].push_back(
            std::hypot(found->second.x - rings.centre.x, found->second.y - rings.centre.y));
    }
    for (std::vector<double>& ring : distances) {
        if (ring.empty())
            break; // everybody of it is hidden or was put elsewhere: what lies beyond could not be counted
        const auto upper = ring.begin() + static_cast<std::ptrdiff_t>((ring.size() - 1) * 3 / 4);
        std::nth_element(ring.begin(), upper, ring.end());
        if (!rings.radii.empty() && *upper <= rings.radii.back())
            break;
        rings.radii.push_back(*upper);
    }
    return rings;
}

} // namespace weavemap::actions
