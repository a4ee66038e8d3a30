// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/DiscSprites.h"

#include <cmath>

#include <QPainter>

#include "ui/paint/PictureParts.h"

namespace weavemap::ui {

namespace {
constexpr int kShifts = 4;
constexpr std::size_t kManyDiscs = 1'500;
constexpr double kRingGap = 2;

int sixteenths(float px) { return static_cast<int>(std::lround(px * 16.0F)); }
int steps(float px, float size) { return static_cast<int>(std::lround(px / size)); }
} // namespace

void DiscSprites::paint(QPainter& painter, std::span<const PictureDisc> discs)
{
    // So many discs are small ones: coarser steps of place and size make fewer sprites.
    const bool isCrowd = discs.size() > kManyDiscs;
    const int shifts = isCrowd ? kShifts / 2 : kShifts;
    const float radiusStep = isCrowd ? 0.25F : 1.0F / 16.0F;
    for (const PictureDisc& disc : discs) {
        const double x = disc.at.x() * m_ratio, y = disc.at.y() * m_ratio;
        const double quarterX = std::round(x * shifts), quarterY = std::round(y * shifts);
        const int wholeX = static_cast<int>(std::floor(quarterX / shifts));
        const int wholeY = static_cast<int>(std::floor(quarterY / shifts));
        const int shiftX = static_cast<int>(quarterX) - wholeX * shifts;
        const int shiftY = static_cast<int>(quarterY) - wholeY * shifts;
        const Key key{disc.fill,
                      disc.edge,
                      disc.ring,
                      steps(disc.radius, radiusStep),
                      sixteenths(disc.edgeWidth),
                      sixteenths(disc.gap),
                      sixteenths(disc.ringWidth),
                      static_cast<int>(disc.shape),
                      shiftX,
                      shiftY};
        Sprite& sprite = m_sprites[key];
        if (sprite.image.isNull()) {
            // A diamond's corner reaches 1.26 radii out.
            const double reach =
                (static_cast<double>(disc.radius) * 1.26 + static_cast<double>(disc.gap) +
                 (disc.ringWidth > 0 ? (kRingGap + static_cast<double>(disc.ringWidth)) * 1.26 : 0.0)) *
                m_ratio;
            sprite.half = static_cast<int>(std::ceil(reach)) + 2;
            sprite.image = QImage(2 * sprite.half + 1, 2 * sprite.half + 1, QImage::Format_ARGB32_Premultiplied);
            sprite.image.fill(Qt::transparent);
            QPainter inner(&sprite.image);
            inner.setRenderHint(QPainter::Antialiasing);
            inner.translate(sprite.half + static_cast<double>(shiftX) / shifts,
                            sprite.half + static_cast<double>(shiftY) / shifts);
            inner.scale(m_ratio, m_ratio);
            PictureDisc centred = disc;
            centred.at = QPointF(0, 0);
            centred.radius = static_cast<float>(key.radius) * radiusStep;
            parts::paintDisc(inner, centred, m_canvas);
        }
        painter.drawImage(QPoint(wholeX - sprite.half, wholeY - sprite.half), sprite.image);
    }
}

} // namespace weavemap::ui
