// SPDX-License-Identifier: GPL-3.0-or-later
// Circles of people: rings round one person, and everybody on one circle.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "core/layout/CircleOrder.h"
#include "core/layout/Styles.h"
#include "core/layout/Turn.h"

namespace weavemap::layout {

namespace {

constexpr double kBeside = 10.0;       ///< between two discs of a row
constexpr double kBetweenRings = 52.0; ///< between the discs of two rings
constexpr double kLongRow = 280.0;     ///< a ring grows to this radius, or by half, before it gets a second row
constexpr double kFull = 0.97;         ///< share of a row that discs and their gaps may take
constexpr int kRounds = 14;
constexpr std::size_t kOneRow = 600;   ///< people on a circle of one row
constexpr double kBetweenGroups = 2.0; ///< extra room on a circle, in people
constexpr double kTop = 0.75;          ///< the turn of the topmost point
constexpr std::uint32_t kNone = UINT32_MAX;

using People = std::vector<std::uint32_t>;

double widthOf(const StyleInput& input, std::uint32_t v) { return 2.0 * static_cast<double>(input.radii[v]) + kBeside; }

bool isHeld(const StyleInput& input, std::uint32_t v) { return !input.held.empty() && input.held[v] != 0; }

Point pointOf(const Positions& at, std::uint32_t v)
{
    return {static_cast<double>(at.x[v]), static_cast<double>(at.y[v])};
}

void put(Positions& at, std::uint32_t v, const Point& p)
{
    at.x[v] = static_cast<float>(p.x);
    at.y[v] = static_cast<float>(p.y);
}

/// A ring of one or several rows.
struct Band
{
    std::vector<double> radii;
    double pitch = 0.0; ///< between rows
};

/// Rows from `inner` outward that hold these people; one row where it need not grow much.
Band bandFor(const StyleInput& input, const People& people, double inner)
{
    double length = 0.0, widest = 0.0;
    for (const std::uint32_t v : people) {
        length += widthOf(input, v);
        widest = std::max(widest, widthOf(input, v));
    }
    Band band;
    band.pitch = widest;
    const double alone = std::max(inner, length / (2.0 * kPi * kFull));
    if (alone <= std::max(kLongRow, 1.5 * inner)) {
        band.radii = {alone};
        return band;
    }
    double room = 0.0;
    for (double radius = inner; room < length; radius += widest) {
        band.radii.push_back(radius);
        // Whoever does not fit at the end of a row leaves up to one place of it empty.
        room += std::max(2.0 * kPi * radius * kFull - widest, 0.0);
    }
    return band;
}

/// Which row of the band each takes: those who stand in one keep it, the others fill the emptiest.
std::vector<std::size_t> rowsOf(const StyleInput& input, const Band& band, const People& ordered,
                                std::span<const double> standing)
{
    std::vector<std::size_t> rows(ordered.size(), band.radii.size());
    std::vector<double> used(band.radii.size(), 0.0);
    const auto share = [&](std::size_t row, double more) {
        return (used[row] + more) / (2.0 * kPi * band.radii[row] * kFull);
    };
    const auto take = [&](std::size_t i, std::size_t row) {
        rows[i] = row;
        used[row] += widthOf(input, ordered[i]);
    };
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (std::size_t row = 0; row < band.radii.size() && !standing.empty(); ++row) {
            if (std::abs(standing[i] - band.radii[row]) < 0.5 * band.pitch &&
                share(row, widthOf(input, ordered[i])) <= 1.0) {
                take(i, row);
                break;
            }
        }
    }
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        if (rows[i] < band.radii.size())
            continue;
        std::size_t emptiest = 0;
        for (std::size_t row = 1; row < band.radii.size(); ++row) {
            if (share(row, widthOf(input, ordered[i])) < share(emptiest, widthOf(input, ordered[i])))
                emptiest = row;
        }
        take(i, emptiest);
    }
    return rows;
}

