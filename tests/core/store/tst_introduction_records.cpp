// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"
#include "StoreTest.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

Introduction between(PersonId a, PersonId b)
{
    Introduction introduction;
    introduction.a = a;
    introduction.b = b;
    introduction.proposed = day("2026-10-01");
    return introduction;
}

NoteItemId itemOf(MemoryStore& store, ConversationId conversation, PersonId person, NoteItemKind kind)
{
    NoteItem item;
    item.conversation = conversation;
    item.person = person;
    item.kind = kind;
    item.text = "Something";
    return got(store->conversations.insert(item));
}

/// Everything that an introduction can say.
struct Full
{
    MemoryStore store;
    PersonId ana = store.person("Ana"), ben = store.person("Ben"), cleo = store.person("Cleo", PersonKind::staff);
    ConversationId call = store.conversation({ana}, "A call");
    NoteItemId need = itemOf(store, call, ana, NoteItemKind::need);
    NoteItemId offer = itemOf(store, call, ben, NoteItemKind::offer);
    TieId tie = store.tie(ana, ben);
    IntroductionId id;
    Introduction record = between(ben, ana);

    Full()
    {
        record.host = cleo;
        record.reason = IntroductionReason::reachesIsolate;
        record.why = "Ana looks for what Ben has — “fractions” ✓";
        record.topic = "fractions";
        record.need = need;
        record.offer = offer;
        record.conversation = call;
        record.consentA = IntroductionConsent::no;
        record.consentB = IntroductionConsent::yes;
        record.strength = IntroductionStrength::withFirstTask;
        record.state = IntroductionState::agreed;
        record.followUp = day("2026-10-01");
        record.outcome = "They talked";
        record.confidentiality = Confidentiality::onlyMe;
        id = got(store->introductions.insert(record));
        record.id = id;
        Evidence evidence;
        evidence.tie = tie;
        evidence.introduction = id;
        got(store->ties.insert(evidence));
    }
    Introduction found() { return got(store->introductions.find(id)).value(); }
    IntroductionId evidenceOf() { return got(store->ties.evidence(tie)).front().introduction; }
};

} // namespace

