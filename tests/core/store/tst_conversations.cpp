// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

using namespace weavemap;
using namespace weavemap::store;

class TestConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_hasNone();
    void insert_keepsEveryField();
    void insert_refusesWhatSaysNothing();
    void participants_keepTheirOrderAndComeOnce();
    void update_writesOnlyWhatChanges();
    void update_seatsPeopleWithoutTouchingWhoStays();
    void all_isNewestFirst();
    void with_listsOnlyTheirs();
    void remove_takesItemsAndLetsGoOfTheRest();
    void remove_ofAPrivateNoteTakesItsFollowUps();
    void items_keepFieldsAndAreFoundByPerson();
    void followUps_openFirstByDueDate();
    void followUps_ofOneConversationAndById();
    void contacts_countReachedAndTried();
    void contacts_stopAtTheMoment();
    void missing_isNotFound();
};

void TestConversations::empty_hasNone()
{
    MemoryStore store;
    QVERIFY(got(store->conversations.all()).empty());
    QCOMPARE(got(store->conversations.count()), std::size_t(0));
    QVERIFY(got(store->conversations.contacts(moment("2100-01-01"))).empty());
    QVERIFY(got(store->conversations.followUps()).empty());
}

void TestConversations::insert_keepsEveryField()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ruth = store.person("Ruth", PersonKind::staff);
    Conversation call;
    call.when = moment("2026-10-08T15:40");
    call.kind = ConversationKind::video;
    call.staff = ruth;
    call.participants = {ana};
    call.text = "Ran story hours.\nTwo lines.";
    call.confidentiality = Confidentiality::onlyMe;
    call.reached = false;
    call.minutes = 11;
    call.initiator = Initiator::member;
    call.mood = Mood::high;
    call.quote = "Nobody here is alone.";
    call.quoteConsent = QuoteConsent::anonymous;
    call.convening = "Spring convening";
    call.source = EntrySource::afterwards;
    call.id = got(store->conversations.insert(call));
    const auto back = *got(store->conversations.find(call.id));
    QVERIFY(back == call);
    QCOMPARE(back.when.zoneMinutes, 120);
    QCOMPARE(back.when.toIsoLocal(), std::string("2026-10-08T15:40"));
}

void TestConversations::insert_refusesWhatSaysNothing()
{
    MemoryStore store;
    Conversation call;
    call.text = "  ";
    QCOMPARE(codeOf(store->conversations.insert(call)), code(ErrorCode::missingName));
    call.participants = {PersonId{4}};
    QCOMPARE(codeOf(store->conversations.insert(call)), code(ErrorCode::notFound));
    call.participants = {store.person("Ana")};
    call.minutes = -1;
    QCOMPARE(codeOf(store->conversations.insert(call)), code(ErrorCode::outOfRange));
    QCOMPARE(codeOf(store->conversations.insert(NoteItem{})), code(ErrorCode::missingName));
    QCOMPARE(codeOf(store->conversations.insert(FollowUp{})), code(ErrorCode::missingName));
    FollowUp followUp;
    followUp.text = "Call";
    followUp.owner = PersonId{4};
    QCOMPARE(codeOf(store->conversations.insert(followUp)), code(ErrorCode::notFound));
    QCOMPARE(store.rows("conversation") + store.rows("participant") + store.rows("follow_up"), 0);
}

void TestConversations::participants_keepTheirOrderAndComeOnce()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto id = store.conversation({ben, ana, ben}, "Table");
    const std::vector<PersonId> expected{ben, ana};
    QCOMPARE(got(store->conversations.find(id))->participants, expected);
    QCOMPARE(got(store->conversations.all()).front().participants, expected);
}

void TestConversations::update_writesOnlyWhatChanges()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    auto call = *got(store->conversations.find(store.conversation({ana}, "Words")));
    const auto before = store.written();
    got(store->conversations.update(call));
    call.participants = {ana, ana};
    got(store->conversations.update(call));
    QCOMPARE(store.written(), before);
    call.when.zoneMinutes = 60; // the same moment, written down elsewhere
    got(store->conversations.update(call));
    QCOMPARE(store.written(), before + 1);
    QCOMPARE(got(store->conversations.find(call.id))->when.zoneMinutes, 60);
}

