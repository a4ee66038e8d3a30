// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/Roster.h"
#include "core/actions/Today.h"

using namespace actionstest;

class TestTodayAndRoster : public QObject
{
    Q_OBJECT

    static ConversationId call(Office& office, PersonId person, Date on, bool reached = true,
                               Confidentiality confidentiality = Confidentiality::staff, PersonId staff = {})
    {
        Conversation conversation;
        conversation.when = moment(on);
        conversation.participants = {person};
        conversation.reached = reached;
        conversation.confidentiality = confidentiality;
        conversation.staff = staff;
        ConversationId id;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.conversations.insert(conversation));
            return {};
        }));
        return id;
    }
    static FollowUpId promise(Office& office, PersonId person, std::optional<Date> due)
    {
        FollowUp followUp;
        followUp.person = person;
        followUp.text = "Send the tasks";
        followUp.due = due;
        FollowUpId id;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.conversations.insert(followUp));
            return {};
        }));
        return id;
    }

private Q_SLOTS:
    void emptyFile_hasNothingToDo()
    {
        Office office;
        const auto today = got(actions::readToday(office.records(), kToday));
        QVERIFY(today.promises.empty() && today.callNext.empty() && today.neverReached.empty());
        QCOMPARE(today.coverage, actions::Coverage{});
    }

    void promises_comeLateFirstAndUndatedLast()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        promise(office, ana, std::nullopt);
        promise(office, ana, kToday.addDays(3));
        promise(office, ana, kToday);
        promise(office, ana, kToday.addDays(-2));
        const FollowUpId kept = promise(office, ana, kToday.addDays(-9));
        got(office.change([&](store::Records& r) { return actions::setFollowUpDone(r, kept, kToday); }));
        const auto today = got(actions::readToday(office.records(), kToday));
        using Due = actions::Promise::Due;
        std::vector<Due> dues;
        for (const auto& row : today.promises)
            dues.push_back(row.due);
        QCOMPARE(dues, (std::vector{Due::late, Due::today, Due::thisWeek, Due::undated}));
        QCOMPARE(today.promises.front().daysLate, 2);
        QCOMPARE(today.promises.front().person, std::string("Ana"));
        QCOMPARE(today.late, 1u);
        QCOMPARE(today.dueToday, 1u);
        QCOMPARE(today.dueThisWeek, 1u);
    }

    void promiseFromAPrivateNote_isToldToItsWriterOnly()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ruth = office.add("Ruth", PersonKind::staff),
                       sam = office.add("Sam", PersonKind::staff);
        FollowUp followUp;
        followUp.conversation = call(office, ana, kToday, true, Confidentiality::onlyMe, ruth);
        followUp.text = "Ask again";
        got(office.change([&](store::Records& r) { return r.conversations.insert(followUp).map([](auto) {}); }));
        QVERIFY(got(actions::readToday(office.records(), kToday)).promises.empty());
        QVERIFY(got(actions::readToday(office.records(), kToday, 20, sam)).promises.empty());
        QCOMPARE(got(actions::readToday(office.records(), kToday, 20, ruth)).promises.size(), 1u);
    }

    void neverReached_standApartFromThoseHeardLongAgo()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), sam = office.add("Sam");
        office.add("Ruth", PersonKind::staff);
        call(office, ana, kToday.addDays(-5));
        call(office, luis, kToday.addDays(-300));
        call(office, sam, kToday.addDays(-1), false);
        const auto today = got(actions::readToday(office.records(), kToday));
        QCOMPARE(today.callNext.size(), 1u); // Ana was talked with five days ago
        QCOMPARE(today.callNext.front().entry.person, luis);
        QCOMPARE(today.callNext.front().entry.lastHeard, std::optional(kToday.addDays(-300)));
        QCOMPARE(today.neverReached.size(), 1u);
        QCOMPARE(today.neverReached.front().entry.person, sam);
        QCOMPARE(today.neverReached.front().entry.attempts, 1);
    }

    void limit_cutsTheListsButNotTheCount()
    {
        Office office;
        for (int i = 0; i < 5; ++i)
            office.add(nameOf(i));
        const auto today = got(actions::readToday(office.records(), kToday, 2));
        QCOMPARE(today.neverReached.size(), 2u);
        QCOMPARE(today.neverReachedCount, 5u);
    }

    void roster_countsTiesToCurrentMembers()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), ruth = office.add("Ruth", PersonKind::staff);
        office.tie(ana, luis);
        office.tie(ana, ruth);
        office.tie(luis, ruth, TieDepth::aware);
        call(office, ana, kToday.addDays(-5));
        const auto roster = got(actions::readRoster(office.records(), kToday));
        QCOMPARE(roster.rows.size(), 3u);
        QCOMPARE(roster.rows[0].ties, 1);
        QVERIFY(roster.rows[0].heardFrom);
        QCOMPARE(roster.rows[0].conversations, 1);
        QCOMPARE(roster.rows[2].ties, 1);
        QCOMPARE(got(actions::readRoster(office.records(), kToday, TieSet::awareness)).rows[2].ties, 2);
    }

    void roster_holdsNoNoteAboutAnybody()
    {
        Office office;
        Person ana;
        ana.name = "Ana";
        for (const auto level : {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe}) {
            ana.about = "Grows tomatoes";
            ana.aboutLevel = level;
            office.add(ana);
        }
        const auto roster = got(actions::readRoster(office.records(), kToday));
        QCOMPARE(roster.rows.size(), 3u);
        for (const auto& row : roster.rows)
            QCOMPARE(row.person.about, std::string());
    }

    void profile_showsTheDeepestTieFirstWithItsEvidence()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), sam = office.add("Sam");
        office.tie(ana, luis, TieDepth::aware);
        office.tie(ana, sam, TieDepth::rely);
        const auto profile = got(actions::readProfile(office.records(), ana, kToday, {}));
        QCOMPARE(profile.ties.size(), 2u);
        QCOMPARE(profile.ties.front().name, std::string("Sam"));
        QCOMPARE(actions::readProfile(office.records(), PersonId{42}, kToday, {}).error().code, ErrorCode::notFound);
    }

    void privateNote_isOnThePageOfItsWriterOnly()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ruth = office.add("Ruth", PersonKind::staff);
        const ConversationId secret = call(office, ana, kToday, true, Confidentiality::onlyMe, ruth);
        NoteItem item;
        item.conversation = secret;
        item.person = ana;
        item.text = "canary";
        got(office.change([&](store::Records& r) { return r.conversations.insert(item).map([](NoteItemId) {}); }));
        const auto own = got(actions::readProfile(office.records(), ana, kToday, ruth));
        QCOMPARE(own.conversations.size(), 1u);
        QCOMPARE(own.items.size(), 1u);
        const auto others = got(actions::readProfile(office.records(), ana, kToday, {}));
        QVERIFY(others.conversations.empty());
        QVERIFY(others.items.empty());
        QVERIFY(others.heardFrom);
    }

    void privateNoteAboutSomebodyElse_isKeptFromTheirPage()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ben = office.add("Ben"), ruth = office.add("Ruth", PersonKind::staff);
        const ConversationId secret = call(office, ben, kToday, true, Confidentiality::onlyMe, ruth);
        NoteItem item;
        item.conversation = secret;
        item.person = ana;
        item.text = "canary";
        FollowUp promise;
        promise.conversation = secret;
        promise.person = ana;
        promise.text = "canary";
        got(office.change([&](store::Records& r) -> Result<> {
            WEAVEMAP_TRY(r.conversations.insert(item));
            WEAVEMAP_TRY(r.conversations.insert(promise));
            return {};
        }));
        const auto own = got(actions::readProfile(office.records(), ana, kToday, ruth));
        QCOMPARE(own.items.size(), 1u);
        QCOMPARE(own.followUps.size(), 1u);
        const auto others = got(actions::readProfile(office.records(), ana, kToday, {}));
        QVERIFY(others.items.empty());
        QVERIFY(others.followUps.empty());
    }
};

QTEST_APPLESS_MAIN(TestTodayAndRoster)
#include "tst_today_and_roster.moc"
