// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Pins.h"

#include <algorithm>
#include <cmath>

#include "core/layout/OverlapRemoval.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/StressRefinement.h"

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kPivots = 60;

Point pointOf(const Positions& at, std::size_t i)
{
    return {static_cast<double>(at.x[i]), static_cast<double>(at.y[i])};
}

} // namespace

Outcome fitToPins(const Request& request, const std::vector<std::uint32_t>& people, const WorkGraph& graph, Team& team,
                  const RunContext& context, Positions& at)
{
    double count = 0.0, fromX = 0.0, fromY = 0.0, toX = 0.0, toY = 0.0;
    std::vector<char> fixed(people.size(), 0);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (request.hold(people[i]) != Hold::pinned)
            continue;
        fixed[i] = 1;
        count += 1.0;
        fromX += pointOf(at, i).x;
        fromY += pointOf(at, i).y;
        toX += request.initial(people[i]).x;
        toY += request.initial(people[i]).y;
    }
    if (count == 0.0)
        return Outcome::done;
    fromX /= count;
    fromY /= count;
    toX /= count;
    toY /= count;
    // The best turn is the sum of target times conjugate of source as complex numbers; mirrored sources for the mirror.
    double turn[2][2] = {{0.0, 0.0}, {0.0, 0.0}};
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!fixed[i])
            continue;
        const double sx = pointOf(at, i).x - fromX, sy = pointOf(at, i).y - fromY;
        const double tx = request.initial(people[i]).x - toX, ty = request.initial(people[i]).y - toY;
        turn[0][0] += tx * sx + ty * sy;
        turn[0][1] += ty * sx - tx * sy;
        turn[1][0] += tx * sx - ty * sy;
        turn[1][1] += ty * sx + tx * sy;
    }
    const auto strength = [&](int k) { return turn[k][0] * turn[k][0] + turn[k][1] * turn[k][1]; };
    const int mirrored = strength(1) > strength(0) * 1.000001 ? 1 : 0;
    const double length = std::sqrt(strength(mirrored));
    const double c = length > 0.0 ? turn[mirrored][0] / length : 1.0,
                 s = length > 0.0 ? turn[mirrored][1] / length : 0.0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const double x = pointOf(at, i).x - fromX;
        const double y = (pointOf(at, i).y - fromY) * (mirrored ? -1.0 : 1.0);
        const Point p = fixed[i] ? request.initial(people[i]) : Point{toX + c * x - s * y, toY + s * x + c * y};
        at.x[i] = static_cast<float>(p.x);
        at.y[i] = static_cast<float>(p.y);
    }
    // Everybody is held loosely to the turned picture; neighbours of a pin that is far off move most.
    const PivotDistances pivots = PivotDistances::of(graph, kPivots, request.options().seed, team, context);
    return relaxStress(graph, pivots, {10, 3.0F, 1.0F}, {1.0F, fixed}, team, context, at);
}

void standAtPins(const Request& request, const PieceSorts& sorts, Team& team, std::vector<Point>& at,
                 std::vector<char>& isSet)
{
    std::vector<std::vector<std::uint32_t>> apart = sorts.small;
    for (const std::uint32_t v : sorts.isolates)
        apart.push_back({v});
    for (const std::vector<std::uint32_t>& people : apart) {
        const auto pin = std::find_if(people.begin(), people.end(),
                                      [&](std::uint32_t v) { return request.hold(v) == Hold::pinned; });
        if (pin == people.end())
            continue;
        const std::vector<Point> shape = smallPiece(request.rowInput(240.0), people, team);
        const Point from = shape[static_cast<std::size_t>(pin - people.begin())];
        const Point home = request.initial(*pin);
        for (std::size_t i = 0; i < people.size(); ++i) {
            const bool held = request.hold(people[i]) == Hold::pinned;
            at[people[i]] =
                held ? request.initial(people[i]) : Point{home.x + shape[i].x - from.x, home.y + shape[i].y - from.y};
            isSet[people[i]] = 1;
        }
    }
}

Outcome partAll(const Request& request, const RunContext& context, const std::vector<char>& isSet,
                std::vector<Point>& at)
{
    std::vector<std::uint32_t> people;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        if (isSet[v])
            people.push_back(v);
    }
    Positions positions(people.size());
    std::vector<char> fixed(people.size(), 0);
    for (std::size_t i = 0; i < people.size(); ++i) {
        positions.x[i] = static_cast<float>(at[people[i]].x);
        positions.y[i] = static_cast<float>(at[people[i]].y);
        fixed[i] = request.hold(people[i]) == Hold::pinned;
    }
    const Positions before = positions;
    OverlapOptions options;
    options.gap = kDiscGap;
    options.rounds = 1000;
    options.fixed = fixed;
    if (removeOverlaps(request.radiiOf(people), options, context, positions) == Outcome::cancelled)
        return Outcome::cancelled;
    for (std::size_t i = 0; i < people.size(); ++i) {
        // Whoever was not pushed keeps the very bits of their place.
        const bool moved = positions.x[i] != before.x[i] || positions.y[i] != before.y[i];
        if (fixed[i])
            at[people[i]] = request.initial(people[i]);
        else if (moved)
            at[people[i]] = pointOf(positions, i);
    }
    return Outcome::done;
}

} // namespace weavemap::layout
