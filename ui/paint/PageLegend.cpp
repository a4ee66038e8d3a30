// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PageLegend.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "ui/paint/PaintWords.h"

namespace weavemap::ui {

namespace {

constexpr int kMostColourless = 6; ///< entries, the one that counts the others included

/// `colourless(entry)`: whether it is a value without a colour of its own.
template <class Colourless>
std::vector<LegendEntry> folded(std::vector<LegendEntry> entries, const Colourless& colourless)
{
    std::vector<LegendEntry> kept;
    LegendEntry others;
    int seen = 0, folds = 0;
    std::size_t place = 0; // of the others: where the first of them stood
    for (LegendEntry& entry : entries) {
        if (!colourless(entry) || ++seen < kMostColourless) {
            kept.push_back(std::move(entry));
            continue;
        }
        if (folds++ == 0) {
            others = entry;
            place = kept.size();
        } else {
            others.count += entry.count;
        }
    }
    if (folds == 0)
        return kept;
    if (folds > 1) {
        others.text = PaintWords::otherValues(folds);
        others.shortText.clear();
        others.group = -1;
    }
    kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(place), std::move(others));
    return kept;
}

} // namespace

MapLegend legendOnPage(MapLegend legend, const MapInput& input)
{
    legend.values = folded(std::move(legend.values), [&input](const LegendEntry& entry) {
        const auto group = static_cast<std::size_t>(entry.group);
        return entry.group >= 0 && group < input.groups.size() && input.groups[group].colour < 0;
    });
    legend.rows = folded(std::move(legend.rows), [](const LegendEntry& entry) {
        return entry.kind == LegendKind::secondGroup && entry.mark == ringArcsOf(-1);
    });
    return legend;
}

} // namespace weavemap::ui
