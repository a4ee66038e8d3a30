// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/LabelPlacement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace weavemap::layout {

namespace {

constexpr double kDiagonal = 0.70710678118654752;
constexpr double kFarthest = 1e9;
constexpr std::array<double, 3> kOut = {16.0, 30.0, 46.0};
constexpr std::int32_t kMostCellsPerAxis = 400;

using Segment = LabelLine;

/// Whether a segment comes into a rectangle (Liang, Barsky 1984).
bool crosses(const Segment& s, const Rect& r)
{
    const double dx = s.to.x - s.from.x, dy = s.to.y - s.from.y;
    const double p[4] = {-dx, dx, -dy, dy};
    const double q[4] = {s.from.x - r.x, r.right() - s.from.x, s.from.y - r.y, r.bottom() - s.from.y};
    double enter = 0.0, leave = 1.0;
    for (int side = 0; side < 4; ++side) {
        if (p[side] == 0.0) {
            if (q[side] <= 0.0)
                return false;
            continue;
        }
        const double t = q[side] / p[side];
        if (p[side] < 0.0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
    }
    return enter < leave;
}

bool crosses(const Segment& s, const Disc& d, double clearance)
{
    const double dx = s.to.x - s.from.x, dy = s.to.y - s.from.y;
    const double squared = dx * dx + dy * dy;
    double t = squared > 0.0 ? ((d.x - s.from.x) * dx + (d.y - s.from.y) * dy) / squared : 0.0;
    t = std::clamp(t, 0.0, 1.0);
    const double ex = s.from.x + t * dx - d.x, ey = s.from.y + t * dy - d.y;
    const double want = d.radius + clearance;
    return ex * ex + ey * ey < want * want;
}

/// Whether two segments have a point in common; parallel ones do not.
bool crosses(const Segment& one, const Segment& other)
{
    const double ax = one.to.x - one.from.x, ay = one.to.y - one.from.y;
    const double bx = other.to.x - other.from.x, by = other.to.y - other.from.y;
    const double turn = ax * by - ay * bx;
    if (turn == 0.0)
        return false;
    const double dx = other.from.x - one.from.x, dy = other.from.y - one.from.y;
    const double s = (dx * by - dy * bx) / turn, t = (dx * ay - dy * ax) / turn;
    return s >= 0.0 && s <= 1.0 && t >= 0.0 && t <= 1.0;
}

Rect boxOf(const Segment& s)
{
    return {std::min(s.from.x, s.to.x), std::min(s.from.y, s.to.y), std::abs(s.to.x - s.from.x),
            std::abs(s.to.y - s.from.y)};
}

/// What is taken, by cells. What lies beyond the grid's frame counts into its border cells.
class Taken
{
public:
    Taken(const Rect& frame, std::size_t items) : m_frame(frame)
    {
        const double room = std::max(frame.width * frame.height, 1.0) / static_cast<double>(items + 1);
        m_cell =
            std::max({16.0, 2.0 * std::sqrt(room), frame.width / kMostCellsPerAxis, frame.height / kMostCellsPerAxis});
        m_columns = static_cast<std::int32_t>(frame.width / m_cell) + 1;
        m_rows = static_cast<std::int32_t>(frame.height / m_cell) + 1;
        m_cells.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    }

    void add(const Disc& disc)
    {
        const Rect box{disc.x - disc.radius, disc.y - disc.radius, 2.0 * disc.radius, 2.0 * disc.radius};
        forCells(box, [&](Cell& cell) { cell.discs.push_back(disc); });
    }
    void add(const Rect& rect)
    {
        forCells(rect, [&](Cell& cell) { cell.rects.push_back(rect); });
    }
    void add(const Segment& segment)
    {
        forCells(boxOf(segment), [&](Cell& cell) { cell.leaders.push_back(segment); });
    }

    bool isFree(const Rect& box, double clearance)
    {
        const Rect wide = box.grown(clearance);
        bool isFree = true;
        forCells(wide, [&](const Cell& cell) {
            isFree = isFree &&
                     std::none_of(cell.discs.begin(), cell.discs.end(), [&](auto& d) { return wide.intersects(d); }) &&
                     std::none_of(cell.rects.begin(), cell.rects.end(), [&](auto& r) { return wide.intersects(r); }) &&
                     std::none_of(cell.leaders.begin(), cell.leaders.end(), [&](auto& s) { return crosses(s, wide); });
        });
        return isFree;
    }
    /// How much a box covers, roughly: rectangles weigh more than all discs and leader lines.
    double covered(const Rect& box)
    {
        constexpr double kRect = 1000.0;
        double cost = 0.0;
        forCells(box, [&](const Cell& cell) {
            cost += kRect * static_cast<double>(std::count_if(cell.rects.begin(), cell.rects.end(),
                                                              [&](auto& r) { return box.intersects(r); }));
            cost += static_cast<double>(
                std::count_if(cell.discs.begin(), cell.discs.end(), [&](auto& d) { return box.intersects(d); }));
            cost += static_cast<double>(
                std::count_if(cell.leaders.begin(), cell.leaders.end(), [&](auto& s) { return crosses(s, box); }));
        });
        return cost;
    }
    /// Whether a leader line from `anchor` meets nothing: of two that cross nobody could tell whose is which.
    bool isFree(const Segment& leader, const Disc& anchor, double clearance)
    {
        bool isFree = true;
        forCells(boxOf(leader).grown(clearance), [&](const Cell& cell) {
            isFree =
                isFree &&
                std::none_of(cell.discs.begin(), cell.discs.end(),
                             [&](const Disc& d) {
                                 const bool isOwn = d.x == anchor.x && d.y == anchor.y;
                                 return !isOwn && crosses(leader, d, clearance);
                             }) &&
                std::none_of(cell.rects.begin(), cell.rects.end(), [&](auto& r) { return crosses(leader, r); }) &&
                std::none_of(cell.leaders.begin(), cell.leaders.end(), [&](auto& s) { return crosses(leader, s); });
        });
        return isFree;
    }

private:
    struct Cell
    {
        std::vector<Disc> discs;
        std::vector<Rect> rects;
        std::vector<Segment> leaders;
    };

    template <class Use>
    void forCells(const Rect& box, const Use& use)
    {
        const auto index = [&](double value, double from, std::int32_t count) {
            return static_cast<std::int32_t>(
                std::clamp(std::floor((value - from) / m_cell), 0.0, static_cast<double>(count - 1)));
        };
        const std::int32_t left = index(box.x, m_frame.x, m_columns), right = index(box.right(), m_frame.x, m_columns);
        const std::int32_t top = index(box.y, m_frame.y, m_rows), bottom = index(box.bottom(), m_frame.y, m_rows);
        for (std::int32_t row = top; row <= bottom; ++row) {
            for (std::int32_t column = left; column <= right; ++column)
                use(m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                            static_cast<std::size_t>(column)]);
        }
    }

    Rect m_frame;
    double m_cell = 16.0;
    std::int32_t m_columns = 1;
    std::int32_t m_rows = 1;
    std::vector<Cell> m_cells;
};

struct Direction
{
    LabelSpot spot;
    double x, y;
};

constexpr std::array<Direction, 8> kDirections = {{
    {LabelSpot::right, 1.0, 0.0},
    {LabelSpot::left, -1.0, 0.0},
    {LabelSpot::below, 0.0, 1.0},
    {LabelSpot::above, 0.0, -1.0},
    {LabelSpot::belowRight, kDiagonal, kDiagonal},
    {LabelSpot::aboveRight, kDiagonal, -kDiagonal},
    {LabelSpot::belowLeft, -kDiagonal, kDiagonal},
    {LabelSpot::aboveLeft, -kDiagonal, -kDiagonal},
}};

/// The box whose nearest point to the disc's centre is `reach` away in a direction.
Rect boxAt(const Label& label, const Direction& direction, double reach)
{
    const auto start = [](double at, double size, double toward) {
        return toward > 0.0 ? at : (toward < 0.0 ? at - size : at - 0.5 * size);
    };
    const Point near{label.anchor.x + reach * direction.x, label.anchor.y + reach * direction.y};
    return {start(near.x, label.width, direction.x), start(near.y, label.height, direction.y), label.width,
            label.height};
}

/// The box moved into the bounds as far as it goes.
Rect within(const Rect& bounds, Rect box)
{
    if (bounds.isEmpty())
        return box;
    box.x = std::max(bounds.x, std::min(box.x, bounds.right() - box.width));
    box.y = std::max(bounds.y, std::min(box.y, bounds.bottom() - box.height));
    return box;
}

bool isSound(double value) { return value >= -kFarthest && value <= kFarthest; }

bool isSound(const Disc& disc)
{
    return isSound(disc.x) && isSound(disc.y) && isSound(disc.radius) && disc.radius >= 0.0;
}

bool isSound(const Label& label)
{
    return isSound(label.anchor) && isSound(label.width) && isSound(label.height) && label.width > 0.0 &&
           label.height > 0.0;
}

} // namespace

