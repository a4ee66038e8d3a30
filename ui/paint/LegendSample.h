// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;

namespace weavemap::ui {

struct LegendEntry;
struct MapColors;

/// Width of an entry's sample in px: a disc, a line, or discs that grow.
double legendSampleWidth(const LegendEntry& entry);
/// Draws the sample of a legend entry, centred in `box`, as the map draws it. For the legend card and for pages.
void paintLegendSample(QPainter& painter, const QRectF& box, const LegendEntry& entry, const MapColors& colors);

} // namespace weavemap::ui
