// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TiePalette.h"

#include <algorithm>
#include <limits>
#include <map>

namespace weavemap::ui {

namespace {

QColor nearestOf(const std::vector<QColor>& colors, const QColor& color)
{
    QColor best = color;
    int least = std::numeric_limits<int>::max();
    for (const QColor& candidate : colors) {
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

} // namespace

TiePalette::TiePalette(const MapInput& input, const PeopleLooks& looks, Kind kind)
    : m_kind(kind), m_slotCount(input.style.colors.groups.size() + 1)
{
    const MapColors& colors = input.style.colors;
    m_groups.reserve(input.people.size());
    m_slots.reserve(input.people.size());
    for (const MapPerson& person : input.people) {
        const bool hasGroup = person.group >= 0 && static_cast<std::size_t>(person.group) < input.groups.size();
        const int colour = hasGroup ? input.groups[static_cast<std::size_t>(person.group)].colour : -1;
        const bool hasColour = colour >= 0 && static_cast<std::size_t>(colour) + 1 < m_slotCount;
        m_groups.push_back(person.group);
        m_slots.push_back(hasColour ? static_cast<std::uint8_t>(colour + 1) : 0);
    }
    const auto add = [&](QColor from, QColor to) {
        if (m_kind != Kind::running)
            from = to = mixed(from, to, 0.5);
        m_colours.emplace_back(from, to);
    };
    // Where nobody has a colour, ties are the grey of words: the one of discs would hardly show in lines.
    const QColor& none = input.groups.empty() ? colors.muted : colors.control;
    const auto slotColor = [&](std::size_t slot) {
        return slot == 0 ? none : colors.group(static_cast<int>(slot) - 1);
    };
    for (std::size_t a = 0; a < m_slotCount; ++a) {
        const QColor own = colors.scheme == MapScheme::dark ? slotColor(a) : mixed(slotColor(a), colors.text, 0.1);
        add(own, own);
    }
    for (std::size_t a = 0; a < m_slotCount; ++a)
        for (std::size_t b = 0; b < m_slotCount; ++b)
            add(slotColor(a), slotColor(b));
    if (m_kind == Kind::few)
        keepFew(input, looks);
}

void TiePalette::keepFew(const MapInput& input, const PeopleLooks& looks)
{
    std::vector<std::size_t> ties(m_colours.size(), 0);
    for (const MapTie& tie : input.ties)
        if (isDrawn(tie, looks))
            ++ties[indexOf(tie)];
    std::map<QRgb, std::size_t> counts;
    for (std::size_t i = 0; i < ties.size(); ++i)
        if (ties[i] > 0)
            counts[m_colours[i].first.rgb()] += ties[i];
    std::vector<std::pair<std::size_t, QRgb>> ranked;
    ranked.reserve(counts.size());
    for (const auto& [color, count] : counts)
        ranked.emplace_back(count, color);
    std::sort(ranked.begin(), ranked.end(), std::greater<>());
    std::vector<QColor> kept;
    for (std::size_t i = 0; i < std::min(ranked.size(), kMostColours); ++i)
        kept.push_back(QColor::fromRgb(ranked[i].second));
    for (auto& [from, to] : m_colours)
        from = to = nearestOf(kept, from);
}

std::size_t TiePalette::indexOf(const MapTie& tie) const
{
    const std::size_t a = m_slots[tie.a], b = m_slots[tie.b];
    return m_groups[tie.a] == m_groups[tie.b] ? a : m_slotCount * (1 + a) + b;
}

const std::pair<QColor, QColor>& TiePalette::colours(const MapTie& tie) const { return m_colours[indexOf(tie)]; }

} // namespace weavemap::ui
