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
    /// How far below the next eigenvalue is, to about a tenth.
    double gap = 0.0;

    /// Whether the gap is wide enough for the vector to be told from the next one's. Between two eigenvalues as good as
    /// equal, numbers of this precision hold no more than some mixture of both vectors.
    bool isUnique() const { return gap > kClearGap * value; }
    static constexpr double kClearGap = 5e-8;
};

/// The largest eigenvalue of a symmetric matrix and its vector, by Lanczos steps with full orthogonalization and thick
/// restarts (K. Wu, H. Simon 2000, doi:10.1137/S0895479898334605). Deterministic: one thread, sums in fixed order.
/// The start vector must not be orthogonal to the result (a positive one never is to a Perron vector).
/// Accuracy: the vector's error is about 4e-16 * value / gap, or 1e-11 where that is less: below 1e-8 wherever
/// `isUnique` says so. The gap is not taken from the steps that led to the vector, which cannot tell two nearly equal
/// eigenvalues apart until late, but from a second search, begun anywhere, among the vectors orthogonal to it.
/// Otherwise the vector is no more than a guess. Needs 64 vectors of memory.
/// Errors: cancelled; internal where it does not converge in 3,000 restarts.
Result<LeadingPair> leadingEigenvector(const SymmetricOperator& multiply, std::vector<double> start,
                                       const RunContext& context);

} // namespace weavemap::sna
