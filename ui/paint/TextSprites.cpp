// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TextSprites.h"

#include <cmath>
#include <compare>
#include <map>
#include <mutex>
#include <tuple>

#include <QImage>
#include <QPainter>

#include "ui/paint/MapPicture.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui::textsprites {

namespace {

using Key = std::tuple<QString, QString, float, bool, QRgb, QRgb, float, double>;

struct Sprite
{
    QImage image;
    QPoint origin; ///< the baseline's left end
};

Sprite drawn(const PictureText& text, const QString& family, double ratio)
{
    // Glyphs may reach beyond their advance and above a capital's accent: half an em of room all around.
    const double room = static_cast<double>(text.px) * 0.5 + static_cast<double>(text.haloWidth) + 1;
    const QRectF box =
        QRectF(QPointF(0, text.box.top() - text.baseline.y()), text.box.size()).adjusted(-room, -room, room, room);
    Sprite sprite;
    sprite.origin =
        QPoint(static_cast<int>(std::ceil(-box.left() * ratio)), static_cast<int>(std::ceil(-box.top() * ratio)));
    const QSize size(sprite.origin.x() + static_cast<int>(std::ceil(box.right() * ratio)),
                     sprite.origin.y() + static_cast<int>(std::ceil(box.bottom() * ratio)));
    sprite.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    sprite.image.fill(Qt::transparent);
    QPainter painter(&sprite.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(sprite.origin);
    painter.scale(ratio, ratio);
    PictureText centred = text;
    centred.baseline = QPointF(0, 0);
    paintText(painter, centred, family, TextInk::outline);
    return sprite;
}

/// Sprites of recent pictures; emptied when full, as a map shows a few dozen labels at a time.
class Cache
{
public:
    Sprite spriteOf(const PictureText& text, const QString& family, double ratio)
    {
        const Key key(text.text, family, text.px, text.bold, text.color.rgba(), text.halo.rgba(), text.haloWidth,
                      ratio);
        {
            const std::scoped_lock lock(m_mutex);
            if (const auto found = m_sprites.find(key); found != m_sprites.end())
                return found->second;
        }
        Sprite sprite = drawn(text, family, ratio);
        const std::scoped_lock lock(m_mutex);
        if (m_sprites.size() >= kMostSprites)
            m_sprites.clear();
        m_sprites.emplace(key, sprite);
        return sprite;
    }

private:
    static constexpr std::size_t kMostSprites = 1'000;
    std::mutex m_mutex;
    std::map<Key, Sprite> m_sprites;
};

} // namespace

void paint(QPainter& painter, const MapPicture& picture, double ratio)
{
    static Cache cache;
    for (const PictureText& text : picture.texts) {
        if (text.text.isEmpty())
            continue;
        const Sprite sprite = cache.spriteOf(text, picture.fontFamily, ratio);
        painter.drawImage((text.baseline * ratio).toPoint() - sprite.origin, sprite.image);
    }
}

} // namespace weavemap::ui::textsprites
