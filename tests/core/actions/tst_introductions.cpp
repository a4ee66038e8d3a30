// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "Office.h"
#include "core/actions/Introductions.h"
#include "core/actions/SuggestIntroductions.h"

using namespace actionstest;
using weaving::Lens;
using weaving::Suggestion;

/// Suggestions read from a file, and what becomes of them.
class TestIntroductions : public QObject
{
    Q_OBJECT

    /// Ana needs what Luis offers; Ruth of the staff talked with both.
    struct Pair
    {
        Office office;
        PersonId ana = office.add("Ana Ruiz"), luis = office.add("Luis Vega"),
                 ruth = office.add("Ruth Adler", PersonKind::staff);
        ConversationId anasCall, luisCall;
        NoteItemId need, offer;

        Pair()
        {
            anasCall = talk(ana, 20);
            luisCall = talk(luis, 10);
            need = line(anasCall, ana, NoteItemKind::need, "a set of fraction tasks");
            offer = line(luisCall, luis, NoteItemKind::offer, "fraction tasks to share");
        }
        ConversationId talk(PersonId with, int daysAgo, Confidentiality level = Confidentiality::shareable)
        {
            Conversation call;
            call.when = moment(kToday.addDays(-daysAgo));
            call.staff = ruth;
            call.participants = {with};
            call.text = "A talk.";
            call.confidentiality = level;
            ConversationId id;
            got(office.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(id, records.conversations.insert(call));
                return {};
            }));
            return id;
        }
        NoteItemId line(ConversationId call, PersonId whose, NoteItemKind kind, const std::string& text)
        {
            NoteItem item;
            item.conversation = call;
            item.person = whose;
            item.kind = kind;
            item.state = kind == NoteItemKind::offer ? NoteItemState::standing : NoteItemState::open;
            item.text = text;
            item.topic = "fractions";
            NoteItemId id;
            got(office.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(id, records.conversations.insert(item));
                return {};
            }));
            return id;
        }
        actions::SuggestionPage page(PersonId me = {}, Date on = kToday)
        {
            return got(actions::readSuggestions(office.records(), {on, me, 12, {}}));
        }
        Suggestion first() { return page().found.list.front(); }
        Result<> write(const std::function<Result<>(store::Records&)>& fn)
        {
            const auto result = office.change(fn);
            return result ? Result<>() : Result<>(tl::unexpected<Error>(result.error()));
        }
        IntroductionId proposed()
        {
            IntroductionId id;
            const Introduction record = actions::introductionFrom(first(), ruth, kToday);
            got(write([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(id, actions::propose(records, record));
                return {};
            }));
            return id;
        }
        Introduction stored(IntroductionId id) { return *got(office.records().introductions.find(id)); }
        Result<> move(IntroductionId id, IntroductionState state, Date on = kToday)
        {
            return write([&](store::Records& records) { return actions::moveOn(records, id, state, on); });
        }
    };

