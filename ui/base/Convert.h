// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <QDate>
#include <QDateTime>
#include <QString>

#include "core/base/Date.h"

namespace weavemap::ui {

/// Between Qt's text and the UTF-8 of `core`. Bytes that are not UTF-8 come out as U+FFFD.
QString toQString(std::string_view utf8);
std::string toUtf8(const QString& text);
std::filesystem::path toPath(const QString& text);
QString pathText(const std::filesystem::path& path);

/// An invalid QDate stands for no date.
QDate toQDate(Date date);
QDate toQDate(const std::optional<Date>& date);
std::optional<Date> toDate(QDate date);
/// A moment as the local clock showed it when it was written down (its own offset is kept).
QDateTime toQDateTime(Instant instant);
Instant toInstant(const QDateTime& dateTime);

/// How a date is written.
enum class DateStyle {
    day,      ///< "8 October", with the year where it is another than today's
    dayShort, ///< "8 Oct", with the year where it is another than today's
    full,     ///< "8 October 2026"
    table,    ///< "8 Oct 2026"
    weekday,  ///< "Thursday 15 October"
    month,    ///< "Oct 2026"
};
/// In the words of the default QLocale.
QString formatDate(Date date, DateStyle style, Date today);
/// For styles that always carry their year, or never do (`full`, `table`, `month`, `weekday`).
QString formatDate(Date date, DateStyle style);
/// "today", "yesterday", "3 days ago", "5 weeks ago", "14 months ago", "2 years ago"; a date to come: "in 3 days".
QString formatAge(Date date, Date today);
/// A promise: "2 days late", "Today", "Tomorrow", else the short date.
QString formatDue(Date due, Date today);
/// "15:40" of the moment's own clock.
QString formatTime(Instant instant);
/// "Today, 15:40", "Yesterday, 09:10", "8 October, 15:40".
QString formatMoment(Instant instant, Date today);
/// "14 min"; empty for 0.
QString formatMinutes(int minutes);
/// "68 %" with a no-break space; `share` from 0 to 1.
QString formatPercent(double share, int decimals = 0);
/// "1,234" in the default locale.
QString formatCount(qint64 count);

} // namespace weavemap::ui
