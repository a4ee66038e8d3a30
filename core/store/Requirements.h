// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"

namespace weavemap::store {

class Database;

// What the repositories ask before they write. For this folder only.

/// workspaceReadOnly where the connection may not write.
Result<> requireWritable(const Database& database);

/// Finds out by `sql` (`SELECT 1 FROM ... WHERE id = ?1`) whether a row is there; notFound {kind, id} where it is not.
Result<> requireRow(Database& database, std::string_view sql, std::string_view kind, std::int64_t id);

Result<> requirePerson(Database& database, PersonId id);
Result<> requireConversation(Database& database, ConversationId id);
/// The same, but content with no person or conversation at all.
Result<> requirePersonOrNone(Database& database, PersonId id);
Result<> requireConversationOrNone(Database& database, ConversationId id);

/// A person's name, or their id where there is no such person: for the arguments of an error.
std::string nameForError(Database& database, PersonId id);

/// `given`, or a new id of the connection's mint where it is none.
std::int64_t givenOrNew(Database& database, std::int64_t given);

template <class IdType>
IdType givenOrNew(Database& database, IdType given)
{
    return IdType{givenOrNew(database, given.value)};
}

} // namespace weavemap::store
