// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <QTest>

#include "Grid.h"
#include "core/exchange/CellValue.h"
#include "core/exchange/ImportedNetwork.h"

using namespace weavemap;
using namespace weavemap::exchange;
using test::networkOf;

/// How often and since when: the columns of a tie list that say it, and what their cells mean.
class TestTieManner : public QObject
{
    Q_OBJECT

    static Date day(int year, int month, int dayOfMonth) { return Date::fromYmd(year, month, dayOfMonth).value(); }

private Q_SLOTS:
    void headings_nameTheirField_data();
    void headings_nameTheirField();
    void frequencies_areReadAsPeopleWriteThem_data();
    void frequencies_areReadAsPeopleWriteThem();
    void frequency_isANumberOrWords();
    void beginnings_areDaysMonthsAndYears_data();
    void beginnings_areDaysMonthsAndYears();
    void dates_followTheOrderOfTheirColumn();
    void cellsThatCannotBeRead_costTheCellNotTheTie();
    void rowLeftOut_isNotNoticedAsWell();
    void severalTargets_shareWhatTheirRowSays();
    void start_isADateOrAnEndOfTheTie();
    void columns_canBeNamedAndRefused();
    void guardedAndOddCells_areText();
};

void TestTieManner::headings_nameTheirField_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("isContact");
    for (const char* header : {"how often", "How often?", "HOW OFTEN", "Contact frequency", "Frequency of contact",
                               "Frequency", "How often are you in touch?", "Wie oft"})
        QTest::newRow(header) << QByteArray(header) << QByteArray("monthly") << true;
    for (const char* header :
         {"since", "Since (date)", "Start date", "start", "From date", "Connected since", "Known since", "seit"})
        QTest::newRow(header) << QByteArray(header) << QByteArray("2019-03-31") << false;
}

void TestTieManner::headings_nameTheirField()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, cell);
    QFETCH(const bool, isContact);
    const auto network = networkOf("source,target," + header.toStdString() + "\n1,2," + cell.toStdString() + "\n");
    QVERIFY(network);
    QCOMPARE(network->ties.size(), std::size_t{1});
    QCOMPARE(network->ties.at(0).contact, isContact ? TieContact::monthly : TieContact::unknown);
    QCOMPARE(network->ties.at(0).since, isContact ? std::nullopt : std::optional(day(2019, 3, 31)));
    QCOMPARE(network->ties.at(0).weight, 1.0);
    QVERIFY(network->furtherTieColumns.empty());
    QVERIFY(network->notices.empty());
}

void TestTieManner::frequencies_areReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("contact"); // -1: not understood
    const auto row = [](const char* cell, TieContact contact) {
        QTest::newRow(cell) << QByteArray(cell) << static_cast<int>(contact);
    };
    row("weekly", TieContact::weekly);
    row(" Weekly ", TieContact::weekly);
    row("ONCE A WEEK", TieContact::weekly);
    row("daily", TieContact::weekly);
    row("weekly (mostly)", TieContact::weekly);
    row("w\xC3\xB6"
        "chentlich",
        TieContact::weekly);
    row("fortnightly", TieContact::monthly);
    row("Every month", TieContact::monthly);
    row("each term", TieContact::eachTerm);
    row("quarterly", TieContact::eachTerm);
    row("annually", TieContact::yearly);
    row("Yearly", TieContact::yearly);
    row("", TieContact::unknown);
    row("  ", TieContact::unknown);
    row("not said", TieContact::unknown);
    row("don't know", TieContact::unknown);
    for (const char* cell :
         {"often", "never", "3", "0", "sometimes", "week", "(weekly)", "\xF0\x9F\x98\x80", "weekly weekly"})
        QTest::newRow(cell) << QByteArray(cell) << -1;
}

void TestTieManner::frequencies_areReadAsPeopleWriteThem()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const int, contact);
    const auto read = parseContact(cell.toStdString());
    QCOMPARE(read.has_value(), contact >= 0);
    if (read)
        QCOMPARE(static_cast<int>(*read), contact);
    else
        QVERIFY(read.error().args == (std::vector<std::string>{"contact", cell.toStdString()}));
}

