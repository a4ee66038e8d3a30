// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <optional>
#include <vector>

#include <QTest>

#include "core/base/Random.h"
#include "core/health/Membership.h"

using namespace weavemap;
using health::MemberHistory;
using health::MembershipCount;
using health::Stint;
using Members = std::vector<MemberHistory>;

namespace {

Date day(int month, int dayOfMonth, int year = 2026) { return *Date::fromYmd(year, month, dayOfMonth); }

const Date kFirst = day(1, 1), kLast = day(12, 31);

MembershipCount year2026(const Members& members) { return *health::countMembership(members, kFirst, kLast); }

constexpr auto kOpen = std::nullopt;

} // namespace

class TestMembership : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aYear_isCountedByHand()
    {
        const Members members{
            {{day(3, 1, 2020), kOpen}},                               // stays
            {{kOpen, kOpen}},                                         // stays, since nobody knows when
            {{day(3, 1, 2020), day(6, 1)}},                           // leaves
            {{day(3, 1, 2020), day(6, 1)}, {day(9, 1), kOpen}},       // leaves and returns
            {{day(3, 1, 2020), day(6, 1, 2024)}, {day(2, 1), kOpen}}, // returns after two years
            {{day(5, 5), kOpen}},                                     // joins
            {{day(5, 5), day(8, 8)}},                                 // joins and leaves
            {{day(3, 1, 2027), kOpen}},                               // will join
            {{day(3, 1, 2020), day(6, 1, 2024)}},                     // long gone
            {},                                                       // never was one
        };
        const MembershipCount count = year2026(members);
        QCOMPARE(count, (MembershipCount{4, 2, 2, 3, 5, 2}));
        QVERIFY(count.balances());
        QCOMPARE(*count.growth().value, 0.25);
        QCOMPARE(*count.attrition().value, 0.75);
        QCOMPARE(*count.retention().value, 0.25);
        QCOMPARE(*count.stayedShare().value, 0.5);
        QCOMPARE(count.growth().n, std::size_t{4});
    }

    void theEdgesOfThePeriod_belongToIt()
    {
        // Left on the first day: there the day before, not there that day.
        QCOMPARE(year2026({{{kOpen, kFirst}}}), (MembershipCount{1, 0, 0, 1, 0, 0}));
        QCOMPARE(year2026({{{kOpen, kLast}}}), (MembershipCount{1, 0, 0, 1, 0, 0}));
        QCOMPARE(year2026({{{kOpen, kLast.addDays(1)}}}), (MembershipCount{1, 0, 0, 0, 1, 1}));
        QCOMPARE(year2026({{{kOpen, kFirst.addDays(-1)}}}), (MembershipCount{0, 0, 0, 0, 0, 0}));
        QCOMPARE(year2026({{{kFirst, kOpen}}}), (MembershipCount{0, 1, 0, 0, 1, 0}));
        QCOMPARE(year2026({{{kFirst.addDays(-1), kOpen}}}), (MembershipCount{1, 0, 0, 0, 1, 1}));
        QCOMPARE(year2026({{{kLast, kOpen}}}), (MembershipCount{0, 1, 0, 0, 1, 0}));
        QCOMPARE(year2026({{{day(5, 5), day(5, 5)}}}), (MembershipCount{0, 1, 0, 1, 0, 0}));
    }

    void stintsWithoutADayBetween_areOne()
    {
        QCOMPARE(year2026({{{day(7, 1), kOpen}, {day(1, 1, 2020), day(7, 1)}}}), (MembershipCount{1, 0, 0, 0, 1, 1}));
        QCOMPARE(year2026({{{day(1, 1, 2020), day(9, 1)}, {day(7, 1), day(8, 1)}}}),
                 (MembershipCount{1, 0, 0, 1, 0, 0}));
        QCOMPARE(year2026({{{kOpen, day(9, 1)}, {kOpen, kOpen}}}), (MembershipCount{1, 0, 0, 0, 1, 1}));
    }

    void nobodyAtTheStart_hasNoShares()
    {
        const MembershipCount count = year2026({{{day(5, 5), kOpen}}});
        QVERIFY(!count.growth().value && !count.attrition().value && !count.retention().value);
        QCOMPARE(year2026({}), MembershipCount{});
    }

    void reversedDates_areRefused()
    {
        QCOMPARE(health::countMembership({}, kLast, kFirst).error().code, ErrorCode::datesReversed);
        const Members wrong{{{day(7, 1), day(6, 1)}}};
        QCOMPARE(health::countMembership(wrong, kFirst, kLast).error().code, ErrorCode::datesReversed);
    }

    void itAlwaysBalances()
    {
        Random random(11);
        const Date base = day(1, 1, 2020);
        for (int round = 0; round < 300; ++round) {
            Members members(1 + random.below(30));
            for (MemberHistory& history : members) {
                for (std::uint64_t left = random.below(4); left > 0; --left) {
                    Stint stint{base.addDays(random.between(0, 400)), kOpen};
                    if (random.chance(0.8))
                        stint.until = stint.from->addDays(random.between(0, 200));
                    if (random.chance(0.1))
                        stint.from = kOpen;
                    history.push_back(stint);
                }
            }
            const Date from = base.addDays(random.between(0, 400)), middle = from.addDays(random.between(0, 100)),
                       to = middle.addDays(random.between(1, 100));
            const auto whole = health::countMembership(members, from, to),
                       first = health::countMembership(members, from, middle),
                       second = health::countMembership(members, middle.addDays(1), to);
            QVERIFY2(whole->balances() && first->balances() && second->balances(), qPrintable(QString::number(round)));
            // Two periods that follow each other make up the whole.
            QCOMPARE(first->end, second->start);
            QCOMPARE(first->joined + second->joined, whole->joined);
            QCOMPARE(first->returned + second->returned, whole->returned);
            QCOMPARE(first->left + second->left, whole->left);
        }
    }

    void stintOf_agreesWithWhoIsHere()
    {
        Person person;
        person.joined = day(2, 1);
        person.left = day(9, 1);
        person.archived = day(8, 1);
        QCOMPARE(health::stintOf(person), (Stint{day(2, 1), day(8, 1)}));
        for (const Date date : {day(1, 31), day(2, 1), day(7, 31), day(8, 1), day(9, 1)})
            QCOMPARE(health::countMembership(Members{{health::stintOf(person)}}, date, date)->end,
                     std::size_t{person.isCurrentMemberOn(date) ? 1U : 0U});
        QCOMPARE(health::stintOf(Person{}), Stint{});
    }

    void activeShare_isATouchInTwelveMonths()
    {
        const Date on = day(10, 15);
        const std::vector<std::optional<Date>> touches{on, day(10, 15, 2025), day(10, 14, 2025), kOpen, on.addDays(1)};
        QCOMPARE(*health::activeShare(touches, on).value, 0.2);
        QCOMPARE(health::activeShare(touches, on).n, std::size_t{5});
        QCOMPARE(*health::activeShare(touches, on, 13).value, 0.6);
        QVERIFY(!health::activeShare({}, on).value);
    }
};

QTEST_GUILESS_MAIN(TestMembership)
#include "tst_membership.moc"
