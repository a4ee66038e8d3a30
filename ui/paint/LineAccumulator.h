// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <QRgb>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Draws the ties of a picture into a band of rows of an image: antialiased straight pieces by a 16 bit buffer of what
/// still shines through, one colour after the other, so that overlaps follow 1 - (1 - a)^n. Coverage of a pixel is the
/// exact one of a line's strip over the pixel's square, read from a table by distance and slope. One owner, one thread;
/// bands of one image may be drawn at the same time.
class LineAccumulator
{
public:
    /// `pixels`: premultiplied or opaque 32 bit, `stride` pixels from row to row; the band is rows [top, bottom).
    LineAccumulator(QRgb* pixels, int width, int stride, int top, int bottom);

    /// Draws classes in their order, scaled by `scale` (device pixels a px).
    void draw(const std::vector<TieClass>& classes, const std::vector<TieSegment>& segments, double scale);

private:
    static constexpr int kSlopes = 24; ///< tables between a level and a diagonal line
    static constexpr int kStepsPerPixel = 64;
    static constexpr int kTile = 16;

    /// Opacity by distance from the line, measured across the shorter axis; 16 bit.
    using Table = std::vector<std::uint16_t>;
    /// Share of a pixel's square that lies before a line across the way, by distance from -1 to 1 px.
    using Below = std::array<float, 2 * kStepsPerPixel>;

    const Table& tableFor(int slope);
    void addSegment(double x0, double y0, double x1, double y1);
    template <bool kSteep>
    void addLine(double u0, double v0, double u1, double v1);
    void markTiles(int left, int top, int right, int bottom);
    void resolve(QRgb color);

    QRgb* m_pixels;
    int m_width, m_stride, m_top, m_bottom;
    int m_tileColumns, m_tileRows;
    std::vector<std::uint16_t> m_through;  ///< 65535: nothing drawn yet
    std::vector<std::uint8_t> m_isTouched; ///< tiles
    double m_halfWidth = 0.5;
    double m_alpha = 1;
    std::array<Table, kSlopes + 1> m_tables;
    std::array<Below, kSlopes + 1> m_below;
};

} // namespace weavemap::ui