void TestTieManner::frequency_isANumberOrWords()
{
    const auto numbers = networkOf("source,target,frequency\n1,2,3\n2,3,4\n");
    QCOMPARE(numbers->ties.at(1).weight, 4.0);
    QCOMPARE(numbers->ties.at(1).contact, TieContact::unknown);
    const auto words = networkOf("source,target,frequency\n1,2,\n2,3,3\n3,4,weekly\n");
    QCOMPARE(words->ties.size(), std::size_t{3}); // nothing is left out for want of a number
    QCOMPARE(words->ties.at(1).weight, 1.0);
    QCOMPARE(words->ties.at(2).contact, TieContact::weekly);
    QCOMPARE(words->notices.size(), std::size_t{1});
    QCOMPARE(words->notices.at(0).line, std::size_t{3});
    // Beside a column of words the number is still the weight.
    const auto both = networkOf("source,target,how often,frequency\n1,2,monthly,5\n");
    QCOMPARE(both->ties.at(0).weight, 5.0);
    QCOMPARE(both->ties.at(0).contact, TieContact::monthly);
}

void TestTieManner::beginnings_areDaysMonthsAndYears_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("date"); // empty: none
    QTest::addColumn<bool>("isDay");
    QTest::newRow("iso") << QByteArray("2019-03-31") << QByteArray("2019-03-31") << true;
    QTest::newRow("with time") << QByteArray("2019-03-31T10:00") << QByteArray("2019-03-31") << true;
    QTest::newRow("dots") << QByteArray("31.3.2019") << QByteArray("2019-03-31") << true;
    QTest::newRow("year") << QByteArray(" 2019 ") << QByteArray("2019-01-01") << false;
    QTest::newRow("year and month") << QByteArray("2019-03") << QByteArray("2019-03-01") << false;
    QTest::newRow("month and year") << QByteArray("3/2019") << QByteArray("2019-03-01") << false;
    QTest::newRow("month with a zero") << QByteArray("03.2019") << QByteArray("2019-03-01") << false;
    for (const char* cell : {"", "19", "1850", "2100", "20190", "2019-13", "2019-0", "2019-", "-2019", "13/2019",
                             "2019-3-", "a while", "31/2/2019", "3/4/2019", "2019x", "2019.5.6.7", "\xC2\xB2\xC2\xB2"})
        QTest::newRow(QByteArray("not ").append(cell).constData()) << QByteArray(cell) << QByteArray() << false;
}

void TestTieManner::beginnings_areDaysMonthsAndYears()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QByteArray, date);
    QFETCH(const bool, isDay);
    const auto read = parseBeginning(cell.toStdString(), DateOrder::unknown);
    QCOMPARE(read.has_value(), !date.isEmpty());
    if (!read)
        return;
    QCOMPARE(read->date.toIso(), date.toStdString());
    QCOMPARE(read->isDay, isDay);
}

void TestTieManner::dates_followTheOrderOfTheirColumn()
{
    const auto told = networkOf("source,target,since\n1,2,3/4/2019\n2,3,31/4/2020\n3,4,30/4/2020\n");
    QCOMPARE(told->ties.at(0).since, std::optional(day(2019, 4, 3)));
    QVERIFY(!told->ties.at(1).since); // no such day
    QCOMPARE(told->notices.size(), std::size_t{1});
    const auto untold = networkOf("source,target,since\n1,2,3/4/2019\n");
    QVERIFY(!untold->ties.at(0).since);
    QCOMPARE(untold->notices.at(0).reason.code, ErrorCode::badDate);
}

