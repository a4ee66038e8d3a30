// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LineAccumulator.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace weavemap::ui {

namespace {

constexpr double kFixed = 65536.0;
constexpr double kFarthest = 1e7; ///< px; farther ends, and those that are no numbers, are not drawn

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
{
    for (int slope = 0; slope <= kSlopes; ++slope) {
        const double tangent = static_cast<double>(slope) / kSlopes;
        const double c = 1 / std::sqrt(1 + tangent * tangent);
        Below& shares = m_below[static_cast<std::size_t>(slope)];
        for (std::size_t i = 0; i < shares.size(); ++i)
            shares[i] =
                static_cast<float>(squareBelow((static_cast<double>(i) + 0.5) / kStepsPerPixel - 1, c, c * tangent));
    }
}

void LineAccumulator::draw(const std::vector<TieClass>& classes, const std::vector<TieSegment>& segments, double scale)
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const TieClass& look = classes[i];
        m_halfWidth = static_cast<double>(look.width) * scale / 2;
        m_alpha = static_cast<double>(look.alpha);
        for (Table& table : m_tables)
            table.clear();
        for (std::uint32_t k = look.begin; k < look.end; ++k) {
            const TieSegment& piece = segments[k];
            addSegment(static_cast<double>(piece.x0) * scale, static_cast<double>(piece.y0) * scale,
                       static_cast<double>(piece.x1) * scale, static_cast<double>(piece.y1) * scale);
        }
        if (i + 1 == classes.size() || classes[i + 1].color != look.color)
            resolve(look.color);
    }
}

const LineAccumulator::Table& LineAccumulator::tableFor(int slope)
{
    Table& table = m_tables[static_cast<std::size_t>(slope)];
    if (!table.empty())
        return table;
    const double tangent = static_cast<double>(slope) / kSlopes;
    const double c = 1 / std::sqrt(1 + tangent * tangent), s = c * tangent;
    const double reach = (m_halfWidth + (c + s) / 2) / c;
    const int entries = static_cast<int>(std::ceil(reach * kStepsPerPixel)) + 2;
    table.reserve(static_cast<std::size_t>(entries));
    for (int i = 0; i < entries; ++i) {
        const double distance = (i + 0.5) / kStepsPerPixel * c;
        const double cover = squareBelow(m_halfWidth - distance, c, s) - squareBelow(-m_halfWidth - distance, c, s);
        table.push_back(static_cast<std::uint16_t>(std::lround(65535 * m_alpha * std::clamp(cover, 0.0, 1.0))));
    }
    table.back() = 0;
    return table;
}

void LineAccumulator::addSegment(double x0, double y0, double x1, double y1)
{
    if (!(std::abs(x0) < kFarthest && std::abs(y0) < kFarthest && std::abs(x1) < kFarthest && std::abs(y1) < kFarthest))
        return;
    const double margin = m_halfWidth + 2;
    if (!(std::max(x0, x1) > -margin && std::min(x0, x1) < m_width + margin && std::max(y0, y1) > m_top - margin &&
          std::min(y0, y1) < m_bottom + margin))
        return;
    if (std::abs(x1 - x0) >= std::abs(y1 - y0))
        x0 <= x1 ? addLine<false>(x0, y0, x1, y1) : addLine<false>(x1, y1, x0, y0);
    else
        y0 <= y1 ? addLine<true>(y0, x0, y1, x1) : addLine<true>(y1, x1, y0, x0);
}

