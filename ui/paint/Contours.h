// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPainterPath>
#include <QPointF>

namespace weavemap::ui {

/// A scalar field on a regular grid: `values[row * columns + column]` stands at origin + cell * (column, row).
struct FieldGrid
{
    int columns = 0;
    int rows = 0;
    QPointF origin;
    double cell = 1;
    std::vector<float> values;

    float at(int column, int row) const
    {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

using Loop = std::vector<QPointF>;

/// The closed lines on which the field equals `level` (marching squares, linear between grid points, saddles by their
/// mean). Loops around higher values have a positive `loopArea`, holes a negative one. The field must be below the
/// level all along its border. O(cells), in a fixed order.
std::vector<Loop> contoursOf(const FieldGrid& field, float level);

/// Signed area of a closed loop.
double loopArea(const Loop& loop);

/// Whether a point is inside a closed loop (even-odd).
bool isInside(const Loop& loop, QPointF point);

/// Adds a loop to a path as a smooth closed curve (quadratic pieces between the middles of its sides).
void addSmoothLoop(QPainterPath& path, const Loop& loop);

} // namespace weavemap::ui
