// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/LogCall.h"
#include "core/store/Audience.h"

using namespace actionstest;

/// Changing a call that is stored.
class TestChangeCall : public QObject
{
    Q_OBJECT

    static Result<actions::StoredCall> in(Office& office, const actions::CallDraft& draft, PersonId me = {})
    {
        actions::StoredCall stored;
        const auto changed = office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(stored, draft.conversation.id ? actions::changeCall(records, draft, me)
                                                          : actions::logCall(records, draft));
            return {};
        });
        if (!changed)
            return fail(changed.error());
        return stored;
    }
    static NoteItem need(const char* text)
    {
        NoteItem item;
        item.text = text;
        return item;
    }
    static FollowUp step(const char* text)
    {
        FollowUp followUp;
        followUp.text = text;
        return followUp;
    }
    /// The call as `me` opens it to change it.
    static actions::CallDraft openedBy(Office& office, PersonId me, ConversationId id)
    {
        const store::AudienceRecords readable(office.records(), store::Audience::office(me));
        actions::CallDraft draft;
        draft.conversation = got(readable.find(id)).value();
        draft.items = got(readable.items(id));
        draft.followUps = got(readable.followUps(id));
        return draft;
    }
    /// A call of Ruth's with a need and a step for everybody and one of each, the last, for herself.
    static actions::CallDraft withOwnLines(Office& office, PersonId ruth)
    {
        auto draft = stored(office, office.add("Ana"));
        draft.conversation.staff = ruth;
        draft.items.push_back(need("Hers alone"));
        draft.items.back().confidentiality = Confidentiality::onlyMe;
        draft.followUps.push_back(step("Hers to do"));
        draft.followUps.back().confidentiality = Confidentiality::onlyMe;
        got(in(office, draft, ruth));
        return openedBy(office, ruth, draft.conversation.id);
    }
    /// A call with one of the people, a need and a step, as it is stored.
    static actions::CallDraft stored(Office& office, PersonId with)
    {
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday);
        draft.conversation.participants = {with};
        draft.conversation.text = "We talked.";
        draft.items = {need("A host")};
        draft.followUps = {step("Send it")};
        const auto ids = got(in(office, draft));
        draft.conversation = *got(office.records().conversations.find(ids.conversation));
        draft.items = got(office.records().conversations.items(ids.conversation));
        draft.followUps = got(office.records().conversations.followUps(ids.conversation));
        return draft;
    }

