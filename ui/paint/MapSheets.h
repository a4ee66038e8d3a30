// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

#include "ui/paint/MapPage.h"

class QPainter;

namespace weavemap::ui {

/// One sheet of a poster; px.
struct MapSheet
{
    int number = 1, row = 1, column = 1;
    QRectF part; ///< of the page: what it shows, its share of the overlaps included
    QRectF cut;  ///< of the page: where it is cut, in the middle of the overlaps
    QPointF at;  ///< of the sheet: where the part's corner lies
};

/// The sheets of a page, row by row; one that is all of the paper where the page is no poster.
std::vector<MapSheet> sheetsOf(const MapPage& page);

/// Paints the marks where a sheet of a poster is cut, and which one it is, in px from the sheet's corner.
void paintSheetMarks(QPainter& painter, const MapPage& page, const MapSheet& sheet, const MapColors& colors);

} // namespace weavemap::ui
