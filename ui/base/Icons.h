// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>
#include <QStringList>

#include "ui/base/Theme.h"

class QPainter;
class QRectF;

namespace weavemap::ui {

/// Icon `name` ("call", "chevron-down"; see resources/icons) in the colour of `role`, following the theme. Disabled at
/// 45 %. An unknown name gives a null icon.
QIcon icon(const QString& name, ColorRole role = ColorRole::muted);
/// The same with another role where the icon is on (checked or chosen).
QIcon icon(const QString& name, ColorRole role, ColorRole onRole);
/// One colour for good: group colours, painting on a page.
QPixmap iconPixmap(const QString& name, const QColor& color, int side, double ratio);
/// Paints it straight into `rect` (square, device-independent px); vector on vector devices.
void paintIcon(QPainter* painter, const QString& name, const QColor& color, const QRectF& rect);
/// The app's mark: two strands crossing, one in ink and one in accent.
QIcon appMark();
void paintAppMark(QPainter* painter, const QRectF& rect, const Theme& theme);
/// Every icon there is.
QStringList iconNames();

} // namespace weavemap::ui
