// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <string>

#include <QTest>

#include <nlohmann/json.hpp>

#include "Sheets.h"
#include "core/actions/Figures.h"
#include "core/actions/PlannedNetwork.h"

using namespace actionstest;

/// The network of a plan is that of the file it is stored in; and its figures are printed as JSON that can be read.
class TestPlannedNetwork : public QObject
{
    Q_OBJECT

    static actions::NetworkFigures figuresOf(std::vector<double> values, std::vector<PersonId> ids)
    {
        actions::NetworkFigures figures;
        figures.figures.ids = std::move(ids);
        figures.figures.undirected.nodes["degree"] = std::move(values);
        return figures;
    }
    static nlohmann::json printed(const actions::NetworkFigures& figures, const actions::NetworkData& data = {},
                                  actions::IdsAs ids = actions::IdsAs::id)
    {
        return nlohmann::json::parse(actions::figuresJson(figures, data, ids));
    }

private Q_SLOTS:
    void plan_givesWhatTheStoredFileGives_data()
    {
        using exchange::ReadAs;
        QTest::addColumn<QString>("csv");
        QTest::addColumn<int>("as");
        QTest::addColumn<bool>("directed");
        const auto row = [](const char* name, const char* csv, ReadAs as, bool directed = false) {
            QTest::newRow(name) << QString::fromUtf8(csv) << static_cast<int>(as) << directed;
        };
        row("ties", "source,target,weight\nb,a,2\na,c,0.5\nb,a,1\n", ReadAs::ties);
        row("self-loop and a broken row", "source,target,weight\na,a,1\na,b,many\nb,c,1\n", ReadAs::ties);
        row("arcs", "source,target\na,b\nb,a\nc,a\n", ReadAs::ties, true);
        row("directed without any arc", "source,target\na,a\n", ReadAs::ties, true);
        row("members",
            "id,name,region,organization,email,joined\n1,Ana Ruiz,North,Union,ana@x.org,2020-01-02\n"
            "2,Zoë,,Union,,\n3,\"A, B\",South,Guild,not an address,\n",
            ReadAs::members);
        row("a person twice, with more to say", "name,choir,team\nAna,alto,\nAna,alto,red\nBen,,blue\n",
            ReadAs::members);
        row("one person", "id,name\n1,Ana\n", ReadAs::members);
    }
    void plan_givesWhatTheStoredFileGives()
    {
        QFETCH(QString, csv);
        QFETCH(int, as);
        QFETCH(bool, directed);
        const auto read = sheet(csv.toStdString(), static_cast<exchange::ReadAs>(as),
                                directed ? exchange::TieDirection::directed : exchange::TieDirection::asTheFileSays);
        Office office;
        const actions::ImportPlan plan = import(office, read);
        const auto stored = got(actions::readNetwork(office.records(), kToday));
        const auto planned = got(actions::plannedNetwork(plan));
        QVERIFY(!planned.people.empty());
        QVERIFY(planned.people == stored.people);
        QVERIFY(planned.organizations == stored.organizations);
        QVERIFY(planned.attributes == stored.attributes);
        QVERIFY(planned.values == stored.values);
        QVERIFY(planned.ties == stored.ties);
        QVERIFY(planned.overlays == stored.overlays);
        QVERIFY(planned.contacts.empty() && stored.contacts.empty());
        QCOMPARE(planned.directedness, stored.directedness);
        QCOMPARE(planned.directedness == actions::Directedness::directed, directed);
    }

    void emptyPlan_isNobody()
    {
        const auto planned = got(actions::plannedNetwork({}));
        QVERIFY(planned.people.empty() && planned.ties.empty());
        QCOMPARE(planned.directedness, actions::Directedness::undirected);
    }

    void lastValueOfACell_counts()
    {
        actions::ImportPlan plan;
        plan.values = {{PersonId{2}, AttributeId{1}, "late"},
                       {PersonId{1}, AttributeId{1}, "old"},
                       {PersonId{1}, AttributeId{1}, "new"}};
        const auto planned = got(actions::plannedNetwork(plan));
        const std::vector<store::AttributeValue> wanted{{PersonId{1}, AttributeId{1}, "new"},
                                                        {PersonId{2}, AttributeId{1}, "late"}};
        QVERIFY(planned.values == wanted);
    }

    void planThatNoFileWouldTake_isAnError()
    {
        actions::ImportPlan plan;
        plan.people.emplace_back(); // without a name
        plan.people.back().id = PersonId{1};
        const auto planned = actions::plannedNetwork(plan);
        QVERIFY(!planned);
        QCOMPARE(planned.error().code, ErrorCode::missingName);
    }

    void numbers_areReadBackAsTheyWere()
    {
        const std::vector<double> values{0.0,
                                         1.0,
                                         -3.0,
                                         0.1,
                                         1.0 / 3.0,
                                         1e-300,
                                         1e300,
                                         9007199254740992.0,
                                         9007199254740991.0,
                                         std::nan(""),
                                         std::numeric_limits<double>::infinity()};
        std::vector<PersonId> ids;
        for (std::size_t i = 0; i < values.size(); ++i)
            ids.push_back(PersonId{static_cast<std::int64_t>(i) + 1});
        const auto list = printed(figuresOf(values, ids)).at("sections").at("undirected").at("nodes").at("degree");
        QCOMPARE(list.size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isfinite(values[i])) {
                QVERIFY(list[i].is_null());
                continue;
            }
            QCOMPARE(list[i].get<double>(), values[i]);
            if (std::abs(values[i]) < 9007199254740992.0)
                QCOMPARE(list[i].is_number_integer(), values[i] == std::floor(values[i]));
        }
    }

    void idsFromOutside_stayJson()
    {
        const std::string hostile("a\"b\\c\n\x01\xFFé");
        actions::NetworkData data;
        Person person;
        person.id = PersonId{1};
        person.name = "Ana";
        person.sourceId = hostile;
        data.people.push_back(person);
        actions::NetworkFigures figures = figuresOf({1.0}, {person.id});
        figures.figures.undirected.edges["bridges"] = {{0, 0, std::nullopt}, {0, 0, 0.5}};
        const auto json = printed(figures, data, actions::IdsAs::source);
        const std::string id = json.at("nodes").at(0).get<std::string>();
        QCOMPARE(id, std::string("a\"b\\c\n\x01\xEF\xBF\xBDé")); // what is no UTF-8 is replaced
        const auto bridges = json.at("sections").at("undirected").at("edges").at("bridges");
        QCOMPARE(bridges.at(0).size(), std::size_t{2});
        QCOMPARE(bridges.at(1).at(2).get<double>(), 0.5);
        QCOMPARE(bridges.at(1).at(0).get<std::string>(), id);
    }

    void page_isIndentedByOneBlank()
    {
        actions::NetworkFigures figures = figuresOf({}, {});
        figures.network.on = kToday;
        figures.figures.undirected.scalars["component_sizes"] = sna::NumberList{{2, 1}};
        const std::string text = actions::figuresJson(figures, {}, actions::IdsAs::id);
        QCOMPARE(text, nlohmann::ordered_json::parse(text).dump(1) + "\n");
    }
};

QTEST_GUILESS_MAIN(TestPlannedNetwork)
#include "tst_planned_network.moc"
