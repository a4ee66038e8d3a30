// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PdfWriter.h"

#include <cmath>
#include <exception>
#include <mutex>

#include <cairo-pdf.h>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QPainter>

#include "ui/paint/CairoPath.h"
#include "ui/paint/PdfFonts.h"
#include "ui/paint/ShapedText.h"
#include "ui/paint/VectorDevice.h"

namespace weavemap::ui {

namespace {

/// Units to a px. A drawing has whole ones: cairo writes three decimals otherwise, which nobody sees.
constexpr double kUnits = 16;
/// How far from a curve cairo may be, in units, where it looks for what the curve covers: the file has the curve
/// itself.
constexpr double kTolerance = 8;

struct Release
{
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_scaled_font_t* font) const { cairo_scaled_font_destroy(font); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Context = std::unique_ptr<cairo_t, Release>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Release>;

/// Shares as files say them: thousandths.
double thousandths(double share) { return std::round(share * 1000) / 1000; }

void setInk(cairo_t* context, const QColor& color)
{
    const auto share = [](float value) { return thousandths(static_cast<double>(value)); };
    cairo_set_source_rgba(context, share(color.redF()), share(color.greenF()), share(color.blueF()),
                          share(color.alphaF()));
}

/// What no text can say becomes a space: half a letter is a question mark already.
QByteArray saidIn(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    for (char& byte : utf8)
        if (static_cast<unsigned char>(byte) < 0x20)
            byte = ' ';
    return utf8;
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length)
{
    static_cast<QByteArray*>(to)->append(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(length));
    return CAIRO_STATUS_SUCCESS;
}

/// What cairo does not do: the language; the title above the window, in viewers that show it there; no day; structure
/// packed. Empty where that fails.
QByteArray finished(const QByteArray& bytes, const QByteArray& language)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("map", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QPDFObjectHandle root = pdf.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language.toStdString()));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        if (QPDFObjectHandle about = pdf.getTrailer().getKey("/Info"); about.isDictionary())
            about.removeKey("/CreationDate");
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setRecompressFlate(true);  // cairo takes zlib's middle way
        static std::once_flag levelIsSet; // it is that of the whole process
        std::call_once(levelIsSet, [] { Pl_Flate::setCompressionLevel(9); });
        writer.write();
        const auto out = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(out->getBuffer()), static_cast<qsizetype>(out->getSize())};
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace

/// One drawing, recorded.
class PdfWriter::Drawing final : public VectorSink
{
public:
    /// `seen`: px that are looked at; what lies beside is left out.
    Drawing(PdfFonts& fonts, QSizeF px, const QRectF& seen)
        : m_fonts(fonts), m_seen(seen), m_options(cairo_font_options_create())
    {
        const cairo_rectangle_t whole{0, 0, std::ceil(px.width() * kUnits), std::ceil(px.height() * kUnits)};
        m_surface.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &whole));
        m_context.reset(cairo_create(m_surface.get()));
        cairo_set_tolerance(m_context.get(), kTolerance);
        cairo_font_options_set_hint_style(m_options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(m_options.get(), CAIRO_HINT_METRICS_OFF);
    }

    void fill(const QPainterPath& path, const QColor& color) override
    {
        if (color.alpha() == 0 || path.isEmpty() || !isSeen(path.controlPointRect(), 0))
            return;
        setInk(m_context.get(), color);
        addPath(m_context.get(), path, kUnits);
        cairo_fill(m_context.get());
    }

