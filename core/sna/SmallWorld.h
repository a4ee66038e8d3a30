// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/GraphSnapshot.h"
#include "core/sna/Components.h"
#include "core/sna/Distances.h"

namespace weavemap::sna {

/// The smallest component of which `smallWorld` is said.
inline constexpr std::uint32_t kSmallWorldLeast = 50;

/// Small-world quotient of the largest component: (C / C_r) / (L / L_r), C being its transitivity, L its mean distance,
/// and C_r = k/n, L_r = ln n / ln k what a random network of n vertices with k ties each on average would have. Far
/// above 1: tight groups and yet short paths. 0 where there is no triangle.
/// Source: M. Humphries, K. Gurney 2008, doi:10.1371/journal.pone.0002051. Unit: none. Disconnected: the largest
/// component alone (of equal ones that with the first vertex); NaN where it has fewer than kSmallWorldLeast vertices.
/// `snapshot` undirected, the others its own. O(n).
double smallWorld(const graph::GraphSnapshot& snapshot, const Components& components,
                  const std::vector<std::uint64_t>& triangles, const Distances& distances);

} // namespace weavemap::sna
