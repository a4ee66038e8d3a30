// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Tie.h"

namespace weavemap::store {

class Database;

/// Ties, their directed overlays and their evidence. A view over one connection, on its thread. At most one tie stands
/// between two people; validation keeps that.
class Ties
{
public:
    explicit Ties(Database& database) : m_database(&database) {}

    Result<std::vector<Tie>> all() const; ///< by id
    Result<std::optional<Tie>> find(TieId id) const;
    Result<std::optional<Tie>> between(PersonId one, PersonId other) const;
    Result<std::vector<Tie>> of(PersonId person) const;
    Result<std::size_t> count() const;
    Result<TieId> insert(Tie tie); ///< duplicateTie where one stands; the ends may come in either order
    Result<> update(const Tie& tie);
    Result<> remove(TieId id); ///< with its overlays and evidence

    Result<std::vector<Overlay>> overlays() const;
    Result<std::vector<Overlay>> overlays(TieId tie) const;
    /// invalidArgument where it does not join the ends of its tie, duplicateTie where another of its kind and topic
    /// goes the same way.
    Result<OverlayId> insert(Overlay overlay);
    Result<> update(const Overlay& overlay);
    Result<> remove(OverlayId id);

    Result<std::vector<Evidence>> evidence() const;
    Result<std::vector<Evidence>> evidence(TieId tie) const;
    Result<std::vector<Evidence>> evidence(ConversationId conversation) const; ///< by id, as they were said
    Result<EvidenceId> insert(Evidence evidence);
    Result<> update(const Evidence& evidence);
    Result<> remove(EvidenceId id);

private:
    Database* m_database;
};

} // namespace weavemap::store
