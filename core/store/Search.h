// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Ids.h"
#include "core/domain/Person.h"
#include "core/store/Audience.h"

namespace weavemap::store {

class Database;

/// Their numbers are those of `EntryKind`.
enum class HitKind {
    person = 0,
    conversation = 1,
    item = 2,
    followUp = 3,
    organization = 4,
    topic = 5,
    introduction = 6,
    project = 8,
    convening = 9,
};

/// Something found. `snippet` has the words found between U+0001 and U+0002.
struct SearchHit
{
    HitKind kind = HitKind::person;
    std::int64_t id = 0;
    std::string title;   ///< a name, a topic, or for a note who it was with
    std::string snippet; ///< empty for people found by name or nickname, and for topics
    Confidentiality confidentiality = Confidentiality::shareable;
    NoteItemKind itemKind = NoteItemKind::need; ///< for items
};

/// Full-text search over people, conversations, items, follow-ups, organizations, topics, introductions, projects and
/// convenings; accents and case ignored; every word is a prefix; one letter suffices; people first, members before
/// staff. What the user types is text, never FTS syntax.
class Search
{
public:
    explicit Search(Database& database) : m_database(&database) {}

    /// At most `limit` of each kind: people (found by name or nickname first, those who have left and the archived
    /// last), conversations newest first, items and follow-ups open ones first, organizations, topics, introductions,
    /// projects those that go on first, convenings newest first.
    /// What the audience may not read is not found, nor does it show in a snippet. The id of a topic is its row's in
    /// the index.
    Result<std::vector<SearchHit>> find(std::string_view words, const Audience& audience, std::size_t limit = 20) const;
    Result<std::vector<SearchHit>> find(std::string_view words, PersonId me, std::size_t limit = 20) const
    {
        return find(words, Audience::office(me), limit);
    }

private:
    Database* m_database;
};

} // namespace weavemap::store
