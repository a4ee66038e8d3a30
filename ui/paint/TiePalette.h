// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <QColor>

#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

/// The colours of ties by whose they are, mixed once for each pair of group colours.
class TiePalette
{
public:
    /// On large maps each colour costs a pass over the picture: the most frequent ones stay, all others are drawn in
    /// the nearest of them. The twelfth is ink, for ties of what is selected.
    static constexpr std::size_t kMostColours = 11;

    /// `running`: from one end's colour to the other's; `mean`: one colour each; `few`: the same from at most
    /// `kMostColours`.
    enum class Kind { running, mean, few };
    TiePalette(const MapInput& input, const PeopleLooks& looks, Kind kind);

    /// At the first end and at the second.
    const std::pair<QColor, QColor>& colours(const MapTie& tie) const;
    Kind kind() const { return m_kind; }

private:
    std::size_t indexOf(const MapTie& tie) const;
    void keepFew(const MapInput& input, const PeopleLooks& looks);

    Kind m_kind;
    std::vector<int> m_groups;         ///< of each person
    std::vector<std::uint8_t> m_slots; ///< colour of each person: 0 for none, then the group colours
    std::size_t m_slotCount;
    std::vector<std::pair<QColor, QColor>> m_colours; ///< within a group by slot, then by the slots of both ends
};

} // namespace weavemap::ui
