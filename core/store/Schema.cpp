// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Schema.h"

#include <algorithm>

#include "core/store/Database.h"
#include "core/store/SchemaSteps.h"
#include "core/store/Sha256.h"

namespace weavemap::store {

std::optional<Table> tableNamed(std::string_view name)
{
    const auto found = std::find(kTableNames.begin(), kTableNames.end(), name);
    if (found == kTableNames.end())
        return std::nullopt;
    return static_cast<Table>(found - kTableNames.begin());
}

const Schema& Schema::current()
{
    static const Schema schema({schemaStep1(), schemaStep2(), schemaStep3(), schemaStep4()});
    return schema;
}

Result<> Schema::apply(Database& database, int from) const
{
    int lowestReader = 1;
    for (int step = 0; step < version(); ++step) {
        const Migration& migration = m_steps[static_cast<std::size_t>(step)];
        lowestReader = std::max(lowestReader, migration.lowestReader);
        if (step < from)
            continue;
        if (!migration.sql.empty())
            WEAVEMAP_TRY(database.execute(migration.sql));
        if (migration.also)
            WEAVEMAP_TRY(migration.also(database));
    }
    WEAVEMAP_TRY(database.execute("PRAGMA application_id=" + std::to_string(kApplicationId)));
    WEAVEMAP_TRY(database.execute("PRAGMA user_version=" + std::to_string(version())));
    return writeState(database, "lowest_reader", std::to_string(lowestReader));
}

Result<std::string> Schema::fingerprint(int atVersion) const
{
    WEAVEMAP_ASSIGN(const auto database, Database::open({}, Database::Mode::memory));
    const Schema part({m_steps.begin(), m_steps.begin() + std::clamp(atVersion, 0, version())});
    WEAVEMAP_TRY(part.apply(*database, 0));
    return fingerprintOf(*database);
}

Result<std::string> fingerprintOf(Database& database)
{
    Sha256 hash;
    WEAVEMAP_TRY(database.each(R"sql(
        SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
        WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'
          AND name NOT IN ('search_data', 'search_idx', 'search_content', 'search_docsize', 'search_config')
        ORDER BY type, name)sql",
                               [&](Statement& row) {
                                   for (int column = 0; column < 4; ++column) {
                                       hash.add(row.textView(column));
                                       hash.add(std::string_view("\0", 1));
                                   }
                               }));
    return hash.hex();
}

Result<SchemaMark> schemaMarkOf(Database& database)
{
    SchemaMark mark;
    WEAVEMAP_ASSIGN(mark.applicationId, database.integer("PRAGMA application_id"));
    WEAVEMAP_ASSIGN(const auto version, database.integer("PRAGMA user_version"));
    mark.version = static_cast<int>(version);
    const auto lowest = readState(database, "lowest_reader");
    mark.lowestReader = 0;
    if (lowest && *lowest) {
        const auto number = parseIdValue(**lowest);
        if (number && *number < 1'000'000)
            mark.lowestReader = static_cast<int>(*number);
    }
    return mark;
}

Result<std::optional<std::string>> readState(Database& database, std::string_view key)
{
    return database.first(
        "SELECT value FROM state WHERE key = ?1", [](Statement& row) { return row.text(0); }, key);
}

Result<> writeState(Database& database, std::string_view key, std::string_view value)
{
    return database.run("INSERT INTO state(key, value) VALUES(?1, ?2) "
                        "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                        key, value);
}

} // namespace weavemap::store
