// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/RunContext.h"
#include "core/sna/SearchGraph.h"

namespace weavemap::sna {

/// How many sources one pass of `laneBetweenness` carries.
inline constexpr std::uint32_t kBetweennessLanes = 32;

/// Adds to `sums` (by vertex of `graph`) the dependencies of every vertex on the sources [begin, end), ordered pairs.
/// Carries kBetweennessLanes sources at a time, level by level, one SIMD lane each: the adjacency is read once for all
/// of them. Good where the graph is shallow. Plain adds in a fixed order: the same bits with SSE2 and AVX2. Returns
/// false where cancelled. Sums are not finite where path counts overflow.
bool laneBetweenness(const SearchGraph& graph, std::uint32_t begin, std::uint32_t end, const RunContext& context,
                     std::span<double> sums);

} // namespace weavemap::sna
