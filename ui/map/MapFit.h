// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QRectF>
#include <QSizeF>

#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// The largest view of everybody in which no disc lies under a floating card. `cards` in px of the canvas: one that
/// takes most of the width or the height cuts its strip off the room there is, the others are only kept free, so that
/// the network may reach into the corner above a card. O(people + cells), whatever the number of people.
MapViewport viewportClearOf(const MapInput& input, QSizeF size, const std::vector<QRectF>& cards);

} // namespace weavemap::ui
