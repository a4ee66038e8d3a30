// SPDX-License-Identifier: GPL-3.0-or-later
// A column stands once: in the field it fills, or as an attribute.
#include <algorithm>

#include <QTest>

#include "Sheets.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/FieldColumns.h"
#include "core/actions/MapData.h"
#include "core/actions/Roster.h"

using namespace actionstest;
using actions::RowFate;

namespace {

/// A list whose every column fills the field its heading names, as the window takes it.
exchange::ImportedNetwork taken(const std::string& csv, std::map<exchange::Field, std::string> columns = {})
{
    exchange::ReadOptions options;
    options.as = exchange::ReadAs::members;
    options.allFields = columns.empty();
    options.columns = std::move(columns);
    return got(exchange::networkOfSheet(got(exchange::readCsv(csv, options, "test.csv")), options, "test.csv"));
}

std::vector<std::string> headers(const std::vector<Attribute>& attributes)
{
    std::vector<std::string> names;
    for (const Attribute& attribute : attributes)
        names.push_back(attribute.name);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> attributesIn(Office& office) { return headers(got(office.records().people.attributes())); }

/// What stands under a heading, person by person in the order of their ids.
std::vector<std::string> valuesUnder(Office& office, const std::string& heading)
{
    const actions::NetworkData data = got(actions::readNetwork(office.records(), kToday));
    std::vector<std::string> values;
    const auto found = actions::valuesOfField(data, "attribute:" + heading);
    for (const Person& person : data.people)
        if (const auto at = found.find(person.id); at != found.end())
            values.push_back(person.sourceId + ":" + at->second);
    return values;
}

using Texts = std::vector<std::string>;

} // namespace

class TestImportColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnThatFillsAField_givesNoAttribute()
    {
        const std::string list =
            "Id,Name,E-mail,School,Role,Region,Level,Joined,Phone,Team\n"
            "1,Zo\u00EB Lind,ZOE@example.org,\u00C9cole, Teacher ,\u00D6st,Core,8.12.2004,+1 555,Red\n2,Ben,,,,,,,,\n";
        Office office;
        import(office, taken(list));
        QCOMPARE(attributesIn(office), (Texts{"Id", "Team"}));
        const Person zoe = byId(office, "1");
        QCOMPARE(zoe.role, std::string("Teacher"));
        QCOMPARE(zoe.region, std::string("\u00D6st"));
        QCOMPARE(zoe.level, EngagementLevel::core);
        QCOMPARE(zoe.joined->toIso(), std::string("2004-12-08"));
        QVERIFY(import(office, taken(list)).isEmpty());
    }

    void listWithoutRows_givesNoAttributeOfAField()
    {
        Office office;
        import(office, taken("Name,Role,Team\n"));
        QCOMPARE(attributesIn(office), Texts{"Team"});
    }

    void partsOfAName_stay()
    {
        Office office;
        import(office, taken("Id,First name,Last name\n1,Ana Mar\u00EDa,Ruiz L\u00F3pez\n"));
        QCOMPARE(byId(office, "1").name, std::string("Ana Mar\u00EDa Ruiz L\u00F3pez"));
        QCOMPARE(attributesIn(office), (Texts{"First name", "Id", "Last name"}));
    }

    void whatAFieldCannotTake_staysUnderItsHeading()
    {
        const std::string list = "Id,Name,Joined,Level,E-mail\n1,Ana,2019-09-01,Core,ana@example.org\n"
                                 "2,Ben,last spring,Loud,nobody\n3,Cho, , , \n";
        Office office;
        import(office, taken(list));
        QCOMPARE(attributesIn(office), (Texts{"E-mail", "Id", "Joined", "Level"}));
        QCOMPARE(valuesUnder(office, "Joined"), Texts{"2:last spring"});
        QCOMPARE(valuesUnder(office, "Level"), Texts{"2:Loud"});
        QCOMPARE(valuesUnder(office, "E-mail"), Texts{"2:nobody"});
        QVERIFY(import(office, taken(list)).isEmpty());
    }

    void anotherValueThanThePersonHas_isKeptAndFollowsTheFile()
    {
        Office office;
        Person ana;
        ana.name = std::string("Ana");
        ana.sourceId = std::string("1");
        ana.role = std::string("Coach");
        office.add(ana);
        import(office, taken("Id,Name,Role\n1,Ana,Teacher\n"));
        QCOMPARE(byId(office, "1").role, std::string("Coach"));
        QCOMPARE(valuesUnder(office, "Role"), Texts{"1:Teacher"});
        QVERIFY(import(office, taken("Id,Name,Role\n1,Ana,Teacher\n")).isEmpty());
        import(office, taken("Id,Name,Role\n1,Ana,Coach\n"));
        QCOMPARE(valuesUnder(office, "Role"), Texts{"1:Coach"}); // no old word stays
    }

