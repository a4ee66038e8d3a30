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
        row("李 明", "李明");
        row("Ben\u00adOkoro Ben", "");
        row("B\u00aden Ok\u2060oro\ufeff", "Ben Okoro");
        for (const char* const dash : {"-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\uff0d"})
            row(("Ben" + std::string(dash) + "Okoro").c_str(), "Ben Okoro");
        row("«Ben Okoro»", "Ben Okoro");
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

    void nameWithoutSpacesAroundIt_isFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("names");
        const auto row = [](const char* text, const QByteArrayList& names) {
            QTest::newRow(text) << QByteArray(text) << names;
        };
        row("김민수 선생님", {"김민수"});
        row("김민수선생님", {"김민수"});
        row("김 민수 선생님", {"김민수"});
        row("담당:이영희,김민수", {"이영희", "김민수"});
        row("\u1100\u1175\u11b7\u1106\u1175\u11ab\u1109\u116e 선생님", {"김민수"}); // taken apart
        row("李明老师", {"李明"});
        row("我的老师是李明华。", {"李明华"}); // not the shorter name in it
        row("李\u00ad明老师", {"李明"});
        row("明李老师", {});
        row("王、明老师", {});
        row("李", {"李"}); // one letter is a name only where it stands alone
        row("李老师", {});
        row("マリー・キュリー先生", {"マリー・キュリー"});
        row("ﾏﾘｰ ｷｭﾘｰ先生", {"マリー・キュリー"});
        row("ครูสมชายใจดีมาก", {"สมชาย ใจดี"});
        row("Coach Li Ming老师", {"Li Ming"});
        row("Ana Ruiz와 김민수", {"Ana Ruiz", "김민수"});
        row("★Ana Ruiz★", {"Ana Ruiz"});
        row("김", {});
        row("", {});
    }
    void nameWithoutSpacesAroundIt_isFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, names);
        const actions::NameFinder finder({person(1, "김민수"), person(2, "이영희"), person(3, "李明"),
                                          person(4, "李明华"), person(5, "マリー・キュリー"), person(6, "สมชาย ใจดี"),
                                          person(7, "Li Ming"), person(8, "Ana Ruiz"), person(9, "李"),
                                          person(10, "王明")});
        Texts expected;
        for (const QByteArray& name : names)
            expected.push_back(name.toStdString());
        QCOMPARE(namesOf(finder.within(text.toStdString())), expected);
    }

    void longTextOfLetters_isGoneThroughOnce()
    {
        std::string name, text;
        for (int i = 0; i < 200; ++i)
            name += "李";
        for (int i = 0; i < 100'000; ++i)
            text += "李";
        const actions::NameFinder finder({person(1, name), person(2, "李明")});
        QCOMPARE(namesOf(finder.within(name)), Texts{name});
        QCOMPARE(namesOf(finder.within(text + "明")), Texts{"李明"});
    }

    void addresses_areFoundWhereverTheyStand_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("names");
        const auto row = [](const char* text, const QByteArrayList& names) {
            QTest::newRow(text) << QByteArray(text) << names;
        };
        row("sam@example.org", {"sam@example.org"});
        row(" Sam Lee <sam@example.org> ", {"sam@example.org"});
        row("sam@example.org; kim@example.org", {"sam@example.org", "kim@example.org"});
        row("sam@example.org,kim@example.org\u3000sam@example.org", {"sam@example.org", "kim@example.org"});
        row("ask ANA@example.org or sam@example.org", {"Ana Ruiz", "sam@example.org"});
        row("Ana Ruiz <ana@example.org>", {"Ana Ruiz"});
        row("sam\uff20example.org", {"sam\uff20example.org"});
        row("meets @ noon", {});
        row("@sam sam@", {});
        row("<>;,", {});
    }
    void addresses_areFoundWhereverTheyStand()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, names);
        const actions::NameFinder finder(staffRoom());
        Texts expected;
        for (const QByteArray& name : names)
            expected.push_back(name.toStdString());
        QCOMPARE(namesOf(actions::namesSaid(finder, "attribute:Mail", text.toStdString())), expected);
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

    void columnThatMayNameSomebody_isNeverTakenByItself()
    {
        actions::MapSource source = mentors();
        source.data.people.push_back(person(5, "Madonna"));
        source.data.people.push_back(person(6, "7"));
        for (Person& who : source.data.people)
            who.region.clear();
        const auto isUsual = [&source] {
            const Texts usual = actions::usualColourFieldsOf(source.data);
            return std::find(usual.begin(), usual.end(), "attribute:Grade") != usual.end();
        };
        QVERIFY(isUsual());
        const auto grade = std::find_if(source.data.values.begin(), source.data.values.end(),
                                        [](const auto& value) { return value.attribute == AttributeId{2}; });
        for (const char* const value : {"Madonna (2024)", "Ms Madonna", "with ma\u00addonna!"}) {
            grade->value = value;
            QVERIFY2(!isUsual(), value);
            QVERIFY(actions::colourFor(source.data, "region") != "attribute:Grade");
        }
        grade->value = "Madonnas 7";
        QVERIFY(isUsual());
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

    void filterValueThatNobodyHas_isNotStated()
    {
        auto wanted = question("region");
        wanted.filters = {{"attribute:Mentor", {"Ana Gone", "nobody", ""}}, {"region", {"Lakes", "Gone"}}};
        const auto map = mapOf(mentors(), wanted);
        QCOMPARE(map.filters, (std::vector<actions::MapFilter>{{"attribute:Mentor", {"nobody", ""}},
                                                               {"region", {"Lakes", "Gone"}}}));
        wanted.filters = {{"attribute:Mentor", {"Ana Gone"}}, {"attribute:Ana Gone", {"yes"}}};
        const auto none = mapOf(mentors(), wanted);
        QVERIFY(none.people.empty());
        QVERIFY(none.filters[0].values.empty() && none.filters[1].values.empty());
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
