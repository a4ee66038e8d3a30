// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Which way paths are followed in a directed graph: from the vertex, or to it. The same where undirected.
enum class PathEnd { from, to };

/// What one pass over all geodesic distances (unweighted) tells about each vertex; d is the distance to the vertices it
/// reaches (PathEnd::from) or that reach it (PathEnd::to). All 0 for an isolate.
struct Distances
{
    std::vector<std::uint32_t> reach;        ///< how many others
    std::vector<std::uint64_t> sum;          ///< of d
    std::vector<double> harmonic;            ///< sum of 1/d
    std::vector<std::uint32_t> eccentricity; ///< the largest d
};

/// Distances between all pairs, summed up by vertex.
///
/// Method: breadth-first search from 512 sources at once, a bit each (M. Then et al. 2014,
/// doi:10.14778/2735496.2735507). Disconnected: only pairs joined by a path count. Complexity: O(n m / 512) words read
/// on shallow graphs, O(n m) at worst; about 200 bytes a vertex a thread. Threads: the same bits at any number. Errors:
/// cancelled.
Result<Distances> distances(const graph::GraphSnapshot& snapshot, PathEnd end, const RunContext& context);

/// Figures of the whole network that follow from its distances.
struct DistanceTotals
{
    std::uint64_t orderedPairs = 0; ///< pairs (a, b), b reached from a; undirected: every joined pair twice
    double meanDistance = 0.0;      ///< over these; NaN where there are none
    std::uint32_t longest = 0;      ///< the largest finite distance
    double efficiency = 0.0;        ///< mean of 1/d over all ordered pairs, 0 for those without a path; NaN for n < 2
    double connectedness = 0.0;     ///< share of all pairs that are joined by a path; NaN for n < 2
};

/// Efficiency: V. Latora, M. Marchiori 2001, doi:10.1103/PhysRevLett.87.198701. O(n).
DistanceTotals distanceTotals(const Distances& distances);

/// Figures of the largest component (of equal ones, that with the vertex that comes first).
struct LargestPiece
{
    std::uint32_t component = 0; ///< its number
    std::uint32_t size = 0;
    std::uint32_t diameter = 0;
    std::uint32_t radius = 0;
    double meanDistance = 0.0; ///< over its pairs; NaN for a single vertex
};

/// `components`: the component of each vertex, as `Components` gives it; the graph undirected. O(n).
LargestPiece largestPiece(const Distances& distances, const std::vector<std::uint32_t>& components);

} // namespace weavemap::sna
