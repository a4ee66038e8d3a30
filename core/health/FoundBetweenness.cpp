// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/FoundBetweenness.h"

#include <utility>

#include "core/sna/Betweenness.h"
#include "core/sna/BetweennessEstimate.h"

namespace weavemap::health {

namespace {

constexpr double kExactUpTo = 1e9; ///< people x ties

} // namespace

Result<FoundBetweenness> findBetweenness(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    FoundBetweenness found;
    const double n = snapshot.vertexCount();
    if (n * static_cast<double>(snapshot.edgeCount()) <= kExactUpTo) {
        WEAVEMAP_ASSIGN(found.raw, sna::betweenness(snapshot, context));
    } else {
        WEAVEMAP_ASSIGN(auto estimate, sna::estimateBetweenness(snapshot, {}, context));
        for (double& value : estimate.normalized)
            value *= (n - 1.0) * (n - 2.0) / 2.0;
        found.raw = std::move(estimate.normalized);
        // The largest value may be off one way and all others the other way.
        found.bound = 2.0 * estimate.bound;
    }
    found.centralization = sna::betweennessCentralization(snapshot, found.raw);
    return found;
}

} // namespace weavemap::health
