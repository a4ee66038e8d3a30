// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <stop_token>
#include <string>

#include <QTest>

#include "core/exchange/GraphMlReader.h"

using namespace weavemap;
using namespace weavemap::exchange;
using namespace std::string_literals;

class TestGraphMlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_areKeptByteForByte();
    void names_comeFromLabelThenNameThenDrawingThenId();
    void counterIds_giveWayToUniqueNames();
    void keys_haveDefaultsAndScopes();
    void edges_mayDifferInDirection();
    void weights_badOnesAreRejected();
    void nestedAndFurtherGraphs_areOneNetwork();
    void hyperedges_areRejectedPortsIgnored();
    void edgesBeforeNodes_areFine();
    void edgeWithoutEnd_isRejected();
    void emptyGraph_isAnEmptyNetwork();
    void encodings_areHonoured();
    void option_overridesDirection();
    void doctype_isForbidden_data();
    void doctype_isForbidden();
    void broken_isRefusedWithItsLine_data();
    void broken_isRefusedWithItsLine();
    void limits_hold();
    void cancelled_stops();
};

namespace {

Result<ImportedNetwork> read(const std::string& text, const ReadOptions& options = {}, const RunContext& run = {})
{
    return GraphMlReader().read(SourceFile{"t.graphml", "graphml", text}, options, run);
}

std::string file(const std::string& inside, const std::string& keys = {}, const std::string& kind = "undirected")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" +
           keys + "<graph id=\"G\" edgedefault=\"" + kind + "\">\n" + inside + "</graph>\n</graphml>\n";
}

const std::string kLabelKey = "<key id='l' for='node' attr.name='label' attr.type='string'/>";

} // namespace

void TestGraphMlReader::ids_areKeptByteForByte()
{
    const auto network = read(file("<node id='06'/><node id='6'/><node id=' 6'/><node id='&lt;&#233;&gt;'/>"
                                   "<edge source='06' target=' 6'/>"));
    QCOMPARE(network->statedPeople, std::size_t{4});
    QCOMPARE(*network->people.at(0).sourceId, std::string("06"));
    QCOMPARE(*network->people.at(2).sourceId, std::string(" 6"));
    QCOMPARE(*network->people.at(3).sourceId, std::string("<é>"));
    QCOMPARE(network->ties.at(0).target.person, std::size_t{2});
    QCOMPARE(network->ties.at(0).target.text, std::string(" 6"));
    QCOMPARE(network->ties.at(0).weight, 1.0);
}

void TestGraphMlReader::names_comeFromLabelThenNameThenDrawingThenId()
{
    const std::string keys = kLabelKey + "<key id='n' for='node' attr.name='name'/>"
                                         "<key id='d' for='node' yfiles.type='nodegraphics'/>";
    const auto network = read(
        file("<node id='1'><data key='l'>Ann</data><data key='n'>A</data></node>"
             "<node id='2'><data key='l'></data><data key='n'>Bo</data></node>"
             "<node id='3'><data key='d'><y:Shape>\n<y:Fill/>x<y:NodeLabel> Cid\n</y:NodeLabel></y:Shape></data></node>"
             "<node id='4'/>",
             keys));
    QVERIFY(network.has_value());
    QCOMPARE(network->people.at(0).name, std::string("Ann"));
    QCOMPARE(network->people.at(1).name, std::string("Bo"));
    QCOMPARE(network->people.at(2).name, std::string("Cid"));
    QCOMPARE(network->people.at(3).name, std::string("4"));
    QVERIFY(network->personColumns == (std::vector<std::string>{"label", "name"}));
}

