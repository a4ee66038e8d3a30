// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/RunContext.h"
#include "core/layout/ForceLayout.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Steps from a few pivots to everybody, and how many people each pivot speaks for at each distance.
class PivotDistances
{
public:
    /// Pivots are drawn from `seed`; `count` is cut to the number of vertices. O(count * (n + m)), in parallel. Once
    /// cancelled it returns early, with values that mean nothing.
    static PivotDistances of(const WorkGraph& graph, std::uint32_t count, std::uint64_t seed, Team& team,
                             const RunContext& context = {});

    std::uint32_t count() const { return static_cast<std::uint32_t>(m_pivots.size()); }
    std::uint32_t stride() const { return m_stride; }
    const std::vector<std::uint32_t>& pivots() const { return m_pivots; }
    /// Distances and weights of v's terms, `stride()` each, padded with weight 0.
    const float* distances(std::uint32_t v) const { return m_distances.data() + std::size_t{v} * m_stride; }
    const float* weights(std::uint32_t v) const { return m_weights.data() + std::size_t{v} * m_stride; }

private:
    std::uint32_t m_stride = 0;
    std::vector<std::uint32_t> m_pivots;
    std::vector<float> m_distances;
    std::vector<float> m_weights;
};

/// Where the pivots stand now, and from there where they want everybody else.
class PivotPlaces
{
public:
    explicit PivotPlaces(const PivotDistances& pivots)
        : m_pivots(&pivots), m_x(pivots.stride(), 0.0F), m_y(pivots.stride(), 0.0F)
    {}

    void take(const Positions& at);

    /// The sum of the places that the pivots want v at, by their weights, and the sum of these weights.
    struct Wish
    {
        float x, y, weight;
    };
    /// v stands at (x, y); `step`: length of one step. Any thread.
    Wish wish(std::uint32_t v, float x, float y, float step) const;

private:
    const PivotDistances* m_pivots;
    std::vector<float> m_x, m_y; ///< padded like the distances
};

/// Pulls vertices back to points, as `tidyUp` does.
struct Anchors
{
    std::span<const float> x, y;
    /// Per vertex, against the vertex's own stress weights: 0 free, 1 as strong as all of them together.
    std::span<const float> strength;
    /// Vertices that do not move at all; empty: none.
    std::span<const char> fixed;
};

struct StressOptions
{
    int rounds = 40;
    /// Weight of a tie's own term against 1 of a pivot's.
    float tieWeight = 1.0F;
    /// Length a tie wants, in steps.
    float tieLength = 1.0F;
};

/// The factor that brings the picture's distances nearest to steps.
float stepScale(const PivotDistances& pivots, const Positions& at);

/// Sparse stress by local majorization (Ortmann, Klimenta, Brandes 2016): every round each vertex goes to the weighted
/// mean of where its ties and the pivots want it, all at once. Expects positions in steps (see `stepScale`).
Outcome refineStress(const WorkGraph& graph, const PivotDistances& pivots, const StressOptions& options,
                     const Anchors& anchors, Team& team, const RunContext& context, Positions& at);

/// How `relaxStress` holds people to where they stand: `strength` as in `Anchors`, the same for all.
struct HomePull
{
    float strength = 1.0F;
    std::span<const char> fixed;
};

/// The same from where people stand, in map units: each is held to their place, and the picture keeps its size.
Outcome relaxStress(const WorkGraph& graph, const PivotDistances& pivots, const StressOptions& options,
                    const HomePull& hold, Team& team, const RunContext& context, Positions& at);

} // namespace weavemap::layout
