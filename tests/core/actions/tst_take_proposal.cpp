// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include <QTest>

#include "Calls.h"
#include "core/actions/TakeProposal.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

using namespace actionstest;
using weaving::ProposalKind;

namespace {

/// A note read on a call with Ana by somebody of the staff, all of it taken.
struct Desk : Calls
{
    PersonId ruth = addStaff();

    PersonId addStaff()
    {
        Person person;
        person.name = "Ruth Meyer";
        person.kind = PersonKind::staff;
        PersonId id;
        got(change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, records.people.insert(person));
            return {};
        }));
        return id;
    }

    actions::CallDraft taken(const std::string& note)
    {
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday);
        draft.conversation.participants = {ana};
        draft.conversation.staff = ruth;
        draft.conversation.text = note;
        const weaving::PeopleIndex index(
            {{ana, "Ana Ruiz", {}}, {ben, "Ben Okafor", {}}, {cy, "Cy Young", {}}, {ruth, "Ruth Meyer", {}}});
        const auto reading = weaving::readNote({note, kToday}, {index, {ana}, {}});
        for (const weaving::Proposal& proposal : reading.proposals)
            actions::takeProposal(draft, proposal);
        return draft;
    }
    Tie tie(PersonId a, PersonId b) { return *got(records().ties.between(a, b)); }
};

} // namespace