void TestGraphMlReader::counterIds_giveWayToUniqueNames()
{
    const std::string keys = kLabelKey + "<key id='n' for='node' attr.name='name'/>";
    const auto nodes = [](const char* second) {
        return "<node id='n0'><data key='n'>06</data><data key='l'>Ann</data></node><node id='n1'><data key='n'>"s +
               second + "</data><data key='l'>Bo</data></node><edge source='n0' target='n1'/>";
    };
    const auto unique = read(file(nodes("6"), keys));
    QCOMPARE(*unique->people.at(0).sourceId, std::string("06"));
    QCOMPARE(unique->people.at(0).name, std::string("Ann"));
    QCOMPARE(unique->ties.at(0).target.text, std::string("6"));
    const auto twice = read(file(nodes("06"), keys));
    QCOMPARE(*twice->people.at(0).sourceId, std::string("n0"));
}

void TestGraphMlReader::keys_haveDefaultsAndScopes()
{
    const std::string keys = "<key id='c' for='node' attr.name='color'><default>yellow</default></key>"
                             "<key id='w' for='edge' attr.name='weight'><default>2</default></key>"
                             "<key id='t' for='all' attr.name='note'/><key id='g' for='graph' attr.name='x'/>";
    const auto network = read(file("<data key='g'>5</data><node id='1'/><node id='2'><data key='c'>red</data>"
                                   "<data key='t'>n</data><desc>words</desc></node>"
                                   "<edge source='1' target='2'><data key='t'>e</data></edge>"
                                   "<edge source='1' target='2'><data key='w'>3.5</data></edge>",
                                   keys));
    QVERIFY(network.has_value());
    QVERIFY(network->personColumns == (std::vector<std::string>{"color", "note", "desc"}));
    QVERIFY(network->people.at(0).attributes == (std::vector<std::string>{"yellow"}));
    QVERIFY(network->people.at(1).attributes == (std::vector<std::string>{"red", "n", "words"}));
    QCOMPARE(network->ties.at(0).weight, 2.0);
    QCOMPARE(network->ties.at(0).attributes.at(1), std::string("e"));
    QCOMPARE(network->ties.at(1).weight, 3.5);
}

void TestGraphMlReader::edges_mayDifferInDirection()
{
    const auto network = read(file("<node id='1'/><node id='2'/><edge source='1' target='2'/>"
                                   "<edge source='2' target='1' directed='true'/>"));
    QVERIFY(!network->ties.at(0).directed);
    QVERIFY(network->ties.at(1).directed);
    QVERIFY(network->directed);
    QVERIFY(read(file("", {}, "directed"))->directed);
    QVERIFY(!read(file("<node id='1'/><edge source='1' target='1' directed='false'/>", {}, "directed"))
                 ->ties.at(0)
                 .directed);
}

void TestGraphMlReader::weights_badOnesAreRejected()
{
    const auto network = read(file("<node id='1'/><node id='2'/>\n"
                                   "<edge source='1' target='2'><data key='w'>heavy</data></edge>\n"
                                   "<edge source='1' target='2'><data key='w'>0</data></edge>\n"
                                   "<edge source='1' target='2'><data key='w'></data></edge>\n",
                                   "<key id='w' for='edge' attr.name='Weight'/>"));
    QCOMPARE(network->ties.size(), std::size_t{1});
    QCOMPARE(network->rejected.size(), std::size_t{2});
    QCOMPARE(network->rejected.at(0).line, std::size_t{5});
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::badNumber);
    QCOMPARE(network->rejected.at(1).reason.code, ErrorCode::outOfRange);
}

void TestGraphMlReader::nestedAndFurtherGraphs_areOneNetwork()
{
    const auto nested = read(file("<node id='1'><graph edgedefault='directed'><node id='2'/><node id='3'/>"
                                  "<edge source='2' target='3'/></graph></node><edge source='1' target='3'/>"));
    QCOMPARE(nested->statedPeople, std::size_t{3});
    QVERIFY(nested->ties.at(0).directed && !nested->ties.at(1).directed);
    QVERIFY(nested->ties.at(0).topic.empty());
    const auto several =
        read("<graphml><graph id='advice'><node id='1'/><node id='2'/><edge source='1' target='2'/></graph>"
             "<graph id='trust'><node id='1'/><node id='2'/><edge source='2' target='1'/></graph></graphml>");
    QCOMPARE(several->statedPeople, std::size_t{2});
    QCOMPARE(several->ties.at(0).topic, std::string("advice"));
    QCOMPARE(several->ties.at(1).topic, std::string("trust"));
    QVERIFY(several->notices.empty());
}

