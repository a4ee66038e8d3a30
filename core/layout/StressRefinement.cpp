// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/StressRefinement.h"

#include <algorithm>
#include <cmath>

#include "core/base/Random.h"

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kLanes = 8;
constexpr std::uint32_t kNone = UINT32_MAX;
constexpr float kNear = 1e-12F;
constexpr std::size_t kChunk = 128;

struct Lanes
{
    float x[kLanes] = {}, y[kLanes] = {}, weight[kLanes] = {};
};

float sumOf(const float* lanes)
{
    const float a = (lanes[0] + lanes[4]) + (lanes[2] + lanes[6]);
    const float b = (lanes[1] + lanes[5]) + (lanes[3] + lanes[7]);
    return a + b;
}

} // namespace

PivotDistances PivotDistances::of(const WorkGraph& graph, std::uint32_t count, std::uint64_t seed, Team& team,
                                  const RunContext& context)
{
    const std::uint32_t n = graph.size();
    PivotDistances result;
    count = std::min(count, n);
    result.m_stride = (count + kLanes - 1) / kLanes * kLanes;
    std::vector<char> taken(n, 0);
    Random random(seed);
    while (result.m_pivots.size() < count) {
        const auto v = static_cast<std::uint32_t>(random.below(n));
        if (!taken[v]) {
            taken[v] = 1;
            result.m_pivots.push_back(v);
        }
    }
    std::sort(result.m_pivots.begin(), result.m_pivots.end());
    // Pivot by pivot first: a search writes one row of its own.
    std::vector<std::uint32_t> steps(std::size_t{count} * n);
    team.run(count, 1, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> queue(n);
        for (std::size_t p = begin; p < end && !context.cancelled(); ++p) {
            std::uint32_t* row = steps.data() + p * n;
            std::fill_n(row, n, kNone);
            std::uint32_t filled = 0;
            queue[filled++] = result.m_pivots[p];
            row[result.m_pivots[p]] = 0;
            for (std::uint32_t head = 0; head < filled; ++head) {
                const std::uint32_t v = queue[head];
                for (const std::uint32_t u : graph.neighbours(v)) {
                    if (row[u] == kNone) {
                        row[u] = row[v] + 1;
                        queue[filled++] = u;
                    }
                }
            }
        }
    });
    // Everybody belongs to the nearest pivot's region; a pivot speaks to v for those nearer to it than half way.
    std::vector<std::vector<std::uint32_t>> within(count);
    for (std::uint32_t v = 0; v < n; ++v) {
        std::uint32_t nearest = 0;
        for (std::uint32_t p = 1; p < count; ++p) {
            if (steps[std::size_t{p} * n + v] < steps[std::size_t{nearest} * n + v])
                nearest = p;
        }
        const std::uint32_t d = steps[std::size_t{nearest} * n + v];
        if (within[nearest].size() <= d)
            within[nearest].resize(d + 1, 0);
        ++within[nearest][d];
    }
    for (std::vector<std::uint32_t>& counts : within) {
        for (std::size_t d = 1; d < counts.size(); ++d)
            counts[d] += counts[d - 1];
    }
    result.m_distances.assign(std::size_t{n} * result.m_stride, 1.0F);
    result.m_weights.assign(std::size_t{n} * result.m_stride, 0.0F);
    team.run(n, 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            for (std::uint32_t p = 0; p < count; ++p) {
                const std::uint32_t d = steps[std::size_t{p} * n + v];
                if (d == 0 || d == kNone)
                    continue;
                const std::vector<std::uint32_t>& counts = within[p];
                float speaksFor = 1.0F;
                if (!counts.empty()) {
                    const std::size_t half = std::min<std::size_t>(d / 2, counts.size() - 1);
                    speaksFor = static_cast<float>(std::max(counts[half], 1U));
                }
                const auto length = static_cast<float>(d);
                result.m_distances[v * result.m_stride + p] = length;
                result.m_weights[v * result.m_stride + p] = speaksFor / (length * length);
            }
        }
    });
    return result;
}

