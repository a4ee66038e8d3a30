// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapFit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <utility>

namespace weavemap::ui {

namespace {

constexpr double kEdge = 16;        ///< px between the network and the canvas' edge
constexpr double kDiscRoom = 32;    ///< px around the middle of a disc, its hull's edge included
constexpr double kHullRoom = 46;    ///< px around words, which have no ground of their own: no hull's edge runs through
constexpr double kWordsHeight = 28; ///< px: a card no higher than this is a line of words
constexpr double kLongShare = 0.6;  ///< a card longer than this share of the canvas is a strip
constexpr int kCells = 48;          ///< people are looked at in cells of the bounds, at most this many a side
constexpr int kShrinkings = 24;
constexpr double kShrink = 0.965;
constexpr double kBesideDiscs = 56; ///< px beside people that a view is made for: their names
constexpr double kAboveDiscs = 34;
constexpr double kApart = 24;      ///< px between the middles of discs, so that neither lies on the other
constexpr double kBetweenNew = 34; ///< px between several who are new
constexpr double kRing = 12;       ///< px between the circles on which a free spot is sought
constexpr int kSpots = 7;          ///< places tried along each side for one scale
constexpr double kSpotStep = 4;
constexpr double kBetweenCards = 12;

/// Where people stand, in cells, so that each is asked about by few.
class Standing
{
public:
    explicit Standing(const std::vector<QPointF>& people)
    {
        for (const QPointF& at : people)
            if (std::isfinite(at.x()) && std::isfinite(at.y()))
                m_cells[cellOf(at)].push_back(at);
    }

    /// Whether somebody would lie on whoever stood here.
    bool isNear(QPointF at) const
    {
        const auto [x, y] = cellOf(at);
        for (const double cx : {x - 1, x, x + 1})
            for (const double cy : {y - 1, y, y + 1})
                if (const auto found = m_cells.find({cx, cy}); found != m_cells.end())
                    for (const QPointF& other : found->second)
                        if (std::hypot(other.x() - at.x(), other.y() - at.y()) < kApart)
                            return true;
        return false;
    }

private:
    using Cell = std::pair<double, double>;
    static Cell cellOf(QPointF at) { return {std::floor(at.x() / kApart), std::floor(at.y() / kApart)}; }

    std::map<Cell, std::vector<QPointF>> m_cells;
};

/// Whether a disc that stood here would lie under a card.
bool isUnder(const std::vector<QRectF>& cards, QPointF at)
{
    return std::any_of(cards.begin(), cards.end(), [&](const QRectF& card) {
        return card.adjusted(-kDiscRoom, -kDiscRoom, kDiscRoom, kDiscRoom).contains(at);
    });
}

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
        else if (card.height() <= kWordsHeight)
            corners.push_back(card.adjusted(-kHullRoom, -kHullRoom, kHullRoom, kHullRoom));
        else
            corners.push_back(card.adjusted(-kDiscRoom, -kDiscRoom, kDiscRoom, kDiscRoom));
    }
    return room.width() > 80 && room.height() > 80 ? room : canvas;
}