    void anotherWritingThanThePersonHas_isKept()
    {
        const std::map<exchange::Field, std::string> columns{{exchange::Field::id, "id"},
                                                             {exchange::Field::name, "name"},
                                                             {exchange::Field::email, "mail"},
                                                             {exchange::Field::level, "level"}};
        Office office;
        import(office, taken("id,name,mail,level\n1,Jose Ruiz,JR@example.org,Core\n2,Ben,b@example.org,\n", columns));
        QCOMPARE(attributesIn(office), Texts{"id"});
        const std::string corrected =
            "id,name,mail,level\n1,Jos\u00E9 Ru\u00EDz,jr@example.org,C\u00F3re\n2, Ben ,b@example.org,\n";
        import(office, taken(corrected, columns));
        QCOMPARE(byId(office, "1").name, std::string("Jose Ruiz"));
        QCOMPARE(valuesUnder(office, "name"), Texts{"1:Jos\u00E9 Ru\u00EDz"});
        QCOMPARE(valuesUnder(office, "mail"), Texts{"1:jr@example.org"});
        QCOMPARE(valuesUnder(office, "level"), Texts{"1:C\u00F3re"});
        QVERIFY(import(office, taken(corrected, columns)).isEmpty());
    }

    void namesakes_areToldApartByTheirFields()
    {
        const std::string list = "Name,Region\nAna,North\nAna,South\nAna,South\n";
        Office office;
        const auto plan = import(office, taken(list));
        QCOMPARE(plan.newPeople, 2u);
        QCOMPARE(plan.rows.at(2).fate, RowFate::merged);
        QVERIFY(import(office, taken(list)).isEmpty());
        QVERIFY(attributesIn(office).empty());
    }

    void manyNamesakes_areToldApartByTheirFields()
    {
        std::string list = "Name,E-mail,School,Joined\n";
        for (int i = 0; i < 40; ++i)
            list += QStringLiteral("Ana,%1,School %2,%3\n")
                        .arg(i % 2 == 0 ? QString() : QStringLiteral("a%1@example.org").arg(i))
                        .arg(i)
                        .arg(i % 5 == 0 ? QStringLiteral("later") : QStringLiteral("2019-09-01"))
                        .toStdString();
        Office office;
        QCOMPARE(import(office, taken(list)).newPeople, 40u);
        const auto again = import(office, taken(list));
        QCOMPARE(again.rejected, 0u);
        QVERIFY(again.isEmpty());
    }

    void sameIdWithAnotherField_isLeftOut()
    {
        Office office;
        const auto plan = import(office, taken("Id,Name,Region\n1,Ana,North\n1,Ana,South\n1,Ana,North\n"));
        QCOMPARE(plan.rows.at(1).fate, RowFate::rejected);
        QCOMPARE(plan.rows.at(1).reason->code, ErrorCode::duplicateId);
        QCOMPARE(plan.rows.at(2).fate, RowFate::merged);
    }

    void namedColumn_givesNoAttributeEither()
    {
        Office office;
        import(office, taken("Nr,Mitglied,Bezirk,Team\n7,Ana,Nord,Rot\n", {{exchange::Field::id, "Nr"},
                                                                           {exchange::Field::name, "Mitglied"},
                                                                           { exchange::Field::region,
                                                                             "Bezirk" }}));
        QCOMPARE(byId(office, "7").region, std::string("Nord"));
        QCOMPARE(attributesIn(office), (Texts{"Nr", "Team"}));
    }

    void listTakenWithoutItsFieldsFirst_fillsThemLater()
    {
        const std::string list = "id,name,region\n1,Ana,North\n2,Ben,South\n";
        Office office;
        import(office, members(list));
        QCOMPARE(attributesIn(office), (Texts{"id", "name", "region"}));
        import(office, taken(list));
        QCOMPARE(byId(office, "2").region, std::string("South"));
        const auto data = got(actions::readNetwork(office.records(), kToday));
        QCOMPARE(headers(actions::rosterOf(data, kToday).attributes), Texts{"id"});
        QCOMPARE(actions::colourFieldsOf(data), (Texts{"region", "kind"}));
    }

    void columnThatRepeatsAField_isNoColumnOfTheTable_data()
    {
        QTest::addColumn<int>("changed");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("all the same") << 0 << false;
        QTest::newRow("one has another e-mail by now") << 1 << false;
        QTest::newRow("two have") << 2 << true;
    }
    void columnThatRepeatsAField_isNoColumnOfTheTable()
    {
        QFETCH(int, changed);
        QFETCH(bool, isShown);
        std::string list = "id,label,email,team\n";
        for (int i = 0; i < 10; ++i)
            list += QStringLiteral("%1,P%1, p%1@example.org ,Red\n").arg(i).toStdString();
        Office office;
        import(office, members(list));
        for (int i = 0; i < changed; ++i) {
            Person person = byId(office, std::to_string(i));
            person.email = std::string("new@example.org");
            got(office.change([&](store::Records& records) { return actions::updatePerson(records, person); }));
        }
        const auto data = got(actions::readNetwork(office.records(), kToday));
        const actions::Roster roster = actions::rosterOf(data, kToday);
        QCOMPARE(headers(roster.attributes), isShown ? (Texts{"email", "id", "team"}) : (Texts{"id", "team"}));
        QCOMPARE(roster.rows.at(3).values.size(), roster.attributes.size());
        QCOMPARE(roster.rows.at(3).values.at(0), std::string("3"));
        QCOMPARE(roster.rows.at(3).values.back(), std::string("Red"));
    }

    void nobody_hasNoColumnThatRepeats() { QVERIFY(actions::columnsThatRepeat({}).empty()); }
};

QTEST_GUILESS_MAIN(TestImportColumns)
#include "tst_import_columns.moc"
