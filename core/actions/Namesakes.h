// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/domain/Ids.h"

namespace weavemap::actions {

/// The people of one name, found by what tells them apart: for a name that so many have that each row of a file cannot
/// be held against all of them. One owner, one thread.
class Namesakes
{
public:
    /// What somebody, or a row, says in the columns that are looked at, the e-mail first; '' says nothing.
    using Facts = std::vector<std::string>;

    bool contains(PersonId person) const { return m_people.contains(person); }
    void put(PersonId person, Facts facts, bool isFree);
    void remove(PersonId person);
    /// A row of the file is this person now.
    void claim(PersonId person) { m_free.erase(person); }

    std::size_t size() const { return m_people.size(); }
    std::size_t freeCount() const { return m_free.size(); }
    /// The first `most` of them, by id.
    std::vector<PersonId> first(std::size_t most) const;

    /// By id, everybody who contradicts the row in none of its facts or has its e-mail, and a few others. Of a row that
    /// says nothing, which nobody contradicts: the first of all and the first two who are free. O(those handed back)
    /// but for rows whose every fact many others share.
    std::vector<PersonId> near(const Facts& row) const;

private:
    using People = std::set<PersonId>;
    const People& saying(std::size_t column, const std::string& fact) const;

    std::map<PersonId, Facts> m_people;
    People m_free;
    std::vector<std::unordered_map<std::string, People>> m_columns; ///< by fact; those who say nothing under ''
};

} // namespace weavemap::actions
