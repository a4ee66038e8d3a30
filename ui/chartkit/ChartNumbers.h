// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace weavemap::ui {

struct ChartSpec;

/// A y value as the screen writes it, in the default locale: "4.7", "68 %".
QString chartNumber(double value, const ChartSpec& spec);
/// A y value as it stands alone in the chart: `chartNumber` with its unit.
QString chartFigure(double value, const ChartSpec& spec);
/// A tick of the y axis: no more decimals than the step between ticks needs ("20", not "20.0").
QString chartTick(double tick, double step, const ChartSpec& spec);
/// Decimals of a y value in plain notation.
int chartDecimals(const ChartSpec& spec);

/// An axis that begins and ends at or beyond the data, with round ticks inside it.
struct ChartScale
{
    double low = 0;
    double high = 1;
    double step = 1;
    std::vector<double> ticks() const;
    double share(double value) const { return (value - low) / (high - low); }
};

enum class ZeroLine { included, free };
/// Ticks at 1, 2 or 5 times a power of ten, about `wanted` of them. Values that are all equal, or none, give a scale
/// too.
ChartScale chartScale(double least, double most, int wanted, ZeroLine zero);

} // namespace weavemap::ui
