// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/layout/OverlapRemoval.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/StressRefinement.h"
#include "core/layout/Styles.h"

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kWhole = 1500;        ///< up to so many people everybody is a pivot
constexpr std::size_t kMostTerms = 1'500'000; ///< pivots times people beyond
constexpr std::uint32_t kFewestPivots = 60;
constexpr int kRoundsAtOnce = 10;
constexpr int kMostRounds = 300;
constexpr float kStill = 0.002F;       ///< mean move in ten rounds, in steps, at which nothing changes to the eye
constexpr float kShortestStep = 60.0F; ///< map units
constexpr float kLongestStep = 140.0F;
constexpr int kOverlapRounds = 400;

float meanMove(const Positions& a, const Positions& b)
{
    double sum = 0.0;
    for (std::size_t v = 0; v < a.size(); ++v) {
        const double dx = static_cast<double>(a.x[v] - b.x[v]), dy = static_cast<double>(a.y[v] - b.y[v]);
        sum += std::sqrt(dx * dx + dy * dy);
    }
    return static_cast<float>(sum / static_cast<double>(a.size()));
}

/// The length of a step at which the people have the room that maps aim at.
float stepFor(const Positions& at)
{
    const auto [left, right] = std::minmax_element(at.x.begin(), at.x.end());
    const auto [top, bottom] = std::minmax_element(at.y.begin(), at.y.end());
    const float area = std::max((*right - *left) * (*bottom - *top), 1e-3F);
    return std::clamp(std::sqrt(kPersonArea * static_cast<float>(at.size()) / area), kShortestStep, kLongestStep);
}

} // namespace

Outcome layoutDistances(const StyleInput& input, Team& team, const RunContext& context, Positions& at)
{
    const std::uint32_t n = input.graph.size();
    if (n < 2)
        return Outcome::done;
    const std::uint32_t count = n <= kWhole ? n : std::max(kFewestPivots, static_cast<std::uint32_t>(kMostTerms / n));
    const PivotDistances pivots = PivotDistances::of(input.graph, count, input.seed, team, context);
    if (context.cancelled())
        return Outcome::cancelled;
    const auto scaled = [&](float factor) {
        for (std::uint32_t v = 0; v < n; ++v) {
            at.x[v] *= factor;
            at.y[v] *= factor;
        }
    };
    scaled(stepScale(pivots, at));
    StressOptions stress;
    stress.rounds = kRoundsAtOnce;
    for (int round = 0; round < kMostRounds; round += kRoundsAtOnce) {
        const Positions before = at;
        if (refineStress(input.graph, pivots, stress, {}, team, context, at) == Outcome::cancelled)
            return Outcome::cancelled;
        if (meanMove(before, at) < kStill)
            break;
    }
    scaled(stepFor(at));
    turnUpright(at, input.aspect);
    OverlapOptions overlap;
    overlap.gap = kDiscGap;
    overlap.rounds = kOverlapRounds;
    if (removeOverlaps(input.radii, overlap, context, at) == Outcome::cancelled)
        return Outcome::cancelled;
    if (const float worst = crowding(input.radii, 0.5F * kDiscGap, at); worst > 1.0F)
        scaled(worst * 1.001F);
    return Outcome::done;
}

} // namespace weavemap::layout
