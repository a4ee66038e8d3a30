// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "core/weaving/QuestionChoice.h"

using namespace weavemap;
using namespace weavemap::weaving;

namespace {

const Date kToday = *Date::fromYmd(2026, 10, 15);

Question question(std::int64_t id, QuestionGroup group, QuestionFills fills, int order = 0)
{
    Question row;
    row.id = QuestionId{id};
    row.group = group;
    row.fills = fills;
    row.order = order;
    row.text = std::string("Q").append(std::to_string(id));
    return row;
}

std::vector<Question> bank()
{
    using Group = QuestionGroup;
    using Fills = QuestionFills;
    return {question(1, Group::person, Fills::contactPreference),
            question(2, Group::needs, Fills::need),
            question(3, Group::needs, Fills::need, 1),
            question(4, Group::gifts, Fills::offer),
            question(5, Group::ties, Fills::tie),
            question(6, Group::knowledge, Fills::nothing),
            question(7, Group::close, Fills::introduction)};
}

KnowledgeOf allKnown(Date since)
{
    KnowledgeOf knowledge;
    knowledge.fill({Knowledge::State::known, since});
    return knowledge;
}

Knowledge& of(KnowledgeOf& knowledge, QuestionFills fills) { return knowledge[static_cast<std::size_t>(fills)]; }

std::vector<std::int64_t> ids(const std::vector<ChosenQuestion>& chosen)
{
    std::vector<std::int64_t> list;
    for (const ChosenQuestion& each : chosen)
        list.push_back(each.question.id.value);
    return list;
}

using Ids = std::vector<std::int64_t>;

} // namespace

class TestQuestionChoice : public QObject
{
    Q_OBJECT

    static std::vector<ChosenQuestion> choose(const KnowledgeOf& knowledge, std::vector<AskedBefore> asked = {},
                                              std::vector<Question> questions = bank(), std::size_t count = 3)
    {
        return chooseQuestions(questions, asked, knowledge, EngagementLevel::active, kToday, count);
    }

private Q_SLOTS:
    void emptyBank_givesNone() { QVERIFY(choose({}, {}, {}).empty()); }

    void missing_comesBeforeStaleBeforeOpenBeforeKnown()
    {
        KnowledgeOf knowledge = allKnown(kToday.addDays(-10));
        of(knowledge, QuestionFills::tie) = {};
        of(knowledge, QuestionFills::offer).since = kToday.addMonths(-12);
        const auto chosen = choose(knowledge, {}, bank(), 4);
        QCOMPARE(ids(chosen), (Ids{5, 4, 6, 1}));
        QCOMPARE(chosen[0].why, QuestionWhy::missing);
        QCOMPARE(chosen[1].why, QuestionWhy::stale);
        QCOMPARE(*chosen[1].since, kToday.addMonths(-12));
        QCOMPARE(chosen[2].why, QuestionWhy::open);
        QCOMPARE(chosen[3].why, QuestionWhy::known);
    }

    void knownWithoutADay_isNotStale()
    {
        KnowledgeOf knowledge = allKnown(kToday);
        of(knowledge, QuestionFills::contactPreference).since.reset();
        QCOMPARE(choose(knowledge).front().question.id, QuestionId{6});
    }

    void groups_areSpread()
    {
        // Everything is missing: one of each group, and need is asked after once.
        QCOMPARE(ids(choose({})), (Ids{1, 2, 4}));
        // Only where nothing else is left does a group come again.
        std::vector<Question> needs{bank()[1], bank()[2]};
        QCOMPARE(ids(choose({}, {}, needs)), (Ids{2, 3}));
    }

    void retired_othersLevelAndNothingToAskAbout_areNeverChosen()
    {
        std::vector<Question> questions = bank();
        questions[1].retired = true;
        questions[3].level = EngagementLevel::core;
        questions[4].level = EngagementLevel::active;
        KnowledgeOf knowledge;
        of(knowledge, QuestionFills::introduction).state = Knowledge::State::beside;
        QCOMPARE(ids(choose(knowledge, {}, questions, 10)), (Ids{1, 3, 5, 6}));
    }

    void askedLately_restsForNinetyDays()
    {
        const std::vector<AskedBefore> asked{{QuestionId{1}, kToday.addDays(-89)},
                                             {QuestionId{2}, kToday.addDays(-90)},
                                             {QuestionId{2}, kToday.addDays(-500)}};
        const auto chosen = choose({}, asked);
        // The second needs question was never asked; so it goes before the first.
        QCOMPARE(ids(chosen), (Ids{3, 4, 5}));
        QCOMPARE(ids(choose({}, asked, bank(), 10)), (Ids{3, 4, 5, 7, 6, 2}));
        QCOMPARE(*choose({}, asked, bank(), 10).back().lastAsked, kToday.addDays(-90));
    }

    void askedInTheFuture_rests() { QCOMPARE(ids(choose({}, {{QuestionId{1}, kToday.addDays(30)}})), (Ids{2, 4, 5})); }

    void within_aGroup_thePlaceInTheBankDecides()
    {
        // Each group counts its own places: the first of the last group comes after the second of the first.
        std::vector<Question> questions{question(1, QuestionGroup::close, QuestionFills::consent, 1),
                                        question(2, QuestionGroup::needs, QuestionFills::need, 7),
                                        question(3, QuestionGroup::needs, QuestionFills::need, 6)};
        QCOMPARE(ids(choose({}, {}, questions)), (Ids{3, 1, 2}));
        std::swap(questions[1].order, questions[2].order);
        QCOMPARE(ids(choose({}, {}, questions)), (Ids{2, 1, 3}));
    }

    void orderOfTheRows_doesNotMatter()
    {
        std::vector<Question> turned = bank();
        std::reverse(turned.begin(), turned.end());
        QCOMPARE(choose({}, {}, turned), choose({}));
    }
};

QTEST_APPLESS_MAIN(TestQuestionChoice)
#include "tst_question_choice.moc"
