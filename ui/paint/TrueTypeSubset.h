// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include <QByteArray>

class QRawFont;

namespace weavemap::ui {

/// The tables of a TrueType font that outlines are read from.
struct TrueTypeFont
{
    QByteArray head, hhea, maxp, hmtx, loca, glyf;
    int unitsPerEm = 1000;
    int longMetrics = 0; ///< glyphs with an advance of their own
    bool hasLongOffsets = false;

    /// Nothing where the font has no such outlines, or some that vary: it is then drawn in another way.
    static std::optional<TrueTypeFont> read(const QRawFont& font);
    /// Units that the pen moves on after a glyph.
    int advance(std::uint32_t glyph) const;
    /// The bytes of a glyph; empty for a space and for what lies outside the font.
    QByteArray outline(std::uint32_t glyph) const;
};

/// A font program of these glyphs alone, in their order, and of what they are put together from. Instructions for
/// screens of old are left out: a page is drawn without them. `letters`, if any: which place a character has, for
/// programs that look letters up by themselves; a table of them is made then. A glyph in which the font contradicts
/// itself has no outline.
QByteArray subsetOf(const TrueTypeFont& font, const std::vector<std::uint32_t>& glyphs,
                    const std::map<char32_t, std::uint32_t>& letters = {});

} // namespace weavemap::ui
