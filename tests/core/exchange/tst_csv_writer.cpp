// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <QTest>

#include "Grid.h"
#include "core/exchange/CsvWriter.h"

using namespace weavemap;
using namespace weavemap::exchange;
using test::networkOf;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulas_areGuarded_data();
    void formulas_areGuarded();
    void harmlessCells_stayAsTheyAre_data();
    void harmlessCells_stayAsTheyAre();
    void markStandsOnlyWhereSomethingIsGuarded();
    void thereAndBack_givesTheSameText();
    void otherProgramsApostrophes_areNeverTouched();
    void specialCells_areQuoted();
};

void TestCsvWriter::formulas_areGuarded_data()
{
    QTest::addColumn<QByteArray>("cell");
    for (const char* cell : {"=1+1", "+49 555 0100", "-", "-2+3", "@SUM(A1)", "\tx", "\r=1", "\n=1", "＝1+1", "＠x",
                             "'=1", "''@x", "+", "-1.2.3", "=cmd|'/c calc'!A0"})
        QTest::newRow(cell) << QByteArray(cell);
}

void TestCsvWriter::formulas_areGuarded()
{
    QFETCH(QByteArray, cell);
    const std::string text = cell.toStdString();
    QVERIFY(needsGuard(text));
    CsvWriter writer({"name"});
    writer.addRow({text});
    const auto grid = test::gridOf(writer.text());
    QCOMPARE(grid.at(1).at(0), "'" + text);
    QCOMPARE(std::string(withoutGuard(grid.at(1).at(0))), text);
}

void TestCsvWriter::harmlessCells_stayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("cell");
    for (const char* cell : {"", "Ann", "-5", "+3.5", "-0.25", "'twas", "'", "''", "a=b", " =1", "O'Brien"})
        QTest::newRow(cell) << QByteArray(cell);
}

void TestCsvWriter::harmlessCells_stayAsTheyAre()
{
    QFETCH(QByteArray, cell);
    QVERIFY(!needsGuard(cell.toStdString()));
    QCOMPARE(std::string(withoutGuard(cell.toStdString())), cell.toStdString());
}

void TestCsvWriter::markStandsOnlyWhereSomethingIsGuarded()
{
    CsvWriter plain({"id", "name"});
    plain.addRow({"1", "Ann"});
    QCOMPARE(plain.text(), std::string("id,name\r\n1,Ann\r\n"));
    CsvWriter guarded({"id", "name"});
    guarded.addRow({"1", "=A1"});
    QCOMPARE(guarded.text(), std::string("id,name,weavemap-csv-1\r\n1,'=A1,\r\n"));
}

void TestCsvWriter::thereAndBack_givesTheSameText()
{
    const std::vector<std::string> ids{"=1", "'=2", "06", "6", "-3", "a,b", "c\"d", "e\r\nf", "'x"};
    CsvWriter writer({"id", "name", "=note"});
    for (const std::string& id : ids)
        writer.addRow({id, "Name " + id, "@" + id});
    const auto network = networkOf(writer.text(), ReadAs::members);
    QVERIFY(network.has_value());
    QVERIFY(network->facts.writtenByWeavemap);
    QVERIFY(network->personColumns == (std::vector<std::string>{"id", "name", "=note"}));
    QCOMPARE(network->people.size(), ids.size());
    for (std::size_t at = 0; at < ids.size(); ++at) {
        QCOMPARE(*network->people[at].sourceId, ids[at]);
        QCOMPARE(network->people[at].name, "Name " + ids[at]);
        QCOMPARE(network->people[at].attributes.at(2), "@" + ids[at]);
    }
    QVERIFY(network->notices.empty());
}

void TestCsvWriter::otherProgramsApostrophes_areNeverTouched()
{
    const auto network = networkOf("id,name\n'=1,'+Ann\n", ReadAs::members);
    QCOMPARE(*network->people.at(0).sourceId, std::string("'=1"));
    QCOMPARE(network->people.at(0).name, std::string("'+Ann"));
    QVERIFY(!network->facts.writtenByWeavemap);
}

void TestCsvWriter::specialCells_areQuoted()
{
    CsvWriter writer({"a"});
    writer.addRow({""});
    writer.addRow({"x;y"});
    writer.addRow({"one", "two"});
    QCOMPARE(writer.text(), std::string("a\r\n\"\"\r\n\"x;y\"\r\none\r\n"));
}

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csv_writer.moc"
