// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/ViewQuestion.h"

using namespace actionstest;
using actions::MapQuestion;

class TestViewQuestion : public QObject
{
    Q_OBJECT

    static bool sameView(const MapQuestion& one, const MapQuestion& other)
    {
        return one.network.set == other.network.set && one.network.population == other.network.population &&
               one.colourBy == other.colourBy && one.sizeBy == other.sizeBy && one.filters == other.filters &&
               one.style == other.style && one.around == other.around && one.date == other.date &&
               one.compare == other.compare && one.ringBy == other.ringBy && one.labelBy == other.labelBy &&
               one.nodes == other.nodes && one.kinds == other.kinds && one.initials == other.initials &&
               one.colours == other.colours && one.conveningMonths == other.conveningMonths;
    }

private Q_SLOTS:
    void question_comesBackWhole()
    {
        MapQuestion question;
        question.network.set = TieSet::collaboration;
        question.network.population = graph::Population::everybody;
        question.colourBy = "attribute:Grade \"5\"\n";
        question.sizeBy = "degree";
        question.style = layout::Style::rings;
        question.around = PersonId{7'205'759'403'792'793'601};
        question.ringBy = "role";
        question.labelBy = "attribute:Ö";
        question.nodes = MapQuestion::Nodes::organizations;
        question.kinds = MapQuestion::Kinds::apart;
        question.initials = MapQuestion::Initials::onDiscs;
        question.colours = MapQuestion::Colours::grey;
        question.conveningMonths = 12;
        question.filters = {{"region", {"Côte d’Été", ""}}, {"attribute:שלום", {"1"}}};
        QVERIFY(sameView(actions::withViewSettings({}, actions::viewSettings(question)), question));
        question.date = kToday;
        question.compare = day(2025, 3, 3);
        QVERIFY(sameView(actions::withViewSettings({}, actions::viewSettings(question)), question));
        question.colourBy.clear();
        question.sizeBy.clear();
        question.filters.clear();
        question.date.reset();
        question.compare.reset();
        MapQuestion other;
        other.date = day(2024, 1, 1);
        other.compare = day(2023, 1, 1);
        other.sizeBy = "betweenness";
        other.filters = {{"region", {"Lakes"}}};
        QVERIFY(sameView(actions::withViewSettings(other, actions::viewSettings(question)), question));
    }

    void lookComesBackWhole()
    {
        actions::ViewLook look;
        QCOMPARE(actions::viewLook(actions::viewSettings({}, look)), look);
        look.caption = "Who knows whom \"now\" שלום";
        look.board = true;
        look.hulls = false;
        look.names = true;
        const std::string settings = actions::viewSettings({}, look);
        QCOMPARE(actions::viewLook(settings), look);
        QVERIFY(sameView(actions::withViewSettings({}, settings), {}));
        QCOMPARE(actions::viewLook(actions::withCaption(settings, "")).caption, std::string());
        QVERIFY(actions::viewLook(actions::withCaption(settings, "x")).board);
        QCOMPARE(actions::viewLook(actions::withCaption("nothing", "x")).caption, std::string("x"));
        for (const char* const hostile : {"", "[]", "{\"board\":7,\"hulls\":\"x\",\"caption\":null}"})
            QCOMPARE(actions::viewLook(hostile), actions::ViewLook{});
    }

    void whatAViewDoesNotSay_stays()
    {
        MapQuestion question;
        question.network.set = TieSet::awareness;
        question.sizeBy = "degree";
        question.filters = {{"region", {"Lakes"}}};
        const auto read = actions::withViewSettings(question, R"({"ties":"all"})");
        QCOMPARE(read.network.set, TieSet::all);
        question.network.set = TieSet::all;
        QVERIFY(sameView(read, question));
    }

    void aDateThatIsNone_isToday()
    {
        for (const char* const text : {R"({"date":"2025-02-30"})", R"({"date":7})", R"({"date":"today"})", "{}"}) {
            MapQuestion question;
            question.date = kToday;
            QVERIFY(!actions::withViewSettings(question, text).date);
        }
    }

    void hostileSettings_changeNothing_data()
    {
        QTest::addColumn<QByteArray>("settings");
        for (const char* const text :
             {"", "nothing", "[]", "7", "null", "{\"ties\":7,\"whose\":null,\"colourBy\":[],\"sizeBy\":{}}",
              "{\"ties\":\"friends\",\"filters\":\"x\"}", "{\"ties\":\"all\"", "{\"sizeBy\":\"\xff\xfe\"}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray(200'000, '[');
    }
    void hostileSettings_changeNothing()
    {
        QFETCH(const QByteArray, settings);
        MapQuestion question;
        question.sizeBy = "degree";
        question.filters = {{"region", {"Lakes"}}};
        QVERIFY(sameView(actions::withViewSettings(question, settings.toStdString()), question));
    }

    void filtersThatCannotBeRead_areLeftOutOneByOne()
    {
        const auto read = actions::withViewSettings(
            {}, R"({"filters":[7,{"field":"region"},{"field":"","values":["a"]},{"field":"role","values":[1]},)"
                R"({"field":"role","values":["Teacher",2]}]})");
        QCOMPARE(read.filters, (std::vector<actions::MapFilter>{{"role", {"Teacher"}}}));
    }

    void textsThatAreNotUtf8_areWrittenAllTheSame()
    {
        MapQuestion question;
        question.colourBy = "attribute:\xff";
        QCOMPARE(actions::withViewSettings({}, actions::viewSettings(question)).colourBy,
                 std::string("attribute:\xEF\xBF\xBD"));
    }

    void view_isFoundByNameThenById()
    {
        Office office;
        ViewId first, second;
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(first, records.views.insert(MapView{{}, "Board", R"({"ties":"all"})", 0}));
            WEAVEMAP_ASSIGN(second, records.views.insert(MapView{{}, first.toString(), "{}", 1}));
            return {};
        }));
        QCOMPARE(got(actions::findView(office.records(), "Board")).id, first);
        QCOMPARE(got(actions::findView(office.records(), first.toString())).id, second);
        QCOMPARE(got(actions::findView(office.records(), second.toString())).id, second);
        QCOMPARE(actions::findView(office.records(), "board").error().code, ErrorCode::notFound);
    }
};

QTEST_GUILESS_MAIN(TestViewQuestion)
#include "tst_view_question.moc"
