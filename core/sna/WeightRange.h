// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/graph/GraphSnapshot.h"

namespace weavemap::sna {

/// A network with all weights multiplied by 2^shift.
struct ShiftedWeights
{
    graph::GraphSnapshot graph;
    int shift = 0;
};

/// The network in a unit in which no sum or reciprocal of weights leaves the range of numbers; absent where it needs
/// none. No weight loses a bit but those 2^1900 times smaller than the largest, which become that small. O(n + m).
std::optional<ShiftedWeights> inRange(const graph::GraphSnapshot& snapshot);

/// The power of two above a weight, for one that is beyond the range of numbers the largest there is.
int exponentOf(double weight);

/// Multiplies weights by 2^shift, whatever the shift.
class WeightShift
{
public:
    explicit WeightShift(int shift) : m_half(std::ldexp(1.0, shift / 2)), m_rest(std::ldexp(1.0, shift - shift / 2)) {}
    double operator()(double weight) const
    {
        return std::min(weight, std::numeric_limits<double>::max()) * m_half * m_rest;
    }

private:
    double m_half, m_rest;
};

} // namespace weavemap::sna