/// What is taken of a note becomes records.
class TestTakeProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tie_hasDepthCollaborationAndWay()
    {
        Desk desk;
        const auto draft = desk.taken("Works with Ben on grants. Goes to Cy for #robotics.");
        QCOMPARE(draft.ties.size(), std::size_t{2});
        QCOMPARE(draft.ties[0].a, desk.ana);
        QCOMPARE(draft.ties[0].b, desk.ben);
        QCOMPARE(draft.ties[0].collaboration, Collaboration::now);
        QVERIFY(!draft.ties[0].overlay);
        QCOMPARE(draft.ties[1].overlay, std::optional(OverlayKind::advice));
        QCOMPARE(draft.ties[1].topic, std::string("robotics"));
        QVERIFY(desk.put(draft));
        QCOMPARE(desk.tie(desk.ana, desk.ben).collaboration, Collaboration::now);
    }

    void somethingLearned_isAnotherWayThanAdvice()
    {
        Desk desk;
        const auto draft = desk.taken("Learned a lot about robotics from Ben.");
        QCOMPARE(draft.ties.size(), std::size_t{1});
        QCOMPARE(draft.ties[0].overlay, std::optional(OverlayKind::learnedFrom));
        QCOMPARE(draft.ties[0].a, desk.ana);
    }

    void toldByAThird_isHeardFromThem()
    {
        Desk desk;
        const auto draft = desk.taken("According to Cy, Ben works with Ana.");
        QCOMPARE(draft.ties.size(), std::size_t{1});
        QCOMPARE(draft.ties[0].heardFrom, desk.cy);
    }

    void newcomer_isAddedOnceAndTiedTo()
    {
        Desk desk;
        const auto draft = desk.taken("Met @Kirsten Oyelaran. Ben knows of Kirsten Oyelaran.");
        QCOMPARE(draft.newPeople.size(), std::size_t{1});
        QCOMPARE(draft.newPeople[0].name, std::string("Kirsten Oyelaran"));
        QCOMPARE(draft.newPeople[0].joined, std::optional(kToday));
        const auto stored = got(desk.put(draft));
        QCOMPARE(stored.newPeople.size(), std::size_t{1});
        QCOMPARE(desk.tie(desk.ana, stored.newPeople[0]).depth, TieDepth::talked);
        QCOMPARE(desk.tie(desk.ben, stored.newPeople[0]).depth, TieDepth::aware);
    }

    void wishesAndBarriers_areOfWhoIsNamedOrCalled()
    {
        Desk desk;
        const auto draft =
            desk.taken("Needs a mentor. She can't come to evening meetings. Ben could share his rubric.");
        QCOMPARE(draft.items.size(), std::size_t{3});
        QCOMPARE(draft.items[0].kind, NoteItemKind::need);
        QCOMPARE(draft.items[0].state, NoteItemState::open);
        QCOMPARE(draft.items[0].person, desk.ana);
        QCOMPARE(draft.items[1].kind, NoteItemKind::barrier);
        QCOMPARE(draft.items[1].person, desk.ana);
        QCOMPARE(draft.items[2].kind, NoteItemKind::offer);
        QCOMPARE(draft.items[2].state, NoteItemState::standing);
        QCOMPARE(draft.items[2].person, desk.ben);
        QVERIFY(desk.put(draft));
    }

    void promises_areOursOrTheirs()
    {
        Desk desk;
        const auto draft = desk.taken("I'll send her the list by Friday. She will send us the draft by Nov 3.");
        QCOMPARE(draft.followUps.size(), std::size_t{2});
        QCOMPARE(draft.followUps[0].owner, desk.ruth);
        QCOMPARE(draft.followUps[0].person, desk.ana);
        QCOMPARE(draft.followUps[0].due, std::optional(day(2026, 10, 16)));
        QCOMPARE(draft.followUps[1].owner, desk.ana);
        QVERIFY(desk.put(draft));
    }

    void dayOfAPromise_leavesItsWords_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("at the end") << QByteArray("I'll send her the list by next Friday.")
                                    << QByteArray("send her the list");
        QTest::newRow("a day alone") << QByteArray("Call her again in two weeks.") << QByteArray("Call her again");
        QTest::newRow("between") << QByteArray("I'll send her by Friday the list of schools.")
                                 << QByteArray("send her the list of schools");
        QTest::newRow("part of the matter") << QByteArray("I'll tell her about the talk of 3 November.")
                                            << QByteArray("tell her about the talk of 3 November");
        QTest::newRow("no day") << QByteArray("I'll send her the list.") << QByteArray("send her the list");
    }
    void dayOfAPromise_leavesItsWords()
    {
        QFETCH(const QByteArray, note);
        QFETCH(const QByteArray, text);
        Desk desk;
        const auto draft = desk.taken(note.toStdString());
        QCOMPARE(draft.followUps.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(draft.followUps[0].text), text);
    }

    void wordsOfAPromise_areNeverAllTaken()
    {
        weaving::Proposal promise;
        promise.kind = ProposalKind::followUp;
        promise.due = kToday;
        for (const char* text : {"", "by Friday", "tomorrow", "Friday or Monday", "\xFF\xFE by Friday"}) {
            promise.text = text;
            QVERIFY(std::string(text).empty() || !actions::promiseText(promise).empty());
        }
        promise.text = "Friday or Monday";
        QCOMPARE(actions::promiseText(promise), promise.text);
    }

    void projectsAreKnownByTheirLines_asFarAsTheyMayBeRead()
    {
        Desk desk;
        auto draft = desk.taken("");
        draft.conversation.text = "A talk.";
        NoteItem project;
        project.kind = NoteItemKind::project;
        project.text = "Seed library";
        NoteItem secret = project;
        secret.text = "Canary";
        secret.confidentiality = Confidentiality::onlyMe;
        draft.items = {project, secret};
        got(desk.put(draft));
        const auto namesFor = [&desk](PersonId me) {
            return got(actions::projectNames(store::AudienceRecords(desk.records(), store::Audience::office(me))));
        };
        QCOMPARE(namesFor(desk.ben), std::vector<std::string>{"Seed library"});
        QCOMPARE(namesFor(desk.ruth).size(), std::size_t{2});
    }

    void introduction_hasWhoTookPartFirst()
    {
        Desk desk;
        const auto draft = desk.taken("Introduce Ben to Ana.");
        QCOMPARE(draft.items.size(), std::size_t{1});
        QCOMPARE(draft.items[0].kind, NoteItemKind::introduction);
        QCOMPARE(draft.items[0].state, NoteItemState::asked);
        QCOMPARE(draft.items[0].person, desk.ana);
        QCOMPARE(draft.items[0].other, desk.ben);
        QVERIFY(desk.put(draft));
    }

    void topicAlone_hasNoRecord()
    {
        Desk desk;
        const auto draft = desk.taken("#robotics");
        QVERIFY(draft.items.empty() && draft.ties.empty() && draft.followUps.empty() && draft.newPeople.empty());
        weaving::Proposal topic;
        QVERIFY(!actions::hasRecord(topic));
    }

    void placeOutsideOfTheText_isBorne()
    {
        weaving::Proposal tie;
        tie.kind = ProposalKind::tie;
        tie.way = weaving::TieWay::aToB;
        tie.people = {{PersonId{1}, "A"}, {PersonId{2}, "B"}};
        tie.words = {10, 2000};
        actions::CallDraft draft;
        actions::takeProposal(draft, tie);
        QCOMPARE(draft.ties.front().overlay, std::optional(OverlayKind::advice));
        tie.people.resize(1);
        actions::takeProposal(draft, tie);
        QCOMPARE(draft.ties.size(), std::size_t{1});
    }

    void noLongerInTouch_endsTheTieOnTheDayOfTheCall()
    {
        Desk desk;
        desk.call(desk.ana, {between(desk.ana, desk.ben, TieDepth::rely)}, 90);
        const auto id = got(desk.put(desk.taken("No longer in touch with Ben."))).conversation;
        const Tie ended = desk.tie(desk.ana, desk.ben);
        QCOMPARE(ended.ended, std::optional(kToday));
        QCOMPARE(ended.depth, TieDepth::rely);
        QVERIFY(!ended.isOpenOn(kToday));
        // Opened and stored as it is, nothing is written; said otherwise, the tie is open again.
        const auto steps = desk.steps();
        auto draft = desk.opened(id);
        QVERIFY(draft.changedTies.at(0).recorded.said.isEnded);
        got(desk.put(draft));
        QCOMPARE(desk.steps(), steps);
        draft.changedTies.at(0).now.isEnded = false;
        got(desk.put(draft));
        QVERIFY(!desk.tie(desk.ana, desk.ben).ended);
    }

    void endTakenOut_opensTheTieAgain()
    {
        Desk desk;
        desk.call(desk.ana, {between(desk.ana, desk.ben)}, 90);
        const auto id = got(desk.put(desk.taken("No longer in touch with Ben."))).conversation;
        desk.takeOut(id);
        QVERIFY(!desk.tie(desk.ana, desk.ben).ended);
    }

    void endOfACallBeforeTheLastWord_endsNothing()
    {
        Desk desk;
        desk.call(desk.ana, {between(desk.ana, desk.ben)}, 1);
        auto draft = desk.taken("No longer in touch with Ben.");
        draft.conversation.when = moment(kToday.addDays(-30));
        QVERIFY(desk.put(draft));
        QVERIFY(!desk.tie(desk.ana, desk.ben).ended);
    }

    void callMovedToAnotherDay_takesTheEndAlong()
    {
        Desk desk;
        desk.call(desk.ana, {between(desk.ana, desk.ben)}, 90);
        const auto id = got(desk.put(desk.taken("No longer in touch with Ben."))).conversation;
        auto draft = desk.opened(id);
        draft.conversation.when = moment(kToday.addDays(-3));
        got(desk.put(draft));
        QCOMPARE(desk.tie(desk.ana, desk.ben).ended, std::optional(kToday.addDays(-3)));
    }
};

QTEST_GUILESS_MAIN(TestTakeProposal)
#include "tst_take_proposal.moc"
