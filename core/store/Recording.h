// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/store/ChangeSet.h"

struct sqlite3_session;

namespace weavemap::store {

class Database;
using Bytes = std::vector<std::byte>;

/// Records what happens to the recorded tables of one connection from its making on (SQLite's session extension). Lives
/// inside one transaction.
class Recording
{
public:
    static Result<Recording> begin(Database& database);
    ~Recording();
    Recording(Recording&& other) noexcept;
    Recording& operator=(Recording&&) = delete;

    /// The changeset so far; empty where nothing changed.
    Result<Bytes> changeset();

private:
    Recording(Database& database, sqlite3_session* session) : m_database(&database), m_session(session) {}
    Database* m_database;
    sqlite3_session* m_session;
};

/// The rows that a changeset touches; called after they have their new values. Linear in the changeset (n log n
/// sorting).
Result<ChangeSet> readChangeset(Database& database, std::span<const std::byte> changeset);

/// The changeset that undoes `changeset`.
Result<Bytes> invertChangeset(Database& database, std::span<const std::byte> changeset);

/// Applies it to the connection; historyConflict (without a label) where any row is not as the changeset says. The
/// caller rolls back.
Result<> applyChangeset(Database& database, std::span<const std::byte> changeset);

} // namespace weavemap::store
