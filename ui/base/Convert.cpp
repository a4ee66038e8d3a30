// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Convert.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace weavemap::ui {

namespace {

constexpr int kEpochJulianDay = 2440588; // 1970-01-01

/// Gives the texts of this file their place among the translations.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

/// English plurals stand in the program; a translation brings its own.
QString counted(int n, const char* one, const char* many)
{
    return n == 1 ? T::tr(one, nullptr, n) : T::tr(many, nullptr, n);
}

QString dated(Date date, const char* format) { return QLocale().toString(toQDate(date), QString::fromLatin1(format)); }

int wholeMonths(Date from, Date to)
{
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (to.day() < from.day())
        --months;
    return months;
}

QString lengthOf(Date from, Date to)
{
    const int days = daysBetween(from, to);
    if (days < 14)
        return counted(days, QT_TRANSLATE_N_NOOP("Dates", "%n day"), QT_TRANSLATE_N_NOOP("Dates", "%n days"));
    const int months = wholeMonths(from, to);
    if (months < 2)
        return counted(days / 7, QT_TRANSLATE_N_NOOP("Dates", "%n week"), QT_TRANSLATE_N_NOOP("Dates", "%n weeks"));
    if (months < 24)
        return counted(months, QT_TRANSLATE_N_NOOP("Dates", "%n month"), QT_TRANSLATE_N_NOOP("Dates", "%n months"));
    return counted(months / 12, QT_TRANSLATE_N_NOOP("Dates", "%n year"), QT_TRANSLATE_N_NOOP("Dates", "%n years"));
}

} // namespace

QString toQString(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

std::string toUtf8(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

std::filesystem::path toPath(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return std::filesystem::path(std::u8string(bytes.begin(), bytes.end()));
}

QString pathText(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(text.size()));
    for (const char8_t byte : text)
        bytes.append(static_cast<char>(byte));
    return QString::fromUtf8(bytes);
}

QDate toQDate(Date date) { return QDate::fromJulianDay(qint64{kEpochJulianDay} + date.days()); }

QDate toQDate(const std::optional<Date>& date) { return date ? toQDate(*date) : QDate(); }

std::optional<Date> toDate(QDate date)
{
    if (!date.isValid())
        return std::nullopt;
    const Result<Date> result = Date::fromYmd(date.year(), date.month(), date.day());
    return result ? std::optional<Date>(*result) : std::nullopt;
}

QDateTime toQDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.unixMs, Qt::OffsetFromUTC, instant.zoneMinutes * 60);
}

Instant toInstant(const QDateTime& dateTime) { return {dateTime.toMSecsSinceEpoch(), dateTime.offsetFromUtc() / 60}; }

QString formatDate(Date date, DateStyle style)
{
    switch (style) {
    case DateStyle::day:
        return dated(date, "d MMMM");
    case DateStyle::dayShort:
        return dated(date, "d MMM");
    case DateStyle::full:
        return dated(date, "d MMMM yyyy");
    case DateStyle::table:
        return dated(date, "d MMM yyyy");
    case DateStyle::weekday:
        return dated(date, "dddd d MMMM");
    case DateStyle::month:
        return dated(date, "MMM yyyy");
    }
    return {};
}

QString formatDate(Date date, DateStyle style, Date today)
{
    const bool otherYear = date.year() != today.year();
    if (otherYear && style == DateStyle::day)
        return formatDate(date, DateStyle::full);
    if (otherYear && style == DateStyle::dayShort)
        return formatDate(date, DateStyle::table);
    return formatDate(date, style);
}

QString formatAge(Date date, Date today)
{
    const int days = daysBetween(date, today);
    if (days == 0)
        return T::tr("today");
    if (days == 1)
        return T::tr("yesterday");
    if (days == -1)
        return T::tr("tomorrow");
    return days > 0 ? T::tr("%1 ago").arg(lengthOf(date, today)) : T::tr("in %1").arg(lengthOf(today, date));
}

QString formatDue(Date due, Date today)
{
    const int late = daysBetween(due, today);
    if (late > 0)
        return T::tr("%1 late").arg(lengthOf(due, today));
    if (late == 0)
        return T::tr("Today");
    if (late == -1)
        return T::tr("Tomorrow");
    return formatDate(due, DateStyle::dayShort, today);
}

QString formatTime(Instant instant)
{
    const int minute = instant.localMinuteOfDay();
    return QLocale().toString(QTime(minute / 60, minute % 60), QStringLiteral("HH:mm"));
}

QString formatMoment(Instant instant, Date today)
{
    const Date date = instant.localDate();
    const int days = daysBetween(date, today);
    const QString day = days == 0   ? T::tr("Today")
                        : days == 1 ? T::tr("Yesterday")
                                    : formatDate(date, DateStyle::day, today);
    return T::tr("%1, %2").arg(day, formatTime(instant));
}

QString formatMinutes(int minutes)
{
    return minutes <= 0 ? QString() : T::tr("%1 min").arg(QLocale().toString(minutes));
}

QString formatPercent(double share, int decimals)
{
    const double percent = share * 100;
    if (!std::isfinite(percent))
        return QStringLiteral("\u2013");
    return T::tr("%1 %").arg(QLocale().toString(percent, 'f', decimals)).replace(QLatin1Char(' '), QChar::Nbsp);
}

QString formatCount(qint64 count) { return QLocale().toString(count); }

} // namespace weavemap::ui
