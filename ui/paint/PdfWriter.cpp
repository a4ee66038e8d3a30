// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PdfWriter.h"

#include <cmath>
#include <utility>

#include "ui/paint/ShapedText.h"
#include "ui/paint/VectorDevice.h"

namespace weavemap::ui {

namespace {

using Pdf = PdfObjects;

constexpr double kSmallestMove = 3; ///< thousandths of a size: glyphs stand where they would within this
constexpr double kLongMove = 4'000;
/// A circle of radius 1 as four curves.
constexpr const char* kCircle = "1 0 m 1 .5523 .5523 1 0 1 c -.5523 1 -1 .5523 -1 0 c -1 -.5523 -.5523 -1 0 -1 c .5523 "
                                "-1 1 -.5523 1 0 c f";

QByteArray thousandths(double share)
{
    const auto value = static_cast<int>(std::lround(share * 1000));
    if (value >= 1000)
        return "1 ";
    if (value <= 0)
        return "0 ";
    QByteArray out = '.' + QByteArray::number(value).rightJustified(3, '0');
    while (out.endsWith('0'))
        out.chop(1);
    return out + ' ';
}

QByteArray inkOf(const QColor& color)
{
    return thousandths(color.redF()) + thousandths(color.greenF()) + thousandths(color.blueF());
}

} // namespace

/// One drawing's operators. States are written where they change.
class PdfWriter::Drawing final : public VectorSink
{
public:
    Drawing(PdfWriter& file, QSizeF px) : m_file(file), m_px(px) {}

    void fill(const QPainterPath& path, const QColor& color) override
    {
        if (color.alpha() == 0 || path.isEmpty())
            return;
        setFill(color);
        m_out += Pdf::path(path);
        m_out += path.fillRule() == Qt::WindingFill ? "f\n" : "f*\n";
    }

    void fillCircle(QPointF middle, double radius, const QColor& color) override
    {
        if (color.alpha() == 0)
            return;
        setFill(color);
        m_out += "q ";
        Pdf::append(m_out, radius);
        m_out += "0 0 ";
        Pdf::append(m_out, radius);
        Pdf::append(m_out, middle.x());
        Pdf::append(m_out, middle.y());
        m_out += "cm /C Do Q\n";
    }

    void stroke(const QPainterPath& path, const QPen& pen) override
    {
        if (pen.color().alpha() == 0 || path.isEmpty())
            return;
        setAlpha(pen.color().alphaF());
        set(m_strokeInk, inkOf(pen.color()), "RG\n");
        set(m_width, Pdf::number(pen.widthF()), "w\n");
        const char* cap = pen.capStyle() == Qt::FlatCap ? "0 " : pen.capStyle() == Qt::RoundCap ? "1 " : "2 ";
        set(m_cap, cap, "J\n");
        const char* join = pen.joinStyle() == Qt::RoundJoin ? "1 " : pen.joinStyle() == Qt::BevelJoin ? "2 " : "0 ";
        set(m_join, join, "j\n");
        QByteArray dashes = "[";
        for (const double dash : pen.dashPattern())
            dashes += Pdf::number(dash * pen.widthF());
        set(m_dash, dashes + "] 0 ", "d\n");
        m_out += Pdf::path(path) + "S\n";
    }

    void text(const VectorText& text) override
    {
        const std::vector<ShapedCluster> clusters = shaped(text);
        if (clusters.empty())
            return;
        setFill(text.color);
        m_out += "BT\n";
        m_font = -1;
        m_isOpen = false;
        for (const ShapedCluster& cluster : clusters) {
            // Several glyphs for one letter, or the other way round, are said in words.
            const bool isSaid = cluster.glyphs.size() > 1;
            if (isSaid) {
                closeRow();
                m_out += "/Span << /ActualText " + Pdf::words(cluster.text) + " >> BDC\n";
            }
            // Readers without an eye for that find the whole text at the first of them.
            double end = 0;
            std::size_t last = 0;
            for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
                putGlyph(text, cluster.glyphs[i], i == 0 ? cluster.text : QString());
                if (i == 0 || m_next.x() >= end) {
                    end = m_next.x();
                    last = i;
                }
            }
            if (isSaid) {
                closeRow();
                // A letter whose mark was drawn last would end at the mark, and a gap be read after it: it is written
                // again, unseen.
                if (last + 1 != cluster.glyphs.size()) {
                    m_out += "3 Tr\n";
                    putGlyph(text, cluster.glyphs[last], last == 0 ? cluster.text : QString());
                    closeRow();
                    m_out += "0 Tr\n";
                }
                m_out += "EMC\n";
            }
        }
        closeRow();
        m_out += "ET\n";
    }

    const QByteArray& content() const { return m_out; }
    QSizeF px() const { return m_px; }

private:
    void set(QByteArray& now, const QByteArray& wanted, const char* operation)
    {
        if (now == wanted)
            return;
        now = wanted;
        m_out += wanted + operation;
    }
    void setAlpha(double alpha) { set(m_alpha, m_file.alphaName(alpha), "gs\n"); }
    void setFill(const QColor& color)
    {
        setAlpha(static_cast<double>(color.alphaF()));
        set(m_fillInk, inkOf(color), "rg\n");
    }

    void closeRow()
    {
        if (m_isOpen)
            m_out += ">] TJ\n";
        m_isOpen = false;
    }

