// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapFit.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace weavemap::ui {

namespace {

constexpr double kEdge = 16;       ///< px between the network and the canvas' edge
constexpr double kDiscRoom = 32;   ///< px around the middle of a disc, its hull's edge included
constexpr double kLongShare = 0.6; ///< a card longer than this share of the canvas is a strip
constexpr int kCells = 48;         ///< people are looked at in cells of the bounds, at most this many a side
constexpr int kShrinkings = 24;
constexpr double kShrink = 0.965;
constexpr int kSpots = 7; ///< places tried along each side for one scale
constexpr double kSpotStep = 4;
constexpr double kBetweenCards = 12;
constexpr double kDiscUnder = 16; ///< px around the middle of a disc that a card keeps clear of

QRectF roomFor(QSizeF size, const std::vector<QRectF>& cards, std::vector<QRectF>& corners)
{
    const QRectF canvas(QPointF(), size);
    QRectF room = canvas.adjusted(kEdge, kEdge, -kEdge, -kEdge);
    for (const QRectF& card : cards) {
        const bool wide = card.width() > kLongShare * size.width(), tall = card.height() > kLongShare * size.height();
        if (wide && card.center().y() < canvas.center().y())
            room.setTop(std::max(room.top(), card.bottom() + 4));
        else if (wide)
            room.setBottom(std::min(room.bottom(), card.top() - 4));
        else if (tall && card.center().x() < canvas.center().x())
            room.setLeft(std::max(room.left(), card.right() + 4));
        else if (tall)
            room.setRight(std::min(room.right(), card.left() - 4));
        else
            corners.push_back(card.adjusted(-kDiscRoom, -kDiscRoom, kDiscRoom, kDiscRoom));
    }
    return room.width() > 80 && room.height() > 80 ? room : canvas;
}

/// Middles of the cells of the bounds in which somebody stands.
std::vector<QPointF> whereSomebodyStands(const MapInput& input, const QRectF& bounds)
{
    const double w = std::max(bounds.width(), 1.0) / kCells, h = std::max(bounds.height(), 1.0) / kCells;
    std::set<std::pair<int, int>> cells;
    for (const MapPerson& person : input.people)
        if (!person.hidden && std::isfinite(person.at.x()) && std::isfinite(person.at.y()))
            cells.insert({static_cast<int>((person.at.x() - bounds.left()) / w),
                          static_cast<int>((person.at.y() - bounds.top()) / h)});
    std::vector<QPointF> points;
    points.reserve(cells.size());
    for (const auto& [x, y] : cells)
        points.emplace_back(bounds.left() + (x + 0.5) * w, bounds.top() + (y + 0.5) * h);
    return points;
}

bool isClear(const MapViewport& view, const std::vector<QPointF>& points, const std::vector<QRectF>& corners)
{
    return std::none_of(points.begin(), points.end(), [&](const QPointF& at) {
        const QPointF px = view.toPixels(at);
        return std::any_of(corners.begin(), corners.end(), [&](const QRectF& card) { return card.contains(px); });
    });
}

} // namespace

MapViewport viewportClearOf(const MapInput& input, QSizeF size, const std::vector<QRectF>& cards)
{
    std::vector<QRectF> corners;
    const QRectF room = roomFor(size, cards, corners);
    const QRectF bounds = mapBounds(input);
    const MapViewport whole = fittedViewport(bounds, size, room);
    if (bounds.isEmpty() || corners.empty())
        return whole;
    const std::vector<QPointF> points = whereSomebodyStands(input, bounds);
    MapViewport view = whole;
    for (int shrinking = 0; shrinking < kShrinkings; ++shrinking, view.scale *= kShrink) {
        view.unit = 1 / view.scale;
        const QSizeF slack(std::max(0.0, room.width() - bounds.width() * view.scale),
                           std::max(0.0, room.height() - bounds.height() * view.scale));
        // The middle first, then further and further from it.
        std::vector<std::pair<double, QPointF>> spots;
        for (int i = 0; i < kSpots; ++i)
            for (int j = 0; j < kSpots; ++j) {
                const QPointF shift(slack.width() * (i / (kSpots - 1.0) - 0.5),
                                    slack.height() * (j / (kSpots - 1.0) - 0.5));
                spots.emplace_back(std::hypot(shift.x(), shift.y()), shift);
            }
        std::stable_sort(spots.begin(), spots.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        const QPointF middle(size.width() / 2, size.height() / 2);
        for (const auto& [distance, shift] : spots) {
            view.centre = bounds.center() + (middle - room.center() - shift) / view.scale;
            if (isClear(view, points, corners))
                return view;
        }
    }
    return whole;
}

CardSpot clearSpot(QSizeF card, QPointF preferred, const QRectF& room, const std::vector<QRectF>& taken,
                   const std::vector<QPointF>& first, const std::vector<QPointF>& others)
{
    const double right = std::max(room.left(), room.right() - card.width());
    const double bottom = std::max(room.top(), room.bottom() - card.height());
    std::vector<QPointF> spots{preferred};
    for (double y = bottom; y >= room.top(); y -= kSpotStep)
        for (const double x : {right, room.left()})
            spots.emplace_back(x, y);
    for (double x = right; x >= room.left(); x -= kSpotStep)
        for (const double y : {bottom, room.top()})
            spots.emplace_back(x, y);
    const auto farther = [&](const QPointF& spot) {
        return std::hypot(spot.x() - preferred.x(), spot.y() - preferred.y());
    };
    std::stable_sort(spots.begin(), spots.end(),
                     [&](const QPointF& a, const QPointF& b) { return farther(a) < farther(b); });
    const auto under = [](const QRectF& there, const std::vector<QPointF>& people) {
        const QRectF reach = there.adjusted(-kDiscUnder, -kDiscUnder, kDiscUnder, kDiscUnder);
        return static_cast<int>(
            std::count_if(people.begin(), people.end(), [&](const QPointF& at) { return reach.contains(at); }));
    };
    CardSpot best{preferred, under(QRectF(preferred, card), others)};
    std::pair<int, int> least(-1, -1);
    for (const QPointF& spot : spots) {
        const QRectF there(spot, card);
        const QRectF apart = there.adjusted(-kBetweenCards, -kBetweenCards, kBetweenCards, kBetweenCards);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(apart); }))
            continue;
        const std::pair<int, int> cost(under(there, first), under(there, others));
        if (least.first >= 0 && cost >= least)
            continue;
        least = cost;
        best = {spot, cost.second};
        if (cost == std::pair(0, 0))
            break;
    }
    return best;
}

} // namespace weavemap::ui
