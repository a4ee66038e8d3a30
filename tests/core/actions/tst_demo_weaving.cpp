// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "DemoSample.h"

using namespace demotest;

class TestDemoWeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void introductions_climbTheLadder()
    {
        Sample sample(142);
        const auto introductions = got(sample.records().introductions.all());
        QVERIFY2(introductions.size() >= 20 && introductions.size() <= 90,
                 std::to_string(introductions.size()).c_str());
        std::map<PersonId, std::string> names;
        for (const auto& person : sample.people)
            names[person.id] = person.name;
        std::set<std::pair<PersonId, PersonId>> tied, pairs;
        for (const auto& tie : got(sample.records().ties.all()))
            tied.emplace(tie.a, tie.b);
        std::set<IntroductionState> states;
        std::set<IntroductionReason> reasons;
        for (const auto& one : introductions) {
            QVERIFY(validate(one));
            QVERIFY(!one.why.empty() && one.why.find('{') == std::string::npos &&
                    one.outcome.find('{') == std::string::npos);
            QVERIFY(pairs.insert(std::minmax(one.a, one.b)).second);
            QCOMPARE(one.haveMet(), tied.contains(std::minmax(one.a, one.b)));
            states.insert(one.state);
            reasons.insert(one.reason);
            const auto steps = got(sample.records().introductions.steps(one.id));
            QVERIFY(steps.front().state == IntroductionState::proposed && steps.front().on == one.proposed);
            QVERIFY(steps.back().state == one.state && steps.back().on < kDay);
            for (std::size_t i = 1; i < steps.size(); ++i)
                QVERIFY(steps[i - 1].on <= steps[i].on && steps[i - 1].state < steps[i].state);
            QCOMPARE(one.consentB == IntroductionConsent::no, one.state == IntroductionState::declined);
            if (one.haveMet() || one.state == IntroductionState::made)
                QVERIFY(one.consentA == IntroductionConsent::yes && one.strength != IntroductionStrength::none);
            QCOMPARE(one.need.isValid(), one.reason == IntroductionReason::needMeetsOffer);
        }
        QVERIFY2(states.size() >= 7, std::to_string(states.size()).c_str());
        QVERIFY(reasons.size() >= 4);
        int cited = 0;
        for (const auto& row : got(sample.records().ties.evidence()))
            cited += row.introduction.isValid();
        QVERIFY(cited >= 8);
        for (const auto& pair : got(sample.records().introductions.apartPairs()))
            QVERIFY(!pairs.contains(std::minmax(pair.a, pair.b)) && !tied.contains(std::minmax(pair.a, pair.b)));
        QCOMPARE(got(sample.records().introductions.apartPairs()).size(), std::size_t(2));
    }

    void questionsSnoozesAndLevels_areThere()
    {
        Sample sample(142);
        const auto asked = got(sample.records().questions.asked());
        QVERIFY2(asked.size() > 150, std::to_string(asked.size()).c_str());
        for (const auto& row : asked)
            QCOMPARE(got(sample.records().conversations.find(row.conversation))->participants,
                     (std::vector<PersonId>{row.person}));
        const auto snoozes = got(sample.records().questions.snoozes());
        QCOMPARE(snoozes.size(), std::size_t(2));
        for (const auto& snooze : snoozes)
            QVERIFY(sample.member(snooze.person) && snooze.made < kDay && snooze.until > kDay);
        int nicknames = 0;
        std::map<Confidentiality, int> abouts, items;
        for (const auto& person : sample.people) {
            nicknames += !person.nicknames.empty();
            abouts[person.aboutLevel] += !person.about.empty();
            QCOMPARE(person.aboutBy.isValid(), !person.about.empty());
        }
        QVERIFY2(nicknames >= 3 && nicknames <= 30, std::to_string(nicknames).c_str());
        for (const auto& item : got(sample.records().conversations.items()))
            ++items[item.confidentiality];
        for (const auto level : {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe})
            QVERIFY(abouts[level] > 0 && items[level] > 0);
    }
};

QTEST_GUILESS_MAIN(TestDemoWeaving)
#include "tst_demo_weaving.moc"
