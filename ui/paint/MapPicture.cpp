// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapPicture.h"

#include <algorithm>
#include <cmath>

#include "ui/paint/HitIndex.h"

namespace weavemap::ui {

namespace {

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    const double t = square <= 0 ? 0 : std::clamp(QPointF::dotProduct(p - a, way) / square, 0.0, 1.0);
    const QPointF off = p - (a + way * t);
    return std::hypot(off.x(), off.y());
}

double distanceToCurve(QPointF p, const MapPicture::HitIndex::Curve& curve)
{
    constexpr int kPieces = 12;
    double least = HUGE_VAL;
    QPointF at = curve.a;
    for (int i = 1; i <= kPieces; ++i) {
        const double t = static_cast<double>(i) / kPieces, s = 1 - t;
        const QPointF next = curve.a * (s * s) + curve.c * (2 * s * t) + curve.b * (t * t);
        least = std::min(least, distanceToSegment(p, at, next));
        at = next;
    }
    return least;
}

} // namespace

std::int64_t MapPicture::personAt(QPointF px, double slack) const
{
    if (!hits)
        return -1;
    const auto found = hits->discs.nearest({px.x(), px.y()}, slack);
    return found ? static_cast<std::int64_t>(discs[*found].person) : -1;
}

std::vector<std::uint32_t> MapPicture::peopleIn(const QRectF& px) const
{
    std::vector<std::uint32_t> people;
    if (!hits)
        return people;
    const QRectF rect = px.normalized();
    for (const std::uint32_t disc :
         hits->discs.centresIn(layout::Rect{rect.x(), rect.y(), rect.width(), rect.height()}))
        people.push_back(discs[disc].person);
    std::sort(people.begin(), people.end());
    return people;
}

std::vector<std::uint32_t> MapPicture::peopleIn(const QPolygonF& px) const
{
    std::vector<std::uint32_t> people;
    if (!hits)
        return people;
    std::vector<layout::Point> corners;
    for (const QPointF& corner : px)
        corners.push_back({corner.x(), corner.y()});
    for (const std::uint32_t disc : hits->discs.centresIn(std::span<const layout::Point>(corners)))
        people.push_back(discs[disc].person);
    std::sort(people.begin(), people.end());
    return people;
}

std::int64_t MapPicture::tieAt(QPointF px, double slack) const
{
    std::int64_t best = -1;
    double least = slack;
    if (!hits)
        return best;
    for (const HitIndex::Curve& curve : hits->ties) {
        const double left = std::min({curve.a.x(), curve.b.x(), curve.c.x()}) - slack;
        const double right = std::max({curve.a.x(), curve.b.x(), curve.c.x()}) + slack;
        const double top = std::min({curve.a.y(), curve.b.y(), curve.c.y()}) - slack;
        const double bottom = std::max({curve.a.y(), curve.b.y(), curve.c.y()}) + slack;
        if (px.x() < left || px.x() > right || px.y() < top || px.y() > bottom)
            continue;
        const double distance = distanceToCurve(px, curve);
        if (distance <= least) {
            least = distance;
            best = curve.tie;
        }
    }
    return best;
}

QPainterPath MapPicture::tiePath(std::uint32_t tie) const
{
    QPainterPath path;
    if (hits)
        for (const HitIndex::Curve& curve : hits->ties)
            if (curve.tie == tie) {
                path.moveTo(curve.a);
                path.quadTo(curve.c, curve.b);
                break;
            }
    return path;
}

} // namespace weavemap::ui
