// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/VectorPainter.h"

#include <span>

#include <QPainter>
#include <QPen>
#include <QPolygonF>

#include "ui/paint/MapPicture.h"
#include "ui/paint/PictureParts.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

void paintFog(QPainter& painter, const MapPicture& picture)
{
    for (const PictureFog& fog : picture.fog)
        for (const PictureFog::Outline& outline : fog.outlines) {
            QColor color = fog.color;
            color.setAlphaF(outline.alpha);
            painter.fillPath(outline.path, color);
        }
}

QPointF startOf(const TieSegment& piece) { return {static_cast<double>(piece.x0), static_cast<double>(piece.y0)}; }
QPointF endOf(const TieSegment& piece) { return {static_cast<double>(piece.x1), static_cast<double>(piece.y1)}; }

/// Pieces that follow each other are one stroke: fewer objects in the file, no seams.
void paintTies(QPainter& painter, const MapPicture& picture)
{
    for (const TieClass& look : picture.ties) {
        QColor color = QColor::fromRgb(look.color);
        color.setAlphaF(look.alpha);
        painter.setPen(QPen(color, static_cast<double>(look.width), Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        for (std::uint32_t i = look.begin; i < look.end;) {
            QPolygonF line({startOf(picture.segments[i]), endOf(picture.segments[i])});
            for (++i; i < look.end && startOf(picture.segments[i]) == line.last(); ++i)
                line.append(endOf(picture.segments[i]));
            if (line.size() == 2)
                painter.drawLine(line.first(), line.last());
            else
                painter.drawPolyline(line);
        }
    }
}

} // namespace

void VectorPainter::paint(QPainter& painter, const MapPicture& picture, Canvas canvas)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (canvas == Canvas::fill)
        painter.fillRect(QRectF(QPointF(0, 0), picture.viewport.size), picture.canvas);
    parts::paintHulls(painter, picture);
    paintFog(painter, picture);
    parts::paintHullEdges(painter, picture);
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
        paintText(painter, text, picture.fontFamily, TextInk::text);
    painter.restore();
}

} // namespace weavemap::ui
