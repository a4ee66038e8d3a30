// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include <QTest>

#include "Office.h"
#include "core/actions/QuestionBank.h"

using namespace actionstest;
using actions::QuestionFault;

namespace {

Question worded(const std::string& text, QuestionGroup group = QuestionGroup::needs)
{
    Question question;
    question.group = group;
    question.text = text;
    question.fills = QuestionFills::need;
    return question;
}

std::vector<QuestionId> idsIn(Office& office, QuestionGroup group)
{
    std::vector<QuestionId> ids;
    for (const Question& question : got(office.records().questions.all()))
        if (question.group == group)
            ids.push_back(question.id);
    return ids;
}

Question find(Office& office, QuestionId id) { return got(office.records().questions.find(id)).value(); }

QuestionId add(Office& office, const Question& question)
{
    QuestionId id;
    got(office.change([&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(id, actions::addQuestion(records, question));
        return {};
    }));
    return id;
}

/// Stores a call and asks questions in it.
ConversationId call(Office& office, const std::vector<PersonId>& with, Date on,
                    const std::vector<QuestionId>& questions, PersonId staff = {},
                    Confidentiality level = Confidentiality::staff)
{
    Conversation talk;
    talk.when = moment(on);
    talk.participants = with;
    talk.staff = staff;
    talk.text = "We talked.";
    talk.confidentiality = level;
    got(office.change([&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(talk.id, records.conversations.insert(talk));
        return actions::putAsked(records, talk, questions);
    }));
    return talk.id;
}

} // namespace

/// The bank as the office edits it.
class TestQuestionBank : public QObject
{
    Q_OBJECT

    /// The change is done as one step, does something, and undoing it gives the same file back.
    static void undoes(Office& office, const std::function<Result<>(store::Records&)>& change)
    {
        const std::string before = office.digest();
        const std::size_t steps = office.steps();
        got(office.change(change));
        QCOMPARE(office.steps(), steps + 1);
        QVERIFY(office.digest() != before);
        const std::string after = office.digest();
        got(office.workspace().undo());
        QCOMPARE(office.digest(), before);
        got(office.workspace().redo());
        QCOMPARE(office.digest(), after);
    }
    static ErrorCode refusal(Office& office, const std::function<Result<>(store::Records&)>& change)
    {
        const std::string before = office.digest();
        const auto changed = office.change(change);
        return !changed && office.digest() == before ? changed.error().code : ErrorCode::internal;
    }

private Q_SLOTS:
    void everyEdit_isOneStepThatUndoes()
    {
        Office office;
        undoes(office, [](store::Records& records) {
            return actions::addQuestion(records, worded("¿Qué te falta?")).map([](QuestionId) {});
        });
        Question question = find(office, QuestionId{3});
        question.text = "How shall we reach you?";
        question.group = QuestionGroup::close;
        question.fills = QuestionFills::consent;
        question.level = EngagementLevel::core;
        undoes(office, [&](store::Records& records) { return actions::changeQuestion(records, question); });
        undoes(office, [](store::Records& records) {
            return actions::retireQuestion(records, QuestionId{1}, actions::Retired::yes);
        });
        undoes(office, [](store::Records& records) {
            return actions::retireQuestion(records, QuestionId{1}, actions::Retired::no);
        });
        undoes(office, [](store::Records& records) { return actions::moveQuestion(records, QuestionId{5}, {}); });
        const std::size_t steps = office.steps();
        got(office.change([](store::Records& records) { return actions::moveQuestion(records, QuestionId{5}, {}); }));
        QCOMPARE(office.steps(), steps); // it stands there already
    }

    void added_comesLastInItsGroup()
    {
        Office office;
        const auto before = idsIn(office, QuestionGroup::needs);
        const auto id = add(office, worded("  What \n is\tmissing?  "));
        auto expected = before;
        expected.push_back(id);
        QCOMPARE(idsIn(office, QuestionGroup::needs), expected);
        QCOMPARE(find(office, id).text, std::string("What is missing?"));
        QCOMPARE(find(office, id).fills, QuestionFills::need);
    }

