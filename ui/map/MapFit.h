// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// The largest view of everybody in which no disc lies under a floating card. `cards` in px of the canvas: one that
/// takes most of the width or the height cuts its strip off the room there is, the others are only kept free, so that
/// the network may reach into the corner above a card. O(people + cells), whatever the number of people.
MapViewport viewportClearOf(const MapInput& input, QSizeF size, const std::vector<QRectF>& cards);

/// The largest view of these people (places of the map) in which they and their names are clear of the cards, as long
/// as discs stand no closer than in a small network. `whole`: the view of everybody, whose zoom is 1.
MapViewport viewportAround(const std::vector<QPointF>& people, const MapViewport& whole,
                           const std::vector<QRectF>& cards);

/// The place nearest to `wanted` that is in `room`, under none of the cards and beside all `people`; `wanted` where
/// there is none. All in px.
QPointF freeSpot(QPointF wanted, const QRectF& room, const std::vector<QRectF>& cards,
                 const std::vector<QPointF>& people);

/// Places for several beside all `people` and each other, in rows round `wanted`: those that are in `room` and under
/// none of the cards first, the nearest before the others; once there are no more of them, those beyond. Always
/// `count`. All in px. O(people + count).
std::vector<QPointF> freeSpots(QPointF wanted, std::size_t count, const QRectF& room, const std::vector<QRectF>& cards,
                               const std::vector<QPointF>& people);

/// Where a card stands, and how many people lie under it there.
struct CardSpot
{
    QPointF corner;
    int hidden = 0;
};

/// Px around the middle of a disc that a card keeps clear of at least.
inline constexpr double kClearOfDiscs = 16;

/// The spot along the edges of `room` where a card lies on nobody and on none of the cards in `taken`, the nearest to
/// `preferred`; where there is none, the one that hides fewest of `first`, and among those fewest of `others`. Who is
/// nearer than `clear` lies under it. All in px. O(people log people), and for each spot O(log people).
CardSpot clearSpot(QSizeF card, QPointF preferred, const QRectF& room, const std::vector<QRectF>& taken,
                   const std::vector<QPointF>& first, const std::vector<QPointF>& others, double clear = kClearOfDiscs);

/// The corner of a card in `room` that leaves a line and the discs at its ends to be seen, as near to the line's middle
/// as can be; nothing where there is no room for that. All in px.
std::optional<QPointF> besideLine(QSizeF card, const QLineF& line, const QRectF& room);

} // namespace weavemap::ui
