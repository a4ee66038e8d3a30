// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Opening.h"

#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include "core/store/Backups.h"
#include "core/store/Check.h"
#include "core/store/Erasing.h"
#include "core/store/FileSystem.h"
#include "core/store/History.h"
#include "core/store/SearchIndex.h"

namespace weavemap::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::string_view kCleanKey = "closed_clean";
/// Files up to this size are checked at every opening: that takes some 25 ms.
constexpr std::uintmax_t kAlwaysCheckBytes = std::uintmax_t{16} * 1024 * 1024;

/// A file renamed to .weavemap is told from a workspace before SQLite sees it.
Result<> checkMagic(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(error ? ErrorCode::fileUnreadable : ErrorCode::fileNotFound, {utf8Of(path)}, error.message());
    if (fs::is_directory(path, error))
        return fail(ErrorCode::notAWorkspace, {utf8Of(path)});
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::fileUnreadable, {utf8Of(path)});
    std::array<char, kMagic.size()> start{};
    file.read(start.data(), start.size());
    if (file.gcount() != static_cast<std::streamsize>(start.size()) ||
        std::string_view(start.data(), start.size()) != kMagic)
        return fail(ErrorCode::notAWorkspace, {utf8Of(path)});
    return {};
}

/// What stands in the way of writing, if anything; the lock where nothing does.
ReadOnlyReason reasonOr(Opened& opened, const fs::path& path)
{
    using Kind = ReadOnlyReason::Kind;
    if (!isWritable(path))
        return {.kind = Kind::fileReadOnly, .holder = {}};
    auto outcome = FileLock::acquire(path);
    if (!outcome) {
        const bool isFull = outcome.error().code == ErrorCode::diskFull;
        return {.kind = isFull ? Kind::diskFull : Kind::fileReadOnly,
                .holder = {}}; // no file can be made in its folder
    }
    if (!outcome->lock)
        return {.kind = Kind::lockedByOther, .holder = outcome->holder};
    opened.lock = std::move(outcome->lock);
    return {};
}

bool hasLog(const fs::path& path)
{
    fs::path log = path;
    log += "-wal";
    std::error_code error;
    return fs::exists(log, error) && fs::file_size(log, error) > 0;
}

/// Opens read-only. A file with SQLite's log in a folder where nothing can be made needs another way.
Result<> connectReadOnly(Opened& opened, const fs::path& path)
{
    opened.mode = Database::Mode::readOnly;
    Error error;
    if (auto database = Database::open(path, opened.mode)) {
        opened.database = std::move(*database);
        const auto first = opened.database->integer("SELECT count(*) FROM sqlite_schema");
        if (first)
            return {};
        error = first.error();
    } else {
        error = database.error();
    }
    if (error.code == ErrorCode::workspaceDamaged || error.code == ErrorCode::notAWorkspace)
        return fail(error);
    if (hasLog(path))
        return fail(error);
    opened.mode = Database::Mode::immutable;
    WEAVEMAP_ASSIGN(opened.database, Database::open(path, opened.mode));
    return {};
}

Result<> makeReadOnly(Opened& opened, const fs::path& path, ReadOnlyReason reason)
{
    opened.readOnly = std::move(reason);
    opened.database.reset();
    opened.lock.reset();
    return connectReadOnly(opened, path);
}

/// Application, version, fingerprint: whose file it is, and whether this program may write it. Returns its version.
Result<int> identify(Opened& opened, const fs::path& path, const Schema& schema)
{
    WEAVEMAP_ASSIGN(const SchemaMark mark, schemaMarkOf(*opened.database));
    if (mark.applicationId != kApplicationId)
        return fail(ErrorCode::notAWorkspace, {utf8Of(path)});
    if (mark.version > schema.version()) {
        if (mark.lowestReader == 0 || mark.lowestReader > schema.version())
            return fail(ErrorCode::workspaceNewer, {utf8Of(path)});
        WEAVEMAP_TRY(makeReadOnly(opened, path, {.kind = ReadOnlyReason::Kind::newerVersion, .holder = {}}));
        return mark.version;
    }
    WEAVEMAP_ASSIGN(const std::string found, fingerprintOf(*opened.database));
    WEAVEMAP_ASSIGN(const std::string expected, schema.fingerprint(mark.version));
    if (mark.version < 1 || found != expected)
        WEAVEMAP_TRY(makeReadOnly(opened, path, {.kind = ReadOnlyReason::Kind::foreignSchema, .holder = {}}));
    return mark.version;
}

