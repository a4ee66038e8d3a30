// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Gathering.h"

#include "core/layout/OverlapRemoval.h"

namespace weavemap::layout {

namespace {

constexpr int kRounds = 12;
constexpr int kPartings = 2; ///< rounds of parting discs after each
constexpr std::size_t kChunk = 128;
constexpr float kFirstPull = 1.0F; ///< of pivots and former place together, against 1 of a contact on the same spot
constexpr float kLastPull = 3.5F;  ///< contacts find each other first, distances are put right after
constexpr float kHomeALevel =
    0.04F; ///< share of the former place in it, for each level: pivots see less of many people
constexpr float kNearestReach = 1.0F; ///< how near a near contact is, in distances that people keep
constexpr float kReachALevel = 0.25F;
constexpr float kSmallest = 24.0F; ///< people of a network of level 0

/// How often a network of n people can be halved, between whole numbers by a straight line.
float levelOf(std::uint32_t n)
{
    float level = 0.0F;
    float size = static_cast<float>(n) / kSmallest;
    for (; size >= 2.0F; size *= 0.5F)
        level += 1.0F;
    return size > 1.0F ? level + size - 1.0F : level;
}

} // namespace

Outcome gatherContacts(const WorkGraph& graph, const PivotDistances& pivots, std::span<const float> radii, Team& team,
                       const RunContext& context, Positions& at)
{
    const std::uint32_t n = graph.size();
    const float level = levelOf(n);
    double kept = 0.0;
    for (const float r : radii)
        kept += 2.0 * static_cast<double>(r);
    const float reach = (kNearestReach + kReachALevel * level) * static_cast<float>(kept / static_cast<double>(n));
    const float home = kHomeALevel * level;
    const float step = 1.0F / stepScale(pivots, at);
    const Positions before = at;
    Positions next(n);
    PivotPlaces places(pivots);
    OverlapOptions parting;
    parting.gap = 0.0F;
    parting.rounds = kPartings;
    for (int round = 0; round < kRounds; ++round) {
        if (context.cancelled())
            return Outcome::cancelled;
        const float done = static_cast<float>(round) / static_cast<float>(kRounds - 1);
        const float pull = kFirstPull + (kLastPull - kFirstPull) * done;
        places.take(at);
        team.run(n, kChunk, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const auto v = static_cast<std::uint32_t>(i);
                const float vx = at.x[v], vy = at.y[v];
                const auto [wishX, wishY, weightOfWish] = places.wish(v, vx, vy, step);
                const float farX = wishX / weightOfWish, farY = wishY / weightOfWish;
                float x = pull * (farX + home * (before.x[v] - farX));
                float y = pull * (farY + home * (before.y[v] - farY));
                float total = pull;
                for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
                    const std::uint32_t u = graph.targets[k];
                    const float dx = vx - at.x[u], dy = vy - at.y[u];
                    const float nearness = reach * reach / (reach * reach + dx * dx + dy * dy);
                    const float weight = graph.weights[k] * graph.weights[k] * nearness;
                    x += weight * at.x[u];
                    y += weight * at.y[u];
                    total += weight;
                }
                next.x[v] = x / total;
                next.y[v] = y / total;
            }
        });
        std::swap(at, next);
        if (removeOverlaps(radii, parting, context, at) == Outcome::cancelled)
            return Outcome::cancelled;
    }
    return Outcome::done;
}

} // namespace weavemap::layout
