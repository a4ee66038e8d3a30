// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "ui/base/Theme.h"
#include "ui/chartkit/ChartSpec.h"

class QPainter;
class QRectF;

namespace weavemap::ui {

/// Whether names of people may be written. `leave` is for what goes out: pictures, pages, files.
enum class ChartNames { onScreen, leave };

/// Paints title, subtitle and chart into `rect` (px of a device of 96 dpi, such as a QPdfWriter set to that
/// resolution); vector on vector devices. UI thread.
void paintChart(QPainter* painter, const QRectF& rect, const ChartSpec& spec, const Theme& theme,
                ChartNames names = ChartNames::leave);

/// The chart as a picture on white at `ratio` times its size, without names: for the clipboard and PNG files.
QImage chartImage(const ChartSpec& spec, const QSize& size, double ratio = 2.0);

} // namespace weavemap::ui
