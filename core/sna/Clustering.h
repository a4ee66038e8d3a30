// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Triangles that each vertex is in, on the undirected form. Isolates have 0. Every triangle is found once, from its
/// vertices in order of degree: O(m^1.5) (N. Chiba, T. Nishizeki 1985, doi:10.1137/0214017). Errors: cancelled.
Result<std::vector<std::uint64_t>> triangles(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// Share of the pairs of a vertex's contacts that are tied: D. J. Watts, S. H. Strogatz 1998, doi:10.1038/30918.
/// 0 below two contacts. `snapshot` undirected, `triangles` its own. O(n).
std::vector<double> localClustering(const graph::GraphSnapshot& snapshot, const std::vector<std::uint64_t>& triangles);

/// Which vertices a mean of local clustering is over.
enum class ClusteringMean { allNodes, degreeTwoAndMore };
/// The mean of `localClustering`; NaN where it is over nobody. O(n).
double meanClustering(const graph::GraphSnapshot& snapshot, const std::vector<double>& local, ClusteringMean over);

/// Transitivity: 3 triangles / connected triples (R. D. Luce, A. D. Perry 1949, doi:10.1007/BF02289146). 0 where there
/// is no triple. `snapshot` undirected. O(n).
double transitivity(const graph::GraphSnapshot& snapshot, const std::vector<std::uint64_t>& triangles);

/// Share of the two-step paths i->j->k (three different vertices) with an arc i->k. `snapshot` directed; 0 where there
/// is no such path. O(sum of in-degree x out-degree).
Result<double> directedTransitivity(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
