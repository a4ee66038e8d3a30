// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/CircleOrder.h"

#include <algorithm>
#include <map>

#include "core/layout/Turn.h"

namespace weavemap::layout {

namespace {

constexpr int kRounds = 4;
constexpr std::uint64_t kMostSteps = 200'000'000;

int groupOf(std::span<const int> groups, std::uint32_t v) { return groups.empty() ? 0 : groups[v]; }

/// Crossings between the ties of two neighbours on the circle, a before b.
std::int64_t crossings(const WorkGraph& graph, const std::vector<std::uint32_t>& place, std::uint32_t a,
                       std::uint32_t b)
{
    const std::uint32_t n = graph.size(), start = place[a];
    const auto from = [&](std::uint32_t v) { return place[v] >= start ? place[v] - start : place[v] + n - start; };
    std::int64_t count = 0;
    for (const std::uint32_t u : graph.neighbours(a)) {
        if (u == b)
            continue;
        const std::uint32_t end = from(u);
        for (const std::uint32_t w : graph.neighbours(b))
            count += w != a && from(w) > end ? 1 : 0;
    }
    return count;
}

/// By how much crossings change where neighbours a, b become b, a. Ties to a contact of both never cross.
std::int64_t change(const WorkGraph& graph, const std::vector<std::uint32_t>& place, std::uint32_t a, std::uint32_t b)
{
    const std::uint32_t n = graph.size(), start = place[a];
    const auto from = [&](std::uint32_t v) { return place[v] >= start ? place[v] - start : place[v] + n - start; };
    std::int64_t apart = 0;
    for (const std::uint32_t u : graph.neighbours(a)) {
        if (u == b)
            continue;
        for (const std::uint32_t w : graph.neighbours(b))
            apart += w != a && from(w) < from(u) ? 1 : 0;
    }
    return apart - crossings(graph, place, a, b);
}

} // namespace

std::vector<std::uint32_t> circleOrder(const WorkGraph& graph, std::span<const int> groups,
                                       std::span<const double> turns)
{
    const std::uint32_t n = graph.size();
    std::map<int, Point> middles;
    for (std::uint32_t v = 0; v < n; ++v) {
        const Point unit = unitAt(turns[v]);
        Point& middle = middles[groupOf(groups, v)];
        middle = {middle.x + unit.x, middle.y + unit.y};
    }
    std::map<int, double> turnOfGroup;
    for (const auto& [group, middle] : middles)
        turnOfGroup[group] = turnOf(middle);
    std::vector<std::uint32_t> order(n);
    for (std::uint32_t v = 0; v < n; ++v)
        order[v] = v;
    // Within a group by how far past the group's middle, so that one that lies across turn 0 is not torn.
    const auto key = [&](std::uint32_t v) {
        const double off = turns[v] - turnOfGroup[groupOf(groups, v)] + 1.5;
        return middles.size() > 1 ? (off >= 2.0 ? off - 2.0 : (off >= 1.0 ? off - 1.0 : off)) : turns[v];
    };
    std::vector<double> within(n), ofGroup(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        within[v] = key(v);
        ofGroup[v] = turnOfGroup[groupOf(groups, v)];
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int ga = groupOf(groups, a), gb = groupOf(groups, b);
        if (ga != gb)
            return ofGroup[a] != ofGroup[b] ? ofGroup[a] < ofGroup[b] : ga < gb;
        return within[a] != within[b] ? within[a] < within[b] : a < b;
    });
    return order;
}

Outcome sortOutCrossings(const WorkGraph& graph, std::span<const int> groups, const RunContext& context,
                         std::vector<std::uint32_t>& order)
{
    const std::uint32_t n = graph.size();
    const std::uint64_t ends = graph.targets.size();
    const std::uint64_t steps = 2 * ends * ends;
    const int rounds =
        steps == 0 ? 0
                   : static_cast<int>(std::min<std::uint64_t>(kRounds, kMostSteps / std::max<std::uint64_t>(steps, 1)));
    std::vector<std::uint32_t> place(n);
    for (std::uint32_t i = 0; i < n; ++i)
        place[order[i]] = i;
    std::vector<std::uint32_t> people(n);
    for (std::uint32_t v = 0; v < n; ++v)
        people[v] = v;
    std::stable_sort(people.begin(), people.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return graph.degree(a) > graph.degree(b); });
    const auto swapAt = [&](std::uint32_t i) {
        std::swap(order[i], order[i + 1]);
        place[order[i]] = i;
        place[order[i + 1]] = i + 1;
    };
    for (int round = 0; round < rounds; ++round) {
        std::int64_t gained = 0;
        for (const std::uint32_t v : people) {
            if (context.cancelled())
                return Outcome::cancelled;
            const int group = groupOf(groups, v);
            // To the start of the group, then to its end, and back to the best place.
            std::int64_t now = 0, best = 0;
            std::uint32_t bestAt = place[v];
            const auto note = [&] {
                if (now < best) {
                    best = now;
                    bestAt = place[v];
                }
            };
            while (place[v] > 0 && groupOf(groups, order[place[v] - 1]) == group) {
                const std::uint32_t i = place[v] - 1;
                now += change(graph, place, order[i], v);
                swapAt(i);
                note();
            }
            while (place[v] + 1 < n && groupOf(groups, order[place[v] + 1]) == group) {
                const std::uint32_t i = place[v];
                now += change(graph, place, v, order[i + 1]);
                swapAt(i);
                note();
            }
            while (place[v] > bestAt)
                swapAt(place[v] - 1);
            gained -= best;
        }
        if (gained == 0)
            break;
    }
    return Outcome::done;
}

} // namespace weavemap::layout
