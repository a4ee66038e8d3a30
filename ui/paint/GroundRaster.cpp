// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/GroundRaster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>
#include <utility>

#include "ui/paint/BlendRow.h"

namespace weavemap::ui {

namespace {

constexpr double kFlatness = 0.1; ///< device pixels between an outline and its straight sides
constexpr int kMostSides = 32;    ///< of one curve
constexpr int kMostGuideSides = 4000;
constexpr std::int32_t kWhole = 1 << 20; ///< a pixel that is covered wholly
constexpr std::uint32_t kAll = 65535;
constexpr int kAtATime = 8; ///< pixels that are looked at together

std::int32_t toUnits(double share) { return static_cast<std::int32_t>(std::lrint(share * kWhole)); }

/// What is covered where an outline winds so often (even-odd), of 65536.
std::uint32_t coverOf(std::int32_t winding)
{
    const std::int32_t folded = winding & (2 * kWhole - 1);
    return static_cast<std::uint32_t>(folded > kWhole ? 2 * kWhole - folded : folded) >> 4;
}

bool isEven(const std::int32_t* changes)
{
    std::uint64_t words[kAtATime / 2];
    std::memcpy(words, changes, sizeof words);
    return (words[0] | words[1] | words[2] | words[3]) == 0;
}

/// The strength of fog along one row of an image.
class FogRow
{
public:
    FogRow(const PictureFog& fog, double ratio)
        : m_fog(fog), m_columns(fog.strength.width()), m_most(static_cast<std::uint32_t>(std::lround(fog.most * kAll))),
          m_down(fog.strength.height() / (fog.target.height() * ratio)),
          m_across(fog.strength.width() / (fog.target.width() * ratio)), m_ratio(ratio),
          m_strengths(static_cast<std::size_t>(m_columns) + 2, 0)
    {}

    /// Makes this row the one that is asked about.
    void moveTo(int row)
    {
        const double y = (row + 0.5 - m_fog.target.top() * m_ratio) * m_down - 0.5;
        const int above = static_cast<int>(std::floor(y)), last = m_fog.strength.height() - 1;
        const auto share = static_cast<std::uint32_t>((y - above) * 256);
        const uchar* const upper = m_fog.strength.constScanLine(std::clamp(above, 0, last));
        const uchar* const lower = m_fog.strength.constScanLine(std::clamp(above + 1, 0, last));
        for (int i = 0; i < m_columns; ++i)
            m_strengths[static_cast<std::size_t>(i)] = upper[i] * (256 - share) + lower[i] * share;
    }
    /// Opacity of the fog there, of 65535.
    std::uint32_t at(int x) const
    {
        const double column = (x + 0.5 - m_fog.target.left() * m_ratio) * m_across - 0.5;
        if (!(column >= 0 && column < m_columns - 1))
            return 0;
        const auto left = static_cast<std::size_t>(column);
        if ((m_strengths[left] | m_strengths[left + 1]) == 0)
            return 0;
        const auto share = static_cast<std::uint32_t>((column - static_cast<double>(left)) * 256);
        const std::uint32_t strength = (m_strengths[left] * (256 - share) + m_strengths[left + 1] * share) >> 8;
        return strength * m_most / 65280;
    }

private:
    const PictureFog& m_fog;
    int m_columns;
    std::uint32_t m_most;
    double m_down, m_across, m_ratio;
    std::vector<std::uint32_t> m_strengths; ///< of 65280
};

} // namespace

/// How often an outline winds around each pixel of some rows, as changes from pixel to pixel.
class GroundRaster::Rows
{
public:
    Rows(int width, int top, int bottom)
        : m_width(width), m_top(top), m_bottom(bottom), m_line(static_cast<std::size_t>(width) + kAtATime + 2),
          m_changes(m_line * static_cast<std::size_t>(bottom - top), 0)
    {}

    std::int32_t* changesOf(int row) { return m_changes.data() + static_cast<std::size_t>(row - m_top) * m_line; }
    void clear(int row) { std::fill_n(changesOf(row), m_line, 0); }

