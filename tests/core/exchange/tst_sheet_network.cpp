// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <QTest>

#include "Grid.h"
#include "core/exchange/ImportedNetwork.h"

using namespace weavemap;
using namespace weavemap::exchange;
using test::networkOf;

/// Member lists and tie lists: what becomes of cells.
class TestSheetNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_fillIdNameAndEmailOnly();
    void members_keepEveryColumnAsAttribute();
    void members_mapFillsMoreFields();
    void members_missingColumnNamesThoseThereAre();
    void members_idsAreTextByteForByte();
    void members_nameOfTwoColumnsIsJoined();
    void members_withoutNameUseTheIdOrAreRejected();
    void members_oddCellsAreNoticedNotLost();
    void members_equalIdsCountOnce();
    void members_datesNeedAnOrder();
    void members_headersTwiceOrEmptyGetNamesOfTheirOwn();
    void ties_keepEndsAsText();
    void ties_emptyWeightIsOneBadWeightIsRejected();
    void ties_decimalCommaDependsOnTheFile();
    void ties_missingEndIsRejectedWithItsLine();
    void ties_withoutTargetColumnAreRefused();
    void ties_directionComesFromOptionOrColumn();
    void ties_severalTargetsMakeSeveralTies();
    void ties_depthAndTopicAreRead();
    void ties_countLoopsAndDuplicatesSingly();
    void headerWithoutRows_isAnEmptyNetwork();
    void noHeader_isRefused_data();
    void noHeader_isRefused();
    void unknownSheet_isRefusedUnlessSaidWhatItIs();
    void summaryRow_isRejected();
};

void TestSheetNetwork::members_fillIdNameAndEmailOnly()
{
    const auto network = networkOf("id,label,E-mail,Role,Phone,Joined\n7,Ann, a@b.org ,coach,123,2020-01-02\n");
    QCOMPARE(network->kind, ReadAs::members);
    const ImportedPerson& ann = network->people.at(0);
    QCOMPARE(*ann.sourceId, std::string("7"));
    QCOMPARE(ann.name, std::string("Ann"));
    QCOMPARE(ann.email, std::string("a@b.org"));
    QVERIFY(ann.role.empty() && ann.phone.empty() && !ann.joined);
    QCOMPARE(ann.line, std::size_t{2});
}

void TestSheetNetwork::members_keepEveryColumnAsAttribute()
{
    const auto network = networkOf("id,label, Role ,x\n1,Ann, coach ,\n2,Bo\n");
    QVERIFY(network->personColumns == (std::vector<std::string>{"id", "label", " Role ", "x"}));
    QVERIFY(network->people.at(0).attributes == (std::vector<std::string>{"1", "Ann", " coach "}));
    QVERIFY(network->people.at(1).attributes == (std::vector<std::string>{"2", "Bo"}));
}

void TestSheetNetwork::members_mapFillsMoreFields()
{
    ReadOptions options;
    options.as = ReadAs::members;
    options.columns = {{Field::role, "What you do"}, {Field::joined, "Since"}, {Field::name, "Called"}};
    const auto network = networkOf("id,Name,Called,What you do,Since\n1,Anna,Ann,coach,31.12.2020\n", options);
    const ImportedPerson& ann = network->people.at(0);
    QCOMPARE(ann.name, std::string("Ann"));
    QCOMPARE(ann.role, std::string("coach"));
    QCOMPARE(ann.joined->toIso(), std::string("2020-12-31"));
    QCOMPARE(*ann.sourceId, std::string("1"));
}

void TestSheetNetwork::members_missingColumnNamesThoseThereAre()
{
    ReadOptions options;
    options.columns = {{Field::name, "Full name"}};
    const auto network = networkOf("id,Name\n1,Ann\n", options);
    QVERIFY(!network);
    QCOMPARE(network.error().code, ErrorCode::missingColumn);
    QVERIFY(network.error().args == (std::vector<std::string>{"Full name", "id", "Name"}));
}

