// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LineAccumulator.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <mutex>
#include <utility>

#include "ui/paint/BlendRow.h"

namespace weavemap::ui {

namespace {

constexpr int kOne = 65536;                 ///< a pixel in whole numbers
constexpr double kFine = 65536.0 * 65536.0; ///< the same where they are added up
constexpr double kFarthest = 1e7;           ///< px; farther ends, and those that are no numbers, are not drawn
constexpr double kSmallTurn = 0.3;          ///< sine of the angle: at wider ones the ends of pieces show

int toInt(double value) { return static_cast<int>(value); }

/// What shines through a pixel after more ink.
std::uint16_t dimmed(std::uint32_t through, std::uint32_t ink)
{
    return static_cast<std::uint16_t>(through - ((through * ink + 32768U) >> 16));
}

/// Dims pixels across a line that lie `stride` apart, by every 64th of the table's entries from `ink` on. Of one length
/// for all columns of a line, so that nothing has to be guessed.
template <int kPixels>
void dimAcross(std::uint16_t* through, std::ptrdiff_t stride, const std::uint16_t* ink, int steps)
{
    for (int i = 0; i < kPixels; ++i)
        through[i * stride] = dimmed(through[i * stride], ink[i * steps]);
}

/// Whether a piece goes on where another ends, along the same axis and nearly straight.
bool goesOn(const TieSegment& piece, const TieSegment& next)
{
    if (piece.x1 != next.x0 || piece.y1 != next.y0)
        return false;
    const auto ax = static_cast<double>(piece.x1 - piece.x0), ay = static_cast<double>(piece.y1 - piece.y0);
    const auto bx = static_cast<double>(next.x1 - next.x0), by = static_cast<double>(next.y1 - next.y0);
    const bool isSteep = std::abs(ay) > std::abs(ax);
    if (isSteep != (std::abs(by) > std::abs(bx)) || (isSteep ? ay * by : ax * bx) <= 0)
        return false;
    return std::abs(ax * by - ay * bx) <= kSmallTurn * (ax * bx + ay * by);
}

/// Share of a pixel's square (seen along a direction with cosine c and sine s, c >= s >= 0) that lies below x: the
/// integral of a trapezoid around 0.
double squareBelow(double x, double c, double s)
{
    const double inner = (c - s) / 2, outer = (c + s) / 2;
    if (x <= -outer)
        return 0;
    if (x >= outer)
        return 1;
    if (s < 1e-9)
        return (x + outer) / (2 * outer);
    if (x < -inner)
        return (x + outer) * (x + outer) / (2 * c * s);
    if (x <= inner)
        return 0.5 + x / c;
    return 1 - (outer - x) * (outer - x) / (2 * c * s);
}

} // namespace

LineAccumulator::LineAccumulator(QRgb* pixels, int width, int stride, int top, int bottom)
    : m_pixels(pixels), m_width(width), m_stride(stride), m_top(top), m_bottom(bottom),
      m_tileColumns((width + kTile - 1) / kTile), m_tileRows((bottom - top + kTile - 1) / kTile),
      m_through(static_cast<std::size_t>(width) * static_cast<std::size_t>(std::max(0, bottom - top)), 65535),
      m_isTouched(static_cast<std::size_t>(m_tileColumns) * static_cast<std::size_t>(std::max(0, m_tileRows)), 0)
{}

const std::array<LineAccumulator::Below, LineAccumulator::kSlopes + 1>& LineAccumulator::below()
{
    static const auto all = [] {
        std::array<Below, kSlopes + 1> made;
        for (int slope = 0; slope <= kSlopes; ++slope) {
            const double tangent = static_cast<double>(slope) / kSlopes;
            const double c = 1 / std::sqrt(1 + tangent * tangent);
            Below& shares = made[static_cast<std::size_t>(slope)];
            for (std::size_t i = 0; i < shares.size(); ++i)
                shares[i] = static_cast<float>(
                    squareBelow((static_cast<double>(i) + 0.5) / kStepsPerPixel - 1, c, c * tangent));
        }
        return made;
    }();
    return all;
}

void LineAccumulator::draw(std::span<const TieClass> classes, const std::vector<TieSegment>& segments, double scale)
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const TieClass& look = classes[i];
        m_halfWidth = static_cast<double>(look.width) * scale / 2;
        m_tables = tablesFor(m_halfWidth, static_cast<double>(look.alpha));
        bool joinsBefore = false;
        for (std::uint32_t k = look.begin; k < look.end; ++k) {
            const TieSegment& piece = segments[k];
            const bool joinsAfter = k + 1 < look.end && goesOn(piece, segments[k + 1]);
            addPiece({static_cast<double>(piece.x0) * scale, static_cast<double>(piece.y0) * scale,
                      static_cast<double>(piece.x1) * scale, static_cast<double>(piece.y1) * scale, joinsBefore,
                      joinsAfter});
            joinsBefore = joinsAfter;
        }
        if (i + 1 == classes.size() || classes[i + 1].color != look.color)
            resolve(look.color);
    }
}

