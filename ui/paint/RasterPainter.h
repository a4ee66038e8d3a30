// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// Paints a picture into an image: for the screen and for PNG. Ties go through an own antialiased line accumulator,
/// people are cached sprites, text is drawn by QPainter. Stateless; call from any thread.
class RasterPainter
{
public:
    /// An opaque image of viewport.size * devicePixelRatio pixels (ratio set on it). Error: `cancelled`.
    static Result<QImage> render(const MapPicture& picture, double devicePixelRatio, const RunContext& run = {});
};

} // namespace weavemap::ui