void TestSheetNetwork::members_idsAreTextByteForByte()
{
    const auto network = networkOf("id,label\n06,a\n6,b\n 6,c\nNULL,d\n1e1,e\n10,f\nÉ,g\nE\xCC\x81,h\n=7,i\n");
    std::vector<std::string> ids;
    for (const ImportedPerson& person : network->people)
        ids.push_back(*person.sourceId);
    QVERIFY(ids == (std::vector<std::string>{"06", "6", " 6", "NULL", "1e1", "10", "É", "E\xCC\x81", "=7"}));
    QCOMPARE(network->statedPeople, std::size_t{9});
}

void TestSheetNetwork::members_nameOfTwoColumnsIsJoined()
{
    const auto network = networkOf("First name,Last name\n Ann ,Lee\n,Ray\nBo,\n");
    QCOMPARE(network->people.at(0).name, std::string("Ann Lee"));
    QCOMPARE(network->people.at(1).name, std::string("Ray"));
    QCOMPARE(network->people.at(2).name, std::string("Bo"));
    QVERIFY(!network->people.at(0).sourceId);
}

void TestSheetNetwork::members_withoutNameUseTheIdOrAreRejected()
{
    const auto network = networkOf("id,name,x\n1,,y\n,,z\n", ReadAs::members);
    QCOMPARE(network->people.size(), std::size_t{1});
    QCOMPARE(network->people.at(0).name, std::string("1"));
    QVERIFY(network->people.at(0).nameIsMissing);
    QCOMPARE(network->rejected.size(), std::size_t{1});
    QCOMPARE(network->rejected.at(0).line, std::size_t{3});
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::missingName);
}

void TestSheetNetwork::members_oddCellsAreNoticedNotLost()
{
    const auto network = networkOf("name,email\nAnn,anonymous\nBo,b@c.org,more\n");
    QCOMPARE(network->people.size(), std::size_t{2});
    QVERIFY(network->people.at(0).email.empty());
    QCOMPARE(network->people.at(0).attributes.at(1), std::string("anonymous"));
    QCOMPARE(network->notices.size(), std::size_t{2});
    QCOMPARE(network->notices.at(0).reason.code, ErrorCode::badEmail);
    QCOMPARE(network->notices.at(1).reason.code, ErrorCode::extraCells);
    QCOMPARE(network->notices.at(1).line, std::size_t{3});
}

void TestSheetNetwork::members_equalIdsCountOnce()
{
    const auto network = networkOf("id,label\n1,Ann\n1,Anna\n,Bo\n,Bo\n");
    QCOMPARE(network->people.size(), std::size_t{4});
    QCOMPARE(network->statedPeople, std::size_t{3});
    QCOMPARE(network->notices.at(0).reason.code, ErrorCode::duplicateId);
}

void TestSheetNetwork::members_datesNeedAnOrder()
{
    ReadOptions options;
    options.columns = {{Field::joined, "In"}, {Field::left, "Out"}};
    const auto told = networkOf("Name,In,Out\nA,3/4/2020,\nB,31/4/2020,\nC,31/1/2020,1/2/2019\n", options);
    QCOMPARE(told->people.at(0).joined->toIso(), std::string("2020-04-03"));
    QVERIFY(!told->people.at(1).joined);
    QCOMPARE(told->notices.at(0).reason.code, ErrorCode::badDate);
    const auto untold = networkOf("Name,In,Out\nA,3/4/2020,2021-01-01 09:00\n", options);
    QVERIFY(!untold->people.at(0).joined);
    QCOMPARE(untold->people.at(0).left->toIso(), std::string("2021-01-01"));
    QCOMPARE(untold->notices.size(), std::size_t{1});
}

void TestSheetNetwork::members_headersTwiceOrEmptyGetNamesOfTheirOwn()
{
    const auto network = networkOf("name,group,group,,group (2)\nAnn,a,b,c,d\n", ReadAs::members);
    QVERIFY(network->personColumns == (std::vector<std::string>{"name", "group", "group (2)", "D", "group (2) (2)"}));
    QVERIFY(network->facts.columns == (std::vector<std::string>{"name", "group", "group", "", "group (2)"}));
}

