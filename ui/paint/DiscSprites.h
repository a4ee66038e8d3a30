// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include <QImage>
#include <QPoint>
#include <QRgb>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// A look of a disc as a small image; copied to wherever it is seen.
struct DiscSprite
{
    QImage image;
    int half = 0; ///< device pixels from the corner to the whole pixel of the disc's centre
};

/// Where a sprite goes: its upper left corner in device pixels.
struct PlacedSprite
{
    QPoint at;
    const DiscSprite* sprite = nullptr;
};

/// Makes sprites of discs: each look is drawn once for each quarter of a pixel it stands at (each half where there are
/// very many). One owner, one thread.
class DiscSprites
{
public:
    DiscSprites(double ratio, QRgb canvas) : m_ratio(ratio), m_canvas(canvas) {}

    bool isFor(double ratio, QRgb canvas) const { return ratio == m_ratio && canvas == m_canvas; }
    std::size_t size() const { return m_sprites.size(); }
    /// In the order of the discs; the sprites live as long as this.
    std::vector<PlacedSprite> place(std::span<const PictureDisc> discs);

private:
    struct Key
    {
        QRgb fill, edge, ring;
        int radius;                    ///< 1/64 px
        int edgeWidth, gap, ringWidth; ///< 1/64 px
        int shape, ringArcs, mark;
        QRgb sign; ///< colour of the mark
        int shiftX, shiftY, shifts;
        auto operator<=>(const Key&) const = default;
    };

    const DiscSprite& spriteOf(const Key& key);

    double m_ratio;
    QRgb m_canvas;
    std::map<Key, DiscSprite> m_sprites;
};

/// Sprites that outlast a picture, so that the next one finds them made. What it lends belongs to one owner at a time.
class DiscSpriteShelf
{
public:
    static std::unique_ptr<DiscSprites> take(double ratio, QRgb canvas);
    static void giveBack(std::unique_ptr<DiscSprites> sprites);
};

} // namespace weavemap::ui
