// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapModel.h"

#include <algorithm>
#include <set>
#include <utility>

#include "ui/base/Convert.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

/// What fields of people say now. Where it cannot be read nobody is known to have anything: rather no word than the
/// name of somebody who was erased.
actions::NetworkData valuesIn(store::Records& records)
{
    actions::NetworkData data;
    auto people = records.people.all();
    auto organizations = records.people.organizations();
    auto attributes = records.people.attributes();
    auto values = records.people.attributeValues();
    if (people && organizations && attributes && values) {
        data.people = std::move(*people);
        data.organizations = std::move(*organizations);
        data.attributes = std::move(*attributes);
        data.values = std::move(*values);
    }
    return data;
}

/// The same map without the name of the erased and without values that nobody has since. Everybody keeps their index
/// until the next answer.
std::shared_ptr<const actions::MapData> withoutPerson(const actions::MapData& map, PersonId erased,
                                                      const std::string& name, const actions::NetworkData& now,
                                                      const std::vector<actions::MapFilter>& filters)
{
    auto copy = std::make_shared<actions::MapData>(map);
    copy->filters = filters;
    actions::MapFilter legend{map.colourBy, {}};
    for (const actions::ColourValue& value : map.legend)
        legend.values.push_back(value.value);
    const std::vector<std::string> had = actions::valuesHad(now, legend);
    std::set<std::string> said(had.begin(), had.end());
    std::erase_if(copy->legend, [&said](const actions::ColourValue& value) { return !said.contains(value.value); });
    copy->ringLegend.clear();
    for (actions::MapPerson& person : copy->people) {
        // What rings, labels and names of convenings say may be their name: the next answer brings the others back.
        person.ring.clear();
        person.label.clear();
        std::erase(person.people, erased);
        if (const auto who = copy->namesSaid.find(person.name);
            person.node != actions::MapNode::person && who != copy->namesSaid.end() &&
            std::any_of(who->second.begin(), who->second.end(), [&name](const auto& one) { return one.name == name; }))
            person.name.clear();
        if (person.id == erased) {
            person.name.clear();
            person.sourceId.clear();
            person.value.clear();
        } else if (!said.contains(person.value)) {
            person.value.clear();
        }
    }
    for (const actions::MapFilter& filter : filters) {
        said.insert(filter.values.begin(), filter.values.end());
        said.insert(filter.field.substr(filter.field.find(':') + 1));
    }
    for (auto& [text, who] : copy->namesSaid)
        std::erase_if(who, [&name](const actions::SaidName& one) { return one.name == name; });
    std::erase_if(copy->namesSaid,
                  [&said](const auto& entry) { return entry.second.empty() || !said.contains(entry.first); });
    return copy;
}

} // namespace

void MapModel::forget()
{
    m_job.cancel();
    m_sizeJob.cancel();
    m_classJob.cancel();
    m_tidyJob.cancel();
    m_later.stop();
    m_again = m_held = m_restyleAfter = m_sizesStale = m_isFirstLook = m_isStopped = m_layoutShown = false;
    m_waiting.reset();
    m_moves.clear();
    m_source.reset();
    m_data.reset();
    m_sizes.reset();
    m_classed.clear();
    m_fields.clear();
    reset();
    rebuildInput();
    Q_EMIT changed();
}

void MapModel::forgetPerson(PersonId person, const QString& name)
{
    // Whatever was read before still names them.
    m_job.cancel();
    m_sizeJob.cancel();
    m_classJob.cancel();
    m_tidyJob.cancel();
    m_again = false;
    m_waiting.reset();
    m_source.reset();
    m_fields.clear();
    for (Move& move : m_moves)
        std::erase_if(move.places, [person](const MapPosition& place) { return place.person == person; });
    if (m_office.session.isOpen()) {
        const actions::NetworkData now = valuesIn(m_office.session.records());
        // Filters keep values as text: one that was a name would outlive the person.
        for (actions::MapFilter& filter : m_question.filters)
            filter.values = actions::valuesHad(now, filter);
        std::erase_if(m_question.filters, [](const actions::MapFilter& filter) { return filter.values.empty(); });
        m_answered.filters = m_question.filters;
        if (m_data)
            m_data = withoutPerson(*m_data, person, toUtf8(name), now, m_question.filters);
    }
    const std::vector<MapPerson> before = m_held ? m_input.people : std::vector<MapPerson>{};
    rebuildInput();
    for (std::size_t at = 0; at < std::min(before.size(), m_input.people.size()); ++at)
        m_input.people[at].at = before[at].at; // as the hand that holds them has moved them
    Q_EMIT changed();
    refresh();
}

} // namespace weavemap::ui