void TestSheetNetwork::ties_keepEndsAsText()
{
    const auto network = networkOf("source,target,weight,why\n06,6,2.5,call\n");
    QCOMPARE(network->kind, ReadAs::ties);
    const ImportedTie& tie = network->ties.at(0);
    QCOMPARE(tie.source.text, std::string("06"));
    QCOMPARE(tie.target.text, std::string("6"));
    QCOMPARE(tie.source.person, TieEnd::kByText);
    QCOMPARE(tie.weight, 2.5);
    QCOMPARE(tie.topic, std::string("call"));
    QVERIFY(!tie.directed && network->people.empty() && !tie.depth);
    QCOMPARE(network->statedPeople, std::size_t{2});
}

void TestSheetNetwork::ties_emptyWeightIsOneBadWeightIsRejected()
{
    const auto network =
        networkOf("source,target,weight\n1,2,\n1,3\n1,4,n/a\n1,5,0\n1,6,-2\n1,7,inf\n1,8,nan\n1,9,0x2\n"
                  "1,10,1e3\n1,11, 2 \n1,12,1e999\n");
    QCOMPARE(network->ties.size(), std::size_t{4});
    QCOMPARE(network->ties.at(0).weight, 1.0);
    QCOMPARE(network->ties.at(1).weight, 1.0);
    QCOMPARE(network->ties.at(2).weight, 1000.0);
    QCOMPARE(network->ties.at(3).weight, 2.0);
    QCOMPARE(network->rejected.size(), std::size_t{7});
    QCOMPARE(network->rejected.at(0).line, std::size_t{4});
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::badNumber);
    QCOMPARE(network->rejected.at(1).reason.code, ErrorCode::outOfRange);
}

void TestSheetNetwork::ties_decimalCommaDependsOnTheFile()
{
    const auto semicolon = networkOf("Von;Nach;Gewicht\na;b;1,5\nc;d;1,234\ne;f;1.234,5\n");
    QCOMPARE(semicolon->ties.at(0).weight, 1.5);
    QCOMPARE(semicolon->ties.at(1).weight, 1.234);
    QCOMPARE(semicolon->rejected.size(), std::size_t{1});
    const auto comma = networkOf("from,to,weight\na,b,\"4,0\"\nc,d,\"4,000\"\n");
    QCOMPARE(comma->ties.at(0).weight, 4.0);
    QCOMPARE(comma->rejected.size(), std::size_t{1});
}

void TestSheetNetwork::ties_missingEndIsRejectedWithItsLine()
{
    const auto network = networkOf("from,to\nAnn,Bo\n,Bo\n\nAnn, \nBo,Cid\n");
    QCOMPARE(network->ties.size(), std::size_t{2});
    QCOMPARE(network->rejected.size(), std::size_t{2});
    QCOMPARE(network->rejected.at(0).line, std::size_t{3});
    QVERIFY((network->rejected.at(0).reason.args == std::vector<std::string>{"source", "Bo"}));
    QCOMPARE(network->rejected.at(1).line, std::size_t{5});
    QVERIFY((network->rejected.at(1).reason.args == std::vector<std::string>{"target", "Ann"}));
    // Where neither end is named there is nothing to tell.
    const auto neither = networkOf("from,to,strength\nAnn,Bo,1\n,,2\n");
    QVERIFY((neither->rejected.at(0).reason.args == std::vector<std::string>{"source"}));
}

void TestSheetNetwork::ties_withoutTargetColumnAreRefused()
{
    const auto network = networkOf("source,name,weight\nAnn,Bo,1\n", ReadAs::ties);
    QVERIFY(!network);
    QCOMPARE(network.error().code, ErrorCode::missingColumn);
    QVERIFY(network.error().args == (std::vector<std::string>{"target", "source", "name", "weight"}));
}

