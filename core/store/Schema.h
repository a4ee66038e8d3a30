// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/store/ChangeSet.h"

namespace weavemap::store {

class Database;

/// "WvMp" in the header of every file of ours.
inline constexpr std::int32_t kApplicationId = 0x57764D70;

/// The names of the recorded tables in the order of `Table`.
inline constexpr std::array<std::string_view, kTableCount> kTableNames = {
    "organization",   "person",       "attribute",    "attribute_value",   "tie",        "overlay",
    "evidence",       "conversation", "participant",  "note_item",         "follow_up",  "map_view",
    "map_position",   "fact",         "introduction", "introduction_step", "apart_pair", "question",
    "asked_question", "snooze",       "convening",    "attendance",        "project",    "project_person",
};
std::optional<Table> tableNamed(std::string_view name);

/// One step from a schema version to the next.
struct Migration
{
    int lowestReader = 1;                    ///< the oldest schema version whose program reads the file after this step
    std::string sql;                         ///< statements; may be empty
    std::function<Result<>(Database&)> also; ///< what SQL alone cannot do; may be empty
};

/// The schema as the list of steps that make it: step i leads to version i + 1, and a new file goes through all of
/// them, so that new and migrated files are the same. Immutable; any thread.
class Schema
{
public:
    explicit Schema(std::vector<Migration> steps) : m_steps(std::move(steps)) {}
    /// What this program writes.
    static const Schema& current();

    int version() const { return static_cast<int>(m_steps.size()); }
    const std::vector<Migration>& steps() const { return m_steps; }
    /// Runs the steps after `from` and writes the new version, in the caller's transaction.
    Result<> apply(Database& database, int from) const;
    /// A hash over the tables and indexes that the schema has at `version`, to compare with `fingerprintOf`.
    Result<std::string> fingerprint(int version) const;

private:
    std::vector<Migration> m_steps;
};

/// A hash over the tables and indexes of a database. The search table's own tables and SQLite's statistics do not
/// count.
Result<std::string> fingerprintOf(Database& database);

/// What a file says of itself.
struct SchemaMark
{
    std::int64_t applicationId = 0;
    int version = 0;
    int lowestReader = 1; ///< 0 where it cannot be read
};
Result<SchemaMark> schemaMarkOf(Database& database);

// The `state` table: small facts about the file that are neither recorded nor undone.
Result<std::optional<std::string>> readState(Database& database, std::string_view key);
Result<> writeState(Database& database, std::string_view key, std::string_view value);

} // namespace weavemap::store
