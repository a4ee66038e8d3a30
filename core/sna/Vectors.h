// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

/// The little that the iterative measures need of linear algebra.
namespace weavemap::sna {

using Vector = std::vector<double>;

/// Eight partial sums in a fixed order: the same bits whatever the compiler makes of it.
inline double dot(const Vector& a, const Vector& b)
{
    std::array<double, 8> sums{};
    const std::size_t whole = a.size() / 8 * 8;
    for (std::size_t i = 0; i < whole; i += 8)
        for (std::size_t k = 0; k < 8; ++k)
            sums[k] += a[i + k] * b[i + k];
    for (std::size_t i = whole; i < a.size(); ++i)
        sums[i - whole] += a[i] * b[i];
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

/// to += factor * from
inline void addScaled(Vector& to, double factor, const Vector& from)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += factor * from[i];
}

inline void scale(Vector& v, double factor)
{
    for (double& x : v)
        x *= factor;
}

} // namespace weavemap::sna
