// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paint/TextMeasure.h"

class QPainter;

namespace weavemap::ui {

struct MapPicture;

/// Paints a picture through any QPainter: PDF, SVG, print. Vector throughout, text as text; in the order and with the
/// looks of RasterPainter.
class VectorPainter
{
public:
    enum class Canvas { fill, leave };
    /// Paints in picture px from the painter's origin: scale the painter to the paper first. The painter is left as
    /// found.
    static void paint(QPainter& painter, const MapPicture& picture, Canvas canvas = Canvas::fill,
                      TextInk ink = TextInk::text);
};

} // namespace weavemap::ui
