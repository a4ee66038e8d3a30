// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Introduction.h"

namespace weavemap::store {

class Database;

/// Introductions with the days on which they came to each state, and the pairs who are kept apart. A view over one
/// connection, on its thread. These are the office's own reads: what may leave goes through `AudienceRecords`.
class Introductions
{
public:
    explicit Introductions(Database& database) : m_database(&database) {}

    Result<std::vector<Introduction>> all() const; ///< by id
    Result<std::optional<Introduction>> find(IntroductionId id) const;
    Result<std::vector<Introduction>> of(PersonId person) const;       ///< who is one of the two; by id
    Result<std::vector<Introduction>> hostedBy(PersonId person) const; ///< by id
    /// That came up in it, or rest on one of its lines; by id.
    Result<std::vector<Introduction>> from(ConversationId conversation) const;
    /// Suggestions that were not followed: they lapsed on the day they were written down, and nothing else ever
    /// happened to them. By id.
    Result<std::vector<Introduction>> putAside() const;
    Result<std::size_t> count() const;
    /// Writes the first step, too: the state it has, on the day it was proposed.
    Result<IntroductionId> insert(Introduction introduction);
    /// Another state writes a step on the day `on`.
    Result<> update(const Introduction& introduction, Date on);
    Result<> remove(IntroductionId id); ///< with its steps; evidence and projects lose the reference

    Result<std::vector<IntroductionStep>> steps() const; ///< by introduction, in the order they were written
    Result<std::vector<IntroductionStep>> steps(IntroductionId introduction) const;

    Result<std::vector<ApartPair>> apartPairs() const; ///< by id
    Result<std::vector<ApartPair>> apartPairs(PersonId person) const;
    Result<ApartPairId> insert(ApartPair pair); ///< duplicateTie where the two are kept apart already
    Result<> update(const ApartPair& pair);
    Result<> remove(ApartPairId id);

private:
    Database* m_database;
};

} // namespace weavemap::store
