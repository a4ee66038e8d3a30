// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QColor>

#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

/// At most twelve tie colours for large maps: each class costs a pass over the picture. Holds the most frequent colours
/// of ties; all others are drawn in the nearest one.
class TiePalette
{
public:
    static constexpr std::size_t kMostColours = 11; ///< the twelfth is ink, for ties of what is selected

    TiePalette() = default;
    TiePalette(const MapInput& input, const PeopleLooks& looks);

    bool isEmpty() const { return m_colors.empty(); }
    QColor nearest(const QColor& color) const;

private:
    std::vector<QColor> m_colors;
};

} // namespace weavemap::ui
