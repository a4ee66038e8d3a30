// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Groups in which everyone is tied to everyone and that nobody can be added to.
struct CliqueCounts
{
    std::uint64_t maximal = 0; ///< how many there are, isolates counted as cliques of one
    std::uint32_t largest = 0; ///< size of the largest one
};

/// Counts maximal cliques of an undirected network (C. Bron, J. Kerbosch 1973, doi:10.1145/362342.362367, with pivots
/// and in order of degeneracy: D. Eppstein, M. Loffler, D. Strash 2013, doi:10.1145/2543629). O(d n 3^(d/3)), d the
/// largest core number. Absent where the search takes more than `maxSteps` steps: dense networks have too many. Errors:
/// cancelled.
Result<std::optional<CliqueCounts>> cliqueCounts(const graph::GraphSnapshot& snapshot, const RunContext& context,
                                                 std::uint64_t maxSteps = 5'000'000);

} // namespace weavemap::sna
