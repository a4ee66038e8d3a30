// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/store/People.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// An unordered (a < b) or ordered pair of people as one key.
struct PersonPair
{
    PersonId first;
    PersonId second;
    bool operator==(const PersonPair&) const = default;
};

struct PersonPairHash
{
    std::size_t operator()(const PersonPair& pair) const noexcept
    {
        const std::uint64_t mixed = static_cast<std::uint64_t>(pair.first.value) * 0x9E3779B97F4A7C15ULL;
        return static_cast<std::size_t>(mixed ^ (mixed >> 29) ^ static_cast<std::uint64_t>(pair.second.value));
    }
};

/// What an import is matched against: who and what is in the file, with indices. Empty for a file that is not there
/// yet. One owner, one thread; `planImport` adds to it what it plans.
class ImportBasis
{
public:
    ImportBasis() = default;

    const std::vector<Person>& people() const { return m_people; }
    const Person* person(PersonId id) const;
    /// Some people by id, until the next one is added or replaced.
    using Found = std::span<const PersonId>;
    /// The people who have this source id, byte for byte, or this exact name.
    Found bySourceId(std::string_view sourceId) const;
    Found byName(std::string_view name) const;
    /// The people whose name is written alike: equal without case and accents, whatever the white space, "Ruiz, Ana" as
    /// "Ana Ruiz".
    Found alike(std::string_view name) const;
    /// The same where the name has two words or more: a single word is too little to know somebody by.
    Found alikeInWords(std::string_view name) const;
    void add(const Person& person);
    void replace(const Person& person);

    const Organization* organization(std::string_view name) const;
    void add(const Organization& organization);
    const Attribute* attribute(std::string_view name) const;
    void add(const Attribute& attribute);
    /// Empty where there is none.
    std::string_view value(PersonId person, AttributeId attribute) const;
    void set(const store::AttributeValue& value);

    const Tie* tie(PersonId one, PersonId other) const;
    void put(const Tie& tie);
    /// The overlay *names* from one person to another.
    const Overlay* names(PersonId from, PersonId to) const;
    void put(const Overlay& overlay);
    /// Whether the tie has evidence of an import from a file of this name.
    bool wasImportedFrom(TieId tie, std::string_view fileName) const;
    void addImported(TieId tie, std::string_view fileName);

    /// Empty where the file has no such fact.
    std::string_view fact(const std::string& key) const;
    void putFact(const std::string& key, const std::string& value) { m_facts.insert_or_assign(key, value); }

private:
    using PersonIndex = std::unordered_map<std::string, std::vector<PersonId>>; ///< people by id
    static Found found(const PersonIndex& index, const std::string& key);

    std::vector<Person> m_people;
    std::unordered_map<PersonId, std::size_t> m_personAt;
    PersonIndex m_bySourceId;
    PersonIndex m_byName;
    PersonIndex m_alike;
    std::unordered_map<std::string, Organization> m_organizations;
    std::unordered_map<std::string, Attribute> m_attributes;
    std::unordered_map<AttributeId, std::unordered_map<PersonId, std::string>> m_values;
    std::unordered_map<PersonPair, Tie, PersonPairHash> m_ties;
    std::unordered_map<PersonPair, Overlay, PersonPairHash> m_names;
    std::unordered_map<std::string, std::unordered_set<TieId>> m_importedFrom;
    std::unordered_map<std::string, std::string> m_facts;
};

/// Reads it on one connection. O(rows).
Result<ImportBasis> readImportBasis(store::Records& records);

} // namespace weavemap::actions