    /// A dot of a round pen: as curves, discs would be half of the file. Viewers treat a line without length, or along
    /// an axis, in ways of their own; this one is a tenth of a px long.
    void fillCircle(QPointF middle, double radius, const QColor& color) override
    {
        constexpr double kHalf = 0.5 / kUnits;
        QPainterPath dot(middle - QPointF(kHalf, kHalf));
        dot.lineTo(middle + QPointF(kHalf, kHalf));
        stroke(dot, QPen(color, 2 * radius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }

    void stroke(const QPainterPath& path, const QPen& pen) override
    {
        // Corners with a miter reach twice as far as the line is wide.
        if (pen.color().alpha() == 0 || path.isEmpty() || !isSeen(path.controlPointRect(), 2 * pen.widthF()))
            return;
        cairo_t* onto = m_context.get();
        setInk(onto, pen.color());
        cairo_set_line_width(onto, pen.widthF() * kUnits);
        cairo_set_line_cap(onto, pen.capStyle() == Qt::FlatCap    ? CAIRO_LINE_CAP_BUTT
                                 : pen.capStyle() == Qt::RoundCap ? CAIRO_LINE_CAP_ROUND
                                                                  : CAIRO_LINE_CAP_SQUARE);
        cairo_set_line_join(onto, pen.joinStyle() == Qt::RoundJoin   ? CAIRO_LINE_JOIN_ROUND
                                  : pen.joinStyle() == Qt::BevelJoin ? CAIRO_LINE_JOIN_BEVEL
                                                                     : CAIRO_LINE_JOIN_MITER);
        std::vector<double> dashes;
        for (const double dash : pen.dashPattern())
            dashes.push_back(dash * pen.widthF() * kUnits);
        cairo_set_dash(onto, dashes.data(), static_cast<int>(dashes.size()), 0);
        addPath(onto, path, kUnits);
        cairo_stroke(onto);
    }

    void text(const VectorText& text) override
    {
        if (text.color.alpha() == 0)
            return;
        setInk(m_context.get(), text.color);
        cairo_matrix_t size;
        cairo_matrix_init_scale(&size, text.px * kUnits, text.px * kUnits);
        Run run;
        bool isWithNext = false;
        for (const ShapedCluster& cluster : shaped(text)) {
            for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
                const ShapedGlyph& glyph = cluster.glyphs[i];
                cairo_font_face_t* face = m_fonts.faceFor(glyph.font, glyph.glyph);
                if (face != run.face) {
                    show(run, size);
                    run.face = face;
                }
                const QByteArray said = i == 0 ? saidIn(cluster.text) : QByteArray();
                run.said += said;
                // A mark of another font than its letter's is said with the letter.
                if (run.clusters.empty() || (i == 0 && !isWithNext))
                    run.clusters.push_back({0, 0});
                run.clusters.back().num_bytes += static_cast<int>(said.size());
                const QPointF at = (text.baseline + glyph.at) * kUnits;
                run.glyphs.push_back({glyph.glyph, at.x(), at.y()});
                ++run.clusters.back().num_glyphs;
            }
            // Readers take a gap for a space, and a mark ends before its letter does: that is said with the next one.
            isWithNext = cluster.glyphs.size() > 1 && !cluster.text.isRightToLeft();
        }
        show(run, size);
    }

    cairo_surface_t* surface() const { return m_surface.get(); }
    cairo_status_t status() const { return cairo_status(m_context.get()); }

private:
    /// Glyphs of one font, from left to right, and what they say.
    struct Run
    {
        cairo_font_face_t* face = nullptr;
        QByteArray said;
        std::vector<cairo_glyph_t> glyphs;
        std::vector<cairo_text_cluster_t> clusters;
    };

    bool isSeen(const QRectF& box, double around) const
    {
        const QRectF reach = box.adjusted(-around - 1, -around - 1, around + 1, around + 1);
        return reach.right() >= m_seen.left() && reach.left() <= m_seen.right() && reach.bottom() >= m_seen.top() &&
               reach.top() <= m_seen.bottom();
    }

    void show(Run& run, const cairo_matrix_t& size)
    {
        if (run.face != nullptr && !run.glyphs.empty()) {
            cairo_matrix_t plain;
            cairo_matrix_init_identity(&plain);
            const std::unique_ptr<cairo_scaled_font_t, Release> font(
                cairo_scaled_font_create(run.face, &size, &plain, m_options.get()));
            // A font that cairo cannot read costs its letters, not the page.
            if (cairo_scaled_font_status(font.get()) == CAIRO_STATUS_SUCCESS) {
                cairo_set_scaled_font(m_context.get(), font.get());
                cairo_show_text_glyphs(m_context.get(), run.said.constData(), static_cast<int>(run.said.size()),
                                       run.glyphs.data(), static_cast<int>(run.glyphs.size()), run.clusters.data(),
                                       static_cast<int>(run.clusters.size()),
                                       static_cast<cairo_text_cluster_flags_t>(0));
            }
        }
        run = {};
    }

    PdfFonts& m_fonts;
    QRectF m_seen;
    FontOptions m_options;
    Surface m_surface;
    Context m_context;
};

struct PdfWriter::File
{
    QByteArray bytes, language;
    PdfFonts fonts;
    Surface pages;
    bool isWhole = true;
};

PdfWriter::PdfWriter(const QString& title, const QByteArray& language) : m_file(std::make_unique<File>())
{
    m_file->language = language;
    m_file->pages.reset(cairo_pdf_surface_create_for_stream(append, &m_file->bytes, 1, 1));
    cairo_surface_t* pages = m_file->pages.get();
    cairo_pdf_surface_set_metadata(pages, CAIRO_PDF_METADATA_TITLE, saidIn(title).constData());
    cairo_pdf_surface_set_metadata(pages, CAIRO_PDF_METADATA_CREATOR, "Weavemap");
}

PdfWriter::~PdfWriter() = default;

void PdfWriter::addPage(QSizeF points, const std::vector<Layer>& layers)
{
    cairo_surface_t* pages = m_file->pages.get();
    cairo_pdf_surface_set_size(pages, points.width(), points.height());
    const Context page(cairo_create(pages));
    for (const Layer& layer : layers) {
        const QRectF seen = layer.window.value_or(QRectF(QPointF(0, 0), points));
        // Each page has a drawing of its own: cairo keeps only what the first page shows of one that several do.
        Drawing drawing(m_file->fonts, layer.px, layer.place.inverted().mapRect(seen));
        VectorDevice device(drawing, layer.px);
        QPainter painter(&device);
        layer.paint(painter);
        painter.end();
        m_file->isWhole = m_file->isWhole && drawing.status() == CAIRO_STATUS_SUCCESS;
        cairo_save(page.get());
        cairo_rectangle(page.get(), seen.left(), seen.top(), seen.width(), seen.height());
        cairo_clip(page.get());
        cairo_translate(page.get(), layer.place.dx(), layer.place.dy());
        cairo_scale(page.get(), layer.place.m11() / kUnits, layer.place.m22() / kUnits);
        cairo_set_source_surface(page.get(), drawing.surface(), 0, 0);
        cairo_paint(page.get());
        cairo_restore(page.get());
    }
    cairo_show_page(page.get());
    m_file->isWhole = m_file->isWhole && cairo_status(page.get()) == CAIRO_STATUS_SUCCESS;
}

QByteArray PdfWriter::file()
{
    cairo_surface_finish(m_file->pages.get());
    if (!m_file->isWhole || cairo_surface_status(m_file->pages.get()) != CAIRO_STATUS_SUCCESS)
        return {};
    return finished(m_file->bytes, m_file->language);
}

} // namespace weavemap::ui
