// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

struct MapGround;

/// What a picture takes over from the one before, of the same view, from which it differs by the places of chosen
/// people alone.
struct MapFollowing
{
    const MapPicture& before;
    const std::vector<bool>& moved;          ///< of each person
    std::shared_ptr<const MapGround> ground; ///< of the places now; null where none is drawn
};

/// Makes a picture from values. Pure: the same input gives the same picture, on any thread; needs a QGuiApplication for
/// the fonts only. Linear in people and ties but for hulls (groups x field) and labels.
///
/// `previous`: an earlier picture whose hulls and fog are reused if nothing they rest on has changed (panning, zooming,
/// hover, selection). `following`: what else is taken over (see `nextMapPicture`). Error: `cancelled`.
Result<std::shared_ptr<const MapPicture>> buildMapPicture(const MapInput& input, const MapViewport& viewport,
                                                          const RunContext& run = {},
                                                          const MapPicture* previous = nullptr,
                                                          const MapFollowing* following = nullptr);

} // namespace weavemap::ui
