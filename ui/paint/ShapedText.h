// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QPointF>
#include <QRawFont>
#include <QString>

namespace weavemap::ui {

struct VectorText;

/// A glyph where it stands, in px of the page from the left end of its text's baseline.
struct ShapedGlyph
{
    QRawFont font; ///< of `kShapedPx` pixels
    std::uint32_t glyph = 0;
    QPointF at;
};

/// Letters that are drawn together, and what they say.
struct ShapedCluster
{
    QString text;
    std::vector<ShapedGlyph> glyphs;
};

/// Fonts are asked for in this size, whatever size they are drawn in.
inline constexpr int kShapedPx = 200;

/// A text as glyphs, from left to right as they are drawn, with the fonts that have them: Qt shapes the letters.
std::vector<ShapedCluster> shaped(const VectorText& text);

} // namespace weavemap::ui
