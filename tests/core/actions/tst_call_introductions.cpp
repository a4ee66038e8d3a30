// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Calls.h"
#include "core/actions/CallIntroductions.h"
#include "core/actions/Introductions.h"

using namespace actionstest;

namespace {

/// A call with Ana in which introductions are wanted.
struct Desk : Calls
{
    PersonId ruth = add("Ruth Meyer", PersonKind::staff), tom = add("Tom Abel", PersonKind::staff);

    static NoteItem wish(PersonId a, PersonId b, const char* topic = "")
    {
        NoteItem line;
        line.kind = NoteItemKind::introduction;
        line.state = NoteItemState::asked;
        line.person = a;
        line.other = b;
        line.topic = topic;
        return line;
    }
    actions::CallDraft draft(const std::vector<NoteItem>& items, int daysAgo = 2)
    {
        actions::CallDraft made;
        made.conversation.when = moment(kToday.addDays(-daysAgo));
        made.conversation.participants = {ana};
        made.conversation.staff = ruth;
        made.conversation.text = "We talked.";
        made.items = items;
        return made;
    }
    actions::StoredCall store(const std::vector<NoteItem>& items) { return got(put(draft(items))); }
    /// The stored call as the page opens it.
    actions::CallDraft again(ConversationId id)
    {
        auto made = opened(id);
        made.items = got(records().conversations.items(id));
        return made;
    }
    std::vector<Introduction> board() { return got(records().introductions.all()); }
    void keepApart(PersonId a, PersonId b)
    {
        got(change([&](weavemap::store::Records& records) { return actions::keepApart(records, a, b, "A quarrel."); }));
    }
    void write(const Introduction& introduction)
    {
        got(change([&](weavemap::store::Records& records) {
            return actions::changeIntroduction(records, introduction, kToday, {});
        }));
    }
    IntroductionId propose(PersonId a, PersonId b, Confidentiality level = Confidentiality::staff, PersonId host = {})
    {
        Introduction made;
        made.a = a;
        made.b = b;
        made.host = host;
        made.proposed = kToday.addDays(-9);
        made.confidentiality = level;
        IntroductionId id;
        got(change([&](weavemap::store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, actions::propose(records, made));
            return {};
        }));
        return id;
    }
};

} // namespace