/// Puts people on the band at the turns they wish, as near as they fit; gives their turns.
std::vector<double> placeOn(const StyleInput& input, const Band& band, const People& people,
                            std::span<const double> wishes, std::span<const std::size_t> rows, Positions& at)
{
    std::vector<double> turns(people.size());
    for (std::size_t row = 0; row < band.radii.size(); ++row) {
        std::vector<std::size_t> members;
        std::vector<double> wished, widths;
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (rows[i] != row)
                continue;
            members.push_back(i);
            wished.push_back(wishes[i]);
            widths.push_back(widthOf(input, people[i]) / (2.0 * kPi * band.radii[row]));
        }
        const std::vector<double> spread = spreadOnCircle(wished, widths);
        for (std::size_t k = 0; k < members.size(); ++k) {
            turns[members[k]] = spread[k];
            const Point unit = unitAt(spread[k]);
            put(at, people[members[k]], {band.radii[row] * unit.x, band.radii[row] * unit.y});
        }
    }
    return turns;
}

std::vector<std::uint32_t> stepsFrom(const WorkGraph& graph, std::uint32_t centre)
{
    std::vector<std::uint32_t> steps(graph.size(), kNone), queue{centre};
    steps[centre] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head) {
        for (const std::uint32_t u : graph.neighbours(queue[head])) {
            if (steps[u] == kNone) {
                steps[u] = steps[queue[head]] + 1;
                queue.push_back(u);
            }
        }
    }
    return steps;
}

/// The people of a ring in the order of their turns.
void sortByTurn(People& people, const std::vector<double>& turns)
{
    std::sort(people.begin(), people.end(),
              [&](std::uint32_t a, std::uint32_t b) { return turns[a] != turns[b] ? turns[a] < turns[b] : a < b; });
}

/// Whose turn counts for that of somebody: at the end only contacts one step nearer, so that people stand in the order
/// of those who lead to them.
enum class Pull : std::uint8_t { all, inner };

/// Where v's contacts would have it on its ring: those one step nearer count most.
double wishOf(const WorkGraph& graph, const std::vector<std::uint32_t>& steps, const std::vector<Point>& units,
              const std::vector<double>& turns, std::uint32_t v, Pull pull)
{
    const double own = pull == Pull::all ? 0.25 : 0.0;
    Point sum{own * units[v].x, own * units[v].y};
    for (const std::uint32_t u : graph.neighbours(v)) {
        if (steps[u] == 0 || (pull == Pull::inner && steps[u] >= steps[v]))
            continue;
        const double weight = steps[u] < steps[v] ? 2.0 : 1.0;
        sum.x += weight * units[u].x;
        sum.y += weight * units[u].y;
    }
    return sum.x * sum.x + sum.y * sum.y > 1e-12 ? turnOf(sum) : turns[v];
}

} // namespace

Outcome layoutRings(const StyleInput& input, From from, const RunContext& context, Positions& at)
{
    const std::uint32_t n = input.graph.size();
    if (n == 0)
        return Outcome::done;
    const std::vector<std::uint32_t> steps = stepsFrom(input.graph, input.centre);
    std::vector<People> rings;
    for (std::uint32_t v = 0; v < n; ++v) {
        if (steps[v] == kNone || steps[v] == 0 || isHeld(input, v))
            continue;
        if (rings.size() < steps[v])
            rings.resize(steps[v]);
        rings[steps[v] - 1].push_back(v);
    }
    const Point middle = pointOf(at, input.centre);
    std::vector<double> turns(n, 0.0), standing(n, 0.0);
    std::vector<Point> units(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        const Point p{pointOf(at, v).x - middle.x, pointOf(at, v).y - middle.y};
        if (steps[v] == kNone || steps[v] == 0)
            continue;
        turns[v] = turnOf(p);
        standing[v] = std::sqrt(p.x * p.x + p.y * p.y);
        units[v] = unitAt(turns[v]);
    }
    std::vector<Band> bands;
    double inner = static_cast<double>(input.radii[input.centre]) + kBetweenRings;
    for (const People& ring : rings) {
        if (ring.empty()) {
            bands.emplace_back();
            continue;
        }
        double widest = 0.0;
        for (const std::uint32_t v : ring)
            widest = std::max(widest, static_cast<double>(input.radii[v]));
        bands.push_back(bandFor(input, ring, inner + widest));
        inner = bands.back().radii.back() + widest + kBetweenRings;
    }
    put(at, input.centre, {0.0, 0.0});
    const int rounds = from == From::fresh ? kRounds : 1;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t k = 0; k < rings.size(); ++k) {
            if (context.cancelled())
                return Outcome::cancelled;
            std::vector<double> wishes, stood;
            sortByTurn(rings[k], turns);
            if (from == From::fresh) {
                const Pull pull = round + 1 < rounds ? Pull::all : Pull::inner;
                for (const std::uint32_t v : rings[k])
                    turns[v] = wishOf(input.graph, steps, units, turns, v, pull);
                // Those with one wish stay in the order they are in.
                std::stable_sort(rings[k].begin(), rings[k].end(),
                                 [&](std::uint32_t a, std::uint32_t b) { return turns[a] < turns[b]; });
            }
            for (const std::uint32_t v : rings[k]) {
                wishes.push_back(turns[v]);
                stood.push_back(from == From::placed ? standing[v] : -1.0);
            }
            const auto rows = rowsOf(input, bands[k], rings[k], stood);
            const auto found = placeOn(input, bands[k], rings[k], wishes, rows, at);
            for (std::size_t i = 0; i < rings[k].size(); ++i) {
                turns[rings[k][i]] = found[i];
                units[rings[k][i]] = unitAt(found[i]);
            }
        }
    }
    return Outcome::done;
}

