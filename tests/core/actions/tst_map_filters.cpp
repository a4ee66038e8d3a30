// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of what is known of people and of kinds of ties: what they keep, and that they move nobody.
#include <QTest>

#include "Calls.h"
#include "core/actions/MapData.h"
#include "core/actions/MapFilters.h"
#include "core/actions/ViewQuestion.h"

using namespace actionstest;

namespace {

using Values = std::vector<std::pair<std::string, std::size_t>>;

/// Ana relies on Ben, who weekly works with Cy; Dee knows nobody. Ana was called today, Ben two years ago.
struct Kinds : Calls
{
    PersonId dee = add("Dee");
    TieId rely, work;

    Kinds()
    {
        call(ana, {});
        call(ben, {}, 800);
        rely = tie(ana, ben, TieDepth::rely);
        Tie together;
        together.a = ben;
        together.b = cy;
        together.contact = TieContact::weekly;
        together.collaboration = Collaboration::now;
        work = add(together);
        got(change([&](store::Records& records) {
            return records.ties.insert(Overlay{{}, rely, ana, ben, OverlayKind::advice, "x", 1.0}).map([](OverlayId) {
            });
        }));
    }
    actions::MapData map(std::vector<actions::MapFilter> filters)
    {
        actions::MapQuestion question;
        question.network.set = TieSet::all;
        question.network.on = kToday;
        question.filters = std::move(filters);
        return got(actions::buildMap(got(actions::readMapSource(records(), question)), question));
    }
    Values ties(const char* field)
    {
        graph::NetworkOptions network;
        network.set = TieSet::all;
        network.on = kToday;
        return actions::valuesOfTies(got(actions::readNetwork(records(), kToday)), network, field);
    }
};

std::vector<std::string> names(const actions::MapData& map)
{
    std::vector<std::string> names;
    for (const actions::MapPerson& person : map.people)
        names.push_back(person.name);
    return names;
}

} // namespace

class TestMapFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tieKinds_hideTies_andNobody()
    {
        Kinds kinds;
        const actions::MapData all = kinds.map({});
        QCOMPARE(all.ties.size(), std::size_t{2});
        for (const auto& [field, value, kept] :
             {std::tuple{"tie:depth", "rely", kinds.rely}, std::tuple{"tie:contact", "weekly", kinds.work},
              std::tuple{"tie:together", "now", kinds.work}, std::tuple{"tie:direction", "advice", kinds.rely},
              std::tuple{"tie:direction", "none", kinds.work}}) {
            const actions::MapData map = kinds.map({{field, {value}}});
            QCOMPARE(map.ties.size(), std::size_t{1});
            QCOMPARE(map.ties.front().id, kept);
            QCOMPARE(map.people.size(), all.people.size());
            QCOMPARE(map.hiddenByFilter, std::size_t{0});
            for (std::size_t i = 0; i < map.people.size(); ++i) {
                QCOMPARE(map.people[i].at.x, all.people[i].at.x);
                QCOMPARE(map.people[i].ties, all.people[i].ties);
            }
        }
        QVERIFY(kinds.map({{"tie:depth", {"rely"}}, {"tie:contact", {"weekly"}}}).ties.empty());
        QCOMPARE(kinds.map({{"tie:depth", {"rely", "exchange"}}}).ties.size(), std::size_t{2});
        QVERIFY(kinds.map({{"tie:nonsense", {"x"}}}).ties.size() == 2);
    }

    void whatIsKnownOfPeople_filtersThem()
    {
        Kinds kinds;
        QCOMPARE(names(kinds.map({{"is:heard", {"year"}}})), std::vector<std::string>{"Ana Ruiz"});
        QCOMPARE(names(kinds.map({{"is:heard", {"before"}}})), std::vector<std::string>{"Ben Okafor"});
        QCOMPARE(kinds.map({{"is:heard", {"never"}}}).people.size(), std::size_t{2});
        const actions::MapData alone = kinds.map({{"is:tied", {"none"}}});
        QCOMPARE(names(alone), std::vector<std::string>{"Dee"});
        QCOMPARE(alone.hiddenByFilter, std::size_t{3});
        QCOMPARE(kinds.map({{"is:tied", {"few", "none"}}}).people.size(), std::size_t{4});
    }

    void values_areCountedInTheOrderOfTheirKind()
    {
        Kinds kinds;
        QCOMPARE(kinds.ties("tie:depth"), (Values{{"exchange", 1}, {"rely", 1}}));
        QCOMPARE(kinds.ties("tie:together"), (Values{{"never", 1}, {"now", 1}}));
        QCOMPARE(kinds.ties("tie:direction"), (Values{{"none", 1}, {"advice", 1}}));
        QVERIFY(kinds.ties("region").empty());
    }

    void theyAreKept_inASavedView_andWhereSomebodyIsForgotten()
    {
        actions::MapQuestion question;
        question.filters = {{"tie:depth", {"rely"}}, {"is:tied", {"none"}}};
        QCOMPARE(actions::withViewSettings({}, actions::viewSettings(question)).filters, question.filters);
        for (const actions::MapFilter& filter : question.filters)
            QCOMPARE(actions::valuesHad({}, filter), filter.values);
    }
};

QTEST_APPLESS_MAIN(TestMapFilters)
#include "tst_map_filters.moc"
