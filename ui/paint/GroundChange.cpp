// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/GroundChange.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <vector>

namespace weavemap::ui {

namespace {

constexpr double kRoom = 3; ///< px: half an edge and its smoothing

/// One straight or curved piece of an outline, known by a hash of its points.
struct Piece
{
    std::uint64_t key;
    double top, bottom;
    bool operator<(const Piece& other) const { return key < other.key; }
};

std::vector<Piece> piecesOf(const QPainterPath& path)
{
    std::vector<Piece> pieces;
    pieces.reserve(static_cast<std::size_t>(path.elementCount()));
    QPointF at;
    for (int i = 0; i < path.elementCount();) {
        const int points = path.elementAt(i).isCurveTo() ? 3 : 1;
        Piece piece{0xCBF29CE484222325ULL, at.y(), at.y()};
        const auto add = [&piece](QPointF point) {
            for (const double value : {point.x(), point.y()}) {
                piece.key = (piece.key ^ std::bit_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15ULL;
                piece.key ^= piece.key >> 29;
            }
            piece.top = std::min(piece.top, point.y());
            piece.bottom = std::max(piece.bottom, point.y());
        };
        const bool isMove = path.elementAt(i).isMoveTo();
        if (!isMove)
            add(at);
        for (const int end = i + points; i < end && i < path.elementCount(); ++i) {
            at = path.elementAt(i);
            add(at);
        }
        if (!isMove)
            pieces.push_back(piece);
    }
    std::sort(pieces.begin(), pieces.end());
    return pieces;
}

bool areSame(const QPainterPath& a, const QPainterPath& b)
{
    if (a.elementCount() != b.elementCount())
        return false;
    for (int i = 0; i < a.elementCount(); ++i) {
        const QPainterPath::Element one = a.elementAt(i), other = b.elementAt(i);
        if (one.x != other.x || one.y != other.y || one.type != other.type)
            return false;
    }
    return true;
}

/// Whatever is within one outline and not within the other lies between pieces that only one of them has.
void addChange(const QPainterPath& before, const QPainterPath& now, ChangedRows& rows)
{
    if (areSame(before, now))
        return;
    const std::vector<Piece> old = piecesOf(before), fresh = piecesOf(now);
    std::vector<Piece> changed;
    std::set_symmetric_difference(old.begin(), old.end(), fresh.begin(), fresh.end(), std::back_inserter(changed));
    for (const Piece& piece : changed)
        rows.add(piece.top - kRoom, piece.bottom + kRoom);
}

/// False where they cannot be compared.
bool addChange(const PictureFog& before, const PictureFog& now, ChangedRows& rows)
{
    if (before.strength.size() != now.strength.size() || before.target != now.target)
        return false;
    const double step = now.target.height() / std::max(1, now.strength.height());
    for (int row = 0; row < now.strength.height(); ++row)
        if (std::memcmp(before.strength.constScanLine(row), now.strength.constScanLine(row),
                        static_cast<std::size_t>(now.strength.width())) != 0)
            rows.add(now.target.top() + (row - 1) * step, now.target.top() + (row + 2) * step);
    return true;
}

} // namespace

void ChangedRows::add(double first, double last)
{
    const bool wasEmpty = isEmpty();
    top = wasEmpty ? first : std::min(top, first);
    bottom = wasEmpty ? last : std::max(bottom, last);
}

std::optional<ChangedRows> changedGround(const MapPicture& before, const MapPicture& now)
{
    if (before.hulls.size() != now.hulls.size() || before.fog.size() != now.fog.size())
        return std::nullopt;
    const auto isSameRing = [](const PictureRing& one, const PictureRing& other) {
        return one.at == other.at && one.radius == other.radius && one.width == other.width && one.color == other.color;
    };
    if (!std::equal(before.guides.begin(), before.guides.end(), now.guides.begin(), now.guides.end(), isSameRing))
        return std::nullopt;
    ChangedRows rows;
    for (std::size_t i = 0; i < now.hulls.size(); ++i) {
        const PictureHull &old = before.hulls[i], &fresh = now.hulls[i];
        if (old.group != fresh.group || old.fill != fresh.fill || old.edge != fresh.edge ||
            old.edgeWidth != fresh.edgeWidth)
            return std::nullopt;
        addChange(old.path, fresh.path, rows);
    }
    for (std::size_t i = 0; i < now.fog.size(); ++i) {
        const PictureFog &old = before.fog[i], &fresh = now.fog[i];
        if (old.hull != fresh.hull || old.color != fresh.color || old.most != fresh.most)
            return std::nullopt;
        // All hulls of a picture share one image.
        const bool isKnown = i > 0 && old.strength.cacheKey() == before.fog[i - 1].strength.cacheKey() &&
                             fresh.strength.cacheKey() == now.fog[i - 1].strength.cacheKey();
        const bool isSame = old.strength.cacheKey() == fresh.strength.cacheKey() && old.target == fresh.target;
        if (!isKnown && !isSame && !addChange(old, fresh, rows))
            return std::nullopt;
    }
    return rows;
}

} // namespace weavemap::ui
