// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <QTest>

#include "Calls.h"

using namespace actionstest;
using Kind = EvidenceKind;

/// The ties that a stored call has on record, corrected with the call.
class TestCallTies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callWithoutTies_hasNone()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {});
        QVERIFY(calls.opened(id).changedTies.empty());
    }

    void sameAgain_writesNothing()
    {
        Calls calls;
        auto odd = directed(calls.ben, calls.ana, OverlayKind::names, "#kept as it is ");
        odd.heardFrom = calls.cy;
        auto seen = between(calls.ana, calls.cy);
        seen.evidence = Kind::seenTogether;
        const ConversationId id = calls.call(calls.ana, {odd, seen, between(calls.ben, calls.cy)});
        const auto steps = calls.steps();
        const auto draft = calls.opened(id);
        QCOMPARE(draft.changedTies.size(), std::size_t{3});
        QCOMPARE(draft.changedTies[0].recorded.said.a, calls.ben); // as the direction goes
        QCOMPARE(draft.changedTies[0].recorded.said.topic, std::string("#kept as it is "));
        QCOMPARE(draft.changedTies[1].recorded.said.heardFrom, PersonId{});
        got(calls.put(draft));
        QCOMPARE(calls.steps(), steps);
    }

    void participant_standsFirst()
    {
        Calls calls;
        const auto said = calls.opened(calls.call(calls.ben, {between(calls.ana, calls.ben)})).changedTies[0].now;
        QCOMPARE(said.a, calls.ben);
        QCOMPARE(said.b, calls.ana);
    }

    void corrected_alsoToLessAsOneStep()
    {
        Calls calls;
        auto close = between(calls.ana, calls.ben, TieDepth::rely);
        close.contact = TieContact::weekly;
        close.collaboration = Collaboration::now;
        const ConversationId id = calls.call(calls.ana, {close});
        const std::string before = calls.digest();
        const auto evidence = calls.evidence(calls.tieBetween(calls.ana, calls.ben).id);
        auto draft = calls.opened(id);
        draft.conversation.text = "We talked about less.";
        draft.changedTies[0].now.depth = TieDepth::aware;
        draft.changedTies[0].now.contact = TieContact::unknown;
        draft.changedTies[0].now.collaboration = Collaboration::never;
        const auto steps = calls.steps();
        got(calls.put(draft));
        QCOMPARE(calls.steps(), steps + 1);
        const Tie tie = calls.tieBetween(calls.ana, calls.ben);
        QCOMPARE(tie.depth, TieDepth::aware);
        QCOMPARE(tie.contact, TieContact::unknown);
        QCOMPARE(tie.collaboration, Collaboration::never);
        QCOMPARE(calls.evidence(tie.id), evidence);
        const std::string after = calls.digest();
        got(calls.workspace().undo());
        QCOMPARE(calls.digest(), before);
        got(calls.workspace().redo());
        QCOMPARE(calls.digest(), after);
    }

    void whatAnotherCallSaidMeanwhile_isNotWrittenOver()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben, TieDepth::talked)}, 3);
        auto draft = calls.opened(id);
        draft.changedTies[0].now.contact = TieContact::monthly;
        calls.call(calls.ben, {between(calls.ana, calls.ben, TieDepth::rely)});
        got(calls.put(draft));
        const Tie tie = calls.tieBetween(calls.ana, calls.ben);
        QCOMPARE(tie.depth, TieDepth::rely);
        QCOMPARE(tie.contact, TieContact::monthly);
        QCOMPARE(tie.lastConfirmed, std::optional(kToday));
    }

    void direction_isChangedAddedAndTakenAway()
    {
        Calls calls;
        const ConversationId id =
            calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice, "grants")});
        const TieId tie = calls.tieBetween(calls.ana, calls.ben).id;
        const OverlayId row = calls.overlays(tie).front().id;
        auto draft = calls.opened(id);
        draft.changedTies[0].now = directed(calls.ben, calls.ana, OverlayKind::learnedFrom, "\u5B66\u6821");
        got(calls.put(draft));
        auto overlays = calls.overlays(tie);
        QCOMPARE(overlays.size(), std::size_t{1});
        QCOMPARE(overlays[0].id, row);
        QCOMPARE(overlays[0].from, calls.ben);
        QCOMPARE(overlays[0].kind, OverlayKind::learnedFrom);
        QCOMPARE(overlays[0].topic, std::string("\u5B66\u6821"));
        draft = calls.opened(id);
        draft.changedTies[0].now.overlay.reset();
        got(calls.put(draft));
        QVERIFY(calls.overlays(tie).empty());
        draft = calls.opened(id);
        draft.changedTies[0].now.overlay = OverlayKind::introduced;
        got(calls.put(draft));
        QCOMPARE(calls.overlays(tie).size(), std::size_t{1});
        QCOMPARE(calls.opened(id).changedTies[0].recorded.direction, calls.overlays(tie).front().id);
        QCOMPARE(calls.evidence(tie).size(), std::size_t{1});
    }

    void directionThatStandsAlready_isNotStatedTwice()
    {
        Calls calls;
        const auto advice = directed(calls.ana, calls.ben, OverlayKind::advice);
        const ConversationId id = calls.call(calls.ana, {directed(calls.ben, calls.ana, OverlayKind::introduced)});
        calls.call(calls.ana, {advice});
        auto draft = calls.opened(id);
        draft.changedTies[0].now = advice;
        got(calls.put(draft));
        const auto overlays = calls.overlays(calls.tieBetween(calls.ana, calls.ben).id);
        QCOMPARE(overlays.size(), std::size_t{1});
        QCOMPARE(overlays[0].kind, OverlayKind::advice);
    }

    void directionsOfSeveralCalls_areEachTheirOwn()
    {
        Calls calls;
        const ConversationId first = calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice)}, 2);
        const ConversationId silent = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 1);
        const ConversationId last = calls.call(calls.ben, {directed(calls.ben, calls.ana, OverlayKind::learnedFrom)});
        const auto kind = [&](ConversationId id) { return calls.opened(id).changedTies[0].now.overlay; };
        QCOMPARE(kind(first), std::optional(OverlayKind::advice));
        QVERIFY(!kind(silent));
        QCOMPARE(kind(last), std::optional(OverlayKind::learnedFrom));
        calls.takeOut(first);
        const auto left = calls.overlays(calls.tieBetween(calls.ana, calls.ben).id);
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left[0].kind, OverlayKind::learnedFrom);
        // The only one that is left is shown by all, and leaves with its own call alone.
        QCOMPARE(kind(silent), std::optional(OverlayKind::learnedFrom));
        QVERIFY(!calls.opened(silent).changedTies[0].recorded.direction);
        calls.takeOut(silent);
        QCOMPARE(calls.overlays(calls.tieBetween(calls.ana, calls.ben).id), left);
    }

    void directionOfAnotherCall_isNeitherChangedNorTakenAway()
    {
        Calls calls;
        const ConversationId first = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 1);
        calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice, "grants")});
        const TieId tie = calls.tieBetween(calls.ana, calls.ben).id;
        const auto stated = calls.overlays(tie);
        auto draft = calls.opened(first);
        QCOMPARE(draft.changedTies[0].now.overlay, std::optional(OverlayKind::advice));
        draft.changedTies[0].now.overlay.reset();
        draft.changedTies[0].now.topic.clear();
        got(calls.put(draft));
        QCOMPARE(calls.overlays(tie), stated);
        // Nor by a draft that takes it for its own.
        draft.changedTies[0].recorded.direction = stated.front().id;
        got(calls.put(draft));
        QCOMPARE(calls.overlays(tie), stated);
        draft = calls.opened(first);
        draft.changedTies[0].now.overlay = OverlayKind::learnedFrom;
        got(calls.put(draft));
        const auto both = calls.overlays(tie);
        QCOMPARE(both.size(), std::size_t{2});
        QCOMPARE(both[0], stated[0]);
        QCOMPARE(both[1].kind, OverlayKind::learnedFrom);
    }

    void whoSaidSo_isCorrectedWithWhatRestsOnIt()
    {
        Calls calls;
        const ConversationId first = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 1);
        const ConversationId second = calls.call(calls.ben, {between(calls.ana, calls.ben)});
        const TieId tie = calls.tieBetween(calls.ana, calls.ben).id;
        QCOMPARE(calls.evidence(tie)[1].kind, Kind::bothSaid);
        QCOMPARE(calls.opened(second).changedTies[0].now.evidence, Kind::oneSaid);
        auto draft = calls.opened(first);
        draft.changedTies[0].now.heardFrom = calls.cy;
        got(calls.put(draft));
        QCOMPARE(calls.evidence(tie)[0].heardFrom, calls.cy);
        QCOMPARE(calls.evidence(tie)[0].kind, Kind::oneSaid);
        QCOMPARE(calls.evidence(tie)[1].kind, Kind::oneSaid);
        draft = calls.opened(first);
        draft.changedTies[0].now.heardFrom = calls.ana;
        got(calls.put(draft));
        QCOMPARE(calls.evidence(tie)[1].kind, Kind::bothSaid);
        draft = calls.opened(first);
        draft.changedTies[0].now.evidence = Kind::staffGuess;
        draft.changedTies[0].now.heardFrom = {};
        got(calls.put(draft));
        QCOMPARE(calls.evidence(tie)[0].kind, Kind::staffGuess);
        QCOMPARE(calls.evidence(tie)[0].heardFrom, calls.ana); // who took part
        QCOMPARE(calls.evidence(tie)[1].kind, Kind::oneSaid);
    }

    void otherEnds_areAnotherTie()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben, TieDepth::rely)});
        auto draft = calls.opened(id);
        Person sam;
        sam.name = "Sam";
        draft.newPeople = {sam};
        draft.changedTies[0].now.b = actions::newPersonRef(0);
        const auto stored = got(calls.put(draft));
        QVERIFY(!calls.isTied(calls.ana, calls.ben));
        const Tie tie = calls.tieBetween(calls.ana, stored.newPeople.front());
        QCOMPARE(tie.depth, TieDepth::rely);
        QCOMPARE(calls.evidence(tie.id).front().conversation, id);
        // Both ends turned are the same tie.
        draft = calls.opened(id);
        std::swap(draft.changedTies[0].now.a, draft.changedTies[0].now.b);
        const auto steps = calls.steps();
        got(calls.put(draft));
        QCOMPARE(calls.steps(), steps);
    }

    void otherEnds_getNoWordsOfOtherCalls()
    {
        Calls calls;
        const ConversationId first = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 1);
        auto close = directed(calls.ana, calls.ben, OverlayKind::advice, "grants");
        close.depth = TieDepth::rely;
        close.contact = TieContact::weekly;
        close.collaboration = Collaboration::now;
        calls.call(calls.ana, {close});
        const Tie stays = calls.tieBetween(calls.ana, calls.ben);
        const auto opened = calls.opened(first);
        const auto moved = [&](const auto& change) {
            auto draft = opened;
            draft.changedTies[0].now.b = calls.cy;
            change(draft.changedTies[0].now);
            got(calls.put(draft));
            return calls.tieBetween(calls.ana, calls.cy);
        };
        const Tie plain = moved([](actions::MentionedTie&) {});
        QCOMPARE(plain.depth, TieDepth::exchange);
        QCOMPARE(plain.contact, TieContact::unknown);
        QCOMPARE(plain.collaboration, Collaboration::never);
        QVERIFY(calls.overlays(plain.id).empty());
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben).depth, stays.depth);
        QCOMPARE(calls.overlays(stays.id).size(), std::size_t{1});
        got(calls.workspace().undo());
        // What was changed was said here.
        const Tie changed = moved([](actions::MentionedTie& now) {
            now.depth = TieDepth::talked;
            now.contact = TieContact::yearly;
            now.collaboration = Collaboration::past;
            now.overlay = OverlayKind::learnedFrom;
        });
        QCOMPARE(changed.depth, TieDepth::talked);
        QCOMPARE(changed.contact, TieContact::yearly);
        QCOMPARE(changed.collaboration, Collaboration::past);
        QCOMPARE(calls.overlays(changed.id).size(), std::size_t{1});
        QCOMPARE(calls.overlays(changed.id)[0].kind, OverlayKind::learnedFrom);
        got(calls.workspace().undo());
        // So was the same direction the other way round.
        const Tie turned = moved([](actions::MentionedTie& now) { std::swap(now.a, now.b); });
        QCOMPARE(calls.overlays(turned.id).size(), std::size_t{1});
        QCOMPARE(calls.overlays(turned.id)[0].from, calls.cy);
    }

    void otherEnds_ofATieThatWasKnownForLess_areNotCloser()
    {
        Calls calls;
        const ConversationId first = calls.call(calls.ana, {between(calls.ana, calls.ben, TieDepth::aware)}, 1);
        calls.call(calls.ben, {between(calls.ana, calls.ben, TieDepth::aware)});
        auto draft = calls.opened(first);
        draft.changedTies[0].now.b = calls.cy;
        got(calls.put(draft));
        QCOMPARE(calls.tieBetween(calls.ana, calls.cy).depth, TieDepth::aware);
    }

    void otherEnds_takeTheDirectionOfTheirOwnCall()
    {
        Calls calls;
        const ConversationId id =
            calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice, "grants")}, 1);
        calls.call(calls.ben, {between(calls.ana, calls.ben)});
        const TieId before = calls.tieBetween(calls.ana, calls.ben).id;
        auto draft = calls.opened(id);
        QVERIFY(!draft.changedTies[0].recorded.isAlone);
        draft.changedTies[0].now.b = calls.cy;
        got(calls.put(draft));
        const auto carried = calls.overlays(calls.tieBetween(calls.ana, calls.cy).id);
        QCOMPARE(carried.size(), std::size_t{1});
        QCOMPARE(carried[0].topic, std::string("grants"));
        QVERIFY(calls.overlays(before).empty());
    }

    void dayOfTheCall_movesItsEvidenceAndWhatRestsOnIt()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 3);
        const std::string before = calls.digest();
        const auto moveTo = [&](int daysAgo) {
            auto draft = calls.opened(id);
            draft.conversation.when = moment(kToday.addDays(-daysAgo));
            got(calls.put(draft));
            const Tie tie = calls.tieBetween(calls.ana, calls.ben);
            return std::pair(tie.firstSeen, tie.lastConfirmed);
        };
        const auto ago = [](int days) { return std::optional(kToday.addDays(-days)); };
        QCOMPARE(moveTo(9), std::pair(ago(9), ago(9)));
        QCOMPARE(got(calls.records().ties.evidence(id)).front().on, ago(9));
        got(calls.workspace().undo());
        QCOMPARE(calls.digest(), before);
        QCOMPARE(moveTo(1), std::pair(ago(1), ago(1)));
        // Another call told of it as well: only what rests on this one moves.
        calls.call(calls.ben, {between(calls.ana, calls.ben)}, 5);
        QCOMPARE(moveTo(4), std::pair(ago(5), ago(4)));
        QCOMPARE(moveTo(8), std::pair(ago(8), ago(5)));
        QCOMPARE(moveTo(2), std::pair(ago(5), ago(2)));
        Tie tie = calls.tieBetween(calls.ana, calls.ben);
        tie.firstSeen = ago(400); // by hand
        got(calls.change([&](store::Records& records) { return records.ties.update(tie); }));
        QCOMPARE(moveTo(7), std::pair(ago(400), ago(5)));
        // Another hour of the day is no other day.
        auto draft = calls.opened(id);
        draft.conversation.when = Instant::atLocal(kToday.addDays(-7), 8, 0, 0);
        const auto evidence = got(calls.records().ties.evidence(id));
        got(calls.put(draft));
        QCOMPARE(got(calls.records().ties.evidence(id)), evidence);
    }

    void wrongReference_changesNothing()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben)});
        const std::string before = calls.digest();
        auto draft = calls.opened(id);
        draft.changedTies[0].now.b = actions::newPersonRef(3);
        QCOMPARE(calls.put(draft).error().code, ErrorCode::notFound);
        draft.changedTies[0].now.b = draft.changedTies[0].now.a;
        QCOMPARE(calls.put(draft).error().code, ErrorCode::sameEnds);
        QCOMPARE(calls.digest(), before);
    }
};

QTEST_GUILESS_MAIN(TestCallTies)
#include "tst_call_ties.moc"
