// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PictureParts.h"

#include <cmath>
#include <numbers>

#include <QPainter>
#include <QPen>
#include <QPolygonF>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui::parts {

namespace {

constexpr double kRingGap = 2;

/// A shape of the same area as a disc of this radius.
void drawShape(QPainter& painter, MapShape shape, QPointF at, double radius)
{
    if (radius <= 0)
        return;
    if (shape == MapShape::square) {
        const double half = radius * std::sqrt(std::numbers::pi) / 2;
        painter.drawRoundedRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), half * 0.45, half * 0.45);
    } else if (shape == MapShape::diamond) {
        const double half = radius * std::sqrt(std::numbers::pi / 2);
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)}));
    } else {
        painter.drawEllipse(at, radius, radius);
    }
}

void drawRing(QPainter& painter, const PictureRing& ring)
{
    painter.setPen(QPen(ring.color, static_cast<double>(ring.width)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring.at, static_cast<double>(ring.radius), static_cast<double>(ring.radius));
}

} // namespace

void paintHulls(QPainter& painter, const MapPicture& picture)
{
    painter.setPen(Qt::NoPen);
    for (const PictureHull& hull : picture.hulls)
        painter.fillPath(hull.path, hull.fill);
}

void paintHullEdges(QPainter& painter, const MapPicture& picture)
{
    for (const PictureHull& hull : picture.hulls)
        painter.strokePath(hull.path, QPen(hull.edge, static_cast<double>(hull.edgeWidth)));
}

void paintArrows(QPainter& painter, const MapPicture& picture)
{
    painter.setPen(Qt::NoPen);
    for (const PictureArrow& arrow : picture.arrows) {
        painter.setBrush(arrow.color);
        painter.drawPolygon(QPolygonF({arrow.tip, arrow.left, arrow.right}));
    }
}

void paintGlows(QPainter& painter, const MapPicture& picture)
{
    for (const PictureRing& ring : picture.glows)
        drawRing(painter, ring);
}

void paintDisc(QPainter& painter, const PictureDisc& disc, unsigned canvas)
{
    const auto radius = static_cast<double>(disc.radius);
    painter.setPen(Qt::NoPen);
    double outer = radius;
    if (disc.ringWidth > 0) {
        outer = radius + kRingGap + static_cast<double>(disc.ringWidth);
        painter.setBrush(QColor::fromRgb(canvas));
        drawShape(painter, disc.shape, disc.at, outer + static_cast<double>(disc.gap));
        painter.setBrush(QColor::fromRgb(disc.ring));
        drawShape(painter, disc.shape, disc.at, outer);
        outer = radius + kRingGap - static_cast<double>(disc.gap);
    }
    painter.setBrush(QColor::fromRgb(canvas));
    drawShape(painter, disc.shape, disc.at, outer + static_cast<double>(disc.gap));
    painter.setBrush(QColor::fromRgb(disc.edgeWidth > 0 ? disc.edge : disc.fill));
    drawShape(painter, disc.shape, disc.at, radius);
    if (disc.edgeWidth > 0) {
        painter.setBrush(QColor::fromRgb(disc.fill));
        drawShape(painter, disc.shape, disc.at, radius - static_cast<double>(disc.edgeWidth));
    }
}

void paintRings(QPainter& painter, const MapPicture& picture)
{
    for (const PictureRing& ring : picture.rings)
        drawRing(painter, ring);
}

void paintLeaders(QPainter& painter, const MapPicture& picture)
{
    for (const PictureLeader& leader : picture.leaders) {
        painter.setPen(QPen(leader.color, static_cast<double>(leader.width), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(leader.line);
    }
}

} // namespace weavemap::ui::parts
