// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <QTest>

#include "Calls.h"

using namespace actionstest;
using Kind = EvidenceKind;

/// The ties that a stored call has on record, taken out of it, or lost meanwhile.
class TestTiesTakenOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takenOut_tieThatNothingElseTellsOfGoesWithIt()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice),
                                                         between(calls.ana, calls.cy, TieDepth::rely)});
        QVERIFY(calls.opened(id).changedTies[0].recorded.isAlone);
        const std::string before = calls.digest();
        const auto steps = calls.steps();
        calls.takeOut(id);
        QCOMPARE(calls.steps(), steps + 1);
        QVERIFY(!calls.isTied(calls.ana, calls.ben));
        QVERIFY(calls.isTied(calls.ana, calls.cy));
        QCOMPARE(got(calls.records().ties.evidence(id)).size(), std::size_t{1});
        QVERIFY(got(calls.records().ties.overlays()).empty());
        QVERIFY(got(calls.workspace().check()).ok);
        got(calls.workspace().undo());
        QCOMPARE(calls.digest(), before);
    }

    void takenOut_tieThatAnotherCallTellsOfStays()
    {
        Calls calls;
        const ConversationId older = calls.call(calls.ben, {between(calls.ana, calls.ben, TieDepth::talked)}, 400);
        const ConversationId wrong = calls.call(calls.ana, {between(calls.ana, calls.ben, TieDepth::rely)}, 3);
        const ConversationId newer = calls.call(calls.ben, {between(calls.ana, calls.ben)}, 1);
        QVERIFY(!calls.opened(wrong).changedTies[0].recorded.isAlone);
        const TieId tie = calls.tieBetween(calls.ana, calls.ben).id;
        QCOMPARE(calls.evidence(tie)[2].kind, Kind::bothSaid);
        const std::string before = calls.digest();
        calls.takeOut(wrong);
        QCOMPARE(calls.evidence(tie).size(), std::size_t{2});
        QCOMPARE(calls.evidence(tie)[1].kind, Kind::oneSaid); // Ana has said nothing by now
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben).depth, TieDepth::rely);
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben).lastConfirmed, std::optional(kToday.addDays(-1)));
        got(calls.workspace().undo());
        QCOMPARE(calls.digest(), before);
        got(calls.workspace().redo());
        calls.takeOut(newer);
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben).lastConfirmed, std::optional(kToday.addDays(-400)));
        calls.takeOut(older);
        QVERIFY(!calls.isTied(calls.ana, calls.ben));
    }

    void takenOut_oldestLeavesTheTieYounger()
    {
        Calls calls;
        const ConversationId older = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 9);
        calls.call(calls.ana, {between(calls.ana, calls.ben)}, 4);
        calls.takeOut(older);
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben).firstSeen, std::optional(kToday.addDays(-4)));
    }

    void takenOut_datesSetByHandStay()
    {
        Calls calls;
        const ConversationId older = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 9);
        calls.call(calls.ana, {between(calls.ana, calls.ben)}, 4);
        Tie ended = calls.tieBetween(calls.ana, calls.ben);
        ended.ended = kToday.addDays(-6); // before the evidence that is left
        got(calls.change([&](store::Records& records) { return records.ties.update(ended); }));
        calls.takeOut(older);
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben), ended);
    }

    void takenOut_whatAnImportSaysStays()
    {
        Calls calls;
        const TieId tie = calls.tie(calls.ana, calls.ben);
        const auto import = [&](const auto& row) {
            got(calls.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_TRY(records.ties.insert(row));
                return {};
            }));
        };
        Evidence imported;
        imported.tie = tie;
        imported.kind = Kind::imported;
        imported.source = "ties.csv";
        import(imported);
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben)});
        Overlay names; // of the same file, read once more for its directions
        names.tie = tie;
        names.from = calls.ana;
        names.to = calls.ben;
        import(names);
        calls.takeOut(id);
        QCOMPARE(calls.overlays(tie).size(), std::size_t{1});
        QCOMPARE(calls.evidence(tie).size(), std::size_t{1});
    }

    void saidTwiceInOneCall_goesWithBoth()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice),
                                                         directed(calls.ana, calls.ben, OverlayKind::learnedFrom)});
        auto draft = calls.opened(id);
        QCOMPARE(draft.changedTies[0].now.overlay, std::optional(OverlayKind::advice));
        QCOMPARE(draft.changedTies[1].now.overlay, std::optional(OverlayKind::learnedFrom));
        QVERIFY(draft.changedTies[0].recorded.isAlone && draft.changedTies[1].recorded.isAlone);
        calls.takeOut(id);
        QCOMPARE(calls.overlays(calls.tieBetween(calls.ana, calls.ben).id).size(), std::size_t{1});
        got(calls.workspace().undo());
        for (auto& change : draft.changedTies)
            change.takenOut = true;
        got(calls.put(draft));
        QVERIFY(!calls.isTied(calls.ana, calls.ben));
    }

    void takenOutAndMentionedAnew_isTheSameTie()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {directed(calls.ana, calls.ben, OverlayKind::advice)});
        const TieId tie = calls.tieBetween(calls.ana, calls.ben).id;
        auto draft = calls.opened(id);
        draft.changedTies[0].takenOut = true;
        draft.ties = {directed(calls.ana, calls.ben, OverlayKind::advice)};
        const auto stored = got(calls.put(draft));
        QCOMPARE(stored.ties.size(), std::size_t{1});
        QCOMPARE(stored.ties[0].id, tie);
        QCOMPARE(calls.evidence(tie).size(), std::size_t{1});
        QCOMPARE(calls.overlays(tie).size(), std::size_t{1});
    }

    void tieGoneMeanwhile_comesBackOnlyWhereItIsChanged()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben)});
        auto draft = calls.opened(id);
        const TieId tie = calls.tieBetween(calls.ana, calls.ben).id;
        got(calls.change([&](store::Records& records) { return records.ties.remove(tie); }));
        draft.conversation.text = "More words.";
        got(calls.put(draft));
        QVERIFY(!calls.isTied(calls.ana, calls.ben));
        draft.changedTies[0].takenOut = true;
        draft.conversation.text = "Even more.";
        got(calls.put(draft));
        QVERIFY(!calls.isTied(calls.ana, calls.ben));
        draft.changedTies[0].takenOut = false;
        draft.changedTies[0].now.depth = TieDepth::rely;
        got(calls.put(draft));
        QCOMPARE(calls.tieBetween(calls.ana, calls.ben).depth, TieDepth::rely);
        QCOMPARE(got(calls.records().ties.evidence(id)).size(), std::size_t{1});
    }

    void evidenceOfAnotherCall_isNotTouched()
    {
        Calls calls;
        const ConversationId other = calls.call(calls.ana, {between(calls.ana, calls.ben)});
        const ConversationId id = calls.call(calls.ben, {});
        auto draft = calls.opened(id);
        draft.changedTies = calls.opened(other).changedTies; // as a draft that was tampered with may say
        draft.changedTies[0].takenOut = true;
        const auto steps = calls.steps();
        got(calls.put(draft));
        QCOMPARE(calls.steps(), steps);
        draft.changedTies[0].recorded.tie = TieId{1};
        got(calls.put(draft));
        QCOMPARE(calls.steps(), steps);
    }

    void callDeletedMeanwhile_getsItsEvidenceBack()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben), between(calls.ana, calls.cy)});
        auto draft = calls.opened(id);
        got(calls.change([&](store::Records& records) { return records.conversations.remove(id); }));
        draft.changedTies[1].takenOut = true;
        got(calls.put(draft));
        const auto evidence = got(calls.records().ties.evidence(id));
        QCOMPARE(evidence.size(), std::size_t{1});
        QCOMPARE(evidence[0].id, draft.changedTies[0].recorded.evidence);
        QVERIFY(!calls.isTied(calls.ana, calls.cy));
    }

    void callDeletedMeanwhile_comesBackOnAnotherDayWithItsEvidence()
    {
        Calls calls;
        const ConversationId id = calls.call(calls.ana, {between(calls.ana, calls.ben)}, 3);
        const auto opened = calls.opened(id);
        got(calls.change([&](store::Records& records) { return records.conversations.remove(id); }));
        for (const int daysAgo : {9, 1}) {
            auto draft = opened;
            const Date day = kToday.addDays(-daysAgo);
            draft.conversation.when = moment(day);
            got(calls.put(draft));
            const auto evidence = got(calls.records().ties.evidence(id));
            QCOMPARE(evidence.size(), std::size_t{1});
            QCOMPARE(evidence[0].on, std::optional(day));
            const Tie tie = calls.tieBetween(calls.ana, calls.ben);
            QCOMPARE(tie.firstSeen, std::optional(day));
            QCOMPARE(tie.lastConfirmed, std::optional(day));
            got(calls.workspace().undo());
        }
    }

    void manyTies_areAllCarried()
    {
        Calls calls;
        std::vector<actions::MentionedTie> ties;
        for (int i = 0; i < 300; ++i)
            ties.push_back(between(calls.ana, calls.add(nameOf(i))));
        const ConversationId id = calls.call(calls.ana, ties);
        auto draft = calls.opened(id);
        QCOMPARE(draft.changedTies.size(), std::size_t{300});
        const auto steps = calls.steps();
        got(calls.put(draft));
        QCOMPARE(calls.steps(), steps);
        for (auto& change : draft.changedTies)
            change.takenOut = true;
        got(calls.put(draft));
        QCOMPARE(got(calls.records().ties.count()), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestTiesTakenOut)
#include "tst_ties_taken_out.moc"
