// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// Hubs point to authorities, authorities are pointed to by hubs; each list's largest value is 1.
struct Hits
{
    std::vector<double> hub;
    std::vector<double> authority;
};

/// J. Kleinberg 1999, doi:10.1145/324133.324140. `snapshot` directed. Computed as the principal eigenvector of the
/// two-sided graph that joins each vertex as a hub with those it points to as authorities.
/// Absent where that is not unique (no arcs, or two separate parts with the same largest singular value).
/// Complexity and errors: as `eigenvector`.
Result<std::optional<Hits>> hits(const graph::GraphSnapshot& snapshot, const RunContext& context);

} // namespace weavemap::sna
