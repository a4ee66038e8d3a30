// SPDX-License-Identifier: GPL-3.0-or-later
// Where people stand: what the hand moves, pins and tidying up, and the frames of a layout that takes a while.
#include "ui/map/MapModel.h"

#include <algorithm>
#include <limits>
#include <unordered_set>
#include <utility>

#include "core/actions/StylePlaces.h"
#include "ui/base/Settings.h"
#include "ui/base/Words.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

QString MapModel::placesKey(const actions::MapQuestion& question)
{
    return QString::number(question.view.value) + QLatin1Char('/') +
           QString::fromStdString(actions::styleKey(question));
}

void MapModel::setStyle(layout::Style style, PersonId around)
{
    actions::MapQuestion asked = m_question;
    asked.style = style;
    if (style == layout::Style::rings)
        asked.around = around;
    if (asked.style == m_question.style && asked.around == m_question.around)
        return;
    Q_EMIT rearranging();
    ask(std::move(asked));
}

bool MapModel::cancelLayout()
{
    if (!m_layoutShown)
        return false;
    m_job.cancel();
    if (!m_data || m_isFirstLook) {
        m_again = m_layoutShown = false;
        m_isStopped = true;
        dropFirstLook();
        Q_EMIT busyChanged(false);
        return true;
    }
    if (m_question.view != m_answered.view) // drawn as that view says, or the map itself
        m_look = lookOf(m_answered.view);
    m_question = m_answered;
    if (!m_question.view)
        keepChoices();
    m_layoutShown = false;
    rebuildInput();
    Q_EMIT changed();
    Q_EMIT busyChanged(false);
    if (std::exchange(m_again, false))
        refresh();
    return true;
}

void MapModel::dropFirstLook()
{
    m_isFirstLook = false;
    m_data.reset();
    m_answered = m_question;
    rebuildInput();
    Q_EMIT changed();
}

void MapModel::showFrame(LayoutFrames& frames)
{
    const std::optional<LayoutFrames::Frame> frame = frames.take();
    if (!frame || m_held || (!m_data && !frame->look))
        return;
    m_layoutShown = true;
    // Where nothing is to move without a cause, a calm map stays until the new one is there.
    if (m_office.settings.value(setting::kMotion) == Motion::reduced)
        return;
    const bool isFirst = !m_data;
    if (isFirst) {
        m_data = frame->look;
        m_isFirstLook = true;
        m_answered = m_question;
        rebuildInput();
    }
    m_input.rings = {}; // nobody stands on them yet, or any longer
    m_input.discRoom = 0;
    for (std::size_t i = 0; i < frame->people.size(); ++i) {
        const int at = indexOf(frame->people[i]);
        if (at < 0)
            continue;
        QPointF& place = m_input.people[static_cast<std::size_t>(at)].at;
        // Whoever stands in the rows is placed last.
        if (frame->at[i] != layout::Point{})
            place = {frame->at[i].x, frame->at[i].y};
        else if (m_isFirstLook)
            place = {std::numeric_limits<double>::quiet_NaN(), 0};
    }
    if (isFirst)
        Q_EMIT changed();
    else
        Q_EMIT moved();
    Q_EMIT frameShown();
}

void MapModel::moveOnScreen(const std::vector<std::uint32_t>& people, QPointF by)
{
    for (const std::uint32_t at : people)
        if (at < m_input.people.size())
            m_input.people[at].at += by;
    Q_EMIT moved();
}

std::vector<MapPosition> MapModel::places(const std::vector<std::uint32_t>& people) const
{
    // Somebody may have gone from the file while the hand was moving them.
    const auto isGone = [this](PersonId person) {
        return m_waiting && std::none_of(m_waiting->source->data.people.begin(), m_waiting->source->data.people.end(),
                                         [person](const Person& known) { return known.id == person; });
    };
    std::vector<MapPosition> result;
    // On their way to another layout nobody stands anywhere yet.
    if (m_layoutShown)
        return result;
    for (const std::uint32_t at : people)
        if (at < m_input.people.size() && ui::isPerson(m_input.people[at].shape) && !isGone(m_input.people[at].id)) {
            const MapPerson& person = m_input.people[at];
            result.push_back({{}, person.id, person.at.x(), person.at.y(), true});
        }
    return result;
}

QString MapModel::nameFor(const std::vector<std::uint32_t>& people) const
{
    return people.size() == 1 && people.front() < m_input.people.size() ? m_input.people[people.front()].name
                                                                        : peopleCount(static_cast<int>(people.size()));
}

void MapModel::storeMove(const std::vector<std::uint32_t>& people)
{
    std::vector<MapPosition> moved = places(people);
    if (moved.size() < people.size() && !m_held)
        restyle(); // a convening stands among who came: it goes back there
    if (moved.empty())
        return;
    const int serial = ++m_moveSerial;
    m_moves.push_back({moved, placesKey(m_answered), 0, serial});
    m_office.session.change(
        tr("Move %1").arg(nameFor(people)),
        [moved = std::move(moved), asked = m_answered](store::Records& records) {
            return actions::movePeople(records, asked, moved);
        },
        [this, serial](const Result<store::ChangeSet>& result) {
            const auto move = std::find_if(m_moves.begin(), m_moves.end(),
                                           [serial](const Move& other) { return other.serial == serial; });
            if (move == m_moves.end())
                return;
            if (result) {
                move->revision = result->revision;
            } else {
                m_moves.erase(move);
                refresh();
            }
        });
}

void MapModel::setPinned(const std::vector<std::uint32_t>& people, bool pinned)
{
    if (people.empty())
        return;
    std::vector<MapPosition> at = places(people);
    for (MapPosition& place : at)
        place.pinned = pinned;
    m_office.session.change((pinned ? tr("Pin %1") : tr("Let %1 loose")).arg(nameFor(people)),
                            [at = std::move(at), asked = m_answered](store::Records& records) {
                                return actions::movePeople(records, asked, at);
                            });
}

void MapModel::tidyUp()
{
    if (!m_source)
        return;
    m_tidyJob.cancel();
    m_tidyJob = m_office.jobs.run<std::vector<MapPosition>>(
        this,
        [source = m_source, question = m_answered](const RunContext& run) {
            return actions::tidyPlaces(*source, question, run);
        },
        [this, asked = m_answered](Result<std::vector<MapPosition>> tidy) {
            if (tidy)
                storeTidy(std::move(*tidy), asked);
        });
}

void MapModel::storeTidy(std::vector<MapPosition> tidy, const actions::MapQuestion& asked)
{
    // Whom the hand moved or pinned meanwhile stays there.
    const QString key = placesKey(asked);
    std::unordered_set<PersonId> held;
    for (const Move& move : m_moves)
        if (move.key == key)
            for (const MapPosition& place : move.places)
                held.insert(place.person);
    if (key == placesKey(m_answered))
        for (const MapPerson& person : m_input.people)
            if (person.pinned)
                held.insert(person.id);
    std::erase_if(tidy, [&held](const MapPosition& place) { return held.contains(place.person); });
    m_office.session.change(
        tr("Tidy up the map"), [tidy = std::move(tidy), asked](store::Records& records) -> Result<> {
            // Somebody may have gone from the file since.
            WEAVEMAP_ASSIGN(const auto people, records.people.all());
            std::unordered_set<PersonId> here;
            for (const Person& person : people)
                here.insert(person.id);
            std::vector<MapPosition> places = tidy;
            std::erase_if(places, [&here](const MapPosition& place) { return !here.contains(place.person); });
            return actions::movePeople(records, asked, std::move(places));
        });
}

} // namespace weavemap::ui
