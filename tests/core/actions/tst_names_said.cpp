// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/Figures.h"
#include "core/actions/MapData.h"
#include "core/actions/NamesSaid.h"

using namespace actionstest;

namespace {

using Texts = std::vector<std::string>;

Person person(std::int64_t id, const std::string& name, ShowConsent consent = ShowConsent::unset)
{
    Person made;
    made.id = PersonId{id};
    made.name = name;
    made.consent = consent;
    return made;
}

std::vector<Person> staffRoom()
{
    std::vector<Person> people{person(1, "Ana Ruiz"), person(2, "Ben Okoro"), person(3, "Ça\u011fla Ünal"),
                               person(4, "Lakes"),    person(5, "12"),        person(6, "李明")};
    people[0].email = "ana@example.org";
    people[1].kind = PersonKind::outside;
    people[2].archived = day(2020, 1, 1);
    return people;
}

Texts namesOf(const std::vector<actions::SaidName>& said)
{
    Texts names;
    for (const actions::SaidName& who : said)
        names.push_back(who.name);
    return names;
}

/// A network of four with the columns "Mentor" (names), "Grade" (groups) and "Mail" (one address each).
actions::MapSource mentors()
{
    actions::MapSource source;
    actions::NetworkData& data = source.data;
    data.people = {person(1, "Ana Ruiz"), person(2, "Ben Okoro", ShowConsent::byCode), person(3, "Jun Takeda"),
                   person(4, "Mina Pillai")};
    data.people[0].region = data.people[1].region = "Coast";
    data.people[2].region = "Lakes";
    data.attributes = {{AttributeId{1}, "Mentor"}, {AttributeId{2}, "Grade"}, {AttributeId{3}, "Ben Okoro"}};
    const char* const mentors[]{"ben okoro", "Ruiz,  ANA", "Ben Okoro", "nobody"};
    const char* const grades[]{"3", "3", "4", "4"};
    for (int i = 0; i < 4; ++i) {
        data.values.push_back({PersonId{i + 1}, AttributeId{1}, mentors[i]});
        data.values.push_back({PersonId{i + 1}, AttributeId{2}, grades[i]});
        data.values.push_back({PersonId{i + 1}, AttributeId{3}, i == 0 ? "sole" : "yes"});
    }
    store::ContactSummary heard;
    heard.person = PersonId{3};
    heard.lastHeard = moment(kToday);
    data.contacts = {heard};
    return source;
}

actions::MapQuestion question(const std::string& colour)
{
    actions::MapQuestion wanted;
    wanted.network.on = kToday;
    wanted.colourBy = colour;
    return wanted;
}

actions::MapData mapOf(actions::MapSource source, const actions::MapQuestion& wanted)
{
    source.colourBy = wanted.colourBy;
    return got(actions::buildMap(source, wanted));
}

} // namespace

