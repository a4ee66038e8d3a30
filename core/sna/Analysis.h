// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/Figures.h"
#include "core/sna/HubDependence.h"
#include "core/sna/NodeAttribute.h"
#include "core/sna/Registry.h"

namespace weavemap::sna {

/// What to compute.
struct AnalysisRequest
{
    /// Keys; a key counts in every section that has it. Empty: everything up to `upTo` that is not on request only.
    std::vector<std::string> keys;
    /// The dearest class that an empty `keys` takes in.
    CostClass upTo = CostClass::heavy;
    /// Figures by group or value of these (assortativity, E-I index, modularity).
    std::vector<NodeAttribute> attributes;
    /// The same network with staff in it, for hub dependence; null leaves that out. Must outlive the call.
    const StaffNetwork* withStaff = nullptr;
    /// How betweenness is estimated, where its estimate is asked for.
    SampleWish sample;
    /// Told each figure as it is ready, light ones first; on the calling thread.
    std::function<void(Section, const std::string& key, const Value&)> onFigure;
};

/// Computes the chosen figures of a snapshot: section `undirected` on its undirected form, and where the snapshot is
/// directed section `directed` too. Light measures come first; work that several share (one pass of distances, one
/// list of triangles) is done once. A figure that cannot be found (no convergence, path counts beyond all range) is
/// left out like one that is not defined. Results are the same bits at any number of threads.
///
/// Errors: unknownMeasure (key), cancelled. Threads: callable from any thread, uses up to `context.threads()`.
Result<Figures> analyse(const graph::GraphSnapshot& snapshot, const AnalysisRequest& request,
                        const RunContext& context);

} // namespace weavemap::sna
