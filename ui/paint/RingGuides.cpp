// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/RingGuides.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "ui/paint/HitIndex.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr double kInk = 0.34; ///< of the muted colour
constexpr float kWidth = 1.0F;
constexpr double kLeastRadius = 16; ///< px: a smaller ring is hidden by the disc in the middle
constexpr int kTurns = 48;          ///< places tried on a ring, from its top
constexpr double kHaloWidth = 2.4, kHaloOpacity = 0.88;
constexpr double kAlone = 3;   ///< px round a caption
constexpr double kDisc = 10.0; ///< what a disc under a caption costs, in half turns from the top

} // namespace

void addRingGuides(MapPicture& picture, const MapInput& input)
{
    const MapColors& colors = input.style.colors;
    for (const double radius : input.rings.radii) {
        const double px = radius * picture.viewport.scale;
        if (!std::isfinite(px) || px < kLeastRadius)
            continue;
        picture.guides.push_back({picture.viewport.toPixels(input.rings.centre), static_cast<float>(px), kWidth,
                                  mixed(colors.canvas, colors.muted, kInk)});
    }
}

void addRingCaptions(MapPicture& picture, const MapInput& input)
{
    const QRectF window = QRectF(QPointF(0, 0), picture.viewport.size).adjusted(4, 4, -4, -4);
    const auto& cards = picture.viewport.obstacles;
    for (std::size_t ring = 0; ring < input.rings.radii.size(); ++ring) {
        const double px = input.rings.radii[ring] * picture.viewport.scale;
        if (!std::isfinite(px) || px < kLeastRadius)
            continue;
        PictureText text =
            makeText(PaintWords::steps(static_cast<int>(ring) + 1), {}, picture.fontFamily, textpx::kSmall, false);
        const QPointF middle = picture.viewport.toPixels(input.rings.centre);
        double best = std::numeric_limits<double>::max();
        QRectF chosen;
        for (int turn = 0; turn < kTurns; ++turn) {
            const double angle = 2 * std::numbers::pi * turn / kTurns;
            QRectF box = text.box;
            box.moveCenter(middle + px * QPointF(std::sin(angle), -std::cos(angle)));
            const QRectF room = box.adjusted(-kAlone, -kAlone, kAlone, kAlone);
            const auto meets = [&room](const QRectF& other) { return other.intersects(room); };
            if (!window.contains(box) || std::any_of(cards.begin(), cards.end(), meets) ||
                std::any_of(picture.texts.begin(), picture.texts.end(),
                            [&](const PictureText& other) { return meets(other.box); }))
                continue;
            const auto discs = picture.hits->discs.touching({room.x(), room.y(), room.width(), room.height()}).size();
            const double cost = kDisc * static_cast<double>(discs) + 1 - std::cos(angle);
            if (cost < best) {
                best = cost;
                chosen = box;
            }
        }
        if (chosen.isEmpty())
            continue;
        text.box = chosen;
        text.baseline = chosen.topLeft() + QPointF(0, kAscent * static_cast<double>(text.px));
        text.color = input.style.colors.muted;
        text.halo = input.style.colors.canvas;
        text.halo.setAlphaF(static_cast<float>(kHaloOpacity));
        text.haloWidth = static_cast<float>(kHaloWidth);
        text.role = TextRole::areaCaption;
        picture.texts.push_back(std::move(text));
    }
}

} // namespace weavemap::ui
