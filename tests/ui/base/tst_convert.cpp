// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>

#include "ui/base/Convert.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {
Date day(int year, int month, int dayOfMonth) { return *Date::fromYmd(year, month, dayOfMonth); }
const Date kToday = day(2026, 10, 15);
} // namespace

class Convert : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void text_goesThereAndBack()
    {
        for (const QString& text :
             {QString(), QStringLiteral("Ng\u0101ti"), QStringLiteral("\u674E\u5A1C"), QStringLiteral("a\tb\nc")})
            QCOMPARE(toQString(toUtf8(text)), text);
        QCOMPARE(toQString(std::string_view("\xFF\x41")), QStringLiteral("\uFFFDA"));
    }

    void path_goesThereAndBack()
    {
        const QString text = QStringLiteral("/tmp/M\u0101ori \u674E.weavemap");
        QCOMPARE(pathText(toPath(text)), text);
    }

    void date_goesThereAndBack()
    {
        for (const Date date : {day(1, 1, 1), day(1970, 1, 1), day(2024, 2, 29), day(9999, 12, 31)}) {
            QCOMPARE(toQDate(date).year(), date.year());
            QCOMPARE(toQDate(date).day(), date.day());
            QCOMPARE(toDate(toQDate(date)), std::optional<Date>(date));
        }
        QVERIFY(!toQDate(std::optional<Date>()).isValid());
        QVERIFY(!toDate(QDate()).has_value());
    }

    void instant_keepsItsOwnClock()
    {
        const Instant instant = Instant::atLocal(kToday, 15, 40, 13 * 60);
        QCOMPARE(toQDateTime(instant).time(), QTime(15, 40));
        QCOMPARE(toInstant(toQDateTime(instant)).unixMs, instant.unixMs);
        QCOMPARE(toInstant(toQDateTime(instant)).zoneMinutes, 13 * 60);
        QCOMPARE(formatTime(instant), QStringLiteral("15:40"));
    }

    void formatDate_styles()
    {
        const Date date = day(2026, 10, 8);
        QCOMPARE(formatDate(date, DateStyle::day, kToday), QStringLiteral("8 October"));
        QCOMPARE(formatDate(date, DateStyle::dayShort, kToday), QStringLiteral("8 Oct"));
        QCOMPARE(formatDate(date, DateStyle::table), QStringLiteral("8 Oct 2026"));
        QCOMPARE(formatDate(day(2025, 11, 12), DateStyle::day, kToday), QStringLiteral("12 November 2025"));
        QCOMPARE(formatDate(kToday, DateStyle::weekday), QStringLiteral("Thursday 15 October"));
        QCOMPARE(formatDate(day(2024, 1, 3), DateStyle::month), QStringLiteral("Jan 2024"));
    }

    void formatAge_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("today") << 0 << QStringLiteral("today");
        QTest::newRow("yesterday") << 1 << QStringLiteral("yesterday");
        QTest::newRow("tomorrow") << -1 << QStringLiteral("tomorrow");
        QTest::newRow("days") << 13 << QStringLiteral("13 days ago");
        QTest::newRow("weeks") << 14 << QStringLiteral("2 weeks ago");
        QTest::newRow("months") << 426 << QStringLiteral("14 months ago");
        QTest::newRow("years") << 365 * 3 + 5 << QStringLiteral("3 years ago");
        QTest::newRow("to come") << -3 << QStringLiteral("in 3 days");
    }
    void formatAge()
    {
        QFETCH(const int, days);
        QFETCH(const QString, words);
        QCOMPARE(weavemap::ui::formatAge(kToday.addDays(-days), kToday), words);
    }

    void formatDue_isSaidInWords()
    {
        QCOMPARE(formatDue(kToday.addDays(-2), kToday), QStringLiteral("2 days late"));
        QCOMPARE(formatDue(kToday.addDays(-1), kToday), QStringLiteral("1 day late"));
        QCOMPARE(formatDue(kToday, kToday), QStringLiteral("Today"));
        QCOMPARE(formatDue(kToday.addDays(1), kToday), QStringLiteral("Tomorrow"));
        QCOMPARE(formatDue(day(2026, 10, 23), kToday), QStringLiteral("23 Oct"));
    }

    void figures()
    {
        QCOMPARE(formatPercent(0.6761), QStringLiteral("68\u00A0%"));
        QCOMPARE(formatPercent(1.0 / 0.0), QStringLiteral("\u2013"));
        QCOMPARE(formatMinutes(0), QString());
        QCOMPARE(formatMinutes(14), QStringLiteral("14 min"));
        QCOMPARE(formatCount(1234567), QStringLiteral("1,234,567"));
        QCOMPARE(formatMoment(Instant::atLocal(kToday, 9, 5, 0), kToday), QStringLiteral("Today, 09:05"));
    }
};

QTEST_GUILESS_MAIN(Convert)
#include "tst_convert.moc"