void TestGraphMlReader::hyperedges_areRejectedPortsIgnored()
{
    const auto network =
        read(file("<node id='1'><port name='p'><data key='l'>no</data></port></node><node id='2'/>\n"
                  "<hyperedge><endpoint node='1'/><endpoint node='2'/><data key='x'>y</data></hyperedge>\n"
                  "<edge source='1' sourceport='p' target='2'/>",
                  kLabelKey));
    QVERIFY(network.has_value());
    QCOMPARE(network->people.at(0).name, std::string("1"));
    QCOMPARE(network->statedTies, std::size_t{1});
    QCOMPARE(network->rejected.size(), std::size_t{1});
    QCOMPARE(network->rejected.at(0).reason.code, ErrorCode::hyperedge);
    QCOMPARE(network->rejected.at(0).reason.args.at(0), std::string("2"));
    QCOMPARE(network->rejected.at(0).line, std::size_t{5});
}

void TestGraphMlReader::edgesBeforeNodes_areFine()
{
    const auto network = read(file("<edge source='2' target='1'/><node id='1'/><node id='2'/>"));
    QCOMPARE(network->statedPeople, std::size_t{2});
    QVERIFY(network->notices.empty());
}

void TestGraphMlReader::edgeWithoutEnd_isRejected()
{
    const auto network = read(file("<node id='1'/><edge source='1'/><edge target='1'/>"));
    QCOMPARE(network->statedTies, std::size_t{0});
    QCOMPARE(network->rejected.size(), std::size_t{2});
    QCOMPARE(network->rejected.at(0).reason.args.at(0), std::string("target"));
}

void TestGraphMlReader::emptyGraph_isAnEmptyNetwork()
{
    QCOMPARE(read(file(""))->statedPeople, std::size_t{0});
    QCOMPARE(read("<graphml/>").error().code, ErrorCode::nothingToImport);
    QCOMPARE(read("<gexf/>").error().code, ErrorCode::unknownFormat);
}

void TestGraphMlReader::encodings_areHonoured()
{
    const auto latin =
        read("<?xml version='1.0' encoding='ISO-8859-1'?><graphml><graph><node id='\xE9'/></graph></graphml>");
    QVERIFY(latin.has_value());
    QCOMPARE(*latin->people.at(0).sourceId, std::string("é"));
    std::string wide = "\xFF\xFE";
    for (const char letter :
         "<?xml version='1.0' encoding='UTF-16'?><graphml><graph><node id='a'/></graph></graphml>"s) {
        wide.push_back(letter);
        wide.push_back('\0');
    }
    const SourceFile wideFile{"t.xml", "xml", wide};
    QCOMPARE(GraphMlReader().claims(wideFile), Claim::byContent);
    QCOMPARE(*read(wide)->people.at(0).sourceId, std::string("a"));
    QCOMPARE(read("<graphml><graph><node id='\xE9'/></graph></graphml>").error().code, ErrorCode::badEncoding);
}

void TestGraphMlReader::option_overridesDirection()
{
    ReadOptions options;
    options.direction = TieDirection::directed;
    const auto network = read(file("<node id='1'/><node id='2'/><edge source='1' target='2'/>"), options);
    QVERIFY(network->directed && network->ties.at(0).directed);
}

void TestGraphMlReader::doctype_isForbidden_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("billion laughs") << QByteArray("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>");
    QTest::newRow("file") << QByteArray("<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>");
    QTest::newRow("external") << QByteArray(
        "<!DOCTYPE graphml SYSTEM 'http://graphml.graphdrawing.org/dtds/graphml.dtd'>");
}

void TestGraphMlReader::doctype_isForbidden()
{
    QFETCH(QByteArray, head);
    const auto network = read(head.toStdString() + "<graphml><graph><node id='1'/></graph></graphml>");
    QVERIFY(!network);
    QCOMPARE(network.error().code, ErrorCode::forbiddenXml);
}

