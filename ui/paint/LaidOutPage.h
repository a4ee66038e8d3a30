// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QLineF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// A page with a map on it, every line of text broken and every sample placed; px of 1/96 inch, of which each takes
/// `scale` px of the paper.
struct LaidOutPage
{
    struct Sample
    {
        QRectF box;
        LegendEntry entry;
    };
    QSizeF size;
    double scale = 1;
    QRectF mapRect; ///< where the picture lies; whole, even px
    std::shared_ptr<const MapPicture> picture;
    std::vector<PictureText> texts;
    std::vector<QLineF> rules;
    std::vector<Sample> samples;
    MapColors colors;
    QString title;
    bool transparent = false;
};

} // namespace weavemap::ui
