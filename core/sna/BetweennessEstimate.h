// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// How an estimate is to be made.
struct SampleWish
{
    double bound = 0.0025;   ///< how far off a normalized value may be; the scale is 0 to 1
    std::uint64_t pairs = 0; ///< exactly so many pairs, whatever the bound; 0: as many as the bound takes
    std::uint64_t seed = 1;  ///< the same seed gives the same sample
};

/// Normalized betweenness, estimated. An estimate is never to be shown without its bound.
struct BetweennessEstimate
{
    std::vector<double> normalized; ///< by vertex; empty for n < 3, as `normalizedBetweenness`
    double bound = 0.0;             ///< with 95 % confidence nobody's value is further off; 0: exact
    std::uint64_t pairs = 0;        ///< that were drawn; 0: exact
};

/// Betweenness from a sample of pairs: M. Riondato, E. Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0, with all
/// shortest paths of a pair instead of one, found from both ends at once (M. Borassi, E. Natale 2019,
/// doi:10.1145/3284359), first ends spread evenly over the search graph's order. A first sample tells how much pairs
/// vary, further ones make up the rest.
///
/// Bound: A. Maurer, M. Pontil 2009, arXiv:0907.3740, theorem 4, for every vertex and every round at once: the variance
/// is that seen in the sample, and its own error is part of the bound. Where a sample would cost as much as all sources
/// (and for small networks) the exact values are computed and the bound is 0. Disconnected: as `betweenness`, a pair
/// without a path adds nothing; isolates have 0.
/// Complexity: O(pairs x what two half searches see), a few hundred vertices on networks with short paths; the number
/// of pairs grows with 1/bound^2 and with n by a logarithm alone. Threads: the same bits at any number.
/// Errors: cancelled, outOfRange as `betweenness`.
Result<BetweennessEstimate> estimateBetweenness(const graph::GraphSnapshot& snapshot, const SampleWish& wish,
                                                const RunContext& context);

} // namespace weavemap::sna
