// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "Office.h"
#include "core/actions/CallQueue.h"
#include "core/actions/HeldBack.h"
#include "core/actions/Introductions.h"
#include "core/store/Audience.h"

using namespace actionstest;

/// Pairs that are not suggested, and introductions of two who are kept apart by now.
class TestHeldBack : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Office office;
        PersonId ana = office.add("Ana Ruiz"), luis = office.add("Luis Vega"), bea = office.add("Bea Noor"),
                 ruth = office.add("Ruth Adler", PersonKind::staff);

        Result<> write(const std::function<Result<>(store::Records&)>& fn)
        {
            const auto result = office.change(fn);
            return result ? Result<>() : Result<>(tl::unexpected<Error>(result.error()));
        }
        IntroductionId proposed(Introduction introduction = {})
        {
            introduction.a = ana;
            introduction.b = luis;
            introduction.proposed = kToday.addDays(-20);
            IntroductionId id;
            got(write([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(id, actions::propose(records, introduction));
                return {};
            }));
            return id;
        }
        void putAside(PersonId a, PersonId b, Date on = kToday)
        {
            weaving::Suggestion suggestion;
            suggestion.a = a;
            suggestion.b = b;
            got(write([&](store::Records& records) -> Result<> {
                WEAVEMAP_TRY(actions::putAside(records, suggestion, on));
                return {};
            }));
        }
        void keepApart(PersonId a, PersonId b, const std::string& why = {})
        {
            got(write([&](store::Records& records) { return actions::keepApart(records, a, b, why); }));
        }
        std::vector<actions::HeldBack> held(Date on = kToday)
        {
            return got(actions::readHeldBack(office.records(), on, ruth));
        }
        actions::IntroductionCard card(Date on = kToday)
        {
            return got(actions::readIntroductions(office.records(), on, ruth)).front();
        }
        Result<> change(const std::function<void(Introduction&)>& edit) { return change(edit, ruth); }
        Result<> change(const std::function<void(Introduction&)>& edit, PersonId me)
        {
            Introduction now = card().introduction;
            edit(now);
            return write(
                [&](store::Records& records) { return actions::changeIntroduction(records, now, kToday, me); });
        }
        ConversationId call(PersonId staff, Confidentiality level)
        {
            Conversation talk;
            talk.when = moment(kToday);
            talk.staff = staff;
            talk.participants = {ana};
            talk.text = "A talk.";
            talk.confidentiality = level;
            ConversationId id;
            got(write([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(id, records.conversations.insert(talk));
                return {};
            }));
            return id;
        }
    };
    static std::string firstArg(const Result<>& result) { return result ? "stored" : result.error().args.front(); }

