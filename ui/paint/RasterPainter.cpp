// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/RasterPainter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <QPainter>

#include "ui/paint/DiscSprites.h"
#include "ui/paint/GroundChange.h"
#include "ui/paint/GroundRaster.h"
#include "ui/paint/LineAccumulator.h"
#include "ui/paint/Parallel.h"
#include "ui/paint/PictureParts.h"
#include "ui/paint/TextSprites.h"

namespace weavemap::ui {

namespace {

constexpr int kLargestSide = 16'000;

/// Rows [top, bottom) of an image.
struct Rows
{
    int top = 0, bottom = 0;
};

/// Of these rows.
void paintDiscs(QImage& image, std::span<const PlacedSprite> discs, Rows rows)
{
    if (discs.empty() || rows.top >= rows.bottom)
        return;
    const qsizetype line = image.bytesPerLine();
    QImage part(image.bits() + rows.top * line, image.width(), rows.bottom - rows.top, line, image.format());
    QPainter painter(&part);
    for (const auto& [at, sprite] : discs)
        if (at.y() < rows.bottom && at.y() + sprite->image.height() > rows.top)
            painter.drawImage(QPoint(at.x(), at.y() - rows.top), sprite->image);
}

/// Draws one picture at one ratio. Each band of rows is painted by one thread; what few there are of is painted in one
/// go between.
class Painting
{
public:
    Painting(const MapPicture& picture, double ratio, const RunContext& run)
        : m_picture(picture), m_ratio(ratio), m_run(run), m_sprites(DiscSpriteShelf::take(ratio, picture.canvas.rgb())),
          m_placed(m_sprites->place(picture.discs))
    {}
    ~Painting() { DiscSpriteShelf::giveBack(std::move(m_sprites)); }
    Painting(const Painting&) = delete;
    Painting& operator=(const Painting&) = delete;

    /// Canvas, hulls, fog, discs and ties below those of what is chosen.
    void paintBelow(QImage& image, Rows rows) const
    {
        const GroundRaster ground(m_picture, m_ratio);
        inBands(image, rows, [&](Rows band) {
            ground.paint(pixelsOf(image), image.width(), strideOf(image), band.top, band.bottom);
            LineAccumulator lines(pixelsOf(image), image.width(), strideOf(image), band.top, band.bottom);
            lines.draw(ground.edges(), ground.edgePieces(), m_ratio);
            paintDiscs(image, std::span(m_placed).first(m_picture.lowDiscs), band);
            if (!m_run.cancelled())
                lines.draw(std::span(m_picture.ties).first(m_picture.lowTies), m_picture.segments, m_ratio);
        });
    }
    /// Everything else. `below`: an image to begin from; null: what is there.
    void paintAbove(QImage& image, const QImage& below) const
    {
        const Rows all{0, image.height()};
        inBands(image, all, [&](Rows band) {
            if (!below.isNull())
                std::memcpy(image.bits() + band.top * image.bytesPerLine(), below.constScanLine(band.top),
                            static_cast<std::size_t>((band.bottom - band.top) * image.bytesPerLine()));
            if (m_picture.lowTies < m_picture.ties.size())
                LineAccumulator(pixelsOf(image), image.width(), strideOf(image), band.top, band.bottom)
                    .draw(std::span(m_picture.ties).subspan(m_picture.lowTies), m_picture.segments, m_ratio);
        });
        {
            QPainter painter(&image);
            painter.scale(m_ratio, m_ratio);
            painter.setRenderHint(QPainter::Antialiasing);
            parts::paintArrows(painter, m_picture);
            parts::paintGlows(painter, m_picture);
        }
        inBands(image, all,
                [&](Rows band) { paintDiscs(image, std::span(m_placed).subspan(m_picture.lowDiscs), band); });
        QPainter painter(&image);
        painter.scale(m_ratio, m_ratio);
        painter.setRenderHint(QPainter::Antialiasing);
        parts::paintRings(painter, m_picture);
        parts::paintLeaders(painter, m_picture);
        painter.resetTransform();
        textsprites::paint(painter, m_picture, m_ratio);
    }

private:
    static QRgb* pixelsOf(QImage& image) { return reinterpret_cast<QRgb*>(image.bits()); }
    static int strideOf(const QImage& image)
    {
        return static_cast<int>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)));
    }

    template <class Paint>
    void inBands(QImage& image, Rows rows, const Paint& paint) const
    {
        image.detach();
        const int height = rows.bottom - rows.top, bands = bandCount(height, m_run);
        inParallel(bands, m_run, [&](int band) {
            if (!m_run.cancelled())
                paint(Rows{rows.top + height * band / bands, rows.top + height * (band + 1) / bands});
        });
    }

    const MapPicture& m_picture;
    double m_ratio;
    const RunContext& m_run;
    std::unique_ptr<DiscSprites> m_sprites;
    std::vector<PlacedSprite> m_placed;
};

