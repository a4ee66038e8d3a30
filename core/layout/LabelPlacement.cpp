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
constexpr double kOwn = 0.98;         ///< of the gap to the own disc
constexpr double kLeastOutward = 0.4; ///< cosine: about 65 degrees off the way
constexpr double kLeastUpright = 0.9; ///< about 25 degrees
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

/// What is taken, by cells. What lies beyond the grid's frame counts into its border cells.
class LabelPlacer::Taken
{
public:
    Taken(const Rect& frame, std::span<const Disc> discs) : m_frame(frame)
    {
        const double room = std::max(frame.width * frame.height, 1.0) / static_cast<double>(discs.size() + 1);
        m_cell =
            std::max({16.0, 2.0 * std::sqrt(room), frame.width / kMostCellsPerAxis, frame.height / kMostCellsPerAxis});
        m_columns = static_cast<std::int32_t>(frame.width / m_cell) + 1;
        m_rows = static_cast<std::int32_t>(frame.height / m_cell) + 1;
        const std::size_t cells = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
        m_rects.first.assign(cells, kNone);
        m_leaders.first.assign(cells, kNone);
        addDiscs(discs, cells);
    }

    void add(const Rect& rect)
    {
        forCells(rect, [&](std::size_t cell) { return m_rects.add(cell, rect); });
    }
    void add(const Segment& segment)
    {
        forCells(boxOf(segment), [&](std::size_t cell) { return m_leaders.add(cell, segment); });
    }

    /// What is kept free around a label.
    struct Margins
    {
        double discs, sides, lines, clear;
    };
    bool isFree(const Rect& box, const Margins& margins) const
    {
        const Rect wide = box.grown(margins.clear), round = box.grown(margins.discs);
        const Rect apart{box.x - margins.sides, box.y - margins.lines, box.width + 2.0 * margins.sides,
                         box.height + 2.0 * margins.lines};
        return forCells(round.united(apart).united(wide), [&](std::size_t cell) {
            return noDisc(cell,
                          [&](const Disc& d) {
                              return wide.intersects(d) || box.intersects(Disc{d.x, d.y, d.radius + margins.discs});
                          }) &&
                   m_rects.none(cell, [&](const Rect& r) { return apart.intersects(r); }) &&
                   m_leaders.none(cell, [&](const Segment& s) { return crosses(s, wide); });
        });
    }
    /// How much a box covers, roughly: rectangles weigh more than all discs and leader lines.
    double covered(const Rect& box) const
    {
        constexpr double kRect = 1000.0;
        double cost = 0.0;
        const auto count = [&cost](bool meets, double weight) {
            cost += meets ? weight : 0.0;
            return false;
        };
        forCells(box, [&](std::size_t cell) {
            return m_rects.none(cell, [&](const Rect& r) { return count(box.intersects(r), kRect); }) &&
                   noDisc(cell, [&](const Disc& d) { return count(box.intersects(d), 1.0); }) &&
                   m_leaders.none(cell, [&](const Segment& s) { return count(crosses(s, box), 1.0); });
        });
        return cost;
    }
    /// Whether a leader line from `anchor` meets nothing: of two that cross nobody could tell whose is which.
    bool isFree(const Segment& leader, const Disc& anchor, double clearance) const
    {
        return forCells(boxOf(leader).grown(clearance), [&](std::size_t cell) {
            return noDisc(cell,
                          [&](const Disc& d) {
                              const bool isOwn = d.x == anchor.x && d.y == anchor.y;
                              return !isOwn && crosses(leader, d, clearance);
                          }) &&
                   m_rects.none(cell, [&](const Rect& r) { return crosses(leader, r); }) &&
                   m_leaders.none(cell, [&](const Segment& s) { return crosses(leader, s); });
        });
    }

private:
    static constexpr std::int32_t kNone = -1;

