// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"

namespace weavemap::sna {

/// The product of a symmetric matrix with `in`, written to `out` (same length).
using SymmetricOperator = std::function<void(const std::vector<double>& in, std::vector<double>& out)>;

struct LeadingPair
{
    double value = 0.0;         ///< the algebraically largest eigenvalue seen from the start vector
    std::vector<double> vector; ///< of length 1
};

/// The largest eigenvalue of a symmetric matrix and its vector, by Lanczos steps with full orthogonalization and thick
/// restarts (K. Wu, H. Simon 2000, doi:10.1137/S0895479898334605). Deterministic: one thread, sums in fixed order.
/// The start vector must not be orthogonal to the result (a positive one never is to a Perron vector).
/// Accuracy: the vector's error is below about 1e-10. Needs 32 vectors of memory.
/// Errors: cancelled; internal where it does not converge in 3,000 restarts (a spectral gap below about 1e-12).
Result<LeadingPair> leadingEigenvector(const SymmetricOperator& multiply, std::vector<double> start,
                                       const RunContext& context);

} // namespace weavemap::sna
