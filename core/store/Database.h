// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/store/Statement.h"

namespace weavemap {
class IdMint;
class RunContext;
} // namespace weavemap

struct sqlite3;

namespace weavemap::store {

/// One SQLite connection: the only door to the SQLite C API together with Statement. Every database of the program is
/// opened here, with the settings of README.md ("The open sequence"). Belongs to one thread at a time.
class Database
{
public:
    enum class Mode {
        readWrite,
        readOnly,  ///< no write reaches the file through this connection
        immutable, ///< for a WAL file in a folder where nothing can be written: nobody else may be writing either
        memory,    ///< in memory: a database of its own, or the one that connections to the same name share
    };

    /// Opens an existing file and reads its schema. fileNotFound, fileUnreadable, notAWorkspace (no SQLite database),
    /// workspaceDamaged, databaseError.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path, Mode mode);
    /// A name in memory that nobody has yet, for Mode::memory. What stands under it goes with its last connection.
    static std::filesystem::path freshMemoryName();
    /// A copy of all of `source` in memory, under a fresh name.
    static Result<std::unique_ptr<Database>> copyInMemory(Database& source);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    sqlite3* handle() const { return m_handle; }
    bool mayWrite() const { return m_mayWrite; }

    /// A statement for `sql` (one statement), from the cache where it is there. Parameters are ?1, ?2, ...
    Result<Statement> prepare(std::string_view sql);

    /// Runs `sql` to its end with `args` bound in order; rows are ignored.
    template <class... Args>
    Result<> run(std::string_view sql, const Args&... args)
    {
        WEAVEMAP_ASSIGN(Statement statement, prepare(sql));
        statement.bind(args...);
        return statement.finish();
    }

    /// Calls `row(statement)` for each row. `row` returns nothing, or a Result<> whose error ends the loop.
    template <class Row, class... Args>
    Result<> each(std::string_view sql, Row&& row, const Args&... args)
    {
        WEAVEMAP_ASSIGN(Statement statement, prepare(sql));
        statement.bind(args...);
        for (;;) {
            WEAVEMAP_ASSIGN(const bool there, statement.step());
            if (!there)
                return {};
            if constexpr (std::is_void_v<std::invoke_result_t<Row&, Statement&>>)
                row(statement);
            else
                WEAVEMAP_TRY(row(statement));
        }
    }

    /// All rows, each made by `make(statement)`.
    template <class Make, class... Args>
    auto list(std::string_view sql, Make&& make, const Args&... args)
        -> Result<std::vector<std::decay_t<std::invoke_result_t<Make&, Statement&>>>>
    {
        std::vector<std::decay_t<std::invoke_result_t<Make&, Statement&>>> rows;
        WEAVEMAP_TRY(each(
            sql, [&](Statement& statement) { rows.push_back(make(statement)); }, args...));
        return rows;
    }

    /// The first row made by `make(statement)`, if there is one.
    template <class Make, class... Args>
    auto first(std::string_view sql, Make&& make, const Args&... args)
        -> Result<std::optional<std::decay_t<std::invoke_result_t<Make&, Statement&>>>>
    {
        WEAVEMAP_ASSIGN(Statement statement, prepare(sql));
        statement.bind(args...);
        WEAVEMAP_ASSIGN(const bool there, statement.step());
        std::optional<std::decay_t<std::invoke_result_t<Make&, Statement&>>> value;
        if (there)
            value = make(statement);
        return value;
    }

    /// The first column of the first row as a whole number; 0 where there is no row or it is NULL.
    template <class... Args>
    Result<std::int64_t> integer(std::string_view sql, const Args&... args)
    {
        WEAVEMAP_ASSIGN(const auto value, first(
                                              sql, [](Statement& s) { return s.integer(0); }, args...));
        return value.value_or(0);
    }

    /// Runs several statements without parameters (DDL, PRAGMA).
    Result<> execute(const std::string& sql);

    /// Rows that the last INSERT, UPDATE or DELETE changed.
    std::int64_t changedRows() const;

    /// Where inserts take their ids from: what was handed in, else one mint for the whole process.
    IdMint& ids() const;
    void setIds(IdMint* ids) { m_ids = ids; }

    /// The Error for a result code of SQLite on this connection.
    Error errorFor(int code) const;

    /// While it lives, statements of the connection end with `cancelled` once `run` is cancelled.
    class CancelGuard
    {
    public:
        CancelGuard(Database& database, const RunContext& run);
        ~CancelGuard();
        CancelGuard(const CancelGuard&) = delete;
        CancelGuard& operator=(const CancelGuard&) = delete;

    private:
        Database& m_database;
    };

    /// Gives the memory of the page cache back to the system.
    void releaseMemory();

    /// Finalizes the cached statements (before the connection is closed or the schema changes).
    void clearStatements();

private:
    friend class Statement;
    Database(std::filesystem::path path, Mode mode);
    Result<> configure(Mode mode);
    void giveBack(sqlite3_stmt* statement);

    std::filesystem::path m_path;
    sqlite3* m_handle = nullptr;
    bool m_mayWrite = false;
    IdMint* m_ids = nullptr;
    /// Statements that are free, by their text.
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>> m_statements;
};

/// A transaction that rolls back unless it was committed.
class Transaction
{
public:
    enum class Kind { read, write };

    static Result<Transaction> begin(Database& database, Kind kind);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;

    Result<> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace weavemap::store
