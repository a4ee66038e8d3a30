// SPDX-License-Identifier: GPL-3.0-or-later
#include <stop_token>
#include <string>

#include <QTest>

#include "Grid.h"
#include "core/exchange/CsvReader.h"

using namespace weavemap;
using namespace weavemap::exchange;
using test::Grid;
using test::gridOf;

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineEnds_mayMix();
    void quotes_holdDelimitersQuotesAndLines();
    void quotesInsidePlainCell_arePlain();
    void textBehindClosingQuote_isKeptAndNoticed();
    void unclosedQuote_isRefusedWhereItOpens();
    void quoteClosingInsideLaterLine_swallowsNothing();
    void rows_mayBeRagged();
    void lines_areWhereRowsStart();
    void lastLine_needsNoEnd();
    void emptyText_hasNoRows();
    void sepLine_namesDelimiterAndIsNoData();
    void sniffing_picksTheDelimiterThatAgrees_data();
    void sniffing_picksTheDelimiterThatAgrees();
    void limits_refuseWhatPassesThem();
    void cancelled_stops();
    void manyRows_allArrive();
};

void TestCsvReader::lineEnds_mayMix()
{
    QVERIFY(gridOf("a,b\r\n1,2\n3,4\r5,6") == (Grid{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}));
    QVERIFY(gridOf("a\r\rb") == (Grid{{"a"}, {""}, {"b"}}));
    QCOMPARE(readCsv("a\nb\nc\r\n", {}, "t")->facts.lineEnd, LineEnd::lf);
    QCOMPARE(readCsv("a\rb\r", {}, "t")->facts.lineEnd, LineEnd::cr);
}

void TestCsvReader::quotes_holdDelimitersQuotesAndLines()
{
    QVERIFY(gridOf("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n") == (Grid{{"a,b", "say \"hi\"", "two\r\nlines"}}));
    QVERIFY(gridOf("\"\",\"\"\"\",\"\"\"\"\"\"\n") == (Grid{{"", "\"", "\"\""}}));
}

void TestCsvReader::quotesInsidePlainCell_arePlain()
{
    QVERIFY(gridOf("met at \"Spring Fair\",5\" nail\n, \"x\"\n") ==
            (Grid{{"met at \"Spring Fair\"", "5\" nail"}, {"", " \"x\""}}));
}

void TestCsvReader::textBehindClosingQuote_isKeptAndNoticed()
{
    const auto sheet = readCsv("a,b\n\"Ann\" Lee,2\n", {}, "t");
    QVERIFY(sheet.has_value());
    QVERIFY(gridOf(*sheet) == (Grid{{"a", "b"}, {"Ann Lee", "2"}}));
    QCOMPARE(sheet->issues.size(), std::size_t{1});
    QCOMPARE(sheet->issues[0].line, std::size_t{2});
    QCOMPARE(sheet->issues[0].reason.code, ErrorCode::strayQuote);
}

void TestCsvReader::unclosedQuote_isRefusedWhereItOpens()
{
    const auto sheet = readCsv("a,b\n1,2\n3,\"4\n5,6\n", {}, "t.csv");
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().code, ErrorCode::unclosedQuote);
    QVERIFY(sheet.error().args == (std::vector<std::string>{"t.csv", "3"}));
}

void TestCsvReader::quoteClosingInsideLaterLine_swallowsNothing()
{
    const auto sheet = readCsv("name,note\n\"Ann,1\nBo,2\nCid,\"x\" y\n", {}, "t.csv");
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().code, ErrorCode::unclosedQuote);
    QCOMPARE(sheet.error().args.at(1), std::string("2"));
}

void TestCsvReader::rows_mayBeRagged()
{
    const auto sheet = readCsv("a,b,c\n1\n\n1,2,3,4\n,\n", {}, "t");
    QVERIFY(gridOf(*sheet) == (Grid{{"a", "b", "c"}, {"1"}, {""}, {"1", "2", "3", "4"}, {"", ""}}));
    QCOMPARE(sheet->columnCount(), std::size_t{4});
    QVERIFY(sheet->cell(1, 2).empty());
    QVERIFY(sheet->isBlank(2) && sheet->isBlank(4) && !sheet->isBlank(1));
}

