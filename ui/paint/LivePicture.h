// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/LiveGround.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPicture.h"
#include "ui/paint/RasterPainter.h"

namespace weavemap::ui {

/// What the pictures of one canvas keep from one to the next. One owner at a time.
struct LiveMap
{
    std::shared_ptr<const MapInput> input; ///< of the last picture
    std::shared_ptr<const MapPicture> picture;
    LiveGround ground;
    RasterKeep raster;
};

/// Whether the people who are chosen are under the hand.
enum class MapHand { off, moving };

/// The next picture of a canvas, kept in `live`. With `off` it is the one of `buildMapPicture`. While a hand moves
/// people it is made from the last one: discs, ties, hulls and fog are where they would be, all texts stay but for
/// those of the moved; once the hand is off, everything is made anew. Error: `cancelled`.
Result<std::shared_ptr<const MapPicture>> nextMapPicture(const std::shared_ptr<const MapInput>& input,
                                                         const MapViewport& viewport, MapHand hand, LiveMap& live,
                                                         const RunContext& run);

} // namespace weavemap::ui
