// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <QRgb>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Draws the ties of a picture into a band of rows of an image: antialiased straight pieces by a 16 bit buffer of what
/// still shines through, one colour after the other, so that overlaps follow 1 - (1 - a)^n. Coverage of a pixel is the
/// exact one of a line's strip over the pixel's square, read from a table by distance and slope. Pieces that go on from
/// one another with a small turn are one line without seams. One owner, one thread; bands of one image may be drawn at
/// the same time.
class LineAccumulator
{
public:
    /// `pixels`: premultiplied or opaque 32 bit, `stride` pixels from row to row; the band is rows [top, bottom).
    LineAccumulator(QRgb* pixels, int width, int stride, int top, int bottom);

    /// Draws classes in their order, scaled by `scale` (device pixels a px).
    void draw(std::span<const TieClass> classes, const std::vector<TieSegment>& segments, double scale);

private:
    static constexpr int kSlopes = 24; ///< tables between a level and a diagonal line
    static constexpr int kStepsPerPixel = 64;
    static constexpr int kTile = 16;

    /// Opacity (16 bit) by how far a pixel lies across the line, measured along the shorter axis: from -reach to reach.
    struct Table
    {
        int reach = 0;  ///< 1/65536 px
        int pixels = 0; ///< that it reaches over at most
        std::vector<std::uint16_t> ink;
    };
    using Tables = std::array<Table, kSlopes + 1>;
    /// Share of a pixel's square that lies before a line across the way, by distance from -1 to 1 px.
    using Below = std::array<float, 2 * kStepsPerPixel>;
    /// A piece in device pixels, and whether it goes on from the one before and into the next.
    struct Piece
    {
        double x0, y0, x1, y1;
        bool joinsBefore, joinsAfter;
    };

    static Tables makeTables(double halfWidth, double alpha);
    static std::shared_ptr<const Tables> tablesFor(double halfWidth, double alpha);
    static const std::array<Below, kSlopes + 1>& below();
    void addPiece(const Piece& piece);
    template <bool kSteep>
    void addLine(const Piece& piece);
    void markTiles(int left, int top, int right, int bottom);
    void resolve(QRgb color);

    QRgb* m_pixels;
    int m_width, m_stride, m_top, m_bottom;
    int m_tileColumns, m_tileRows;
    std::vector<std::uint16_t> m_through;  ///< 65535: nothing drawn yet
    std::vector<std::uint8_t> m_isTouched; ///< tiles
    double m_halfWidth = 0.5;
    std::shared_ptr<const Tables> m_tables; ///< of the class that is drawn
};

} // namespace weavemap::ui
