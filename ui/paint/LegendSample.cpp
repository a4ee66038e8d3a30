// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LegendSample.h"

#include <algorithm>
#include <cstdint>

#include <QPainter>
#include <QPen>
#include <QVector>

#include "ui/paint/MapPicture.h"
#include "ui/paint/PersonLook.h"
#include "ui/paint/PictureParts.h"

namespace weavemap::ui {

namespace {

constexpr double kDiscWidth = 14;
constexpr double kLineWidth = 26;
constexpr double kSizesWidth = 40;
constexpr float kDiscRadius = 5.5F;

void drawDisc(QPainter& painter, QPointF at, float radius, const QColor& color, const QColor& ground, bool isHollow,
              MapShape shape = MapShape::disc)
{
    PictureDisc disc;
    disc.shape = shape;
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

/// A line that becomes thinner, as a tie with a direction does.
void drawTaper(QPainter& painter, const QRectF& box, const QColor& color, double width, const QVector<double>& dash)
{
    constexpr int kPieces = 8;
    const double y = box.center().y(), left = box.center().x() - kLineWidth / 2;
    double phase = 0;
    for (int piece = 0; piece < kPieces; ++piece) {
        const double thick = width * (1.6 - (piece + 0.5) / kPieces);
        QPen pen(color, thick, Qt::SolidLine, Qt::FlatCap);
        if (!dash.isEmpty()) {
            QVector<double> pattern;
            for (const double length : dash)
                pattern.append(length / thick);
            pen.setDashPattern(pattern);
            pen.setDashOffset(phase / thick);
        }
        painter.setPen(pen);
        const double step = kLineWidth / kPieces;
        painter.drawLine(QPointF(left + piece * step, y), QPointF(left + (piece + 1) * step, y));
        phase += step;
    }
}

} // namespace

double legendSampleWidth(const LegendEntry& entry)
{
    switch (entry.kind) {
    case LegendKind::group:
    case LegendKind::shade:
    case LegendKind::heard:
    case LegendKind::notHeard:
    case LegendKind::secondGroup:
    case LegendKind::staff:
    case LegendKind::outside:
    case LegendKind::organization:
    case LegendKind::convening:
    case LegendKind::joined:
    case LegendKind::left:
    case LegendKind::untied:
        return kDiscWidth;
    case LegendKind::heading:
        return 0;
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
    case LegendKind::shade:
    case LegendKind::heard: {
        PictureDisc disc;
        disc.at = middle;
        disc.radius = kDiscRadius;
        disc.fill = entry.color.rgb();
        disc.mark = static_cast<std::uint8_t>(entry.mark);
        disc.sign = inkOn(colors, entry.color).rgb();
        parts::paintDisc(painter, disc, colors.canvas.rgb());
        break;
    }
    case LegendKind::heading:
        break;
    case LegendKind::staff:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, false, MapShape::shield);
        break;
    case LegendKind::outside:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, false, MapShape::triangle);
        break;
    case LegendKind::organization:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, false, MapShape::square);
        break;
    case LegendKind::convening:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, false, MapShape::diamond);
        break;
    case LegendKind::untied:
        drawDisc(painter, middle, kDiscRadius, mixed(colors.canvas, entry.color, kUntiedShare), colors.canvas, false);
        break;
    case LegendKind::notHeard:
        drawDisc(painter, middle, kDiscRadius, entry.color, colors.canvas, true);
        break;
    case LegendKind::secondGroup: {
        PictureDisc ring;
        ring.at = middle;
        ring.radius = 2;
        ring.ringWidth = 2;
        ring.ring = entry.color.rgb();
        ring.ringArcs = static_cast<std::uint8_t>(std::max(1, entry.mark));
        ring.fill = colors.canvas.rgb();
        parts::paintDisc(painter, ring, colors.canvas.rgb());
        break;
    }
    case LegendKind::joined:
    case LegendKind::left:
        drawDisc(painter, middle, 3.0F,
                 entry.kind == LegendKind::joined ? colors.muted : mixed(colors.canvas, colors.muted, 0.3),
                 colors.canvas, false);
        painter.setPen(QPen(entry.color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, 6, 6);
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
        drawLine(painter, box, entry.color, 1.15, 0, 0);
        break;
    case LegendKind::fresh:
        drawLine(painter, box, entry.color, 1.75, 0, 0);
        break;
    case LegendKind::kept:
        painter.setOpacity(0.6);
        drawLine(painter, box, entry.color, 1.15, 0, 0);
        break;
    case LegendKind::aware:
        drawLine(painter, box, entry.color, 0.8, 0, 0);
        break;
    case LegendKind::attended:
        painter.setOpacity(0.6);
        drawLine(painter, box, entry.color, 0.8, 0, 0);
        break;
    case LegendKind::strengths:
        drawLine(painter, box.translated(0, -4), entry.color, 0.8, 0, 0);
        drawLine(painter, box, entry.color, 1.6, 0, 0);
        drawLine(painter, box.translated(0, 5), entry.color, 3.2, 0, 0);
        break;
    case LegendKind::direction:
    case LegendKind::kindAdvice:
        drawTaper(painter, box, entry.color, 1.6, {});
        break;
    case LegendKind::kindNames:
        drawTaper(painter, box, entry.color, 0.9, {});
        break;
    case LegendKind::kindLearned:
        drawTaper(painter, box, entry.color, 1.6, {10, 3});
        break;
    case LegendKind::kindIntroduced:
        drawTaper(painter, box, entry.color, 1.6, {8, 3, 2, 3});
        break;
    case LegendKind::kindShared:
        drawTaper(painter, box, entry.color, 1.6, {10, 2, 2, 2, 2, 2});
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
