// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/domain/Ids.h"

namespace weavemap::store {

class Database;

// The rows that go with a person or a conversation that is erased. For this folder only.

/// A conversation with its lines, its promises, and the introductions and projects that came out of it.
Result<> eraseConversationRows(Database& database, ConversationId id);

/// A person with everything that is theirs alone; what names them beside others loses the reference.
Result<> erasePersonRows(Database& database, PersonId id);

} // namespace weavemap::store
