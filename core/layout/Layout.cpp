// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Layout.h"

#include "core/layout/Finishing.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/Pins.h"
#include "core/layout/Request.h"
#include "core/layout/StyledLayout.h"

namespace weavemap::layout {

namespace {

/// People whom one thread lays out sooner than several that wait for each other.
constexpr std::uint32_t kFewForOneThread = 1500;

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
    const PieceSorts sorts = sortPieces(request.graph());
    Team team(n < kFewForOneThread ? 1 : context.threads());
    const bool hasPins = request.holdsAny(Hold::pinned);
    context.progress(0.0);
    Finishing finishing(request, sorts, std::vector<Point>(n));
    std::size_t done = 0;
    for (const std::vector<std::uint32_t>& people : sorts.large) {
        const WorkGraph piece = inducedGraph(request.graph(), people);
        const std::vector<float> radii = request.radiiOf(people);
        const std::vector<int> groups = request.groupsOf(people);
        Positions positions;
        const auto frame = [&](const Positions& shown) {
            for (std::size_t i = 0; i < people.size(); ++i)
                finishing.at()[people[i]] = pointOf(shown, i);
            onFrame(finishing.at());
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
        for (std::size_t i = 0; i < people.size(); ++i)
            finishing.at()[people[i]] = pointOf(positions, i);
        finishing.take(people);
        done += people.size();
        context.progress(0.9 * static_cast<double>(done) / static_cast<double>(n));
    }
    return finishing.end(team, context, onFrame);
}

} // namespace weavemap::layout
