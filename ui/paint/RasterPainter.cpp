// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/RasterPainter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <QBrush>
#include <QPainter>
#include <QTransform>

#include "ui/paint/DiscSprites.h"
#include "ui/paint/LineAccumulator.h"
#include "ui/paint/Parallel.h"
#include "ui/paint/PictureParts.h"
#include "ui/paint/TextSprites.h"

namespace weavemap::ui {

namespace {

constexpr int kLargestSide = 16'000;
constexpr int kSpareRows = 4;

/// Of the rows [top, bottom).
void paintDiscs(QImage& image, std::span<const PlacedSprite> discs, int top, int bottom)
{
    if (discs.empty())
        return;
    const qsizetype line = image.bytesPerLine();
    QImage rows(image.bits() + top * line, image.width(), bottom - top, line, image.format());
    QPainter painter(&rows);
    for (const auto& [at, sprite] : discs)
        if (at.y() < bottom && at.y() + sprite->image.height() > top)
            painter.drawImage(QPoint(at.x(), at.y() - top), sprite->image);
}

void paintFog(QPainter& painter, const MapPicture& picture)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const PictureFog& fog : picture.fog) {
        if (fog.veil.isNull())
            continue;
        // Filling the hull with the veil as a texture keeps the hull's edge smooth, which clipping would not.
        QBrush brush(fog.veil);
        brush.setTransform(QTransform(fog.target.width() / fog.veil.width(), 0, 0,
                                      fog.target.height() / fog.veil.height(), fog.target.left(), fog.target.top()));
        painter.fillPath(picture.hulls[static_cast<std::size_t>(fog.hull)].path, brush);
    }
}

/// Hulls and fog of rows [top, bottom), copied into `image`. Painted where they stand, on an image of the same size,
/// with rows to spare above and below: Qt cuts an outline at an edge a little otherwise than within, and bands must not
/// show.
void paintGround(QImage& image, const MapPicture& picture, double ratio, int top, int bottom)
{
    const int first = std::max(0, top - kSpareRows), last = std::min(image.height(), bottom + kSpareRows);
    QImage whole(image.size(), image.format()); // rows that are not touched take no memory
    QPainter painter(&whole);
    painter.setClipRect(0, first, image.width(), last - first);
    painter.fillRect(whole.rect(), picture.canvas);
    painter.scale(ratio, ratio);
    painter.setRenderHint(QPainter::Antialiasing);
    parts::paintHulls(painter, picture);
    paintFog(painter, picture);
    parts::paintHullEdges(painter, picture);
    painter.end();
    std::memcpy(image.bits() + top * image.bytesPerLine(), whole.constScanLine(top),
                static_cast<std::size_t>((bottom - top) * image.bytesPerLine()));
}

} // namespace

Result<QImage> RasterPainter::render(const MapPicture& picture, double devicePixelRatio, const RunContext& run)
{
    const double ratio = std::clamp(devicePixelRatio, 0.1, 8.0);
    const QSize size(std::clamp(static_cast<int>(std::ceil(picture.viewport.size.width() * ratio)), 1, kLargestSide),
                     std::clamp(static_cast<int>(std::ceil(picture.viewport.size.height() * ratio)), 1, kLargestSide));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::internal, {"image"});
    std::unique_ptr<DiscSprites> sprites = DiscSpriteShelf::take(ratio, picture.canvas.rgb());
    const std::vector<PlacedSprite> placed = sprites->place(picture.discs);
    const std::span<const PlacedSprite> discs(placed);
    image.detach();
    // Each band of rows is painted by one thread; what few there are of is painted in one go between.
    const int bands = bandCount(image.height(), run);
    const auto inBands = [&](const auto& paint) {
        inParallel(bands, run, [&](int band) {
            if (!run.cancelled())
                paint(image.height() * band / bands, image.height() * (band + 1) / bands);
        });
    };
    inBands([&](int top, int bottom) {
        paintGround(image, picture, ratio, top, bottom);
        paintDiscs(image, discs.first(picture.lowDiscs), top, bottom);
        if (!picture.segments.empty() && !run.cancelled())
            LineAccumulator(reinterpret_cast<QRgb*>(image.bits()), image.width(),
                            static_cast<int>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb))), top, bottom)
                .draw(picture.ties, picture.segments, ratio);
    });
    {
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        painter.setRenderHint(QPainter::Antialiasing);
        parts::paintArrows(painter, picture);
        parts::paintGlows(painter, picture);
    }
    inBands([&](int top, int bottom) { paintDiscs(image, discs.subspan(picture.lowDiscs), top, bottom); });
    {
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        painter.setRenderHint(QPainter::Antialiasing);
        parts::paintRings(painter, picture);
        parts::paintLeaders(painter, picture);
        painter.resetTransform();
        textsprites::paint(painter, picture, ratio);
    }
    DiscSpriteShelf::giveBack(std::move(sprites));
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace weavemap::ui