/// quick_check where the file was not closed as it should be, or is small.
Result<> checkPages(Opened& opened, const fs::path& path)
{
    // A file that a living program is writing was not closed either, but is not suspect.
    using Kind = ReadOnlyReason::Kind;
    const bool inUse =
        opened.readOnly && (opened.readOnly->kind == Kind::lockedByOther ||
                            (opened.readOnly->kind == Kind::asked && FileLock::holderOf(path).has_value()));
    const auto clean = readState(*opened.database, kCleanKey);
    const bool closedClean = clean && *clean && **clean == "1";
    std::error_code error;
    if ((closedClean || inUse) && fs::file_size(path, error) > kAlwaysCheckBytes)
        return {};
    WEAVEMAP_ASSIGN(const auto problems, quickCheck(*opened.database, 1));
    if (!problems.empty())
        return fail(ErrorCode::workspaceDamaged, {utf8Of(path), {}}, problems.front());
    opened.checked = true;
    return {};
}

/// Runs the steps after `version` in one transaction.
Result<> bringUp(Database& database, const Schema& schema, int version)
{
    WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(database, Transaction::Kind::write));
    WEAVEMAP_TRY(schema.apply(database, version));
    WEAVEMAP_TRY(rebuildSearch(database));
    // Steps of another schema cannot be undone.
    WEAVEMAP_TRY(History(database, {}).end({}));
    WEAVEMAP_ASSIGN(const std::string found, fingerprintOf(database));
    WEAVEMAP_ASSIGN(const std::string expected, schema.fingerprint(schema.version()));
    if (found != expected)
        return fail(ErrorCode::internal, {}, "the migrated schema is not the new one");
    return transaction.commit();
}

/// An older file that may not be written is read as a copy in memory of what it would be after the migration. The copy
/// does not follow a program that is writing the file.
Result<> readOlder(Opened& opened, const fs::path& path, const Schema& schema, int version)
{
    WEAVEMAP_ASSIGN(auto copy, Database::copyInMemory(*opened.database));
    const bool wasReading = opened.mode == Database::Mode::readOnly;
    opened.mode = Database::Mode::memory;
    opened.database = std::move(copy);
    if (wasReading)
        removeIdleLog(path);
    if (const auto done = bringUp(*opened.database, schema, version); !done)
        return fail(ErrorCode::migrationFailed, {utf8Of(path)}, done.error().detail);
    WEAVEMAP_ASSIGN(const auto problems, quickCheck(*opened.database, 1));
    if (!problems.empty())
        return fail(ErrorCode::workspaceDamaged, {utf8Of(path), {}}, problems.front());
    opened.checked = true;
    return {};
}

Result<> migrate(Opened& opened, const fs::path& path, const Schema& schema, const Clock& clock, int version)
{
    const auto copy = Backups(path).write(*opened.database, clock.now());
    if (!copy)
        return fail(copy.error().code == ErrorCode::diskFull ? ErrorCode::diskFull : ErrorCode::backupFailed,
                    {utf8Of(path)}, copy.error().detail);
    const auto done = bringUp(*opened.database, schema, version);
    if (!done && done.error().code == ErrorCode::diskFull)
        return fail(ErrorCode::diskFull, {utf8Of(path)}, done.error().detail);
    if (!done)
        return fail(ErrorCode::migrationFailed, {utf8Of(path), utf8Of(*copy)}, done.error().detail);
    return {};
}

/// Rollback journals are the fallback where a file system cannot share memory between programs.
Result<> chooseJournal(Database& database)
{
    std::string mode;
    WEAVEMAP_TRY(database.each("PRAGMA journal_mode=WAL", [&](Statement& row) { mode = row.text(0); }));
    if (mode != "wal")
        return database.execute("PRAGMA synchronous=EXTRA");
    return {};
}

Result<> openForWriting(Opened& opened, const fs::path& path, const OpenOptions& options, const Schema& schema,
                        const Clock& clock, int version)
{
    WEAVEMAP_TRY(chooseJournal(*opened.database));
    if (version < schema.version())
        WEAVEMAP_TRY(migrate(opened, path, schema, clock, version));
    if (const auto erased = finishErasing(*opened.database, path); !erased) {
        // No room, a backup out of reach or somebody reading: the file opens all the same, and the note in it makes the
        // next opening try again.
        const ErrorCode code = erased.error().code;
        if (code != ErrorCode::diskFull && code != ErrorCode::fileUnwritable && code != ErrorCode::databaseBusy)
            return erased;
    }
    if (options.backup == OpenOptions::Backup::daily && !Backups(path).hasOneOf(clock.today())) {
        // Without room for a backup the file still opens; `lastBackup` shows that there is none of today.
        const auto copy = Backups(path).write(*opened.database, clock.now());
        if (!copy && copy.error().code == ErrorCode::backupFailed) {
            WEAVEMAP_ASSIGN(const auto problems, quickCheck(*opened.database, 1));
            if (!problems.empty())
                return fail(ErrorCode::workspaceDamaged, {utf8Of(path), {}}, problems.front());
        }
    }
    const auto marked = writeState(*opened.database, kCleanKey, "0");
    if (!marked && marked.error().code != ErrorCode::diskFull) // a full disk must not keep anyone from reading
        return fail(marked.error());
    return {};
}

