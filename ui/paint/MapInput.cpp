// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapInput.h"

#include <algorithm>
#include <cmath>

namespace weavemap::ui {

namespace {
constexpr double kRoomForRows = 12;
constexpr double kRoomForDiscs = 26; ///< around people where no hulls are drawn: half a name above or below
constexpr double kRoomForCaption = 170;
constexpr std::size_t kWholeRings = 3;
} // namespace

MapViewport fittedViewport(const QRectF& bounds, QSizeF size, const QRectF& clear, double largest)
{
    MapViewport view;
    view.size = size;
    if (bounds.isEmpty() || clear.isEmpty() || size.isEmpty())
        return view;
    view.scale = std::min({clear.width() / bounds.width(), clear.height() / bounds.height(), largest});
    view.unit = 1 / view.scale;
    view.centre = bounds.center() + (QPointF(size.width() / 2, size.height() / 2) - clear.center()) / view.scale;
    return view;
}

QRectF mapBounds(const MapInput& input)
{
    QRectF bounds;
    const bool hasHulls = input.hasHulls() && !input.groups.empty();
    bool isHeld[4]{}; ///< by MapArea: whether somebody stands there
    for (const MapPerson& person : input.people) {
        if (person.hidden || !std::isfinite(person.at.x()) || !std::isfinite(person.at.y()))
            continue;
        isHeld[static_cast<std::size_t>(person.place)] = true;
        const double room = person.place != MapArea::network ? kRoomForRows : hasHulls ? kRoomForHulls : kRoomForDiscs;
        bounds |= QRectF(person.at.x() - room, person.at.y() - room, 2 * room, 2 * room);
    }
    for (const MapAreaCaption& area : input.areas)
        if (isHeld[static_cast<std::size_t>(area.place)])
            bounds |= QRectF(area.at.x(), area.at.y() - kRoomForRows, kRoomForCaption, 2 * kRoomForRows);
    double farthest = 0;
    for (const MapPerson& person : input.people)
        if (!person.hidden && person.place == MapArea::network && std::isfinite(person.at.x() + person.at.y()))
            farthest = std::max(
                farthest, std::hypot(person.at.x() - input.rings.centre.x(), person.at.y() - input.rings.centre.y()));
    // The inner rings are seen whole; farther ones, with few people on them, may leave the canvas.
    for (std::size_t ring = 0; ring < std::min(kWholeRings, input.rings.radii.size()) && !bounds.isEmpty(); ++ring) {
        const double radius = input.rings.radii[ring] + kRoomForDiscs;
        if (radius <= farthest + kRoomForHulls) // somebody stands there
            bounds |= QRectF(input.rings.centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    }
    return bounds;
}

} // namespace weavemap::ui
