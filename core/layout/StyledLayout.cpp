// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/StyledLayout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/layout/Finishing.h"
#include "core/layout/Pins.h"
#include "core/layout/Styles.h"

namespace weavemap::layout {

namespace {

using People = std::vector<std::uint32_t>;

constexpr double kHair = 0.05; ///< map units; less is rounding

/// People who are placed together, and how.
struct Block
{
    People people;
    Style style = Style::clusters;
};

std::vector<Block> blocksOf(const Request& request, const PieceSorts& sorts)
{
    const LayoutOptions& options = request.options();
    std::vector<Block> blocks;
    if (options.style == Style::areas || options.style == Style::circle) {
        Block all{{}, options.style};
        for (const People& piece : sorts.large)
            all.people.insert(all.people.end(), piece.begin(), piece.end());
        std::sort(all.people.begin(), all.people.end());
        if (!all.people.empty())
            blocks.push_back(std::move(all));
        return blocks;
    }
    for (const People& piece : sorts.large) {
        const bool plain =
            options.style == Style::rings && !std::binary_search(piece.begin(), piece.end(), options.centre);
        blocks.push_back({piece, plain ? Style::clusters : options.style});
    }
    return blocks;
}

Outcome arrange(const Request& request, const Block& block, From from, Team& team, const RunContext& context,
                Positions& at)
{
    const WorkGraph graph = inducedGraph(request.graph(), block.people);
    const std::vector<float> radii = request.radiiOf(block.people);
    const std::vector<int> groups = request.groupsOf(block.people);
    StyleInput input{graph, radii, groups, static_cast<float>(request.aspect()), request.options().seed};
    std::vector<char> held;
    for (const std::uint32_t v : block.people)
        held.push_back(request.hold(v) == Hold::pinned ? 1 : 0);
    input.held = held;
    switch (block.style) {
    case Style::clusters:
        return Outcome::done;
    case Style::distances:
        return layoutDistances(input, team, context, at);
    case Style::rings: {
        const auto centre = std::lower_bound(block.people.begin(), block.people.end(), request.options().centre);
        input.centre = static_cast<std::uint32_t>(centre - block.people.begin());
        return layoutRings(input, from, context, at);
    }
    case Style::areas:
        return layoutAreas(input, from, context, at);
    case Style::circle:
        return layoutCircle(input, from, context, at);
    }
    return Outcome::done;
}

Positions positionsOf(const People& people, const std::vector<Point>& at)
{
    Positions positions(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        positions.x[i] = static_cast<float>(at[people[i]].x);
        positions.y[i] = static_cast<float>(at[people[i]].y);
    }
    return positions;
}

Point pointOf(const Positions& at, std::size_t i)
{
    return {static_cast<double>(at.x[i]), static_cast<double>(at.y[i])};
}

/// The middle of a circle, or the centre of rings: what stays where it is while the rest is put in order.
Point middleOf(const Block& block, const Request& request, const std::vector<Point>& at)
{
    if (block.style == Style::rings)
        return at[request.options().centre];
    Point sum;
    double count = 0.0;
    for (const std::uint32_t v : block.people) {
        if (request.hold(v) == Hold::pinned)
            continue;
        sum = {sum.x + at[v].x, sum.y + at[v].y};
        count += 1.0;
    }
    return {sum.x / std::max(count, 1.0), sum.y / std::max(count, 1.0)};
}

} // namespace

bool keepsOrder(Style style) { return style == Style::rings || style == Style::circle; }

Result<Placement> layoutStyled(const Request& request, const RunContext& context, const FrameCallback& onFrame)
{
    const graph::GraphSnapshot& graph = request.graph();
    const LayoutOptions& options = request.options();
    const bool ofTies = options.style == Style::distances || options.style == Style::rings;
    LayoutOptions plain;
    plain.seed = options.seed;
    plain.aspect = options.aspect;
    plain.radii = options.radii;
    if (!ofTies)
        plain.groups = options.groups;
    const RunContext first = context.withProgress([&](double done) { context.progress(0.7 * done); });
    // Frames of clusters are no frames of rings: nobody could follow people there.
    WEAVEMAP_ASSIGN(Placement start,
                    layoutNetwork(graph, plain, first, options.style == Style::distances ? onFrame : FrameCallback()));
    const PieceSorts sorts = sortPieces(graph);
    Team team(context.threads());
    const bool hasPins = request.holdsAny(Hold::pinned);
    Finishing finishing(request, sorts, std::move(start.at));
    std::vector<Point>& at = finishing.at();
    for (const Block& block : blocksOf(request, sorts)) {
        Positions positions = positionsOf(block.people, at);
        if (arrange(request, block, From::fresh, team, context, positions) == Outcome::cancelled)
            return fail(ErrorCode::cancelled);
        const bool turns = block.style == Style::clusters || block.style == Style::distances;
        if (hasPins && turns &&
            fitToPins(request, block.people, inducedGraph(graph, block.people), team, context, positions) ==
                Outcome::cancelled)
            return fail(ErrorCode::cancelled);
        // Rings are where their centre is.
        Point home;
        if (block.style == Style::rings && request.hold(options.centre) == Hold::pinned)
            home = request.initial(options.centre);
        for (std::size_t i = 0; i < block.people.size(); ++i) {
            const std::uint32_t v = block.people[i];
            const Point p = pointOf(positions, i);
            at[v] = request.hold(v) == Hold::pinned ? request.initial(v) : Point{p.x + home.x, p.y + home.y};
        }
        finishing.take(block.people);
    }
    return finishing.end(team, context, onFrame);
}

Outcome restoreStyle(const Request& request, const PieceSorts& sorts, const RunContext& context, std::vector<Point>& at)
{
    Team team(1);
    std::vector<char> isSet(at.size(), 1);
    bool moved = false;
    for (const Block& block : blocksOf(request, sorts)) {
        if (block.style == Style::clusters)
            continue;
        Positions positions = positionsOf(block.people, at);
        const Point home = block.style == Style::areas ? Point{} : middleOf(block, request, at);
        if (arrange(request, block, From::placed, team, context, positions) == Outcome::cancelled)
            return Outcome::cancelled;
        for (std::size_t i = 0; i < block.people.size(); ++i) {
            const std::uint32_t v = block.people[i];
            const Point p{pointOf(positions, i).x + home.x, pointOf(positions, i).y + home.y};
            const double dx = p.x - at[v].x, dy = p.y - at[v].y;
            if (request.hold(v) == Hold::pinned || dx * dx + dy * dy < kHair * kHair)
                continue;
            at[v] = p;
            moved = true;
        }
    }
    // Whoever was moved must not come to lie on a pin, nor on those beside the block.
    if (moved && request.holdsAny(Hold::pinned))
        return partAll(request, context, isSet, at);
    return Outcome::done;
}

} // namespace weavemap::layout
