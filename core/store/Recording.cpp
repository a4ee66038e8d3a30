// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Recording.h"

#include <algorithm>
#include <limits>
#include <string>

#include <sqlite3.h>

#include "core/store/Database.h"
#include "core/store/Schema.h"

namespace weavemap::store {

namespace {

/// A buffer that SQLite allocated.
struct SqliteFree
{
    void operator()(void* memory) const { sqlite3_free(memory); }
};

Bytes copyOf(const void* data, int size)
{
    const auto* first = static_cast<const std::byte*>(data);
    return size > 0 ? Bytes(first, first + size) : Bytes();
}

Result<int> sizeOf(std::span<const std::byte> bytes)
{
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return fail(ErrorCode::internal, {}, "changeset of more than 2 GB");
    return static_cast<int>(bytes.size());
}

// The session extension takes its input as void* but only reads it.
void* readable(std::span<const std::byte> bytes) { return const_cast<std::byte*>(bytes.data()); }

struct IteratorEnd
{
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};

/// Where a table's rows name the row that owns them, and in which column.
struct Owner
{
    Table owned;
    Table owner;
    int column;
    const char* ownerOf;
};
constexpr std::array kOwners = {
    Owner{Table::attributeValue, Table::person, 1, "SELECT person FROM attribute_value WHERE id = ?1"},
    Owner{Table::participant, Table::conversation, 1, "SELECT conversation FROM participant WHERE id = ?1"},
    Owner{Table::introductionStep, Table::introduction, 1, "SELECT introduction FROM introduction_step WHERE id = ?1"},
    Owner{Table::attendance, Table::convening, 1, "SELECT convening FROM attendance WHERE id = ?1"},
    Owner{Table::projectPerson, Table::project, 1, "SELECT project FROM project_person WHERE id = ?1"},
};

/// The value that a row has or had in `column`, in the changeset; 0 where the changeset does not say.
std::int64_t valueIn(sqlite3_changeset_iter* iterator, int operation, int column)
{
    sqlite3_value* value = nullptr;
    if (operation != SQLITE_INSERT)
        sqlite3changeset_old(iterator, column, &value);
    else
        sqlite3changeset_new(iterator, column, &value);
    return value != nullptr ? sqlite3_value_int64(value) : 0;
}

/// Adds the owners of changed rows as updated, unless they are there with a change of their own.
void addOwners(std::vector<ChangedRow>& rows, const std::vector<std::int64_t>& owners)
{
    for (const std::int64_t id : owners)
        rows.push_back({.id = id, .change = RowChange::updated});
    // A row's own change comes first of those with its id; later ones go.
    std::stable_sort(rows.begin(), rows.end(), [](const auto& x, const auto& y) { return x.id < y.id; });
    rows.erase(std::unique(rows.begin(), rows.end(), [](const auto& x, const auto& y) { return x.id == y.id; }),
               rows.end());
}

int abortOnConflict(void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; }

} // namespace

Result<Recording> Recording::begin(Database& database)
{
    sqlite3_session* session = nullptr;
    if (const int code = sqlite3session_create(database.handle(), "main", &session); code != SQLITE_OK)
        return fail(database.errorFor(code));
    Recording recording(database, session);
    for (const std::string_view table : kTableNames)
        if (const int code = sqlite3session_attach(session, std::string(table).c_str()); code != SQLITE_OK)
            return fail(database.errorFor(code));
    return recording;
}

Recording::~Recording()
{
    if (m_session != nullptr)
        sqlite3session_delete(m_session);
}

Recording::Recording(Recording&& other) noexcept
    : m_database(other.m_database), m_session(std::exchange(other.m_session, nullptr))
{}

Result<Bytes> Recording::changeset()
{
    int size = 0;
    void* data = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &data);
    const std::unique_ptr<void, SqliteFree> owner(data);
    if (code != SQLITE_OK)
        return fail(m_database->errorFor(code));
    return copyOf(data, size);
}

