// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LiveGround.h"

#include <algorithm>
#include <utility>

#include "ui/paint/Parallel.h"

namespace weavemap::ui {

namespace {
constexpr double kRoomToMove = 300; ///< px at the fitted zoom that somebody can be moved before the grid grows
} // namespace

bool LiveGround::begin(const MapInput& input, const std::vector<std::uint32_t>& chosen, double unit,
                       const RunContext& run)
{
    // Who leaves the grid gets room all around, so that it need not grow at each step.
    QRectF room;
    const double reach = kRoomToMove * unit;
    for (const std::uint32_t person : chosen)
        if (m_now && isOnGround(input.people[person]) && !m_now->holds(input.people[person].at))
            room |= QRectF(input.people[person].at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    m_unit = unit;
    m_chosen = chosen;
    m_at.clear();
    std::vector<bool> stays(input.people.size(), true);
    for (const std::uint32_t person : chosen)
        stays[person] = false;
    m_others = std::make_unique<GroundFields>(input, unit, room);
    if (m_others->isEmpty())
        return true;
    if (!m_others->addPeople(input, stays, run)) {
        forget();
        return false;
    }
    m_now = std::make_unique<GroundFields>(*m_others);
    m_strength = m_now->strengthImage();
    m_hulls.assign(input.groups.size(), {});
    m_parts.assign(input.groups.size(), {});
    return true;
}

std::shared_ptr<const MapGround> LiveGround::follow(const MapInput& input, const std::vector<std::uint32_t>& chosen,
                                                    double unit, const RunContext& run)
{
    // Hulls keep clear of who stands in the rows: for them all is worked out anew.
    if (std::any_of(chosen.begin(), chosen.end(),
                    [&](std::uint32_t person) { return input.people[person].place != MapArea::network; }))
        return makeGround(input, unit, run);
    const auto isHeld = [&] {
        return std::all_of(chosen.begin(), chosen.end(), [&](std::uint32_t person) {
            return !isOnGround(input.people[person]) || m_now->holds(input.people[person].at);
        });
    };
    if (!m_now || m_unit != unit || m_chosen != chosen || !isHeld())
        if (!begin(input, chosen, unit, run))
            return nullptr;
    auto ground = std::make_shared<MapGround>();
    if (m_others->isEmpty())
        return ground;
    const bool isFirst = m_at.empty();
    std::vector<GroundCells> touched;
    for (const QPointF at : m_at)
        touched.push_back(m_now->around(at));
    for (const GroundCells& cells : touched)
        m_now->restore(*m_others, cells);
    m_at.clear();
    for (const std::uint32_t person : chosen)
        if (isOnGround(input.people[person])) {
            m_now->add(input, input.people[person]);
            m_at.push_back(input.people[person].at);
            touched.push_back(m_now->around(m_at.back()));
        }
    for (const GroundCells& cells : touched) {
        m_now->derive(cells);
        m_now->refresh(m_strength, cells);
    }
    const std::vector<std::vector<QPointF>> members = groundMembers(input);
    inParallel(static_cast<int>(members.size()), run, [&](int group) {
        const auto g = static_cast<std::size_t>(group);
        const GroundCells before = m_parts[g];
        m_parts[g] = m_now->partOf(members[g]);
        if (isFirst || std::any_of(touched.begin(), touched.end(), [&](const GroundCells& cells) {
                return cells.meets(before) || cells.meets(m_parts[g]);
            }))
            m_hulls[g] = m_now->hullOf(g, members[g], false);
    });
    for (const MapGround::Hull& hull : m_hulls)
        if (!hull.path.isEmpty()) {
            ground->hulls.push_back(hull);
            ground->hulls.back().strength = m_strength;
        }
    if (run.cancelled()) {
        forget();
        return nullptr;
    }
    return ground;
}

} // namespace weavemap::ui