void TestConversations::update_seatsPeopleWithoutTouchingWhoStays()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto cy = store.person("Cy");
    auto call = *got(store->conversations.find(store.conversation({ana, ben}, "Words")));
    const auto before = store.written();
    call.participants = {ana, cy};
    got(store->conversations.update(call));
    QCOMPARE(store.written(), before + 2); // one seat taken, one given up
    QCOMPARE(got(store->conversations.find(call.id))->participants, call.participants);
    call.participants = {cy, ana};
    got(store->conversations.update(call));
    QCOMPARE(got(store->conversations.find(call.id))->participants, call.participants);
    call.participants.clear();
    got(store->conversations.update(call));
    QCOMPARE(store.rows("participant"), 0);
    call.text.clear();
    QCOMPARE(codeOf(store->conversations.update(call)), code(ErrorCode::missingName));
}

void TestConversations::all_isNewestFirst()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto old = store.conversation({ana}, "Old", "2024-01-01");
    const auto same = store.conversation({ana}, "One", "2026-01-01");
    const auto later = store.conversation({ana}, "Two", "2026-01-01");
    const auto all = got(store->conversations.all());
    QCOMPARE(all.size(), std::size_t(3));
    QCOMPARE(all[0].id, later);
    QCOMPARE(all[1].id, same);
    QCOMPARE(all[2].id, old);
}

void TestConversations::with_listsOnlyTheirs()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    store.conversation({ana}, "Alone", "2026-01-01");
    const auto both = store.conversation({ana, ben}, "Both", "2026-02-01");
    const auto bens = got(store->conversations.with(ben));
    QCOMPARE(bens.size(), std::size_t(1));
    QCOMPARE(bens.front().id, both);
    QCOMPARE(bens.front().participants, (std::vector<PersonId>{ana, ben}));
    QCOMPARE(got(store->conversations.with(ana)).front().id, both);
}

void TestConversations::remove_takesItemsAndLetsGoOfTheRest()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto id = store.conversation({ana}, "Words");
    NoteItem item;
    item.conversation = id;
    item.text = "A partner";
    got(store->conversations.insert(item));
    FollowUp followUp;
    followUp.conversation = id;
    followUp.text = "Send the calendar";
    got(store->conversations.insert(followUp));
    got(store->conversations.remove(id));
    QVERIFY(got(store->conversations.items()).empty());
    QCOMPARE(got(store->conversations.followUps()).size(), std::size_t(1));
    QVERIFY(!got(store->conversations.followUps()).front().conversation);
    QCOMPARE(store.rows("participant"), 0);
}

void TestConversations::remove_ofAPrivateNoteTakesItsFollowUps()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    Conversation secret;
    secret.text = "Words";
    secret.participants = {ana};
    secret.confidentiality = Confidentiality::onlyMe;
    FollowUp followUp;
    followUp.conversation = got(store->conversations.insert(secret));
    followUp.text = "Ask again";
    got(store->conversations.insert(followUp));
    got(store->conversations.remove(followUp.conversation));
    QVERIFY(got(store->conversations.followUps()).empty());
}

void TestConversations::items_keepFieldsAndAreFoundByPerson()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto id = store.conversation({ana}, "Words");
    NoteItem item{{}, id, ana, NoteItemKind::introduction, NoteItemState::asked, "", "fractions", ben};
    item.id = got(store->conversations.insert(item));
    QCOMPARE(got(store->conversations.items(id)).front(), item);
    QCOMPARE(got(store->conversations.itemsOf(ana)).front(), item);
    QVERIFY(got(store->conversations.itemsOf(ben)).empty());
    const auto before = store.written();
    got(store->conversations.update(item));
    QCOMPARE(store.written(), before);
    item.state = NoteItemState::made;
    got(store->conversations.update(item));
    QCOMPARE(got(store->conversations.items()).front(), item);
    got(store->conversations.remove(item.id));
    QVERIFY(got(store->conversations.items()).empty());
}