QSize imageSize(const MapPicture& picture, double ratio)
{
    return {std::clamp(static_cast<int>(std::ceil(picture.viewport.size.width() * ratio)), 1, kLargestSide),
            std::clamp(static_cast<int>(std::ceil(picture.viewport.size.height() * ratio)), 1, kLargestSide)};
}

double usable(double ratio) { return std::clamp(ratio, 0.1, 8.0); }

bool isSameView(const MapPicture& a, const MapPicture& b)
{
    return a.viewport.size == b.viewport.size && a.viewport.centre.x() == b.viewport.centre.x() &&
           a.viewport.centre.y() == b.viewport.centre.y() && a.viewport.scale == b.viewport.scale &&
           a.viewport.zoom == b.viewport.zoom;
}

bool haveSameLowTies(const MapPicture& a, const MapPicture& b)
{
    if (a.lowTies != b.lowTies)
        return false;
    for (std::size_t i = 0; i < a.lowTies; ++i) {
        const TieClass &one = a.ties[i], &other = b.ties[i];
        if (one.color != other.color || one.alpha != other.alpha || one.width != other.width ||
            one.begin != other.begin || one.end != other.end)
            return false;
    }
    const std::size_t pieces = a.lowTies == 0 ? 0 : a.ties[a.lowTies - 1].end;
    static_assert(sizeof(TieSegment) == 4 * sizeof(float));
    return pieces == 0 || std::memcmp(a.segments.data(), b.segments.data(), pieces * sizeof(TieSegment)) == 0;
}

/// The rows of `below` that must be painted again for another picture of its view.
Rows rowsToRepaint(const MapPicture& before, const MapPicture& now, const QImage& below, double ratio)
{
    const Rows all{0, below.height()};
    if (before.canvas != now.canvas || before.lowDiscs != 0 || now.lowDiscs != 0 || !haveSameLowTies(before, now))
        return all;
    const std::optional<ChangedRows> changed = changedGround(before, now);
    if (!changed)
        return all;
    if (changed->isEmpty())
        return {};
    const auto row = [&](double px) {
        return static_cast<int>(std::clamp(std::floor(px * ratio), 0.0, static_cast<double>(below.height())));
    };
    return {row(changed->top), std::min(below.height(), row(changed->bottom) + 1)};
}

} // namespace

Result<QImage> RasterPainter::render(const MapPicture& picture, double devicePixelRatio, const RunContext& run)
{
    const double ratio = usable(devicePixelRatio);
    QImage image(imageSize(picture, ratio), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::internal, {"image"});
    const Painting painting(picture, ratio, run);
    painting.paintBelow(image, {0, image.height()});
    painting.paintAbove(image, {});
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    image.setDevicePixelRatio(ratio);
    return image;
}

Result<QImage> RasterPainter::render(const std::shared_ptr<const MapPicture>& picture, double devicePixelRatio,
                                     RasterKeep& keep, const RunContext& run)
{
    const double ratio = usable(devicePixelRatio);
    RasterKeep before = std::exchange(keep, {});
    if (!before.picture || before.ratio != ratio || !isSameView(*before.picture, *picture)) {
        Result<QImage> image = render(*picture, devicePixelRatio, run);
        if (image)
            keep = {picture, ratio, {}};
        return image;
    }
    QImage below = std::move(before.below);
    const bool isKept = !below.isNull();
    QImage image(imageSize(*picture, ratio), QImage::Format_RGB32);
    if (!isKept)
        below = QImage(image.size(), image.format());
    if (image.isNull() || below.isNull())
        return fail(ErrorCode::internal, {"image"});
    const Painting painting(*picture, ratio, run);
    const Rows rows = isKept ? rowsToRepaint(*before.picture, *picture, below, ratio) : Rows{0, below.height()};
    if (rows.top < rows.bottom)
        painting.paintBelow(below, rows);
    painting.paintAbove(image, below);
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    keep = {picture, ratio, std::move(below)};
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace weavemap::ui
