// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/graph/GraphSnapshot.h"

namespace weavemap::graph {

/// The network of some people: those with `keep` other than 0, in their order, and the ties between two of them with
/// their weights, ids and revision. Precondition: one `keep` for each vertex. Pure; O(n + m).
GraphSnapshot subgraph(const GraphSnapshot& snapshot, std::span<const std::uint8_t> keep);

} // namespace weavemap::graph
