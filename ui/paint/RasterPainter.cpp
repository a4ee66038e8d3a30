// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/RasterPainter.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <thread>
#include <vector>

#include <QBrush>
#include <QPainter>
#include <QTransform>

#include "ui/paint/DiscSprites.h"
#include "ui/paint/LineAccumulator.h"
#include "ui/paint/PictureParts.h"
#include "ui/paint/TextSprites.h"

namespace weavemap::ui {

namespace {

constexpr int kLargestSide = 16'000;

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

/// Bands of rows on as many threads as there are; each draws all pieces that touch it.
void drawTies(QImage& image, const MapPicture& picture, double scale, const RunContext& run)
{
    if (picture.segments.empty())
        return;
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const int stride = static_cast<int>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)));
    const int bands = std::clamp(static_cast<int>(run.threads()), 1, 16);
    const auto drawBand = [&](int band) {
        const int top = image.height() * band / bands, bottom = image.height() * (band + 1) / bands;
        LineAccumulator(pixels, image.width(), stride, top, bottom).draw(picture.ties, picture.segments, scale);
    };
    std::vector<std::jthread> threads;
    for (int band = 1; band < bands; ++band)
        threads.emplace_back(drawBand, band);
    drawBand(0);
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
    image.fill(picture.canvas);
    DiscSprites sprites(ratio, picture.canvas.rgb());
    const std::span<const PictureDisc> discs(picture.discs);
    {
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        painter.setRenderHint(QPainter::Antialiasing);
        parts::paintHulls(painter, picture);
        paintFog(painter, picture);
        parts::paintHullEdges(painter, picture);
        painter.resetTransform();
        sprites.paint(painter, discs.first(picture.lowDiscs));
    }
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    drawTies(image, picture, ratio, run);
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    {
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        painter.setRenderHint(QPainter::Antialiasing);
        parts::paintArrows(painter, picture);
        parts::paintGlows(painter, picture);
        painter.resetTransform();
        sprites.paint(painter, discs.subspan(picture.lowDiscs));
        painter.scale(ratio, ratio);
        parts::paintRings(painter, picture);
        parts::paintLeaders(painter, picture);
        painter.resetTransform();
        textsprites::paint(painter, picture, ratio);
    }
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace weavemap::ui