Outcome layoutCircle(const StyleInput& input, From from, const RunContext& context, Positions& at)
{
    const std::uint32_t n = input.graph.size();
    if (n < 2)
        return Outcome::done;
    double x = 0.0, y = 0.0, standing = 0.0;
    for (std::uint32_t v = 0; v < n; ++v) {
        if (isHeld(input, v))
            continue;
        x += pointOf(at, v).x;
        y += pointOf(at, v).y;
        standing += 1.0;
    }
    x /= std::max(standing, 1.0);
    y /= std::max(standing, 1.0);
    // From the top, where the circle begins: so a circle that stands is read in the order it was made in.
    std::vector<double> turns(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        const double turn = turnOf({pointOf(at, v).x - x, pointOf(at, v).y - y}) + 1.0 - kTop;
        turns[v] = turn >= 1.0 ? turn - 1.0 : turn;
    }
    People order = circleOrder(input.graph, input.groups, turns);
    if (from == From::fresh && sortOutCrossings(input.graph, input.groups, context, order) == Outcome::cancelled)
        return Outcome::cancelled;
    std::erase_if(order, [&](std::uint32_t v) { return isHeld(input, v); });
    if (order.empty())
        return Outcome::done;
    const std::size_t count = order.size();
    double widest = 0.0;
    for (const std::uint32_t v : order)
        widest = std::max(widest, widthOf(input, v));
    // On several rows everybody takes as much as the largest, so that two large ones of a row never meet.
    const auto share = [&](std::uint32_t v) { return count > kOneRow ? widest : widthOf(input, v); };
    const auto groupOf = [&](std::uint32_t v) { return input.groups.empty() ? 0 : input.groups[v]; };
    std::vector<double> upTo{0.0};
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t next = order[(i + 1) % count];
        const double gap = groupOf(order[i]) == groupOf(next) ? 0.0 : kBetweenGroups * share(order[i]);
        upTo.push_back(upTo.back() + 0.5 * (share(order[i]) + share(next)) + gap);
    }
    double length = upTo.back();
    std::vector<double> radii{std::max(length / (2.0 * kPi * kFull), 1.5 * widest)};
    if (count > kOneRow) {
        // A band a third as thick as its inside is wide. People take its rows in turn; between the last and the first
        // all rows are left out once, so that nobody meets who comes next on their row.
        const double inner = std::sqrt(length * widest / kPi);
        const auto rows = static_cast<std::size_t>(length / (2.0 * kPi * kFull * inner)) + 2;
        length += static_cast<double>(rows) * widest;
        radii.clear();
        for (std::size_t row = 0; row < rows; ++row)
            radii.push_back(inner + widest * static_cast<double>(row + 1));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double radius = radii[i % radii.size()];
        // From the top, clockwise.
        const Point unit = unitAt(kTop + (upTo[i] + 0.5 * share(order[0])) / length);
        put(at, order[i], {radius * unit.x, radius * unit.y});
    }
    return Outcome::done;
}

} // namespace weavemap::layout
