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
    double bound = 0.01;       ///< how far off a normalized value may be; the range is 0 to 1
    std::uint32_t sources = 0; ///< exactly so many, whatever the bound; 0: as many as the bound takes
    std::uint64_t seed = 1;    ///< the same seed gives the same sample
};

/// Normalized betweenness, estimated. An estimate is never to be shown without its bound.
struct BetweennessEstimate
{
    std::vector<double> normalized; ///< by vertex; empty for n < 3, as `normalizedBetweenness`
    double bound = 0.0;             ///< with 95 % confidence nobody's value is further off; 0: exact
    std::uint32_t sources = 0;      ///< searches that it rests on
};

/// Betweenness from a sample of sources: U. Brandes, C. Pich 2007, doi:10.1142/S0218127407018403. One source is drawn
/// from each of K stretches of the search graph's order (breadth-first, so that a stretch is a neighbourhood), and
/// where ties have no direction a target counts by its distance (`Share::byDistance`): both make values vary less from
/// sample to sample, none adds a bias. A first sample tells how much sources vary, a further one makes up the rest.
///
/// Bound: Bernstein's inequality for each vertex, with the variance seen in the sample and a union over vertices; a
/// true variance far above the seen one is possible in theory. Where the sample would be everybody the exact values are
/// computed and the bound is 0. Disconnected: as `betweenness`; isolates have 0.
/// Complexity: O(K m); K does not depend on n but for a logarithm (about 2,000 for a bound of 0.01 where nobody stands
/// far out). Threads: the same bits at any number. Errors: cancelled, outOfRange as `betweenness`.
Result<BetweennessEstimate> estimateBetweenness(const graph::GraphSnapshot& snapshot, const SampleWish& wish,
                                                const RunContext& context);

} // namespace weavemap::sna