    /// A few things of a cell each, the newest first.
    template <class Thing>
    struct Lists
    {
        struct Link
        {
            Thing thing;
            std::int32_t next;
        };
        std::vector<std::int32_t> first; ///< of each cell
        std::vector<Link> links;

        bool add(std::size_t cell, const Thing& thing)
        {
            links.push_back({thing, first[cell]});
            first[cell] = static_cast<std::int32_t>(links.size()) - 1;
            return true;
        }
        template <class Is>
        bool none(std::size_t cell, const Is& is) const
        {
            for (std::int32_t at = first[cell]; at != kNone; at = links[static_cast<std::size_t>(at)].next)
                if (is(links[static_cast<std::size_t>(at)].thing))
                    return false;
            return true;
        }
    };

    template <class Is>
    bool noDisc(std::size_t cell, const Is& is) const
    {
        return std::none_of(m_discs.begin() + m_begin[cell], m_discs.begin() + m_begin[cell + 1], is);
    }

    /// Those of one cell after those of the other.
    void addDiscs(std::span<const Disc> discs, std::size_t cells)
    {
        const auto forAll = [&](const auto& use) {
            for (const Disc& disc : discs)
                if (isSound(disc))
                    forCells({disc.x - disc.radius, disc.y - disc.radius, 2.0 * disc.radius, 2.0 * disc.radius},
                             [&](std::size_t cell) {
                                 use(cell, disc);
                                 return true;
                             });
        };
        m_begin.assign(cells + 1, 0);
        forAll([&](std::size_t cell, const Disc&) { ++m_begin[cell + 1]; });
        std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
        m_discs.resize(static_cast<std::size_t>(m_begin.back()));
        std::vector<std::ptrdiff_t> next(m_begin.begin(), m_begin.end() - 1);
        forAll([&](std::size_t cell, const Disc& disc) { m_discs[static_cast<std::size_t>(next[cell]++)] = disc; });
    }

    /// Every cell a box comes into, as long as `use` is true; whether it was to the end.
    template <class Use>
    bool forCells(const Rect& box, const Use& use) const
    {
        const auto index = [&](double value, double from, std::int32_t count) {
            const double cell = (value - from) / m_cell;
            return cell > 0.0 ? static_cast<std::int32_t>(std::min(cell, static_cast<double>(count - 1))) : 0;
        };
        const std::int32_t left = index(box.x, m_frame.x, m_columns), right = index(box.right(), m_frame.x, m_columns);
        const std::int32_t top = index(box.y, m_frame.y, m_rows), bottom = index(box.bottom(), m_frame.y, m_rows);
        for (std::int32_t row = top; row <= bottom; ++row)
            for (std::int32_t column = left; column <= right; ++column)
                if (!use(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                         static_cast<std::size_t>(column)))
                    return false;
        return true;
    }

    Rect m_frame;
    double m_cell = 16.0;
    std::int32_t m_columns = 1;
    std::int32_t m_rows = 1;
    std::vector<std::ptrdiff_t> m_begin; ///< of each cell in `m_discs`, and the end
    std::vector<Disc> m_discs;
    Lists<Rect> m_rects;
    Lists<Segment> m_leaders;
};

namespace {

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

/// Those that lead outward, the straightest first; all of them where no way is given.
std::vector<Direction> directionsOf(const Label& label)
{
    const Point& way = label.outward;
    std::vector<Direction> directions(kDirections.begin(), kDirections.end());
    const double length = std::hypot(way.x, way.y);
    if (!(length > 0.0) || !isSound(length))
        return directions;
    const auto along = [&](const Direction& d) { return (d.x * way.x + d.y * way.y) / length; };
    // What is above or below is as wide as its words, and would reach back into the ring.
    std::erase_if(directions,
                  [&](const Direction& d) { return along(d) < (d.x == 0.0 ? kLeastUpright : kLeastOutward); });
    std::stable_sort(directions.begin(), directions.end(),
                     [&](const Direction& a, const Direction& b) { return along(a) > along(b); });
    return directions;
}

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

} // namespace

