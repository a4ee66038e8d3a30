// SPDX-License-Identifier: GPL-3.0-or-later
// What discs of the map stand for that are no people: organizations and convenings.
#include <algorithm>

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
    const auto add = [&people](PersonId person) {
        if (std::find(people.begin(), people.end(), person) == people.end())
            people.push_back(person);
    };
    for (const PersonId disc : discs) {
        if (!m_data || indexOf(disc) < 0 || isPerson(disc)) {
            add(disc);
            continue;
        }
        for (const actions::MapPerson& known : m_data->people)
            if (known.id == disc)
                std::for_each(known.people.begin(), known.people.end(), add);
    }
    return people;
}

} // namespace weavemap::ui