    void changed_toAnotherGroup_comesLastThere()
    {
        Office office;
        Question question = find(office, QuestionId{1});
        question.group = QuestionGroup::close;
        question.retired = true; // is another act
        got(office.change([&](store::Records& records) { return actions::changeQuestion(records, question); }));
        QCOMPARE(idsIn(office, QuestionGroup::close).back(), QuestionId{1});
        QVERIFY(!find(office, QuestionId{1}).retired);
    }

    void moved_takesThePlaceBeforeAnother()
    {
        Office office;
        auto ids = idsIn(office, QuestionGroup::ties);
        QVERIFY(ids.size() >= 4);
        const auto move = [&](QuestionId id, QuestionId before) {
            got(office.change([&](store::Records& records) { return actions::moveQuestion(records, id, before); }));
        };
        const auto others = idsIn(office, QuestionGroup::gifts);
        move(ids[3], ids[0]);
        std::rotate(ids.begin(), ids.begin() + 3, ids.begin() + 4);
        QCOMPARE(idsIn(office, QuestionGroup::ties), ids);
        move(ids[0], {});
        std::rotate(ids.begin(), ids.begin() + 1, ids.end());
        QCOMPARE(idsIn(office, QuestionGroup::ties), ids);
        QCOMPARE(idsIn(office, QuestionGroup::gifts), others);
        QCOMPARE(
            refusal(office, [&](store::Records& records) { return actions::moveQuestion(records, ids[0], others[0]); }),
            ErrorCode::invalidArgument);
        QCOMPARE(
            refusal(office,
                    [&](store::Records& records) { return actions::moveQuestion(records, QuestionId{4711}, ids[0]); }),
            ErrorCode::notFound);
    }

    void moved_whereAllHaveOnePlace_isToldApart()
    {
        Office office;
        std::vector<QuestionId> ids;
        got(office.change([&](store::Records& records) -> Result<> {
            for (Question question : got(records.questions.all())) {
                if (question.group != QuestionGroup::work)
                    continue;
                question.order = 7;
                WEAVEMAP_TRY(records.questions.update(question));
                ids.push_back(question.id);
            }
            return {};
        }));
        got(office.change(
            [&](store::Records& records) { return actions::moveQuestion(records, ids.back(), ids.front()); }));
        std::rotate(ids.begin(), ids.end() - 1, ids.end());
        QCOMPARE(idsIn(office, QuestionGroup::work), ids);
    }

    void wordings_emptyLongOrTwice_areRefused()
    {
        Office office;
        const auto bank = got(office.records().questions.all());
        const auto fault = [&](const std::string& text, QuestionId self = {}) {
            return actions::faultOf(text, bank, self);
        };
        QCOMPARE(fault(""), QuestionFault::empty);
        QCOMPARE(fault(" \n\t\u00A0\x01 "), QuestionFault::empty);
        std::string longest;
        for (std::size_t i = 0; i < actions::kLongestQuestion; ++i)
            longest += "ä";
        QVERIFY(!fault(longest));
        QCOMPARE(fault(longest + "ä"), QuestionFault::tooLong);
        QCOMPARE(fault(std::string(1 << 20, 'x')), QuestionFault::tooLong);
        QCOMPARE(fault("  where ARE you  stuck "), QuestionFault::twice);
        QCOMPARE(fault("Where are you stück?!"), QuestionFault::twice);
        const auto stuck =
            std::find_if(bank.begin(), bank.end(), [](const Question& q) { return q.text == "Where are you stuck?"; });
        QVERIFY(!fault("where are you stuck", stuck->id));
        for (const char* fine : {"Где вы застряли?", "どこで困っていますか", "؟", "🙂", "What? \"<b>&amp;</b>\""})
            QVERIFY2(!fault(fine), fine);

        for (const auto& [text, code] :
             std::map<std::string, ErrorCode>{{" ", ErrorCode::missingName},
                                              {std::string(301, 'x'), ErrorCode::invalidArgument},
                                              {"Where are you stuck", ErrorCode::invalidArgument}}) {
            QCOMPARE(refusal(office,
                             [&](store::Records& records) {
                                 return actions::addQuestion(records, worded(text)).map([](QuestionId) {});
                             }),
                     code);
            QCOMPARE(refusal(office,
                             [&](store::Records& records) {
                                 Question question = worded(text);
                                 question.id = QuestionId{1};
                                 return actions::changeQuestion(records, question);
                             }),
                     code);
        }
        Question nowhere = worded("New");
        nowhere.id = QuestionId{4711};
        QCOMPARE(refusal(office, [&](store::Records& records) { return actions::changeQuestion(records, nowhere); }),
                 ErrorCode::notFound);
    }