class TestNamesSaid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeName_isFoundHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* text, const char* name) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(name);
        };
        row("Ben Okoro", "Ben Okoro");
        row("  BEN   okoro ", "Ben Okoro");
        row("Okoro, Ben", "Ben Okoro");
        row("Ben\u00a0Okoro", "Ben Okoro");
        row("B\u200ben Okoro", "Ben Okoro");
        row("bén òkorô", "Ben Okoro");
        row("Cagla Unal", "Ça\u011fla Ünal");
        row("UNAL,CAGLA", "Ça\u011fla Ünal");
        row("Ana@Example.org", "Ana Ruiz");
        row("lakes", "Lakes");
        row("李明", "李明");
        row("", "");
        row("12", "");
        row("Ben", "");
        row("Okoro Bennett", "");
        row(" , ; ", "");
        row("\xff\xfe", "");
    }
    void wholeName_isFoundHoweverItIsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        const auto said = actions::NameFinder(staffRoom()).whole(text.toStdString());
        QCOMPARE(namesOf(said), name.isEmpty() ? Texts{} : Texts{name.toStdString()});
    }

    void nameInALongerText_isFound()
    {
        const actions::NameFinder finder(staffRoom());
        QCOMPARE(namesOf(finder.within("Ana Ruiz; Okoro, Ben / Çağla Ünal")),
                 (Texts{"Ana Ruiz", "Ben Okoro", "Ça\u011fla Ünal"}));
        QCOMPARE(namesOf(finder.within("coached by ana ruiz (2024), ana ruiz")), Texts{"Ana Ruiz"});
        QCOMPARE(namesOf(finder.within("Lakes; Coast")), Texts{"Lakes"});
        // One word inside a phrase is a word.
        QCOMPARE(namesOf(finder.within("Great Lakes")), Texts{});
        QCOMPARE(namesOf(finder.within(std::string(200'000, 'x') + " Ana Ruiz")), Texts{"Ana Ruiz"});
    }

    void organizationNamedAfterSomebody_keepsItsName()
    {
        const actions::NameFinder finder(staffRoom());
        QVERIFY(actions::namesSaid(finder, "organization", "Ana Ruiz School").empty());
        QCOMPARE(actions::namesSaid(finder, "organization", "Ana Ruiz").size(), 1u);
        QCOMPARE(actions::namesSaid(finder, "attribute:School", "Ana Ruiz School").size(), 1u);
        QCOMPARE(actions::namesSaid(finder, "attribute:Mail", "sam@example.org").front().number, 0);
        QVERIFY(actions::namesSaid(finder, "attribute:Mail", "meets @ noon").empty());
    }

    void namesakes_areShownAsTheStrictestOfThemAsks()
    {
        const actions::NameFinder finder({person(1, "Ana Ruiz", ShowConsent::byName), person(2, "ANA RUIZ"),
                                          person(3, "Ana Ruíz", ShowConsent::notShown), person(4, "Ana Ruiz")});
        const auto said = finder.whole("ana ruiz");
        QCOMPARE(said.size(), 1u);
        QCOMPARE(said.front().consent, ShowConsent::notShown);
        QCOMPARE(said.front().number, 3);
        QVERIFY(actions::NameFinder({}).whole("Ana Ruiz").empty());
    }

    void columnOfNames_isNeverTakenByItself()
    {
        actions::MapSource source = mentors();
        const Texts usual = actions::usualColourFieldsOf(source.data), all = actions::colourFieldsOf(source.data);
        QVERIFY(std::find(all.begin(), all.end(), "attribute:Mentor") != all.end());
        QVERIFY(std::find(usual.begin(), usual.end(), "attribute:Mentor") == usual.end());
        QVERIFY(std::find(usual.begin(), usual.end(), "attribute:Grade") != usual.end());
        QVERIFY(std::find(usual.begin(), usual.end(), "region") != usual.end());
        for (Person& who : source.data.people)
            who.region.clear();
        QCOMPARE(actions::colourFor(source.data, "region"), std::string("attribute:Grade"));
        std::erase_if(source.data.values, [](const auto& value) { return value.attribute != AttributeId{1}; });
        QCOMPARE(actions::colourFor(source.data, "region"), std::string("region"));
        QCOMPARE(actions::colourFor(source.data, "attribute:Mentor"), std::string("attribute:Mentor"));
    }

    void map_tellsWhoseNamesItsWordsSay()
    {
        const auto plain = mapOf(mentors(), question("region"));
        QVERIFY(plain.namesSaid.empty());
        const auto map = mapOf(mentors(), question("attribute:Mentor"));
        QCOMPARE(map.namesSaid.size(), 3u);
        QCOMPARE(map.namesSaid.at("ben okoro"),
                 (std::vector<actions::SaidName>{{"Ben Okoro", ShowConsent::byCode, 2}}));
        QCOMPARE(namesOf(map.namesSaid.at("Ruiz,  ANA")), Texts{"Ana Ruiz"});
        QVERIFY(!map.namesSaid.contains("nobody"));
    }

    void filter_saysWhoHasAValueAlone_andWhomItsHeaderNames()
    {
        auto wanted = question("region");
        wanted.filters = {{"attribute:Ben Okoro", {"sole", "yes", ""}}};
        const auto map = mapOf(mentors(), wanted);
        QCOMPARE(map.filters, wanted.filters);
        QCOMPARE(namesOf(map.namesSaid.at("Ben Okoro")), Texts{"Ben Okoro"});
        QCOMPARE(namesOf(map.namesSaid.at("sole")), Texts{"Ana Ruiz"});
        QCOMPARE(map.namesSaid.size(), 2u);
    }

    void coverage_isOfThePeopleShown()
    {
        auto wanted = question("region");
        QCOMPARE(mapOf(mentors(), wanted).coverage, (actions::Coverage{1, 4}));
        QVERIFY(mapOf(mentors(), wanted).hidden.empty());
        wanted.filters = {{"region", {"Lakes"}}};
        const auto lakes = mapOf(mentors(), wanted);
        QCOMPARE(lakes.coverage, (actions::Coverage{1, 1}));
        QCOMPARE(lakes.hidden, (std::vector<PersonId>{PersonId{1}, PersonId{2}, PersonId{4}}));
        QCOMPARE(lakes.hiddenByFilter, 3u);
        QCOMPARE(lakes.people.front().number, 3);
        wanted.filters = {{"region", {}}};
        QCOMPARE(mapOf(mentors(), wanted).coverage, (actions::Coverage{0, 0}));
    }

    void printedId_namesNobodyWhoAskedNotToBeNamed()
    {
        Person ana = person(7, "Ana Ruiz");
        ana.sourceId = "ruiz, ana";
        using actions::IdsAs;
        for (const ShowConsent consent : {ShowConsent::unset, ShowConsent::byName}) {
            ana.consent = consent;
            QCOMPARE(actions::printedId(ana, IdsAs::name), std::string("Ana Ruiz"));
            QCOMPARE(actions::printedId(ana, IdsAs::source), std::string("ruiz, ana"));
            QCOMPARE(actions::printedId(ana, IdsAs::id), std::string("7"));
        }
        for (const ShowConsent consent : {ShowConsent::byCode, ShowConsent::notShown}) {
            ana.consent = consent;
            for (const IdsAs ids : {IdsAs::name, IdsAs::source, IdsAs::id})
                QCOMPARE(actions::printedId(ana, ids), std::string("7"));
        }
        ana.sourceId = "06";
        QCOMPARE(actions::printedId(ana, IdsAs::source), std::string("06"));
    }
};

QTEST_APPLESS_MAIN(TestNamesSaid)
#include "tst_names_said.moc"
