// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/graph/GraphSnapshot.h"

namespace weavemap::test {

/// The two largest eigenvalues of a small undirected network, ties counted, and the vector of the largest, its largest
/// value 1: by rotations (C. Jacobi 1846) in long double, which has three digits more than what it is held against.
struct ExactSpectrum
{
    long double first = 0.0L, gap = 0.0L;
    std::vector<double> vector;
};

inline ExactSpectrum exactSpectrum(const graph::GraphSnapshot& g)
{
    using Row = std::vector<long double>;
    const std::size_t n = g.vertexCount();
    std::vector<Row> a(n, Row(n, 0.0L)), vectors(n, Row(n, 0.0L)); // a vector is a row
    for (std::uint32_t v = 0; v < n; ++v) {
        vectors[v][v] = 1.0L;
        for (const std::uint32_t w : g.neighbours(v))
            a[v][w] = 1.0L;
    }
    for (bool isDone = false; !isDone;) {
        isDone = true;
        for (std::size_t p = 0; p < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                if (std::abs(a[p][q]) < 1e-22L)
                    continue;
                isDone = false;
                const long double half = (a[q][q] - a[p][p]) / (2.0L * a[p][q]);
                const long double t = (half >= 0.0L ? 1.0L : -1.0L) / (std::abs(half) + std::sqrt(half * half + 1.0L));
                const long double c = 1.0L / std::sqrt(t * t + 1.0L), s = t * c;
                const auto turn = [c, s](long double& x, long double& y) {
                    const long double before = x;
                    x = c * before - s * y;
                    y = s * before + c * y;
                };
                for (std::size_t i = 0; i < n; ++i)
                    turn(a[i][p], a[i][q]);
                for (std::size_t i = 0; i < n; ++i) {
                    turn(a[p][i], a[q][i]);
                    turn(vectors[p][i], vectors[q][i]);
                }
                a[p][q] = a[q][p] = 0.0L;
            }
        }
    }
    std::size_t top = 0;
    for (std::size_t i = 1; i < n; ++i)
        top = a[i][i] > a[top][top] ? i : top;
    ExactSpectrum result{a[top][top], a[top][top], {}};
    long double most = 0.0L;
    for (std::size_t i = 0; i < n; ++i) {
        if (i != top)
            result.gap = std::min(result.gap, a[top][top] - a[i][i]);
        most = std::abs(vectors[top][i]) > std::abs(most) ? vectors[top][i] : most;
    }
    for (const long double x : vectors[top])
        result.vector.push_back(static_cast<double>(x / most));
    return result;
}

} // namespace weavemap::test
