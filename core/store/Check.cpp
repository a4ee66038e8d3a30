// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Check.h"

#include <array>
#include <bit>

#include <sqlite3.h>

#include "core/store/Database.h"
#include "core/store/Schema.h"
#include "core/store/Sha256.h"

namespace weavemap::store {

namespace {

constexpr int kLimit = 100;

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

Result<std::vector<std::string>> quickCheck(Database& database, int limit)
{
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
