// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include "core/exchange/Reader.h"
#include "core/exchange/SheetGuess.h"

using namespace weavemap;
using namespace weavemap::exchange;
using namespace std::string_literals;

/// Which reader takes a file, and what is said where none does.
class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_areRefusedWithTheirReason_data();
    void files_areRefusedWithTheirReason();
    void content_decidesBeforeSuffix();
    void sayingWhatItIs_readsAnySuffix();
    void missingFileAndFolder_areErrors();
    void largeFile_isRefusedBeforeItIsRead();
    void pathsMayBeUnicode();
    void fieldNames_goBothWays();
    void progress_neverGoesBack();

private:
    std::filesystem::path write(const std::string& name, const std::string& bytes);
    QTemporaryDir m_folder;
};

std::filesystem::path TestReaders::write(const std::string& name, const std::string& bytes)
{
    const auto path = std::filesystem::path(m_folder.path().toStdString()) /
                      std::filesystem::path(std::u8string(name.begin(), name.end()));
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

void TestReaders::files_areRefusedWithTheirReason_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    const std::string png = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;
    row("a.png", png, ErrorCode::notText);
    row("png.csv", png, ErrorCode::notText);
    row("noSuffix", png, ErrorCode::notText);
    row("empty.csv", "", ErrorCode::fileEmpty);
    row("empty.graphml", "", ErrorCode::fileEmpty);
    row("blank.csv", "\n\n", ErrorCode::noHeader);
    row("mark.csv", "\xEF\xBB\xBF", ErrorCode::noHeader);
    row("book.xlsx", "PK\x03\x04 and so on", ErrorCode::unknownFormat);
    row("a.gexf", "<gexf></gexf>", ErrorCode::unknownFormat);
    row("a.graphml", "words", ErrorCode::malformedFile);
    row("page.xml", "<html></html>", ErrorCode::unknownFormat);
    row("quote.csv", "a,b\n\"1,2\n", ErrorCode::unclosedQuote);
}

void TestReaders::files_areRefusedWithTheirReason()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto path = write(name.toStdString(), bytes.toStdString());
    const auto network = readFile(path);
    QVERIFY(!network);
    QCOMPARE(static_cast<int>(network.error().code), code);
    QCOMPARE(network.error().args.at(0), path.string());
}

void TestReaders::content_decidesBeforeSuffix()
{
    const auto path = write("graph.txt", "<graphml><graph><node id='1'/></graph></graphml>");
    const auto network = readFile(path);
    QVERIFY(network.has_value());
    QCOMPARE(network->facts.format, std::string("graphml"));
    const auto upper = readFile(write("LIST.CSV", "id,label\n1,Ann\n"));
    QCOMPARE(upper->facts.format, std::string("csv"));
    QVERIFY(readFile(write("list", "id,label\n1,Ann\n")).has_value());
}

void TestReaders::sayingWhatItIs_readsAnySuffix()
{
    const auto path = write("people.list", "id,label\n1,Ann\n");
    QCOMPARE(readFile(path).error().code, ErrorCode::unknownFormat);
    ReadOptions options;
    options.as = ReadAs::members;
    QCOMPARE(readFile(path, options)->statedPeople, std::size_t{1});
}

void TestReaders::missingFileAndFolder_areErrors()
{
    QCOMPARE(readFile("/nowhere/at/all.csv").error().code, ErrorCode::fileNotFound);
    QCOMPARE(readFile(m_folder.path().toStdString()).error().code, ErrorCode::fileUnreadable);
    QCOMPARE(readSheet("/nowhere/at/all.csv").error().code, ErrorCode::fileNotFound);
}

void TestReaders::largeFile_isRefusedBeforeItIsRead()
{
    ReadOptions options;
    options.limits.fileBytes = 5;
    QCOMPARE(readFile(write("six.csv", "id\n12\n"), options).error().code, ErrorCode::fileTooLarge);
}

void TestReaders::pathsMayBeUnicode()
{
    const auto network = readFile(write("Lucía 田中.csv", "id,label\n1,Ann\n"));
    QVERIFY(network.has_value());
    const auto bad = readFile(write("Zoë.csv", "\n"));
    QVERIFY(bad.error().args.at(0).ends_with("Zoë.csv"));
}

void TestReaders::fieldNames_goBothWays()
{
    for (int at = 0; at <= static_cast<int>(Field::direction); ++at) {
        const auto field = static_cast<Field>(at);
        QVERIFY(!fieldName(field).empty());
        QVERIFY(fieldFromName(fieldName(field)) == field);
    }
    QVERIFY(!fieldFromName("Name") && !fieldFromName(""));
    QVERIFY(fieldOfHeader("Member since (year)", ReadAs::members) == Field::joined);
    QVERIFY(fieldOfHeader("PRÉNOM", ReadAs::members) == Field::firstName);
    QVERIFY(fieldOfHeader("Talks to", ReadAs::ties) == Field::target);
    QVERIFY(!fieldOfHeader("Shoe size", ReadAs::members));
}

void TestReaders::progress_neverGoesBack()
{
    std::string text = "source,target\n";
    for (int row = 0; row < 50'000; ++row)
        text += std::to_string(row) + "," + std::to_string(row + 1) + "\n";
    double last = 0;
    int reports = 0;
    const RunContext run({}, [&](double done) {
        ++reports;
        QVERIFY(done >= last && done <= 1);
        last = done;
    });
    QCOMPARE(readFile(write("long.csv", text), {}, run)->statedTies, std::size_t{50'000});
    QCOMPARE(last, 1.0);
    QVERIFY(reports > 10 && reports <= 110);
}

QTEST_APPLESS_MAIN(TestReaders)
#include "tst_readers.moc"
