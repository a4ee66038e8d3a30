// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace weavemap {

namespace {

namespace chr = std::chrono;
constexpr std::int64_t kDayMs = 86400000;
constexpr std::int64_t kMinuteMs = 60000;

chr::year_month_day civil(std::int32_t days) { return chr::year_month_day(chr::sys_days(chr::days(days))); }

/// Reads exactly `count` digits at `at`; -1 for anything else.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

} // namespace

Result<Date> Date::fromYmd(int year, int month, int day)
{
    // Out of these bounds the calendar types would wrap round: month 257 would be January.
    const bool isInRange = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    const chr::year_month_day ymd(chr::year(isInRange ? year : 1),
                                  chr::month(static_cast<unsigned>(isInRange ? month : 1)),
                                  chr::day(static_cast<unsigned>(isInRange ? day : 1)));
    if (!isInRange || !ymd.ok())
        return fail(ErrorCode::badDate,
                    {std::to_string(year) + "-" + std::to_string(month) + "-" + std::to_string(day)});
    return fromDays(static_cast<std::int32_t>(chr::sys_days(ymd).time_since_epoch().count()));
}

Result<Date> Date::parseIso(std::string_view text)
{
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || year < 0 || month < 0 || day < 0)
        return fail(ErrorCode::badDate, {std::string(text)});
    auto date = fromYmd(year, month, day);
    return date ? date : fail(ErrorCode::badDate, {std::string(text)});
}

int Date::year() const { return static_cast<int>(civil(m_days).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(m_days).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(m_days).day())); }
int Date::weekday() const { return static_cast<int>(chr::weekday(chr::sys_days(chr::days(m_days))).iso_encoding()); }

Date Date::addMonths(int count) const
{
    const auto ymd = civil(m_days);
    const auto shifted = chr::year_month(ymd.year(), ymd.month()) + chr::months(count);
    const chr::day last = chr::year_month_day_last(shifted.year(), chr::month_day_last(shifted.month())).day();
    const chr::year_month_day result(shifted.year(), shifted.month(), std::min(ymd.day(), last));
    return fromDays(static_cast<std::int32_t>(chr::sys_days(result).time_since_epoch().count()));
}

std::string Date::toIso() const
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year(), month(), day());
    return text.data();
}

Result<Instant> Instant::parseLocal(std::string_view text, int zoneMinutes)
{
    auto date = Date::parseIso(text.substr(0, std::min<std::size_t>(10, text.size())));
    if (!date)
        return fail(ErrorCode::badDate, {std::string(text)});
    if (text.size() == 10)
        return atLocal(*date, 12, 0, zoneMinutes);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    const int second = text.size() == 19 ? digits(text, 17, 2) : 0;
    const bool shaped = (text.size() == 16 || (text.size() == 19 && text[16] == ':')) &&
                        (text[10] == 'T' || text[10] == ' ') && text[13] == ':';
    if (!shaped || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return fail(ErrorCode::badDate, {std::string(text)});
    Instant instant = atLocal(*date, hour, minute, zoneMinutes);
    instant.unixMs += second * 1000;
    return instant;
}

Instant Instant::atLocal(Date date, int hour, int minute, int zoneMinutes)
{
    return {date.days() * kDayMs + (hour * 60 + minute - zoneMinutes) * kMinuteMs, zoneMinutes};
}

Date Instant::localDate() const
{
    return Date::fromDays(static_cast<std::int32_t>(floorDiv(unixMs + zoneMinutes * kMinuteMs, kDayMs)));
}

int Instant::localMinuteOfDay() const
{
    const std::int64_t local = unixMs + zoneMinutes * kMinuteMs;
    return static_cast<int>((local - floorDiv(local, kDayMs) * kDayMs) / kMinuteMs);
}

std::string Instant::toIsoLocal() const
{
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "T%02d:%02d", localMinuteOfDay() / 60, localMinuteOfDay() % 60);
    return localDate().toIso() + time.data();
}

} // namespace weavemap
