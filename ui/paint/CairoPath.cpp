// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/CairoPath.h"

#include <algorithm>
#include <cmath>

#include <QPainterPath>

namespace weavemap::ui {

namespace {

constexpr double kFarthest = 4e6; ///< cairo counts to 2^23

QPointF within(QPointF at)
{
    const auto held = [](double value) {
        return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0.0;
    };
    return {held(at.x()), held(at.y())};
}

} // namespace

void addPath(cairo_t* onto, const QPainterPath& path, double scale)
{
    cairo_new_path(onto);
    cairo_set_fill_rule(onto, path.fillRule() == Qt::WindingFill ? CAIRO_FILL_RULE_WINDING : CAIRO_FILL_RULE_EVEN_ODD);
    // Whole units where they are small: short numbers in the file.
    const auto at = [&](int i) {
        const QPointF point = within(QPointF(path.elementAt(i)) * scale);
        return scale > 1 ? QPointF(std::round(point.x()), std::round(point.y())) : point;
    };
    QPointF start, last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF point = at(i);
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement:
            if (i > 0 && last == start)
                cairo_close_path(onto);
            start = point;
            cairo_move_to(onto, point.x(), point.y());
            break;
        case QPainterPath::LineToElement:
            cairo_line_to(onto, point.x(), point.y());
            break;
        case QPainterPath::CurveToElement: {
            const QPointF second = at(i + 1), end = at(i + 2);
            cairo_curve_to(onto, point.x(), point.y(), second.x(), second.y(), end.x(), end.y());
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
        last = at(i);
    }
    if (path.elementCount() > 1 && last == start)
        cairo_close_path(onto);
}

} // namespace weavemap::ui
