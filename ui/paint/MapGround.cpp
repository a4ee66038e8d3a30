// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapGround.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "ui/paint/GroundFields.h"
#include "ui/paint/Parallel.h"

namespace weavemap::ui {

std::uint64_t groundKey(const MapInput& input, double unit)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    const auto add = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0x100000001B3ULL;
        hash ^= hash >> 29;
    };
    add(std::bit_cast<std::uint64_t>(std::round(unit * 4096) / 4096));
    add(input.groups.size());
    for (const MapGroup& group : input.groups)
        add(group.colour >= 0 ? 1 : 0);
    for (const MapPerson& person : input.people) {
        if (!isOnGround(person))
            continue;
        add(std::bit_cast<std::uint64_t>(person.at.x()));
        add(std::bit_cast<std::uint64_t>(person.at.y()));
        add(static_cast<std::uint64_t>(person.group + 1) * 2 + (input.isFull(person) ? 1 : 0));
    }
    for (const QPointF& at : rowPoints(input, unit)) {
        add(std::bit_cast<std::uint64_t>(at.x()));
        add(std::bit_cast<std::uint64_t>(at.y()));
    }
    return hash;
}

std::shared_ptr<const MapGround> makeGround(const MapInput& input, double unit, const RunContext& run)
{
    auto ground = std::make_shared<MapGround>();
    ground->key = groundKey(input, unit);
    GroundFields fields(input, unit);
    if (fields.isEmpty())
        return ground;
    if (!fields.addPeople(input, std::vector<bool>(input.people.size(), true), run))
        return nullptr;
    const std::vector<std::vector<QPointF>> members = groundMembers(input);
    const QImage strength = fields.strengthImage();
    std::vector<MapGround::Hull> hulls(members.size());
    inParallel(static_cast<int>(members.size()), run, [&](int group) {
        const auto g = static_cast<std::size_t>(group);
        if (!run.cancelled())
            hulls[g] = fields.hullOf(g, members[g], true);
    });
    if (run.cancelled())
        return nullptr;
    for (MapGround::Hull& hull : hulls)
        if (!hull.path.isEmpty()) {
            hull.strength = strength;
            ground->hulls.push_back(std::move(hull));
        }
    return ground;
}

std::array<QPainterPath, kFogSteps> fogOutlines(const MapGround::Hull& hull)
{
    std::array<QPainterPath, kFogSteps> outlines;
    FieldGrid field = hull.fog;
    for (int step = 0; step < kFogSteps; ++step) {
        QPainterPath& outline = outlines[static_cast<std::size_t>(step)];
        for (std::size_t i = 0; i < field.values.size(); ++i)
            field.values[i] = std::min(hull.fog.values[i] - fogLevel(step), hull.inside.values[i]);
        for (const Loop& loop : contoursOf(field, 0.0F))
            addSmoothLoop(outline, loop);
        outline.setFillRule(Qt::OddEvenFill);
    }
    return outlines;
}

} // namespace weavemap::ui
