// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PictureParts.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui::parts {

namespace {

constexpr double kRingGap = 2;

/// A shape of the same area as a disc of this radius.
QPainterPath shapePath(MapShape shape, QPointF at, double radius)
{
    QPainterPath path;
    const auto polygon = [&](std::initializer_list<QPointF> corners) {
        QPolygonF outline;
        for (const QPointF& corner : corners)
            outline.append(at + corner);
        path.addPolygon(outline);
        path.closeSubpath();
    };
    switch (shape) {
    case MapShape::square: {
        constexpr double kRound = 0.45; ///< of half a side
        const double half = radius * std::sqrt(std::numbers::pi / (4 - (4 - std::numbers::pi) * kRound * kRound));
        path.addRoundedRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), half * kRound, half * kRound);
        break;
    }
    case MapShape::diamond: {
        const double half = radius * std::sqrt(std::numbers::pi / 2);
        polygon({{0, -half}, {half, 0}, {0, half}, {-half, 0}});
        break;
    }
    case MapShape::shield: {
        // A square of side 2 s with a point of height s below it: area 5 s^2, middle of the whole in the disc's.
        const double s = radius * std::sqrt(std::numbers::pi / 5);
        polygon({{-s, -1.4 * s}, {s, -1.4 * s}, {s, 0.6 * s}, {0, 1.6 * s}, {-s, 0.6 * s}});
        break;
    }
    case MapShape::triangle: {
        const double corner = radius * std::sqrt(4 * std::numbers::pi / (3 * std::sqrt(3.0)));
        const double half = corner * std::sqrt(3.0) / 2;
        polygon({{0, -corner}, {half, corner / 2}, {-half, corner / 2}});
        break;
    }
    case MapShape::disc:
        path.addEllipse(at, radius, radius);
        break;
    }
    return path;
}

void drawShape(QPainter& painter, MapShape shape, QPointF at, double radius)
{
    if (radius <= 0)
        return;
    if (shape == MapShape::disc)
        painter.drawEllipse(at, radius, radius);
    else
        painter.drawPath(shapePath(shape, at, radius));
}

/// A ring cut into pieces, its middle line `radius` from the middle.
void drawArcs(QPainter& painter, const PictureDisc& disc, double radius)
{
    const auto width = static_cast<double>(disc.ringWidth);
    const QPainterPath path = shapePath(disc.shape, disc.at, radius);
    const double piece = path.length() / disc.ringArcs;
    const double gap = std::min(3.0, 0.4 * piece);
    QPen pen(QColor::fromRgb(disc.ring), width, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({(piece - gap) / width, gap / width});
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(path, pen);
}

/// The sign of a group: another shape for each, inside the disc.
void drawMark(QPainter& painter, const PictureDisc& disc)
{
    const auto r = static_cast<double>(disc.radius);
    const QPen line(QColor::fromRgb(disc.sign), std::max(1.0, 0.26 * r), Qt::SolidLine, Qt::FlatCap);
    const double reach = 0.62 * r, slant = reach * 0.7071;
    const auto cross = [&](QPointF one, QPointF other) {
        painter.drawLine(disc.at - one, disc.at + one);
        painter.drawLine(disc.at - other, disc.at + other);
    };
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    switch (disc.mark) {
    case 1:
        painter.drawLine(disc.at - QPointF(reach, 0), disc.at + QPointF(reach, 0));
        break;
    case 2:
        painter.setPen(Qt::NoPen);
        painter.setBrush(line.color());
        painter.drawEllipse(disc.at, 0.4 * r, 0.4 * r);
        break;
    case 3:
        cross({reach, 0}, {0, reach});
        break;
    case 4:
        painter.drawEllipse(disc.at, 0.5 * r, 0.5 * r);
        break;
    case 5:
        painter.drawLine(disc.at - QPointF(0, reach), disc.at + QPointF(0, reach));
        break;
    case 6:
        cross({slant, slant}, {slant, -slant});
        break;
    default:
        painter.drawLine(disc.at - QPointF(slant, -slant), disc.at + QPointF(slant, -slant));
        break;
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

void paintGuides(QPainter& painter, const MapPicture& picture)
{
    for (const PictureRing& ring : picture.guides)
        drawRing(painter, ring);
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
        if (disc.ringArcs > 1) {
            drawArcs(painter, disc, outer - static_cast<double>(disc.ringWidth) / 2);
            painter.setPen(Qt::NoPen);
        } else {
            painter.setBrush(QColor::fromRgb(disc.ring));
            drawShape(painter, disc.shape, disc.at, outer);
        }
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
    if (disc.mark > 0)
        drawMark(painter, disc);
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
