// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QRectF>
#include <QString>

class QWidget;

namespace weavemap::gallery {

/// A line of text as a widget drew it, in the widget's own coordinates.
struct DrawnText
{
    QString text;
    QRectF ink;  ///< what its letters cover
    QRectF clip; ///< what the painter let through
};

/// Every text that `widget` itself draws, its children left out, in the order it is drawn. Nothing is drawn on the
/// screen; text that was made into an image or a path before is not seen.
std::vector<DrawnText> drawnTexts(QWidget& widget);

} // namespace weavemap::gallery