class TestIntroductions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField_comesBack()
    {
        Full full;
        QCOMPARE(full.found(), full.record);
        QCOMPARE(full.evidenceOf(), full.id);
        QCOMPARE(got(full.store->introductions.all()), (std::vector<Introduction>{full.record}));
        QCOMPARE(got(full.store->introductions.count()), std::size_t(1));
        for (const PersonId one : {full.ana, full.ben})
            QCOMPARE(got(full.store->introductions.of(one)).size(), std::size_t(1));
        QVERIFY(got(full.store->introductions.of(full.cleo)).empty());
        QCOMPARE(got(full.store->introductions.hostedBy(full.cleo)).size(), std::size_t(1));
        QCOMPARE(got(full.store->introductions.from(full.call)).size(), std::size_t(1));
        auto other = between(full.ana, full.cleo); // and the least it can say
        other.id = got(full.store->introductions.insert(other));
        QCOMPARE(got(full.store->introductions.find(other.id)).value(), other);
        QVERIFY(!got(full.store->introductions.find(IntroductionId{5})));
    }

    void states_leaveStepsWithTheirDays()
    {
        MemoryStore store;
        auto one = between(store.person("Ana"), store.person("Ben"));
        one.id = got(store->introductions.insert(one));
        one.state = IntroductionState::made;
        got(store->introductions.update(one, day("2026-10-05")));
        one.why = "Said otherwise"; // no other state, no step
        got(store->introductions.update(one, day("2026-10-06")));
        const auto written = store.written();
        got(store->introductions.update(one, day("2026-10-07"))); // nothing new at all
        QCOMPARE(store.written(), written);
        one.state = IntroductionState::declined;
        got(store->introductions.update(one, day("2026-10-08")));
        const auto steps = got(store->introductions.steps(one.id));
        QCOMPARE(steps.size(), std::size_t(3));
        QVERIFY(steps[0].state == IntroductionState::proposed && steps[0].on == one.proposed);
        QVERIFY(steps[1].state == IntroductionState::made && steps[1].on == day("2026-10-05"));
        QVERIFY(steps[2].state == IntroductionState::declined && steps[2].on == day("2026-10-08"));
        QCOMPARE(got(store->introductions.steps()), steps);
    }

    void whatDoesNotFit_isRefused()
    {
        Full full;
        const auto codeOfInsert = [&](const auto& spoil) {
            Introduction wrong = between(full.ana, full.ben);
            spoil(wrong);
            return codeOf(full.store->introductions.insert(wrong));
        };
        QCOMPARE(codeOfInsert([](auto& i) { i.b = i.a; }), code(ErrorCode::sameEnds));
        QCOMPARE(codeOfInsert([](auto& i) { i.a = {}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& i) { i.b = PersonId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& i) { i.host = PersonId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& i) { i.need = NoteItemId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& i) { i.offer = NoteItemId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& i) { i.conversation = ConversationId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& i) { i.followUp = i.proposed.addDays(-1); }), code(ErrorCode::datesReversed));
        // A number that no state has: the table itself refuses it.
        QCOMPARE(codeOfInsert([](auto& i) { i.state = static_cast<IntroductionState>(9); }),
                 code(ErrorCode::databaseError));
        auto unknown = full.record;
        unknown.id = IntroductionId{5};
        QCOMPARE(codeOf(full.store->introductions.update(unknown, day("2026-10-05"))), code(ErrorCode::notFound));
        QCOMPARE(codeOf(full.store->introductions.remove(unknown.id)), code(ErrorCode::notFound));
        Evidence evidence;
        evidence.tie = full.tie;
        evidence.introduction = unknown.id;
        QCOMPARE(codeOf(full.store->ties.insert(evidence)), code(ErrorCode::notFound));
        QCOMPARE(got(full.store->introductions.count()), std::size_t(1));
    }

    void removed_takesItsStepsAndLeavesTheEvidence()
    {
        Full full;
        got(full.store->introductions.remove(full.id));
        QCOMPARE(full.store.rows("introduction"), std::int64_t{0});
        QCOMPARE(full.store.rows("introduction_step"), std::int64_t{0});
        QVERIFY(!full.evidenceOf());
    }

    void oneOfTheTwoRemoved_takesIt_theHostDoesNot()
    {
        Full hosted;
        got(hosted.store->people.remove(hosted.cleo));
        QVERIFY(!hosted.found().host);
        for (const bool first : {true, false}) {
            Full full;
            got(full.store->people.remove(first ? full.ana : full.ben));
            QCOMPARE(full.store.rows("introduction"), std::int64_t{0});
            QCOMPARE(full.store.rows("introduction_step"), std::int64_t{0});
        }
    }

    void lineRemoved_leavesTheIntroduction()
    {
        Full full;
        got(full.store->conversations.remove(full.need));
        got(full.store->conversations.remove(full.offer));
        QVERIFY(!full.found().need && !full.found().offer);
    }

    void noteRemoved_takesWhatWasPrivate_andTheRestStaysAsConfidential()
    {
        Full mine;
        got(mine.store->conversations.remove(mine.call));
        QCOMPARE(mine.store.rows("introduction"), std::int64_t{0});
        QVERIFY(!mine.evidenceOf());

        Full open;
        open.record.confidentiality = Confidentiality::shareable;
        got(open.store->introductions.update(open.record, day("2026-10-05")));
        FollowUp promise;
        promise.conversation = open.call; // which is the staff's
        promise.text = "Send it";
        promise.id = got(open.store->conversations.insert(promise));
        got(open.store->conversations.remove(open.call));
        QVERIFY(!open.found().conversation && !open.found().need);
        QVERIFY(open.found().confidentiality == Confidentiality::staff);
        QVERIFY(got(open.store->conversations.find(promise.id))->confidentiality == Confidentiality::staff);

        Full secret;
        auto call = got(secret.store->conversations.find(secret.call)).value();
        call.confidentiality = Confidentiality::onlyMe;
        got(secret.store->conversations.update(call));
        secret.record.confidentiality = Confidentiality::shareable;
        got(secret.store->introductions.update(secret.record, day("2026-10-05")));
        got(secret.store->conversations.remove(secret.call));
        QCOMPARE(secret.store.rows("introduction"), std::int64_t{0});
    }

    void apartPairs_areKeptOnceInEitherOrder()
    {
        MemoryStore store;
        const auto ana = store.person("Ana"), ben = store.person("Ben"), cleo = store.person("Cleo");
        ApartPair pair{{}, ben, ana, "They fell out"};
        pair.id = got(store->introductions.insert(pair));
        QCOMPARE(got(store->introductions.apartPairs()), (std::vector<ApartPair>{pair}));
        QCOMPARE(codeOf(store->introductions.insert(ApartPair{{}, ana, ben, ""})), code(ErrorCode::duplicateTie));
        QCOMPARE(codeOf(store->introductions.insert(ApartPair{{}, ana, ana, ""})), code(ErrorCode::sameEnds));
        QCOMPARE(codeOf(store->introductions.insert(ApartPair{{}, ana, PersonId{5}, ""})), code(ErrorCode::notFound));
        ApartPair other{{}, ana, cleo, ""};
        other.id = got(store->introductions.insert(other));
        QCOMPARE(got(store->introductions.apartPairs(ana)).size(), std::size_t(2));
        QCOMPARE(got(store->introductions.apartPairs(ben)), (std::vector<ApartPair>{pair}));
        pair.why = "";
        got(store->introductions.update(pair));
        QCOMPARE(got(store->introductions.apartPairs(ben)), (std::vector<ApartPair>{pair}));
        auto clash = other;
        clash.b = ben;
        QCOMPARE(codeOf(store->introductions.update(clash)), code(ErrorCode::duplicateTie));
        got(store->introductions.remove(other.id));
        QCOMPARE(codeOf(store->introductions.remove(other.id)), code(ErrorCode::notFound));
        got(store->people.remove(ana));
        QCOMPARE(store.rows("apart_pair"), std::int64_t{0});
    }

    void changesOfAll_canBeUndoneAndRedone()
    {
        const storetest::Folder folder;
        const auto workspace = folder.create();
        PersonId ana, ben;
        VERIFY_OK(workspace->change("Ana", storetest::adding("Ana", &ana)));
        VERIFY_OK(workspace->change("Ben", storetest::adding("Ben", &ben)));
        const auto before = storetest::digest(*workspace), searchBefore = storetest::searchDump(*workspace);
        IntroductionId id;
        const auto made = workspace->change("Introduce", [&](Records& records) -> Result<> {
            auto one = between(ana, ben);
            one.topic = "rivers";
            WEAVEMAP_ASSIGN(one.id, records.introductions.insert(one));
            id = one.id;
            one.state = IntroductionState::met;
            WEAVEMAP_TRY(records.introductions.update(one, day("2026-10-09")));
            WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, ana, ben, "why"}));
            return records.questions.insert(Snooze{{}, ana, day("2026-10-01"), day("2026-10-02"), ""}).map([](auto) {});
        });
        VERIFY_OK(made);
        QVERIFY(made->touches(Table::introduction) && made->touches(Table::introductionStep) &&
                made->touches(Table::apartPair) && made->touches(Table::snooze));
        const auto after = storetest::digest(*workspace), searchAfter = storetest::searchDump(*workspace);
        QVERIFY(after != before);
        QVERIFY(searchAfter.find("rivers") != std::string::npos);
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), before);
        QCOMPARE(storetest::searchDump(*workspace), searchBefore);
        VERIFY_OK(workspace->redo());
        QCOMPARE(storetest::digest(*workspace), after);
        QCOMPARE(storetest::searchDump(*workspace), searchAfter);
        VERIFY_OK(workspace->change("Remove Ana", [&](Records& records) { return records.people.remove(ana); }));
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), after);
        QCOMPARE(storetest::searchDump(*workspace), searchAfter);
    }
};

QTEST_GUILESS_MAIN(TestIntroductions)
#include "tst_introduction_records.moc"
