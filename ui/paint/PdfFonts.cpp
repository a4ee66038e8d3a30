// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PdfFonts.h"

#include <optional>

#include <QPainterPath>
#include <QtEndian>

#include "ui/paint/PdfObjects.h"
#include "ui/paint/ShapedText.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kDrawnGlyphs = 255;  ///< a drawn font has codes of one byte
constexpr std::size_t kMostGlyphs = 3'000; ///< of an embedded one, with room for what they are put together from
constexpr int kMappingsAtOnce = 100;       ///< ISO 32000-1, 9.10.3

QByteArray hex16(std::uint32_t value) { return QByteArray::number(value, 16).rightJustified(4, '0').toUpper(); }

QByteArray utf16(const QString& text)
{
    QByteArray out;
    for (const QChar letter : text)
        out += hex16(letter.unicode());
    return out;
}

/// A font's name without anything that a name in a PDF cannot hold.
QByteArray plainName(const QRawFont& font)
{
    QByteArray out;
    for (const QChar letter : font.familyName() + QLatin1Char('-') + font.styleName())
        if (letter.unicode() < 128 && (letter.isLetterOrNumber() || letter == QLatin1Char('-')))
            out += static_cast<char>(letter.unicode());
    return out;
}

QByteArray glyphProgram(const QPainterPath& path, double advance)
{
    const QRectF box = path.boundingRect();
    return PdfObjects::number(advance) + "0 " + PdfObjects::number(box.left()) + PdfObjects::number(box.top()) +
           PdfObjects::number(box.right()) + PdfObjects::number(box.bottom()) + "d1\n" + PdfObjects::path(path) + "f\n";
}

} // namespace

struct PdfFonts::Font
{
    struct Glyph
    {
        std::uint32_t id = 0;
        QString text;
        double advance = 0;
    };
    QRawFont raw;
    std::optional<TrueTypeFont> outlines; ///< nothing: a drawn font
    std::vector<Glyph> glyphs{Glyph()};   ///< by code; 0 stands for nothing
    std::map<std::pair<std::uint32_t, QString>, std::uint32_t> codes;

    QByteArray name(std::size_t number) const
    {
        QByteArray tag = "AAAAAA";
        for (qsizetype k = 5; number > 0 && k >= 0; --k, number /= 26)
            tag[k] = static_cast<char>('A' + number % 26);
        return tag + '+' + plainName(raw);
    }

    QByteArray toUnicode() const
    {
        const qsizetype digits = outlines ? 4 : 2;
        QByteArray out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry "
                         "(Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 "
                         "def\n1 begincodespacerange\n";
        out += outlines ? "<0000> <FFFF>\n" : "<00> <FF>\n";
        out += "endcodespacerange\n";
        QByteArray part;
        int count = 0;
        const auto flush = [&] {
            if (count > 0)
                out += QByteArray::number(count) + " beginbfchar\n" + part + "endbfchar\n";
            part.clear();
            count = 0;
        };
        for (std::size_t code = 1; code < glyphs.size(); ++code) {
            if (glyphs[code].text.isEmpty())
                continue;
            part +=
                '<' + hex16(static_cast<std::uint32_t>(code)).right(digits) + "> <" + utf16(glyphs[code].text) + ">\n";
            if (++count == kMappingsAtOnce)
                flush();
        }
        flush();
        return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    }

    QByteArray widths() const
    {
        QByteArray out;
        for (const Glyph& glyph : glyphs)
            out += PdfObjects::number(glyph.advance);
        return out;
    }

