// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QRawFont>
#include <QString>

#include "ui/paint/TrueTypeSubset.h"

namespace weavemap::ui {

class PdfObjects;

/// How a glyph is written into a page.
struct PdfGlyph
{
    int font = 0;       ///< as in `PdfFonts::nameOf`
    QByteArray code;    ///< in hexadecimal digits
    double advance = 0; ///< thousandths of the size that the pen moves on
};

/// The fonts of a file: only the glyphs that are used, each with the letters it stands for, so that what is drawn can
/// be found and copied. Outlines of TrueType fonts are embedded as they are; those of other fonts are drawn (Type 3).
class PdfFonts
{
public:
    PdfFonts();
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    PdfGlyph glyph(const QRawFont& font, std::uint32_t glyph, const QString& text);
    static QByteArray nameOf(int font) { return "F" + QByteArray::number(font); }
    /// Writes the fonts and gives the dictionary of their names: "/F0 7 0 R /F1 12 0 R".
    QByteArray write(PdfObjects& objects) const;

private:
    struct Font;
    std::size_t fontOf(const QRawFont& font);

    std::vector<std::pair<QRawFont, std::size_t>> m_known; ///< what Qt gave, and the font of ours
    std::vector<std::unique_ptr<Font>> m_fonts;
    std::vector<std::size_t> m_current; ///< of each font that is drawn, the part that takes new glyphs
};

} // namespace weavemap::ui