    void putGlyph(const VectorText& text, const ShapedGlyph& shape, const QString& letters)
    {
        const PdfGlyph glyph = m_file.m_fonts.glyph(shape.font, shape.glyph, letters);
        if (glyph.font != m_font) {
            closeRow();
            m_font = glyph.font;
            m_out += '/' + PdfFonts::nameOf(m_font) + ' ' + Pdf::number(text.px) + "Tf\n";
        }
        const double unit = text.px / 1000;
        const double move = (shape.at.x() - m_next.x()) / unit;
        const bool isLevel = std::abs(shape.at.y() - m_next.y()) < kSmallestMove * unit;
        if (!m_isOpen || !isLevel || std::abs(move) > kLongMove) {
            closeRow();
            m_out += "1 0 0 -1 " + Pdf::number(text.baseline.x() + shape.at.x()) +
                     Pdf::number(text.baseline.y() + shape.at.y()) + "Tm\n[<";
            m_isOpen = true;
            m_next = shape.at;
        } else if (std::abs(move) > kSmallestMove) {
            const double whole = std::round(move);
            m_out += '>' + QByteArray::number(-static_cast<int>(whole)) + '<';
            m_next.rx() += whole * unit;
        }
        m_out += glyph.code;
        m_next.rx() += glyph.advance * unit;
    }

    PdfWriter& m_file;
    QSizeF m_px;
    QByteArray m_out;
    QByteArray m_alpha, m_fillInk, m_strokeInk, m_width, m_cap, m_join, m_dash;
    int m_font = -1;
    QPointF m_next; ///< where the pen stands, from the left end of the text
    bool m_isOpen = false;
};

PdfWriter::PdfWriter(QString title)
    : m_title(std::move(title)), m_resources(m_objects.reserve()), m_pages(m_objects.reserve())
{}

PdfWriter::~PdfWriter() = default;

QByteArray PdfWriter::alphaName(double alpha)
{
    const auto key = static_cast<int>(std::lround(alpha * 1000));
    QByteArray& name = m_alphas[key];
    if (name.isEmpty())
        name = "/A" + QByteArray::number(key) + ' ';
    return name;
}

std::unique_ptr<QPaintDevice> PdfWriter::newDrawing(QSizeF px)
{
    m_drawings.push_back(std::make_unique<Drawing>(*this, px));
    return std::make_unique<VectorDevice>(*m_drawings.back(), px);
}

void PdfWriter::addPage(QSizeF points, const std::vector<Shown>& drawings)
{
    QByteArray content = "1 0 0 -1 0 " + Pdf::number(points.height()) + "cm\n";
    for (const Shown& shown : drawings) {
        content += "q ";
        if (shown.window)
            content += Pdf::number(shown.window->left()) + Pdf::number(shown.window->top()) +
                       Pdf::number(shown.window->width()) + Pdf::number(shown.window->height()) + "re W n ";
        // Four decimals: a page is a thousand px and more across.
        for (const double value : {shown.place.m11(), shown.place.m12(), shown.place.m21(), shown.place.m22(),
                                   shown.place.dx(), shown.place.dy()})
            content += QByteArray::number(value, 'f', 4) + ' ';
        content += "cm /D" + QByteArray::number(shown.drawing) + " Do Q\n";
    }
    m_sheets.push_back({points, content});
}

QByteArray PdfWriter::file()
{
    const QByteArray resources = " /Resources " + Pdf::reference(m_resources);
    QByteArray drawings =
        "/C " + Pdf::reference(m_objects.addStream(kCircle, "/Type /XObject /Subtype /Form /BBox [-1 -1 1 1]"));
    for (std::size_t i = 0; i < m_drawings.size(); ++i) {
        const Drawing& drawing = *m_drawings[i];
        const int object = m_objects.addStream(
            drawing.content(), "/Type /XObject /Subtype /Form /BBox [0 0 " + Pdf::number(drawing.px().width()) +
                                   Pdf::number(drawing.px().height()) + ']' + resources);
        drawings += " /D" + QByteArray::number(static_cast<qulonglong>(i)) + ' ' + Pdf::reference(object);
    }
    QByteArray alphas;
    for (const auto& [key, name] : m_alphas)
        alphas += name + "<< /CA " + thousandths(key / 1000.0) + "/ca " + thousandths(key / 1000.0) + ">> ";
    m_objects.put(m_resources, "<< /ExtGState << " + alphas + ">> /Font << " + m_fonts.write(m_objects) +
                                   ">> /XObject << " + drawings + " >> >>");
    QByteArray kids;
    for (const Page& page : m_sheets) {
        const int content = m_objects.addStream(page.content);
        // Colours are mixed as the screen does it.
        kids += Pdf::reference(m_objects.add("<< /Type /Page /Parent " + Pdf::reference(m_pages) + " /MediaBox [0 0 " +
                                             Pdf::number(page.points.width()) + Pdf::number(page.points.height()) +
                                             "] /Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >>" +
                                             resources + " /Contents " + Pdf::reference(content) + " >>")) +
                ' ';
    }
    m_objects.put(m_pages, "<< /Type /Pages /Count " + QByteArray::number(static_cast<qulonglong>(m_sheets.size())) +
                               " /Kids [" + kids + "] >>");
    const int catalog = m_objects.add("<< /Type /Catalog /Pages " + Pdf::reference(m_pages) +
                                      " /ViewerPreferences << /DisplayDocTitle true >> >>");
    const QByteArray program = Pdf::words(QStringLiteral("Weavemap"));
    const int info =
        m_objects.add("<< /Title " + Pdf::words(m_title) + " /Creator " + program + " /Producer " + program + " >>");
    return m_objects.file(catalog, info);
}

} // namespace weavemap::ui