Result<> makeTables(Database& database, const Schema& schema)
{
    WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(database, Transaction::Kind::write));
    WEAVEMAP_TRY(schema.apply(database, 0));
    WEAVEMAP_TRY(writeState(database, kCleanKey, "0"));
    return transaction.commit();
}

/// An empty workspace, closed again.
Result<> makeEmptyFile(const fs::path& path, const Schema& schema)
{
    WEAVEMAP_TRY(createPrivateFile(path));
    WEAVEMAP_ASSIGN(const auto database, Database::open(path, Database::Mode::readWrite));
    return makeTables(*database, schema);
}

Result<Opened> openSequence(const fs::path& path, const OpenOptions& options, const Schema& schema, const Clock& clock)
{
    WEAVEMAP_TRY(checkMagic(path));
    Opened opened;
    ReadOnlyReason reason;
    if (options.access == Access::readWrite)
        reason = reasonOr(opened, path);
    if (opened.lock) {
        opened.mode = Database::Mode::readWrite;
        WEAVEMAP_ASSIGN(opened.database, Database::open(path, opened.mode));
    } else {
        opened.readOnly = reason;
        WEAVEMAP_TRY(connectReadOnly(opened, path));
    }
    WEAVEMAP_ASSIGN(const int version, identify(opened, path, schema));
    WEAVEMAP_TRY(checkPages(opened, path));
    if (!opened.readOnly) {
        WEAVEMAP_TRY(openForWriting(opened, path, options, schema, clock, version));
    } else if (version < schema.version() && opened.readOnly->kind != ReadOnlyReason::Kind::foreignSchema) {
        WEAVEMAP_TRY(readOlder(opened, path, schema, version));
    }
    return opened;
}

} // namespace

Result<Opened> openWorkspaceFile(const fs::path& path, const OpenOptions& options, const Schema& schema,
                                 const Clock& clock)
{
    auto opened = openSequence(path, options, schema, clock);
    if (!opened && opened.error().code == ErrorCode::workspaceDamaged)
        return fail(ErrorCode::workspaceDamaged, {utf8Of(path), utf8Of(Backups(path).newestSound())},
                    opened.error().detail);
    return opened;
}

Result<Opened> createWorkspaceFile(const fs::path& path, const Schema& schema)
{
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error)))
        return fail(ErrorCode::fileExists, {utf8Of(path)});
    if (path.has_parent_path() && !fs::is_directory(path.parent_path(), error))
        return fail(ErrorCode::fileNotFound, {utf8Of(path.parent_path())});
    auto outcome = FileLock::acquire(path);
    if (!outcome)
        return fail(outcome.error().code, {utf8Of(path)}, outcome.error().detail);
    if (!outcome->lock)
        return fail(ErrorCode::workspaceLocked, {utf8Of(path), outcome->holder});
    Opened opened;
    opened.lock = std::move(outcome->lock);
    opened.mode = Database::Mode::readWrite;

    // It gets its name when it is a workspace: who is killed before leaves nothing in the way of the next attempt.
    fs::path partial = path;
    partial += ".partial";
    removeDatabaseFile(partial);
    auto named = makeEmptyFile(partial, schema);
    if (named)
        named = nameDurably(partial, path);
    if (!named) {
        removeDatabaseFile(partial);
        return fail(named.error().code, {utf8Of(path)}, named.error().detail);
    }
    const auto connect = [&]() -> Result<> {
        WEAVEMAP_ASSIGN(opened.database, Database::open(path, opened.mode));
        WEAVEMAP_TRY(chooseJournal(*opened.database));
        // The first read makes SQLite's files beside it: what fails there must fail here, where it is cleaned up.
        WEAVEMAP_TRY(schemaMarkOf(*opened.database));
        return {};
    };
    if (auto connected = connect(); !connected) {
        opened.database.reset();
        removeDatabaseFile(path);
        return fail(connected.error());
    }
    opened.checked = true;
    return opened;
}

Result<Opened> createInMemory(const Schema& schema)
{
    Opened opened;
    opened.mode = Database::Mode::memory;
    opened.checked = true;
    WEAVEMAP_ASSIGN(opened.database, Database::open(Database::freshMemoryName(), opened.mode));
    WEAVEMAP_TRY(makeTables(*opened.database, schema));
    return opened;
}

void markClosed(Database& database) { (void)writeState(database, kCleanKey, "1"); }

void removeIdleLog(const fs::path& path)
{
    fs::path log = path;
    log += "-wal";
    std::error_code error;
    const auto size = fs::file_size(log, error);
    if (error || size > 0 || !isWritable(path) || FileLock::holderOf(path))
        return;
    // SQLite takes its files away itself when the last connection that may write closes, and only then.
    if (const auto database = Database::open(path, Database::Mode::readWrite))
        (void)schemaMarkOf(**database);
}

} // namespace weavemap::store
