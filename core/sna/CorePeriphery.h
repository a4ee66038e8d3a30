// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// How well a network looks like a core in which everybody is tied and a rim in which nobody is.
struct CoreFit
{
    double r = 0.0;                   ///< the best correlation; NaN where no core can be told apart
    std::uint32_t coreSize = 0;       ///< 0 where there is none
    std::vector<std::uint8_t> inCore; ///< by vertex
    double coreDensity = 0.0;         ///< share of the pairs within the core that are tied
    double mixedDensity = 0.0;        ///< of the pairs with one end in it
    double rimDensity = 0.0;          ///< of the pairs outside; NaN, as the two above, where there is no core
};

/// The core/periphery fit of S. Borgatti, M. Everett 2000, doi:10.1016/S0378-8733(99)00019-2, section 3: Pearson's
/// correlation over pairs of the ties with the ideal (1 for two core members, 0 for two in the rim, mixed pairs left
/// out), the best over degree-ordered cores: everybody with at least d ties, for each d. People with equally many ties
/// are in the core together or not at all, so the result does not hang on the order of vertices; of equal fits the
/// smallest core. Unit: correlation, -1 to 1. On the undirected form, ties counted.
/// Disconnected: over the whole network, isolates in the rim. NaN where no d leaves two people on each side or where
/// these pairs are all tied or none (n < 4, regular networks, a star). O(n + m). Errors: cancelled.
Result<CoreFit> corePeriphery(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