/// Middles of the cells of the bounds in which somebody stands.
std::vector<QPointF> cellsOf(const std::vector<QPointF>& people, const QRectF& bounds)
{
    const double w = std::max(bounds.width(), 1.0) / kCells, h = std::max(bounds.height(), 1.0) / kCells;
    std::set<std::pair<int, int>> cells;
    for (const QPointF& at : people)
        cells.insert({static_cast<int>((at.x() - bounds.left()) / w), static_cast<int>((at.y() - bounds.top()) / h)});
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

/// The room around a card in which nobody's middle is to be.
QRectF reachOf(QPointF spot, QSizeF card, double clear)
{
    return QRectF(spot, card).adjusted(-clear, -clear, clear, clear);
}

/// A straight way that a card is tried along, from its first corner, left or above, to its last.
struct Way
{
    Qt::Orientation along;
    QPointF first, last;
};

/// The people that a card on a way can lie on, in their order along it: how many it lies on at a spot takes two looks
/// into that order, however many there are.
class Bystanders
{
public:
    Bystanders(const Way& way, QSizeF card, const std::vector<QPointF>& people, double clear)
        : m_along(way.along), m_card(card), m_clear(clear)
    {
        const QRectF first = reachOf(way.first, card, clear), last = reachOf(way.last, card, clear);
        for (const QPointF& at : people)
            if (at.x() >= first.left() && at.x() <= last.right() && at.y() >= first.top() && at.y() <= last.bottom())
                m_order.push_back(m_along == Qt::Horizontal ? at.x() : at.y());
        std::sort(m_order.begin(), m_order.end());
    }

    int under(QPointF spot) const
    {
        const QRectF reach = reachOf(spot, m_card, m_clear);
        const bool level = m_along == Qt::Horizontal;
        const auto from = std::lower_bound(m_order.begin(), m_order.end(), level ? reach.left() : reach.top());
        return static_cast<int>(std::upper_bound(from, m_order.end(), level ? reach.right() : reach.bottom()) - from);
    }

private:
    Qt::Orientation m_along;
    QSizeF m_card;
    double m_clear;
    std::vector<double> m_order;
};

/// The first of the views from `whole` on, smaller and smaller and each at several places of the room, in which no
/// point lies under a card; `whole` where there is none.
MapViewport shrunkClear(const MapViewport& whole, const QRectF& bounds, const std::vector<QPointF>& points,
                        const QRectF& room, const std::vector<QRectF>& corners)
{
    MapViewport view = whole;
    for (int shrinking = 0; shrinking < kShrinkings; ++shrinking, view.scale *= kShrink) {
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
        const QPointF middle(whole.size.width() / 2, whole.size.height() / 2);
        for (const auto& [distance, shift] : spots) {
            view.centre = bounds.center() + (middle - room.center() - shift) / view.scale;
            if (isClear(view, points, corners))
                return view;
        }
    }
    return whole;
}

/// Whether any part of a line lies in a rectangle.
bool meets(const QRectF& rect, const QLineF& line)
{
    double from = 0, to = 1;
    const auto cut = [&](double start, double way, double low, double high) {
        if (way == 0.0)
            return start >= low && start <= high;
        const double a = (low - start) / way, b = (high - start) / way;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
        return from <= to;
    };
    return cut(line.x1(), line.dx(), rect.left(), rect.right()) && cut(line.y1(), line.dy(), rect.top(), rect.bottom());
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
    std::vector<QPointF> people;
    people.reserve(input.people.size());
    for (const MapPerson& person : input.people)
        if (!person.hidden && std::isfinite(person.at.x()) && std::isfinite(person.at.y()))
            people.push_back(person.at);
    MapViewport view = shrunkClear(whole, bounds, cellsOf(people, bounds), room, corners);
    view.unit = 1 / view.scale;
    return view;
}

MapViewport viewportAround(const std::vector<QPointF>& people, const MapViewport& whole,
                           const std::vector<QRectF>& cards)
{
    QRectF bounds;
    for (const QPointF& at : people)
        bounds |= QRectF(at - QPointF(0.5, 0.5), QSizeF(1, 1));
    if (bounds.isEmpty())
        return whole;
    std::vector<QRectF> corners;
    QRectF room = roomFor(whole.size, cards, corners);
    const double across = std::min(kBesideDiscs, room.width() / 4), up = std::min(kAboveDiscs, room.height() / 4);
    room.adjust(across, up, -across, -up);
    MapViewport view = fittedViewport(bounds, whole.size, room, std::max(whole.scale, kLargestMapScale));
    view = shrunkClear(view, bounds, cellsOf(people, bounds), room, corners);
    view.zoom = view.scale / whole.scale;
    view.unit = whole.unit;
    view.obstacles = whole.obstacles;
    return view;
}

QPointF freeSpot(QPointF wanted, const QRectF& room, const std::vector<QRectF>& cards,
                 const std::vector<QPointF>& people)
{
    const Standing standing(people);
    const auto isFree = [&](QPointF at) { return room.contains(at) && !isUnder(cards, at) && !standing.isNear(at); };
    if (isFree(wanted))
        return wanted;
    const double farthest = std::hypot(room.width(), room.height());
    for (double away = kRing; away <= farthest; away += kRing) {
        const int spots = std::max(8, static_cast<int>(2 * std::numbers::pi * away / kRing));
        for (int i = 0; i < spots; ++i) {
            const double angle = 2 * std::numbers::pi * i / spots;
            const QPointF at = wanted + QPointF(std::cos(angle), std::sin(angle)) * away;
            if (isFree(at))
                return at;
        }
    }
    return wanted;
}

std::vector<QPointF> freeSpots(QPointF wanted, std::size_t count, const QRectF& room, const std::vector<QRectF>& cards,
                               const std::vector<QPointF>& people)
{
    const Standing standing(people);
    const auto isSeen = [&](QPointF at) { return room.contains(at) && !isUnder(cards, at); };
    std::vector<QPointF> seen, beyond;
    const auto look = [&](int x, int y) {
        const QPointF at = wanted + QPointF(x, y) * kBetweenNew;
        if (!standing.isNear(at))
            (isSeen(at) ? seen : beyond).push_back(at);
    };
    // Square by square outwards, until those who are seen are enough or nothing more is seen.
    const auto farthest =
        static_cast<int>(std::ceil(std::max({std::abs(room.left() - wanted.x()), std::abs(room.right() - wanted.x()),
                                             std::abs(room.top() - wanted.y()), std::abs(room.bottom() - wanted.y())}) /
                                   kBetweenNew));
    look(0, 0);
    for (int away = 1; seen.size() < count && (away <= farthest || seen.size() + beyond.size() < count); ++away)
        for (int i = -away; i < away; ++i) {
            look(i, -away);
            look(away, i);
            look(-i, away);
            look(-away, -i);
        }
    const auto isNearer = [&](QPointF a, QPointF b) {
        return std::hypot(a.x() - wanted.x(), a.y() - wanted.y()) < std::hypot(b.x() - wanted.x(), b.y() - wanted.y());
    };
    std::stable_sort(seen.begin(), seen.end(), isNearer);
    std::stable_sort(beyond.begin(), beyond.end(), isNearer);
    seen.insert(seen.end(), beyond.begin(), beyond.end());
    seen.resize(count);
    return seen;
}

CardSpot clearSpot(QSizeF card, QPointF preferred, const QRectF& room, const std::vector<QRectF>& taken,
                   const std::vector<QPointF>& first, const std::vector<QPointF>& others, double clear)
{
    const double right = std::max(room.left(), room.right() - card.width());
    const double bottom = std::max(room.top(), room.bottom() - card.height());
    const QPointF low(room.left(), room.top()), high(right, bottom);
    const std::array ways{Way{Qt::Vertical, preferred, preferred}, Way{Qt::Vertical, {high.x(), low.y()}, high},
                          Way{Qt::Vertical, low, {low.x(), high.y()}}, Way{Qt::Horizontal, {low.x(), high.y()}, high},
                          Way{Qt::Horizontal, low, {high.x(), low.y()}}};
    std::vector<Bystanders> firstOn, othersOn;
    for (const Way& way : ways) {
        firstOn.emplace_back(way, card, first, clear);
        othersOn.emplace_back(way, card, others, clear);
    }
    struct Spot
    {
        QPointF corner;
        std::size_t way;
    };
    std::vector<Spot> spots{{preferred, 0}};
    for (double y = bottom; y >= room.top(); y -= kSpotStep)
        for (const auto way : {std::size_t{1}, std::size_t{2}})
            spots.push_back({{ways[way].first.x(), y}, way});
    for (double x = right; x >= room.left(); x -= kSpotStep)
        for (const auto way : {std::size_t{3}, std::size_t{4}})
            spots.push_back({{x, ways[way].first.y()}, way});
    const auto farther = [&](const Spot& spot) {
        return std::hypot(spot.corner.x() - preferred.x(), spot.corner.y() - preferred.y());
    };
    std::stable_sort(spots.begin(), spots.end(), [&](const Spot& a, const Spot& b) { return farther(a) < farther(b); });
    CardSpot best{preferred, othersOn[0].under(preferred)};
    std::pair<int, int> least(-1, -1);
    for (const Spot& spot : spots) {
        const QRectF there(spot.corner, card);
        const QRectF apart = there.adjusted(-kBetweenCards, -kBetweenCards, kBetweenCards, kBetweenCards);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(apart); }))
            continue;
        const std::pair<int, int> cost(firstOn[spot.way].under(spot.corner), othersOn[spot.way].under(spot.corner));
        if (least.first >= 0 && cost >= least)
            continue;
        least = cost;
        best = {spot.corner, cost.second};
        if (cost == std::pair(0, 0))
            break;
    }
    return best;
}

std::optional<QPointF> besideLine(QSizeF card, const QLineF& line, const QRectF& room)
{
    constexpr double kApart = 28; // a disc at the end of the line, and its name below it
    constexpr double kStep = 4;
    const QPointF middle = line.center(), half(card.width() / 2, card.height() / 2);
    std::optional<QPointF> best;
    double least = 0;
    for (double y = room.top(); y + card.height() <= room.bottom(); y += kStep)
        for (double x = room.left(); x + card.width() <= room.right(); x += kStep) {
            const QPointF way = QPointF(x, y) + half - middle;
            const double far = std::hypot(way.x(), way.y());
            if ((best && far >= least) ||
                meets(QRectF(QPointF(x, y), card).adjusted(-kApart, -kApart, kApart, kApart), line))
                continue;
            best = QPointF(x, y);
            least = far;
        }
    return best;
}

} // namespace weavemap::ui
