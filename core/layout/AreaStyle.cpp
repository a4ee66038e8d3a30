// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "core/layout/GroupShaping.h"
#include "core/layout/OverlapRemoval.h"
#include "core/layout/PieceLayout.h"
#include "core/layout/Styles.h"

namespace weavemap::layout {

namespace {

constexpr float kAreaOfPerson = 2600.0F;
constexpr float kBetweenAreas = 110.0F;
constexpr int kRounds = 300;

struct GroupArea
{
    std::vector<std::uint32_t> members;
    double x = 0.0, y = 0.0, radius = 0.0;
};

/// Middle and reach of each area.
std::vector<GroupArea> areasOf(std::span<const int> numbered, std::span<const float> radii, const Positions& at)
{
    std::vector<GroupArea> areas;
    for (std::uint32_t v = 0; v < at.size(); ++v) {
        const auto g = static_cast<std::size_t>(numbered[v]);
        if (areas.size() <= g)
            areas.resize(g + 1);
        areas[g].members.push_back(v);
    }
    for (GroupArea& area : areas) {
        for (const std::uint32_t v : area.members) {
            area.x += static_cast<double>(at.x[v]) / static_cast<double>(area.members.size());
            area.y += static_cast<double>(at.y[v]) / static_cast<double>(area.members.size());
        }
        for (const std::uint32_t v : area.members) {
            const double dx = static_cast<double>(at.x[v]) - area.x, dy = static_cast<double>(at.y[v]) - area.y;
            area.radius = std::max(area.radius, std::sqrt(dx * dx + dy * dy) + static_cast<double>(radii[v]));
        }
    }
    return areas;
}

/// Those who stand far from their own, such as somebody who changed groups, come to the middle of them.
void bringStrays(const std::vector<GroupArea>& areas, Positions& at)
{
    for (const GroupArea& area : areas) {
        std::vector<float> xs, ys;
        for (const std::uint32_t v : area.members) {
            xs.push_back(at.x[v]);
            ys.push_back(at.y[v]);
        }
        const auto middle = static_cast<std::ptrdiff_t>(xs.size() / 2);
        std::nth_element(xs.begin(), xs.begin() + middle, xs.end());
        std::nth_element(ys.begin(), ys.begin() + middle, ys.end());
        const float x = xs[static_cast<std::size_t>(middle)], y = ys[static_cast<std::size_t>(middle)];
        const float far = 2.0F * std::sqrt(static_cast<float>(area.members.size()) * kAreaOfPerson);
        for (const std::uint32_t v : area.members) {
            const float dx = at.x[v] - x, dy = at.y[v] - y;
            if (dx * dx + dy * dy > far * far) {
                at.x[v] = x;
                at.y[v] = y;
            }
        }
    }
}

/// Whole areas are pushed off each other until their discs stand apart; the smaller one of two goes farther.
void part(std::vector<GroupArea>& areas, Positions& at)
{
    const std::vector<GroupArea> before = areas;
    for (int round = 0; round < kRounds; ++round) {
        bool moved = false;
        for (std::size_t a = 0; a < areas.size(); ++a) {
            for (std::size_t b = a + 1; b < areas.size(); ++b) {
                double dx = areas[b].x - areas[a].x, dy = areas[b].y - areas[a].y;
                const double length = std::sqrt(dx * dx + dy * dy);
                const double want = areas[a].radius + areas[b].radius + 0.5 * static_cast<double>(kBetweenAreas);
                if (length >= want)
                    continue;
                moved = true;
                if (length < 1e-6) {
                    dx = 1.0;
                    dy = static_cast<double>((a * 5 + b * 3) % 7) - 3.0;
                }
                const double push = (1.02 * want - length) / std::sqrt(dx * dx + dy * dy);
                const double share = areas[b].radius / (areas[a].radius + areas[b].radius);
                areas[a].x -= share * push * dx;
                areas[a].y -= share * push * dy;
                areas[b].x += (1.0 - share) * push * dx;
                areas[b].y += (1.0 - share) * push * dy;
            }
        }
        if (!moved)
            break;
    }
    for (std::size_t g = 0; g < areas.size(); ++g) {
        for (const std::uint32_t v : areas[g].members) {
            at.x[v] += static_cast<float>(areas[g].x - before[g].x);
            at.y[v] += static_cast<float>(areas[g].y - before[g].y);
        }
    }
}

} // namespace

Outcome layoutAreas(const StyleInput& input, From from, const RunContext& context, Positions& at)
{
    const std::uint32_t n = input.graph.size();
    if (n < 2)
        return Outcome::done;
    std::map<int, int> numbers;
    std::vector<int> numbered(n, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        const int group = input.groups.empty() || input.groups[v] < 0 ? -1 : input.groups[v];
        numbered[v] = numbers.try_emplace(group, static_cast<int>(numbers.size())).first->second;
    }
    if (from == From::fresh) {
        GroupShape shape;
        shape.personArea = kAreaOfPerson;
        shape.gap = kBetweenAreas;
        shape.aspect = input.aspect;
        standApart(input.graph, numbered, shape, at);
    } else {
        bringStrays(areasOf(numbered, input.radii, at), at);
    }
    if (context.cancelled())
        return Outcome::cancelled;
    // Discs are parted within each area, where they touch nobody of another; then the areas, by the room they took.
    for (const GroupArea& area : areasOf(numbered, input.radii, at)) {
        Positions inside(area.members.size());
        std::vector<float> radii;
        for (std::size_t i = 0; i < area.members.size(); ++i) {
            inside.x[i] = at.x[area.members[i]];
            inside.y[i] = at.y[area.members[i]];
            radii.push_back(input.radii[area.members[i]]);
        }
        OverlapOptions overlap;
        overlap.gap = 2.0F * kDiscGap;
        overlap.rounds = kRounds;
        if (removeOverlaps(radii, overlap, context, inside) == Outcome::cancelled)
            return Outcome::cancelled;
        if (const float worst = crowding(radii, 0.5F * kDiscGap, inside); worst > 1.0F) {
            for (std::size_t i = 0; i < area.members.size(); ++i) {
                inside.x[i] *= worst * 1.001F;
                inside.y[i] *= worst * 1.001F;
            }
        }
        for (std::size_t i = 0; i < area.members.size(); ++i) {
            at.x[area.members[i]] = inside.x[i];
            at.y[area.members[i]] = inside.y[i];
        }
    }
    std::vector<GroupArea> areas = areasOf(numbered, input.radii, at);
    part(areas, at);
    return Outcome::done;
}

} // namespace weavemap::layout
