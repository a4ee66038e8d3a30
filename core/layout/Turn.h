// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/layout/Geometry.h"

namespace weavemap::layout {

inline constexpr double kPi = 3.14159265358979323846;

/// The point of the unit circle at `turn` full turns from (1, 0) towards (0, 1); any finite number. Made of halved
/// angles by + - * / and square root alone, so that every machine gets the same bits. Off by less than 1e-11.
Point unitAt(double turn);

/// The turn of a point as seen from (0, 0): in [0, 1), 0 for (0, 0) itself. Inverse of `unitAt`, off by less than
/// 1e-11.
double turnOf(const Point& p);

/// How far two turns are from each other the shorter way round: 0 to 0.5.
double turnBetween(double a, double b);

/// Spreads people on a circle: neighbours keep half of both widths (in turns, all at most 1 together) from each other,
/// nobody overtakes anybody, and the squares of the distances to the wishes are least, but where the circle is so full
/// that its ends meet: then the room left is shared out evenly. Wishes that keep their distances stay as they are.
/// Returns turns in [0, 1). O(n log n).
std::vector<double> spreadOnCircle(std::span<const double> wishes, std::span<const double> widths);

} // namespace weavemap::layout