private Q_SLOTS:
    void emptyFile_hasNeitherSuggestionsNorCards()
    {
        Office office;
        QVERIFY(got(actions::readSuggestions(office.records(), {kToday, {}, 12, {}})).found.list.empty());
        QVERIFY(got(actions::readIntroductions(office.records(), kToday, {})).empty());
    }
    void suggestion_citesLinesAndDaysOfTheFile()
    {
        Pair pair;
        const auto page = pair.page();
        QCOMPARE(page.found.list.size(), std::size_t{1});
        const Suggestion& one = page.found.list.front();
        QCOMPARE(one.lens, Lens::needMeetsOffer);
        QCOMPARE(one.need, pair.need);
        QCOMPARE(one.offer, pair.offer);
        QCOMPARE(page.person(one.a).name, std::string("Ana Ruiz"));
        QCOMPARE(page.lines.at(one.need).item.text, std::string("a set of fraction tasks"));
        QCOMPARE(page.talks.at(pair.anasCall), kToday.addDays(-20));
        QCOMPARE(one.hosts, std::vector<PersonId>{pair.ruth}); // who talked with her
    }
    void linesOfALaterDay_doNotCount()
    {
        Pair pair;
        QVERIFY(pair.page({}, kToday.addDays(-15)).found.list.empty());
    }
    void linesThatAreOnlyMine_areMyReasonsAlone()
    {
        Pair pair;
        NoteItem offer = got(pair.office.records().conversations.itemsOf(pair.luis)).front();
        offer.confidentiality = Confidentiality::onlyMe;
        got(pair.write([&](store::Records& records) { return records.conversations.update(offer); }));
        const auto isOfNeeds = [](const Suggestion& one) { return one.lens == Lens::needMeetsOffer; };
        const auto nobodys = pair.page().found.list;
        QVERIFY(std::none_of(nobodys.begin(), nobodys.end(), isOfNeeds));
        const auto anothers = pair.page(pair.office.add("Tom", PersonKind::staff)).found.list;
        QVERIFY(std::none_of(anothers.begin(), anothers.end(), isOfNeeds));
        const auto mine = pair.page(pair.ruth).found.list;
        QCOMPARE(mine.size(), std::size_t{1});
        const Introduction record = actions::introductionFrom(mine.front(), {}, kToday);
        QCOMPARE(record.confidentiality, Confidentiality::onlyMe);
        QCOMPARE(record.conversation, pair.luisCall);
        QVERIFY(record.topic.empty() && record.why.empty());
    }
    void proposing_storesOneStep_andUndoGivesTheSameDigest()
    {
        Pair pair;
        const std::string before = pair.office.digest();
        const std::size_t steps = pair.office.steps();
        const IntroductionId id = pair.proposed();
        QCOMPARE(pair.office.steps(), steps + 1);
        const Introduction stored = pair.stored(id);
        QCOMPARE(stored.reason, IntroductionReason::needMeetsOffer);
        QCOMPARE(stored.need, pair.need);
        QCOMPARE(stored.offer, pair.offer);
        QCOMPARE(stored.host, pair.ruth);
        QCOMPARE(stored.topic, std::string("fractions"));
        QCOMPARE(*stored.followUp, kToday.addDays(actions::kDaysToFollowUp));
        QVERIFY(pair.page().found.list.empty()); // within 30 days, and introduced
        got(pair.office.workspace().undo());
        QCOMPARE(pair.office.digest(), before);
        QCOMPARE(pair.page().found.list.size(), std::size_t{1});
    }
    void aSecondOpenOneOfTheSameTwo_isRefused()
    {
        Pair pair;
        const IntroductionId id = pair.proposed();
        Introduction again = pair.stored(id);
        again.id = {};
        std::swap(again.a, again.b);
        const auto propose = [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::propose(records, again));
            return {};
        };
        const auto refused = pair.write(propose);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::duplicateTie);
        QCOMPARE(refused.error().args, (std::vector<std::string>{"Luis Vega", "Ana Ruiz"}));
        got(pair.move(id, IntroductionState::lapsed));
        QVERIFY(pair.write(propose));
    }
    void whatCannotBe_isRefused()
    {
        Pair pair;
        Introduction record;
        record.a = record.b = pair.ana;
        record.proposed = kToday;
        const auto error = [&] {
            const auto result = pair.write([&](store::Records& records) -> Result<> {
                WEAVEMAP_TRY(actions::propose(records, record));
                return {};
            });
            return result ? Error() : result.error();
        };
        QCOMPARE(error().code, ErrorCode::sameEnds);
        record.b = PersonId{12345};
        QCOMPARE(error().code, ErrorCode::notFound);
        record.b = pair.luis;
        record.host = pair.luis;
        QCOMPARE(error().args.front(), std::string("host"));
        record.host = {};
        got(pair.write([&](store::Records& r) { return actions::keepApart(r, pair.luis, pair.ana, "a quarrel"); }));
        QCOMPARE(error().args.front(), std::string("apart"));
    }
    void keptApart_theyAreNeverSuggested_andTwiceIsOnce()
    {
        Pair pair;
        const auto apart = [&](PersonId a, PersonId b) {
            return pair.write([&](store::Records& records) { return actions::keepApart(records, a, b, {}); });
        };
        QVERIFY(apart(pair.ana, pair.luis));
        QVERIFY(apart(pair.luis, pair.ana));
        QCOMPARE(got(pair.office.records().introductions.apartPairs()).size(), std::size_t{1});
        QVERIFY(pair.page().found.list.empty());
        QVERIFY(!apart(pair.ana, pair.ana));
    }
    void putAside_theyComeBackAfterAYear()
    {
        Pair pair;
        const Suggestion one = pair.first();
        got(pair.write([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::putAside(records, one, kToday));
            return {};
        }));
        QVERIFY(pair.page().found.list.empty());
        QVERIFY(pair.page({}, kToday.addMonths(12).addDays(-1)).found.list.empty());
        QCOMPARE(pair.page({}, kToday.addMonths(12)).found.list.size(), std::size_t{1});
    }
    void movingOn_writesASteps_andBackAgain()
    {
        Pair pair;
        const IntroductionId id = pair.proposed();
        got(pair.move(id, IntroductionState::made, kToday.addDays(3)));
        got(pair.move(id, IntroductionState::made, kToday.addDays(4))); // nothing new
        const std::string before = pair.office.digest();
        got(pair.move(id, IntroductionState::met, kToday.addDays(9)));
        const auto cards = got(actions::readIntroductions(pair.office.records(), kToday.addDays(9), {}));
        QCOMPARE(cards.size(), std::size_t{1});
        QCOMPARE(cards[0].steps.size(), std::size_t{3});
        QCOMPARE(cards[0].since, kToday.addDays(9));
        QCOMPARE(cards[0].need.text, std::string("a set of fraction tasks"));
        QCOMPARE(cards[0].host, std::string("Ruth Adler"));
        QVERIFY(!cards[0].isDue);
        got(pair.office.workspace().undo());
        QCOMPARE(pair.office.digest(), before);
        QCOMPARE(pair.move(IntroductionId{7}, IntroductionState::met).error().code, ErrorCode::notFound);
    }
    void followUp_isDueFromItsDayOn_whileItIsOpen()
    {
        Pair pair;
        const IntroductionId id = pair.proposed();
        const auto isDue = [&](int days) {
            return got(actions::readIntroductions(pair.office.records(), kToday.addDays(days), {})).front().isDue;
        };
        QVERIFY(!isDue(13));
        QVERIFY(isDue(14));
        got(pair.move(id, IntroductionState::declined));
        QVERIFY(!isDue(14));
    }
    void whoMet_getsATieWithTheIntroductionAsEvidence()
    {
        Pair pair;
        const IntroductionId id = pair.proposed();
        const auto record = [&] {
            return pair.write([&](store::Records& records) -> Result<> {
                WEAVEMAP_TRY(actions::recordTie(records, id, kToday));
                return {};
            });
        };
        QCOMPARE(record().error().code, ErrorCode::invalidArgument);
        got(pair.move(id, IntroductionState::met));
        QVERIFY(!got(actions::tieOf(pair.office.records(), pair.stored(id))).tie);
        const std::string before = pair.office.digest();
        got(record());
        const auto known = got(actions::tieOf(pair.office.records(), pair.stored(id)));
        QVERIFY(known.isRecorded);
        const Tie tie = *got(pair.office.records().ties.find(known.tie));
        QCOMPARE(tie.depth, TieDepth::talked);
        QCOMPARE(tie.origin, TieOrigin::introduction);
        const auto evidence = got(pair.office.records().ties.evidence(tie.id));
        QCOMPARE(evidence.size(), std::size_t{1});
        QCOMPARE(evidence.front().introduction, id);
        got(pair.office.workspace().undo());
        QCOMPARE(pair.office.digest(), before);
    }
    void whoWorksTogether_hasADeeperTie()
    {
        Pair pair;
        const IntroductionId id = pair.proposed();
        got(pair.move(id, IntroductionState::working));
        got(pair.write([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::recordTie(records, id, kToday));
            return {};
        }));
        const Tie tie = *got(pair.office.records().ties.between(pair.ana, pair.luis));
        QCOMPARE(tie.depth, TieDepth::exchange);
        QCOMPARE(tie.collaboration, Collaboration::now);
    }
    void aDayToAskThatHasCome_isSetAnewByTheNextState()
    {
        Pair pair;
        const IntroductionId id = pair.proposed();
        const Date first = kToday.addDays(actions::kDaysToFollowUp);
        got(pair.move(id, IntroductionState::agreed, first.addDays(-1)));
        QCOMPARE(pair.stored(id).followUp, std::optional(first)); // it is still to come
        got(pair.move(id, IntroductionState::made, first));
        const Date second = first.addDays(actions::kDaysToFollowUp);
        QCOMPARE(pair.stored(id).followUp, std::optional(second));
        Introduction chosen = pair.stored(id);
        chosen.state = IntroductionState::replied;
        chosen.followUp = second.addDays(1); // by hand
        got(pair.write([&](store::Records& records) {
            return actions::changeIntroduction(records, chosen, second.addDays(9), {});
        }));
        QCOMPARE(pair.stored(id).followUp, chosen.followUp);
        chosen.outcome = "They wrote."; // no other state
        got(pair.write([&](store::Records& records) {
            return actions::changeIntroduction(records, chosen, second.addDays(9), {});
        }));
        QCOMPARE(pair.stored(id).followUp, chosen.followUp);
        got(pair.move(id, IntroductionState::declined, second.addDays(9)));
        QCOMPARE(pair.stored(id).followUp, chosen.followUp); // it is over
    }
    void aWishOfAMember_isGrantedOnceItIsMade()
    {
        Pair pair;
        NoteItem wish;
        wish.conversation = pair.anasCall;
        wish.person = pair.ana;
        wish.other = pair.luis;
        wish.kind = NoteItemKind::introduction;
        wish.state = NoteItemState::asked;
        got(pair.write([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(wish.id, records.conversations.insert(wish));
            return {};
        }));
        QCOMPARE(pair.first().lens, Lens::memberAsked);
        const IntroductionId id = pair.proposed();
        const auto state = [&] {
            const auto items = got(pair.office.records().conversations.items(pair.anasCall));
            return std::find_if(items.begin(), items.end(), [&](const NoteItem& item) { return item.id == wish.id; })
                ->state;
        };
        QCOMPARE(state(), NoteItemState::asked);
        got(pair.move(id, IntroductionState::made));
        QCOMPARE(state(), NoteItemState::made);
        got(pair.move(id, IntroductionState::declined));
        QCOMPARE(state(), NoteItemState::asked);
    }
};

QTEST_APPLESS_MAIN(TestIntroductions)
#include "tst_introductions.moc"