    void marksAlone_areComparedAsTheyStand()
    {
        Office office;
        add(office, worded("🙂"));
        const auto bank = got(office.records().questions.all());
        QVERIFY(actions::findWording(bank, "🙂"));
        QVERIFY(!actions::findWording(bank, "🙃"));
        QVERIFY(!actions::findWording(bank, ""));
    }

    void bank_saysWhenAndOfWhom()
    {
        Office office;
        const auto ruth = office.add("Ruth", PersonKind::staff), ana = office.add("Ana Ruiz"), ben = office.add("Ben");
        const QuestionId first{1}, second{2};
        const auto early = call(office, {ana}, kToday.addDays(-40), {first, second});
        const auto group = call(office, {ben, ana}, kToday.addDays(-3), {first});
        const auto bank = got(actions::readQuestionBank(office.records(), ruth));
        QCOMPARE(bank.size(), got(office.records().questions.all()).size());
        QCOMPARE(bank[0].calls, std::size_t(2));
        QCOMPARE(bank[0].last.value(), (actions::AskedIn{group, moment(kToday.addDays(-3)), {"Ben", "Ana Ruiz"}}));
        QCOMPARE(bank[1].calls, std::size_t(1));
        QCOMPARE(bank[1].last->conversation, early);
        QCOMPARE(bank[2].calls, std::size_t(0));
        QVERIFY(!bank[2].last);
        const auto calls = got(actions::readAskings(office.records(), first, ruth));
        QCOMPARE(calls.size(), std::size_t(2));
        QCOMPARE(calls[0].conversation, group);
        QCOMPARE(calls[1], (actions::AskedIn{early, moment(kToday.addDays(-40)), {"Ana Ruiz"}}));
        QVERIFY(got(actions::readAskings(office.records(), QuestionId{3}, ruth)).empty());
    }

    void whatWasAskedInPrivate_isForItsWriterAlone()
    {
        Office office;
        const auto ruth = office.add("Ruth", PersonKind::staff), omar = office.add("Omar", PersonKind::staff);
        const auto ana = office.add("Ana");
        call(office, {ana}, kToday.addDays(-9), {QuestionId{1}}, omar);
        const auto hers =
            call(office, {ana}, kToday.addDays(-1), {QuestionId{1}, QuestionId{2}}, ruth, Confidentiality::onlyMe);
        const auto forRuth = got(actions::readQuestionBank(office.records(), ruth));
        QCOMPARE(forRuth[0].calls, std::size_t(2));
        QCOMPARE(forRuth[0].last->conversation, hers);
        QCOMPARE(forRuth[1].calls, std::size_t(1));
        for (const PersonId other : {omar, PersonId{}}) {
            const auto bank = got(actions::readQuestionBank(office.records(), other));
            QCOMPARE(bank[0].calls, std::size_t(1));
            QCOMPARE(bank[0].last->when, moment(kToday.addDays(-9)));
            QCOMPARE(bank[1].calls, std::size_t(0));
            QVERIFY(!bank[1].last);
            QVERIFY(got(actions::readAskings(office.records(), QuestionId{2}, other)).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestQuestionBank)
#include "tst_question_bank.moc"
