// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Layout.h"

#include <algorithm>

#include "core/layout/Packing.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/Pins.h"
#include "core/layout/Request.h"
#include "core/layout/StyledLayout.h"

namespace weavemap::layout {

namespace {

/// People whom one thread lays out sooner than several that wait for each other.
constexpr std::uint32_t kFewForOneThread = 1500;

constexpr double kBetweenPieces = 70.0;

Point pointOf(const Positions& at, std::size_t i)
{
    return {static_cast<double>(at.x[i]), static_cast<double>(at.y[i])};
}

} // namespace

Result<Placement> layoutNetwork(const graph::GraphSnapshot& graph, const LayoutOptions& options,
                                const RunContext& context, const FrameCallback& onFrame)
{
    WEAVEMAP_ASSIGN(const Request request, Request::of(graph, options));
    if (options.style != Style::clusters)
        return layoutStyled(request, context, onFrame);
    const std::uint32_t n = graph.vertexCount();
    std::vector<Point> at(n);
    std::vector<char> isSet(n, 0);
    const PieceSorts sorts = sortPieces(request.graph());
    Team team(n < kFewForOneThread ? 1 : context.threads());
    const bool hasPins = request.holdsAny(Hold::pinned);
    context.progress(0.0);
    Packing packing(request.aspect(), kBetweenPieces);
    std::size_t done = 0;
    std::vector<std::vector<std::uint32_t>> unpacked;
    for (const std::vector<std::uint32_t>& people : sorts.large) {
        const WorkGraph piece = inducedGraph(request.graph(), people);
        const std::vector<float> radii = request.radiiOf(people);
        const std::vector<int> groups = request.groupsOf(people);
        Positions positions;
        const auto frame = [&](const Positions& shown) {
            for (std::size_t i = 0; i < people.size(); ++i)
                at[people[i]] = pointOf(shown, i);
            onFrame(at);
        };

        // Only the largest piece tells how far it is within itself.
        const bool isLargest = &people == &sorts.large.front();
        const double share = 0.9 * static_cast<double>(people.size()) / static_cast<double>(n);
        const RunContext inner(context.stopToken(),
                               isLargest ? [&](double part) { context.progress(part * share); }
                                         : std::function<void(double)>(),
                               context.threads());
        if (layoutPiece({piece, radii, groups, static_cast<float>(request.aspect()), options.seed}, team, inner,
                        onFrame && isLargest ? EngineFrame(frame) : EngineFrame(), positions) == Outcome::cancelled)
            return fail(ErrorCode::cancelled);
        if (hasPins && fitToPins(request, people, piece, team, context, positions) == Outcome::cancelled)
            return fail(ErrorCode::cancelled);
        std::vector<Disc> discs;
        bool pinned = false;
        for (std::size_t i = 0; i < people.size(); ++i) {
            at[people[i]] = pointOf(positions, i);
            discs.push_back(request.discOf(people[i], at[people[i]]));
            isSet[people[i]] = 1;
            pinned = pinned || request.hold(people[i]) == Hold::pinned;
        }
        if (pinned)
            packing.occupy(discs);
        else
            unpacked.push_back(people);
        done += people.size();
        context.progress(0.9 * static_cast<double>(done) / static_cast<double>(n));
    }
    for (const std::vector<std::uint32_t>& people : unpacked) {
        std::vector<Disc> discs;
        discs.reserve(people.size());
        for (const std::uint32_t v : people)
            discs.push_back(request.discOf(v, at[v]));
        const Point move = packing.place(discs);
        for (const std::uint32_t v : people)
            at[v] = {at[v].x + move.x, at[v].y + move.y};
    }
    if (hasPins) {
        standAtPins(request, sorts, team, at, isSet);
        if (partAll(request, context, isSet, at) == Outcome::cancelled)
            return fail(ErrorCode::cancelled);
    }
    placeRows(request, sorts, team, at, isSet);
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    std::vector<double> radii(request.radii().begin(), request.radii().end());
    Placement placement = describe(request.graph(), std::move(at), radii);
    if (onFrame)
        onFrame(placement.at);
    context.progress(1.0);
    return placement;
}

} // namespace weavemap::layout
