// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/sna/Distances.h"

namespace weavemap::sna {

/// Closeness of each vertex from its distances. Three forms that agree on a connected network up to a factor, r being
/// the number of vertices reached and S the sum of the distances to them:
/// component r/S (Freeman 1979, doi:10.1016/0378-8733(78)90021-7, per component), wassermanFaust r/(n-1) x r/S
/// (Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, eq. 5.22), raw 1/S.
/// Disconnected: as said; kUndefined where nothing is reached. Unit: 1/steps. O(n).
enum class ClosenessForm { component, wassermanFaust, raw };
std::vector<double> closeness(const Distances& distances, ClosenessForm form);

/// `closeness` with its distances computed here.
Result<std::vector<double>> closeness(const graph::GraphSnapshot& snapshot, ClosenessForm form, PathEnd end,
                                      const RunContext& context);

/// Freeman's centralization of closeness, sum(max - c) (2n-3) / ((n-1)(n-2)): 1 for a star. Undirected connected
/// networks of 3 and more only; NaN otherwise.
double closenessCentralization(const Distances& distances);

} // namespace weavemap::sna