void TestGraphMlReader::broken_isRefusedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("truncated") << QByteArray("<graphml>\n<graph>\n<node id='1'/>\n<no") << QByteArray("4");
    QTest::newRow("mismatched") << QByteArray("<graphml>\n<graph>\n</node>\n</graphml>") << QByteArray("3");
    QTest::newRow("undeclared key")
        << QByteArray("<graphml>\n<graph>\n<node id='1'>\n<data key='k'>x</data></node></graph></graphml>")
        << QByteArray("4");
    QTest::newRow("node without id") << QByteArray("<graphml><graph>\n<node/></graph></graphml>") << QByteArray("2");
    QTest::newRow("node outside") << QByteArray("<graphml>\n\n<node id='1'/></graphml>") << QByteArray("3");
    QTest::newRow("edge outside") << QByteArray("<graphml>\n<edge source='1' target='2'/></graphml>")
                                  << QByteArray("2");
    QTest::newRow("key twice") << QByteArray("<graphml><key id='a' for='node'/>\n<key id='a' for='all'/></graphml>")
                               << QByteArray("2");
    QTest::newRow("entity") << QByteArray("<graphml>\n<graph>&nbsp;</graph></graphml>") << QByteArray("2");
    QTest::newRow("two roots") << QByteArray("<graphml/>\n<graphml/>") << QByteArray("2");
}

void TestGraphMlReader::broken_isRefusedWithItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    const auto network = read(text.toStdString());
    QVERIFY(!network);
    QCOMPARE(network.error().code, ErrorCode::malformedFile);
    QCOMPARE(QByteArray::fromStdString(network.error().args.at(1)), line);
}

void TestGraphMlReader::limits_hold()
{
    const auto codeOf = [](const std::string& text, const ReadLimits& limits) {
        ReadOptions options;
        options.limits = limits;
        const auto network = read(text, options);
        return network ? ErrorCode::internal : network.error().code;
    };
    ReadLimits limits;
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "<x>";
    QCOMPARE(codeOf("<graphml>" + deep, limits), ErrorCode::fileTooLarge);
    limits.rows = 2;
    QCOMPARE(codeOf(file("<node id='1'/><node id='2'/><node id='3'/>"), limits), ErrorCode::fileTooLarge);
    QCOMPARE(codeOf(file("<node id='1'/><edge source='1' target='1'/><edge source='1' target='1'/>"), limits),
             ErrorCode::fileTooLarge);
    limits = {};
    limits.cellBytes = 100;
    const std::string longText(200, 'x');
    QCOMPARE(codeOf(file("<node id='1'><data key='l'>" + longText + "</data></node>", kLabelKey), limits),
             ErrorCode::fileTooLarge);
    QCOMPARE(codeOf(file("<node id='" + std::string(2'000'000, 'x') + "'/>"), limits), ErrorCode::fileTooLarge);
    limits = {};
    limits.columns = 1;
    QCOMPARE(codeOf(file("", kLabelKey + "<key id='m' for='node'/>"), limits), ErrorCode::fileTooLarge);
    // A small file whose default would be repeated for each node.
    limits = {};
    limits.fileBytes = 10'000;
    std::string nodes;
    for (int i = 0; i < 200; ++i)
        nodes += "<node id='" + std::to_string(i) + "'/>";
    const std::string key = "<key id='a' for='node'><default>" + std::string(100, 'y') + "</default></key>";
    QCOMPARE(codeOf(file(nodes, key), limits), ErrorCode::fileTooLarge);
}

void TestGraphMlReader::cancelled_stops()
{
    std::stop_source source;
    source.request_stop();
    QCOMPARE(read(file("<node id='1'/>"), {}, RunContext(source.get_token())).error().code, ErrorCode::cancelled);
}

QTEST_APPLESS_MAIN(TestGraphMlReader)
#include "tst_graphml_reader.moc"
