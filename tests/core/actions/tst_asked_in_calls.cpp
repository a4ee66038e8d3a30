// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "Office.h"
#include "core/actions/Brief.h"
#include "core/actions/LogCall.h"
#include "core/actions/QuestionBank.h"

using namespace actionstest;

namespace {

NoteItem asked(const std::string& text)
{
    NoteItem item;
    item.kind = NoteItemKind::question;
    item.text = text;
    return item;
}

using Pairs = std::vector<std::pair<QuestionId, PersonId>>;

} // namespace

/// What a call puts on record of the question bank.
class TestAskedInCalls : public QObject
{
    Q_OBJECT

    static actions::CallDraft draftWith(const std::vector<PersonId>& people)
    {
        actions::CallDraft draft;
        draft.conversation.when = moment(kToday);
        draft.conversation.participants = people;
        draft.conversation.text = "We talked.";
        return draft;
    }
    static ConversationId store(Office& office, const actions::CallDraft& draft)
    {
        ConversationId id;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto stored, draft.conversation.id ? actions::changeCall(records, draft, {})
                                                                     : actions::logCall(records, draft));
            id = stored.conversation;
            return {};
        }));
        return id;
    }
    static Pairs pairsOf(Office& office, ConversationId call)
    {
        Pairs pairs;
        for (const AskedQuestion& row : got(office.records().questions.asked(call)))
            pairs.emplace_back(row.question, row.person);
        return pairs;
    }
    /// The call as it is opened to be changed.
    static actions::CallDraft opened(Office& office, ConversationId id)
    {
        actions::CallDraft draft;
        draft.conversation = got(office.records().conversations.find(id)).value();
        draft.items = got(office.records().conversations.items(id));
        for (const AskedQuestion& row : got(office.records().questions.asked(id)))
            if (std::find(draft.asked.begin(), draft.asked.end(), row.question) == draft.asked.end())
                draft.asked.push_back(row.question);
        return draft;
    }

