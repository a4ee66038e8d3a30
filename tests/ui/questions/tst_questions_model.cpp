// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/questions/QuestionsModel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

const Date kToday = *Date::fromYmd(2026, 10, 15);

actions::BankQuestion question(std::int64_t id, QuestionGroup group, const char* text, bool retired = false)
{
    actions::BankQuestion one;
    one.question.id = QuestionId{id};
    one.question.group = group;
    one.question.text = text;
    one.question.retired = retired;
    return one;
}

std::vector<actions::BankQuestion> bank()
{
    return {question(1, QuestionGroup::person, "One"), question(2, QuestionGroup::person, "Two"),
            question(3, QuestionGroup::person, "Three", true), question(4, QuestionGroup::person, "Four"),
            question(5, QuestionGroup::close, "Five")};
}

/// The questions that are shown, in order.
QString texts(const QuestionsModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.at(row))
            all << model.index(row).data().toString();
    return all.join(QLatin1Char(' '));
}

using Way = QuestionsModel::Way;

} // namespace

class TestQuestionsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyGroups_haveALineThatCannotBeChosen();
    void lines_sayWhenAndOfWhom();
    void retired_showWhenAskedFor();
    void edits_touchOnlyWhatDiffers();
    void oneStep_staysInTheGroupAsItIsShown();
};

void TestQuestionsModel::emptyGroups_haveALineThatCannotBeChosen()
{
    QuestionsModel model;
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    model.setBank({}, kToday);
    QCOMPARE(model.rowCount(), 10);
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row).data().toString(), QStringLiteral("No question here."));
        QVERIFY(!model.flags(model.index(row)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(!model.at(row));
        groups << model.index(row).data(QuestionsModel::kGroupRole).toString();
    }
    QCOMPARE(groups.join(QStringLiteral(", ")),
             QStringLiteral("Person first, Work now, Needs, Gifts, Ties, Knowledge flow, Network experience, "
                            "Emergence, Who is missing, Close"));
    model.setBank(bank(), kToday);
    QCOMPARE(texts(model), QStringLiteral("One Two Four Five"));
    QCOMPARE(model.rowCount(), 4 + 8);
    QCOMPARE(model.index(1).data(QuestionsModel::kGroupRole).toString(), QString());
    QCOMPARE(model.index(model.rowCount() - 1).data(QuestionsModel::kGroupRole).toString(), QStringLiteral("Close"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestQuestionsModel::lines_sayWhenAndOfWhom()
{
    QuestionsModel model;
    auto questions = bank();
    const auto asked = [](int month, std::vector<std::string> people) {
        return actions::AskedIn{ConversationId{9}, Instant::atLocal(*Date::fromYmd(2026, month, 3), 9, 0, 0),
                                std::move(people)};
    };
    questions[0].calls = 1;
    questions[0].last = asked(3, {"Ana Ruiz"});
    questions[1].calls = 5;
    questions[1].last = asked(5, {"Ána <b>Ruiz</b>", "Ben"});
    questions[3].calls = 2;
    questions[3].last = asked(6, {"Ana", "Ben", "Cy"});
    questions[4].question.fills = QuestionFills::consent;
    questions[4].question.level = EngagementLevel::core;
    model.setBank(questions, kToday);
    const auto said = [&](int row) { return model.index(row).data(QuestionsModel::kAskedRole).toString(); };
    QVERIFY2(said(0).startsWith(QStringLiteral("last asked: 3 Mar, of Ana Ruiz \u00B7 1 ")), qPrintable(said(0)));
    QVERIFY2(said(1).startsWith(QStringLiteral("last asked: 3 May, of Ána <b>Ruiz</b> and Ben \u00B7 5 ")),
             qPrintable(said(1)));
    QVERIFY2(said(2).startsWith(QStringLiteral("last asked: 3 Jun, of Ana and 2 others \u00B7 2 ")),
             qPrintable(said(2)));
    const int last = model.rowCount() - 1;
    QCOMPARE(said(last), QStringLiteral("not asked yet"));
    QCOMPARE(model.index(last).data(QuestionsModel::kFillsRole).toString(), QStringLiteral("Their consent"));
    QCOMPARE(model.index(last).data(QuestionsModel::kSuitsRole).toString(), QStringLiteral("Core members"));
    QCOMPARE(model.index(0).data(QuestionsModel::kSuitsRole).toString(), QString());
    QCOMPARE(model.index(last).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Five, Close, Their consent, Core members, not asked yet"));
}

void TestQuestionsModel::retired_showWhenAskedFor()
{
    QuestionsModel model;
    QAbstractItemModelTester tester(&model);
    model.setBank(bank(), kToday);
    QCOMPARE(model.retiredCount(), 1);
    QCOMPARE(model.rowOf(QuestionId{3}), -1);
    model.showRetired(true);
    QCOMPARE(texts(model), QStringLiteral("One Two Three Four Five"));
    QVERIFY(model.index(2).data(QuestionsModel::kRetiredRole).toBool());
    model.showRetired(false);
    QCOMPARE(texts(model), QStringLiteral("One Two Four Five"));
}

void TestQuestionsModel::edits_touchOnlyWhatDiffers()
{
    QuestionsModel model;
    QAbstractItemModelTester tester(&model);
    model.setBank(bank(), kToday);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    auto questions = bank();
    questions[1].question.text = "Twice";
    model.setBank(questions, kToday);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.last().first().value<QModelIndex>().row(), 1);
    QCOMPARE(removed.count(), 0);
    std::swap(questions[0], questions[1]);
    model.setBank(questions, kToday);
    QCOMPARE(texts(model), QStringLiteral("Twice One Four Five"));
    questions.erase(questions.begin());
    questions.push_back(question(6, QuestionGroup::emergence, "Six"));
    model.setBank(questions, kToday);
    QCOMPARE(texts(model), QStringLiteral("One Four Six Five"));
    QCOMPARE(reset.count(), 0);
    QVERIFY(!model.index(0).data(QuestionsModel::kGroupRole).toString().isEmpty());
    // Another day writes the dates anew.
    changed.clear();
    model.setBank(questions, kToday.addDays(1));
    QCOMPARE(changed.count(), 1);
}

void TestQuestionsModel::oneStep_staysInTheGroupAsItIsShown()
{
    QuestionsModel model;
    model.setBank(bank(), kToday);
    const auto before = [&](std::int64_t id, Way way) { return model.before(QuestionId{id}, way); };
    QVERIFY(!before(1, Way::up));
    QCOMPARE(before(1, Way::down), QuestionId{4}); // behind the second
    QCOMPARE(before(4, Way::up), QuestionId{2});   // the retired one between is not shown
    QVERIFY(!before(4, Way::down));
    QCOMPARE(before(2, Way::down), QuestionId{});
    QVERIFY(!before(5, Way::up));
    QVERIFY(!before(5, Way::down));
    QVERIFY(!before(4711, Way::up));
    model.showRetired(true);
    QCOMPARE(before(4, Way::up), QuestionId{3});
    QCOMPARE(before(2, Way::down), QuestionId{4});
}

QTEST_MAIN(TestQuestionsModel)
#include "tst_questions_model.moc"
