// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/sna/Distances.h"

namespace weavemap::sna {

/// Harmonic closeness: the sum of 1/d over all other vertices, 1/infinity being 0. Raw; unit: 1/steps.
/// Source: Y. Rochat 2009 (EPFL-CONF-200525); M. Marchiori, V. Latora 2000, doi:10.1016/S0378-4371(00)00311-3.
/// Disconnected: defined as it stands, isolates have 0. Cost and errors: as `distances`.
Result<std::vector<double>> harmonic(const graph::GraphSnapshot& snapshot, PathEnd end, const RunContext& context);

/// Divided by n-1: 1 where a vertex is tied to everyone. Empty for n < 2, where it is not defined.
std::vector<double> normalizedHarmonic(const std::vector<double>& raw);

} // namespace weavemap::sna
