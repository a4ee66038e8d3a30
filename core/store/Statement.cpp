// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Statement.h"

#include <sqlite3.h>

#include "core/store/Database.h"

namespace weavemap::store {

namespace {

// A zero-length view may have a null pointer, which SQLite would bind as NULL.
const char* notNull(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

} // namespace

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)), m_next(other.m_next),
      m_bindError(other.m_bindError)
{}

Statement::~Statement()
{
    if (m_statement != nullptr)
        m_database->giveBack(m_statement);
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return fail(m_database->errorFor(m_bindError));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return fail(m_database->errorFor(code));
}

Result<> Statement::finish()
{
    for (;;) {
        auto row = step();
        if (!row) {
            sqlite3_reset(m_statement);
            return fail(std::move(row.error()));
        }
        if (!*row)
            break;
    }
    sqlite3_reset(m_statement);
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bindError = SQLITE_OK;
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }

std::string_view Statement::textView(int column) const
{
    const void* text = sqlite3_column_text(m_statement, column);
    if (text == nullptr)
        return {};
    return {static_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::span<const std::byte> Statement::blob(int column) const
{
    const void* bytes = sqlite3_column_blob(m_statement, column);
    if (bytes == nullptr)
        return {};
    return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::optional<Date> Statement::date(int column) const
{
    if (isNull(column))
        return std::nullopt;
    const auto date = Date::parseIso(textView(column));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

Instant Statement::instant(int column) const { return {.unixMs = integer(column), .zoneMinutes = small(column + 1)}; }

int Statement::columnCount() const { return sqlite3_column_count(m_statement); }

void Statement::appendInteger(std::int64_t value) { keep(sqlite3_bind_int64(m_statement, m_next++, value)); }

void Statement::appendReal(double value) { keep(sqlite3_bind_double(m_statement, m_next++, value)); }

void Statement::appendText(std::string_view value)
{
    keep(sqlite3_bind_text64(m_statement, m_next++, notNull(value), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::appendBlob(std::span<const std::byte> value)
{
    if (value.empty())
        keep(sqlite3_bind_zeroblob(m_statement, m_next++, 0));
    else
        keep(sqlite3_bind_blob64(m_statement, m_next++, value.data(), value.size(), SQLITE_TRANSIENT));
}

void Statement::appendNull() { keep(sqlite3_bind_null(m_statement, m_next++)); }

void Statement::keep(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

} // namespace weavemap::store
