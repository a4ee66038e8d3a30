// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/RunContext.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// Called with the positions of the finest graph now and then.
using EngineFrame = std::function<void(const Positions&)>;

enum class Outcome { done, cancelled };

struct ForceOptions
{
    std::uint64_t seed = 1;
    int coarsestRounds = 200;
    /// Of a level between: folds that are not undone there stay.
    int coarseRounds = 40;
    float coarseTheta = 0.9F;
    /// Of the last level, which only sets right what is near.
    int finestRounds = 30;
    float finestTheta = 1.1F;
};

/// Multilevel force-directed layout of one connected piece (Hu 2005): repulsion 1/d, attraction d^2, natural length 1.
/// Coarse vertices weigh as much as what went into them, so that a level's balance carries over to the next.
Outcome forceLayout(const WorkGraph& graph, const ForceOptions& options, Team& team, const RunContext& context,
                    const EngineFrame& onFrame, Positions& at);

/// `rounds` rounds of the same forces from where the vertices are, with moves cooling down from `step`.
Outcome forceRounds(const WorkGraph& graph, int rounds, float step, float theta, Team& team, const RunContext& context,
                    Positions& at);

} // namespace weavemap::layout
