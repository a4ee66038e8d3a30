// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Person.h"

namespace weavemap::store {

class Database;

/// One attribute of one person.
struct AttributeValue
{
    PersonId person;
    AttributeId attribute;
    std::string value; ///< never empty: an empty cell is a missing value and is not stored
    bool operator==(const AttributeValue&) const = default;
};

/// People, organizations and their further columns. A view over one connection: lives no longer than it, on its thread.
/// Every write validates first; an insert with id 0 mints one and returns it.
class People
{
public:
    explicit People(Database& database) : m_database(&database) {}

    Result<std::vector<Person>> all() const; ///< by id
    Result<std::optional<Person>> find(PersonId id) const;
    Result<std::vector<Person>> findByName(std::string_view exactName) const;
    Result<std::vector<Person>> findBySourceId(std::string_view sourceId) const;
    Result<std::size_t> count() const;
    Result<PersonId> insert(Person person); ///< duplicateId where another person has the source id
    Result<> update(const Person& person);  ///< notFound where the id is not there
    /// Removes the person with their ties, overlays, evidence, participations, attribute values, positions,
    /// introductions, pairs kept apart, questions asked and snooze; follow-ups and items lose the reference. A conversation that had nobody else and no words goes, too.
    Result<> remove(PersonId id);

    Result<std::vector<Organization>> organizations() const;
    Result<OrganizationId> insert(Organization organization);
    Result<> update(const Organization& organization);
    Result<> remove(OrganizationId id); ///< people of it lose the reference

    Result<std::vector<Attribute>> attributes() const; ///< in the order they were made
    Result<AttributeId> insert(Attribute attribute);   ///< duplicateId where the header is taken
    Result<> remove(AttributeId id);                   ///< with its values
    Result<std::vector<AttributeValue>> attributeValues() const;
    Result<std::vector<AttributeValue>> attributeValues(PersonId person) const;
    /// Sets, replaces or (empty value) clears.
    Result<> setAttribute(PersonId person, AttributeId attribute, std::string_view value);

private:
    Database* m_database;
};

} // namespace weavemap::store
