// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/actions/Import.h"
#include "core/actions/Namesakes.h"

namespace weavemap::actions {

/// Works out what the rows of people in a file do: the half of `planImport` that is about members. Used once, by its
/// owner, on one thread.
class PeoplePlanner
{
public:
    PeoplePlanner(ImportBasis& basis, const exchange::ImportedNetwork& network, const ImportOptions& options,
                  IdMint& ids, ImportPlan& plan)
        : m_basis(basis), m_network(network), m_options(options), m_ids(ids), m_plan(plan)
    {}

    /// Plans every row. Errors: cancelled.
    Result<> run(const RunContext& run);
    /// Who row `index` of `network.people` is; 0 where it was left out.
    PersonId personOfRow(std::size_t index) const { return m_personOfRow[index]; }
    /// Somebody new whom only a tie names.
    PersonId addImplied(const std::string& text);
    /// Puts the changed people into the plan, and who came without a name into its notices; after all rows.
    void finish();

private:
    struct Match
    {
        RowFate fate = RowFate::added;
        PersonId person; ///< matched, merged: who; doubtful: who it looks like
    };
    /// Who has the name of a row.
    struct Named
    {
        std::size_t count = 0;
        std::size_t free = 0;        ///< whom no row of this file is yet
        std::vector<PersonId> first; ///< by id, enough of them to name in a sentence
        std::vector<PersonId> near;  ///< by id, all whom the row does not contradict or whose e-mail it has, at least
    };

    void planRow(const exchange::ImportedPerson& row, std::size_t index);
    Result<Match> matchById(const exchange::ImportedPerson& row) const;
    Result<Match> matchByName(const exchange::ImportedPerson& row);
    Named namedLike(const exchange::ImportedPerson& row);
    /// What a person, and what a row, says in the columns that `Namesakes` looks at.
    Namesakes::Facts factsOf(const Person& person) const;
    Namesakes::Facts factsOf(const exchange::ImportedPerson& row) const;
    /// Keep `m_namesakes` as the people are: around each change of a person, and when a row turns out to be them.
    void leaveNamesakes(const Person& person);
    void joinNamesakes(const Person& person);
    void claim(PersonId id);
    /// A row without an id in a file that has ids is never somebody who has one.
    bool canBeNamed(const Person& person) const { return !m_hasIdColumn || person.sourceId.empty(); }
    /// Whether the person's own field says what the row says in a column that fills it.
    bool isHeld(const exchange::ImportedPerson& row, std::size_t column, const Person& person) const;
    /// Whether the row says something else than is known: another e-mail, or another value in a column both fill.
    bool contradicts(const exchange::ImportedPerson& row, const Person& person) const;
    void addPerson(const exchange::ImportedPerson& row, std::size_t index);
    void fill(const exchange::ImportedPerson& row, PersonId id);
    void setValues(const exchange::ImportedPerson& row, PersonId id);
    AttributeId attributeOf(std::size_t column);
    OrganizationId organizationOf(const std::string& name);
    Person checked(Person person, std::size_t line);
    void reject(ImportRow row, Error reason);
    bool isClaimed(PersonId id) const { return m_claimed.contains(id); }

    ImportBasis& m_basis;
    const exchange::ImportedNetwork& m_network;
    const ImportOptions& m_options;
    IdMint& m_ids;
    ImportPlan& m_plan;
    bool m_hasIdColumn = false;
    std::vector<AttributeId> m_attributes;                 ///< beside `network.personColumns`; 0: none is needed yet
    std::vector<std::optional<exchange::Field>> m_fieldOf; ///< beside it, too: the field that a column fills
    std::vector<PersonId> m_personOfRow;
    std::unordered_map<std::string, Namesakes> m_namesakes; ///< by name, of names that many have
    std::unordered_set<PersonId> m_claimed;                 ///< whom a row of this file is already
    std::unordered_map<PersonId, std::size_t> m_newAt;      ///< index into plan.people
    std::unordered_set<PersonId> m_changed;
    std::vector<std::pair<std::size_t, PersonId>> m_nameless; ///< by line: new, and no name in a file that has names
};

} // namespace weavemap::actions
