// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/VectorPainter.h"

#include <cmath>
#include <span>
#include <vector>

#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include "ui/paint/MapGround.h"
#include "ui/paint/MapPicture.h"
#include "ui/paint/PictureParts.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr double kSameCurve = 0.02; ///< px

/// Nested outlines, each of which adds as much as brings the veil to its step of the full strength.
void paintFog(QPainter& painter, const MapPicture& picture)
{
    for (const PictureFog& fog : picture.fog) {
        const auto outlines = fogOutlines(picture.ground->hulls[fog.ground]);
        for (int step = 0; step < kFogSteps; ++step) {
            const double before = fog.most * step / kFogSteps, after = fog.most * (step + 1) / kFogSteps;
            QColor color = fog.color;
            color.setAlphaF(static_cast<float>(1 - (1 - after) / (1 - before)));
            const QPainterPath& path = outlines[static_cast<std::size_t>(step)];
            if (!path.isEmpty())
                painter.fillPath(picture.groundToPixels.map(path), color);
        }
    }
}

QPointF startOf(const TieSegment& piece) { return {static_cast<double>(piece.x0), static_cast<double>(piece.y0)}; }
QPointF endOf(const TieSegment& piece) { return {static_cast<double>(piece.x1), static_cast<double>(piece.y1)}; }

/// Pieces that follow each other are one stroke: fewer objects in the file, no seams. Where they were cut from a curve
/// of the second degree at even steps, as ties are, they are that curve again.
QPainterPath strokeOf(const std::vector<QPointF>& points)
{
    QPainterPath path(points.front());
    const auto steps = static_cast<double>(points.size() - 1);
    if (points.size() > 2) {
        const std::size_t middle = points.size() / 2;
        const double t = static_cast<double>(middle) / steps;
        const QPointF a = points.front(), b = points.back();
        const QPointF c = (points[middle] - a * ((1 - t) * (1 - t)) - b * (t * t)) / (2 * t * (1 - t));
        bool isCurve = true;
        for (std::size_t i = 1; isCurve && i + 1 < points.size(); ++i) {
            const double u = static_cast<double>(i) / steps;
            const QPointF off = a * ((1 - u) * (1 - u)) + c * (2 * u * (1 - u)) + b * (u * u) - points[i];
            isCurve = std::hypot(off.x(), off.y()) < kSameCurve;
        }
        if (isCurve) {
            path.quadTo(c, b);
            return path;
        }
    }
    for (std::size_t i = 1; i < points.size(); ++i)
        path.lineTo(points[i]);
    return path;
}

void paintTies(QPainter& painter, const MapPicture& picture)
{
    std::vector<QPointF> points;
    for (const TieClass& look : picture.ties) {
        QColor color = QColor::fromRgb(look.color);
        color.setAlphaF(look.alpha);
        painter.setPen(QPen(color, static_cast<double>(look.width), Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        for (std::uint32_t i = look.begin; i < look.end;) {
            points.assign({startOf(picture.segments[i]), endOf(picture.segments[i])});
            for (++i; i < look.end && startOf(picture.segments[i]) == points.back(); ++i)
                points.push_back(endOf(picture.segments[i]));
            painter.drawPath(strokeOf(points));
        }
    }
}

} // namespace

void VectorPainter::paint(QPainter& painter, const MapPicture& picture, Canvas canvas, TextInk ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (canvas == Canvas::fill)
        painter.fillRect(QRectF(QPointF(0, 0), picture.viewport.size), picture.canvas);
    parts::paintHulls(painter, picture);
    paintFog(painter, picture);
    parts::paintHullEdges(painter, picture);
    parts::paintGuides(painter, picture);
    const std::span<const PictureDisc> discs(picture.discs);
    for (const PictureDisc& disc : discs.first(picture.lowDiscs))
        parts::paintDisc(painter, disc, picture.canvas.rgb());
    painter.setBrush(Qt::NoBrush);
    paintTies(painter, picture);
    parts::paintArrows(painter, picture);
    parts::paintGlows(painter, picture);
    for (const PictureDisc& disc : discs.subspan(picture.lowDiscs))
        parts::paintDisc(painter, disc, picture.canvas.rgb());
    parts::paintRings(painter, picture);
    parts::paintLeaders(painter, picture);
    for (const PictureText& text : picture.texts)
        paintText(painter, text, picture.fontFamily, ink);
    painter.restore();
}

} // namespace weavemap::ui
