// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <cairo.h>

#include <QRawFont>

namespace weavemap::ui {

/// Qt's fonts as cairo's, of which it embeds the glyphs that are used: plain outlines as they are, others drawn
/// (Type 3). For one thread.
class PdfFonts
{
public:
    PdfFonts();
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    /// The font to draw this glyph with; null where cairo cannot read it. Lives as long as this.
    cairo_font_face_t* faceFor(const QRawFont& font, std::uint32_t glyph);

private:
    struct Font;
    Font& fontOf(const QRawFont& font);

    std::vector<std::pair<QRawFont, Font*>> m_known; ///< what Qt gave, and the font of ours
    std::vector<std::unique_ptr<Font>> m_fonts;
};

} // namespace weavemap::ui
