// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Requirements.h"

#include "core/store/Database.h"

namespace weavemap::store {

Result<> requireWritable(const Database& database)
{
    if (!database.mayWrite())
        return fail(ErrorCode::workspaceReadOnly, {database.path().string()});
    return {};
}

Result<> requireRow(Database& database, std::string_view sql, std::string_view kind, std::int64_t id)
{
    WEAVEMAP_ASSIGN(const auto there, database.integer(sql, id));
    if (there == 0)
        return fail(ErrorCode::notFound, {std::string(kind), std::to_string(id)});
    return {};
}

Result<> requirePerson(Database& database, PersonId id)
{
    return requireRow(database, "SELECT 1 FROM person WHERE id = ?1", "person", id.value);
}

Result<> requireConversation(Database& database, ConversationId id)
{
    return requireRow(database, "SELECT 1 FROM conversation WHERE id = ?1", "conversation", id.value);
}

Result<> requirePersonOrNone(Database& database, PersonId id) { return id ? requirePerson(database, id) : Result<>(); }

Result<> requireConversationOrNone(Database& database, ConversationId id)
{
    return id ? requireConversation(database, id) : Result<>();
}

std::string nameForError(Database& database, PersonId id)
{
    const auto name = database.first(
        "SELECT name FROM person WHERE id = ?1", [](Statement& row) { return row.text(0); }, id);
    return name && *name ? **name : id.toString();
}

std::int64_t givenOrNew(Database& database, std::int64_t given) { return given > 0 ? given : database.ids().next(); }

} // namespace weavemap::store
