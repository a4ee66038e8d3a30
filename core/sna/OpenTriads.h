// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Pairs that are not tied but share at least one contact: triangles that could be closed. A pair with several shared
/// contacts counts once, so this is the number of pairs at distance two, not of open triples.
struct OpenTriads
{
    std::vector<std::uint32_t> ofVertex; ///< pairs that the vertex is one end of
    std::uint64_t pairs = 0;             ///< each pair once
};

/// `snapshot` undirected, `within` its `withinTwoSteps`: whoever is within two steps and no contact is one of a pair.
/// Source: triadic closure, M. Granovetter 1973, doi:10.1086/225469. Unit: pairs. Disconnected: vertices of different
/// components never are a pair; isolates have 0. O(n).
OpenTriads openTriads(const graph::GraphSnapshot& snapshot, const std::vector<std::uint32_t>& within);

} // namespace weavemap::sna
