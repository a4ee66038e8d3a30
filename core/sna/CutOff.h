// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/GraphSnapshot.h"
#include "core/sna/Biconnected.h"

namespace weavemap::sna {

/// How many others would lose their link to the rest without each vertex: those of its piece who are not in the largest
/// part that is left of it. 0 for whoever is no cut point. From the tree of biconnected components, O(n + m).
/// Precondition: `blocks` is of this undirected graph.
std::vector<std::uint32_t> cutOffBy(const graph::GraphSnapshot& snapshot, const Biconnected& blocks);

} // namespace weavemap::sna
