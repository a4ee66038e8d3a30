// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QRgb>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Fills rows of an image with the canvas, the hulls, their fog and their edges. Coverage of a pixel is the exact one
/// of the outline, added up in whole numbers: the same bits whichever rows are painted at a time, and wherever an
/// outline begins. Made once for a picture; `paint` may be called from several threads.
class GroundRaster
{
public:
    /// `ratio`: device pixels a px. O(pieces of the outlines).
    GroundRaster(const MapPicture& picture, double ratio);

    /// Rows [top, bottom); `stride` pixels from row to row. O(pixels within hulls + pieces of outlines).
    void paint(QRgb* pixels, int width, int stride, int top, int bottom) const;

    /// The edges of the hulls, to be drawn by `LineAccumulator` after this.
    const std::vector<TieClass>& edges() const { return m_edges; }
    const std::vector<TieSegment>& edgePieces() const { return m_pieces; }

private:
    struct Side
    {
        double x0, y0, x1, y1; ///< device pixels
    };
    struct Area
    {
        std::vector<Side> sides;
        double top = 0, bottom = 0;
        QRgb color = 0;
        std::uint32_t alpha = 0;         ///< of 65535
        const PictureFog* fog = nullptr; ///< of the picture
    };
    class Rows;

    void addGuide(const PictureRing& ring);
    void addSides(const PictureHull& hull, Area& area);

    double m_ratio;
    QRgb m_canvas;
    std::vector<Area> m_areas;
    std::vector<TieClass> m_edges;
    std::vector<TieSegment> m_pieces;
};

} // namespace weavemap::ui
