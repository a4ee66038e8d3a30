// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/SvgWriter.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <QFontMetricsF>

#include "ui/paint/PdfObjects.h"
#include "ui/paint/ShapedText.h"
#include "ui/paint/TrueTypeSubset.h"

namespace weavemap::ui {

namespace {

constexpr double kPxPerMm = 96 / 25.4;

QByteArray number(double value) { return PdfObjects::number(value).trimmed(); }

QByteArray escaped(const QString& text)
{
    QString plain;
    for (const QChar letter : text) // what XML cannot say is left out
        plain += letter.unicode() >= 0x20 && letter.unicode() < 0xFFFE ? letter : QLatin1Char(' ');
    return plain.toHtmlEscaped().toUtf8();
}

QByteArray hex(const QColor& color) { return color.name(QColor::HexRgb).toLatin1(); }

QByteArray opacity(const char* name, const QColor& color)
{
    if (color.alpha() == 255)
        return {};
    return QByteArray(" ") + name + "=\"" + QByteArray::number(static_cast<double>(color.alphaF()), 'f', 3) + '"';
}

void appendPoint(QByteArray& out, QPointF at)
{
    PdfObjects::append(out, at.x());
    PdfObjects::append(out, at.y());
}

QByteArray pathData(const QPainterPath& path)
{
    QByteArray out;
    QPointF start, last;
    const auto closes = [&] { return !out.isEmpty() && last == start; };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.type == QPainterPath::MoveToElement) {
            if (closes())
                out += 'Z';
            start = element;
            out += 'M';
            appendPoint(out, element);
        } else if (element.type == QPainterPath::LineToElement) {
            out += 'L';
            appendPoint(out, element);
        } else {
            out += 'C';
            appendPoint(out, element);
            appendPoint(out, path.elementAt(i + 1));
            appendPoint(out, path.elementAt(i + 2));
            i += 2;
        }
        last = path.elementAt(i);
    }
    out = out.trimmed();
    if (path.elementCount() > 1 && closes())
        out += 'Z';
    return out;
}

} // namespace

SvgWriter::SvgWriter(QString title, QString family, QSizeF px)
    : m_title(std::move(title)), m_family(std::move(family)), m_px(px)
{}

void SvgWriter::group(const QByteArray& style)
{
    if (style == m_style)
        return;
    if (!m_style.isEmpty())
        m_body += "</g>\n";
    m_style = style;
    m_body += "<g " + style + ">\n";
}

void SvgWriter::fill(const QPainterPath& path, const QColor& color)
{
    if (color.alpha() == 0 || path.isEmpty())
        return;
    group("fill=\"" + hex(color) + '"' + opacity("fill-opacity", color));
    m_body += "<path " + QByteArray(path.fillRule() == Qt::OddEvenFill ? "fill-rule=\"evenodd\" " : "") + "d=\"" +
              pathData(path) + "\"/>\n";
}

void SvgWriter::fillCircle(QPointF middle, double radius, const QColor& color)
{
    if (color.alpha() == 0)
        return;
    group("fill=\"" + hex(color) + '"' + opacity("fill-opacity", color));
    m_body +=
        "<circle cx=\"" + number(middle.x()) + "\" cy=\"" + number(middle.y()) + "\" r=\"" + number(radius) + "\"/>\n";
}

void SvgWriter::stroke(const QPainterPath& path, const QPen& pen)
{
    if (pen.color().alpha() == 0 || path.isEmpty())
        return;
    QByteArray style = "fill=\"none\" stroke=\"" + hex(pen.color()) + '"' + opacity("stroke-opacity", pen.color()) +
                       " stroke-width=\"" + number(pen.widthF()) + '"';
    if (pen.capStyle() != Qt::FlatCap)
        style += pen.capStyle() == Qt::RoundCap ? " stroke-linecap=\"round\"" : " stroke-linecap=\"square\"";
    if (pen.joinStyle() != Qt::MiterJoin)
        style += pen.joinStyle() == Qt::RoundJoin ? " stroke-linejoin=\"round\"" : " stroke-linejoin=\"bevel\"";
    QByteArray dashes;
    for (const double dash : pen.dashPattern())
        PdfObjects::append(dashes, dash * pen.widthF());
    if (!dashes.isEmpty())
        style += " stroke-dasharray=\"" + dashes.trimmed() + '"';
    group(style);
    m_body += "<path d=\"" + pathData(path) + "\"/>\n";
}

