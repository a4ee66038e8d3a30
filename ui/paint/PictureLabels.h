// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

#include "core/base/RunContext.h"
#include "ui/paint/MapPicture.h"
#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

/// Puts the captions of small pieces and people without a tie, the names of the groups at their hulls' outer edges, and
/// the people's labels into a picture whose discs, ties and hulls are there. False where cancelled.
bool addTexts(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
              const std::vector<QPointF>& positions, const RunContext& run);

/// The same for a picture of the same view that differs from `before` by the places of those who `moved` alone: all
/// texts stay where they are but for theirs, which follow them wherever there is room.
bool addTextsLike(MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
                  const std::vector<QPointF>& positions, const MapPicture& before, const std::vector<bool>& moved,
                  const RunContext& run);

} // namespace weavemap::ui
