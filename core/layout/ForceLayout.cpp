// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/ForceLayout.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "core/base/Random.h"
#include "core/layout/BarnesHut.h"

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kCoarsest = 24;
constexpr double kShare = 0.8;     ///< of a piece's work, as progress
constexpr float kRepulsion = 0.2F; ///< Hu's C with natural length 1
constexpr std::size_t kChunk = 512;
constexpr float kFloor = 1e-9F;

Positions randomStart(std::uint32_t n, std::uint64_t seed)
{
    Positions at(n);
    Random random(seed);
    for (std::uint32_t v = 0; v < n; ++v) {
        at.x[v] = static_cast<float>(random.unit() * 4.0 - 2.0);
        at.y[v] = static_cast<float>(random.unit() * 4.0 - 2.0);
    }
    return at;
}

/// Each vertex starts where its coarse vertex stands, pulled toward its neighbours' coarse vertices and shaken a
/// little.
Positions prolonged(const WorkGraph& graph, const std::vector<std::uint32_t>& parent, const Positions& coarse,
                    std::uint64_t seed)
{
    Positions at(graph.size());
    Random random(seed);
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        const std::uint32_t p = parent[v];
        float x = 0.0F, y = 0.0F, weight = 0.0F;
        for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
            const std::uint32_t q = parent[graph.targets[k]];
            x += graph.weights[k] * coarse.x[q];
            y += graph.weights[k] * coarse.y[q];
            weight += graph.weights[k];
        }
        const float pull = weight > 0.0F ? 0.3F : 0.0F;
        const float scale = weight > 0.0F ? 1.0F / weight : 0.0F;
        at.x[v] = (1.0F - pull) * coarse.x[p] + pull * x * scale + static_cast<float>(random.unit() - 0.5) * 0.1F;
        at.y[v] = (1.0F - pull) * coarse.y[p] + pull * y * scale + static_cast<float>(random.unit() - 0.5) * 0.1F;
    }
    return at;
}

} // namespace

Outcome forceRounds(const WorkGraph& graph, int rounds, float step, float theta, Team& team, const RunContext& context,
                    Positions& at)
{
    const std::uint32_t n = graph.size();
    Positions force(n);
    BarnesHut tree;
    // Down to a fiftieth of the first step, geometrically.
    float cooling = 0.5F;
    for (float low = 0.2F, high = 1.0F; high - low > 1e-4F;) {
        cooling = 0.5F * (low + high);
        float left = 1.0F;
        for (int i = 0; i < rounds; ++i)
            left *= cooling;
        (left < 0.02F ? low : high) = cooling;
    }
    for (int round = 0; round < rounds; ++round) {
        if (context.cancelled())
            return Outcome::cancelled;
        tree.repulsion(at, graph.mass, theta, team, force);
        const std::vector<std::uint32_t>& order = tree.order();
        team.run(n, kChunk, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::uint32_t v = order[i];
                float ax = 0.0F, ay = 0.0F, stiffness = 0.0F;
                for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
                    const std::uint32_t u = graph.targets[k];
                    const float dx = at.x[v] - at.x[u];
                    const float dy = at.y[v] - at.y[u];
                    const float pull = graph.weights[k] * std::sqrt(dx * dx + dy * dy);
                    ax += pull * dx;
                    ay += pull * dy;
                    stiffness += pull;
                }
                const float perMass = 1.0F / graph.mass[v];
                // `order` gives each vertex once, so the slot of `force` is this chunk's alone: it becomes the move.
                const float fx = kRepulsion * force.x[v] - perMass * ax;
                const float fy = kRepulsion * force.y[v] - perMass * ay;
                const float length = std::sqrt(fx * fx + fy * fy) + kFloor;
                const float newton = length / (2.0F * perMass * stiffness + kFloor);
                const float move = std::min(step, newton) / length;
                force.x[v] = fx * move;
                force.y[v] = fy * move;
            }
        });
        for (std::uint32_t v = 0; v < n; ++v) {
            at.x[v] += force.x[v];
            at.y[v] += force.y[v];
        }
        step *= cooling;
    }
    return Outcome::done;
}

Outcome forceLayout(const WorkGraph& graph, const ForceOptions& options, Team& team, const RunContext& context,
                    const EngineFrame& onFrame, Positions& at)
{
    std::uint64_t seed = options.seed;
    std::deque<Coarser> levels;
    const WorkGraph* top = &graph;
    while (top->size() > kCoarsest) {
        if (context.cancelled())
            return Outcome::cancelled;
        Coarser next = coarsen(*top, splitMix64(seed));
        if (next.graph.size() * 20 > top->size() * 19)
            break;
        levels.push_back(std::move(next));
        top = &levels.back().graph;
    }
    double work = static_cast<double>(graph.size()), done = 0.0;
    for (const Coarser& level : levels)
        work += static_cast<double>(level.graph.size());
    at = randomStart(top->size(), splitMix64(seed));
    const auto steps = static_cast<int>(levels.size());
    for (int level = steps; level >= 0; --level) {
        const WorkGraph& here = level == 0 ? graph : levels[static_cast<std::size_t>(level) - 1].graph;
        const bool coarsest = level == steps;
        if (!coarsest) {
            const Coarser& from = levels[static_cast<std::size_t>(level)];
            at = prolonged(here, from.parent, at, splitMix64(seed));
        }
        const int rounds = coarsest ? options.coarsestRounds : level == 0 ? options.finestRounds : options.coarseRounds;
        const float theta = level == 0 ? options.finestTheta : options.coarseTheta;
        // A cluster of mass m takes room for m people: steps follow that length.
        const float room = std::sqrt(static_cast<float>(graph.size()) / static_cast<float>(here.size()));
        if (forceRounds(here, rounds, coarsest ? 2.0F * room : room, theta, team, context, at) == Outcome::cancelled)
            return Outcome::cancelled;
        done += static_cast<double>(here.size());
        context.progress(kShare * done / work);
        if (onFrame && level > 0 && level <= 4) {
            Positions frame = at;
            for (int down = level; down > 0; --down) {
                const std::vector<std::uint32_t>& parent = levels[static_cast<std::size_t>(down) - 1].parent;
                Positions finer(parent.size());
                for (std::size_t v = 0; v < parent.size(); ++v) {
                    finer.x[v] = frame.x[parent[v]];
                    finer.y[v] = frame.y[parent[v]];
                }
                frame = std::move(finer);
            }
            onFrame(frame);
        }
    }
    if (onFrame)
        onFrame(at);
    return Outcome::done;
}

} // namespace weavemap::layout
