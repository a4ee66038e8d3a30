// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/SvgWriter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <QFontMetricsF>

#include "ui/paint/FontProgram.h"
#include "ui/paint/ShapedText.h"

namespace weavemap::ui {

namespace {

constexpr double kPxPerMm = 96 / 25.4;
constexpr double kLargestNumber = 1e6;

/// With two decimals at most, and a space after it.
void append(QByteArray& out, double value)
{
    char digits[32];
    const double limited = std::isfinite(value) ? std::clamp(value, -kLargestNumber, kLargestNumber) : 0;
    const char* end = std::to_chars(digits, digits + sizeof digits, limited, std::chars_format::fixed, 2).ptr;
    while (end[-1] == '0')
        --end;
    if (end[-1] == '.')
        --end;
    out.append(digits, end - digits);
    out += ' ';
}

QByteArray number(double value)
{
    QByteArray out;
    append(out, value);
    out.chop(1);
    return out;
}

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

/// A font's name as style sheets say it.
QByteArray familyName(QString family)
{
    family.removeIf([](QChar letter) { return QStringView(u"'\"\\<>&").contains(letter); });
    return '\'' + escaped(family) + '\'';
}

/// Names of fonts, the first that has a letter draws it.
QByteArray familyList(const QStringList& families)
{
    QByteArray out;
    for (const QString& family : families)
        out += familyName(family) + ", ";
    return out + "sans-serif";
}

void appendPoint(QByteArray& out, QPointF at)
{
    append(out, at.x());
    append(out, at.y());
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
        append(dashes, dash * pen.widthF());
    if (!dashes.isEmpty())
        style += " stroke-dasharray=\"" + dashes.trimmed() + '"';
    group(style);
    m_body += "<path d=\"" + pathData(path) + "\"/>\n";
}

/// The font of that name; thick where the text is, whatever thickness stands in.
SvgWriter::Face& SvgWriter::faceOf(const QRawFont& font, bool bold)
{
    const QString family = font.familyName();
    const auto found = std::find_if(m_faces.begin(), m_faces.end(),
                                    [&](const Face& face) { return face.bold == bold && face.family == family; });
    return found != m_faces.end() ? *found : m_faces.emplace_back(Face{font, family, bold, {}});
}

void SvgWriter::text(const VectorText& text)
{
    const std::vector<ShapedCluster> clusters = shaped(text);
    if (clusters.empty() || text.color.alpha() == 0)
        return;
    const bool isBold = text.font.bold();
    QStringList families{m_family};
    for (const ShapedCluster& cluster : clusters)
        for (const ShapedGlyph& glyph : cluster.glyphs) {
            if (glyph.glyph == 0)
                continue; // no font here has it
            Face& face = faceOf(glyph.font, isBold);
            for (const char32_t letter : cluster.text.toUcs4())
                face.letters.insert(letter);
            if (!families.contains(face.family))
                families.append(face.family);
        }
    QByteArray style = "fill=\"" + hex(text.color) + '"' + opacity("fill-opacity", text.color) + " font-size=\"" +
                       number(text.px) + '"' + (isBold ? " font-weight=\"bold\"" : "");
    if (families.size() > 1)
        style += " font-family=\"" + familyList(families) + '"';
    group(style);
    QFont measured = text.font;
    measured.setPixelSize(kShapedPx);
    const double width = QFontMetricsF(measured).horizontalAdvance(text.text) * text.px / kShapedPx;
    m_body += "<text x=\"" + number(text.baseline.x()) + "\" y=\"" + number(text.baseline.y()) + '"';
    if (text.text.size() > 1) // where another font stands in for ours, the words keep their room
        m_body += " textLength=\"" + number(width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    m_body += '>' + escaped(text.text) + "</text>\n";
}

QByteArray SvgWriter::file() const
{
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "version=\"1.1\" width=\"" +
                     number(m_px.width() / kPxPerMm) + "mm\" height=\"" + number(m_px.height() / kPxPerMm) +
                     "mm\" viewBox=\"0 0 " + number(m_px.width()) + ' ' + number(m_px.height()) + "\">\n<title>" +
                     escaped(m_title) + "</title>\n<desc>Weavemap</desc>\n";
    QByteArray faces;
    for (const Face& face : m_faces)
        if (const QByteArray program = fontSubset(face.font, face.letters); !program.isEmpty())
            faces += "@font-face{font-family:" + familyName(face.family) +
                     ";font-weight:" + (face.bold ? "bold" : "normal") + ";src:url(data:font/sfnt;base64," +
                     program.toBase64() + ")}\n";
    if (!faces.isEmpty())
        out += "<style>\n" + faces + "</style>\n";
    out +=
        "<g font-family=\"" + familyList({m_family}) + "\" stroke-miterlimit=\"2\" xml:space=\"preserve\">\n" + m_body;
    if (!m_style.isEmpty())
        out += "</g>\n";
    return out + "</g>\n</svg>\n";
}

} // namespace weavemap::ui
