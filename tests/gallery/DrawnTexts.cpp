// SPDX-License-Identifier: GPL-3.0-or-later
#include "DrawnTexts.h"

#include <cmath>

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QTransform>
#include <QWidget>

namespace weavemap::gallery {

namespace {

constexpr double kJoin = 1.5; ///< pieces of a line that are this near belong together

/// Takes what is painted and keeps the texts.
class TextEngine final : public QPaintEngine
{
public:
    explicit TextEngine(std::vector<DrawnText>& texts) : QPaintEngine(AllFeatures), m_texts(texts) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    Type type() const override { return User; }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QTransform toDevice = painter()->deviceTransform();
        const QString text = item.text();
        const QRectF tight = QFontMetricsF(item.font()).tightBoundingRect(text);
        if (text.trimmed().isEmpty() || tight.isEmpty())
            return;
        DrawnText drawn{text, toDevice.mapRect(tight.translated(at)), systemClip().boundingRect()};
        if (painter()->hasClipping())
            drawn.clip &= toDevice.mapRect(painter()->clipBoundingRect());
        // A line may come in pieces, one for each script or font.
        if (!m_texts.empty()) {
            DrawnText& last = m_texts.back();
            if (qFuzzyCompare(m_baseline, toDevice.map(at).y()) && last.clip == drawn.clip &&
                std::abs(toDevice.map(at).x() - m_end) < kJoin) {
                last.text += text;
                last.ink |= drawn.ink;
                m_end = toDevice.map(at).x() + item.width();
                return;
            }
        }
        m_baseline = toDevice.map(at).y();
        m_end = toDevice.map(at).x() + item.width();
        m_texts.push_back(std::move(drawn));
    }

private:
    std::vector<DrawnText>& m_texts;
    double m_baseline = 0, m_end = 0;
};

/// Paper of a widget's size that keeps texts only.
class TextPaper final : public QPaintDevice
{
public:
    TextPaper(const QWidget& widget, std::vector<DrawnText>& texts) : m_widget(widget), m_engine(texts) {}

    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr double kMmPerInch = 25.4;
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmWidthMM:
            return qRound(m_widget.width() * kMmPerInch / m_widget.logicalDpiX());
        case PdmHeightMM:
            return qRound(m_widget.height() * kMmPerInch / m_widget.logicalDpiY());
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 1 << 24;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return qRound(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget& m_widget;
    mutable TextEngine m_engine;
};

} // namespace

std::vector<DrawnText> drawnTexts(QWidget& widget)
{
    std::vector<DrawnText> texts;
    TextPaper paper(widget, texts);
    widget.render(&paper, QPoint(), QRegion(widget.rect()), QWidget::RenderFlags());
    return texts;
}

} // namespace weavemap::gallery