void TestCsvReader::lines_areWhereRowsStart()
{
    const auto sheet = readCsv("a,b\r\n\"1\r\n\r\n2\",x\r\n3,\"y\nz\"\r\n4,5", {}, "t");
    QCOMPARE(sheet->line(0), std::size_t{1});
    QCOMPARE(sheet->line(1), std::size_t{2});
    QCOMPARE(sheet->line(2), std::size_t{5});
    QCOMPARE(sheet->line(3), std::size_t{7});
}

void TestCsvReader::lastLine_needsNoEnd()
{
    QVERIFY(gridOf("a,b") == (Grid{{"a", "b"}}));
    QVERIFY(gridOf("a,") == (Grid{{"a", ""}}));
    QVERIFY(gridOf("a,\"\"") == (Grid{{"a", ""}}));
}

void TestCsvReader::emptyText_hasNoRows() { QCOMPARE(readCsv("", {}, "t")->rowCount(), std::size_t{0}); }

void TestCsvReader::sepLine_namesDelimiterAndIsNoData()
{
    const auto sheet = readCsv("sep=;\r\na;b,c\r\n", {}, "t");
    QVERIFY(gridOf(*sheet) == (Grid{{"a", "b,c"}}));
    QCOMPARE(sheet->line(0), std::size_t{2});
    QVERIFY(gridOf("\"sep=|\"\na|b\n") == (Grid{{"a", "b"}}));
    QVERIFY(gridOf("sep=x and more\na\n").size() == 2);
}

void TestCsvReader::sniffing_picksTheDelimiterThatAgrees_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
    QTest::newRow("names with commas") << QByteArray("Nr;Name;Fee\n1;Lee, Ann;3,50\n2;Ray, Bo;4,10\n") << ';';
    QTest::newRow("semicolons in choices") << QByteArray("id,groups,x\n1,a;b;c;,y\n2,a;b;,z\n") << ',';
    QTest::newRow("tab") << QByteArray("a\tb\nx, y\tz\n") << '\t';
    QTest::newRow("quoted commas") << QByteArray("\"a,b,c\";d\n\"e,f,g\";h\n") << ';';
    QTest::newRow("one column") << QByteArray("name\nAnn\nBo\n") << ',';
    QTest::newRow("nothing") << QByteArray("") << ',';
    QTest::newRow("open quote") << QByteArray("a;b\n1;2\n3;\"4") << ';';
}

void TestCsvReader::sniffing_picksTheDelimiterThatAgrees()
{
    QFETCH(QByteArray, text);
    QFETCH(char, delimiter);
    QCOMPARE(sniffDelimiter({text.constData(), static_cast<std::size_t>(text.size())}), delimiter);
}

void TestCsvReader::limits_refuseWhatPassesThem()
{
    ReadOptions options;
    options.limits.rows = 3;
    options.limits.columns = 4;
    options.limits.cellBytes = 10;
    options.limits.cells = 6;
    QCOMPARE(gridOf("1\n2\n3\n", options).size(), std::size_t{3});
    for (const char* text :
         {"1\n2\n3\n4\n", "1,2,3,4,5\n", "12345678901\n", "\"1234567890\n1\"", "1,2,3\n1,2,3\n1\n"}) {
        const auto sheet = readCsv(text, options, "t");
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().code, ErrorCode::fileTooLarge);
    }
}

void TestCsvReader::cancelled_stops()
{
    std::stop_source source;
    source.request_stop();
    const auto sheet = readCsv("a,b\n1,2\n", {}, "t", RunContext(source.get_token()));
    QVERIFY(!sheet);
    QCOMPARE(sheet.error().code, ErrorCode::cancelled);
}

void TestCsvReader::manyRows_allArrive()
{
    std::string text = "id,name,note\n";
    constexpr std::size_t kRows = 100'000;
    for (std::size_t row = 0; row < kRows; ++row)
        text += std::to_string(row) + ",\"Person, " + std::to_string(row) + "\",some plain words here\n";
    int reports = 0;
    double last = 0;
    const RunContext run({}, [&](double done) {
        ++reports;
        QVERIFY(done >= last);
        last = done;
    });
    const auto sheet = readCsv(text, {}, "t", run);
    QCOMPARE(sheet->rowCount(), kRows + 1);
    QCOMPARE(std::string(sheet->cell(kRows, 1)), std::string("Person, 99999"));
    QCOMPARE(sheet->line(kRows), kRows + 1);
    QVERIFY(reports > 10 && reports <= 100);
    QCOMPARE(last, 1.0);
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
