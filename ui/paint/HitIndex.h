// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

#include "core/layout/SpatialIndex.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// What a picture answers hits from: discs by place, and the curves of the drawn ties.
struct MapPicture::HitIndex
{
    struct Curve
    {
        QPointF a, c, b;
        std::uint32_t tie;
    };
    layout::SpatialIndex discs; ///< in the order of MapPicture::discs
    std::vector<Curve> ties;
};

} // namespace weavemap::ui
