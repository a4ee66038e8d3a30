// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Which ties of a vertex count in a directed graph. The same where undirected.
enum class TieEnd { outgoing, incoming };

/// Number of ties of each vertex (a directed graph: arcs of one direction). Isolates have 0. O(n).
Result<std::vector<double>> degree(const graph::GraphSnapshot& snapshot, TieEnd end, const RunContext& context);

/// Sum of the weights of these ties: A. Barrat et al. 2004, doi:10.1073/pnas.0400087101. Isolates have 0; NaN
/// where the sum is beyond the range of numbers. O(n + m).
Result<std::vector<double>> strength(const graph::GraphSnapshot& snapshot, TieEnd end, const RunContext& context);

/// Mean number of ties, 2m/n undirected, m/n directed. NaN for n = 0. O(1).
double meanDegree(const graph::GraphSnapshot& snapshot);

/// Number of vertices without any tie. O(n).
std::uint32_t isolateCount(const graph::GraphSnapshot& snapshot);

/// Freeman's centralization of degree (Freeman 1979, doi:10.1016/0378-8733(78)90021-7), 1 for a star, 0 where all are
/// equal: sum(max - degree) / ((n-1)(n-2)) undirected, / (n-1)^2 for in- and out-degree, without self-loops.
/// NaN for n < 3 undirected, n < 2 directed. O(n).
double degreeCentralization(const graph::GraphSnapshot& snapshot, TieEnd end);

/// Share of the pairs that are tied: 2m/(n(n-1)) undirected, m/(n(n-1)) directed. NaN for n < 2. O(1).
double density(const graph::GraphSnapshot& snapshot);

} // namespace weavemap::sna
