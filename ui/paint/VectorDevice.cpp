// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/VectorDevice.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include <QPaintEngine>
#include <QTransform>

namespace weavemap::ui {

namespace {

constexpr int kDpi = 96;

class VectorEngine final : public QPaintEngine
{
public:
    explicit VectorEngine(VectorSink& sink) : QPaintEngine(AllFeatures), m_sink(sink) {}

    Type type() const override { return User; }
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }

    void updateState(const QPaintEngineState& now) override
    {
        m_transform = now.transform();
        m_pen = now.pen();
        m_brush = now.brush();
        m_opacity = now.opacity();
    }

    void drawPath(const QPainterPath& path) override
    {
        if (m_brush.style() != Qt::NoBrush)
            m_sink.fill(m_transform.map(path), inked(m_brush.color()));
        if (m_pen.style() != Qt::NoPen)
            m_sink.stroke(m_transform.map(path), scaledPen());
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        if (count < 1)
            return;
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode == PolylineMode) {
            if (m_pen.style() != Qt::NoPen)
                m_sink.stroke(m_transform.map(path), scaledPen());
            return;
        }
        path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        drawPath(path);
    }

    void drawEllipse(const QRectF& box) override
    {
        const bool isCircle = std::abs(box.width() - box.height()) < 1e-6 * box.width();
        if (!isCircle || m_pen.style() != Qt::NoPen) {
            QPainterPath path;
            path.addEllipse(box);
            drawPath(path);
        } else if (m_brush.style() != Qt::NoBrush) {
            m_sink.fillCircle(m_transform.map(box.center()), box.width() / 2 * scale(), inked(m_brush.color()));
        }
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        VectorText text;
        text.text = item.text();
        text.baseline = m_transform.map(at);
        text.font = item.font();
        text.px = std::max(1, text.font.pixelSize()) * scale();
        text.color = inked(m_pen.color());
        m_sink.text(text);
    }

    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

private:
    double scale() const { return std::sqrt(std::abs(m_transform.determinant())); }
    QColor inked(QColor color) const
    {
        color.setAlphaF(color.alphaF() * static_cast<float>(m_opacity));
        return color;
    }
    QPen scaledPen() const
    {
        QPen pen = m_pen;
        pen.setWidthF(m_pen.widthF() * scale());
        pen.setColor(inked(m_pen.color()));
        return pen;
    }

    VectorSink& m_sink;
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    double m_opacity = 1;
};

} // namespace

VectorDevice::VectorDevice(VectorSink& sink, QSizeF px) : m_engine(std::make_unique<VectorEngine>(sink)), m_px(px) {}

VectorDevice::~VectorDevice() = default;

QPaintEngine* VectorDevice::paintEngine() const { return m_engine.get(); }

int VectorDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return static_cast<int>(std::ceil(m_px.width()));
    case PdmHeight:
        return static_cast<int>(std::ceil(m_px.height()));
    case PdmWidthMM:
        return static_cast<int>(std::lround(m_px.width() * 25.4 / kDpi));
    case PdmHeightMM:
        return static_cast<int>(std::lround(m_px.height() * 25.4 / kDpi));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDpi;
    case PdmNumColors:
        return INT_MAX;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return 1; // PdmDevicePixelRatio
    }
}

} // namespace weavemap::ui
