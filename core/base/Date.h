// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace weavemap {

/// A day of the proleptic Gregorian calendar, without time or zone. Days are counted from 1970-01-01.
class Date
{
public:
    constexpr Date() = default;
    static constexpr Date fromDays(std::int32_t days)
    {
        Date date;
        date.m_days = days;
        return date;
    }
    /// An error for a day that does not exist, or a year outside 1 to 9999.
    static Result<Date> fromYmd(int year, int month, int day);
    /// `2026-10-15` and nothing else.
    static Result<Date> parseIso(std::string_view text);

    constexpr std::int32_t days() const { return m_days; }
    int year() const;
    int month() const;   ///< 1 to 12
    int day() const;     ///< 1 to 31
    int weekday() const; ///< 1 Monday to 7 Sunday (ISO 8601)
    Date addDays(int count) const { return fromDays(m_days + count); }
    /// The same day of another month, or that month's last day.
    Date addMonths(int count) const;
    Date addYears(int count) const { return addMonths(12 * count); }
    std::string toIso() const;

    constexpr auto operator<=>(const Date&) const = default;

private:
    std::int32_t m_days = 0;
};

/// Days from `from` to `to`; negative where `to` comes first.
constexpr int daysBetween(Date from, Date to) { return to.days() - from.days(); }

/// A moment: milliseconds since 1970 in UTC, and the minutes that the local clock was ahead of UTC when it was written
/// down.
struct Instant
{
    std::int64_t unixMs = 0;
    int zoneMinutes = 0;

    /// `2026-10-15`, `2026-10-15T15:40` or with `:SS`; local time at `zoneMinutes`, noon where no time is given.
    static Result<Instant> parseLocal(std::string_view text, int zoneMinutes);
    static Instant atLocal(Date date, int hour, int minute, int zoneMinutes);
    Date localDate() const;
    int localMinuteOfDay() const;   ///< 0 to 1439
    std::string toIsoLocal() const; ///< 2026-10-15T15:40

    auto operator<=>(const Instant& other) const { return unixMs <=> other.unixMs; }
    bool operator==(const Instant& other) const { return unixMs == other.unixMs; }
};

} // namespace weavemap

template <>
struct std::hash<weavemap::Date>
{
    std::size_t operator()(const weavemap::Date& date) const noexcept { return std::hash<std::int32_t>{}(date.days()); }
};
