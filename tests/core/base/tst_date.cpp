// SPDX-License-Identifier: GPL-3.0-or-later
#include <tuple>

#include <QTest>

#include "core/base/Date.h"

using namespace weavemap;

class TestDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreCountedFrom1970();
    void everyDay_goesToPartsAndBack();
    void fromYmd_refusesDaysThatAreNone();
    void parseIso_takesOneShapeOnly();
    void weekday_countsFromMonday();
    void addMonths_staysInTheMonth();
    void addDays_crossesYears();
    void order_isByDay();
    void hugeNumbers_areRefused();
};

void TestDate::daysAreCountedFrom1970()
{
    QCOMPARE(Date::fromYmd(1970, 1, 1)->days(), 0);
    QCOMPARE(Date::fromYmd(1969, 12, 31)->days(), -1);
    QCOMPARE(Date::fromYmd(2000, 3, 1)->days(), 11017);
    QCOMPARE(Date::fromYmd(1, 1, 1)->days(), -719162);
    QCOMPARE(Date::fromYmd(9999, 12, 31)->days(), 2932896);
}

void TestDate::everyDay_goesToPartsAndBack()
{
    // 400 years are one whole turn of the calendar.
    int weekday = Date::fromYmd(1900, 1, 1)->weekday();
    for (int day = Date::fromYmd(1900, 1, 1)->days(); day <= Date::fromYmd(2300, 1, 1)->days(); ++day) {
        const Date date = Date::fromDays(day);
        QCOMPARE(Date::fromYmd(date.year(), date.month(), date.day())->days(), day);
        QCOMPARE(date.weekday(), weekday);
        weekday = weekday % 7 + 1;
    }
    for (int day = -719162; day <= 2932896; day += 997)
        QCOMPARE(Date::parseIso(Date::fromDays(day).toIso())->days(), day);
}

void TestDate::fromYmd_refusesDaysThatAreNone()
{
    for (const auto& [y, m, d] : {std::tuple{2023, 2, 29},
                                  {2100, 2, 29},
                                  {2024, 4, 31},
                                  {2024, 0, 1},
                                  {2024, 13, 1},
                                  {2024, 1, 0},
                                  {2024, 1, 32},
                                  {0, 1, 1},
                                  {10000, 1, 1},
                                  {-1, 1, 1},
                                  {2024, -1, 1},
                                  {2024, 1, -1}}) {
        const auto date = Date::fromYmd(y, m, d);
        QVERIFY(!date);
        QCOMPARE(date.error().code, ErrorCode::badDate);
    }
    QVERIFY(Date::fromYmd(2000, 2, 29) && Date::fromYmd(2024, 2, 29));
}

void TestDate::parseIso_takesOneShapeOnly()
{
    QCOMPARE(Date::parseIso("2026-10-15")->toIso(), std::string("2026-10-15"));
    QCOMPARE(Date::parseIso("0001-01-01")->toIso(), std::string("0001-01-01"));
    for (const char* bad : {"", "2026", "2026-10", "2026-1-15", "26-10-15", "2026/10/15", "2026-10-15 ", " 2026-10-15",
                            "2026-10-1x", "2026-13-01", "2026-02-30", "+026-10-15", "2026-10-15T00:00", "٢٠٢٦-10-15"}) {
        const auto date = Date::parseIso(bad);
        QVERIFY(!date);
        QCOMPARE(date.error().args.at(0), std::string(bad));
    }
}

void TestDate::weekday_countsFromMonday()
{
    QCOMPARE(Date::fromYmd(1970, 1, 1)->weekday(), 4);
    QCOMPARE(Date::fromYmd(2026, 10, 12)->weekday(), 1);
    QCOMPARE(Date::fromYmd(2026, 10, 18)->weekday(), 7);
    QCOMPARE(Date::fromYmd(1900, 1, 1)->weekday(), 1);
}

void TestDate::addMonths_staysInTheMonth()
{
    const Date last = *Date::fromYmd(2024, 1, 31);
    QCOMPARE(last.addMonths(1).toIso(), std::string("2024-02-29"));
    QCOMPARE(last.addMonths(13).toIso(), std::string("2025-02-28"));
    QCOMPARE(last.addMonths(-2).toIso(), std::string("2023-11-30"));
    QCOMPARE(last.addMonths(0).toIso(), std::string("2024-01-31"));
    QCOMPARE(last.addMonths(-13).toIso(), std::string("2022-12-31"));
    QCOMPARE(Date::fromYmd(2024, 2, 29)->addYears(1).toIso(), std::string("2025-02-28"));
    QCOMPARE(Date::fromYmd(2024, 2, 29)->addYears(4).toIso(), std::string("2028-02-29"));
}

void TestDate::addDays_crossesYears()
{
    QCOMPARE(Date::fromYmd(2023, 12, 31)->addDays(1).toIso(), std::string("2024-01-01"));
    QCOMPARE(Date::fromYmd(2024, 3, 1)->addDays(-1).toIso(), std::string("2024-02-29"));
    QCOMPARE(daysBetween(*Date::fromYmd(2024, 1, 1), *Date::fromYmd(2025, 1, 1)), 366);
    QCOMPARE(daysBetween(*Date::fromYmd(2025, 1, 1), *Date::fromYmd(2024, 1, 1)), -366);
}

void TestDate::order_isByDay()
{
    QVERIFY(*Date::parseIso("2024-01-31") < *Date::parseIso("2024-02-01"));
    QVERIFY(*Date::parseIso("2024-01-31") == *Date::fromYmd(2024, 1, 31));
}

void TestDate::hugeNumbers_areRefused()
{
    QVERIFY(!Date::fromYmd(2'000'000'000, 1, 1));
    QVERIFY(!Date::fromYmd(2024, 257, 1)); // 257 is 1 in eight bits
    QVERIFY(!Date::fromYmd(2024, 1, 257));
    QVERIFY(!Date::fromYmd(65536 + 2024, 1, 1));
}

QTEST_APPLESS_MAIN(TestDate)
#include "tst_date.moc"
