// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <QRegularExpression>
#include <QTest>

#include "ReferenceData.h"
#include "core/exchange/Reader.h"

using namespace weavemap;
using namespace weavemap::exchange;

/// GraphML and matrices that other programs wrote: what they hold, and that a known network comes back.
class TestReferenceFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void graphMl_holdsWhatOthersRead_data();
    void graphMl_holdsWhatOthersRead();
    void exported_givesTheNetworkBack_data();
    void exported_givesTheNetworkBack();
    void broken_isRefusedWithTheLine();
    void missingNodes_areImplied();
};

namespace {

std::filesystem::path folder() { return test::referenceFolder() / "formats"; }

struct Line
{
    std::string file;
    std::string format;
    std::string peers;
    std::string network;
};

std::vector<Line> manifest()
{
    std::vector<Line> lines;
    for (const auto& row : test::tableOf(folder() / "MANIFEST.csv"))
        if (row.size() > 8 && row[0] != "file")
            lines.push_back({row[0], row[1], row[7], row[8]});
    return lines;
}

/// A tie as (end, end, weight), ends in order where it has no direction.
using Tie3 = std::tuple<std::string, std::string, double>;

Tie3 tieOf(std::string a, std::string b, double weight, bool isDirected)
{
    if (!isDirected && b < a)
        std::swap(a, b);
    return {std::move(a), std::move(b), weight};
}

} // namespace

void TestReferenceFormats::initTestCase() { QVERIFY(manifest().size() > 20); }

void TestReferenceFormats::graphMl_holdsWhatOthersRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("peers");
    for (const Line& line : manifest())
        if (line.format == "GraphML" && line.file != "graphology/miserables_broken.graphml")
            QTest::newRow(line.file.c_str())
                << QString::fromStdString((folder() / line.file).string()) << QString::fromStdString(line.peers);
}

void TestReferenceFormats::graphMl_holdsWhatOthersRead()
{
    QFETCH(QString, path);
    QFETCH(QString, peers);
    const auto network = readFile(path.toStdString());
    QVERIFY(network.has_value());
    QCOMPARE(network->rejected.size(), std::size_t{0});
    // Peers that differ read fewer of several graphs, so the largest count is the file's own.
    qulonglong people = 0, ties = 0;
    auto found = QRegularExpression(QStringLiteral("(\\d+) nodes, (\\d+) edges")).globalMatch(peers);
    QVERIFY(found.hasNext());
    while (found.hasNext()) {
        const auto match = found.next();
        people = std::max(people, match.captured(1).toULongLong());
        ties = std::max(ties, match.captured(2).toULongLong());
    }
    QCOMPARE(static_cast<qulonglong>(network->statedPeople), people);
    QCOMPARE(static_cast<qulonglong>(network->statedTies), ties);
    for (const ImportedPerson& person : network->people)
        QVERIFY(person.sourceId && !person.name.empty());
}

void TestReferenceFormats::exported_givesTheNetworkBack_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("network");
    QTest::addColumn<bool>("isMatrix");
    for (const Line& line : manifest()) {
        const bool isMatrix = line.file.find(".matrix") != std::string::npos;
        if (!line.network.empty() && (isMatrix || line.format == "GraphML"))
            QTest::newRow(line.file.c_str())
                << QString::fromStdString(line.file) << QString::fromStdString(line.network) << isMatrix;
    }
}

void TestReferenceFormats::exported_givesTheNetworkBack()
{
    QFETCH(QString, file);
    QFETCH(QString, network);
    QFETCH(bool, isMatrix);
    const auto origin = test::networkFolder(network.toStdString());
    const auto read = readFile(folder() / file.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(read->kind, isMatrix ? ReadAs::matrix : ReadAs::detect);
    const bool isDirected = test::bytesOf(origin / "meta.json").find("\"directed\": true") != std::string::npos;
    QCOMPARE(read->directed, isDirected);

    // A matrix knows people by their names only.
    std::map<std::string, std::string> labels;
    std::multiset<std::string> expectedPeople, people;
    const auto nodes = test::tableOf(origin / "nodes.csv");
    for (std::size_t row = 1; row < nodes.size(); ++row) {
        labels[nodes[row][0]] = nodes[row][1];
        expectedPeople.insert(isMatrix ? nodes[row][1] : nodes[row][0] + "=" + nodes[row][1]);
    }
    for (const ImportedPerson& person : read->people)
        people.insert(isMatrix ? person.name : *person.sourceId + "=" + person.name);
    QVERIFY(people == expectedPeople);

    std::multiset<Tie3> expectedTies, ties;
    const auto edges = test::tableOf(origin / "edges.csv");
    for (std::size_t row = 1; row < edges.size(); ++row) {
        const std::string &a = edges[row][0], &b = edges[row][1];
        expectedTies.insert(
            tieOf(isMatrix ? labels[a] : a, isMatrix ? labels[b] : b, std::stod(edges[row][2]), isDirected));
    }
    for (const ImportedTie& tie : read->ties)
        ties.insert(tieOf(tie.source.text, tie.target.text, tie.weight, tie.directed));
    QVERIFY(ties == expectedTies);
}

void TestReferenceFormats::broken_isRefusedWithTheLine()
{
    const auto network = readFile(folder() / "graphology" / "miserables_broken.graphml");
    QVERIFY(!network);
    QCOMPARE(network.error().code, ErrorCode::malformedFile);
    QVERIFY(std::stoi(network.error().args.at(1)) > 1);
    QVERIFY(network.error().args.at(2).find("label") != std::string::npos);
}

void TestReferenceFormats::missingNodes_areImplied()
{
    const auto network = readFile(folder() / "graphology" / "missing_nodes.graphml");
    QVERIFY(network.has_value());
    const auto notice = std::find_if(network->notices.begin(), network->notices.end(), [](const RowIssue& issue) {
        return issue.reason.code == ErrorCode::impliedPeople;
    });
    QVERIFY(notice != network->notices.end());
    QVERIFY(std::stoi(notice->reason.args.at(0)) > 0);
}

QTEST_APPLESS_MAIN(TestReferenceFormats)
#include "tst_reference_formats.moc"