private Q_SLOTS:
    void sameAgain_writesNothing()
    {
        Office office;
        const auto draft = stored(office, office.add("Ana"));
        const std::size_t steps = office.steps();
        const auto same = got(in(office, draft));
        QCOMPARE(same.conversation, draft.conversation.id);
        QCOMPARE(same.items, std::vector<NoteItemId>{draft.items.front().id});
        QCOMPARE(same.followUps, std::vector<FollowUpId>{draft.followUps.front().id});
        QCOMPARE(office.steps(), steps);
    }

    void introductionQuestionAndMetNeed_keepAllTheyHold()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis \u5B66");
        auto draft = stored(office, ana);
        NoteItem introduction, question = need("\u0645\u0631\u062D\u0628\u0627?");
        introduction.kind = NoteItemKind::introduction;
        introduction.state = NoteItemState::asked;
        introduction.person = ana;
        introduction.other = luis;
        question.kind = NoteItemKind::question;
        draft.items.front().state = NoteItemState::met;
        draft.items.front().other = luis;
        draft.items.push_back(introduction);
        draft.items.push_back(question);
        auto ids = got(in(office, draft));
        auto& store = office.records().conversations;
        for (std::size_t i = 0; i < draft.items.size(); ++i) {
            draft.items[i].id = ids.items[i];
            draft.items[i].conversation = draft.conversation.id;
        }
        QCOMPARE(got(store.items(draft.conversation.id)), draft.items);
        const std::size_t steps = office.steps();
        got(in(office, draft));
        QCOMPARE(office.steps(), steps);
        // Made by somebody who is added with the change.
        Person sam;
        sam.name = "Sam";
        draft.newPeople = {sam};
        draft.items[1].state = NoteItemState::made;
        draft.items[1].other = actions::newPersonRef(0);
        ids = got(in(office, draft));
        const auto made = got(store.items(draft.conversation.id))[1];
        QCOMPARE(made.other, ids.newPeople.front());
        QCOMPARE(made.state, NoteItemState::made);
    }

    void rows_areChangedAddedAndLeftOut()
    {
        Office office;
        auto draft = stored(office, office.add("Ana"));
        const std::string before = office.digest();
        const ConversationId id = draft.conversation.id;
        draft.conversation.text = "We talked at length.";
        draft.items.front().text = "Two hosts";
        draft.items.push_back(need("A room"));
        draft.followUps = {step("Ask about the hall")};
        const auto ids = got(in(office, draft));
        auto& store = office.records().conversations;
        QCOMPARE(got(store.find(id))->text, std::string("We talked at length."));
        const auto items = got(store.items(id));
        QCOMPARE(items.size(), 2u);
        QCOMPARE(items[0].text, std::string("Two hosts"));
        QCOMPARE(items[1].id, ids.items[1]);
        const auto steps = got(store.followUps());
        QCOMPARE(steps.size(), 1u);
        QCOMPARE(steps.front().text, std::string("Ask about the hall"));
        QCOMPARE(steps.front().conversation, id);
        draft.items.clear();
        draft.followUps.clear();
        got(in(office, draft));
        QVERIFY(got(store.items(id)).empty());
        QVERIFY(got(store.followUps()).empty());
        got(office.workspace().undo());
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
    }

    void otherCalls_keepTheirRows()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        const auto other = stored(office, ana);
        auto draft = stored(office, ana);
        draft.items.clear();
        draft.followUps.clear();
        got(in(office, draft));
        auto& store = office.records().conversations;
        QCOMPARE(got(store.items(other.conversation.id)), other.items);
        QCOMPARE(got(store.followUps()), other.followUps);
    }

    void promiseKeptMeanwhile_staysKept()
    {
        Office office;
        auto draft = stored(office, office.add("Ana"));
        const FollowUpId id = draft.followUps.front().id;
        got(office.change([&](store::Records& records) { return actions::setFollowUpDone(records, id, kToday); }));
        draft.followUps.front().text = "Send it by post";
        got(in(office, draft));
        const auto kept = got(office.records().conversations.find(id));
        QCOMPARE(kept->text, std::string("Send it by post"));
        QCOMPARE(kept->done, std::optional<Date>(kToday));
    }

    void newPeopleAndTies_areAddedAsForANewCall()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        auto draft = stored(office, ana);
        Person sam;
        sam.name = "Sam";
        draft.newPeople = {sam};
        draft.conversation.participants.push_back(actions::newPersonRef(0));
        draft.followUps.front().owner = actions::newPersonRef(0);
        actions::MentionedTie tie;
        tie.a = luis;
        tie.b = actions::newPersonRef(0);
        draft.ties = {tie};
        const auto ids = got(in(office, draft));
        const PersonId added = ids.newPeople.front();
        const auto call = got(office.records().conversations.find(draft.conversation.id));
        QCOMPARE(call->participants, (std::vector<PersonId>{ana, added}));
        QCOMPARE(got(office.records().conversations.find(draft.followUps.front().id))->owner, added);
        const auto evidence = got(office.records().ties.evidence(draft.conversation.id));
        QCOMPARE(evidence.size(), 1u);
        QCOMPARE(evidence.front().tie, office.tieBetween(luis, added).id);
        QCOMPARE(evidence.front().heardFrom, added); // the end that took part
        QCOMPARE(ids.ties.front().outcome, actions::TieOutcome::created);
    }

    void linesOfAnother_stayWhenAColleagueTakesAllOut()
    {
        Office office;
        const PersonId ruth = office.add("Ruth", PersonKind::staff), tom = office.add("Tom", PersonKind::staff);
        const auto whole = withOwnLines(office, ruth);
        const ConversationId id = whole.conversation.id;
        QCOMPARE(whole.items.size(), 2u);
        QCOMPARE(whole.followUps.size(), 2u);
        const std::string before = office.digest();
        auto draft = openedBy(office, tom, id);
        QCOMPARE(draft.items, std::vector{whole.items[0]});
        QCOMPARE(draft.followUps, std::vector{whole.followUps[0]});
        draft.conversation.text = "As Tom heard it";
        draft.conversation.staff = tom; // which would make him their writer
        draft.conversation.confidentiality = Confidentiality::shareable;
        draft.items.clear();
        draft.followUps.clear();
        got(in(office, draft, tom));
        auto& store = office.records().conversations;
        QCOMPARE(got(store.items(id)), std::vector{whole.items[1]});
        QCOMPARE(got(store.followUps(id)), std::vector{whole.followUps[1]});
        QCOMPARE(got(store.find(id))->text, std::string("As Tom heard it"));
        QCOMPARE(got(store.find(id))->staff, ruth);
        draft = openedBy(office, tom, id);
        QVERIFY(draft.items.empty() && draft.followUps.empty());
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
        draft = openedBy(office, ruth, id);
        draft.items.pop_back();
        draft.followUps.pop_back();
        draft.conversation.staff = tom;
        got(in(office, draft, ruth)); // who wrote them takes them out, and gives the call away
        QCOMPARE(got(store.items(id)), std::vector{whole.items[0]});
        QCOMPARE(got(store.followUps(id)), std::vector{whole.followUps[0]});
        QCOMPARE(got(store.find(id))->staff, tom);
    }

    void callWithLinesOfAnother_takesNothingPrivateFromAColleague()
    {
        Office office;
        const PersonId ruth = office.add("Ruth", PersonKind::staff), tom = office.add("Tom", PersonKind::staff);
        const auto whole = withOwnLines(office, ruth);
        const std::string before = office.digest();
        const auto opened = openedBy(office, tom, whole.conversation.id);
        auto asCall = opened, asLine = opened, asStep = opened;
        asCall.conversation.confidentiality = Confidentiality::onlyMe;
        asLine.items.push_back(need("Tom's alone"));
        asLine.items.back().confidentiality = Confidentiality::onlyMe;
        asStep.followUps.push_back(step("Tom's alone"));
        asStep.followUps.back().confidentiality = Confidentiality::onlyMe;
        for (auto* draft : {&asCall, &asLine, &asStep}) {
            draft->conversation.staff = tom;
            const auto refused = in(office, *draft, tom);
            QVERIFY(!refused);
            QCOMPARE(refused.error().args, (std::vector<std::string>{"conversation", "onlyMe"}));
        }
        QCOMPARE(office.digest(), before);
        asCall.conversation.staff = ruth; // said so
        got(in(office, asCall, tom));
        QCOMPARE(got(office.records().conversations.find(whole.conversation.id))->confidentiality,
                 Confidentiality::onlyMe);
    }

    void linesOfAnother_areNotChangedByADraftThatNamesThem()
    {
        Office office;
        const PersonId ruth = office.add("Ruth", PersonKind::staff), tom = office.add("Tom", PersonKind::staff);
        const auto whole = withOwnLines(office, ruth);
        auto draft = whole; // kept from before they were hers alone
        for (NoteItem& item : draft.items) {
            item.text = "Changed";
            item.confidentiality = Confidentiality::shareable;
        }
        for (FollowUp& followUp : draft.followUps) {
            followUp.text = "Changed";
            followUp.confidentiality = Confidentiality::shareable;
        }
        const auto ids = got(in(office, draft, tom));
        QCOMPARE(ids.items, (std::vector{whole.items[0].id, whole.items[1].id}));
        QCOMPARE(ids.followUps, (std::vector{whole.followUps[0].id, whole.followUps[1].id}));
        auto& store = office.records().conversations;
        QCOMPARE(got(store.items(whole.conversation.id)), (std::vector{draft.items[0], whole.items[1]}));
        QCOMPARE(*got(store.find(whole.followUps[0].id)), draft.followUps[0]);
        QCOMPARE(*got(store.find(whole.followUps[1].id)), whole.followUps[1]);
    }

    void callThatIsNotForTheReader_isNotChanged()
    {
        Office office;
        const PersonId ruth = office.add("Ruth", PersonKind::staff), tom = office.add("Tom", PersonKind::staff);
        auto draft = withOwnLines(office, ruth);
        draft.conversation.confidentiality = Confidentiality::onlyMe;
        got(in(office, draft, ruth));
        const std::string before = office.digest();
        draft.conversation.confidentiality = Confidentiality::shareable;
        draft.conversation.staff = tom;
        for (const PersonId other : {tom, PersonId{}})
            QCOMPARE(in(office, draft, other).error().code, ErrorCode::notFound);
        QCOMPARE(office.digest(), before);
    }

    void deletedMeanwhile_isStoredAgainWithWhatOutlivedIt()
    {
        Office office;
        auto draft = stored(office, office.add("Ana"));
        const ConversationId id = draft.conversation.id;
        got(office.change([&](store::Records& records) { return records.conversations.remove(id); }));
        draft.followUps.push_back(step("And call again"));
        const auto ids = got(in(office, draft));
        QCOMPARE(ids.conversation, id);
        auto& store = office.records().conversations;
        QVERIFY(got(store.find(id)));
        QCOMPARE(got(store.items(id)), draft.items);
        const auto steps = got(store.followUps(id));
        QCOMPARE(steps.size(), 2u);
        QCOMPARE(steps.front().id, draft.followUps.front().id);
        QCOMPARE(got(store.followUps()).size(), 2u);
    }

    void wrongReferences_changeNothing()
    {
        Office office;
        const auto draft = stored(office, office.add("Ana"));
        const std::string before = office.digest();
        auto wrong = draft;
        wrong.conversation.id = {};
        got(office.change([&](store::Records& records) -> Result<> {
            const auto refused = actions::changeCall(records, wrong, {});
            return refused ? Result<>(fail(ErrorCode::invalidArgument, {"accepted"})) : Result<>();
        }));
        wrong = draft;
        wrong.conversation.text = "Changed";
        wrong.conversation.participants = {PersonId{12345}};
        QCOMPARE(in(office, wrong).error().code, ErrorCode::notFound);
        wrong = draft;
        wrong.conversation.text = "Changed";
        wrong.followUps.front().owner = actions::newPersonRef(0);
        QCOMPARE(in(office, wrong).error().code, ErrorCode::notFound);
        wrong = draft;
        wrong.conversation.text.clear();
        wrong.conversation.participants.clear();
        QVERIFY(!in(office, wrong));
        QCOMPARE(office.digest(), before);
    }
};

QTEST_GUILESS_MAIN(TestChangeCall)
#include "tst_change_call.moc"
