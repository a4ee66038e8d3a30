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

    void convenings_areThoseOfTheCalls_andMoreBetween()
    {
        Sample sample(142);
        std::map<std::string, std::set<PersonId>> tables;
        for (const auto& call : got(sample.records().conversations.all()))
            if (!call.convening.empty())
                tables[call.convening].insert(call.participants.begin(), call.participants.end());
        QVERIFY(tables.size() >= 4);
        const auto convenings = got(sample.records().convenings.all());
        std::set<ConveningKind> kinds;
        int planned = 0;
        for (const auto& convening : convenings) {
            kinds.insert(convening.kind);
            planned += !convening.isHeldBy(kDay);
            QVERIFY(convening.writer.isValid() && !convening.purpose.empty());
            std::set<PersonId> guests, came;
            for (const auto& row : got(sample.records().convenings.attendance(convening.id))) {
                QVERIFY(guests.insert(row.person).second);
                QVERIFY(!row.came || convening.isHeldBy(kDay));
                if (row.came)
                    came.insert(row.person);
            }
            const auto sat = tables.find(convening.title);
            if (sat != tables.end())
                QCOMPARE(came, sat->second);
            else
                QVERIFY(!guests.empty());
            tables.erase(convening.title);
        }
        QVERIFY(tables.empty());
        QCOMPARE(planned, 1);
        QVERIFY(kinds.size() >= 3 && convenings.size() >= 12);
    }

    void projects_areWhatCallsToldOf_andWhatGrewOutOfMeeting()
    {
        Sample sample(142);
        const auto projects = got(sample.records().projects.all());
        QVERIFY2(projects.size() >= 8 && projects.size() <= 50, std::to_string(projects.size()).c_str());
        std::set<ProjectOrigin> origins;
        std::set<ProjectStatus> states;
        for (const auto& project : projects) {
            QVERIFY(!project.people.empty() && project.writer.isValid());
            QVERIFY(!project.started || *project.started < kDay);
            origins.insert(project.origin);
            states.insert(project.status);
            if (project.origin == ProjectOrigin::introduction) {
                const auto met = got(sample.records().introductions.find(project.introduction)).value();
                QVERIFY(met.state == IntroductionState::working);
                QCOMPARE(std::set(project.people.begin(), project.people.end()), (std::set{met.a, met.b}));
            }
            if (project.origin == ProjectOrigin::convening)
                QVERIFY(got(sample.records().convenings.find(project.convening))->on < *project.started);
        }
        QVERIFY(origins.contains(ProjectOrigin::unknown) && origins.contains(ProjectOrigin::introduction) &&
                origins.contains(ProjectOrigin::convening));
        QVERIFY(states.size() >= 2);
        for (const auto& item : got(sample.records().conversations.items()))
            QCOMPARE(item.project.isValid(), item.kind == NoteItemKind::project);
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
