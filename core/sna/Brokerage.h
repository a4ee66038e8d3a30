// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/Registry.h"

namespace weavemap::sna {

/// Burt's constraint: sum over the contacts j of i of (p_ij + sum over q of p_iq p_qj)^2, p_ij being the share of i's
/// ties that goes to j, on a_ij + a_ji. Low: contacts come from separate circles. Unit: none. Source: R. Burt 1992,
/// ISBN 978-0-674-84371-4, eq. 2.4. Directed: ties are made symmetric, a pair tied both ways counts double. kUndefined
/// for isolates; otherwise each vertex sees its own contacts only. O(sum of squared degrees). Threads: the same bits at
/// any number. Errors: cancelled.
Result<std::vector<double>> constraint(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                       const RunContext& context);

/// Burt's effective size: sum over the contacts j of 1 - sum over q of p_iq m_jq, m_jq = (a_jq + a_qj) / the strongest
/// such tie of j. Directed: kUndefined where ego has no outgoing tie. kUndefined for isolates.
/// Source: R. Burt 1992, eq. 2.2. Cost, threads and errors as `constraint`.
Result<std::vector<double>> burtEffectiveSize(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                              const RunContext& context);

/// Borgatti's form for undirected ties: degree - 2t/degree, t being the ties among the contacts, which is the number of
/// triangles. kUndefined for isolates. Source: S. Borgatti 1997, Connections 20(1), 35-38. O(n).
std::vector<double> effectiveSize(const graph::GraphSnapshot& snapshot, const std::vector<std::uint64_t>& triangles);

/// Effective size divided by degree. O(n).
std::vector<double> efficiency(const graph::GraphSnapshot& snapshot, const std::vector<double>& effectiveSize);

} // namespace weavemap::sna
