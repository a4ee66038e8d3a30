// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Check.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include <sqlite3.h>

#include "core/store/Database.h"
#include "core/store/Schema.h"
#include "core/store/Sha256.h"

namespace weavemap::store {

namespace {

constexpr int kLimit = 100;
constexpr int kPollEvery = 4000; // virtual machine instructions: well under a millisecond
constexpr int kMostReports = 100;

/// While it lives, statements of the connection end once `run` is cancelled, and `run` hears which share of the file's
/// pages was read from it.
class PageWatch
{
public:
    PageWatch(Database& database, const RunContext& run) : m_database(database), m_run(run)
    {
        m_pages = database.integer("PRAGMA page_count").value_or(0);
        m_before = pagesRead();
        sqlite3_progress_handler(database.handle(), kPollEvery, &poll, this);
    }
    ~PageWatch() { sqlite3_progress_handler(m_database.handle(), 0, nullptr, nullptr); }
    PageWatch(const PageWatch&) = delete;
    PageWatch& operator=(const PageWatch&) = delete;

private:
    std::int64_t pagesRead() const
    {
        int read = 0, most = 0;
        sqlite3_db_status(m_database.handle(), SQLITE_DBSTATUS_CACHE_MISS, &read, &most, 0);
        return read;
    }
    static int poll(void* self)
    {
        auto& watch = *static_cast<PageWatch*>(self);
        if (watch.m_run.cancelled())
            return 1;
        if (watch.m_pages == 0)
            return 0;
        // Some pages are read twice.
        const double share = std::min(1.0, double(watch.pagesRead() - watch.m_before) / double(watch.m_pages));
        const int report = static_cast<int>(share * (kMostReports - 1));
        if (report > std::exchange(watch.m_reported, std::max(report, watch.m_reported)))
            watch.m_run.progress(share);
        return 0;
    }

    Database& m_database;
    const RunContext& m_run;
    std::int64_t m_pages = 0;
    std::int64_t m_before = 0;
    int m_reported = -1;
};

Result<std::vector<std::string>> checkWith(Database& database, const std::string& pragma)
{
    WEAVEMAP_ASSIGN(auto lines, database.list(pragma, [](Statement& row) { return row.text(0); }));
    if (lines.size() == 1 && lines.front() == "ok")
        lines.clear();
    return lines;
}

/// The bytes of a number, the lowest first, on every machine.
std::array<char, 8> bytesOf(std::uint64_t number)
{
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>((number >> (8 * i)) & 0xFF);
    return bytes;
}

void addNumber(Sha256& hash, char type, std::uint64_t number)
{
    const auto bytes = bytesOf(number);
    hash.add({&type, 1});
    hash.add({bytes.data(), bytes.size()});
}

void addRow(Sha256& hash, Statement& row)
{
    for (int column = 0; column < row.columnCount(); ++column) {
        switch (sqlite3_column_type(row.handle(), column)) {
        case SQLITE_INTEGER:
            addNumber(hash, 'i', static_cast<std::uint64_t>(row.integer(column)));
            break;
        case SQLITE_FLOAT:
            addNumber(hash, 'r', std::bit_cast<std::uint64_t>(row.real(column)));
            break;
        case SQLITE_NULL:
            hash.add("n");
            break;
        default: {
            const auto bytes = row.textView(column);
            addNumber(hash, 't', bytes.size());
            hash.add(bytes);
        }
        }
    }
}

} // namespace

Result<std::vector<std::string>> quickCheck(Database& database, int limit, const RunContext& run)
{
    const PageWatch watch(database, run);
    return checkWith(database, "PRAGMA quick_check(" + std::to_string(limit) + ")");
}

Result<std::vector<std::string>> fullCheck(Database& database, const RunContext& run)
{
    const Database::CancelGuard guard(database, run);
    WEAVEMAP_ASSIGN(auto problems, checkWith(database, "PRAGMA integrity_check(" + std::to_string(kLimit) + ")"));
    run.progress(0.5);
    WEAVEMAP_TRY(database.each("PRAGMA foreign_key_check", [&](Statement& row) {
        if (problems.size() < kLimit)
            problems.push_back("foreign key: " + row.text(0) + " row " + row.text(1) + " names a missing " +
                               row.text(2));
    }));
    if (database.mayWrite()) {
        // A statement that writes by its form only.
        const auto search = database.run("INSERT INTO search(search) VALUES('integrity-check')");
        if (!search && search.error().code == ErrorCode::cancelled)
            return fail(search.error());
        if (!search)
            problems.push_back("search index: " + search.error().detail);
    }
    run.progress(0.75);
    return problems;
}

Result<std::string> dataDigest(Database& database, const RunContext& run)
{
    const Database::CancelGuard guard(database, run);
    Sha256 hash;
    for (const std::string_view table : kTableNames) {
        hash.add(table);
        hash.add(std::string_view("\0", 1));
        WEAVEMAP_TRY(database.each("SELECT * FROM " + std::string(table) + " ORDER BY id", [&](Statement& row) {
            addNumber(hash, 'R', static_cast<std::uint64_t>(row.columnCount()));
            addRow(hash, row);
        }));
    }
    run.progress(1.0);
    return hash.hex();
}

} // namespace weavemap::store
