// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/Components.h"
#include "core/sna/Registry.h"

namespace weavemap::sna {

/// Principal eigenvectors of an undirected network. Unit: none.
struct EigenvectorResult
{
    /// Of the whole graph, its largest value 1: vertices outside the component with the largest eigenvalue have 0.
    /// Absent where two components tie for it (relative difference below 1e-9) or there is no tie at all: then it is
    /// not unique.
    std::optional<std::vector<double>> whole;
    /// Each component by itself, its largest value 1; isolates 0.
    std::vector<double> perComponent;
};

/// Eigenvector centrality: P. Bonacich 1972, doi:10.1080/0022250X.1972.9989806. `snapshot` undirected, `components` its
/// own. Bipartite networks are no special case. Disconnected: see the result.
/// Complexity: some tens of products with the adjacency matrix, O(m) each (see LeadingEigenvector.h); 32 vectors.
/// Errors: cancelled; internal where it does not converge.
Result<EigenvectorResult> eigenvector(const graph::GraphSnapshot& snapshot, const Components& components,
                                      Weighting weighting, const RunContext& context);

/// Eigenvector centrality on in-ties: a vertex has what those who point to it have. `snapshot` directed and strongly
/// connected (the caller sees to it), largest value 1. Power iteration on A + I, O(m) a round. Errors: cancelled,
/// internal.
Result<std::vector<double>> inEigenvector(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// Scaled to length 1.
std::vector<double> toUnitLength(std::vector<double> values);

} // namespace weavemap::sna
