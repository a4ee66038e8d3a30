// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// A network with the staff in it, who usually are left out.
struct StaffNetwork
{
    graph::GraphSnapshot snapshot;
    std::vector<std::uint8_t> isStaff; ///< by vertex
};

/// Hub dependence: 1 - (pairs of members within two steps of each other without staff / with staff). How much know-how
/// would stop moving if staff stepped out: 0 nothing, 1 everything. Pairs are of members only; with staff a staff
/// person may be the one in between. Source: this project's own definition (two-step paths as in S. Borgatti 2006,
/// doi:10.1007/s10588-006-7084-x). Unit: share. Disconnected: pairs far apart count on neither side; NaN where no two
/// members are within two steps at all. On the undirected form. O(sum of squared degrees). Threads: the same at any
/// number. Errors: cancelled.
Result<double> hubDependence(const StaffNetwork& network, const RunContext& context);

} // namespace weavemap::sna