void SvgWriter::drawGlyphs(const VectorText& text)
{
    QPainterPath outlines;
    for (const ShapedCluster& cluster : shaped(text))
        for (const ShapedGlyph& glyph : cluster.glyphs) {
            const double scale = text.px / kShapedPx;
            const QPointF at = text.baseline + glyph.at;
            outlines.addPath(QTransform(scale, 0, 0, scale, at.x(), at.y()).map(glyph.font.pathForGlyph(glyph.glyph)));
        }
    outlines.setFillRule(Qt::WindingFill);
    fill(outlines, text.color);
}

void SvgWriter::text(const VectorText& text)
{
    const std::vector<ShapedCluster> clusters = shaped(text);
    if (clusters.empty() || text.color.alpha() == 0)
        return;
    const bool isOurs = std::all_of(clusters.begin(), clusters.end(), [&](const ShapedCluster& cluster) {
        return cluster.glyphs.size() == 1 && cluster.text.toUcs4().size() == 1 &&
               cluster.glyphs.front().font.familyName() == m_family;
    });
    const bool isBold = text.font.bold();
    if (isOurs)
        for (const ShapedCluster& cluster : clusters) {
            Letters& letters = m_letters[isBold];
            letters.font = cluster.glyphs.front().font;
            letters.glyphs.emplace(cluster.text.toUcs4().front(), cluster.glyphs.front().glyph);
        }
    else
        drawGlyphs(text);
    group("fill=\"" + hex(text.color) + '"' + (isOurs ? opacity("fill-opacity", text.color) : " fill-opacity=\"0\"") +
          " font-size=\"" + number(text.px) + '"' + (isBold ? " font-weight=\"bold\"" : ""));
    QFont measured = text.font;
    measured.setPixelSize(kShapedPx);
    const double width = QFontMetricsF(measured).horizontalAdvance(text.text) * text.px / kShapedPx;
    m_body += "<text x=\"" + number(text.baseline.x()) + "\" y=\"" + number(text.baseline.y()) + '"';
    if (text.text.size() > 1) // where another font stands in for ours, the words keep their room
        m_body += " textLength=\"" + number(width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    m_body += '>' + escaped(text.text) + "</text>\n";
}

QByteArray SvgWriter::fontFace(bool bold) const
{
    const auto found = m_letters.find(bold);
    if (found == m_letters.end())
        return {};
    const auto outlines = TrueTypeFont::read(found->second.font);
    if (!outlines)
        return {};
    std::vector<std::uint32_t> glyphs{0};
    std::map<char32_t, std::uint32_t> letters;
    for (const auto& [letter, glyph] : found->second.glyphs) {
        letters.emplace(letter, static_cast<std::uint32_t>(glyphs.size()));
        glyphs.push_back(glyph);
    }
    return "@font-face{font-family:'" + escaped(m_family) + "';font-weight:" + (bold ? "bold" : "normal") +
           ";src:url(data:font/ttf;base64," + subsetOf(*outlines, glyphs, letters).toBase64() + ")}\n";
}

QByteArray SvgWriter::file() const
{
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "version=\"1.1\" width=\"" +
                     number(m_px.width() / kPxPerMm) + "mm\" height=\"" + number(m_px.height() / kPxPerMm) +
                     "mm\" viewBox=\"0 0 " + number(m_px.width()) + ' ' + number(m_px.height()) + "\">\n<title>" +
                     escaped(m_title) + "</title>\n<desc>Weavemap</desc>\n";
    const QByteArray faces = fontFace(false) + fontFace(true);
    if (!faces.isEmpty())
        out += "<style>\n" + faces + "</style>\n";
    out += "<g font-family=\"'" + escaped(m_family) +
           "', sans-serif\" stroke-miterlimit=\"2\" xml:space=\"preserve\">\n" + m_body;
    if (!m_style.isEmpty())
        out += "</g>\n";
    return out + "</g>\n</svg>\n";
}

} // namespace weavemap::ui
