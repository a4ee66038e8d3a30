// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunContext.h"
#include "ui/paint/MapPicture.h"
#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

/// Cuts all drawn ties into straight pieces by class (colour, opacity, width) and puts them into the picture, with
/// their arrow heads, and their curves into `hits`. `positions`: px, one per person. False where cancelled. O(pieces
/// log classes).
bool addTies(MapPicture& picture, MapPicture::HitIndex& hits, const MapInput& input, const PeopleLooks& looks,
             const std::vector<QPointF>& positions, const RunContext& run);

/// The same for a picture of the same view that differs from `before` by the places of chosen people alone: the ties
/// of all others are taken over.
bool addTiesLike(MapPicture& picture, MapPicture::HitIndex& hits, const MapInput& input, const PeopleLooks& looks,
                 const std::vector<QPointF>& positions, const MapPicture& before, const RunContext& run);

/// Control point of a tie's curve; the middle of its ends where ties are straight. `lane`: place among parallel ties.
QPointF tieControl(QPointF a, QPointF b, TieId id, bool isStraight, double lane);

/// Above this many drawn ties all are straight.
inline constexpr std::size_t kStraightAbove = 20'000;

} // namespace weavemap::ui
