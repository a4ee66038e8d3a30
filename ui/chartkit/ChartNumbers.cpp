// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartkit/ChartNumbers.h"

#include <algorithm>
#include <cmath>

namespace weavemap::ui {

std::vector<double> ChartScale::ticks() const
{
    std::vector<double> result;
    const double first = std::ceil(low / step - 1e-9);
    for (double k = first; k * step <= high + step * 1e-9 && result.size() < 100; ++k)
        result.push_back(k * step);
    return result;
}

ChartScale chartScale(double least, double most, int wanted, ZeroLine zero)
{
    if (!std::isfinite(least) || !std::isfinite(most) || least > most)
        least = most = 0;
    if (zero == ZeroLine::included) {
        least = std::min(least, 0.0);
        most = std::max(most, 0.0);
    }
    double span = most - least;
    if (span <= 0) {
        span = std::max(1.0, std::abs(most));
        most = least + span;
    }
    const double raw = span / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double unit = raw / power;
    ChartScale scale;
    scale.step = power * (unit < 1.5 ? 1 : unit < 3.5 ? 2 : unit < 7.5 ? 5 : 10);
    // Up to the data and a little room, not to the next tick: the data fill the picture.
    scale.high = most + span * 0.06;
    scale.low = least < 0 || zero == ZeroLine::free ? least - span * 0.06 : least;
    return scale;
}

} // namespace weavemap::ui
