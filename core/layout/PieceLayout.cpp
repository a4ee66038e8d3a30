// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/PieceLayout.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/layout/Gathering.h"
#include "core/layout/GroupShaping.h"
#include "core/layout/OverlapRemoval.h"
#include "core/layout/StressRefinement.h"
#include "core/layout/Thinning.h"

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kPivots = 100;
constexpr std::size_t kMostTerms = 8'000'000; ///< pivots times people; beyond it there are fewer pivots
constexpr float kAcrossGroups = 0.25F;        ///< weight of a tie between groups against 1 within
constexpr int kOverlapRounds = 400;
constexpr int kEvenRounds = 3;
constexpr float kEvenEnough = 1.015F; ///< what the spacing aims beyond what it needs
constexpr float kLongestBranch = 75.0F;
constexpr int kStressRounds = 3; ///< more would even out the clusters that people look for

struct Box
{
    float left, top, right, bottom;
    float width() const { return right - left; }
    float height() const { return bottom - top; }
};

Box boxOf(const Positions& at)
{
    const auto [left, right] = std::minmax_element(at.x.begin(), at.x.end());
    const auto [top, bottom] = std::minmax_element(at.y.begin(), at.y.end());
    return {*left, *top, *right, *bottom};
}

/// Extent between the 2 % and 98 % quantiles: a few far-off people do not shrink the rest.
float innerExtent(std::vector<float> values)
{
    const std::size_t low = (values.size() - 1) / 50;
    const std::size_t high = values.size() - 1 - low;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(low), values.end());
    const float from = values[low];
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(high), values.end());
    return values[high] - from;
}

void scale(Positions& at, float factor)
{
    for (float& x : at.x)
        x *= factor;
    for (float& y : at.y)
        y *= factor;
}

float meanTieLength(const WorkGraph& graph, const Positions& at)
{
    double sum = 0.0;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        for (const std::uint32_t u : graph.neighbours(v)) {
            const double dx = static_cast<double>(at.x[v] - at.x[u]), dy = static_cast<double>(at.y[v] - at.y[u]);
            sum += std::sqrt(dx * dx + dy * dy);
        }
    }
    return static_cast<float>(sum / static_cast<double>(graph.targets.size()));
}

/// Shortens the ties of trees that hang on the rest by one person, such as a chain that repulsion blew far out; whoever
/// hangs on a shortened tie moves along.
void pullInBranches(const WorkGraph& graph, float longest, Positions& at)
{
    const std::uint32_t n = graph.size();
    std::vector<std::uint32_t> left(n), parent(n, n), peeled;
    for (std::uint32_t v = 0; v < n; ++v) {
        left[v] = graph.degree(v);
        if (left[v] == 1)
            peeled.push_back(v);
    }
    for (std::size_t head = 0; head < peeled.size(); ++head) {
        const std::uint32_t v = peeled[head];
        for (const std::uint32_t u : graph.neighbours(v)) {
            if (parent[u] != v && left[v] == 1 && left[u] > 0) {
                parent[v] = u;
                if (--left[u] == 1)
                    peeled.push_back(u);
            }
        }
        left[v] = 0;
    }
    // From the rest outward: a person's parent has its final place first.
    const Positions before = at;
    for (std::size_t i = peeled.size(); i > 0; --i) {
        const std::uint32_t v = peeled[i - 1];
        const std::uint32_t p = parent[v];
        if (p == n)
            continue;
        const float dx = before.x[v] - before.x[p], dy = before.y[v] - before.y[p];
        const float length = std::sqrt(dx * dx + dy * dy);
        const float factor = length > longest ? longest / length : 1.0F;
        at.x[v] = at.x[p] + factor * dx;
        at.y[v] = at.y[p] + factor * dy;
    }
}

