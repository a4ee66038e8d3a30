// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::layout {

/// A point in map units; x grows to the right, y downwards.
struct Point
{
    double x = 0.0;
    double y = 0.0;

    bool operator==(const Point&) const = default;
};

/// A disc in map units.
struct Disc
{
    double x = 0.0;
    double y = 0.0;
    double radius = 0.0;

    bool operator==(const Disc&) const = default;
};

/// A rectangle: left and top corner, width, height. A width or height of 0 or less holds nothing.
struct Rect
{
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool isEmpty() const { return width <= 0.0 || height <= 0.0; }
    bool contains(const Point& p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
    bool contains(const Rect& r) const
    {
        return r.x >= x && r.right() <= right() && r.y >= y && r.bottom() <= bottom();
    }
    /// Whether the two share an area; touching sides do not.
    bool intersects(const Rect& r) const { return x < r.right() && r.x < right() && y < r.bottom() && r.y < bottom(); }
    bool intersects(const Disc& d) const
    {
        const double dx = d.x < x ? x - d.x : (d.x > right() ? d.x - right() : 0.0);
        const double dy = d.y < y ? y - d.y : (d.y > bottom() ? d.y - bottom() : 0.0);
        return dx * dx + dy * dy < d.radius * d.radius;
    }
    Rect grown(double margin) const { return {x - margin, y - margin, width + 2.0 * margin, height + 2.0 * margin}; }
    /// The smallest rectangle that holds both. Either may be a line or a point.
    Rect united(const Rect& r) const
    {
        const double left = x < r.x ? x : r.x;
        const double top = y < r.y ? y : r.y;
        const double toRight = right() > r.right() ? right() : r.right();
        const double toBottom = bottom() > r.bottom() ? bottom() : r.bottom();
        return {left, top, toRight - left, toBottom - top};
    }

    bool operator==(const Rect&) const = default;
};

} // namespace weavemap::layout