void TestConversations::followUps_openFirstByDueDate()
{
    MemoryStore store;
    const auto add = [&](const char* text, std::optional<Date> due, std::optional<Date> done) {
        FollowUp followUp;
        followUp.text = text;
        followUp.due = due;
        followUp.done = done;
        got(store->conversations.insert(followUp));
    };
    add("done", day("2026-01-01"), day("2026-01-02"));
    add("someday", {}, {});
    add("later", day("2026-12-01"), {});
    add("soon", day("2026-11-01"), {});
    auto list = got(store->conversations.followUps());
    std::vector<std::string> order;
    for (const auto& followUp : list)
        order.push_back(followUp.text);
    QCOMPARE(order, (std::vector<std::string>{"soon", "later", "someday", "done"}));
    list[0].done = day("2026-10-30");
    got(store->conversations.update(list[0]));
    QCOMPARE(got(store->conversations.followUps()).front().text, std::string("later"));
    got(store->conversations.remove(list[1].id));
    QCOMPARE(got(store->conversations.followUps()).size(), std::size_t(3));
}

void TestConversations::followUps_ofOneConversationAndById()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto id = store.conversation({ana}, "Words"), other = store.conversation({ana}, "Others");
    const auto add = [&](ConversationId conversation, const char* text, std::optional<Date> done) {
        FollowUp followUp;
        followUp.conversation = conversation;
        followUp.text = text;
        followUp.done = done;
        followUp.id = got(store->conversations.insert(followUp));
        return followUp;
    };
    const FollowUp done = add(id, "done", day("2026-01-02")), open = add(id, "open", {});
    add(other, "elsewhere", {});
    add({}, "of no talk", {});
    QCOMPARE(got(store->conversations.followUps(id)), (std::vector<FollowUp>{open, done}));
    QVERIFY(got(store->conversations.followUps(ConversationId{4})).empty());
    QCOMPARE(got(store->conversations.find(done.id)), std::optional<FollowUp>(done));
    QVERIFY(!got(store->conversations.find(FollowUpId{4})));
}

void TestConversations::contacts_countReachedAndTried()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    store.person("Cy");
    store.conversation({ana, ben}, "First", "2026-01-01T10:00");
    store.conversation({ana}, "Second", "2026-03-01T10:00");
    Conversation missed;
    missed.when = moment("2026-04-01");
    missed.when.zoneMinutes = 600;
    missed.participants = {ana};
    missed.reached = false;
    got(store->conversations.insert(missed));
    missed.participants = {store.person("Dee")};
    got(store->conversations.insert(missed));
    const auto contacts = got(store->conversations.contacts(moment("2026-10-01")));
    QCOMPARE(contacts.size(), std::size_t(3));
    QCOMPARE(contacts[0].person, ana);
    QCOMPARE(contacts[0].lastHeard->toIsoLocal(), std::string("2026-03-01T10:00"));
    QCOMPARE(contacts[0].reached, 2);
    QCOMPARE(contacts[0].attempts, 1);
    QCOMPARE(got(store->conversations.find(contacts[0].last))->text, std::string("Second"));
    QCOMPARE(contacts[1].reached, 1);
    QVERIFY(!contacts[2].lastHeard && !contacts[2].last);
    QCOMPARE(contacts[2].attempts, 1);
}

void TestConversations::contacts_stopAtTheMoment()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    store.conversation({ana}, "First", "2026-01-01");
    store.conversation({ana}, "Second", "2026-03-01");
    QCOMPARE(got(store->conversations.contacts(moment("2026-02-01"))).front().reached, 1);
    QCOMPARE(got(store->conversations.contacts(moment("2026-03-01"))).front().reached, 2);
    QVERIFY(got(store->conversations.contacts(moment("2025-01-01"))).empty());
}

void TestConversations::missing_isNotFound()
{
    MemoryStore store;
    Conversation call;
    call.id = ConversationId{4};
    call.text = "Words";
    QCOMPARE(codeOf(store->conversations.update(call)), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->conversations.remove(call.id)), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->conversations.remove(NoteItemId{4})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->conversations.remove(FollowUpId{4})), code(ErrorCode::notFound));
    QVERIFY(!got(store->conversations.find(call.id)));
}

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