void TestTieManner::cellsThatCannotBeRead_costTheCellNotTheTie()
{
    const auto network = networkOf("source,target,how often,since\n1,2,now and then,a while\n2,3,weekly,2019\n3,4,,\n");
    QCOMPARE(network->ties.size(), std::size_t{3});
    QVERIFY(network->rejected.empty());
    QCOMPARE(network->notices.size(), std::size_t{3});
    QCOMPARE(network->notices.at(0).line, std::size_t{2});
    QCOMPARE(network->notices.at(0).reason.code, ErrorCode::outOfRange);
    QCOMPARE(network->notices.at(0).reason.args.at(1), std::string("now and then"));
    QCOMPARE(network->notices.at(1).reason.code, ErrorCode::badDate);
    QVERIFY(network->notices.at(1).reason.args == std::vector<std::string>{"a while"});
    // A year stands for its first day, which the user is told.
    QCOMPARE(network->notices.at(2).line, std::size_t{3});
    QVERIFY(network->notices.at(2).reason.args == (std::vector<std::string>{"2019", "2019-01-01"}));
}

void TestTieManner::rowLeftOut_isNotNoticedAsWell()
{
    const auto network =
        networkOf("source,target,weight,how often\n1,,1,often\n1,2,x,often\n,2,1,often\n3,4,1,weekly\n");
    QCOMPARE(network->rejected.size(), std::size_t{3});
    QVERIFY(network->notices.empty());
}

void TestTieManner::severalTargets_shareWhatTheirRowSays()
{
    const auto network = networkOf("Name,Knows,Knows,Since,How often\nAnn,Bo,Cid,2019-03-31,often\n");
    QCOMPARE(network->ties.size(), std::size_t{2});
    for (const ImportedTie& tie : network->ties)
        QCOMPARE(tie.since, std::optional(day(2019, 3, 31)));
    QCOMPARE(network->notices.size(), std::size_t{1}); // of the row, not of each tie
}

void TestTieManner::start_isADateOrAnEndOfTheTie()
{
    const auto ends = networkOf("start,end\nAnn,Bo\nBo,Cid\n", ReadAs::ties);
    QVERIFY(ends);
    QCOMPARE(ends->ties.at(0).source.text, std::string("Ann"));
    QVERIFY(ends->notices.empty());
    const auto years = networkOf("start,end\n2019,2020\n2020,2021\n", ReadAs::ties);
    QVERIFY(years);
    QCOMPARE(years->ties.at(0).source.text, std::string("2019"));
    QVERIFY(!years->ties.at(0).since);
    const auto ticks = networkOf("source,target,start\n1,2,17\n");
    QVERIFY(ticks->furtherTieColumns == std::vector<std::size_t>{2});
    QVERIFY(ticks->notices.empty());
}

void TestTieManner::columns_canBeNamedAndRefused()
{
    ReadOptions options;
    options.columns = {{Field::contact, "x"}, {Field::since, "y"}};
    const auto named = networkOf("source,target,x,y\n1,2,monthly,2019-03-31\n", options);
    QCOMPARE(named->ties.at(0).contact, TieContact::monthly);
    QCOMPARE(named->ties.at(0).since, std::optional(day(2019, 3, 31)));
    options = {};
    options.without = {Field::contact, Field::since};
    const auto refused = networkOf("source,target,how often,since\n1,2,monthly,2019-03-31\n", options);
    QCOMPARE(refused->ties.at(0).contact, TieContact::unknown);
    QVERIFY(!refused->ties.at(0).since);
    QVERIFY(refused->furtherTieColumns == (std::vector<std::size_t>{2, 3}));
    QCOMPARE(fieldFromName(fieldName(Field::contact)), std::optional(Field::contact));
    QCOMPARE(fieldFromName("since"), std::optional(Field::since));
}

void TestTieManner::guardedAndOddCells_areText()
{
    const std::string huge(100'000, 'w');
    const auto network = networkOf("source,target,how often,since\n1,2,=1+1," + huge + "\n2,3,\xFF\xFE,\t2019\t\n");
    QVERIFY(network);
    QCOMPARE(network->ties.size(), std::size_t{2});
    QCOMPARE(network->ties.at(1).since, std::optional(day(2019, 1, 1)));
    QCOMPARE(network->notices.size(), std::size_t{4});
}

QTEST_APPLESS_MAIN(TestTieManner)
#include "tst_tie_manner.moc"
