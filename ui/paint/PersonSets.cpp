// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PersonSets.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace weavemap::ui {

PersonSets::PersonSets(std::size_t people) : m_parent(people) { std::iota(m_parent.begin(), m_parent.end(), 0U); }

std::uint32_t PersonSets::rootOf(std::uint32_t person)
{
    while (m_parent[person] != person)
        person = m_parent[person] = m_parent[m_parent[person]];
    return person;
}

std::vector<PersonSets::Group> PersonSets::of(const Group& people)
{
    std::map<std::uint32_t, Group> byRoot;
    for (const std::uint32_t person : people)
        byRoot[rootOf(person)].push_back(person);
    std::vector<Group> sets;
    for (auto& [root, members] : byRoot)
        sets.push_back(std::move(members));
    std::sort(sets.begin(), sets.end(), [](const Group& a, const Group& b) {
        return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
    });
    return sets;
}

} // namespace weavemap::ui
