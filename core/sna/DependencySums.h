// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/sna/LaneBetweenness.h"
#include "core/sna/SearchGraph.h"

namespace weavemap::sna {

enum class Squares { leftOut, added };

/// Sums over sources, ordered pairs, by vertex of the search graph.
struct DependencySums
{
    std::vector<double> values;  ///< of the dependencies on the sources
    std::vector<double> squares; ///< of their squares; empty where left out
};

/// The dependencies of all vertices on the sources (vertices of `graph`, none twice), added up. The kernel is chosen by
/// the graph: 32 sources at a time where it is shallow, one where it is deep, for there frontiers are narrow; path
/// counts are doubles, and long doubles where those overflow. Threads: sources are split into chunks that depend on
/// their number alone and summed in order, so the result is the same bits at any number.
/// Errors: cancelled; outOfRange where path counts overflow even a long double.
Result<DependencySums> dependencySums(const SearchGraph& graph, std::span<const std::uint32_t> sources, Share share,
                                      Squares asked, const RunContext& context);

} // namespace weavemap::sna
