// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QColor>
#include <QFont>
#include <QPaintDevice>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QSizeF>
#include <QString>

namespace weavemap::ui {

/// A run of letters of one direction, as it is drawn.
struct VectorText
{
    QString text;     ///< in the order it is read
    QPointF baseline; ///< left end
    QFont font;       ///< of `px` pixels before scaling
    double px = 12;   ///< size on the page
    QColor color;
};

/// Takes what a vector file is made of, in px of the page: every transformation is done, every colour is one with its
/// opacity.
class VectorSink
{
public:
    virtual ~VectorSink() = default;
    virtual void fill(const QPainterPath& path, const QColor& color) = 0;
    virtual void fillCircle(QPointF middle, double radius, const QColor& color) = 0;
    virtual void stroke(const QPainterPath& path, const QPen& pen) = 0;
    virtual void text(const VectorText& text) = 0;
};

/// A paint device that hands what a QPainter draws to a sink. Moves and even scales only; single colours only; no
/// pictures and no clips, which maps do not draw.
class VectorDevice final : public QPaintDevice
{
public:
    VectorDevice(VectorSink& sink, QSizeF px);
    ~VectorDevice() override;
    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    std::unique_ptr<QPaintEngine> m_engine;
    QSizeF m_px;
};

} // namespace weavemap::ui
