// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "MemoryStore.h"
#include "StoreTest.h"

#include "core/store/QuestionBank.h"

using namespace weavemap;
using namespace weavemap::store;

class TestQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFile_hasTheBankOfEveryGroup()
    {
        MemoryStore store;
        const auto questions = got(store->questions.all());
        QCOMPARE(questions.size(), defaultQuestions().size());
        QVERIFY(questions.size() >= 25);
        std::set<QuestionGroup> groups;
        std::set<QuestionFills> fills;
        std::set<std::string> texts;
        for (const auto& question : questions) {
            QVERIFY(validate(question));
            QVERIFY(!question.retired);
            groups.insert(question.group);
            fills.insert(question.fills);
            QVERIFY2(texts.insert(question.text).second, question.text.c_str());
        }
        QCOMPARE(groups.size(), std::size_t(10));
        QCOMPARE(fills.size(), std::size_t(11));
        QCOMPARE(questions.front().text, std::string("What has given you energy lately?"));
        QCOMPARE(questions.back().text, std::string("What did I promise you?"));
        QVERIFY(texts.contains("May I introduce you to …?"));
    }

    void newFiles_haveTheSameBankAndNoStepOfIt()
    {
        const storetest::Folder one, other;
        const auto first = one.create(), second = other.create();
        QCOMPARE(storetest::digest(*first), storetest::digest(*second));
        QVERIFY(!first->undoLabel());
        QVERIFY(first->history()->empty());
    }

    void questions_canBeAddedChangedAndRetired()
    {
        MemoryStore store;
        Question question;
        question.group = QuestionGroup::close;
        question.text = "¿Algo más?";
        question.fills = QuestionFills::consent;
        question.level = EngagementLevel::peripheral;
        question.order = 900;
        question.id = got(store->questions.insert(question));
        QCOMPARE(got(store->questions.all()).back(), question);
        question.text = "Anything else?";
        question.group = QuestionGroup::person;
        question.order = -1;
        got(store->questions.update(question));
        QCOMPARE(got(store->questions.all()).front(), question);
        got(store->questions.retire(question.id));
        QVERIFY(got(store->questions.find(question.id))->retired);
        question.text.assign(3, ' ');
        QCOMPARE(codeOf(store->questions.update(question)), code(ErrorCode::missingName));
        QCOMPARE(codeOf(store->questions.insert(question)), code(ErrorCode::missingName));
        QCOMPARE(codeOf(store->questions.retire(QuestionId{9999})), code(ErrorCode::notFound));
    }

    void askings_areTheNewestFirst()
    {
        MemoryStore store;
        const auto ana = store.person("Ana"), ben = store.person("Ben");
        const auto early = store.conversation({ana, ben}, "Early", "2026-03-01T09:30");
        const auto late = store.conversation({ana}, "Late", "2026-05-02T10:00");
        const QuestionId first{1}, second{2};
        for (const auto& [question, conversation, person] :
             {std::tuple(first, late, ana), std::tuple(first, early, ana), std::tuple(second, early, ana),
              std::tuple(second, early, ben)})
            got(store->questions.insert(AskedQuestion{{}, question, conversation, person}));
        QVERIFY(got(store->questions.askingsOf(PersonId{5})).empty());
        const auto ofAna = got(store->questions.askingsOf(ana));
        QCOMPARE(ofAna.size(), std::size_t(3));
        QVERIFY(ofAna[0].asked.question == first && ofAna[0].when == moment("2026-05-02T10:00"));
        QCOMPARE(ofAna[0].when.zoneMinutes, 120);
        QVERIFY(ofAna[1].asked.question == first && ofAna[1].when == moment("2026-03-01T09:30"));
        QVERIFY(ofAna[2].asked.question == second && ofAna[2].asked.conversation == early);
        QCOMPARE(got(store->questions.askingsOf(ben)).size(), std::size_t(1));
        QVERIFY(got(store->questions.askings(QuestionId{9999})).empty());
        const auto ofSecond = got(store->questions.askings(second));
        QCOMPARE(ofSecond.size(), std::size_t(2));
        QVERIFY(ofSecond[0].asked.person == ana && ofSecond[1].asked.person == ben);
        const auto all = got(store->questions.askings());
        QCOMPARE(all.size(), std::size_t(4));
        QCOMPARE(all.front(), ofAna.front());
        QCOMPARE(got(store->questions.asked()).size(), std::size_t(4));
        QCOMPARE(got(store->questions.asked(late)).size(), std::size_t(1));
        // The same again is no second row.
        const auto again = got(store->questions.insert(AskedQuestion{{}, first, late, ana}));
        QCOMPARE(again, got(store->questions.asked(late)).front().id);
        QCOMPARE(store.rows("asked_question"), std::int64_t{4});
        got(store->questions.remove(again));
        QCOMPARE(codeOf(store->questions.remove(again)), code(ErrorCode::notFound));

        for (const auto& wrong :
             {AskedQuestion{{}, QuestionId{9999}, late, ana}, AskedQuestion{{}, first, ConversationId{5}, ana},
              AskedQuestion{{}, first, late, PersonId{5}}})
            QCOMPARE(codeOf(store->questions.insert(wrong)), code(ErrorCode::notFound));
        got(store->people.remove(ben));
        QCOMPARE(store.rows("asked_question"), std::int64_t{2});
        got(store->conversations.remove(early));
        QCOMPARE(store.rows("asked_question"), std::int64_t{0});
    }

    void snooze_takesThePlaceOfTheOneBefore()
    {
        MemoryStore store;
        const auto ana = store.person("Ana"), ben = store.person("Ben");
        Snooze snooze{{}, ana, day("2026-10-01"), day("2026-10-08"), "On leave"};
        snooze.id = got(store->questions.insert(snooze));
        QCOMPARE(got(store->questions.snoozeOf(ana)).value(), snooze);
        QVERIFY(!got(store->questions.snoozeOf(ben)));
        Snooze later{{}, ana, day("2026-10-02"), day("2026-11-08"), ""};
        later.id = got(store->questions.insert(later));
        QCOMPARE(got(store->questions.snoozes()), (std::vector<Snooze>{later}));
        QCOMPARE(codeOf(store->questions.insert(Snooze{{}, ana, day("2026-10-02"), day("2026-10-02"), ""})),
                 code(ErrorCode::datesReversed));
        QCOMPARE(codeOf(store->questions.insert(Snooze{{}, PersonId{5}, day("2026-10-02"), day("2026-10-03"), ""})),
                 code(ErrorCode::notFound));
        QCOMPARE(got(store->questions.snoozes()), (std::vector<Snooze>{later}));
        got(store->questions.remove(later.id));
        QVERIFY(got(store->questions.snoozes()).empty());
        got(store->questions.insert(Snooze{{}, ben, day("2026-10-02"), day("2026-10-03"), ""}));
        got(store->people.remove(ben));
        QCOMPARE(store.rows("snooze"), std::int64_t{0});
    }

    void changesOfTheBank_canBeUndone()
    {
        const storetest::Folder folder;
        const auto workspace = folder.create();
        const auto before = storetest::digest(*workspace);
        VERIFY_OK(
            workspace->change("Retire", [](Records& records) { return records.questions.retire(QuestionId{3}); }));
        QVERIFY(storetest::digest(*workspace) != before);
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), before);
    }
};

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_question_records.moc"
