// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/base/Date.h"
#include "core/base/Id.h"
#include "core/base/Result.h"

struct sqlite3_stmt;

namespace weavemap::store {

class Database;

/// A prepared statement, borrowed from its Database's cache; goes back there when it is destroyed. Must not outlive the
/// Database; same thread. Errors of binding are kept and come out of the next `step` or `finish`.
class Statement
{
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Binds the values to the parameters from ?1 on. Ids that are 0 and empty optionals become NULL, enums and bools
    /// whole numbers, a Date its ISO text, an Instant TWO parameters (milliseconds, zone minutes).
    template <class... Args>
    Statement& bind(const Args&... args)
    {
        m_next = 1;
        (append(args), ...);
        return *this;
    }

    /// True where a row is there.
    Result<bool> step();
    /// Steps to the end and rewinds, so that the statement can be bound and run again.
    Result<> finish();
    /// Rewinds; bindings go.
    void reset();

    // The columns of the row, from 0.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    int small(int column) const { return static_cast<int>(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const;
    std::string text(int column) const { return std::string(textView(column)); }
    std::string_view textView(int column) const;       ///< until the next step
    std::span<const std::byte> blob(int column) const; ///< until the next step
    std::optional<Date> date(int column) const;        ///< empty for NULL
    Instant instant(int column) const;                 ///< of this column (milliseconds) and the next (zone minutes)
    template <class IdType>
    IdType id(int column) const
    {
        return IdType{integer(column)}; // NULL reads as 0
    }
    template <class Enum>
    Enum as(int column) const
    {
        return static_cast<Enum>(small(column));
    }
    int columnCount() const;
    sqlite3_stmt* handle() const { return m_statement; }

private:
    friend class Database;
    Statement(Database& database, sqlite3_stmt* statement) : m_database(&database), m_statement(statement) {}

    template <class T>
    void append(const T& value)
    {
        if constexpr (std::is_same_v<T, bool> || std::is_enum_v<T>)
            appendInteger(static_cast<std::int64_t>(value));
        else if constexpr (std::integral<T>)
            appendInteger(static_cast<std::int64_t>(value));
        else if constexpr (std::floating_point<T>)
            appendReal(value);
        else if constexpr (std::is_same_v<T, std::nullptr_t>)
            appendNull();
        else if constexpr (std::is_same_v<T, Instant>)
            appendInteger(value.unixMs), appendInteger(value.zoneMinutes);
        else if constexpr (std::is_same_v<T, Date>)
            appendText(value.toIso());
        else if constexpr (std::convertible_to<const T&, std::string_view>)
            appendText(value);
        else if constexpr (std::convertible_to<const T&, std::span<const std::byte>>)
            appendBlob(value);
        else
            appendOther(value);
    }
    template <class Tag>
    void appendOther(const Id<Tag>& id)
    {
        if (id.isValid())
            appendInteger(id.value);
        else
            appendNull();
    }
    template <class T>
    void appendOther(const std::optional<T>& value)
    {
        if (value)
            append(*value);
        else
            appendNull();
    }
    void appendInteger(std::int64_t value);
    void appendReal(double value);
    void appendText(std::string_view value);
    void appendBlob(std::span<const std::byte> value);
    void appendNull();
    void keep(int code);

    Database* m_database;
    sqlite3_stmt* m_statement;
    int m_next = 1;
    int m_bindError = 0;
};

} // namespace weavemap::store
