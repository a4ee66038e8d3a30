// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

#include "core/exchange/EdgeListReader.h"
#include "core/exchange/Gzip.h"
#include "core/exchange/Reader.h"

using namespace weavemap;
using namespace weavemap::exchange;

namespace {

std::string packed(const std::string& bytes)
{
    std::string out(bytes.size() + 200, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

class TestEdgeListReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_areTies();
    void comment_saysHowManyPeople();
    void ids_areTextWithoutAComment();
    void weights_andWhatIsNone();
    void linesFurtherDown_areRejected();
    void onlyEdgeLists_areClaimed();
    void gzip_isReadLikeWhatItHolds();
    void gzip_membersAndPadding();
    void gzip_damagedOrHuge_isRefused();
    void tooManyPeople_areRefused();

private:
    std::filesystem::path write(const std::string& name, const std::string& bytes)
    {
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    QTemporaryDir m_folder;
};

void TestEdgeListReader::lines_areTies()
{
    const auto network = readFile(write("a.txt", "# made up\n0 1\r\n1\t2\n\n2 2\n"));
    QVERIFY(network);
    QCOMPARE(network->facts.format, std::string("edgelist"));
    QCOMPARE(network->statedPeople, std::size_t{3});
    QCOMPARE(network->statedTies, std::size_t{3});
    QVERIFY(!network->directed && !network->ties[0].directed);
    QCOMPARE(network->ties[1].source.text, std::string("1"));
    QCOMPARE(network->people[network->ties[1].target.person].sourceId.value(), std::string("2"));
    QCOMPARE(network->ties[1].line, std::size_t{3});
    ReadOptions options;
    options.direction = TieDirection::directed;
    QVERIFY(readFile(write("b", "0 1\n"), options)->ties[0].directed);
}

void TestEdgeListReader::comment_saysHowManyPeople()
{
    const auto network = readFile(write("n.txt", "# n=5 m=1\n3 1\n"));
    QCOMPARE(network->statedPeople, std::size_t{5});
    QCOMPARE(network->people[0].name, std::string("3"));
    QCOMPARE(network->people[4].name, std::string("4"));
}

void TestEdgeListReader::ids_areTextWithoutAComment()
{
    const auto network = readFile(write("ids.txt", "06 6\n6 18446744073709551615\n"));
    QCOMPARE(network->statedPeople, std::size_t{3});
}

void TestEdgeListReader::weights_andWhatIsNone()
{
    const auto network = readFile(write("w.txt", "0 1 2.5\n1 2 0\n2 3 -1\n"));
    QCOMPARE(network->statedTies, std::size_t{1});
    QCOMPARE(network->ties[0].weight, 2.5);
    QCOMPARE(network->rejected.size(), std::size_t{2});
    QCOMPARE(network->rejected[0].line, std::size_t{2});
    QCOMPARE(network->rejected[0].reason.code, ErrorCode::outOfRange);
}

void TestEdgeListReader::linesFurtherDown_areRejected()
{
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += std::to_string(i) + ' ' + std::to_string(i + 1) + '\n';
    const auto network = readFile(write("long.txt", text + "Ana Luis\n7\n"));
    QCOMPARE(network->statedTies, std::size_t{2000});
    QCOMPARE(network->rejected.size(), std::size_t{2});
    QCOMPARE(network->rejected[0].line, std::size_t{2001});
    QCOMPARE(network->rejected[0].reason.code, ErrorCode::badNumber);
}

void TestEdgeListReader::onlyEdgeLists_areClaimed()
{
    const EdgeListReader reader;
    for (const char* bytes : {"source,target\n1,2\n", "1,2\n", "Ana Luis\n", "1\n2\n", "# only this\n", "1 2 3 4\n",
                              "1 2\nAna Luis\n", "1.5 2\n", "1 2 {'weight': 1}\n", "-1 2\n"})
        QVERIFY2(reader.claims({"f", "txt", bytes}) == Claim::no, bytes);
    QVERIFY(reader.claims({"f", "csv", "1 2\n"}) == Claim::byContent);
}

void TestEdgeListReader::gzip_isReadLikeWhatItHolds()
{
    QCOMPARE(readFile(write("a.txt.gz", packed("0 1\n1 2\n")))->statedTies, std::size_t{2});
    const auto csv = readFile(write("t.csv.gz", packed("source,target,weight\nAna,Luis,2\n")));
    QVERIFY(csv);
    QCOMPARE(csv->ties.at(0).weight, 2.0);
}

void TestEdgeListReader::gzip_membersAndPadding()
{
    QCOMPARE(*gunzip(packed("one ") + packed("two"), 100, "p"), std::string("one two"));
    QCOMPARE(*gunzip(packed("one") + std::string(512, '\0'), 100, "p"), std::string("one"));
    QCOMPARE(*gunzip(packed(std::string(1000000, 'x')), 1000000, "p"), std::string(1000000, 'x'));
    QCOMPARE(readFile(write("e.csv.gz", packed(""))).error().code, ErrorCode::fileEmpty);
}

void TestEdgeListReader::gzip_damagedOrHuge_isRefused()
{
    const std::string whole = packed("0 1\n1 2\n2 3\n");
    for (std::size_t length = 3; length < whole.size(); ++length)
        QCOMPARE(gunzip(whole.substr(0, length), 1000, "p").error().code, ErrorCode::malformedFile);
    std::string flipped = whole;
    flipped[whole.size() - 6] = static_cast<char>(~flipped[whole.size() - 6]); // in the checksum
    QCOMPARE(gunzip(flipped, 1000, "p").error().code, ErrorCode::malformedFile);
    // A megabyte of the same in a few bytes.
    QCOMPARE(gunzip(packed(std::string(1000000, 'x')), 999999, "p").error().code, ErrorCode::fileTooLarge);
}

void TestEdgeListReader::tooManyPeople_areRefused()
{
    ReadOptions options;
    options.limits.rows = 1000;
    QCOMPARE(readFile(write("many.txt", "# n=4000000000\n0 1\n"), options).error().code, ErrorCode::fileTooLarge);
}

QTEST_GUILESS_MAIN(TestEdgeListReader)
#include "tst_edge_list_reader.moc"
