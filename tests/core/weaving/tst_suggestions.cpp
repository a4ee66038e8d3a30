// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <stop_token>

#include <QTest>

#include "Association.h"

using namespace weavemap;
using namespace weavemap::weaving;
using weavemap::test::Association;
using weavemap::test::concerns;

/// Who may be suggested to whom: the rules that every lens obeys.
class TestSuggestions : public QObject
{
    Q_OBJECT

    /// 1 needs what 2 offers; nobody else is there.
    static Association pair()
    {
        Association all;
        all.addMany(2);
        all.need(1, "a set of fraction tasks", "fractions");
        all.offer(2, "tasks for fractions", "Fractions");
        return all;
    }
    static std::set<PersonId> peopleOf(const std::vector<Suggestion>& list)
    {
        std::set<PersonId> people;
        for (const Suggestion& suggestion : list) {
            people.insert(suggestion.a);
            people.insert(suggestion.b);
        }
        return people;
    }

private Q_SLOTS:
    void emptyFile_suggestsNothing()
    {
        const Association nobody;
        QVERIFY(nobody.list().empty());
        QCOMPARE(nobody.suggested().spread, SuggestionSpread{});
    }
    void onePerson_isSuggestedToNobody()
    {
        Association one;
        one.add("Coach", "North");
        one.need(1, "fractions", "fractions");
        one.offer(1, "fractions", "fractions");
        QVERIFY(one.list().empty());
    }
    void allTied_suggestsNothing()
    {
        Association all;
        for (int i = 0; i < 6; ++i)
            all.add("Coach", "North");
        for (int a = 1; a <= 6; ++a)
            for (int b = a + 1; b <= 6; ++b)
                all.tie(a, b, TieDepth::aware);
        for (int a = 1; a <= 6; ++a) {
            all.need(a, "fractions", "fractions");
            all.offer(a, "fractions", "fractions");
        }
        QVERIFY(all.list().empty());
    }
    void aTieOfAnyDepth_endsTheMatter()
    {
        Association all = pair();
        QCOMPARE(all.list().size(), std::size_t{1});
        Tie& tie = all.tie(1, 2, TieDepth::unknown);
        QVERIFY(all.list().empty());
        tie.ended = all.on; // no longer in touch
        QCOMPARE(all.list().size(), std::size_t{1});
    }
    void apartPairs_areObeyedEitherWayRound()
    {
        Association all = pair();
        all.keepApart(2, 1);
        QVERIFY(all.list().empty());
    }
    void whoeverIsNotHere_isLeftOut_data()
    {
        QTest::addColumn<QString>("why");
        for (const char* const why : {"left", "archived", "not joined", "staff", "outside", "not shown"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void whoeverIsNotHere_isLeftOut()
    {
        QFETCH(QString, why);
        Association all = pair();
        Person& person = all.people[1];
        if (why == QLatin1String("left"))
            person.left = all.on.addDays(-1);
        else if (why == QLatin1String("archived"))
            person.archived = all.on.addDays(-1);
        else if (why == QLatin1String("not joined"))
            person.joined = all.on.addDays(1);
        else if (why == QLatin1String("staff"))
            person.kind = PersonKind::staff;
        else if (why == QLatin1String("outside"))
            person.kind = PersonKind::outside;
        else
            person.consent = ShowConsent::notShown;
        QVERIFY(all.list().empty());
    }
    void whoeverIsShownByCode_isSuggested()
    {
        Association all = pair();
        all.people[0].consent = ShowConsent::byCode;
        QCOMPARE(all.list().size(), std::size_t{1});
    }
    void thirtyDays_passBetweenSuggestions_data()
    {
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<int>("suggested");
        QTest::newRow("today") << 0 << 0;
        QTest::newRow("29 days ago") << 29 << 0;
        QTest::newRow("30 days ago") << 30 << 1;
        QTest::newRow("to come") << -3 << 0;
    }
    void thirtyDays_passBetweenSuggestions()
    {
        QFETCH(int, daysAgo);
        Association all = pair();
        all.add(); // with whom 1 was introduced
        all.introduce(3, 1, daysAgo);
        QTEST(static_cast<int>(all.list().size()), "suggested");
    }
    void whatWasPutAsideUnasked_holdsNobodyBack()
    {
        Association all = pair();
        all.add();
        Introduction& introduction = all.introduce(1, 3, 1, IntroductionState::lapsed);
        QVERIFY(all.list().empty()); // somebody had been asked
        introduction.consentA = introduction.consentB = IntroductionConsent::notAsked;
        QCOMPARE(all.list().size(), std::size_t{1});
    }
    void aPairIntroducedBefore_isNotSuggestedAgain_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("daysAgo");
        QTest::addColumn<int>("suggested");
        QTest::newRow("on its way") << 0 << 900 << 0;
        QTest::newRow("met") << 4 << 900 << 0;
        QTest::newRow("declined") << 7 << 900 << 0;
        QTest::newRow("lapsed lately") << 8 << 200 << 0;
        QTest::newRow("lapsed long ago") << 8 << 400 << 1;
    }
    void aPairIntroducedBefore_isNotSuggestedAgain()
    {
        QFETCH(int, state);
        QFETCH(int, daysAgo);
        Association all = pair();
        all.introduce(2, 1, daysAgo, static_cast<IntroductionState>(state));
        QTEST(static_cast<int>(all.list().size()), "suggested");
    }
    void nobodyIsSuggestedTwice()
    {
        Association all;
        all.addMany(9);
        for (int person = 1; person <= 9; ++person) {
            all.need(person, "fractions", "fractions");
            all.offer(person, "fractions", "fractions");
        }
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{4});
        QCOMPARE(peopleOf(list).size(), std::size_t{8});
    }
    void lensesTakeTurns_andTheLimitHolds()
    {
        Association all;
        for (int i = 0; i < 40; ++i)
            all.add("Coach", "North");
        all.say(1, NoteItemKind::introduction, {}).item.other = PersonId{2};
        for (int i = 0; i < 6; ++i) {
            all.need(3 + i, "fractions", "fractions");
            all.offer(20 + i, "fractions", "fractions");
        }
        all.limit = 5;
        auto list = all.list();
        QCOMPARE(list.size(), std::size_t{5});
        QCOMPARE(list[0].lens, Lens::memberAsked);
        QCOMPARE(list[1].lens, Lens::needMeetsOffer);
        QCOMPARE(list[2].lens, Lens::reachIsolate);
        QCOMPARE(list[3].lens, Lens::needMeetsOffer);
        all.lenses = {Lens::reachIsolate};
        list = all.list();
        QCOMPARE(list.size(), std::size_t{5});
        QVERIFY(std::all_of(list.begin(), list.end(),
                            [](const Suggestion& one) { return one.lens == Lens::reachIsolate; }));
        all.limit = 0;
        QVERIFY(all.list().empty());
    }
    void theOrderOfTheRecords_changesNothing()
    {
        Association all;
        for (int i = 0; i < 60; ++i)
            all.add(i % 3 == 0 ? "Coach" : "Principal", i % 4 == 0 ? "North" : "South");
        for (int i = 1; i < 50; ++i)
            all.tie(i, i % 7 == 0 ? 50 : i + 1, i % 2 == 0 ? TieDepth::rely : TieDepth::exchange);
        for (int i = 1; i <= 60; i += 4) {
            all.need(i, "reading corners", "reading");
            all.offer(i + 1, "a reading plan", "Reading");
        }
        for (int i = 0; i < 60; ++i)
            all.groups.push_back(static_cast<std::uint32_t>(i / 12));
        const Suggestions before = all.suggested();
        QVERIFY(before.list.size() > 5);
        std::reverse(all.people.begin(), all.people.end());
        std::reverse(all.groups.begin(), all.groups.end());
        std::reverse(all.ties.begin(), all.ties.end());
        std::reverse(all.matters.begin(), all.matters.end());
        QCOMPARE(all.suggested(), before);
    }
    void thoseWithTheMostTies_comeUpInEveryFifthAtMost()
    {
        Association all;
        all.addMany(100);
        // Ten people know ten others each; all ten of them need what the others offer.
        for (int hub = 1; hub <= 10; ++hub)
            for (int i = 0; i < 9; ++i)
                all.tie(hub, 10 + hub + 9 * i, TieDepth::aware);
        for (int hub = 1; hub <= 10; ++hub)
            all.need(hub, "fractions", "fractions");
        for (int person = 11; person <= 60; ++person)
            all.offer(person, "fractions", "fractions");
        for (int person = 61; person <= 100; ++person)
            all.need(person, "fractions for all", "fractions").on = all.on.addDays(-400); // weigh less
        all.limit = 10;
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{10});
        const auto central = std::count_if(list.begin(), list.end(), [](const Suggestion& one) {
            return one.a <= PersonId{10} || one.b <= PersonId{10};
        });
        QVERIFY(central >= 1);
        QVERIFY2(central <= 2, qPrintable(QString::number(central)));
    }
    void spread_countsQuartersAndRegions()
    {
        Association all = pair();
        all.people[0].region = "North";
        all.people[1].region = " north";
        all.add({}, "South");
        all.add({}, "East");
        all.tie(3, 4);
        const Suggestions suggested = all.suggested();
        QCOMPARE(suggested.list.size(), std::size_t{1});
        SuggestionSpread expected;
        expected.people = 2;
        expected.byQuarter = {2, 0, 0, 0};
        expected.regions = 1;
        expected.regionsInAll = 3;
        expected.peopleWithNoTie = 2;
        QCOMPARE(suggested.spread, expected);
    }
    void aCancelledRun_saysSo()
    {
        std::stop_source stop;
        stop.request_stop();
        const Association all = pair();
        const auto result = suggest(all.question(), RunContext(stop.get_token()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::cancelled);
    }
    void recordsThatNameNobody_doNoHarm()
    {
        Association all = pair();
        all.tie(1, 99);
        all.tie(77, 99);
        all.need(98, "fractions", "fractions");
        all.introduce(1, 97, 3, IntroductionState::met).proposed = all.on.addDays(-40);
        all.keepApart(96, 1);
        all.lastTalks.push_back({PersonId{95}, ConversationId{1}, PersonId{94}});
        all.groups = {0}; // fewer than people
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{1});
        QVERIFY(concerns(list[0], 1, 2));
    }
    void hugeNetworks_keepEveryRule()
    {
        Association all;
        for (int i = 0; i < 5000; ++i)
            all.add("Role " + std::to_string(i % 9), "Region " + std::to_string(i % 23));
        for (int i = 1; i <= 4500; ++i)
            for (int step : {1, 17, 113})
                all.tie(i, (i + step - 1) % 4500 + 1 == i ? 4501 : (i + step - 1) % 4500 + 1,
                        i % 3 == 0 ? TieDepth::rely : TieDepth::exchange);
        for (int i = 1; i <= 5000; i += 3) {
            all.need(i, "help with topic " + std::to_string(i % 31), "topic " + std::to_string(i % 31));
            all.offer(i + 1 > 5000 ? 1 : i + 1, "a plan for topic", "Topic " + std::to_string(i % 31));
        }
        for (int i = 0; i < 5000; ++i)
            all.groups.push_back(static_cast<std::uint32_t>(i / 100));
        all.limit = 5000;
        std::set<std::pair<PersonId, PersonId>> tied;
        for (const Tie& tie : all.ties)
            tied.insert({std::min(tie.a, tie.b), std::max(tie.a, tie.b)});
        const auto list = all.list();
        QVERIFY(list.size() > 500);
        QCOMPARE(peopleOf(list).size(), 2 * list.size());
        for (const Suggestion& suggestion : list) {
            QVERIFY(!tied.contains({std::min(suggestion.a, suggestion.b), std::max(suggestion.a, suggestion.b)}));
            QVERIFY(suggestion.score > 0.0 && suggestion.score <= 1.0);
        }
    }
    void reasons_followFromTheLens()
    {
        QCOMPARE(reasonOf(Lens::memberAsked), IntroductionReason::memberAsked);
        QCOMPARE(reasonOf(Lens::needMeetsOffer), IntroductionReason::needMeetsOffer);
        QCOMPARE(reasonOf(Lens::closeTriangle), IntroductionReason::closesTriangle);
        QCOMPARE(reasonOf(Lens::bridgeGroups), IntroductionReason::bridgesGroups);
        QCOMPARE(reasonOf(Lens::reachIsolate), IntroductionReason::reachesIsolate);
    }
};

QTEST_APPLESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
