// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/DiscSprites.h"

#include <cmath>
#include <mutex>

#include <QPainter>

#include "ui/paint/PictureParts.h"

namespace weavemap::ui {

namespace {
constexpr int kShifts = 4;
constexpr std::size_t kManyDiscs = 1'500;
constexpr double kRingGap = 2;
constexpr std::size_t kMostKept = 4'000; ///< sprites kept for the next picture
constexpr double kFarthestCorner = 1.56; ///< of a triangle, in radii

constexpr float kKeySteps = 64;

int toKey(float px) { return static_cast<int>(std::lround(px * kKeySteps)); }
float fromKey(int key) { return static_cast<float>(key) / kKeySteps; }
} // namespace

std::vector<PlacedSprite> DiscSprites::place(std::span<const PictureDisc> discs)
{
    // So many discs are small ones: coarser steps of place and size make fewer sprites.
    const bool isCrowd = discs.size() > kManyDiscs;
    const int shifts = isCrowd ? kShifts / 2 : kShifts;
    const float radiusStep = isCrowd ? 0.25F : 1.0F / 16.0F;
    std::vector<PlacedSprite> placed;
    placed.reserve(discs.size());
    for (const PictureDisc& disc : discs) {
        const double x = disc.at.x() * m_ratio, y = disc.at.y() * m_ratio;
        const double quarterX = std::round(x * shifts), quarterY = std::round(y * shifts);
        const int wholeX = static_cast<int>(std::floor(quarterX / shifts));
        const int wholeY = static_cast<int>(std::floor(quarterY / shifts));
        const float radius = std::round(disc.radius / radiusStep) * radiusStep;
        const Key key{disc.fill,
                      disc.edge,
                      disc.ring,
                      toKey(radius),
                      toKey(disc.edgeWidth),
                      toKey(disc.gap),
                      toKey(disc.ringWidth),
                      static_cast<int>(disc.shape),
                      disc.ringArcs,
                      disc.mark,
                      disc.sign,
                      static_cast<int>(quarterX) - wholeX * shifts,
                      static_cast<int>(quarterY) - wholeY * shifts,
                      shifts};
        const DiscSprite& sprite = spriteOf(key);
        placed.push_back({QPoint(wholeX - sprite.half, wholeY - sprite.half), &sprite});
    }
    return placed;
}

/// From the key alone: what was drawn before must not show.
const DiscSprite& DiscSprites::spriteOf(const Key& key)
{
    DiscSprite& sprite = m_sprites[key];
    if (!sprite.image.isNull())
        return sprite;
    PictureDisc disc;
    disc.radius = fromKey(key.radius);
    disc.edgeWidth = fromKey(key.edgeWidth);
    disc.gap = fromKey(key.gap);
    disc.ringWidth = fromKey(key.ringWidth);
    disc.fill = key.fill;
    disc.edge = key.edge;
    disc.ring = key.ring;
    disc.shape = static_cast<MapShape>(key.shape);
    disc.ringArcs = static_cast<std::uint8_t>(key.ringArcs);
    disc.mark = static_cast<std::uint8_t>(key.mark);
    disc.sign = key.sign;
    const double reach =
        (static_cast<double>(disc.radius) * kFarthestCorner + static_cast<double>(disc.gap) +
         (disc.ringWidth > 0 ? (kRingGap + static_cast<double>(disc.ringWidth)) * kFarthestCorner : 0.0)) *
        m_ratio;
    sprite.half = static_cast<int>(std::ceil(reach)) + 2;
    sprite.image = QImage(2 * sprite.half + 1, 2 * sprite.half + 1, QImage::Format_ARGB32_Premultiplied);
    sprite.image.fill(Qt::transparent);
    QPainter inner(&sprite.image);
    inner.setRenderHint(QPainter::Antialiasing);
    inner.translate(sprite.half + static_cast<double>(key.shiftX) / key.shifts,
                    sprite.half + static_cast<double>(key.shiftY) / key.shifts);
    inner.scale(m_ratio, m_ratio);
    parts::paintDisc(inner, disc, m_canvas);
    return sprite;
}

namespace {
struct Shelf
{
    std::mutex mutex;
    std::unique_ptr<DiscSprites> sprites;
};
Shelf& shelf()
{
    static Shelf one;
    return one;
}
} // namespace

std::unique_ptr<DiscSprites> DiscSpriteShelf::take(double ratio, QRgb canvas)
{
    {
        const std::scoped_lock lock(shelf().mutex);
        if (shelf().sprites && shelf().sprites->isFor(ratio, canvas))
            return std::move(shelf().sprites);
    }
    return std::make_unique<DiscSprites>(ratio, canvas);
}

void DiscSpriteShelf::giveBack(std::unique_ptr<DiscSprites> sprites)
{
    const std::scoped_lock lock(shelf().mutex);
    if (sprites->size() <= kMostKept)
        shelf().sprites = std::move(sprites);
}

} // namespace weavemap::ui
