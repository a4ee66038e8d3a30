// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Project.h"

namespace weavemap::store {

class Database;

/// Projects of members with who is in them. A view over one connection, on its thread. These are the office's own
/// reads: what may leave goes through `AudienceRecords`.
class Projects
{
public:
    explicit Projects(Database& database) : m_database(&database) {}

    Result<std::vector<Project>> all() const; ///< by id
    Result<std::optional<Project>> find(ProjectId id) const;
    Result<std::vector<Project>> of(PersonId person) const;               ///< who is in it; by id
    Result<std::vector<Project>> from(IntroductionId introduction) const; ///< by id
    Result<std::size_t> count() const;
    Result<ProjectId> insert(Project project); ///< somebody named twice is stored once
    Result<> update(const Project& project);   ///< people included
    Result<> remove(ProjectId id);             ///< lines of notes lose the reference

    /// The conversations with a line about it, and the one it was first heard of in; newest first.
    Result<std::vector<ConversationId>> conversationsAbout(ProjectId id) const;

private:
    Database* m_database;
};

} // namespace weavemap::store
