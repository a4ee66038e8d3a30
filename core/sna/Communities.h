// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/Figures.h"
#include "core/sna/Registry.h"

namespace weavemap::sna {

/// Groups that talk mostly among themselves. Groups are numbered from 0 in the order in which their first vertex
/// appears.
struct Communities
{
    std::vector<std::uint32_t> of; ///< the group of each vertex
    std::uint32_t count = 0;
    double modularity = kUndefined; ///< of these groups; NaN without ties
};

/// Newman's modularity of groups: the sum over groups c of L_c / m - (D_c / 2m)^2, with m the weight of all ties, L_c
/// of those within c, and D_c the summed strength of its people (M. Newman, M. Girvan 2004,
/// doi:10.1103/PhysRevE.69.026113; with weights: M. Newman 2004, doi:10.1103/PhysRevE.70.056131). -1/2 to 1, no unit;
/// counted: every tie weighs one. `of` holds a label below n for each vertex. A directed network is taken in its
/// undirected form. Isolates add nothing; NaN without ties. O(n + m).
double modularity(const graph::GraphSnapshot& snapshot, std::span<const std::uint32_t> of, Weighting weighting);

/// Groups of high modularity, by the Leiden algorithm (V. Traag, L. Waltman, N. J. van Eck 2019,
/// doi:10.1038/s41598-019-41695-z): people move to the group where modularity gains most; groups are cut into
/// well-connected parts; the parts become the people of a smaller network, and so on (the first pass of a search leaves
/// out the cutting). Several searches start from seeds that follow from `seed`, more of them the smaller the network;
/// the best one is then improved by what the others have in common with it: people who are together in both move as one
/// (the core groups of M. Ovelgoenne, A. Geyer-Schulz 2013, "An ensemble learning strategy for graph clustering"). No
/// one knows the best groups of a large network: the same seed gives the same groups, another seed or another order of
/// the vertices may give others of about the same modularity.
///
/// Every group is connected: on a disconnected network no group reaches across pieces. An isolate is a group of one. A
/// directed network is taken in its undirected form (weights of both directions add up). Groups do not depend on the
/// unit of the weights. Precondition: weights above zero, fewer than 2^32 arcs.
///
/// Expected O((n + m) log n) a search; 2 first passes where n + 2m is above 30,000, below that up to 64 searches with
/// two iterations each, and as many again as long as modularity gains by more than 0.001, 8 times at most. Memory O(n +
/// m) for each thread. Searches run side by side on up to `context.threads()` threads; the result is the same at any
/// number. Errors: cancelled.
Result<Communities> communities(const graph::GraphSnapshot& snapshot, Weighting weighting, const RunContext& context,
                                std::uint64_t seed = 1);

} // namespace weavemap::sna
