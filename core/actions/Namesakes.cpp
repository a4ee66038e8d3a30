// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Namesakes.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace weavemap::actions {

void Namesakes::put(PersonId person, Facts facts, bool isFree)
{
    if (m_columns.size() < facts.size())
        m_columns.resize(facts.size());
    for (std::size_t column = 0; column < facts.size(); ++column)
        m_columns[column][facts[column]].insert(person);
    if (isFree)
        m_free.insert(person);
    m_people.insert_or_assign(person, std::move(facts));
}

void Namesakes::remove(PersonId person)
{
    const auto found = m_people.find(person);
    if (found == m_people.end())
        return;
    const Facts& facts = found->second;
    for (std::size_t column = 0; column < facts.size(); ++column)
        m_columns[column][facts[column]].erase(person);
    m_free.erase(person);
    m_people.erase(found);
}

std::vector<PersonId> Namesakes::first(std::size_t most) const
{
    std::vector<PersonId> people;
    for (auto it = m_people.begin(); it != m_people.end() && people.size() < most; ++it)
        people.push_back(it->first);
    return people;
}

const Namesakes::People& Namesakes::saying(std::size_t column, const std::string& fact) const
{
    static const People nobody;
    const auto found = m_columns[column].find(fact);
    return found == m_columns[column].end() ? nobody : found->second;
}

std::vector<PersonId> Namesakes::near(const Facts& row) const
{
    // Who agrees says in each column what the row says, or nothing: the column where the fewest do is enough.
    std::size_t best = row.size();
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (std::size_t column = 0; column < std::min(row.size(), m_columns.size()); ++column) {
        if (row[column].empty())
            continue;
        const std::size_t here = saying(column, row[column]).size() + saying(column, {}).size();
        if (here < fewest) {
            best = column;
            fewest = here;
        }
    }
    std::vector<PersonId> people;
    if (best == row.size()) {
        people = first(1);
        for (auto it = m_free.begin(); it != m_free.end() && people.size() < 3; ++it)
            people.push_back(*it);
    } else {
        std::merge(saying(best, row[best]).begin(), saying(best, row[best]).end(), saying(best, {}).begin(),
                   saying(best, {}).end(), std::back_inserter(people));
        if (!row.front().empty())
            people.insert(people.end(), saying(0, row.front()).begin(), saying(0, row.front()).end());
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

} // namespace weavemap::actions