float stepScale(const PivotDistances& pivots, const Positions& at)
{
    // The s that makes sum of w (s l - d)^2 least, over pivots and everybody; in vertex order, so always the same sum.
    double up = 0.0, down = 0.0;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        const float* distance = pivots.distances(v);
        for (std::uint32_t p = 0; p < pivots.count(); ++p) {
            const std::uint32_t u = pivots.pivots()[p];
            if (u == v)
                continue;
            const double dx = at.x[v] - at.x[u];
            const double dy = at.y[v] - at.y[u];
            const double ratio = std::sqrt(dx * dx + dy * dy) / static_cast<double>(distance[p]);
            up += ratio;
            down += ratio * ratio;
        }
    }
    return down > 0.0 ? static_cast<float>(up / down) : 1.0F;
}

void PivotPlaces::take(const Positions& at)
{
    for (std::uint32_t p = 0; p < m_pivots->count(); ++p) {
        m_x[p] = at.x[m_pivots->pivots()[p]];
        m_y[p] = at.y[m_pivots->pivots()[p]];
    }
}

PivotPlaces::Wish PivotPlaces::wish(std::uint32_t v, float x, float y, float step) const
{
    const float* distance = m_pivots->distances(v);
    const float* weight = m_pivots->weights(v);
    Lanes sum;
    for (std::uint32_t p = 0; p < m_pivots->stride(); p += kLanes) {
        for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
            const float dx = x - m_x[p + lane];
            const float dy = y - m_y[p + lane];
            const float ratio = step * distance[p + lane] / std::sqrt(dx * dx + dy * dy + kNear);
            const float w = weight[p + lane];
            sum.x[lane] += w * (m_x[p + lane] + ratio * dx);
            sum.y[lane] += w * (m_y[p + lane] + ratio * dy);
            sum.weight[lane] += w;
        }
    }
    return {sumOf(sum.x), sumOf(sum.y), sumOf(sum.weight)};
}

Outcome refineStress(const WorkGraph& graph, const PivotDistances& pivots, const StressOptions& options,
                     const Anchors& anchors, Team& team, const RunContext& context, Positions& at)
{
    const std::uint32_t n = graph.size();
    PivotPlaces places(pivots);
    Positions next(n);
    for (int round = 0; round < options.rounds; ++round) {
        if (context.cancelled())
            return Outcome::cancelled;
        places.take(at);
        team.run(n, kChunk, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const auto v = static_cast<std::uint32_t>(i);
                const float vx = at.x[v], vy = at.y[v];
                if (!anchors.fixed.empty() && anchors.fixed[v]) {
                    next.x[v] = vx;
                    next.y[v] = vy;
                    continue;
                }
                auto [x, y, total] = places.wish(v, vx, vy, 1.0F);
                for (const std::uint32_t u : graph.neighbours(v)) {
                    const float dx = vx - at.x[u];
                    const float dy = vy - at.y[u];
                    const float ratio = options.tieLength / std::sqrt(dx * dx + dy * dy + kNear);
                    x += options.tieWeight * (at.x[u] + ratio * dx);
                    y += options.tieWeight * (at.y[u] + ratio * dy);
                    total += options.tieWeight;
                }
                if (!anchors.strength.empty()) {
                    const float w = anchors.strength[v] * total;
                    x += w * anchors.x[v];
                    y += w * anchors.y[v];
                    total += w;
                }
                next.x[v] = total > 0.0F ? x / total : vx;
                next.y[v] = total > 0.0F ? y / total : vy;
            }
        });
        std::swap(at, next);
    }
    return Outcome::done;
}

Outcome relaxStress(const WorkGraph& graph, const PivotDistances& pivots, const StressOptions& options,
                    const HomePull& hold, Team& team, const RunContext& context, Positions& at)
{
    if (context.cancelled())
        return Outcome::cancelled; // before distances that were not all found are looked at
    const float scale = stepScale(pivots, at);
    if (!(scale > 0.0F))
        return Outcome::done;
    const std::size_t n = at.size();
    for (std::size_t v = 0; v < n; ++v) {
        at.x[v] *= scale;
        at.y[v] *= scale;
    }
    const Positions home = at;
    const std::vector<float> strength(n, hold.strength);
    if (refineStress(graph, pivots, options, {home.x, home.y, strength, hold.fixed}, team, context, at) ==
        Outcome::cancelled)
        return Outcome::cancelled;
    for (std::size_t v = 0; v < n; ++v) {
        at.x[v] /= scale;
        at.y[v] /= scale;
    }
    return Outcome::done;
}

} // namespace weavemap::layout