LabelPlacer::LabelPlacer(const LabelScene& scene, const Rect& frame, const LabelOptions& options)
    : m_bounds(scene.bounds), m_options(options), m_taken(std::make_unique<Taken>(frame, scene.discs))
{
    for (const Rect& rect : scene.obstacles) {
        if (!rect.isEmpty() && isSound(rect.x) && isSound(rect.y))
            m_taken->add(rect);
    }
    for (const LabelLine& line : scene.lines)
        m_taken->add(line);
}

LabelPlacer::~LabelPlacer() = default;

std::vector<PlacedLabel> LabelPlacer::place(std::span<const Label> labels, std::size_t limit)
{
    Taken& taken = *m_taken;
    const LabelOptions& options = m_options;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (isSound(labels[i]))
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return labels[a].importance > labels[b].importance; });
    std::vector<PlacedLabel> placed;
    const auto fits = [&](const Label& label, const Rect& box, double fromDiscs, double apart) {
        const Taken::Margins margins{
            std::max(options.clearance, fromDiscs), std::max(options.clearance, apart * options.beside * label.height),
            std::max(options.clearance, apart * options.lines * label.height), options.clearance};
        return (m_bounds.isEmpty() || m_bounds.contains(box)) && taken.isFree(box, margins);
    };
    const auto keep = [&](std::size_t i, const Rect& box, LabelSpot spot, const Segment& leader) {
        taken.add(box);
        if (spot == LabelSpot::leader)
            taken.add(leader);
        placed.push_back({i, box, spot, leader.from, leader.to});
    };
    const auto tryBeside = [&](std::size_t i, double fromDiscs, double apart) {
        const Label& label = labels[i];
        for (const Direction& direction : directionsOf(label)) {
            const Rect box = boxAt(label, direction, label.anchor.radius + options.gap);
            if (fits(label, box, fromDiscs, apart)) {
                const Point edge{label.anchor.x + label.anchor.radius * direction.x,
                                 label.anchor.y + label.anchor.radius * direction.y};
                keep(i, box, direction.spot, {edge, edge});
                return true;
            }
        }
        return false;
    };
    const auto tryFarther = [&](std::size_t i, double apart) {
        const Label& label = labels[i];
        for (const double out : kOut) {
            for (const Direction& direction : directionsOf(label)) {
                const double reach = label.anchor.radius + options.gap + out;
                const Rect box = boxAt(label, direction, reach);
                if (!fits(label, box, 0.0, apart))
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
                const Rect box = within(m_bounds, boxAt(label, direction, label.anchor.radius + options.gap + out));
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
        if (placed.size() >= limit)
            break;
        // Whose name it is, is plain where no other disc stands as near as their own.
        bool isPlaced = tryBeside(i, kOwn * options.gap, 1.0) || tryBeside(i, 0.0, 1.0) || tryFarther(i, 1.0);
        if (!isPlaced && options.apart == LabelOptions::Apart::wherePossible)
            isPlaced = tryBeside(i, 0.0, 0.0) || tryFarther(i, 0.0);
        if (!isPlaced && labels[i].room == Label::Room::anyCase)
            putWhereItCoversLeast(i);
    }
    return placed;
}

std::vector<PlacedLabel> placeLabels(std::span<const Label> labels, const LabelScene& scene,
                                     const LabelOptions& options)
{
    Rect frame = scene.bounds;
    bool isFirst = true;
    for (const Label& label : labels) {
        if (!scene.bounds.isEmpty() || !isSound(label))
            continue;
        const Rect point{label.anchor.x, label.anchor.y, 0.0, 0.0};
        frame = isFirst ? point : frame.united(point);
        isFirst = false;
    }
    return LabelPlacer(scene, frame, options).place(labels, options.limit);
}

} // namespace weavemap::layout
