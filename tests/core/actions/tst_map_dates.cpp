// SPDX-License-Identifier: GPL-3.0-or-later
// The time that a network spans, where a walk through it stops, and what became of everybody between two dates.
#include <QTest>

#include "Office.h"
#include "core/actions/MapDates.h"

using namespace actionstest;
using actions::ChangeCounts;
using actions::DateChange;
using actions::NetworkData;

class TestMapDates : public QObject
{
    Q_OBJECT

    static PersonId person(NetworkData& data, std::optional<Date> joined = {}, std::optional<Date> left = {},
                           PersonKind kind = PersonKind::member)
    {
        Person one;
        one.id = PersonId{static_cast<std::int64_t>(data.people.size()) + 1};
        one.kind = kind;
        one.joined = joined;
        one.left = left;
        data.people.push_back(one);
        return one.id;
    }
    static TieId tie(NetworkData& data, PersonId a, PersonId b, std::optional<Date> seen = {},
                     std::optional<Date> ended = {}, TieDepth depth = TieDepth::exchange)
    {
        Tie one;
        one.id = TieId{static_cast<std::int64_t>(data.ties.size()) + 1};
        one.a = a;
        one.b = b;
        one.depth = depth;
        one.firstSeen = seen;
        one.ended = ended;
        data.ties.push_back(one);
        return one.id;
    }

private Q_SLOTS:
    void nothingDated_hasNoTime()
    {
        NetworkData data;
        QVERIFY(!actions::timeSpan(data, {}, kToday));
        const PersonId a = person(data), b = person(data);
        tie(data, a, b);
        QVERIFY(!actions::timeSpan(data, {}, kToday));
    }

    void whatBeganToday_hasNoTime()
    {
        NetworkData data;
        const PersonId a = person(data, kToday), b = person(data, kToday.addDays(40));
        tie(data, a, b, kToday);
        QVERIFY(!actions::timeSpan(data, {}, kToday));
        QVERIFY(actions::timeSpan(data, {}, kToday.addDays(1)));
    }

    void time_beginsWithTheFirstTie()
    {
        NetworkData data;
        const PersonId a = person(data, day(1987, 9, 1)), b = person(data, day(2025, 2, 1));
        QCOMPARE(actions::timeSpan(data, {}, kToday)->first, day(1987, 9, 1));
        tie(data, a, b, day(2025, 3, 3), day(2026, 1, 5));
        tie(data, a, b, day(2025, 3, 3));
        const auto span = actions::timeSpan(data, {}, kToday);
        QVERIFY(span);
        QCOMPARE(span->first, day(2025, 3, 3));
        QCOMPARE(span->last, kToday);
        QCOMPARE(span->changes, (std::vector{day(2025, 3, 3), day(2026, 1, 5)}));
    }

    void time_isThatOfTheNetworkAskedFor()
    {
        NetworkData data;
        const PersonId a = person(data), b = person(data);
        const PersonId helper = person(data, day(2024, 1, 1), {}, PersonKind::staff);
        tie(data, a, b, day(2025, 1, 1), {}, TieDepth::aware);
        tie(data, a, helper, day(2023, 1, 1));
        QVERIFY(!actions::timeSpan(data, {}, kToday));
        graph::NetworkOptions options;
        options.set = TieSet::awareness;
        QCOMPARE(actions::timeSpan(data, options, kToday)->first, day(2025, 1, 1));
        options.population = graph::Population::membersAndStaff;
        QCOMPARE(actions::timeSpan(data, options, kToday)->first, day(2023, 1, 1));
    }

    void tiesThatGoStale_changeANetworkWithoutThem()
    {
        NetworkData data;
        const PersonId a = person(data), b = person(data);
        tie(data, a, b, day(2024, 1, 31));
        graph::NetworkOptions options;
        options.stale = graph::StaleTies::leftOut;
        const auto span = actions::timeSpan(data, options, kToday);
        QCOMPARE(span->changes, (std::vector{day(2024, 1, 31), day(2025, 8, 1)}));
        QVERIFY(!data.ties[0].isStaleOn(day(2025, 7, 31)));
        QVERIFY(data.ties[0].isStaleOn(day(2025, 8, 1)));
    }