/// Brings the picture to the map's density.
void scaleToRoom(std::span<const float> radii, Positions& at)
{
    const auto n = static_cast<float>(at.size());
    float discs = 0.0F;
    for (const float r : radii)
        discs += (r + 0.5F * kDiscGap) * (r + 0.5F * kDiscGap);
    const float room = std::max(kPersonArea * n, 10.0F * discs);
    const float width = std::max(innerExtent(at.x), 1e-3F), height = std::max(innerExtent(at.y), 1e-3F);
    // A chain has hardly any area; its length alone must not make it endless.
    const float area = std::max(width * height, 0.05F * std::max(width, height) * std::max(width, height));
    scale(at, std::sqrt(room / area));
}

/// Parting people makes the picture larger, and the distance they can keep with it.
Outcome partEvenly(std::span<const float> radii, const OverlapOptions& options, const RunContext& context,
                   std::vector<float>& spacing, Positions& at)
{
    for (int round = 0; round < kEvenRounds; ++round) {
        spacing = spacingRadii(radii, at);
        if (crowding(spacing, 0.0F, at) <= kEvenEnough)
            return Outcome::done;
        if (removeOverlaps(spacing, options, context, at) == Outcome::cancelled)
            return Outcome::cancelled;
    }
    return Outcome::done;
}

} // namespace

std::vector<float> spacingRadii(std::span<const float> radii, const Positions& at)
{
    const Box box = boxOf(at);
    const float room = std::sqrt(std::max(box.width() * box.height(), 1.0F) / static_cast<float>(at.size()));
    const float even = std::min(0.255F * room, 0.4F * std::sqrt(kPersonArea));
    std::vector<float> result(radii.begin(), radii.end());
    for (float& r : result)
        r = std::max(r + 0.5F * kDiscGap, even);
    return result;
}

