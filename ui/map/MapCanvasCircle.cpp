// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas lights, a circle or a path, and the views that are made for who is looked for.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/map/MapCanvas.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/paint/CircleSteps.h"

namespace weavemap::ui {

namespace {

constexpr int kMostSteps = 3;

bool isSeen(const MapPerson& person)
{
    return !person.hidden && std::isfinite(person.at.x()) && std::isfinite(person.at.y());
}

/// Of all of them, or of nobody where one is not there.
std::vector<std::uint32_t> indicesOf(const std::vector<PersonId>& people, const MapModel& model)
{
    std::vector<std::uint32_t> indices;
    for (const PersonId id : people) {
        const int at = model.indexOf(id);
        if (at < 0)
            return {};
        indices.push_back(static_cast<std::uint32_t>(at));
    }
    return indices;
}

} // namespace

void MapCanvas::setCircleOf(std::vector<PersonId> centres, int steps)
{
    std::erase(centres, PersonId{});
    if (centres.empty() || steps <= 0) {
        centres.clear();
        steps = 0;
    }
    if (centres.empty() && m_circle.centres.empty())
        return;
    const bool ends = centres.empty() && !m_circle.centres.empty();
    if (!centres.empty() && m_circle.centres.empty()) {
        m_circle.before = m_viewport;
        m_circle.wasFitted = m_fitted;
    }
    m_circle.centres = std::move(centres);
    m_circle.steps = std::min(steps, kMostSteps);
    m_circle.isFramed = m_circle.isFramed && m_circle.steps > 0;
    syncLit();
    m_fadeNext = true;
    if (m_circle.steps > 0)
        setPath({});
    requestPicture();
    Q_EMIT circleChanged(); // its cards come, or go
    if (m_circle.steps > 0)
        frameCircle();
    else if (ends)
        leaveCircle();
}

void MapCanvas::setPath(const std::vector<PersonId>& people)
{
    if (people == m_path)
        return;
    m_path = people;
    if (!people.empty() && m_circle.steps > 0)
        setCircle({}, 0);
    syncLit();
    m_fadeNext = true;
    requestPicture();
    Q_EMIT pathChanged();
}

void MapCanvas::syncLit()
{
    auto centres = m_circle.centres;
    std::erase_if(centres, [this](PersonId person) { return m_model.indexOf(person) < 0; });
    m_focus.circleWith = indicesOf(centres, m_model);
    m_focus.circle = m_focus.circleWith.empty() ? -1 : static_cast<int>(m_focus.circleWith.front());
    if (!m_focus.circleWith.empty())
        m_focus.circleWith.erase(m_focus.circleWith.begin());
    m_focus.circleSteps = m_focus.circle >= 0 ? m_circle.steps : 0;
    m_focus.path = indicesOf(m_path, m_model);
}

MapViewport MapCanvas::around(const std::vector<std::uint32_t>& centres, int steps) const
{
    const MapInput& input = m_model.input();
    const std::vector<int> reach =
        stepsFrom(input.people.size(), input.ties, centres, steps, [&input](const MapTie& tie) {
            return tie.a < input.people.size() && tie.b < input.people.size() && isSeen(input.people[tie.a]) &&
                   isSeen(input.people[tie.b]);
        });
    std::vector<QPointF> people;
    for (std::size_t i = 0; i < reach.size(); ++i)
        if (reach[i] >= 0 && isSeen(input.people[i]))
            people.push_back(input.people[i].at);
    MapViewport whole = m_viewport;
    whole.size = size();
    whole.scale = m_fitScale;
    whole.zoom = 1;
    whole.unit = 1 / m_fitScale;
    return viewportAround(people, whole, m_viewport.obstacles);
}

void MapCanvas::frameCircle(Travel how)
{
    if (m_focus.circle < 0)
        return;
    std::vector<std::uint32_t> centres = m_focus.circleWith;
    centres.push_back(static_cast<std::uint32_t>(m_focus.circle));
    m_fitted = false;
    m_circle.isFramed = true;
    travel(around(centres, m_circle.steps), MapMotion::Kind::fly, how);
}

void MapCanvas::leaveCircle()
{
    const auto before = std::exchange(m_circle.before, std::nullopt);
    m_circle.isFramed = false;
    // Where the user fitted the map meanwhile, it takes the room of the cards that went.
    if (m_fitted || (before && m_circle.wasFitted)) {
        fit();
        return;
    }
    if (!before)
        return;
    MapViewport there = *before;
    there.size = size();
    there.obstacles = m_viewport.obstacles;
    travel(there, MapMotion::Kind::fly);
}

void MapCanvas::flyTo(PersonId person)
{
    const int at = m_model.indexOf(person);
    if (at < 0)
        return;
    m_fitted = m_circle.isFramed = false;
    travel(around({static_cast<std::uint32_t>(at)}, 1), MapMotion::Kind::fly);
}

} // namespace weavemap::ui
