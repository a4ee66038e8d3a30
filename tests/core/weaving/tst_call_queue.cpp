// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "core/weaving/CallQueue.h"

using namespace weavemap;
using namespace weavemap::weaving;

namespace {

const Date kToday = *Date::fromYmd(2026, 10, 15);

/// A member who was talked with so many days ago and gives no reason for a call.
QueueMember member(std::int64_t id, std::string name, int daysAgo = 10)
{
    QueueMember row;
    row.id = PersonId{id};
    row.name = std::move(name);
    row.lastHeard = kToday.addDays(-daysAgo);
    row.lastTalk = ConversationId{id + 1000};
    row.tieCount = 5;
    return row;
}

QueueMember neverReached(std::int64_t id, std::string name)
{
    QueueMember row = member(id, std::move(name));
    row.lastHeard.reset();
    row.lastTalk = {};
    return row;
}

FollowUp promise(std::int64_t id, std::int64_t person, Date due)
{
    FollowUp row;
    row.id = FollowUpId{id};
    row.person = PersonId{person};
    row.due = due;
    return row;
}

QueueIntroduction introduction(IntroductionState state, int daysAgo)
{
    QueueIntroduction row;
    row.introduction.id = IntroductionId{77};
    row.introduction.a = PersonId{1};
    row.introduction.b = PersonId{2};
    row.introduction.state = state;
    row.since = kToday.addDays(-daysAgo);
    return row;
}

Snooze snooze(std::int64_t person, Date made, Date until)
{
    Snooze row;
    row.id = SnoozeId{person * 10 + (until.days() % 10)};
    row.person = PersonId{person};
    row.made = made;
    row.until = until;
    return row;
}

CallQueue queueOf(std::vector<QueueMember> members)
{
    QueueInput input;
    input.today = kToday;
    input.members = std::move(members);
    return callQueue(input, {});
}

std::vector<CallReason> codes(const QueueEntry& entry)
{
    std::vector<CallReason> list;
    for (const QueueReason& reason : entry.reasons)
        list.push_back(reason.code);
    return list;
}

std::vector<std::string> names(const std::vector<QueueEntry>& entries)
{
    std::vector<std::string> list;
    for (const QueueEntry& entry : entries)
        list.push_back(entry.name);
    return list;
}

} // namespace

class TestCallQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobody_givesAnEmptyQueue() { QCOMPARE(queueOf({}), CallQueue{}); }

    void oneTalkedWithLately_isNotInIt() { QCOMPARE(queueOf({member(1, "Ana")}), CallQueue{}); }

    void cadence_followsTheChosenLevel()
    {
        QueueMember core = member(1, "Core", 60), rim = member(2, "Rim", 60), day = member(3, "Day", 59);
        core.level = day.level = EngagementLevel::core;
        rim.level = EngagementLevel::peripheral;
        const CallQueue queue = queueOf({core, rim, day});
        QCOMPARE(names(queue.due), (std::vector<std::string>{"Core"}));
        const QueueReason& reason = queue.due.front().reasons.front();
        QCOMPARE(reason.code, CallReason::overdue);
        QCOMPARE(*reason.on, kToday);
        QCOMPARE(reason.records, (std::vector{RecordRef{RecordRef::Kind::conversation, 1001}}));
        QCOMPARE(queue.due.front().points, reason.points);
    }

    void aYearOfSilence_isAlwaysInIt()
    {
        QueueMember rim = member(1, "Rim");
        rim.level = EngagementLevel::peripheral;
        rim.lastHeard = kToday.addMonths(-12);
        QueueMember not_yet = rim;
        not_yet.id = PersonId{2};
        not_yet.lastHeard = rim.lastHeard->addDays(1);
        QueueInput input;
        input.today = kToday;
        input.members = {rim, not_yet};
        QueueRules rules;
        rules.points.fill(0);
        rules.restDays = 9999;
        const CallQueue queue = callQueue(input, rules);
        QCOMPARE(queue.due.size(), std::size_t(1));
        QCOMPARE(codes(queue.due.front()), (std::vector{CallReason::silentYear}));
        QCOMPARE(queue.due.front().points, 0);
        QCOMPARE(queue.due.front().person, PersonId{1});
    }

    void neverReached_standApart()
    {
        QueueMember ana = neverReached(1, "Ana");
        ana.attempts = 3;
        ana.joined = kToday.addDays(-100);
        const CallQueue queue = queueOf({ana, member(2, "Luis", 400)});
        QCOMPARE(names(queue.due), (std::vector<std::string>{"Luis"}));
        QCOMPARE(names(queue.neverReached), (std::vector<std::string>{"Ana"}));
        const QueueReason& reason = queue.neverReached.front().reasons.front();
        QCOMPARE(reason.code, CallReason::neverReached);
        QCOMPARE(reason.count, std::size_t(3));
        QCOMPARE(reason.on, ana.joined);
    }

    void promises_countOnceAndNameTheirRecords()
    {
        QueueInput input;
        input.today = kToday;
        input.members = {member(1, "Ana"), member(2, "Luis"), member(3, "Sam")};
        input.promises = {promise(11, 1, kToday.addDays(-2)), promise(12, 1, kToday.addDays(-5)),
                          promise(13, 1, kToday), promise(14, 2, kToday.addDays(1))};
        FollowUp kept = promise(15, 2, kToday.addDays(-9));
        kept.done = kToday;
        FollowUp undated = promise(16, 2, kToday);
        undated.due.reset();
        FollowUp theirs = promise(17, 0, kToday);
        theirs.owner = PersonId{3};
        input.promises.insert(input.promises.end(), {kept, undated, theirs});
        const CallQueue queue = callQueue(input, {});
        QCOMPARE(names(queue.due), (std::vector<std::string>{"Ana", "Sam"}));
        const QueueEntry& ana = queue.due.front();
        QCOMPARE(codes(ana), (std::vector{CallReason::promiseLate, CallReason::promiseDue}));
        QCOMPARE(ana.points, 11);
        QCOMPARE(*ana.reasons[0].on, kToday.addDays(-5));
        QCOMPARE(ana.reasons[0].count, std::size_t(2));
        QCOMPARE(ana.reasons[0].records,
                 (std::vector{RecordRef{RecordRef::Kind::followUp, 11}, RecordRef{RecordRef::Kind::followUp, 12}}));
    }

    void introduction_asksThoseWhoHaveNotAnswered()
    {
        const auto asked = [](QueueIntroduction row) {
            QueueInput input;
            input.today = kToday;
            input.members = {member(1, "Ana"), member(2, "Luis")};
            input.introductions = {std::move(row)};
            return names(callQueue(input, {}).due);
        };
        using State = IntroductionState;
        const std::vector<std::string> both{"Ana", "Luis"}, none;
        QCOMPARE(asked(introduction(State::made, 7)), both);
        QCOMPARE(asked(introduction(State::made, 6)), none);
        QCOMPARE(asked(introduction(State::made, 179)), both);
        QCOMPARE(asked(introduction(State::made, 180)), none); // silence is an answer, too
        QCOMPARE(asked(introduction(State::agreed, 90)), none);
        QueueIntroduction planned = introduction(State::made, 30);
        planned.introduction.followUp = kToday.addDays(1);
        QCOMPARE(asked(planned), none); // a day was set
        QueueIntroduction old = introduction(State::made, 400);
        old.introduction.followUp = kToday.addDays(-3);
        QCOMPARE(asked(old), both);
        QCOMPARE(asked(introduction(State::declined, 90)), none);
        QCOMPARE(asked(introduction(State::proposed, 90)), none);
        QueueIntroduction one = introduction(State::proposed, 8);
        one.introduction.consentB = IntroductionConsent::asked;
        one.introduction.consentA = IntroductionConsent::yes;
        QCOMPARE(asked(one), (std::vector<std::string>{"Luis"}));
        QueueIntroduction again = introduction(State::met, 2);
        again.introduction.followUp = kToday;
        QCOMPARE(asked(again), both);
        again.introduction.followUp = kToday.addDays(1);
        QCOMPARE(asked(again), none);
        // A day that was over before it came to its state asks for nothing by itself.
        QueueIntroduction late = introduction(State::made, 0);
        late.introduction.followUp = kToday.addDays(-1);
        QCOMPARE(asked(late), none);
        late.since = kToday.addDays(-1);
        QCOMPARE(asked(late), both);
        late.since = kToday.addDays(-7);
        late.introduction.followUp = kToday.addDays(-8);
        QCOMPARE(asked(late), both); // without an answer for a week
    }

    void placeInTheNetwork_countsOnlyAfterARest()
    {
        const auto build = [](int daysAgo) {
            QueueMember lone = member(1, "Lone", daysAgo), one = member(2, "One", daysAgo),
                        bridge = member(3, "Bridge", daysAgo), small = member(4, "Small", daysAgo);
            lone.tieCount = 0;
            one.tieCount = 1;
            one.ties = {TieId{51}};
            bridge.cutOff = 3;
            bridge.ties = {TieId{52}, TieId{53}};
            small.cutOff = 2;
            return queueOf({lone, one, bridge, small});
        };
        QVERIFY(build(29).due.empty());
        const CallQueue queue = build(30);
        QCOMPARE(names(queue.due), (std::vector<std::string>{"Bridge", "Lone", "One"}));
        QCOMPARE(queue.due[0].reasons.front().count, std::size_t(3));
        QCOMPARE(queue.due[0].reasons.front().records.size(), std::size_t(2));
        QCOMPARE(codes(queue.due[1]), (std::vector{CallReason::noTie}));
        QCOMPARE(queue.due[1].reasons.front().records, (std::vector{RecordRef{RecordRef::Kind::person, 1}}));
        QCOMPARE(queue.due[2].reasons.front().records, (std::vector{RecordRef{RecordRef::Kind::tie, 51}}));
    }

    void thinSegment_saysHowFewWereHeardFrom()
    {
        std::vector<QueueMember> members;
        for (std::int64_t id = 1; id <= 5; ++id) {
            members.push_back(id == 1 ? member(id, "Talked", 40) : neverReached(id, "Never"));
            members.back().segment = "Lakes";
        }
        const CallQueue queue = queueOf(members);
        const QueueReason& reason = queue.due.front().reasons.front();
        QCOMPARE(reason.code, CallReason::thinSegment);
        QCOMPARE(reason.count, std::size_t(1));
        QCOMPARE(reason.of, std::size_t(5));
        QCOMPARE(reason.segment, std::string("Lakes"));
        members.pop_back(); // four members: a share says nothing
        QVERIFY(queueOf(members).due.empty());
        for (QueueMember& each : members)
            each.segment.clear();
        QVERIFY(queueOf(members).due.empty());
    }

    void snoozed_areLeftOutUntilTheirDay()
    {
        QueueInput input;
        input.today = kToday;
        input.members = {member(1, "Ana", 400), neverReached(2, "Ben"), member(3, "Cai")};
        const auto queueWith = [&input](std::vector<Snooze> snoozes) {
            input.snoozes = std::move(snoozes);
            return callQueue(input, {});
        };
        CallQueue queue = queueWith({snooze(1, kToday, kToday.addDays(3)), snooze(2, kToday, kToday.addDays(1)),
                                     snooze(3, kToday, kToday.addDays(9)), snooze(9, kToday, kToday.addDays(9))});
        QVERIFY(queue.due.empty() && queue.neverReached.empty());
        QCOMPARE(queue.snoozed.size(), std::size_t(3));
        QCOMPARE(queue.snoozed.front().entry.name, std::string("Ben"));
        QVERIFY(queue.snoozed.back().entry.reasons.empty());
        // Over, not begun yet, and of two the later end.
        QCOMPARE(queueWith({snooze(1, kToday.addDays(-5), kToday)}).due.size(), std::size_t(1));
        QCOMPARE(queueWith({snooze(1, kToday.addDays(1), kToday.addDays(5))}).due.size(), std::size_t(1));
        queue = queueWith({snooze(1, kToday, kToday.addDays(9)), snooze(1, kToday, kToday.addDays(2))});
        QCOMPARE(queue.snoozed.size(), std::size_t(1));
        QCOMPARE(queue.snoozed.front().until, kToday.addDays(9));
    }

    void order_isPointsNameAndId()
    {
        std::vector<QueueMember> members{member(4, "zoe", 400),  member(3, "Ángel", 400), member(2, "Angela", 400),
                                         member(9, "李雷", 400), member(1, "Zoe", 400),   member(5, "Zoe", 400)};
        members.push_back(member(6, "Omar", 400));
        members.back().tieCount = 0;
        const CallQueue queue = queueOf(members);
        QCOMPARE(names(queue.due), (std::vector<std::string>{"Omar", "Ángel", "Angela", "Zoe", "Zoe", "zoe", "李雷"}));
        QCOMPARE(queue.due[3].person, PersonId{1});
        std::reverse(members.begin(), members.end());
        QCOMPARE(queueOf(members), queue);
    }

    void talkInTheFuture_isNoReason()
    {
        QueueMember ana = member(1, "Ana", -20);
        ana.tieCount = 0;
        QVERIFY(queueOf({ana}).due.empty());
    }

    void points_areTheSumOfTheReasons()
    {
        QueueMember ana = member(1, "Ana", 400);
        ana.tieCount = 1;
        ana.cutOff = 30;
        QueueInput input;
        input.today = kToday;
        input.members = {ana};
        input.promises = {promise(1, 1, kToday)};
        const CallQueue queue = callQueue(input, {});
        int sum = 0;
        for (const QueueReason& reason : queue.due.front().reasons) {
            sum += reason.points;
            QVERIFY(!reason.records.empty());
        }
        QCOMPARE(queue.due.front().points, sum);
        QCOMPARE(sum, 5 + 3 + 1 + 4);
        QCOMPARE(codes(queue.due.front()).front(), CallReason::promiseDue);
    }

    void weightOfNothing_takesAReasonOut()
    {
        QueueMember ana = member(1, "Ana", 40);
        ana.tieCount = 0;
        QueueInput input;
        input.today = kToday;
        input.members = {ana};
        QueueRules rules;
        rules.points[static_cast<std::size_t>(CallReason::noTie)] = 0;
        QVERIFY(callQueue(input, rules).due.empty());
    }

    void rules_stayWithinLimits()
    {
        QueueRules rules;
        rules.points.fill(-4);
        rules.cadence.fill(100'000);
        rules.restDays = -1;
        rules = withinLimits(rules);
        QCOMPARE(rules.points.front(), 0);
        QCOMPARE(rules.cadence.back(), 365);
        QCOMPARE(rules.restDays, 0);
        QCOMPARE(withinLimits(QueueRules{}), QueueRules{});
    }

    void codes_leadBackToTheirReason()
    {
        for (std::size_t i = 0; i < kCallReasons; ++i)
            QCOMPARE(callReasonOf(codeOf(static_cast<CallReason>(i))), std::optional(static_cast<CallReason>(i)));
        QVERIFY(!callReasonOf("because"));
    }
};

QTEST_APPLESS_MAIN(TestCallQueue)
#include "tst_call_queue.moc"