LineAccumulator::Tables LineAccumulator::makeTables(double halfWidth, double alpha)
{
    Tables tables;
    for (int slope = 0; slope <= kSlopes; ++slope) {
        Table& table = tables[static_cast<std::size_t>(slope)];
        const double tangent = static_cast<double>(slope) / kSlopes;
        const double c = 1 / std::sqrt(1 + tangent * tangent), s = c * tangent;
        const double farthest = (halfWidth + (c + s) / 2) / c;
        const int entries = static_cast<int>(std::ceil(farthest * kStepsPerPixel)) + 1;
        table.reach = entries * (kOne / kStepsPerPixel);
        // Behind its end the table says nothing for a pixel more: every column is drawn in the same number of steps.
        table.pixels = (2 * table.reach + kOne - 1) / kOne;
        table.ink.resize(2 * static_cast<std::size_t>(entries) + kStepsPerPixel, 0);
        for (int i = 0; i < entries; ++i) {
            const double distance = (i + 0.5) / kStepsPerPixel * c;
            const double cover = squareBelow(halfWidth - distance, c, s) - squareBelow(-halfWidth - distance, c, s);
            const auto ink = static_cast<std::uint16_t>(std::lround(65535 * alpha * std::clamp(cover, 0.0, 1.0)));
            table.ink[static_cast<std::size_t>(entries + i)] = table.ink[static_cast<std::size_t>(entries - 1 - i)] =
                ink;
        }
    }
    return tables;
}

/// Tables of recent pictures: a map has few widths and opacities, and most pictures those of the one before.
std::shared_ptr<const LineAccumulator::Tables> LineAccumulator::tablesFor(double halfWidth, double alpha)
{
    constexpr std::size_t kMost = 200;
    static std::mutex mutex;
    static std::map<std::pair<double, double>, std::shared_ptr<const Tables>> kept;
    const std::pair key(halfWidth, alpha);
    {
        const std::scoped_lock lock(mutex);
        if (const auto found = kept.find(key); found != kept.end())
            return found->second;
    }
    const auto made = std::make_shared<const Tables>(makeTables(halfWidth, alpha));
    const std::scoped_lock lock(mutex);
    if (kept.size() >= kMost)
        kept.clear();
    return kept.emplace(key, made).first->second;
}

void LineAccumulator::addPiece(const Piece& piece)
{
    const auto [x0, y0, x1, y1, joinsBefore, joinsAfter] = piece;
    if (!(std::abs(x0) < kFarthest && std::abs(y0) < kFarthest && std::abs(x1) < kFarthest && std::abs(y1) < kFarthest))
        return;
    const double margin = m_halfWidth + 2;
    if (!(std::max(x0, x1) > -margin && std::min(x0, x1) < m_width + margin && std::max(y0, y1) > m_top - margin &&
          std::min(y0, y1) < m_bottom + margin))
        return;
    if (std::abs(x1 - x0) >= std::abs(y1 - y0))
        addLine<false>(x0 <= x1 ? piece : Piece{x1, y1, x0, y0, joinsAfter, joinsBefore});
    else
        addLine<true>(y0 <= y1 ? Piece{y0, x0, y1, x1, joinsBefore, joinsAfter}
                               : Piece{y1, x1, y0, x0, joinsAfter, joinsBefore});
}