private Q_SLOTS:
    void nobody_isHeldBackInAnEmptyFile()
    {
        Office office;
        QVERIFY(got(actions::readHeldBack(office.records(), kToday, {})).empty());
    }
    void pairs_areListedWithWhoWhyAndUntilWhen()
    {
        Desk desk;
        desk.putAside(desk.bea, desk.luis, kToday.addDays(-2));
        desk.putAside(desk.bea, desk.ana);
        desk.keepApart(desk.luis, desk.ana, "a quarrel");
        const auto held = desk.held();
        QCOMPARE(held.size(), std::size_t{3});
        QCOMPARE(held[0].apart.why, std::string("a quarrel"));
        QCOMPARE(held[0].a.name, std::string("Luis Vega"));
        QVERIFY(!held[0].putAside && !held[0].until);
        QCOMPARE(held[1].b.id, desk.ana); // the latest
        QCOMPARE(held[1].since, std::optional(kToday));
        QCOMPARE(held[1].until, std::optional(kToday.addMonths(12)));
        QCOMPARE(held[2].since, std::optional(kToday.addDays(-2)));
    }
    void putAside_endsAfterAYear_andIsSaidOnceWhereTheyAreKeptApart()
    {
        Desk desk;
        desk.putAside(desk.ana, desk.luis);
        QCOMPARE(desk.held(kToday.addMonths(12).addDays(-1)).size(), std::size_t{1});
        QVERIFY(desk.held(kToday.addMonths(12)).empty());
        desk.keepApart(desk.ana, desk.luis);
        QCOMPARE(desk.held().size(), std::size_t{1});
        QVERIFY(desk.held().front().apart.id.isValid());
    }
    void allowedAgain_theyAreHeldBackNoMore_andUndoGivesTheSameDigest()
    {
        Desk desk;
        desk.putAside(desk.bea, desk.luis);
        desk.keepApart(desk.ana, desk.luis);
        for (const std::size_t left : {std::size_t{1}, std::size_t{0}}) {
            const actions::HeldBack first = desk.held().front();
            const std::string before = desk.office.digest();
            const auto allow = [&] {
                return desk.write([&](store::Records& records) { return actions::allowAgain(records, first); });
            };
            got(allow());
            QCOMPARE(desk.held().size(), left);
            got(desk.office.workspace().undo());
            QCOMPARE(desk.office.digest(), before);
            got(desk.office.workspace().redo());
            QCOMPARE(allow().error().code, ErrorCode::notFound);
        }
    }
    void why_canBeSaidAnew()
    {
        Desk desk;
        desk.keepApart(desk.ana, desk.luis);
        const ApartPairId id = desk.held().front().apart.id;
        got(desk.write(
            [&](store::Records& records) { return actions::explainApart(records, id, "\xE5\xAD\xA6\n'%1"); }));
        QCOMPARE(desk.held().front().apart.why, std::string("\xE5\xAD\xA6\n'%1"));
        const auto gone =
            desk.write([&](store::Records& records) { return actions::explainApart(records, ApartPairId{5}, "x"); });
        QCOMPARE(gone.error().code, ErrorCode::notFound);
    }
    void whatWasPutAside_isNoIntroductionThatWasTried()
    {
        Desk desk;
        desk.putAside(desk.ana, desk.luis);
        QVERIFY(got(actions::readIntroductions(desk.office.records(), kToday, desk.ruth)).empty());
        const store::AudienceRecords readable(desk.office.records(), store::Audience::office(desk.ruth));
        QVERIFY(got(readable.introductionsOf(desk.ana)).empty());
        const auto aside = got(readable.putAside());
        QCOMPARE(aside.size(), std::size_t{1});
        QVERIFY(got(store::AudienceRecords(desk.office.records(), store::Audience::leaving()).putAside()).empty());
        const auto isFound = [&desk] {
            const auto hits = got(desk.office.records().search.find("ana", desk.ruth));
            return std::any_of(hits.begin(), hits.end(),
                               [](const store::SearchHit& hit) { return hit.kind == store::HitKind::introduction; });
        };
        QVERIFY(!isFound());
        // Taken up after all, and lapsed then, it was.
        for (const IntroductionState state : {IntroductionState::proposed, IntroductionState::lapsed}) {
            got(desk.write(
                [&](store::Records& records) { return actions::moveOn(records, aside.front().id, state, kToday); }));
            QCOMPARE(got(readable.introductionsOf(desk.ana)).size(), std::size_t{1});
            QVERIFY(got(readable.putAside()).empty());
            QVERIFY(isFound());
        }
        for (int step = 0; step < 2; ++step)
            got(desk.office.workspace().undo());
        QVERIFY(!isFound());
    }
    void anOpenOneOfTwoWhoAreKeptApart_saysSo_andCanOnlyEnd()
    {
        Desk desk;
        desk.proposed();
        QVERIFY(!desk.card().apart);
        desk.keepApart(desk.luis, desk.ana, "a quarrel");
        QCOMPARE(desk.card().apart->why, std::string("a quarrel"));
        QCOMPARE(firstArg(desk.change([](Introduction& one) { one.state = IntroductionState::agreed; })),
                 std::string("apart"));
        got(desk.change([](Introduction& one) { one.outcome = "They fell out."; })); // what is known
        QCOMPARE(desk.card().introduction.outcome, std::string("They fell out."));
        got(desk.change([](Introduction& one) { one.state = IntroductionState::lapsed; }));
        QVERIFY(!desk.card().apart); // nothing is open any more
        QCOMPARE(firstArg(desk.change([](Introduction& one) { one.state = IntroductionState::proposed; })),
                 std::string("apart"));
    }
    void whoAreKeptApart_areNotAskedAboutEachOther()
    {
        Desk desk;
        Introduction made;
        made.state = IntroductionState::made;
        made.followUp = kToday.addDays(-1);
        desk.proposed(made);
        const auto asks = [&desk] {
            const auto queue = got(actions::readCallQueue(desk.office.records(), kToday, desk.ruth));
            const auto isAsked = [](const weaving::QueueEntry& entry) {
                return std::any_of(entry.reasons.begin(), entry.reasons.end(), [](const auto& reason) {
                    return reason.code == weaving::CallReason::introductionUnanswered;
                });
            };
            return std::any_of(queue.due.begin(), queue.due.end(), isAsked) ||
                   std::any_of(queue.neverReached.begin(), queue.neverReached.end(), isAsked);
        };
        QVERIFY(asks());
        QVERIFY(desk.card().isDue);
        desk.keepApart(desk.ana, desk.luis);
        QVERIFY(!asks());
        QVERIFY(!desk.card().isDue);
    }
    void aDayToAsk_ofAnEarlierState_isNotDue()
    {
        Desk desk;
        Introduction early;
        early.followUp = kToday.addDays(-10);
        const IntroductionId id = desk.proposed(early);
        QVERIFY(desk.card().isDue);
        // Another program moved it on without a new day.
        got(desk.write([&](store::Records& records) -> Result<> {
            Introduction now = desk.card().introduction;
            now.state = IntroductionState::met;
            return records.introductions.update(now, kToday.addDays(-3));
        }));
        QVERIFY(!desk.card().isDue);
        got(desk.change([](Introduction& one) { one.followUp = kToday; }));
        QVERIFY(desk.card().isDue);
        QCOMPARE(desk.card().introduction.id, id);
    }
    void level_isNeverLooserThanWhereItComesFrom()
    {
        Desk desk;
        Introduction from;
        from.conversation = desk.call(desk.ruth, Confidentiality::staff);
        from.confidentiality = Confidentiality::shareable;
        desk.proposed(from);
        QCOMPARE(desk.card().introduction.confidentiality, Confidentiality::staff); // raised
        QCOMPARE(desk.card().floor, Confidentiality::staff);
        QCOMPARE(desk.card().writer, desk.ruth);
        const auto set = [&desk](Confidentiality level) {
            return desk.change([level](Introduction& one) { one.confidentiality = level; });
        };
        QCOMPARE(firstArg(set(Confidentiality::shareable)), std::string("level"));
        const auto take = [](Introduction& one) { one.confidentiality = Confidentiality::onlyMe; };
        for (const PersonId other : {desk.bea, PersonId{}}) // it would be Ruth's, and only she may say so
            QCOMPARE(firstArg(desk.change(take, other)), std::string("onlyMe"));
        const std::string before = desk.office.digest();
        got(set(Confidentiality::onlyMe));
        QVERIFY(got(actions::readIntroductions(desk.office.records(), kToday, desk.bea)).empty());
        got(desk.office.workspace().undo());
        QCOMPARE(desk.office.digest(), before);
    }
    void onlyOnesOwn_needsSomebodyWhoseItIs()
    {
        Desk desk;
        desk.proposed();
        const auto keep = [&desk](PersonId host) {
            return desk.change([host](Introduction& one) {
                one.confidentiality = Confidentiality::onlyMe;
                one.host = host;
            });
        };
        QCOMPARE(firstArg(keep({})), std::string("onlyMe"));
        QCOMPARE(desk.card().writer, PersonId{});
        QCOMPARE(firstArg(keep(desk.bea)), std::string("onlyMe")); // nobody gives it to another
        got(keep(desk.ruth));
        QCOMPARE(desk.card().writer, desk.ruth);
        const auto rename = [](Introduction& one) { one.why = "Both sing"; };
        QCOMPARE(desk.change(rename, desk.bea).error().code, ErrorCode::notFound); // it is not for her
        got(desk.change(rename));
        QCOMPARE(firstArg(keep(desk.bea)), std::string("onlyMe"));
    }
    void onlyOnesOwn_isProposedByWhoseItIs()
    {
        Desk desk;
        Introduction own;
        own.a = desk.ana;
        own.b = desk.luis;
        own.host = desk.ruth;
        own.proposed = kToday;
        own.confidentiality = Confidentiality::onlyMe;
        const auto propose = [&](PersonId me) {
            return desk.write(
                [&](store::Records& records) { return actions::propose(records, own, me).map([](IntroductionId) {}); });
        };
        for (const PersonId other : {desk.bea, PersonId{}})
            QCOMPARE(firstArg(propose(other)), std::string("onlyMe"));
        got(propose(desk.ruth));
        QCOMPARE(desk.card().writer, desk.ruth);
        own.b = desk.bea;
        own.conversation = desk.call(desk.ruth, Confidentiality::onlyMe);
        own.host = {};
        own.confidentiality = Confidentiality::staff; // as it comes from her own call, it is hers, whatever it says
        QCOMPARE(firstArg(propose({})), std::string("onlyMe"));
        got(propose(desk.ruth));
    }
    void linesRaiseTheLevel_andAreCitedWithTheirCalls()
    {
        Desk desk;
        NoteItem need;
        need.conversation = desk.call(desk.ruth, Confidentiality::shareable);
        need.person = desk.luis; // the second of the two
        need.text = "a co-host";
        need.confidentiality = Confidentiality::staff;
        got(desk.write([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(need.id, records.conversations.insert(need));
            return {};
        }));
        Introduction from;
        from.need = need.id;
        from.confidentiality = Confidentiality::shareable;
        desk.proposed(from);
        const auto card = desk.card();
        QCOMPARE(card.floor, Confidentiality::staff);
        QCOMPARE(card.introduction.confidentiality, Confidentiality::staff);
        QCOMPARE(card.need.person, desk.luis);
        QCOMPARE(card.need.conversation, need.conversation);
        QVERIFY(!card.offer.id);
        const store::AudienceRecords readable(desk.office.records(), store::Audience::office(desk.ruth));
        QCOMPARE(got(readable.introductionsFrom(need.conversation)).size(), std::size_t{1});
    }
    void erasedPeople_leaveNoPair()
    {
        Desk desk;
        desk.keepApart(desk.ana, desk.luis, "Ana Ruiz and a quarrel");
        desk.putAside(desk.ana, desk.bea);
        got(desk.office.workspace().erasePerson(desk.ana));
        QVERIFY(desk.held().empty());
    }
};

QTEST_GUILESS_MAIN(TestHeldBack)
#include "tst_held_back.moc"
