// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <limits>
#include <memory>
#include <system_error>

#include <sqlite3.h>

#include "core/base/Id.h"
#include "core/base/RunContext.h"

namespace weavemap::store {

namespace {

constexpr int kBusyMs = 5000;
constexpr int kMaxValueBytes = 256 * 1024 * 1024;
constexpr int kMaxAttached = 1;  // VACUUM attaches one
constexpr int kPollEvery = 4000; // virtual machine instructions: well under a millisecond
constexpr sqlite3_int64 kCopiedAtOnce = 64 * 1024 * 1024;
/// Where the header says whether the file keeps a log (2) or not (1): once for who writes it, once for who reads it.
constexpr int kJournalMarks = 18;

/// The path as a URI, for the one mode that needs a parameter.
std::string immutableUri(const std::string& utf8)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '?' || c == '#' || c == '%' || byte < 0x21) {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 15];
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

struct SqliteFree
{
    void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

std::string utf8Of(const std::filesystem::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

int pollCancelled(void* run) { return static_cast<const RunContext*>(run)->cancelled() ? 1 : 0; }

} // namespace

Database::Database(std::filesystem::path path, Mode mode)
    : m_path(std::move(path)), m_mayWrite(mode == Mode::readWrite || mode == Mode::memory)
{}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, Mode mode)
{
    std::unique_ptr<Database> database(new Database(path, mode));
    std::string name = ":memory:";
    if (mode == Mode::memory && !path.empty()) {
        name = "file:/" + utf8Of(path) + "?vfs=memdb";
    } else if (mode != Mode::memory) {
        std::error_code error;
        // NOFOLLOW refuses a link put in the place of the file; links on the way to it are the user's own.
        auto real = std::filesystem::weakly_canonical(path, error);
        if (error)
            real = path;
        if (!std::filesystem::exists(real, error))
            return fail(ErrorCode::fileNotFound, {utf8Of(path)});
        database->m_path = real;
        name = mode == Mode::immutable ? immutableUri(utf8Of(real)) : utf8Of(real);
    }
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    switch (mode) {
    case Mode::readWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::readOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::immutable:
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        break;
    case Mode::memory:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | (path.empty() ? SQLITE_OPEN_MEMORY : SQLITE_OPEN_URI);
        break;
    }
    const int code = sqlite3_open_v2(name.c_str(), &database->m_handle, flags, nullptr);
    if (code != SQLITE_OK)
        return fail(database->errorFor(code));
    WEAVEMAP_TRY(database->configure(mode));
    return database;
}

std::filesystem::path Database::freshMemoryName()
{
    static std::atomic<std::uint64_t> last{0};
    return "weavemap-" + std::to_string(++last);
}

Result<std::unique_ptr<Database>> Database::copyInMemory(Database& source)
{
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, SqliteFree> bytes(sqlite3_serialize(source.m_handle, "main", &size, 0));
    if (!bytes)
        return fail(source.errorFor(sqlite3_extended_errcode(source.m_handle)));
    // In memory there is no log; what stood in the file's is among the bytes.
    if (size > kJournalMarks + 1)
        bytes.get()[kJournalMarks] = bytes.get()[kJournalMarks + 1] = 1;
    WEAVEMAP_ASSIGN(auto copy, open(freshMemoryName(), Mode::memory));
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(copy->m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += kCopiedAtOnce)
        code = file->pMethods->xWrite(file, bytes.get() + at, static_cast<int>(std::min(kCopiedAtOnce, size - at)), at);
    if (code != SQLITE_OK)
        return fail(copy->errorFor(code));
    return copy;
}

Result<> Database::configure(Mode mode)
{
    const auto set = [this](int option, int on) { sqlite3_db_config(m_handle, option, on, nullptr); };
    set(SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    set(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    set(SQLITE_DBCONFIG_ENABLE_VIEW, 0);
    set(SQLITE_DBCONFIG_DQS_DML, 0);
    set(SQLITE_DBCONFIG_DQS_DDL, 0);
    // The log of changes is kept when the last connection closes only where it could not be written back.
    set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, kMaxAttached);
    sqlite3_busy_timeout(m_handle, kBusyMs);
    WEAVEMAP_TRY(execute("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON;"
                         "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA secure_delete=ON;"
                         "PRAGMA journal_size_limit=4194304;"));
    // A large import and its undo touch pages in any order: with 16 MB half a million ties take twice as
    // long. The memory is taken only as pages are used, and given back after a large change.
    if (mode == Mode::readWrite)
        return execute("PRAGMA cache_size=-256000;");
    if (mode == Mode::memory) {
        auto limit = std::numeric_limits<sqlite3_int64>::max(); // it is 1 GB where nobody says so
        sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
        return {};
    }
    return execute("PRAGMA cache_size=-16000; PRAGMA query_only=ON;");
}

Database::~Database()
{
    clearStatements();
    sqlite3_close_v2(m_handle);
}

void Database::clearStatements()
{
    for (auto& [sql, statements] : m_statements)
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    m_statements.clear();
}

Result<Statement> Database::prepare(std::string_view sql)
{
    const auto cached = m_statements.find(std::string(sql));
    if (cached != m_statements.end() && !cached->second.empty()) {
        sqlite3_stmt* statement = cached->second.back();
        cached->second.pop_back();
        return Statement(*this, statement);
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(errorFor(code));
    return Statement(*this, statement);
}

void Database::giveBack(sqlite3_stmt* statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_statements[sqlite3_sql(statement)].push_back(statement);
}

Result<> Database::execute(const std::string& sql)
{
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(errorFor(code));
    return {};
}

void Database::releaseMemory() { sqlite3_db_release_memory(m_handle); }

std::int64_t Database::changedRows() const { return sqlite3_changes64(m_handle); }

IdMint& Database::ids() const
{
    static IdMint processMint;
    return m_ids != nullptr ? *m_ids : processMint;
}

Error Database::errorFor(int code) const
{
    const std::string path = utf8Of(m_path);
    std::string words = std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + ")";
    if (m_handle != nullptr && sqlite3_extended_errcode(m_handle) == code)
        words = std::string(sqlite3_errmsg(m_handle)) + " (" + std::to_string(code) + ")";
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return {ErrorCode::diskFull, {path}, words};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::databaseBusy, {path}, words};
    case SQLITE_READONLY:
        return {ErrorCode::workspaceReadOnly, {path}, words};
    case SQLITE_CORRUPT:
        return {ErrorCode::workspaceDamaged, {path, {}}, words};
    case SQLITE_NOTADB:
        return {ErrorCode::notAWorkspace, {path}, words};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::fileUnreadable, {path}, words};
    case SQLITE_INTERRUPT:
        return {ErrorCode::cancelled, {}, words};
    case SQLITE_IOERR:
        // Growing the shared-memory file on a full disk is reported as an I/O error.
        if (m_handle != nullptr && sqlite3_system_errno(m_handle) == ENOSPC)
            return {ErrorCode::diskFull, {path}, words};
        break;
    default:
        break;
    }
    return {ErrorCode::databaseError, {words}, words};
}

Database::CancelGuard::CancelGuard(Database& database, const RunContext& run) : m_database(database)
{
    sqlite3_progress_handler(database.m_handle, kPollEvery, &pollCancelled, const_cast<RunContext*>(&run));
}

Database::CancelGuard::~CancelGuard() { sqlite3_progress_handler(m_database.m_handle, 0, nullptr, nullptr); }

Result<Transaction> Transaction::begin(Database& database, Kind kind)
{
    WEAVEMAP_TRY(database.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(database);
}

Transaction::~Transaction()
{
    // Some errors (a full disk) have rolled back already.
    if (m_database != nullptr && sqlite3_get_autocommit(m_database->handle()) == 0)
        (void)m_database->run("ROLLBACK");
}

Result<> Transaction::commit()
{
    WEAVEMAP_TRY(m_database->run("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace weavemap::store
