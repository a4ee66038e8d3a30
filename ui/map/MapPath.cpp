// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapPath.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/sna/ShortestRoutes.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/PathCard.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

MapPath::MapPath(Office& office, MapCanvas& canvas, QObject* parent)
    : QObject(parent), m_office(office), m_canvas(canvas), m_card(new PathCard(&canvas))
{
    connect(m_card, &PathCard::nextRequested, this, &MapPath::next);
    connect(m_card, &PathCard::closeRequested, this, [this] {
        clear();
        m_canvas.setFocus(Qt::OtherFocusReason);
    });
    connect(&canvas.model(), &MapModel::changed, this, &MapPath::find);
    connect(&canvas, &MapCanvas::pathChanged, this, [this] {
        if (!m_lighting && m_canvas.path().empty()) // Escape, or a circle
            clear();
    });
    connect(&canvas, &MapCanvas::toolChanged, this, [this] {
        if (isWaiting())
            clear();
    });
    connect(&office.session, &Session::closing, this, &MapPath::clear);
    connect(&office.session, &Session::personErased, this, [this](PersonId person) {
        const auto on = people();
        if (std::find(on.begin(), on.end(), person) != on.end())
            clear();
    });
}

QString MapPath::nameOf(PersonId person) const
{
    const int at = m_canvas.model().indexOf(person);
    return at >= 0 ? m_canvas.model().input().people[static_cast<std::size_t>(at)].name
                   : m_office.people.nameOf(person);
}

void MapPath::choose(PersonId person)
{
    if (isWaiting() && person != m_from)
        setEnds(m_from, person);
    else if (isWaiting())
        clear();
    else
        setEnds(person, {});
}

void MapPath::setEnds(PersonId from, PersonId to)
{
    m_from = from;
    m_to = to;
    m_at = 0;
    m_paths.clear();
    m_canvas.setCircle({}, 0);
    find();
}

void MapPath::next()
{
    if (m_paths.size() < 2)
        return;
    m_at = (m_at + 1) % m_paths.size();
    show();
}

void MapPath::clear()
{
    if (!m_from)
        return;
    m_from = m_to = {};
    m_paths.clear();
    m_at = 0;
    show();
}

std::vector<PersonId> MapPath::people() const
{
    if (m_at < m_paths.size())
        return m_paths[m_at];
    std::vector<PersonId> ends;
    for (const PersonId end : {m_from, m_to})
        if (end)
            ends.push_back(end);
    return ends;
}

void MapPath::find()
{
    if (!m_from)
        return;
    const std::vector<PersonId> before = m_at < m_paths.size() ? m_paths[m_at] : std::vector<PersonId>();
    m_paths.clear();
    m_at = 0;
    m_count = 0;
    const MapModel& model = m_canvas.model();
    const int from = model.indexOf(m_from), to = m_to ? model.indexOf(m_to) : -1;
    if (from >= 0 && to >= 0) {
        const MapInput& input = model.input();
        std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
        edges.reserve(input.ties.size());
        for (const MapTie& tie : input.ties)
            if (!tie.attended && !input.people[tie.a].hidden && !input.people[tie.b].hidden &&
                tie.change != MapTieChange::lost)
                edges.emplace_back(tie.a, tie.b);
        const sna::ShortestRoutes found = sna::shortestRoutes(
            input.people.size(), edges, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
        m_count = found.count;
        for (const auto& route : found.routes) {
            m_paths.emplace_back();
            for (const std::uint32_t person : route)
                m_paths.back().push_back(input.people[person].id);
        }
        // The one that was shown stays, where it is one of them still.
        const auto same = std::find(m_paths.begin(), m_paths.end(), before);
        m_at = same == m_paths.end() ? 0 : static_cast<std::size_t>(same - m_paths.begin());
    }
    show();
}

void MapPath::show()
{
    m_lighting = true;
    m_canvas.setPath(m_at < m_paths.size() ? m_paths[m_at] : std::vector<PersonId>());
    m_lighting = false;
    if (!m_from) {
        m_card->forget();
    } else if (!m_to) {
        m_card->setPath(tr("From %1").arg(nameOf(m_from)),
                        tr("Click whom the path should lead to, or press “Path to…”."), {});
    } else {
        const QString count = m_count > static_cast<double>(m_paths.size())
                                  ? tr("more than %1").arg(formatCount(static_cast<qint64>(m_paths.size())))
                                  : formatCount(static_cast<qint64>(m_paths.size()));
        m_card->setPath(tr("From %1 to %2").arg(nameOf(m_from), nameOf(m_to)), sentence(),
                        m_paths.size() < 2
                            ? QString()
                            : tr("Path %1 of %2").arg(formatCount(static_cast<qint64>(m_at + 1)), count));
    }
    // Where the keyboard was on the card, it is on the map again, not on the next card.
    if (!m_from && m_card->isAncestorOf(m_canvas.window()->focusWidget()))
        m_canvas.setFocus(Qt::OtherFocusReason);
    m_card->setVisible(static_cast<bool>(m_from));
    Q_EMIT changed();
}

/// "3 steps, over Ben Okafor and Cy Lund."
QString MapPath::sentence() const
{
    const MapModel& model = m_canvas.model();
    for (const PersonId end : {m_from, m_to})
        if (model.indexOf(end) < 0)
            return tr("%1 is not on this map as it is set now.").arg(nameOf(end));
    if (m_at >= m_paths.size())
        return tr("No path of ties leads from one to the other on this map.");
    const std::vector<PersonId>& path = m_paths[m_at];
    if (path.size() == 2)
        return tr("1 step: they have a tie.");
    QStringList between;
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
        between.append(nameOf(path[i]));
    return tr("%1 steps, over %2.")
        .arg(formatCount(static_cast<qint64>(path.size() - 1)), between.join(QStringLiteral(", ")));
}

} // namespace weavemap::ui
