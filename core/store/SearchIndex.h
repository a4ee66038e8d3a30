// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/store/ChangeSet.h"
#include "core/store/Search.h"

namespace weavemap::store {

class Database;

// The full-text index: `search` has a copy of the words, `search_entry` says whose they are. Entries of one kind lie
// together, so that a range of rows is a kind. Neither table is recorded, so undoing never meets them.

/// What an entry has the words of: one of the kinds of hits, by their numbers, or all words of a person with the note
/// about them. Those stand by themselves where the note is not for everybody, and the person's own entry leaves it out.
enum class EntryKind {
    person = 0,
    conversation = 1,
    item = 2,
    followUp = 3,
    organization = 4,
    topic = 5,
    introduction = 6,
    about = 7,
    project = 8,
    convening = 9,
};
inline constexpr std::size_t kEntryKinds = 10;

/// The first and the last row that entries of a kind may have.
struct EntryRange
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};
constexpr EntryRange entryRange(EntryKind kind)
{
    constexpr std::int64_t kSize = std::int64_t{1} << 56;
    return {static_cast<std::int64_t>(kind) * kSize + 1, (static_cast<std::int64_t>(kind) + 1) * kSize};
}
constexpr EntryRange entryRange(HitKind kind) { return entryRange(static_cast<EntryKind>(kind)); }

/// What the user typed, as the words to look for: cut at white space and punctuation, each once, at most 64.
std::vector<std::string> searchWords(std::string_view text);

/// Brings the words of every record that `changes` touches up to date, and of those that show the name of such a record
/// (a person's conversations, items, follow-ups, introductions and projects; an organization's people). To be called
/// inside the transaction of the change, the undo or the redo. O(rows touched and rows that name them).
Result<> reindexSearch(Database& database, const ChangeSet& changes);

/// Throws all search words away and reads them again from the records; inside the caller's transaction.
Result<> rebuildSearch(Database& database);

/// Merges the index, so that no removed word is left in its pages: the last step of erasing before the VACUUM.
Result<> optimizeSearch(Database& database);

} // namespace weavemap::store
