// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Turn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace weavemap::layout {

namespace {

constexpr std::size_t kHalvings = 40;

/// Cosine and sine of 2^-k of a full turn, each from the one before by the half-angle formulas.
const std::array<Point, kHalvings + 1>& halves()
{
    static const auto points = [] {
        std::array<Point, kHalvings + 1> made{Point{1.0, 0.0}, Point{-1.0, 0.0}, Point{0.0, 1.0}};
        for (std::size_t k = 3; k <= kHalvings; ++k) {
            // sin x = sin 2x / (2 cos x): the difference 1 - cos would lose its digits.
            const double c = std::sqrt(0.5 * (1.0 + made[k - 1].x));
            made[k] = {c, made[k - 1].y / (2.0 * c)};
        }
        return made;
    }();
    return points;
}

} // namespace

Point unitAt(double turn)
{
    double rest = turn - std::floor(turn);
    Point p{1.0, 0.0};
    for (std::size_t k = 1; k <= kHalvings; ++k) {
        rest *= 2.0;
        if (rest < 1.0)
            continue;
        rest -= 1.0;
        const Point& h = halves()[k];
        p = {p.x * h.x - p.y * h.y, p.x * h.y + p.y * h.x};
    }
    return p;
}

double turnOf(const Point& point)
{
    Point p = point;
    if (p.x == 0.0 && p.y == 0.0)
        return 0.0;
    double turn = 0.0;
    if (p.y < 0.0) {
        p = {-p.x, -p.y};
        turn = 0.5;
    }
    double step = 0.25;
    for (std::size_t k = 2; k <= kHalvings; ++k, step *= 0.5) {
        // Back by this half, where that does not lead past the start.
        const Point& h = halves()[k];
        const Point back{p.x * h.x + p.y * h.y, p.y * h.x - p.x * h.y};
        if (back.y < 0.0)
            continue;
        p = back;
        turn += step;
    }
    return turn < 1.0 ? turn : 0.0;
}

double turnBetween(double a, double b)
{
    const double d = a - b;
    const double apart = d - std::floor(d);
    return apart <= 0.5 ? apart : 1.0 - apart;
}

std::vector<double> spreadOnCircle(std::span<const double> wishes, std::span<const double> widths)
{
    const std::size_t n = wishes.size();
    std::vector<double> result(wishes.begin(), wishes.end());
    for (double& turn : result)
        turn -= std::floor(turn);
    if (n < 2)
        return result;
    std::vector<std::uint32_t> order(n);
    for (std::uint32_t i = 0; i < n; ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return result[a] != result[b] ? result[a] < result[b] : a < b; });
    // The circle is cut open where it is emptiest.
    std::size_t cut = 0;
    double widest = result[order[0]] + 1.0 - result[order[n - 1]];
    for (std::size_t i = 1; i < n; ++i) {
        const double room = result[order[i]] - result[order[i - 1]];
        if (room > widest) {
            widest = room;
            cut = i;
        }
    }
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(cut), order.end());
    // Less the room that those before need, wishes must not fall: pool neighbours that do (isotonic regression).
    struct Pool
    {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<double> needed(n, 0.0), wished(n, 0.0);
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0)
            needed[i] = needed[i - 1] + 0.5 * (widths[order[i - 1]] + widths[order[i]]);
        wished[i] = result[order[i]] + (result[order[i]] < result[order[0]] ? 1.0 : 0.0);
        pools.push_back({wished[i] - needed[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    std::vector<double> at;
    at.reserve(n);
    for (const Pool& pool : pools) {
        for (std::size_t k = 0; k < pool.count; ++k)
            at.push_back(pool.count == 1 ? wished[at.size()] : pool.mean() + needed[at.size()]);
    }
    const double closing = 0.5 * (widths[order[n - 1]] + widths[order[0]]);
    if (at[n - 1] + closing > at[0] + 1.0) {
        const double spare = std::max(0.0, 1.0 - needed[n - 1] - closing) / static_cast<double>(n);
        double shift = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            const double even = needed[i] + spare * static_cast<double>(i);
            shift += (at[i] - even) / static_cast<double>(n);
            at[i] = even;
        }
        for (double& turn : at)
            turn += shift;
    }
    for (std::size_t i = 0; i < n; ++i) {
        // Who got their wish keeps its very bits, also behind the cut.
        const double turn = at[i] == wished[i] ? result[order[i]] : at[i];
        result[order[i]] = turn - std::floor(turn);
    }
    return result;
}

} // namespace weavemap::layout
