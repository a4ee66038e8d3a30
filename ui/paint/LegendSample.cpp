// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LegendSample.h"

#include <QPainter>
#include <QPen>

#include "ui/paint/MapPicture.h"
#include "ui/paint/PictureParts.h"

namespace weavemap::ui {

namespace {

constexpr double kDiscWidth = 14;
constexpr double kLineWidth = 26;
constexpr double kSizesWidth = 40;
constexpr float kDiscRadius = 5.5F;

void drawDisc(QPainter& painter, QPointF at, float radius, const QColor& color, const QColor& ground, bool isHollow)
{
    PictureDisc disc;
    disc.at = at;
    disc.radius = radius;
    disc.fill = (isHollow ? mixed(ground, color, 0.16) : color).rgb();
    if (isHollow) {
        disc.edge = color.rgb();
        disc.edgeWidth = 1.25F;
    }
    parts::paintDisc(painter, disc, ground.rgb());
}

void drawLine(QPainter& painter, const QRectF& box, const QColor& color, double width, double on, double off)
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap);
    if (on > 0)
        pen.setDashPattern({on / width, off / width});
    painter.setPen(pen);
    const double y = box.center().y();
    painter.drawLine(QPointF(box.center().x() - kLineWidth / 2, y), QPointF(box.center().x() + kLineWidth / 2, y));
}

} // namespace

double legendSampleWidth(const LegendEntry& entry)
{
    switch (entry.kind) {
    case LegendKind::group:
    case LegendKind::heard:
    case LegendKind::notHeard:
    case LegendKind::secondGroup:
        return kDiscWidth;
    case LegendKind::sizes:
        return kSizesWidth;
    default:
        return kLineWidth;
    }
}

void paintLegendSample(QPainter& painter, const QRectF& box, const LegendEntry& entry, const MapColors& colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = box.center();
    switch (entry.kind) {
    case LegendKind::group:
    case LegendKind::heard:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, false);
        break;
    case LegendKind::notHeard:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, true);
        break;
    case LegendKind::secondGroup:
        painter.setPen(QPen(entry.color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, 5, 5);
        break;
    case LegendKind::sizes:
        drawDisc(painter, middle + QPointF(-15, 0), 3.6F, entry.color, colors.canvas, false);
        drawDisc(painter, middle + QPointF(-5, 0), 5.6F, entry.color, colors.canvas, false);
        drawDisc(painter, middle + QPointF(10.5, 0), 8.6F, entry.color, colors.canvas, false);
        break;
    case LegendKind::workTogether:
        drawLine(painter, box, entry.color, 2.1, 0, 0);
        break;
    case LegendKind::exchange:
    case LegendKind::fresh:
        drawLine(painter, box, entry.color, 1.15, 0, 0);
        break;
    case LegendKind::aware:
        drawLine(painter, box, entry.color, 0.8, 0, 0);
        break;
    case LegendKind::stale:
    case LegendKind::lost:
        drawLine(painter, box, entry.color, 1.15, 4, 4);
        break;
    case LegendKind::staffGuess:
        drawLine(painter, box, entry.color, 1.15, 1, 4);
        break;
    }
    painter.restore();
}

} // namespace weavemap::ui