std::vector<PlacedLabel> placeLabels(std::span<const Label> labels, const LabelScene& scene,
                                     const LabelOptions& options)
{
    std::vector<std::size_t> order;
    Rect frame = scene.bounds;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Label& label = labels[i];
        if (!isSound(label))
            continue;
        if (scene.bounds.isEmpty()) {
            const Rect point{label.anchor.x, label.anchor.y, 0.0, 0.0};
            frame = order.empty() ? point : frame.united(point);
        }
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return labels[a].importance > labels[b].importance; });
    Taken taken(frame, scene.discs.size());
    for (const Disc& disc : scene.discs) {
        if (isSound(disc))
            taken.add(disc);
    }
    for (const Rect& rect : scene.obstacles) {
        if (!rect.isEmpty() && isSound(rect.x) && isSound(rect.y))
            taken.add(rect);
    }
    for (const LabelLine& line : scene.lines)
        taken.add(line);
    std::vector<PlacedLabel> placed;
    const auto fits = [&](const Rect& box) {
        return (scene.bounds.isEmpty() || scene.bounds.contains(box)) && taken.isFree(box, options.clearance);
    };
    const auto keep = [&](std::size_t i, const Rect& box, LabelSpot spot, const Segment& leader) {
        taken.add(box);
        if (spot == LabelSpot::leader)
            taken.add(leader);
        placed.push_back({i, box, spot, leader.from, leader.to});
    };
    const auto tryBeside = [&](std::size_t i) {
        const Label& label = labels[i];
        for (const Direction& direction : kDirections) {
            const Rect box = boxAt(label, direction, label.anchor.radius + options.gap);
            if (fits(box)) {
                const Point edge{label.anchor.x + label.anchor.radius * direction.x,
                                 label.anchor.y + label.anchor.radius * direction.y};
                keep(i, box, direction.spot, {edge, edge});
                return true;
            }
        }
        return false;
    };
    const auto tryFarther = [&](std::size_t i) {
        const Label& label = labels[i];
        for (const double out : kOut) {
            for (const Direction& direction : kDirections) {
                const double reach = label.anchor.radius + options.gap + out;
                const Rect box = boxAt(label, direction, reach);
                if (!fits(box))
                    continue;
                const Segment leader{{label.anchor.x + label.anchor.radius * direction.x,
                                      label.anchor.y + label.anchor.radius * direction.y},
                                     {label.anchor.x + reach * direction.x, label.anchor.y + reach * direction.y}};
                if (taken.isFree(leader, label.anchor, options.clearance)) {
                    keep(i, box, LabelSpot::leader, leader);
                    return true;
                }
            }
        }
        return false;
    };
    const auto putWhereItCoversLeast = [&](std::size_t i) {
        const Label& label = labels[i];
        Rect best;
        LabelSpot spot = LabelSpot::right;
        double least = std::numeric_limits<double>::infinity();
        for (const double out : {0.0, kOut[0], kOut[1], kOut[2]}) {
            for (const Direction& direction : kDirections) {
                const Rect box = within(scene.bounds, boxAt(label, direction, label.anchor.radius + options.gap + out));
                // A spot farther out must be worth it: there is no leader line to it.
                const double cost = taken.covered(box.grown(options.clearance)) + out / kOut[0];
                if (cost < least) {
                    least = cost;
                    best = box;
                    spot = direction.spot;
                }
            }
        }
        keep(i, best, spot, {{label.anchor.x, label.anchor.y}, {label.anchor.x, label.anchor.y}});
    };
    for (const std::size_t i : order) {
        if (placed.size() >= options.limit)
            break;
        if (!tryBeside(i) && !tryFarther(i) && labels[i].room == Label::Room::anyCase)
            putWhereItCoversLeast(i);
    }
    return placed;
}

} // namespace weavemap::layout
