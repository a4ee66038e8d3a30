// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>

namespace weavemap::health {

/// A number and how many it is over; its own header says of what, and in which unit.
struct HealthFigure
{
    std::optional<double> value; ///< absent where it is not defined or not known
    std::size_t n = 0;

    bool operator==(const HealthFigure&) const = default;
};

/// `value` over `n`; a NaN is no value.
inline HealthFigure figureOf(double value, std::size_t n)
{
    return {std::isnan(value) ? std::nullopt : std::optional(value), n};
}

/// `part` of `n` as a share in [0, 1]; no value of nobody.
inline HealthFigure shareOf(std::size_t part, std::size_t n)
{
    return n == 0 ? HealthFigure{} : HealthFigure{static_cast<double>(part) / static_cast<double>(n), n};
}

} // namespace weavemap::health
