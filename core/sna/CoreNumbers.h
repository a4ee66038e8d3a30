// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// The largest k for which a vertex is in the k-core: the part in which everyone has k ties to others in it. On the
/// undirected form. Source: S. B. Seidman 1983, doi:10.1016/0378-8733(83)90028-X; by V. Batagelj, M. Zaversnik 2011,
/// doi:10.1007/s11634-010-0079-y. Isolates have 0. O(n + m). Errors: cancelled.
Result<std::vector<double>> coreNumbers(const graph::GraphSnapshot& snapshot, const RunContext& context);

/// The same on in-degree plus out-degree: a pair tied both ways counts twice. Directed graphs; O(n + m).
Result<std::vector<double>> totalDegreeCoreNumbers(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
