// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>

#include <QImage>
#include <QPointF>
#include <QRgb>

#include "ui/paint/MapPicture.h"

class QPainter;

namespace weavemap::ui {

/// Paints discs by copying: each look is drawn once for each quarter of a pixel it stands at (each half where there
/// are very many). One owner, one thread.
class DiscSprites
{
public:
    DiscSprites(double ratio, QRgb canvas) : m_ratio(ratio), m_canvas(canvas) {}

    /// Paints in device pixels: the painter has no transform.
    void paint(QPainter& painter, std::span<const PictureDisc> discs);

private:
    struct Key
    {
        QRgb fill, edge, ring;
        int radius;                    ///< steps
        int edgeWidth, gap, ringWidth; ///< 1/16 px
        int shape, shiftX, shiftY;
        auto operator<=>(const Key&) const = default;
    };
    struct Sprite
    {
        QImage image;
        int half = 0; ///< device pixels from the corner to the whole pixel of the disc's centre
    };

    double m_ratio;
    QRgb m_canvas;
    std::map<Key, Sprite> m_sprites;
};

} // namespace weavemap::ui
