// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/Clock.h"
#include "core/base/Date.h"

using namespace weavemap;

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseLocal_readsDayMinuteAndSecond();
    void parseLocal_refusesOtherShapes();
    void zone_shiftsTheDay();
    void before1970_daysStillBeginAtMidnight();
    void toIsoLocal_comesBack();
    void order_isByMoment();
    void fixedClock_standsStill();
    void systemClock_isNowInAZoneThatExists();
};

void TestInstant::parseLocal_readsDayMinuteAndSecond()
{
    QCOMPARE(Instant::parseLocal("1970-01-01", 0)->unixMs, std::int64_t{12 * 3600 * 1000});
    QCOMPARE(Instant::parseLocal("1970-01-01T00:01", 0)->unixMs, std::int64_t{60'000});
    QCOMPARE(Instant::parseLocal("1970-01-01 00:00:59", 0)->unixMs, std::int64_t{59'000});
    QCOMPARE(Instant::parseLocal("1970-01-01T02:00", 120)->unixMs, std::int64_t{0});
    QCOMPARE(Instant::parseLocal("1970-01-01T02:00", 120)->zoneMinutes, 120);
}

void TestInstant::parseLocal_refusesOtherShapes()
{
    for (const char* bad : {"", "2026", "2026-10-15T", "2026-10-15T15", "2026-10-15T15:4", "2026-10-15T24:00",
                            "2026-10-15T15:60", "2026-10-15T15:40:60", "2026-10-15T15:40:", "2026-10-15x15:40",
                            "2026-10-15T15-40", "2026-10-15T15:40Z", "2026-02-30T15:40", "2026-10-15T15:40-30"}) {
        const auto instant = Instant::parseLocal(bad, 0);
        QVERIFY2(!instant, bad);
        QCOMPARE(instant.error().code, ErrorCode::badDate);
    }
}

void TestInstant::zone_shiftsTheDay()
{
    const auto late = *Instant::parseLocal("2026-10-15T23:30", -300);
    QCOMPARE(late.localDate().toIso(), std::string("2026-10-15"));
    QCOMPARE((Instant{late.unixMs, 0}).localDate().toIso(), std::string("2026-10-16"));
    QCOMPARE((Instant{late.unixMs, 840}).localMinuteOfDay(), 18 * 60 + 30);
}

void TestInstant::before1970_daysStillBeginAtMidnight()
{
    const Instant before{-1, 0};
    QCOMPARE(before.localDate().toIso(), std::string("1969-12-31"));
    QCOMPARE(before.localMinuteOfDay(), 1439);
    QCOMPARE((Instant{-86'400'000, 0}).localDate().toIso(), std::string("1969-12-31"));
    QCOMPARE((Instant{-86'400'000, 0}).localMinuteOfDay(), 0);
}

void TestInstant::toIsoLocal_comesBack()
{
    for (const int zone : {-720, -210, 0, 60, 345, 840}) {
        for (const char* text : {"1969-12-31T23:59", "2024-02-29T00:00", "2026-10-15T15:40"})
            QCOMPARE(Instant::parseLocal(text, zone)->toIsoLocal(), std::string(text));
    }
}

void TestInstant::order_isByMoment()
{
    QVERIFY((Instant{5, 0}) == (Instant{5, 60}));
    QVERIFY((Instant{4, 600}) < (Instant{5, 0}));
}

void TestInstant::fixedClock_standsStill()
{
    const FixedClock clock(*Instant::parseLocal("2026-10-15T15:40", 60));
    QCOMPARE(clock.today().toIso(), std::string("2026-10-15"));
    QVERIFY(clock.now() == clock.now());
}

void TestInstant::systemClock_isNowInAZoneThatExists()
{
    const Instant now = SystemClock().now();
    QVERIFY(now.unixMs > 1'700'000'000'000);
    QVERIFY(now.zoneMinutes >= -12 * 60 && now.zoneMinutes <= 14 * 60);
    // Around a new year local and UTC years differ.
    for (const std::int64_t moment : {1'767'225'599'000, 1'767'225'600'000, 1'735'689'599'000, 1'735'689'600'000}) {
        const int zone = localZoneMinutes(moment);
        QVERIFY(zone >= -12 * 60 && zone <= 14 * 60);
    }
}

QTEST_APPLESS_MAIN(TestInstant)
#include "tst_instant.moc"