private Q_SLOTS:
    void storedWithTheCall_asOneStepThatUndoes()
    {
        Office office;
        const auto ana = office.add("Ana"), ben = office.add("Ben");
        const std::string before = office.digest();
        const std::size_t steps = office.steps();
        auto draft = draftWith({ana, ben});
        draft.asked = {QuestionId{2}, QuestionId{5}, QuestionId{2}};
        const auto id = store(office, draft);
        QCOMPARE(pairsOf(office, id),
                 (Pairs{{QuestionId{2}, ana}, {QuestionId{2}, ben}, {QuestionId{5}, ana}, {QuestionId{5}, ben}}));
        QCOMPARE(office.steps(), steps + 1);
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
    }

    void newPerson_isAskedToo()
    {
        Office office;
        auto draft = draftWith({actions::newPersonRef(0)});
        draft.newPeople.emplace_back().name = "Carla";
        draft.asked = {QuestionId{1}};
        const auto rows = pairsOf(office, store(office, draft));
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(got(office.records().people.find(rows[0].second))->name, std::string("Carla"));
    }

    void unknownQuestion_storesNothing()
    {
        Office office;
        const std::string before = office.digest();
        auto draft = draftWith({actions::newPersonRef(0)});
        draft.newPeople.emplace_back().name = "Ana";
        draft.asked = {QuestionId{4711}};
        const auto changed = office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::logCall(records, draft));
            return {};
        });
        QCOMPARE(changed.error().code, ErrorCode::notFound);
        QCOMPARE(office.digest(), before);
    }

    void changed_keepsWhatIsEqual()
    {
        Office office;
        const auto ana = office.add("Ana"), ben = office.add("Ben"), cara = office.add("Cara");
        auto draft = draftWith({ana, ben});
        draft.asked = {QuestionId{1}};
        const auto id = store(office, draft);
        // Only one of both was asked the second.
        got(office.change([&](store::Records& records) {
            return records.questions.insert(AskedQuestion{{}, QuestionId{2}, id, ben}).map([](auto) {});
        }));
        const std::string before = office.digest();
        const std::size_t steps = office.steps();
        store(office, opened(office, id));
        QCOMPARE(office.digest(), before);
        QCOMPARE(office.steps(), steps);

        // Somebody more was there: what is on record stays as it was; the third is put to all of them.
        draft = opened(office, id);
        draft.conversation.participants = {ana, ben, cara};
        draft.asked = {QuestionId{2}, QuestionId{3}};
        store(office, draft);
        QCOMPARE(pairsOf(office, id),
                 (Pairs{{QuestionId{2}, ben}, {QuestionId{3}, ana}, {QuestionId{3}, ben}, {QuestionId{3}, cara}}));
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
    }

    void changed_toAnotherPerson_wasAskedOfThem()
    {
        Office office;
        const auto ana = office.add("Ana"), ben = office.add("Ben");
        auto draft = draftWith({ana});
        draft.asked = {QuestionId{1}};
        const auto id = store(office, draft);
        draft = opened(office, id);
        draft.conversation.participants = {ben};
        store(office, draft);
        QCOMPARE(pairsOf(office, id), (Pairs{{QuestionId{1}, ben}}));
    }

    void deletedMeanwhile_isStoredAgainWithWhatWasAsked()
    {
        Office office;
        const auto ana = office.add("Ana");
        auto draft = draftWith({ana});
        draft.asked = {QuestionId{1}};
        const auto id = store(office, draft);
        draft = opened(office, id);
        got(office.change([&](store::Records& records) { return records.conversations.remove(id); }));
        QVERIFY(pairsOf(office, id).empty());
        store(office, draft);
        QCOMPARE(pairsOf(office, id), (Pairs{{QuestionId{1}, ana}}));
    }

    void typedQuestionOfTheBank_isThatOne()
    {
        Office office;
        const auto ana = office.add("Ana");
        auto draft = draftWith({ana});
        draft.items = {asked("where are you STUCK"), asked("Do you like the lake?")};
        draft.items.push_back(asked("What do colleagues come to you for?"));
        draft.items.back().topic = "fractions"; // says more than the bank's
        draft.items.push_back(asked("Where are you stuck?"));
        draft.items.back().kind = NoteItemKind::need;
        const auto id = store(office, draft);
        const auto rows = pairsOf(office, id);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(got(office.records().questions.find(rows[0].first))->text, std::string("Where are you stuck?"));
        QCOMPARE(got(office.records().conversations.items(id)).size(), std::size_t(3));

        // What is on record as a line stays one; the same typed anew is of the bank, and asked once.
        draft = opened(office, id);
        draft.items.push_back(asked("Where are you stuck?"));
        store(office, draft);
        QCOMPARE(pairsOf(office, id), rows);
        QCOMPARE(got(office.records().conversations.items(id)).size(), std::size_t(3));
    }

    void typedQuestion_thatIsMorePrivateThanTheCallOrOfNobody_staysALine()
    {
        Office office;
        const auto ana = office.add("Ana"), ruth = office.add("Ruth", PersonKind::staff);
        auto draft = draftWith({ana});
        draft.conversation.staff = ruth; // a private line is somebody's
        draft.items = {asked("Where are you stuck?")};
        draft.items[0].confidentiality = Confidentiality::onlyMe;
        const auto id = store(office, draft);
        QVERIFY(pairsOf(office, id).empty());
        QCOMPARE(got(office.records().conversations.items(id)).size(), std::size_t(1));
        draft.items[0].confidentiality = Confidentiality::shareable;
        draft.conversation.participants.clear();
        const auto alone = store(office, draft);
        QVERIFY(pairsOf(office, alone).empty());
        QCOMPARE(got(office.records().conversations.items(alone)).size(), std::size_t(1));
    }

    void askedLately_isNotInTheNextBrief()
    {
        Office office;
        const auto ruth = office.add("Ruth", PersonKind::staff), omar = office.add("Omar", PersonKind::staff);
        const auto ana = office.add("Ana");
        const auto questions = [&](PersonId me, Date on) {
            std::vector<QuestionId> ids;
            for (const auto& chosen : got(actions::readBrief(office.records(), ana, on, me)).questions)
                ids.push_back(chosen.question.id);
            return ids;
        };
        const auto first = questions(ruth, kToday);
        QCOMPARE(first.size(), std::size_t(3));
        auto draft = draftWith({ana});
        draft.conversation.staff = ruth;
        draft.conversation.confidentiality = Confidentiality::onlyMe;
        draft.asked = {first[0]};
        store(office, draft);
        const auto holds = [](const std::vector<QuestionId>& ids, QuestionId id) {
            return std::find(ids.begin(), ids.end(), id) != ids.end();
        };
        QVERIFY(!holds(questions(ruth, kToday), first[0]));
        QVERIFY(!holds(questions(ruth, kToday.addDays(89)), first[0]));
        // Omar hears nothing of what Ruth keeps to herself.
        QCOMPARE(questions(omar, kToday), first);
    }
};

QTEST_GUILESS_MAIN(TestAskedInCalls)
#include "tst_asked_in_calls.moc"