void TestSheetNetwork::ties_directionComesFromOptionOrColumn()
{
    ReadOptions options;
    options.direction = TieDirection::directed;
    QVERIFY(networkOf("source,target\n1,2\n", options)->ties.at(0).directed);
    QVERIFY(networkOf("source,target\n", options)->directed);
    const auto mixed = networkOf("From,To,Direction\na,b,directed\nb,c,mutual\nc,d,undirected\nd,e,\n");
    QVERIFY(mixed->directed && mixed->ties.at(0).directed);
    QVERIFY(!mixed->ties.at(1).directed && !mixed->ties.at(2).directed && !mixed->ties.at(3).directed);
    QVERIFY(!networkOf("From,To,Type\na,b,directed\nb,c,friend\n")->directed);
}

void TestSheetNetwork::ties_severalTargetsMakeSeveralTies()
{
    const auto network = networkOf("Name,Knows,Knows,Notes\nAnn,Bo,Cid,x\nBo,,Cid\nCid,,,\n");
    QCOMPARE(network->ties.size(), std::size_t{3});
    QCOMPARE(network->ties.at(1).target.text, std::string("Cid"));
    QCOMPARE(network->rejected.size(), std::size_t{1});
    QVERIFY(network->tieColumns == (std::vector<std::string>{"Name", "Knows", "Knows (2)", "Notes"}));
}

void TestSheetNetwork::ties_depthAndTopicAreRead()
{
    const auto network = networkOf("From,To,Depth,Topic\na,b,4,maths\na,c,,\na,d,5,\na,e,x,\n");
    QCOMPARE(*network->ties.at(0).depth, TieDepth::rely);
    QCOMPARE(network->ties.at(0).topic, std::string("maths"));
    QVERIFY(!network->ties.at(1).depth);
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::outOfRange);
    QCOMPARE(network->rejected.at(1).reason.code, ErrorCode::badNumber);
}

void TestSheetNetwork::ties_countLoopsAndDuplicatesSingly()
{
    const auto network = networkOf("source,target\n1,2\n2,1\n1,2\n3,3\n");
    QCOMPARE(network->statedTies, std::size_t{4});
    QCOMPARE(network->statedPeople, std::size_t{3});
}

void TestSheetNetwork::headerWithoutRows_isAnEmptyNetwork()
{
    for (const char* text : {"id,label\n", "id,label", "id,label\n\n,\n"}) {
        const auto network = networkOf(text, ReadAs::members);
        QVERIFY(network.has_value());
        QCOMPARE(network->statedPeople, std::size_t{0});
    }
    QCOMPARE(networkOf("source,target,weight\n", ReadAs::ties)->statedTies, std::size_t{0});
}

void TestSheetNetwork::noHeader_isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("blank lines") << QByteArray("\n\n , \n");
    QTest::newRow("numbers") << QByteArray("1,2,1\n1,3,1\n");
    QTest::newRow("people come again") << QByteArray("Ann,Bo\nBo,Cid\nAnn,Cid\n");
}

void TestSheetNetwork::noHeader_isRefused()
{
    QFETCH(QByteArray, text);
    for (const ReadAs as : {ReadAs::ties, ReadAs::detect}) {
        const auto network = networkOf(text.toStdString(), as);
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::noHeader);
    }
}

void TestSheetNetwork::unknownSheet_isRefusedUnlessSaidWhatItIs()
{
    const std::string text = "Colour,Shape\nred,round\nblue,square\n";
    QCOMPARE(networkOf(text).error().code, ErrorCode::nothingToImport);
    QCOMPARE(networkOf(text, ReadAs::members).error().code, ErrorCode::missingColumn);
    QCOMPARE(networkOf(text, ReadAs::ties)->statedTies, std::size_t{2});
}

void TestSheetNetwork::summaryRow_isRejected()
{
    const auto network = networkOf("Name,Knows\nAnn,Bo\n,\nTotal,4\n");
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::summaryRow);
    QCOMPARE(network->rejected.at(0).line, std::size_t{4});
    QCOMPARE(networkOf("Name,Knows\nAnn,Bo\nTotal,4\n")->ties.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestSheetNetwork)
#include "tst_sheet_network.moc"