/// What a call asks for comes to the board of introductions, and follows the call.
class TestCallIntroductions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wish_isProposedAndLeadsToItsLineAndCall()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben, "fractions")});
        QCOMPARE(stored.introductions.size(), std::size_t{1});
        const auto board = desk.board();
        QCOMPARE(board.size(), std::size_t{1});
        const Introduction& made = board.front();
        QCOMPARE(made.id, stored.introductions.front());
        QVERIFY(made.concerns(desk.ana) && made.concerns(desk.ben));
        QCOMPARE(made.state, IntroductionState::proposed);
        QCOMPARE(made.reason, IntroductionReason::memberAsked);
        QCOMPARE(made.proposed, kToday.addDays(-2));
        QCOMPARE(made.followUp, std::optional(kToday.addDays(actions::kDaysToFollowUp - 2)));
        QCOMPARE(made.conversation, stored.conversation);
        QCOMPARE(made.need, stored.items.front());
        QCOMPARE(made.topic, std::string("fractions"));
        QVERIFY(made.why.empty() && !made.host);
        QCOMPARE(made.confidentiality, Confidentiality::staff);
    }

    void undone_nothingOfItIsLeft()
    {
        Desk desk;
        const std::string before = desk.digest();
        desk.store({Desk::wish(desk.ana, desk.ben), Desk::wish(desk.ana, desk.cy)});
        QCOMPARE(desk.board().size(), std::size_t{2});
        QVERIFY(desk.digest() != before);
        got(desk.workspace().undo());
        QCOMPARE(desk.digest(), before);
    }

    void newcomer_isIntroducedUnderTheirNewId()
    {
        Desk desk;
        auto draft = desk.draft({Desk::wish(desk.ana, actions::newPersonRef(0))});
        Person kirsten;
        kirsten.name = "Kirsten Oyelaran";
        draft.newPeople.push_back(kirsten);
        const auto stored = got(desk.put(draft));
        QVERIFY(desk.board().front().concerns(stored.newPeople.front()));
    }

    void linesThatNameNotTwo_orAreGranted_makeNone()
    {
        Desk desk;
        NoteItem granted = Desk::wish(desk.ana, desk.ben);
        granted.state = NoteItemState::made;
        NoteItem need = Desk::wish(desk.ana, desk.ben);
        need.kind = NoteItemKind::need;
        need.state = NoteItemState::open;
        need.text = "a mentor";
        const auto stored = desk.store(
            {Desk::wish(desk.ana, {}), Desk::wish({}, desk.ben), Desk::wish(desk.ana, desk.ana), granted, need});
        QVERIFY(stored.introductions.empty());
        QVERIFY(desk.board().empty());
    }

    void openIntroductionOfTheTwo_isTheOne()
    {
        Desk desk;
        const IntroductionId known = desk.propose(desk.ben, desk.ana);
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben), Desk::wish(desk.ana, desk.ben)});
        QVERIFY(stored.introductions.empty());
        QCOMPARE(desk.board().size(), std::size_t{1});
        const auto line = got(desk.records().conversations.items(stored.conversation)).front();
        QCOMPARE(got(actions::introductionFor(desk.records(), line))->id, known);
    }

    void twiceInOneCall_isOne()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben), Desk::wish(desk.ben, desk.ana)});
        QCOMPARE(stored.introductions.size(), std::size_t{1});
    }

    void openOneThatIsOnlyAnothers_isNotDoubled()
    {
        Desk desk;
        desk.propose(desk.ana, desk.ben, Confidentiality::onlyMe, desk.tom);
        QVERIFY(desk.store({Desk::wish(desk.ana, desk.ben)}).introductions.empty());
        QCOMPARE(desk.board().size(), std::size_t{1});
    }

    void endedIntroduction_isProposedAnew()
    {
        Desk desk;
        const auto first = desk.store({Desk::wish(desk.ana, desk.ben)});
        Introduction ended = desk.board().front();
        ended.state = IntroductionState::declined;
        desk.write(ended);
        const auto second = desk.store({Desk::wish(desk.ana, desk.ben)});
        QCOMPARE(second.introductions.size(), std::size_t{1});
        QVERIFY(second.introductions != first.introductions);
    }

    void keptApart_nothingOfTheCallIsStored()
    {
        Desk desk;
        desk.keepApart(desk.ben, desk.ana);
        const std::string before = desk.digest();
        const auto refused = desk.put(desk.draft({Desk::wish(desk.ana, desk.ben)}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::invalidArgument);
        QCOMPARE(refused.error().args, (std::vector<std::string>{"apart", "Ana Ruiz", "Ben Okafor"}));
        QCOMPARE(desk.digest(), before);
        QVERIFY(got(actions::standingOf(desk.records(), desk.ana, desk.ben)).isApart);
        QVERIFY(!got(actions::standingOf(desk.records(), desk.ana, desk.cy)).isApart);
    }

    void privateCall_makesAPrivateIntroductionWithoutTopic()
    {
        Desk desk;
        auto draft = desk.draft({Desk::wish(desk.ana, desk.ben, "canary")});
        draft.conversation.confidentiality = Confidentiality::onlyMe;
        got(desk.put(draft));
        QCOMPARE(desk.board().front().confidentiality, Confidentiality::onlyMe);
        QVERIFY(desk.board().front().topic.empty());
        const store::AudienceRecords toms(desk.records(), store::Audience::office(desk.tom));
        QVERIFY(got(toms.introductions()).empty());
        const store::AudienceRecords ruths(desk.records(), store::Audience::office(desk.ruth));
        QCOMPARE(got(ruths.introductions()).size(), std::size_t{1});
    }

    void lineLeftOut_takesAnUntouchedOneAlong()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben), Desk::wish(desk.ana, desk.cy)});
        auto draft = desk.again(stored.conversation);
        draft.items.erase(draft.items.begin());
        got(desk.put(draft));
        QCOMPARE(desk.board().size(), std::size_t{1});
        QVERIFY(desk.board().front().concerns(desk.cy));
    }

    void lineLeftOut_leavesWhatSomebodyWorkedOn()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        Introduction agreed = desk.board().front();
        agreed.consentA = IntroductionConsent::yes;
        desk.write(agreed);
        auto draft = desk.again(stored.conversation);
        draft.items.clear();
        got(desk.put(draft));
        QCOMPARE(desk.board().size(), std::size_t{1});
        QVERIFY(!desk.board().front().need);
        QCOMPARE(desk.board().front().conversation, stored.conversation);
    }

    void openedAndStoredAsItIs_nothingIsWritten()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben, "fractions")});
        const auto steps = desk.steps();
        got(desk.put(desk.again(stored.conversation)));
        QCOMPARE(desk.steps(), steps);
    }

    void otherPerson_untouchedOneGivesWayToANewOne()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        auto draft = desk.again(stored.conversation);
        draft.items.front().other = desk.cy;
        QCOMPARE(got(desk.put(draft)).introductions.size(), std::size_t{1});
        const auto board = desk.board();
        QCOMPARE(board.size(), std::size_t{1});
        QVERIFY(board.front().concerns(desk.cy));
        QCOMPARE(board.front().need, stored.items.front());
    }

    void otherPerson_whatSomebodyWorkedOnStaysWithoutTheLine()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        Introduction hosted = desk.board().front();
        hosted.host = desk.ruth;
        desk.write(hosted);
        auto draft = desk.again(stored.conversation);
        draft.items.front().other = desk.cy;
        got(desk.put(draft));
        const auto board = desk.board();
        QCOMPARE(board.size(), std::size_t{2});
        QVERIFY(board[0].concerns(desk.ben) && !board[0].need);
        QVERIFY(board[1].concerns(desk.cy));
        QCOMPARE(board[1].need, stored.items.front());
    }

    void otherTopicOrLevel_untouchedOneFollows()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben, "fractions")});
        const IntroductionId id = desk.board().front().id;
        auto draft = desk.again(stored.conversation);
        draft.items.front().topic = "robotics";
        got(desk.put(draft));
        QCOMPARE(desk.board().front().topic, std::string("robotics"));
        draft = desk.again(stored.conversation);
        draft.conversation.confidentiality = Confidentiality::onlyMe;
        got(desk.put(draft, desk.ruth));
        QCOMPARE(desk.board().front().confidentiality, Confidentiality::onlyMe);
        QCOMPARE(desk.board().front().id, id);
        QCOMPARE(got(desk.records().introductions.steps(id)).size(), std::size_t{1});
    }

    void granted_isSaidByTheBoard()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        auto opened = desk.again(stored.conversation); // still says: asked for
        Introduction made = desk.board().front();
        made.state = IntroductionState::made;
        desk.write(made);
        opened.conversation.text = "We talked for long.";
        got(desk.put(opened));
        QCOMPARE(got(desk.records().conversations.items(stored.conversation)).front().state, NoteItemState::made);
        QCOMPARE(desk.board().front().state, IntroductionState::made);
    }

    void declinedOnTheBoard_isNotProposedAgainByAnotherChange()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        Introduction ended = desk.board().front();
        ended.state = IntroductionState::lapsed;
        desk.write(ended);
        auto draft = desk.again(stored.conversation);
        draft.conversation.text = "More words.";
        got(desk.put(draft));
        QCOMPARE(desk.board().size(), std::size_t{1});
    }

    void wishOfAnEarlierVersion_isProposedWhenItsPeopleChange()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        got(desk.change(
            [&](weavemap::store::Records& records) { return records.introductions.remove(desk.board().front().id); }));
        auto draft = desk.again(stored.conversation);
        got(desk.put(draft));
        QVERIFY(desk.board().empty());
        draft.items.front().other = desk.cy;
        got(desk.put(draft));
        QCOMPARE(desk.board().size(), std::size_t{1});
    }

    void callDeleted_introductionStaysOnTheBoard()
    {
        Desk desk;
        const auto stored = desk.store({Desk::wish(desk.ana, desk.ben)});
        const auto opened = desk.again(stored.conversation);
        got(desk.change(
            [&](weavemap::store::Records& records) { return records.conversations.remove(stored.conversation); }));
        QCOMPARE(desk.board().size(), std::size_t{1});
        QVERIFY(!desk.board().front().conversation && !desk.board().front().need);
        // The call comes back from its page, and finds it there.
        got(desk.put(opened));
        QCOMPARE(desk.board().size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestCallIntroductions)
#include "tst_call_introductions.moc"