    void add(Side side)
    {
        int direction = 1;
        if (side.y0 > side.y1) {
            std::swap(side.x0, side.x1);
            std::swap(side.y0, side.y1);
            direction = -1;
        }
        if (!(side.y1 > m_top && side.y0 < m_bottom) || side.y0 == side.y1)
            return;
        const double slope = (side.x1 - side.x0) / (side.y1 - side.y0);
        const int last = std::min(m_bottom - 1, static_cast<int>(std::ceil(side.y1)) - 1);
        for (int row = std::max(m_top, static_cast<int>(std::floor(side.y0))); row <= last; ++row) {
            const double from = std::max<double>(row, side.y0), to = std::min<double>(row + 1, side.y1);
            // Ends in whole numbers: sides that follow each other around an outline add up to nothing behind it.
            const std::int32_t height = direction * (toUnits(to - row) - toUnits(from - row));
            const double one = side.x0 + (from - side.y0) * slope, other = side.x0 + (to - side.y0) * slope;
            addTo(changesOf(row), std::min(one, other), std::max(one, other), height);
        }
    }

private:
    /// A side within one row, from `left` to `right`.
    void addTo(std::int32_t* line, double left, double right, std::int32_t height) const
    {
        if (left >= m_width)
            return;
        // Of a side that is partly beside the image: what is left of it winds around the whole row, what is right of it
        // around none.
        const double length = right - left;
        if (right > m_width)
            height = static_cast<std::int32_t>(std::lrint(height * ((m_width - left) / length)));
        right = std::min<double>(right, m_width);
        if (left < 0) {
            const double within = std::max(0.0, right) / (right - left);
            const auto inside = static_cast<std::int32_t>(std::lrint(height * within));
            line[0] += height - inside;
            height = inside;
            left = 0;
            right = std::max(right, 0.0);
        }
        const int first = static_cast<int>(left), end = static_cast<int>(std::ceil(right));
        if (end <= first + 1) {
            const auto behind = static_cast<std::int32_t>(std::lrint(height * ((left + right) / 2 - first)));
            line[first] += height - behind;
            line[first + 1] += behind;
            return;
        }
        // What lies right of the side grows with the square at its ends, evenly between.
        const double each = 1 / (right - left);
        std::int32_t before = 0;
        for (int x = first; x < end; ++x) {
            const double inFirst = x + 1 - left, over = std::max(0.0, x + 1 - right);
            const double whole = (inFirst * inFirst - over * over) * each / 2; // area up to here, columns before whole
            const double past = std::max(0.0, x - left);
            const double pastOver = std::max(0.0, x - right);
            const double share = whole - (past * past - pastOver * pastOver) * each / 2;
            const auto covered = static_cast<std::int32_t>(std::lrint(height * share));
            line[x] += covered - before;
            before = covered;
        }
        line[end] += height - before;
    }