    void stops_areEvenAndFew_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("most");
        for (const int days : {1, 2, 30, 200, 800, 3'000, 20'000, 700'000})
            QTest::addRow("%d days", days) << days << (days > 60'000 ? 400 : 38);
    }
    void stops_areEvenAndFew()
    {
        QFETCH(int, days);
        QFETCH(int, most);
        const actions::TimeSpan span{kToday.addDays(-days), kToday, {}};
        const auto stops = actions::timeStops(span, {});
        QCOMPARE(stops.front(), span.first);
        QCOMPARE(stops.back(), span.last);
        QVERIFY(std::is_sorted(stops.begin(), stops.end()));
        QVERIFY(std::adjacent_find(stops.begin(), stops.end()) == stops.end());
        QVERIFY2(static_cast<int>(stops.size()) <= most, qPrintable(QString::number(stops.size())));
    }

    void events_areStops()
    {
        const actions::TimeSpan span{day(2024, 1, 20), kToday, {}};
        const std::vector events{day(2023, 5, 5), day(2024, 3, 12), day(2025, 3, 1), kToday.addDays(3)};
        const auto stops = actions::timeStops(span, events);
        QVERIFY(std::find(stops.begin(), stops.end(), day(2024, 3, 12)) != stops.end());
        QCOMPARE(std::count(stops.begin(), stops.end(), day(2025, 3, 1)), 1);
        QCOMPARE(stops.front(), span.first);
        QCOMPARE(stops.back(), span.last);
        QCOMPARE(stops[1], day(2024, 2, 1)); // months begin with their first day
        const std::vector<Date> many(500, day(2024, 3, 12));
        QVERIFY(std::find(stops.begin(), stops.end(), day(2024, 3, 13)) == stops.end());
        QCOMPARE(actions::timeStops(span, many).size(), stops.size() - 1);
    }

    void twoDates_tellNewLostAndKept()
    {
        NetworkData data;
        const Date then = day(2025, 3, 3);
        const PersonId stays = person(data), comes = person(data, day(2025, 6, 1)),
                       goes = person(data, {}, day(2025, 9, 1)), other = person(data);
        const TieId kept = tie(data, stays, other), fresh = tie(data, stays, other, day(2025, 4, 1)),
                    lost = tie(data, stays, other, day(2024, 1, 1), day(2026, 1, 1)), with = tie(data, stays, comes),
                    without = tie(data, goes, other),
                    between = tie(data, stays, other, day(2025, 5, 1), day(2025, 6, 1)),
                    known = tie(data, stays, other, {}, {}, TieDepth::aware);
        for (const auto& [one, two] : {std::pair(then, kToday), std::pair(kToday, then)}) {
            const auto changes = actions::compareDates(data, {}, one, two);
            QCOMPARE(changes.from, then);
            QCOMPARE(changes.to, kToday);
            QCOMPARE(changes.of(kept), DateChange::kept);
            QCOMPARE(changes.of(fresh), DateChange::fresh);
            QCOMPARE(changes.of(lost), DateChange::lost);
            QCOMPARE(changes.of(with), DateChange::fresh);   // an end came
            QCOMPARE(changes.of(without), DateChange::lost); // an end went
            QCOMPARE(changes.of(between), DateChange::none);
            QCOMPARE(changes.of(known), DateChange::none); // of another set
            QCOMPARE(changes.tieCounts, (ChangeCounts{2, 2, 1}));
            QCOMPARE(changes.of(stays), DateChange::kept);
            QCOMPARE(changes.of(comes), DateChange::fresh);
            QCOMPARE(changes.of(goes), DateChange::lost);
            QCOMPARE(changes.peopleCounts, (ChangeCounts{1, 1, 2}));
            const auto network = actions::networkOfEither(data, changes);
            QCOMPARE(network.vertexCount(), 4U);
            QCOMPARE(network.edgeCount(), std::size_t{3});
        }
    }

    void archivedMembers_areGone()
    {
        NetworkData data;
        const PersonId a = person(data), b = person(data);
        const TieId joins = tie(data, a, b);
        data.people[1].archived = day(2026, 1, 1);
        const auto changes = actions::compareDates(data, {}, day(2025, 12, 31), kToday);
        QCOMPARE(changes.of(b), DateChange::lost);
        QCOMPARE(changes.of(joins), DateChange::lost);
        QCOMPARE(actions::compareDates(data, {}, day(2026, 1, 1), kToday).of(b), DateChange::none);
    }

    void oneDateTwice_keepsEverything()
    {
        NetworkData data;
        const PersonId a = person(data, day(2025, 1, 1)), b = person(data), gone = person(data, {}, day(2024, 1, 1));
        tie(data, a, b, day(2025, 1, 1));
        tie(data, a, gone);
        const auto changes = actions::compareDates(data, {}, kToday, kToday);
        QCOMPARE(changes.tieCounts, (ChangeCounts{0, 0, 1}));
        QCOMPARE(changes.peopleCounts, (ChangeCounts{0, 0, 2}));
    }

    void beforeAnything_allIsNew()
    {
        NetworkData data;
        QCOMPARE(actions::compareDates(data, {}, day(1, 1, 1), kToday).tieCounts, ChangeCounts{});
        const PersonId a = person(data, day(2025, 1, 1)), b = person(data, day(2025, 1, 1));
        tie(data, a, b, day(2025, 1, 1));
        const auto changes = actions::compareDates(data, {}, day(1, 1, 1), kToday);
        QCOMPARE(changes.tieCounts, (ChangeCounts{1, 0, 0}));
        QCOMPARE(changes.peopleCounts, (ChangeCounts{2, 0, 0}));
        QCOMPARE(actions::compareDates(data, {}, day(1, 1, 1), day(1, 1, 2)).peopleCounts, ChangeCounts{});
    }

    void allDates_holdWhoEverWasThere()
    {
        NetworkData data;
        const PersonId a = person(data, day(2025, 1, 1), day(2025, 2, 1)), b = person(data, day(2026, 1, 1));
        tie(data, a, b, day(2020, 1, 1), day(2021, 1, 1));
        tie(data, a, PersonId{77});
        person(data, {}, {}, PersonKind::outside);
        const auto network = actions::networkOfAllDates(data, {});
        QCOMPARE(network.vertexCount(), 2U);
        QCOMPARE(network.edgeCount(), std::size_t{1});
        QCOMPARE(actions::networkOfAllDates({}, {}).vertexCount(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestMapDates)
#include "tst_map_dates.moc"