Result<ChangeSet> readChangeset(Database& database, std::span<const std::byte> changeset)
{
    WEAVEMAP_ASSIGN(const int size, sizeOf(changeset));
    sqlite3_changeset_iter* raw = nullptr;
    if (const int code = sqlite3changeset_start(&raw, size, readable(changeset)); code != SQLITE_OK)
        return fail(database.errorFor(code));
    const std::unique_ptr<sqlite3_changeset_iter, IteratorEnd> iterator(raw);

    ChangeSet changes;
    std::array<std::vector<std::int64_t>, kOwners.size()> owners;
    std::string lastName;
    std::optional<Table> table;
    int code = SQLITE_OK;
    while ((code = sqlite3changeset_next(raw)) == SQLITE_ROW) {
        const char* name = nullptr;
        int columns = 0, operation = 0, indirect = 0;
        sqlite3changeset_op(raw, &name, &columns, &operation, &indirect);
        if (lastName != name) { // by its letters: the iterator uses one buffer for all names
            table = tableNamed(name);
            lastName = name;
        }
        if (!table)
            return fail(ErrorCode::databaseError, {}, "a changeset with a table that is not ours");
        const std::int64_t id = valueIn(raw, operation, 0);
        const RowChange change = operation == SQLITE_INSERT   ? RowChange::inserted
                                 : operation == SQLITE_DELETE ? RowChange::deleted
                                                              : RowChange::updated;
        changes.rowsByTable[static_cast<std::size_t>(*table)].push_back({.id = id, .change = change});
        for (std::size_t i = 0; i < kOwners.size(); ++i) {
            if (kOwners[i].owned != *table)
                continue;
            if (operation == SQLITE_UPDATE) { // columns that did not change are not in it
                WEAVEMAP_ASSIGN(const auto owner, database.integer(kOwners[i].ownerOf, id));
                if (owner != 0)
                    owners[i].push_back(owner);
            }
            if (const std::int64_t owner = valueIn(raw, operation, kOwners[i].column); owner != 0)
                owners[i].push_back(owner);
        }
    }
    if (code != SQLITE_DONE)
        return fail(database.errorFor(code));
    for (auto& rows : changes.rowsByTable)
        std::sort(rows.begin(), rows.end(), [](const auto& x, const auto& y) { return x.id < y.id; });
    for (std::size_t i = 0; i < kOwners.size(); ++i)
        addOwners(changes.rowsByTable[static_cast<std::size_t>(kOwners[i].owner)], owners[i]);
    return changes;
}

Result<Bytes> invertChangeset(Database& database, std::span<const std::byte> changeset)
{
    WEAVEMAP_ASSIGN(const int size, sizeOf(changeset));
    int invertedSize = 0;
    void* inverted = nullptr;
    const int code = sqlite3changeset_invert(size, changeset.data(), &invertedSize, &inverted);
    const std::unique_ptr<void, SqliteFree> owner(inverted);
    if (code != SQLITE_OK)
        return fail(database.errorFor(code));
    return copyOf(inverted, invertedSize);
}

Result<> applyChangeset(Database& database, std::span<const std::byte> changeset)
{
    WEAVEMAP_ASSIGN(const int size, sizeOf(changeset));
    // No savepoint of its own: the caller's transaction rolls back, and half a million rows need no second journal.
    const int code = sqlite3changeset_apply_v2(database.handle(), size, readable(changeset), nullptr, &abortOnConflict,
                                               nullptr, nullptr, nullptr, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    if ((code & 0xFF) == SQLITE_ABORT || (code & 0xFF) == SQLITE_CONSTRAINT)
        return fail(ErrorCode::historyConflict, {}, sqlite3_errstr(code));
    if (code != SQLITE_OK)
        return fail(database.errorFor(code));
    return {};
}

} // namespace weavemap::store
