// SPDX-License-Identifier: GPL-3.0-or-later
// What discs of the map stand for that are no people: organizations and convenings.
#include <algorithm>
#include <unordered_set>

#include "ui/map/MapModel.h"

namespace weavemap::ui {

bool MapModel::isPerson(PersonId person) const
{
    const int at = indexOf(person);
    return at >= 0 && ui::isPerson(m_input.people[static_cast<std::size_t>(at)].shape);
}

QString MapModel::nodeName(PersonId disc) const
{
    const int at = indexOf(disc);
    return at >= 0 && !isPerson(disc) ? m_input.people[static_cast<std::size_t>(at)].name : QString();
}

std::vector<PersonId> MapModel::standingFor(const std::vector<PersonId>& discs) const
{
    std::vector<PersonId> people;
    std::unordered_set<PersonId> known;
    const auto add = [&](PersonId person) {
        if (known.insert(person).second)
            people.push_back(person);
    };
    for (const PersonId disc : discs) {
        if (!m_data || indexOf(disc) < 0 || isPerson(disc)) {
            add(disc);
            continue;
        }
        for (const actions::MapPerson& node : m_data->people)
            if (node.id == disc)
                std::for_each(node.people.begin(), node.people.end(), add);
    }
    return people;
}

} // namespace weavemap::ui
