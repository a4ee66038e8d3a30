// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QImage>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// What the next picture of the same view can take over: the map below the ties of what is chosen. While somebody is
/// dragged it stays as it is but for the rows in which hulls or fog follow the hand. One owner at a time.
struct RasterKeep
{
    std::shared_ptr<const MapPicture> picture; ///< what was painted last
    double ratio = 0;
    QImage below; ///< null until two pictures of one view came one after the other
};

/// Paints a picture into an image: for the screen and for PNG. Ties go through an own antialiased line accumulator,
/// people are cached sprites, text is drawn by QPainter. Stateless; call from any thread.
class RasterPainter
{
public:
    /// An opaque image of viewport.size * devicePixelRatio pixels (ratio set on it). Error: `cancelled`.
    static Result<QImage> render(const MapPicture& picture, double devicePixelRatio, const RunContext& run = {});
    /// The same image to the bit, from what `keep` has of the picture before; keeps this one.
    static Result<QImage> render(const std::shared_ptr<const MapPicture>& picture, double devicePixelRatio,
                                 RasterKeep& keep, const RunContext& run = {});
};

} // namespace weavemap::ui