    int m_width, m_top, m_bottom;
    std::size_t m_line;
    std::vector<std::int32_t> m_changes;
};

GroundRaster::GroundRaster(const MapPicture& picture, double ratio) : m_ratio(ratio), m_canvas(picture.canvas.rgb())
{
    for (const PictureHull& hull : picture.hulls) {
        Area area;
        area.color = hull.fill.rgb();
        area.alpha = static_cast<std::uint32_t>(std::lround(static_cast<double>(hull.fill.alphaF()) * kAll));
        const auto begin = static_cast<std::uint32_t>(m_pieces.size());
        addSides(hull, area);
        m_edges.push_back(
            {hull.edge.rgb(), hull.edge.alphaF(), hull.edgeWidth, begin, static_cast<std::uint32_t>(m_pieces.size())});
        m_areas.push_back(std::move(area));
    }
    for (const PictureRing& ring : picture.guides)
        addGuide(ring);
    for (const PictureFog& fog : picture.fog)
        if (!fog.strength.isNull() && !fog.target.isEmpty())
            m_areas[static_cast<std::size_t>(fog.hull)].fog = &fog;
}

void GroundRaster::addGuide(const PictureRing& ring)
{
    const auto begin = static_cast<std::uint32_t>(m_pieces.size());
    const auto radius = static_cast<double>(ring.radius);
    const int sides =
        std::clamp(static_cast<int>(std::ceil(std::numbers::pi * std::sqrt(radius * m_ratio / (2 * kFlatness)))), 12,
                   kMostGuideSides);
    const auto pointAt = [&](int side) {
        const double angle = 2 * std::numbers::pi * (side % sides) / sides;
        return ring.at + radius * QPointF(std::cos(angle), std::sin(angle));
    };
    for (int side = 0; side < sides; ++side) {
        const QPointF from = pointAt(side), to = pointAt(side + 1);
        m_pieces.push_back({static_cast<float>(from.x()), static_cast<float>(from.y()), static_cast<float>(to.x()),
                            static_cast<float>(to.y())});
    }
    m_edges.push_back(
        {ring.color.rgb(), ring.color.alphaF(), ring.width, begin, static_cast<std::uint32_t>(m_pieces.size())});
}

void GroundRaster::addSides(const PictureHull& hull, Area& area)
{
    QPointF start, at;
    bool isFirst = true;
    const auto lineTo = [&](QPointF to) {
        area.sides.push_back({at.x() * m_ratio, at.y() * m_ratio, to.x() * m_ratio, to.y() * m_ratio});
        const Side& side = area.sides.back();
        area.top = isFirst ? std::min(side.y0, side.y1) : std::min({area.top, side.y0, side.y1});
        area.bottom = isFirst ? std::max(side.y0, side.y1) : std::max({area.bottom, side.y0, side.y1});
        isFirst = false;
        m_pieces.push_back({static_cast<float>(at.x()), static_cast<float>(at.y()), static_cast<float>(to.x()),
                            static_cast<float>(to.y())});
        at = to;
    };
    const auto close = [&] {
        if (at != start)
            lineTo(start);
    };
    for (int i = 0; i < hull.path.elementCount(); ++i) {
        const QPainterPath::Element element = hull.path.elementAt(i);
        if (element.isMoveTo()) {
            close();
            start = at = element;
        } else if (element.isLineTo()) {
            lineTo(element);
        } else if (element.isCurveTo()) {
            const QPointF a = at, b = element, c = hull.path.elementAt(i + 1), d = hull.path.elementAt(i + 2);
            i += 2;
            const QPointF bend = a - b * 2 + c, other = b - c * 2 + d;
            const double stray = std::max(std::hypot(bend.x(), bend.y()), std::hypot(other.x(), other.y())) * m_ratio;
            const int sides =
                std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * stray / kFlatness))), 1, kMostSides);
            for (int k = 1; k < sides; ++k) {
                const double t = static_cast<double>(k) / sides, s = 1 - t;
                lineTo(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t));
            }
            lineTo(d);
        }
    }
    close();
}

void GroundRaster::paint(QRgb* pixels, int width, int stride, int top, int bottom) const
{
    for (int row = top; row < bottom; ++row)
        std::fill_n(pixels + static_cast<std::ptrdiff_t>(row) * stride, width, m_canvas);
    if (m_areas.empty() || bottom <= top)
        return;
    Rows rows(width, top, bottom);
    std::vector<std::uint16_t> fill(static_cast<std::size_t>(width) + kAtATime, kAll), veil(fill);
    for (const Area& area : m_areas) {
        if (!(area.bottom > top && area.top < bottom))
            continue;
        const int first = std::max(top, static_cast<int>(std::floor(area.top)));
        const int end = std::min(bottom, static_cast<int>(std::ceil(area.bottom)));
        for (const Side& side : area.sides)
            rows.add(side);
        std::unique_ptr<FogRow> fog = area.fog != nullptr ? std::make_unique<FogRow>(*area.fog, m_ratio) : nullptr;
        for (int row = first; row < end; ++row) {
            const std::int32_t* const changes = rows.changesOf(row);
            if (fog)
                fog->moveTo(row);
            std::int32_t winding = 0;
            const auto put = [&](int x, std::uint32_t cover) {
                fill[static_cast<std::size_t>(x)] = static_cast<std::uint16_t>(kAll - (area.alpha * cover >> 16));
                if (fog)
                    veil[static_cast<std::size_t>(x)] = static_cast<std::uint16_t>(kAll - (fog->at(x) * cover >> 16));
            };
            for (int x = 0; x < width; x += kAtATime) {
                // Within and outside an outline pixels are alike for long.
                if (isEven(changes + x)) {
                    if (const std::uint32_t cover = coverOf(winding); cover != 0)
                        for (int i = x; i < x + kAtATime; ++i)
                            put(i, cover);
                    continue;
                }
                for (int i = x; i < x + kAtATime; ++i) {
                    winding += changes[i];
                    put(i, coverOf(winding));
                }
            }
            QRgb* const line = pixels + static_cast<std::ptrdiff_t>(row) * stride;
            blendRow(line, fill.data(), width, area.color);
            if (fog)
                blendRow(line, veil.data(), width, area.fog->color.rgb());
            rows.clear(row);
        }
    }
}

} // namespace weavemap::ui
