// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/CallQueue.h"
#include "core/actions/Today.h"

using namespace actionstest;
using weaving::CallReason;

namespace {

ConversationId call(Office& office, PersonId person, Date on, Confidentiality level = Confidentiality::staff,
                    PersonId staff = {})
{
    Conversation conversation;
    conversation.when = moment(on);
    conversation.participants = {person};
    conversation.confidentiality = level;
    conversation.staff = staff;
    conversation.text = "What was said";
    ConversationId id;
    got(office.change([&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(id, records.conversations.insert(conversation));
        return {};
    }));
    return id;
}

weaving::CallQueue queueOf(Office& office, PersonId me = {})
{
    return got(actions::readCallQueue(office.records(), kToday, me));
}

std::vector<CallReason> codes(const weaving::QueueEntry& entry)
{
    std::vector<CallReason> list;
    for (const auto& reason : entry.reasons)
        list.push_back(reason.code);
    return list;
}

} // namespace

class TestReadQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyFile_hasAnEmptyQueue()
    {
        Office office;
        QCOMPARE(queueOf(office), weaving::CallQueue{});
    }

    void queue_readsTiesAndContacts()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ben = office.add("Ben"), cai = office.add("Cai"),
                       dee = office.add("Dee");
        office.add("Ruth", PersonKind::staff);
        std::vector<PersonId> rim;
        for (int i = 0; i < 3; ++i) {
            rim.push_back(office.add(nameOf(i)));
            office.tie(ben, rim.back());
        }
        office.tie(ana, ben);
        office.tie(cai, dee, TieDepth::aware); // no exchange
        const ConversationId talk = call(office, ana, kToday.addDays(-200));
        call(office, ana, kToday.addDays(5)); // still to come
        call(office, ben, kToday.addDays(-31));
        call(office, cai, kToday.addDays(-31));
        const weaving::CallQueue queue = queueOf(office);
        QCOMPARE(queue.due.size(), 3u);
        QCOMPARE(queue.due[0].person, ben); // without whom three of the four are alone
        QCOMPARE(codes(queue.due[0]), (std::vector{CallReason::goBetween}));
        QCOMPARE(queue.due[0].reasons.front().count, 3u);
        QCOMPARE(queue.due[1].person, ana);
        QCOMPARE(codes(queue.due[1]), (std::vector{CallReason::overdue, CallReason::oneTie}));
        QCOMPARE(queue.due[1].lastTalk, talk);
        QCOMPARE(queue.due[1].reasons.back().records.front().kind, weaving::RecordRef::Kind::tie);
        QCOMPARE(queue.due[2].person, cai);
        QCOMPARE(codes(queue.due[2]), (std::vector{CallReason::noTie}));
        QCOMPARE(queue.neverReached.size(), 4u);
    }

    void privatePromise_isAReasonForItsWriterOnly()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ruth = office.add("Ruth", PersonKind::staff),
                       sam = office.add("Sam", PersonKind::staff);
        FollowUp followUp;
        followUp.person = ana;
        followUp.conversation = call(office, ana, kToday.addDays(-3), Confidentiality::onlyMe, ruth);
        followUp.text = "Ask again";
        followUp.due = kToday;
        got(office.change([&](store::Records& r) { return r.conversations.insert(followUp).map([](auto) {}); }));
        QVERIFY(queueOf(office).due.empty());
        QVERIFY(queueOf(office, sam).due.empty());
        QCOMPARE(queueOf(office, ruth).due.size(), 1u);
        QVERIFY(got(actions::readToday(office.records(), kToday, 20, sam)).promises.empty());
    }

    void lastWords_areThoseOneMayRead()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ruth = office.add("Ruth", PersonKind::staff);
        call(office, ana, kToday.addDays(-300), Confidentiality::onlyMe, ruth);
        const auto words = [&](PersonId me) {
            return got(actions::readToday(office.records(), kToday, 20, me)).callNext.front().lastWords;
        };
        QCOMPARE(words({}), std::string());
        QCOMPARE(words(ruth), std::string("What was said"));
    }

    void leftOut_comeBackByUndoOrByHand()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        call(office, ana, kToday.addDays(-300));
        const std::string before = office.digest();
        got(office.change([&](store::Records& r) { return actions::leaveOut(r, ana, kToday, kToday.addDays(7)); }));
        QVERIFY(queueOf(office).due.empty());
        QCOMPARE(queueOf(office).snoozed.front().until, kToday.addDays(7));
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
        got(office.workspace().redo());
        got(office.change([&](store::Records& r) { return actions::bringBack(r, {ana}); }));
        QCOMPARE(office.digest(), before);
        QVERIFY(!office.change([&](store::Records& r) { return actions::leaveOut(r, ana, kToday, kToday); }));
    }

    void rules_areKeptInTheFile()
    {
        Office office;
        QCOMPARE(got(actions::readQueueRules(office.records())), weaving::QueueRules{});
        weaving::QueueRules rules;
        rules.points[3] = 0;
        rules.cadence[1] = 30;
        rules.restDays = 14;
        got(office.change([&](store::Records& r) { return actions::setQueueRules(r, rules); }));
        QCOMPARE(got(actions::readQueueRules(office.records())), rules);
        got(office.change([&](store::Records& r) { return actions::setQueueRules(r, {}); }));
        QVERIFY(!got(office.records().views.fact(actions::kQueueRulesFact)));
    }

    void rules_areReadFromWhateverStandsThere()
    {
        using actions::queueRulesFrom;
        const weaving::QueueRules usual;
        for (const char* const text : {"", "null", "[]", "12", "{", "{\"points\": 3}",
                                       "{\"points\": {\"overdue\": \"9\"}}", "{\"points\": {\"overdue\": 1e300}}",
                                       "{\"cadence_days\": {\"core\": -4}}", "{\"rest_days\": true}", "\xff\xfe"})
            QCOMPARE(queueRulesFrom(text), usual);
        QCOMPARE(queueRulesFrom("{\"points\": {\"overdue\": 9000}}").points[5], 20);
        QCOMPARE(queueRulesFrom("{\"cadence_days\": {\"core\": 1}}").cadence[1], 7);
    }
};

QTEST_APPLESS_MAIN(TestReadQueue)
#include "tst_read_queue.moc"
