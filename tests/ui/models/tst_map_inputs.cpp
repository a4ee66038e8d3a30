// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>

#include "ui/base/Convert.h"
#include "ui/models/FieldWords.h"
#include "ui/models/MapInputs.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

actions::MapData twoOfFive()
{
    actions::MapData data;
    data.colourBy = "attribute:Mentor";
    data.legend = {{"Ben Okoro", 2, 1, 0}, {"Čapek", 1, 0, 1}};
    data.namesSaid["Ben Okoro"] = {{"Ben Okoro", ShowConsent::byCode, 9}};
    for (int i = 0; i < 2; ++i) {
        actions::MapPerson person;
        person.id = PersonId{i + 1};
        person.number = 4 + i;
        person.value = "Ben Okoro";
        data.people.push_back(person);
    }
    data.ties.push_back({});
    data.ties.back().b = 1;
    data.networkPeople = 5;
    data.hiddenByFilter = 3;
    data.coverage = {1, 2};
    return data;
}

} // namespace

class MapInputsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_areWordsOfASentence_withTheNamesTheySay()
    {
        actions::MapData data = twoOfFive();
        data.filters = {{"region", {"Lakes", ""}}, {"level", {"core"}}, {"attribute:Ben Okoro", {"Ben Okoro", "x"}}};
        const MapInput input = mapInput(data, Theme::print());
        QCOMPARE(input.filters.size(), 3u);
        QCOMPARE(input.filters[0].field, MapWords{QStringLiteral("region")});
        QCOMPARE(input.filters[0].values[0], MapWords{QStringLiteral("Lakes")});
        QCOMPARE(input.filters[0].values[1], MapWords{QStringLiteral("No value")});
        QCOMPARE(input.filters[1].values[0].text, valueName("level", "core"));
        const std::vector<MapSaidName> ben{{QStringLiteral("Ben Okoro"), ShowConsent::byCode, 9}};
        QCOMPARE(input.filters[2].field, (MapWords{QStringLiteral("Ben Okoro"), ben}));
        QCOMPARE(input.filters[2].values[0], (MapWords{QStringLiteral("Ben Okoro"), ben}));
        QVERIFY(input.filters[2].values[1].says.empty());
        QCOMPARE(input.groups[0].says, ben);
    }

    void classes_haveNamesOfTheirOwn_inOrdinaryNumbers()
    {
        const auto names = [](std::vector<actions::MeasureClass> classes) {
            actions::MeasureClasses measure;
            measure.measure = "degree";
            measure.classes = std::move(classes);
            return classNames(measure);
        };
        const auto list = [](std::initializer_list<const char*> texts) {
            QStringList all;
            for (const char* text : texts)
                all.append(QString::fromLatin1(text));
            return all;
        };
        QCOMPARE(names({{0, 0, 3}, {1, 3, 4}, {4, 1200, 4}}), list({"0", "1 to 3", "4 to 1,200"}));
        QCOMPARE(names({{0, 0.0123, 3}, {0.02, 0.2, 4}}), list({"0 to 0.012", "0.02 to 0.2"}));
        QCOMPARE(names({{0.2301, 0.2329, 3}, {0.2331, 0.2349, 4}}), list({"0.23 to 0.233", "0.233 to 0.235"}));
        QCOMPARE(names({{12.4, 99.7, 3}, {120.4, 1234.4, 3}}), list({"12 to 100", "120 to 1,234"}));
        QCOMPARE(names({{99.7, 99.8, 3}, {100, 100, 3}}), list({"99.7 to 99.8", "100"}));
        QCOMPARE(names({{120.1, 120.1, 3}, {120.4, 120.4, 3}}), list({"120.1", "120.4"}));
        QCOMPARE(names({{0.000012, 0.00034, 3}}), list({"0.000012 to 0.00034"}));
        QVERIFY(names({}).isEmpty());
        QCOMPARE(names({{0.5, 0.5, 3}, {0.5, 0.5, 3}}), list({"0.5", "0.5"})); // equal ones have no other name
    }

    void nobodyHeardFrom_isSaidInWords()
    {
        actions::MapData data = twoOfFive();
        QVERIFY(mapInput(data, Theme::print()).tellsHeard);
        data.hearing = actions::Hearing::nobodyYet;
        QVERIFY(!mapInput(data, Theme::print()).tellsHeard);
        QCOMPARE(mapInput(data, Theme::print()).caption.coverage, QStringLiteral("nobody has been heard from yet"));
        data.hearing = actions::Hearing::nobodyLately;
        QVERIFY(!mapInput(data, Theme::print()).tellsHeard);
        QCOMPARE(mapInput(data, Theme::print()).caption.coverage, QStringLiteral("nobody was heard from in a year"));
    }

    void largeCounts_areReadWithSeparators()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English));
        actions::MapData data = twoOfFive();
        data.people[1].value = "Čapek";
        data.ties.assign(12'345, data.ties.front());
        data.hiddenByFilter = 0;
        data.coverage = {12'345, 23'456};
        const MapInput input = mapInput(data, Theme::print());
        QVERIFY2(input.caption.ties.contains(QStringLiteral("12,345")), qPrintable(input.caption.ties));
        QVERIFY2(input.caption.coverage.contains(QStringLiteral("12,345 of 23,456")),
                 qPrintable(input.caption.coverage));
        const QString sentence = mapPage(data, {}).sentence;
        QVERIFY2(sentence.startsWith(QStringLiteral("12,345 of the 12,345 ties")), qPrintable(sentence));
        QLocale::setDefault(before);
    }

    void groups_areCountedOverWhoIsDrawn_hiddenOnesAsTheyWouldComeBack()
    {
        actions::MapData data = twoOfFive();
        data.legend[0].people = 6;
        data.legend[0].heard = 4;
        data.people[1].heardFrom = true;
        data.filters = {{"attribute:Mentor", {"Ben Okoro"}}};
        const MapInput input = mapInput(data, Theme::print());
        QCOMPARE(input.groups[0].members, 2);
        QCOMPARE(input.groups[0].heard, 1);
        QCOMPARE(input.groups[1].members, 1);
        QCOMPARE(input.groups[1].heard, 0);
        QVERIFY(input.groups[1].says.empty());
    }

    void groups_thatFiltersOfOtherFieldsLeaveEmpty_areNotInTheLegend()
    {
        actions::MapData data = twoOfFive();
        data.filters = {{"region", {"Lakes"}}};
        const MapInput input = mapInput(data, Theme::print());
        QCOMPARE(input.groups.size(), std::size_t{1});
        QCOMPARE(input.groups[0].members, 2);
        QCOMPARE(input.people[0].group, 0);
    }

    void codes_areThePlacesInTheFile()
    {
        const MapInput input = mapInput(twoOfFive(), Theme::print());
        QCOMPARE(input.people[0].codeNumber, 4);
        QCOMPARE(input.people[1].codeNumber, 5);
    }

    void coverage_saysWhetherItIsOfThePeopleShown()
    {
        actions::MapData data = twoOfFive();
        QCOMPARE(mapInput(data, Theme::print()).caption.coverage,
                 QStringLiteral("heard from 1 of 2 shown (50\u00a0%)"));
        data.coverage = {};
        QCOMPARE(mapInput(data, Theme::print()).caption.coverage, QString());
        data.hiddenByFilter = 0;
        QVERIFY(mapInput(data, Theme::print()).caption.coverage.startsWith(QStringLiteral("heard from 0 of 0 (")));
        QCOMPARE(mapInput(data, Theme::print()).caption.filter, QString());
        QCOMPARE(mapInput({}, Theme::print()).filters.size(), 0u);
    }

    void pageOfOneGroup_tellsOfNoTiesAcross()
    {
        actions::MapData data = twoOfFive();
        QCOMPARE(mapPage(data, {}).sentence, QString());
        data.people[1].value = "Čapek";
        QVERIFY(!mapPage(data, {}).sentence.isEmpty());
    }

    void measureTip_saysWhatItMeansAndItsTerm()
    {
        for (const std::string& measure : sizeMeasures()) {
            const QStringList lines = measureTip(measure).split(QLatin1Char('\n'));
            QVERIFY2(lines.size() >= 2, measure.c_str());
            QVERIFY2(lines.last().endsWith(toQString(measure)), measure.c_str());
            QVERIFY2(lines.first().endsWith(QLatin1Char('.')), qPrintable(lines.first()));
        }
        QCOMPARE(measureTip("no_such_measure"), QStringLiteral("Measure: no_such_measure"));
    }
};

QTEST_APPLESS_MAIN(MapInputsTest)
#include "tst_map_inputs.moc"
