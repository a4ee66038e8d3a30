// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/GroupShaping.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace weavemap::layout {

namespace {

constexpr int kRounds = 300;

struct GroupDisc
{
    double x = 0.0, y = 0.0, fromX = 0.0, fromY = 0.0, radius = 0.0;
    std::vector<std::uint32_t> members;
};

std::vector<GroupDisc> discsOf(std::span<const int> drawn, const GroupShape& shape, const Positions& at)
{
    std::vector<GroupDisc> discs;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        const auto g = static_cast<std::size_t>(drawn[v]);
        if (discs.size() <= g)
            discs.resize(g + 1);
        discs[g].members.push_back(v);
        discs[g].fromX += static_cast<double>(at.x[v]);
        discs[g].fromY += static_cast<double>(at.y[v]);
    }
    for (GroupDisc& disc : discs) {
        const auto count = static_cast<double>(std::max<std::size_t>(disc.members.size(), 1));
        disc.fromX /= count;
        disc.fromY /= count;
        disc.x = disc.fromX;
        disc.y = disc.fromY;
        disc.radius = std::sqrt(count * static_cast<double>(shape.personArea) / 3.14159265358979);
    }
    return discs;
}

void arrange(const WorkGraph& graph, std::span<const int> drawn, const GroupShape& shape, std::vector<GroupDisc>& discs)
{
    const std::size_t g = discs.size();
    std::vector<double> ties(g * g, 0.0);
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        for (const std::uint32_t u : graph.neighbours(v))
            ties[static_cast<std::size_t>(drawn[v]) * g + static_cast<std::size_t>(drawn[u])] += 1.0;
    }
    const double tall = static_cast<double>(shape.aspect);
    for (int round = 0; round < kRounds; ++round) {
        // Pulling eases off while pushing stays, so that at the end no two discs meet.
        const double ease = 0.08 * (1.0 - static_cast<double>(round) / kRounds);
        double middleX = 0.0, middleY = 0.0, weight = 0.0;
        for (const GroupDisc& disc : discs) {
            const auto count = static_cast<double>(disc.members.size());
            middleX += count * disc.x;
            middleY += count * disc.y;
            weight += count;
        }
        middleX /= weight;
        middleY /= weight;
        for (std::size_t a = 0; a < g; ++a) {
            double x = 0.0, y = 0.0, sum = 0.0;
            for (std::size_t b = 0; b < g; ++b) {
                if (b == a)
                    continue;
                x += ties[a * g + b] * discs[b].x;
                y += ties[a * g + b] * discs[b].y;
                sum += ties[a * g + b];
            }
            double towardX = middleX - discs[a].x, towardY = middleY - discs[a].y;
            if (sum > 0.0) {
                towardX = 0.5 * towardX + 0.5 * (x / sum - discs[a].x);
                towardY = 0.5 * towardY + 0.5 * (y / sum - discs[a].y);
            }
            discs[a].x += ease * towardX / std::max(tall, 1.0);
            discs[a].y += ease * towardY * std::min(tall, 1.0);
        }
        for (int push = 0; push < 4; ++push) {
            for (std::size_t a = 0; a < g; ++a) {
                for (std::size_t b = a + 1; b < g; ++b) {
                    double dx = discs[b].x - discs[a].x, dy = discs[b].y - discs[a].y;
                    const double length = std::sqrt(dx * dx + dy * dy);
                    const double want = discs[a].radius + discs[b].radius + static_cast<double>(shape.gap);
                    if (length >= want)
                        continue;
                    if (length < 1e-6) {
                        dx = 1.0;
                        dy = static_cast<double>((a * 5 + b * 3) % 7) - 3.0;
                    }
                    const double scale = (want - length) / std::sqrt(dx * dx + dy * dy);
                    const double share = discs[b].radius / (discs[a].radius + discs[b].radius);
                    discs[a].x -= share * scale * dx;
                    discs[a].y -= share * scale * dy;
                    discs[b].x += (1.0 - share) * scale * dx;
                    discs[b].y += (1.0 - share) * scale * dy;
                }
            }
        }
    }
}

/// Half of each member's distance from the middle is the one it would have were the group's disc filled evenly.
void fill(const GroupDisc& disc, Positions& at)
{
    struct Polar
    {
        double distance, dx, dy;
        std::uint32_t v;
    };
    std::vector<Polar> members;
    double squares = 0.0;
    for (const std::uint32_t v : disc.members) {
        const double dx = static_cast<double>(at.x[v]) - disc.fromX;
        const double dy = static_cast<double>(at.y[v]) - disc.fromY;
        members.push_back({std::sqrt(dx * dx + dy * dy), dx, dy, v});
        squares += dx * dx + dy * dy;
    }
    std::sort(members.begin(), members.end(), [](const Polar& a, const Polar& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.v < b.v;
    });
    const auto count = static_cast<double>(members.size());
    // An evenly filled disc has a mean square distance of half its radius squared.
    const double scale = squares > 0.0 ? disc.radius / std::sqrt(2.0 * squares / count) : 0.0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Polar& m = members[i];
        const double even = disc.radius * std::sqrt((static_cast<double>(i) + 0.5) / count);
        const double natural = std::min(m.distance * scale, 1.4 * disc.radius);
        const double factor = m.distance > 0.0 ? (0.5 * even + 0.5 * natural) / m.distance : 0.0;
        at.x[m.v] = static_cast<float>(disc.x + factor * m.dx);
        at.y[m.v] = static_cast<float>(disc.y + factor * m.dy);
    }
}

} // namespace

std::vector<int> drawnGroups(const WorkGraph& graph, std::span<const int> groups)
{
    const std::uint32_t n = graph.size();
    std::vector<int> drawn(groups.begin(), groups.end());
    for (std::uint32_t v = 0; v < n; ++v) {
        if (graph.degree(v) == 0)
            continue;
        std::map<int, std::uint32_t> counts;
        for (const std::uint32_t u : graph.neighbours(v)) {
            if (groups[u] >= 0)
                ++counts[groups[u]];
        }
        if (counts.empty() || (groups[v] >= 0 && counts.count(groups[v]) > 0))
            continue;
        drawn[v] = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                       return a.second < b.second;
                   })->first;
    }
    std::map<int, int> numbers;
    int next = 0;
    for (int& group : drawn) {
        if (group < 0) {
            group = next++;
            continue;
        }
        const auto [found, isNew] = numbers.try_emplace(group, next);
        next += isNew ? 1 : 0;
        group = found->second;
    }
    return drawn;
}

void standApart(const WorkGraph& graph, std::span<const int> drawn, const GroupShape& shape, Positions& at)
{
    std::vector<GroupDisc> discs = discsOf(drawn, shape, at);
    if (discs.size() < 2)
        return;
    arrange(graph, drawn, shape, discs);
    for (const GroupDisc& disc : discs)
        fill(disc, at);
}

} // namespace weavemap::layout
