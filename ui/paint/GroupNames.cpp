// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/GroupNames.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "ui/paint/HitIndex.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr double kWrongPlace = 500; ///< cost from which a name is left out
constexpr int kDirections = 32;
constexpr double kNameToCount = 15; ///< px between the two baselines
constexpr double kGap = 5;
constexpr double kEdge = 4;
constexpr std::size_t kMostPieces = 4'000; ///< looked at for each spot

struct NamePair
{
    PictureText name, count;
    QSizeF size;
};

NamePair textsOf(const MapPicture& picture, const MapInput& input, const MapGroup& group)
{
    NamePair pair;
    pair.name = makeText(group.name, {}, picture.fontFamily, textpx::kBase, true);
    pair.name.color = groupTextColor(input.style.colors, group.colour);
    pair.name.role = TextRole::groupName;
    const bool showsHeard = input.style.fog && input.tellsHeard;
    const QString count = showsHeard         ? PaintWords::heardOf(group.heard, group.members)
                          : input.isRolledUp ? PaintWords::onTheMap(group.members)
                                             : PaintWords::members(group.members);
    pair.count = makeText(count, {}, picture.fontFamily, textpx::kSmall, false);
    pair.count.color = input.style.colors.muted;
    pair.count.role = TextRole::groupCount;
    for (PictureText* text : {&pair.name, &pair.count}) {
        text->halo = input.style.colors.canvas;
        text->halo.setAlphaF(0.8F);
        text->haloWidth = 2.4F;
    }
    pair.size = QSizeF(std::max(pair.name.box.width(), pair.count.box.width()), 30);
    return pair;
}

double overlap(const QRectF& a, const QRectF& b)
{
    const QRectF common = a & b;
    return common.isEmpty() ? 0 : common.width() * common.height();
}

/// How much a box would cover; lower is better. Gives up as soon as it is not below `best`: what is dear to find comes
/// last.
double costOf(const MapPicture& picture, const QRectF& box, std::size_t ownHull, double outward, double best)
{
    double cost = -24 * outward;
    for (const PictureText& text : picture.texts)
        cost += overlap(box.adjusted(-6, -7, 6, 7), text.box) > 0 ? 500 : 0;
    for (const QRectF& card : picture.viewport.obstacles)
        cost += overlap(box.adjusted(-4, -4, 4, 4), card) > 0 ? 800 : 0;
    if (cost >= best)
        return cost;
    const QRectF room = box.adjusted(-3, -3, 3, 3);
    cost += 300.0 *
            static_cast<double>(picture.hits->discs.touching({room.x(), room.y(), room.width(), room.height()}).size());
    if (cost >= best)
        return cost;
    double crossing = 0;
    const auto left = static_cast<float>(box.left()), right = static_cast<float>(box.right()),
               top = static_cast<float>(box.top()), bottom = static_cast<float>(box.bottom());
    const auto isIn = [=](float x, float y) { return x >= left && x <= right && y >= top && y <= bottom; };
    const std::size_t stride = picture.segments.size() / kMostPieces + 1;
    for (std::size_t i = 0; i < picture.segments.size(); i += stride) {
        const TieSegment& piece = picture.segments[i];
        if (isIn(piece.x0, piece.y0) || isIn(piece.x1, piece.y1))
            crossing += 4;
    }
    cost += std::min(crossing, 120.0);
    for (std::size_t h = 0; h < picture.hulls.size() && cost < best; ++h) {
        if (!picture.hulls[h].path.controlPointRect().intersects(box))
            continue;
        // In another group's area it would name that one: near the edge of the view it is rather left out.
        const auto liesIn = [&picture, &box](std::size_t hull) {
            const QPainterPath& path = picture.hulls[hull].path;
            return path.contains(box.center()) || path.contains({box.center().x(), box.top() + box.height() / 4});
        };
        if (h != ownHull && liesIn(h) && !liesIn(ownHull))
            cost += kWrongPlace;
        const double weight = h == ownHull ? 5 : 12;
        for (const QPointF corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight(), box.center()})
            cost += picture.hulls[h].path.contains(corner) ? weight : 0;
    }
    return cost;
}

} // namespace

void addGroupNames(MapPicture& picture, const MapInput& input)
{
    const QRectF window = QRectF(QPointF(0, 0), picture.viewport.size).adjusted(kEdge, kEdge, -kEdge, -kEdge);
    QPointF middle;
    for (const PictureHull& hull : picture.hulls)
        middle += hull.path.controlPointRect().center();
    if (!picture.hulls.empty())
        middle /= static_cast<double>(picture.hulls.size());

    for (std::size_t h = 0; h < picture.hulls.size(); ++h) {
        const PictureHull& hull = picture.hulls[h];
        NamePair pair = textsOf(picture, input, input.groups[static_cast<std::size_t>(hull.group)]);
        const QPointF centre = hull.path.controlPointRect().center();
        const QPointF away = centre - middle;
        const double awayLength = std::hypot(away.x(), away.y());
        const QPolygonF outline = hull.path.toFillPolygon();
        double best = std::numeric_limits<double>::max();
        QRectF bestBox;
        for (int k = 0; k < kDirections; ++k) {
            const double angle = 2 * std::numbers::pi * k / kDirections;
            const QPointF way(std::cos(angle), std::sin(angle));
            // The outline's point farthest out near this direction carries the box.
            QPointF edge = centre;
            double farthest = -1;
            for (const QPointF& point : outline) {
                const QPointF to = point - centre;
                const double along = to.x() * way.x() + to.y() * way.y();
                const double across = std::abs(to.y() * way.x() - to.x() * way.y());
                if (across < 10 && along > farthest) {
                    farthest = along;
                    edge = point;
                }
            }
            if (farthest < 0)
                continue;
            const QPointF shift(way.x() * (pair.size.width() / 2 + kGap), way.y() * (pair.size.height() / 2 + kGap));
            QRectF box(QPointF(0, 0), pair.size);
            box.moveCenter(edge + shift);
            if (!window.contains(box))
                continue;
            const double outward = awayLength < 1 ? 0 : (away.x() * way.x() + away.y() * way.y()) / awayLength;
            const double cost = costOf(picture, box, h, outward, best);
            if (cost < best) {
                best = cost;
                bestBox = box;
            }
        }
        if (bestBox.isNull() || best >= kWrongPlace)
            continue;
        const double nameBaseline = bestBox.top() + 12;
        pair.name.baseline = {bestBox.center().x() - pair.name.box.width() / 2, nameBaseline};
        pair.count.baseline = {bestBox.center().x() - pair.count.box.width() / 2, nameBaseline + kNameToCount};
        for (PictureText* text : {&pair.name, &pair.count}) {
            text->box.moveTopLeft(text->baseline - QPointF(0, kAscent * static_cast<double>(text->px)));
            picture.texts.push_back(std::move(*text));
        }
    }
}

std::vector<int> codeNumbers(const MapInput& input)
{
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    order.reserve(input.people.size());
    for (std::size_t i = 0; i < input.people.size(); ++i)
        order.emplace_back(input.people[i].id.value, i);
    if (!std::is_sorted(order.begin(), order.end()))
        std::sort(order.begin(), order.end());
    std::vector<int> codes(input.people.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const int given = input.people[order[rank].second].codeNumber;
        codes[order[rank].second] = given > 0 ? given : static_cast<int>(rank) + 1;
    }
    return codes;
}

} // namespace weavemap::ui