void turnUpright(Positions& at, float aspect)
{
    const auto n = static_cast<double>(at.size());
    double mx = 0.0, my = 0.0;
    for (std::size_t v = 0; v < at.size(); ++v) {
        mx += static_cast<double>(at.x[v]);
        my += static_cast<double>(at.y[v]);
    }
    mx /= n;
    my /= n;
    double xx = 0.0, xy = 0.0, yy = 0.0;
    for (std::size_t v = 0; v < at.size(); ++v) {
        const double dx = static_cast<double>(at.x[v]) - mx, dy = static_cast<double>(at.y[v]) - my;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    // The long axis: eigenvector of the larger eigenvalue of the 2 x 2 scatter.
    const double half = 0.5 * (xx - yy);
    const double root = std::sqrt(half * half + xy * xy);
    double cx = half + root, cy = xy;
    if (cx * cx + cy * cy < 1e-12 * root * root || root <= 0.0) {
        cx = half >= 0.0 ? 1.0 : 0.0;
        cy = half >= 0.0 ? 0.0 : 1.0;
    }
    const double length = std::sqrt(cx * cx + cy * cy);
    cx /= length;
    cy /= length;
    if (aspect < 1.0F) {
        std::swap(cx, cy);
        cx = -cx;
    }
    for (std::size_t v = 0; v < at.size(); ++v) {
        const double dx = static_cast<double>(at.x[v]) - mx, dy = static_cast<double>(at.y[v]) - my;
        at.x[v] = static_cast<float>(dx * cx + dy * cy);
        at.y[v] = static_cast<float>(dy * cx - dx * cy);
    }
    const Box box = boxOf(at);
    const float middleX = 0.5F * (box.left + box.right), middleY = 0.5F * (box.top + box.bottom);
    for (std::size_t v = 0; v < at.size(); ++v) {
        at.x[v] -= middleX;
        at.y[v] -= middleY;
    }
}

Outcome layoutPiece(const PieceInput& input, Team& team, const RunContext& context, const EngineFrame& onFrame,
                    Positions& at)
{
    const std::uint32_t n = input.graph.size();
    at = Positions(n);
    if (n < 2)
        return Outcome::done;
    std::vector<int> drawn;
    if (!input.groups.empty()) {
        drawn = drawnGroups(input.graph, input.groups);
        const auto count = static_cast<std::size_t>(*std::max_element(drawn.begin(), drawn.end())) + 1;
        if (count < 2 || count > kMostGroups || count * 3 > n)
            drawn.clear();
    }
    const bool grouped = !drawn.empty();
    WorkGraph graph = input.graph;
    if (grouped) {
        for (std::uint32_t v = 0; v < n; ++v) {
            for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k)
                graph.weights[k] = drawn[v] == drawn[graph.targets[k]] ? 1.0F : kAcrossGroups;
        }
    } else {
        weighByCommonContacts(graph);
    }
    ForceOptions force;
    force.seed = input.seed;
    const auto frame = [&](const Positions& positions) {
        Positions shown = positions;
        scaleToRoom(input.radii, shown);
        turnUpright(shown, input.aspect);
        onFrame(shown);
    };
    if (forceLayout(graph, force, team, context, onFrame ? EngineFrame(frame) : EngineFrame(), at) ==
        Outcome::cancelled)
        return Outcome::cancelled;
    std::optional<PivotDistances> pivots;
    if (!grouped) {
        const auto pivotCount = static_cast<std::uint32_t>(std::clamp<std::size_t>(kMostTerms / n, 8, kPivots));
        pivots = PivotDistances::of(graph, pivotCount, input.seed, team, context);
        scale(at, stepScale(*pivots, at));
        StressOptions stress;
        stress.rounds = kStressRounds;
        stress.tieWeight = 30.0F;
        // A lattice wants ties of one step; in a small world, where steps between people are few, ties must be shorter
        // than the distances they add up to, or its clusters dissolve.
        const float mean = meanTieLength(graph, at);
        stress.tieLength = std::min(mean * mean * mean * mean, 1.0F);
        if (refineStress(graph, *pivots, stress, {}, team, context, at) == Outcome::cancelled)
            return Outcome::cancelled;
    }
    scaleToRoom(input.radii, at);
    pullInBranches(graph, kLongestBranch, at);
    turnUpright(at, input.aspect);
    OverlapOptions overlap;
    overlap.gap = 0.0F;
    overlap.rounds = kOverlapRounds;
    std::vector<float> spacing;
    if (grouped) {
        GroupShape shape;
        shape.aspect = input.aspect;
        // Between groups of thousands a gap of a few people would not be seen.
        shape.gap = std::max(shape.gap, 0.1F * std::sqrt(static_cast<float>(n) * shape.personArea));
        standApart(graph, drawn, shape, at);
        spacing.assign(input.radii.begin(), input.radii.end());
        for (float& r : spacing)
            r = std::max(r + 0.5F * kDiscGap, 0.45F * std::sqrt(shape.personArea));
        overlap.groups = drawn;
        overlap.groupGap = kGroupGap;
    } else {
        spacing = spacingRadii(input.radii, at);
        if (gatherContacts(graph, *pivots, spacing, team, context, at) == Outcome::cancelled)
            return Outcome::cancelled;
        thinOut(spacing, ThinWithin::ownBox, at);
    }
    if (removeOverlaps(spacing, overlap, context, at) == Outcome::cancelled)
        return Outcome::cancelled;
    if (!grouped && partEvenly(input.radii, overlap, context, spacing, at) == Outcome::cancelled)
        return Outcome::cancelled;
    // What is left where the rounds did not do: everything grows by a little, which no pair of discs withstands.
    if (const float worst = crowding(input.radii, 0.5F * kDiscGap, at); worst > 1.0F)
        scale(at, worst * 1.001F);
    const Box box = boxOf(at);
    for (std::uint32_t v = 0; v < n; ++v) {
        at.x[v] -= 0.5F * (box.left + box.right);
        at.y[v] -= 0.5F * (box.top + box.bottom);
    }
    return Outcome::done;
}

} // namespace weavemap::layout
