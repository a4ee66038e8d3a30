// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TiePalette.h"

#include <algorithm>
#include <limits>
#include <map>

namespace weavemap::ui {

TiePalette::TiePalette(const MapInput& input, const PeopleLooks& looks)
{
    const bool isDark = input.style.colors.scheme == MapScheme::dark;
    std::map<QRgb, std::size_t> counts;
    for (const MapTie& tie : input.ties) {
        if (!isDrawn(tie, looks))
            continue;
        const QColor a = personColor(input, tie.a), b = personColor(input, tie.b);
        const bool isWithin = input.people[tie.a].group == input.people[tie.b].group;
        ++counts[(isWithin && !isDark ? mixed(a, input.style.colors.text, 0.1) : mixed(a, b, 0.5)).rgb()];
    }
    std::vector<std::pair<std::size_t, QRgb>> ranked;
    ranked.reserve(counts.size());
    for (const auto& [color, count] : counts)
        ranked.emplace_back(count, color);
    std::sort(ranked.begin(), ranked.end(), std::greater<>());
    for (std::size_t i = 0; i < std::min(ranked.size(), kMostColours); ++i)
        m_colors.push_back(QColor::fromRgb(ranked[i].second));
}

QColor TiePalette::nearest(const QColor& color) const
{
    QColor best = color;
    int least = std::numeric_limits<int>::max();
    for (const QColor& candidate : m_colors) {
        const int red = candidate.red() - color.red(), green = candidate.green() - color.green(),
                  blue = candidate.blue() - color.blue();
        const int distance = red * red + green * green + blue * blue;
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace weavemap::ui
