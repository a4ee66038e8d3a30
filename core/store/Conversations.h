// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"

namespace weavemap::store {

class Database;

/// When a person was last heard from and how often they were tried.
struct ContactSummary
{
    PersonId person;
    std::optional<Instant> lastHeard; ///< the last conversation that reached them
    int reached = 0;
    int attempts = 0;    ///< conversations that did not reach them
    ConversationId last; ///< the one of `lastHeard`
};

/// Conversations with their participants, the items they brought up, and follow-ups. A view over one connection, on its
/// thread.
class Conversations
{
public:
    explicit Conversations(Database& database) : m_database(&database) {}

    Result<std::vector<Conversation>> all() const; ///< newest first
    Result<std::optional<Conversation>> find(ConversationId id) const;
    Result<std::vector<Conversation>> with(PersonId person) const; ///< newest first
    Result<std::size_t> count() const;
    Result<ConversationId> insert(Conversation conversation); ///< a participant named twice is stored once
    Result<> update(const Conversation& conversation);        ///< participants included
    /// With its items and what was asked in it, and with promises, projects and introductions where they or the note
    /// are marked only me; others of these stay as confidential as they were. Evidence loses the reference.
    Result<> remove(ConversationId id);

    Result<std::vector<NoteItem>> items() const;
    Result<std::vector<NoteItem>> items(ConversationId conversation) const;
    Result<std::vector<NoteItem>> itemsOf(PersonId person) const;
    Result<std::vector<NoteItem>> itemsAbout(ProjectId project) const; ///< by id
    Result<NoteItemId> insert(NoteItem item);
    Result<> update(const NoteItem& item);
    Result<> remove(NoteItemId id);

    Result<std::vector<FollowUp>> followUps() const;                            ///< open first, by due date
    Result<std::vector<FollowUp>> followUps(ConversationId conversation) const; ///< in the same order
    Result<std::optional<FollowUp>> find(FollowUpId id) const;
    Result<FollowUpId> insert(FollowUp followUp);
    Result<> update(const FollowUp& followUp);
    Result<> remove(FollowUpId id);

    /// One row for each person in any conversation up to `until`.
    Result<std::vector<ContactSummary>> contacts(Instant until) const;

private:
    Database* m_database;
};

} // namespace weavemap::store