    int writeEmbedded(PdfObjects& objects, std::size_t number) const
    {
        std::vector<std::uint32_t> used;
        for (const Glyph& glyph : glyphs)
            used.push_back(glyph.id);
        const QByteArray program = subsetOf(*outlines, used);
        const double unit = 1000.0 / outlines->unitsPerEm;
        const auto value = [&](const QByteArray& table, qsizetype at) {
            return PdfObjects::number(unit * qFromBigEndian<std::int16_t>(table.constData() + at));
        };
        const QByteArray box = value(outlines->head, 36) + value(outlines->head, 38) + value(outlines->head, 40) +
                               value(outlines->head, 42);
        const int file = objects.addStream(program, "/Length1 " + QByteArray::number(program.size()));
        const int descriptor = objects.add(
            "<< /Type /FontDescriptor /FontName /" + name(number) + " /Flags 4 /FontBBox [" + box +
            "] /ItalicAngle 0 /Ascent " + value(outlines->hhea, 4) + "/Descent " + value(outlines->hhea, 6) +
            "/CapHeight 700 /StemV 80 /FontFile2 " + PdfObjects::reference(file) + " >>");
        const int inner =
            objects.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + name(number) +
                        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                        "/FontDescriptor " +
                        PdfObjects::reference(descriptor) + " /CIDToGIDMap /Identity /W [0 [" + widths() + "]] >>");
        return objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name(number) +
                           " /Encoding /Identity-H /DescendantFonts [" + PdfObjects::reference(inner) +
                           "] /ToUnicode " + PdfObjects::reference(objects.addStream(toUnicode())) + " >>");
    }

    int writeDrawn(PdfObjects& objects, std::size_t number) const
    {
        QByteArray procs, differences;
        QRectF box(0, 0, 1, 1);
        for (std::size_t code = 1; code < glyphs.size(); ++code) {
            QPainterPath path = raw.pathForGlyph(glyphs[code].id);
            path = QTransform::fromScale(1000.0 / kShapedPx, -1000.0 / kShapedPx).map(path);
            path.setFillRule(Qt::WindingFill);
            box |= path.boundingRect();
            const QByteArray glyph = "/g" + QByteArray::number(static_cast<qulonglong>(code));
            procs +=
                glyph + ' ' + PdfObjects::reference(objects.addStream(glyphProgram(path, glyphs[code].advance))) + '\n';
            differences += glyph;
        }
        return objects.add(
            "<< /Type /Font /Subtype /Type3 /Name /" + name(number) + " /FontBBox [" + PdfObjects::number(box.left()) +
            PdfObjects::number(box.top()) + PdfObjects::number(box.right()) + PdfObjects::number(box.bottom()) +
            "] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar " +
            QByteArray::number(static_cast<qulonglong>(glyphs.size() - 1)) + " /Widths [" + widths() +
            "] /CharProcs << " + procs + ">> /Encoding << /Type /Encoding /Differences [1 " + differences +
            "] >> /Resources << >> /ToUnicode " + PdfObjects::reference(objects.addStream(toUnicode())) + " >>");
    }
};

PdfFonts::PdfFonts() = default;
PdfFonts::~PdfFonts() = default;

/// Qt gives a font anew each time; it is the same one if its head is.
std::size_t PdfFonts::fontOf(const QRawFont& font)
{
    for (const auto& [known, number] : m_known)
        if (known == font)
            return number;
    const QByteArray head = font.fontTable("head");
    for (const auto& [known, number] : m_known)
        if (!head.isEmpty() && known.fontTable("head") == head && known.familyName() == font.familyName() &&
            known.styleName() == font.styleName()) {
            m_known.emplace_back(font, number);
            return number;
        }
    const std::size_t number = m_current.size();
    m_known.emplace_back(font, number);
    m_current.push_back(m_fonts.size());
    m_fonts.push_back(std::make_unique<Font>());
    m_fonts.back()->raw = font;
    m_fonts.back()->outlines = TrueTypeFont::read(font);
    return number;
}

PdfGlyph PdfFonts::glyph(const QRawFont& raw, std::uint32_t glyph, const QString& text)
{
    const std::size_t number = fontOf(raw);
    Font* font = m_fonts[m_current[number]].get();
    auto found = font->codes.find({glyph, text});
    if (found == font->codes.end()) {
        if (font->glyphs.size() > (font->outlines ? kMostGlyphs : kDrawnGlyphs)) {
            m_current[number] = m_fonts.size();
            m_fonts.push_back(std::make_unique<Font>());
            m_fonts.back()->raw = font->raw;
            m_fonts.back()->outlines = font->outlines;
            font = m_fonts.back().get();
        }
        const double advance = font->outlines ? 1000.0 * font->outlines->advance(glyph) / font->outlines->unitsPerEm
                                              : 1000.0 / kShapedPx * raw.advancesForGlyphIndexes({glyph}).value(0).x();
        found = font->codes.emplace(std::pair(glyph, text), static_cast<std::uint32_t>(font->glyphs.size())).first;
        font->glyphs.push_back({glyph, text, advance});
    }
    PdfGlyph out;
    out.font = static_cast<int>(m_current[number]);
    out.code = hex16(found->second).right(font->outlines ? 4 : 2);
    out.advance = font->glyphs[found->second].advance;
    return out;
}

QByteArray PdfFonts::write(PdfObjects& objects) const
{
    QByteArray out;
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        const Font& font = *m_fonts[i];
        const int object = font.outlines ? font.writeEmbedded(objects, i) : font.writeDrawn(objects, i);
        out += '/' + nameOf(static_cast<int>(i)) + ' ' + PdfObjects::reference(object) + ' ';
    }
    return out;
}

} // namespace weavemap::ui
