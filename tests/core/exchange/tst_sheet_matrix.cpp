// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QTest>

#include "Grid.h"
#include "core/exchange/ImportedNetwork.h"
#include "core/exchange/MatrixShape.h"

using namespace weavemap;
using namespace weavemap::exchange;
using test::networkOf;

class TestSheetMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mirror_isUndirectedAndCountsEachPairOnce();
    void unmirrored_isDirected();
    void option_overridesTheShape();
    void marksDashesAndNumbers_areTies();
    void badCell_isRejectedTheRestStays();
    void equalNames_stayApartByTheirPlace();
    void twoSets_haveNoDirection();
    void headerWithoutCorner_isShifted();
    void diagonal_isASelfLoop();
    void rowWithoutLabel_isRejected();
    void rowsInOtherOrder_meanTheSamePeople();
};

void TestSheetMatrix::mirror_isUndirectedAndCountsEachPairOnce()
{
    const auto network = networkOf(",Ann,Bo,Cid\nAnn,0,2,0\nBo,2,0,1\nCid,0,1,0\n");
    QCOMPARE(network->kind, ReadAs::matrix);
    QVERIFY(!network->directed);
    QCOMPARE(network->statedPeople, std::size_t{3});
    QCOMPARE(network->statedTies, std::size_t{2});
    QCOMPARE(network->ties.at(0).weight, 2.0);
    QCOMPARE(network->people.at(network->ties.at(0).source.person).name, std::string("Ann"));
    QVERIFY(!network->people.at(0).sourceId);
}

void TestSheetMatrix::unmirrored_isDirected()
{
    const auto network = networkOf(",Ann,Bo,Cid\nAnn,0,1,0\nBo,1,0,1\nCid,0,0,0\n");
    QVERIFY(network->directed);
    QCOMPARE(network->statedTies, std::size_t{3});
    QCOMPARE(network->ties.at(2).source.text, std::string("Bo"));
    QCOMPARE(network->ties.at(2).target.text, std::string("Cid"));
    QVERIFY(network->ties.at(2).directed);
    // The same pairs with different weights are no mirror either.
    QVERIFY(networkOf(",Ann,Bo,Cid\nAnn,0,1,0\nBo,2,0,0\nCid,0,0,0\n")->directed);
}

void TestSheetMatrix::option_overridesTheShape()
{
    ReadOptions options;
    options.as = ReadAs::matrix;
    options.direction = TieDirection::directed;
    const auto arcs = networkOf(",A,B\nA,0,1\nB,1,0\n", options);
    QCOMPARE(arcs->statedTies, std::size_t{2});
    QVERIFY(arcs->ties.at(0).directed && arcs->directed);
    options.direction = TieDirection::undirected;
    const auto edges = networkOf(",A,B\nA,0,1\nB,0,0\n", options);
    QCOMPARE(edges->statedTies, std::size_t{1});
    QVERIFY(!edges->directed);
}

void TestSheetMatrix::marksDashesAndNumbers_areTies()
{
    const auto weight = [](std::string_view cell, char delimiter = ',') {
        const auto value = parseMatrixCell(cell, delimiter);
        return value ? value->value_or(0) : -1;
    };
    for (const char* none : {"", " ", "0", "0.0", "-", "–", "—", "."})
        QCOMPARE(weight(none), 0.0);
    for (const char* mark : {"x", " X ", "✓", "yes", "1"})
        QCOMPARE(weight(mark), 1.0);
    QCOMPARE(weight("2.5"), 2.5);
    QCOMPARE(weight("2,5", ';'), 2.5);
    for (const char* bad : {"-1", "maybe", "nan", "1/2"})
        QCOMPARE(weight(bad), -1.0);
}

void TestSheetMatrix::badCell_isRejectedTheRestStays()
{
    const auto network = networkOf(",Ann,Bo,Cid\nAnn,,x,?\nBo,,,x\nCid,,,\n");
    QCOMPARE(network->statedTies, std::size_t{2});
    QCOMPARE(network->rejected.size(), std::size_t{1});
    QCOMPARE(network->rejected.at(0).line, std::size_t{2});
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::badNumber);
}

void TestSheetMatrix::equalNames_stayApartByTheirPlace()
{
    const auto network = networkOf(",Ana,Ana,Bo\nAna,,x,\nAna,,,x\nBo,,,\n");
    QCOMPARE(network->statedPeople, std::size_t{3});
    QCOMPARE(network->ties.at(0).source.person, std::size_t{0});
    QCOMPARE(network->ties.at(0).target.person, std::size_t{1});
    QCOMPARE(network->ties.at(1).source.person, std::size_t{1});
}

void TestSheetMatrix::twoSets_haveNoDirection()
{
    const auto network = networkOf(",Club,Choir\nAnn,1,0\nBo,1,1\nCid,0,1\n");
    QCOMPARE(network->kind, ReadAs::matrix);
    QVERIFY(!network->directed);
    QCOMPARE(network->statedPeople, std::size_t{5});
    QCOMPARE(network->statedTies, std::size_t{4});
}

void TestSheetMatrix::headerWithoutCorner_isShifted()
{
    const auto network = networkOf("Ann\tBo\tCid\nAnn\t0\t0\t3\nBo\t0\t0\t0\nCid\t0\t0\t0\n");
    QCOMPARE(network->kind, ReadAs::matrix);
    QCOMPARE(network->statedTies, std::size_t{1});
    QCOMPARE(network->ties.at(0).target.text, std::string("Cid"));
    QVERIFY(network->notices.empty());
}

void TestSheetMatrix::diagonal_isASelfLoop()
{
    const auto network = networkOf(",Ann,Bo\nAnn,2,1\nBo,1,0\n");
    QCOMPARE(network->statedTies, std::size_t{2});
    QCOMPARE(network->ties.at(0).source.person, network->ties.at(0).target.person);
}

void TestSheetMatrix::rowWithoutLabel_isRejected()
{
    const auto network = networkOf(",Ann,Bo\nAnn,0,1\n,1,0\nBo,1,0\n");
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::missingName);
    QCOMPARE(network->rejected.at(0).line, std::size_t{3});
}

void TestSheetMatrix::rowsInOtherOrder_meanTheSamePeople()
{
    const auto network = networkOf(",Ann,Bo,Cid\nCid,1,0,0\nAnn,0,0,1\nBo,0,0,0\n");
    QCOMPARE(network->statedPeople, std::size_t{3});
    QCOMPARE(network->statedTies, std::size_t{1});
    QVERIFY(!network->directed);
}

QTEST_APPLESS_MAIN(TestSheetMatrix)
#include "tst_sheet_matrix.moc"
