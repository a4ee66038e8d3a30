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
    /// Absent where it is not unique: two components tie for it (relative difference below 1e-9), there is no tie at
    /// all, or that component is as good as two (see `perComponent`).
    std::optional<std::vector<double>> whole;
    /// Each component by itself, its largest value 1; isolates 0. NaN throughout a component whose two largest
    /// eigenvalues are equal within 5e-8 of them, as those of two alike, dense parts joined by a long path are: any
    /// mixture of the two vectors would fit as well. Elsewhere the error is below 1e-8, mostly below 1e-11.
    std::vector<double> perComponent;
};

/// Eigenvector centrality: P. Bonacich 1972, doi:10.1080/0022250X.1972.9989806. `snapshot` undirected, `components` its
/// own. Bipartite networks are no special case. Disconnected: see the result. The unit of the weights
/// does not matter.
/// Complexity: some tens of products with the adjacency matrix, O(m) each (see LeadingEigenvector.h); 64 vectors.
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
