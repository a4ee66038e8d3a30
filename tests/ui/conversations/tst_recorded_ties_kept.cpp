// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>

#include <QTest>

#include "core/store/ErasedName.h"
#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/ConversationRecord.h"
#include "ui/conversations/DraftErasing.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// An entry as it comes to the page from a call with Ana.
TieInput recorded(const PersonChoice& a, const PersonChoice& b)
{
    TieInput tie;
    tie.a = a;
    tie.b = b;
    tie.recorded.emplace();
    tie.recorded->evidence = EvidenceId{5};
    tie.recorded->tie = TieId{6};
    tie.recorded->said.a = a.id;
    tie.recorded->said.b = b.id;
    return tie;
}

} // namespace

/// The ties that a stored call has on record, in what is kept of its page.
class TestRecordedTiesKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftThatDoesNotKnowThem_getsThem()
    {
        ConversationRecord record;
        RecordedTie onRecord;
        onRecord.tie.a = PersonId{1};
        onRecord.tie.b = PersonId{2};
        onRecord.nameA = "Ana";
        onRecord.nameB = "Ben";
        onRecord.mention =
            *recorded(PersonChoice::known(PersonId{2}, {}), PersonChoice::known(PersonId{1}, {})).recorded;
        record.ties = {onRecord};
        CallInput input = toInput(record);
        QCOMPARE(input.ties.size(), std::size_t{1});
        QCOMPARE(input.ties[0].a.name, QStringLiteral("Ben"));
        input.ties[0].takenOut = true;
        const CallInput before = input;
        addRecordedTies(input, record);
        QVERIFY(input == before);
        record.ties[0].mention.isAlone = false; // another call told of it while the draft waited
        addRecordedTies(input, record);
        QCOMPARE(input.ties.size(), std::size_t{1});
        QVERIFY(input.ties[0].takenOut && !input.ties[0].recorded->isAlone);
        input.ties = {TieInput{}}; // as a program before this one left it
        addRecordedTies(input, record);
        QCOMPARE(input.ties.size(), std::size_t{2});
        QVERIFY(input.ties[1].recorded && !input.ties[1].takenOut);
    }

    void json_givesBackWhatIsOnRecord()
    {
        TieInput tie = recorded(PersonChoice::known(PersonId{1}, QStringLiteral("Ana")),
                                PersonChoice::known(PersonId{(std::int64_t{1} << 62) + 1}, QStringLiteral("Ben")));
        tie.takenOut = true;
        tie.recorded->isAlone = false;
        tie.recorded->direction = OverlayId{7};
        tie.recorded->said.depth = TieDepth::rely;
        tie.recorded->said.contact = TieContact::weekly;
        tie.recorded->said.collaboration = Collaboration::now;
        tie.recorded->said.overlay = OverlayKind::sharedResource;
        tie.recorded->said.topic = "\u5B66\u6821 \"x\"";
        tie.recorded->said.evidence = EvidenceKind::imported;
        tie.recorded->said.heardFrom = PersonId{9};
        CallInput input;
        input.ties = {tie};
        const auto back = callFromJson(toJson(input));
        QVERIFY(back && back->ties == input.ties);
        // What leads nowhere is no tie on record, and cannot be taken out.
        for (const char* broken : {"{}", "[]", "{\"evidence\":\"5\",\"tie\":\"0\",\"a\":\"1\",\"b\":\"2\"}",
                                   "{\"evidence\":5,\"tie\":\"6\",\"a\":\"1\",\"b\":\"2\"}"}) {
            const auto odd =
                callFromJson(QByteArray("{\"format\":1,\"ties\":[{\"takenOut\":true,\"recorded\":") + broken + "}]}");
            QVERIFY(odd && odd->ties == std::vector{TieInput{}});
        }
    }

    void forgottenPerson_leavesNoTrace()
    {
        const auto ana = PersonChoice::known(PersonId{1}, QStringLiteral("Ana Ruiz"));
        const auto ben = PersonChoice::known(PersonId{2}, QStringLiteral("Ben")),
                   cy = PersonChoice::known(PersonId{3}, QStringLiteral("Cy"));
        CallInput input;
        input.participants = {ben};
        TieInput heard = recorded(ben, cy), moved = recorded(ben, ana), movedAndOut = moved;
        heard.heardFrom = ana;
        heard.recorded->said.heardFrom = ana.id;
        heard.direction = heard.recorded->said.overlay = OverlayKind::advice;
        heard.topic = QStringLiteral("what Ana Ruiz does");
        heard.recorded->said.topic = "what Ana Ruiz does";
        moved.b = movedAndOut.b = cy;
        movedAndOut.takenOut = true;
        input.ties = {recorded(ana, ben), heard, moved, movedAndOut};
        QCOMPARE(forgetPerson(input, ana.id, store::ErasedName("Ana Ruiz", {})), DraftLeft::changed);
        QCOMPARE(input.ties.size(), std::size_t{2});
        QVERIFY(!toJson(input).contains("Ana"));
        // Nothing of it counts as a change of what is on record.
        const auto draft = toDraft(input);
        QCOMPARE(draft.changedTies.size(), std::size_t{1});
        QCOMPARE(draft.changedTies[0].now, draft.changedTies[0].recorded.said);
        // It was put between others: that stays, as a new tie.
        QCOMPARE(draft.ties.size(), std::size_t{1});
        QCOMPARE(draft.ties[0].b, cy.id);
    }
};

QTEST_GUILESS_MAIN(TestRecordedTiesKept)
#include "tst_recorded_ties_kept.moc"
