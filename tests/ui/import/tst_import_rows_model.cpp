// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "OfficeBox.h"
#include "ui/import/ImportRowsModel.h"
#include "ui/import/LeftOutList.h"

using namespace weavemap;
using namespace weavemap::ui;
using actions::ImportRow;
using actions::RowFate;

namespace {

ImportRow person(std::size_t line, const char* name, RowFate fate, std::optional<Error> reason = {})
{
    ImportRow row;
    row.line = line;
    row.text = name;
    row.fate = fate;
    row.reason = std::move(reason);
    return row;
}

ImportRow tie(std::size_t line, const char* one, const char* other, RowFate fate)
{
    ImportRow row = person(line, one, fate);
    row.what = ImportRow::What::tie;
    row.other = other;
    return row;
}

ImportSources sources()
{
    auto all = std::make_shared<std::vector<ImportSource>>();
    ImportSource first;
    first.name = QStringLiteral("people.csv");
    first.plan.rows = {person(2, "Ana", RowFate::added), person(3, "Ben", RowFate::matched),
                       person(4, "=SUM(A1)", RowFate::rejected, Error(ErrorCode::badEmail, {"x"})),
                       person(5, "Cai", RowFate::doubtful), person(6, "Ana", RowFate::merged)};
    ImportSource second;
    second.name = QStringLiteral("ties.csv");
    second.plan.rows = {tie(2, "Ana", "Ben", RowFate::added), tie(3, "Ana", "Ana", RowFate::selfLoop)};
    all->push_back(first);
    all->push_back(second);
    return all;
}

} // namespace

class ImportRowsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<uitest::Stage>(); }
    void cleanup() { m_stage.reset(); }
    void rows_ofAllFilesInOrder();
    void filters_countWhatTheyShow();
    void leftOut_saysWhy();
    void doubtful_saysWhomItMayBe();
    void ties_nameBothEnds();
    void lineBreaksInNames_stayOnOneLine();
    void nothing_isAnEmptyTable();
    void leftOutList_isGuardedCsv();

private:
    std::unique_ptr<uitest::Stage> m_stage;
};

void ImportRowsModelTest::rows_ofAllFilesInOrder()
{
    ImportRowsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSources(sources());
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.sourceOf(4), 0);
    QCOMPARE(model.sourceOf(5), 1);
    QCOMPARE(model.index(0, ImportRowsModel::kLine).data().toString(), QStringLiteral("2"));
}

void ImportRowsModelTest::filters_countWhatTheyShow()
{
    using Filter = ImportRowsModel::Filter;
    ImportRowsModel model;
    model.setSources(sources());
    for (const auto& [filter, count] :
         {std::pair(Filter::all, 7), std::pair(Filter::added, 2), std::pair(Filter::matched, 2),
          std::pair(Filter::doubtful, 1), std::pair(Filter::leftOut, 2)}) {
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), count);
        QCOMPARE(model.countOf(filter), count);
    }
}

void ImportRowsModelTest::leftOut_saysWhy()
{
    ImportRowsModel model;
    model.setSources(sources());
    model.setFilter(ImportRowsModel::Filter::leftOut);
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row, ImportRowsModel::kFate).data().toString(), QStringLiteral("Left out"));
        QVERIFY(!model.index(row, ImportRowsModel::kWhy).data().toString().isEmpty());
    }
}

void ImportRowsModelTest::doubtful_saysWhomItMayBe()
{
    const auto words = [](std::vector<std::string> args) {
        return ImportRowsModel::doubtWords(
            person(2, "ana", RowFate::doubtful, Error(ErrorCode::ambiguousName, std::move(args))));
    };
    QCOMPARE(words({"ana", "Ana Ruiz (224620078694697416)"}),
             QStringLiteral("It may be Ana Ruiz, who is here already."));
    QVERIFY(words({"ana", "Ana (North) (1)", "Ana"}).endsWith(QStringLiteral(": Ana (North), Ana.")));
    QVERIFY(!ImportRowsModel::doubtWords(person(2, "ana", RowFate::doubtful)).isEmpty());
}

void ImportRowsModelTest::ties_nameBothEnds()
{
    ImportRowsModel model;
    model.setSources(sources());
    QCOMPARE(model.index(5, ImportRowsModel::kText).data().toString(), QStringLiteral("Ana – Ben"));
    const auto who = [&model](const char* text, const char* other) {
        auto one = std::make_shared<std::vector<ImportSource>>(1);
        actions::ImportRow row;
        row.what = actions::ImportRow::What::tie;
        row.fate = RowFate::rejected;
        row.text = text;
        row.other = other;
        one->front().plan.rows = {row};
        model.setSources(one);
        return model.index(0, ImportRowsModel::kText).data().toString();
    };
    QCOMPARE(who("Ana", ""), QStringLiteral("Ana – nobody"));
    QCOMPARE(who("", "Ben"), QStringLiteral("nobody – Ben"));
    QCOMPARE(who("", ""), QString());
}

void ImportRowsModelTest::lineBreaksInNames_stayOnOneLine()
{
    auto all = std::make_shared<std::vector<ImportSource>>(1);
    all->front().plan.rows = {person(2, "Ana\nRuiz", RowFate::added)};
    ImportRowsModel model;
    model.setSources(all);
    QCOMPARE(model.index(0, ImportRowsModel::kText).data().toString(), QStringLiteral("Ana Ruiz"));
}

void ImportRowsModelTest::nothing_isAnEmptyTable()
{
    ImportRowsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSources(sources());
    model.setSources({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.countOf(ImportRowsModel::Filter::all), 0);
}

void ImportRowsModelTest::leftOutList_isGuardedCsv()
{
    const QByteArray text = leftOutList(sources());
    QCOMPARE(text.count('\n'), 3);
    QVERIFY(text.startsWith("\xEF\xBB\xBF")); // for spreadsheet programs
    QVERIFY(text.contains("people.csv,4,"));
    QVERIFY(text.contains("ties.csv,3,"));
    QVERIFY2(!text.contains(",=SUM"), text.constData());
    QVERIFY(!text.contains("Cai"));
}

QTEST_MAIN(ImportRowsModelTest)
#include "tst_import_rows_model.moc"