/// Of the piece x is the longer axis here, u, and y the way across it, v; where it is steep, u runs down the image.
template <bool kSteep>
void LineAccumulator::addLine(const Piece& piece)
{
    const double u0 = piece.x0, v0 = piece.y0, u1 = piece.x1;
    const double du = u1 - u0, dv = piece.y1 - v0;
    const double length = std::sqrt(du * du + dv * dv);
    if (length < 1e-4)
        return;
    const double tangent = dv / du;
    const double c = du / length, s = std::abs(dv) / length;
    const int slope = static_cast<int>(std::abs(tangent) * kSlopes + 0.5);
    const Table& table = (*m_tables)[static_cast<std::size_t>(slope)];
    const Below& shares = below()[static_cast<std::size_t>(slope)];
    const auto before = [&shares](double x) {
        return x <= -1 ? 0.0F : x >= 1 ? 1.0F : shares[static_cast<std::size_t>((x + 1) * kStepsPerPixel)];
    };
    const int reach = table.reach;

    // Pixels whose square the strip's ends may cut are weighed by how far they lie along the line as well. Where the
    // line goes on, its pieces share the columns instead.
    const double half = (c + s) / 2;
    const double overhang = half + m_halfWidth * s + 1;
    const double vReach = static_cast<double>(reach) / kOne;
    const double cutZone = (half + vReach * s) / c;
    const double wholeFrom = piece.joinsBefore ? -kFarthest : u0 + cutZone;
    const double wholeTo = piece.joinsAfter ? kFarthest : u1 - cutZone;
    const int uLow = kSteep ? m_top : 0, uHigh = kSteep ? m_bottom : m_width;
    const int vLow = kSteep ? 0 : m_top, vHigh = kSteep ? m_width : m_bottom;
    int first = std::max(uLow, toInt(piece.joinsBefore ? std::ceil(u0 - 0.5) : std::floor(u0 - overhang)));
    int last = std::min(uHigh - 1, toInt(piece.joinsAfter ? std::ceil(u1 - 0.5) - 1 : std::ceil(u1 + overhang)));
    if (std::abs(tangent) > 1e-9) {
        // Only where the line is near the rows (or columns) there are.
        const double room = m_halfWidth / c + 3;
        double from = u0 + (vLow - room - v0) / tangent, to = u0 + (vHigh + room - v0) / tangent;
        if (from > to)
            std::swap(from, to);
        first = std::max(first, static_cast<int>(std::floor(std::max(from, -1e8))));
        last = std::min(last, static_cast<int>(std::ceil(std::min(to, 1e8))));
    }
    if (first > last)
        return;

    // Whole numbers from here on: fast, and the same in every band.
    const auto base = static_cast<std::int64_t>((v0 - 0.5 + (0.5 - u0) * tangent) * kFine);
    const auto step = static_cast<std::int64_t>(tangent * kFine);
    const std::ptrdiff_t uStride = kSteep ? m_width : 1, vStride = kSteep ? 1 : m_width;
    std::uint16_t* const origin = m_through.data() - static_cast<std::ptrdiff_t>(m_top) * m_width;
    const std::uint16_t* const ink = table.ink.data();
    for (int chunk = first; chunk <= last; chunk += kTile) {
        const int chunkEnd = std::min(last, chunk + kTile - 1);
        const auto vA = static_cast<int>((base + chunk * step) >> 32);
        const auto vB = static_cast<int>((base + chunkEnd * step) >> 32);
        const int around = (reach >> 16) + 2;
        const int vTop = std::min(vA, vB) - around, vBottom = std::max(vA, vB) + around;
        if constexpr (kSteep)
            markTiles(vTop, chunk - m_top, vBottom, chunkEnd - m_top);
        else
            markTiles(chunk, vTop - m_top, chunkEnd, vBottom - m_top);
        for (int u = chunk; u <= chunkEnd; ++u) {
            const auto v = static_cast<int>((base + u * step) >> 16);
            const int vFirst = std::max(vLow, (v - reach + kOne - 1) >> 16);
            const int vEnd = std::min(vHigh, (v + reach + kOne - 1) >> 16);
            int offset = (vFirst << 16) - v + reach;
            std::uint16_t* through = origin + u * uStride + vFirst * vStride;
            if (u + 0.5 >= wholeFrom && u + 0.5 <= wholeTo) {
                const std::uint16_t* const inks = ink + static_cast<unsigned>(offset) / (kOne / kStepsPerPixel);
                if (offset < kOne && vFirst + table.pixels <= vHigh) {
                    switch (table.pixels) {
                    case 2:
                        dimAcross<2>(through, vStride, inks, kStepsPerPixel);
                        continue;
                    case 3:
                        dimAcross<3>(through, vStride, inks, kStepsPerPixel);
                        continue;
                    case 4:
                        dimAcross<4>(through, vStride, inks, kStepsPerPixel);
                        continue;
                    default:
                        break;
                    }
                }
                for (int at = vFirst; at < vEnd; ++at, offset += kOne, through += vStride)
                    *through = dimmed(*through, ink[offset / (kOne / kStepsPerPixel)]);
                continue;
            }
            double along = (u + 0.5 - u0) * c + (vFirst + 0.5 - v0) * (dv / length);
            for (int at = vFirst; at < vEnd; ++at, offset += kOne, through += vStride, along += dv / length) {
                const float share =
                    (piece.joinsBefore ? 1.0F : before(along)) - (piece.joinsAfter ? 0.0F : before(along - length));
                if (share > 0)
                    *through = dimmed(*through, static_cast<std::uint32_t>(
                                                    static_cast<float>(ink[offset / (kOne / kStepsPerPixel)]) * share));
            }
        }
    }
}

void LineAccumulator::markTiles(int left, int top, int right, int bottom)
{
    const int rowEnd = std::min(m_tileRows - 1, bottom / kTile), columnEnd = std::min(m_tileColumns - 1, right / kTile);
    for (int row = std::max(0, top) / kTile; row <= rowEnd; ++row)
        for (int column = std::max(0, left) / kTile; column <= columnEnd; ++column)
            m_isTouched[static_cast<std::size_t>(row * m_tileColumns + column)] = 1;
}

void LineAccumulator::resolve(QRgb color)
{
    for (int row = 0; row < m_tileRows; ++row)
        for (int column = 0; column < m_tileColumns; ++column) {
            std::uint8_t& isTouched = m_isTouched[static_cast<std::size_t>(row * m_tileColumns + column)];
            if (isTouched == 0)
                continue;
            isTouched = 0;
            const int bottom = std::min((row + 1) * kTile, m_bottom - m_top);
            const int left = column * kTile, count = std::min(kTile, m_width - left);
            for (int y = row * kTile; y < bottom; ++y)
                blendRow(m_pixels + static_cast<std::ptrdiff_t>(m_top + y) * m_stride + left,
                         m_through.data() + static_cast<std::ptrdiff_t>(y) * m_width + left, count, color);
        }
}

} // namespace weavemap::ui