/// u runs along the longer axis (x, or y where steep), v across it.
template <bool kSteep>
void LineAccumulator::addLine(double u0, double v0, double u1, double v1)
{
    const double du = u1 - u0, dv = v1 - v0;
    const double length = std::hypot(du, dv);
    if (length < 1e-4)
        return;
    const double tangent = dv / du;
    const double c = du / length, s = std::abs(dv) / length;
    const int slope = static_cast<int>(std::lround(std::abs(tangent) * kSlopes));
    const Table& table = tableFor(slope);
    const Below& shares = m_below[static_cast<std::size_t>(slope)];
    const auto below = [&shares](double x) {
        return x <= -1 ? 0.0F : x >= 1 ? 1.0F : shares[static_cast<std::size_t>((x + 1) * kStepsPerPixel)];
    };
    const int reachFixed = static_cast<int>(table.size() - 1) * (65536 / kStepsPerPixel);

    // Pixels whose square the strip's ends may cut are weighed by how far they lie along the line as well.
    const double half = (c + s) / 2;
    const double overhang = half + m_halfWidth * s + 1;
    const int uLow = kSteep ? m_top : 0, uHigh = kSteep ? m_bottom : m_width;
    const int vLow = kSteep ? 0 : m_top, vHigh = kSteep ? m_width : m_bottom;
    int first = std::max(uLow, static_cast<int>(std::floor(u0 - overhang)));
    int last = std::min(uHigh - 1, static_cast<int>(std::ceil(u1 + overhang)));
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
    const double vReach = static_cast<double>(reachFixed) / kFixed;
    const double cutZone = (half + vReach * s) / c;
    const double wholeFrom = u0 + cutZone, wholeTo = u1 - cutZone;

    const std::size_t vStep = kSteep ? 1 : static_cast<std::size_t>(m_width);
    for (int chunk = first; chunk <= last; chunk += kTile) {
        const int chunkEnd = std::min(last, chunk + kTile - 1);
        const double vA = v0 + (chunk + 0.5 - u0) * tangent, vB = v0 + (chunkEnd + 0.5 - u0) * tangent;
        const int vTop = static_cast<int>(std::floor(std::min(vA, vB) - vReach)) - 1;
        const int vBottom = static_cast<int>(std::ceil(std::max(vA, vB) + vReach)) + 1;
        if constexpr (kSteep)
            markTiles(vTop, chunk - m_top, vBottom, chunkEnd - m_top);
        else
            markTiles(chunk, vTop - m_top, chunkEnd, vBottom - m_top);
        for (int u = chunk; u <= chunkEnd; ++u) {
            // Whole numbers from here on: fast, and the same in every band.
            const auto v = static_cast<std::int64_t>((v0 + (u + 0.5 - u0) * tangent) * kFixed) - 32768;
            const int vFirst = std::max(vLow, static_cast<int>((v - reachFixed + 65535) >> 16));
            const int vLast = std::min(vHigh - 1, static_cast<int>((v + reachFixed) >> 16));
            if (vFirst > vLast)
                continue;
            int offset = static_cast<int>((static_cast<std::int64_t>(vFirst) << 16) - v);
            std::uint16_t* through =
                m_through.data() + (kSteep
                                        ? static_cast<std::size_t>(u - m_top) * static_cast<std::size_t>(m_width) +
                                              static_cast<std::size_t>(vFirst)
                                        : static_cast<std::size_t>(vFirst - m_top) * static_cast<std::size_t>(m_width) +
                                              static_cast<std::size_t>(u));
            const bool isWhole = u + 0.5 >= wholeFrom && u + 0.5 <= wholeTo;
            for (int at = vFirst; at <= vLast; ++at, offset += 65536, through += vStep) {
                const int distance = std::abs(offset);
                if (distance >= reachFixed)
                    continue;
                std::uint32_t ink = table[static_cast<std::size_t>(distance) / (65536 / kStepsPerPixel)];
                if (!isWhole) {
                    const double along = (u + 0.5 - u0) * c + (at + 0.5 - v0) * (dv / length);
                    const float share = below(along) - below(along - length);
                    if (share <= 0)
                        continue;
                    ink = static_cast<std::uint32_t>(static_cast<float>(ink) * share);
                }
                *through = static_cast<std::uint16_t>(*through - ((*through * ink + 32768U) >> 16));
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
    const auto red = static_cast<std::uint32_t>(qRed(color)), green = static_cast<std::uint32_t>(qGreen(color)),
               blue = static_cast<std::uint32_t>(qBlue(color));
    const auto mix = [](std::uint32_t below, std::uint32_t above, std::uint32_t through) {
        return (below * through + above * (65535U - through) + 32767U) / 65535U;
    };
    for (int row = 0; row < m_tileRows; ++row)
        for (int column = 0; column < m_tileColumns; ++column) {
            std::uint8_t& isTouched = m_isTouched[static_cast<std::size_t>(row * m_tileColumns + column)];
            if (isTouched == 0)
                continue;
            isTouched = 0;
            const int bottom = std::min((row + 1) * kTile, m_bottom - m_top);
            const int left = column * kTile, right = std::min(left + kTile, m_width);
            for (int y = row * kTile; y < bottom; ++y) {
                std::uint16_t* through =
                    m_through.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
                QRgb* pixel = m_pixels + static_cast<std::size_t>(m_top + y) * static_cast<std::size_t>(m_stride);
                for (int x = left; x < right; ++x) {
                    const std::uint32_t t = through[x];
                    if (t == 65535U)
                        continue;
                    const QRgb below = pixel[x];
                    pixel[x] = qRgb(static_cast<int>(mix(static_cast<std::uint32_t>(qRed(below)), red, t)),
                                    static_cast<int>(mix(static_cast<std::uint32_t>(qGreen(below)), green, t)),
                                    static_cast<int>(mix(static_cast<std::uint32_t>(qBlue(below)), blue, t)));
                    through[x] = 65535;
                }
            }
        }
}

} // namespace weavemap::ui
