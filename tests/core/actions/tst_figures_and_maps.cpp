// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <utility>
#include <vector>

#include <QTest>

#include <nlohmann/json.hpp>

#include "Office.h"
#include "core/actions/Colours.h"
#include "core/actions/Figures.h"
#include "core/actions/MapData.h"

using namespace actionstest;

class TestFiguresAndMaps : public QObject
{
    Q_OBJECT

    static graph::NetworkOptions network(TieSet set = TieSet::exchange, Date on = kToday)
    {
        graph::NetworkOptions options;
        options.set = set;
        options.on = on;
        return options;
    }
    static nlohmann::json figures(Office& office, actions::FigureQuestion question,
                                  actions::IdsAs ids = actions::IdsAs::name)
    {
        const auto data = got(actions::readNetwork(office.records(), question.network.on));
        const auto result = got(actions::computeFigures(data, question));
        return nlohmann::json::parse(actions::figuresJson(result, data, ids));
    }
    static actions::FigureQuestion question(std::vector<std::string> measures, TieSet set = TieSet::exchange)
    {
        actions::FigureQuestion wanted;
        wanted.network = network(set);
        wanted.measures = std::move(measures);
        return wanted;
    }
    static actions::MapData map(Office& office, const actions::MapQuestion& wanted)
    {
        return got(actions::buildMap(got(actions::readMapSource(office.records(), wanted)), wanted));
    }
    static actions::MapQuestion mapQuestion()
    {
        actions::MapQuestion wanted;
        wanted.network = network();
        return wanted;
    }
    static void call(Office& office, PersonId person, Date on, bool reached = true)
    {
        Conversation conversation;
        conversation.when = moment(on);
        conversation.participants = {person};
        conversation.reached = reached;
        got(office.change([&](store::Records& records) {
            return records.conversations.insert(conversation).map([](ConversationId) {});
        }));
    }

private Q_SLOTS:
    void emptyNetwork_printsAnEmptyListOfNodes()
    {
        Office office;
        const auto json = figures(office, question({}));
        QCOMPARE(json.at("nodes").dump(), std::string("[]"));
        QVERIFY(json.at("sections").contains("undirected"));
        QVERIFY(!json.at("sections").contains("directed"));
    }

    void undefinedValue_isNullAndCountsAreWhole()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        office.add("Sam");
        office.tie(ana, luis);
        const auto nodes =
            figures(office, question({"closeness_component", "degree"})).at("sections").at("undirected").at("nodes");
        QVERIFY(nodes.at("closeness_component").at(2).is_null());
        QCOMPARE(nodes.at("degree").dump(), std::string("[1,1,0]"));
    }

    void communities_standBesideTheirModularity()
    {
        Office office;
        std::vector<PersonId> people;
        for (const char* const name : {"Ana", "Bo", "Cy", "Di", "Ed", "Flo"})
            people.push_back(office.add(name));
        for (const auto& [a, b] : {std::pair(0, 1), {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {2, 3}})
            office.tie(people[static_cast<std::size_t>(a)], people[static_cast<std::size_t>(b)]);
        const auto json = figures(office, question({"community", "modularity"}));
        const auto& found = json.at("modularity").at("unweighted");
        QCOMPARE(found.at("membership").dump(), std::string("[0,0,0,1,1,1]"));
        QVERIFY(std::abs(found.at("value").get<double>() - (6.0 / 7.0 - 0.5)) < 1e-12);
        QVERIFY(!json.at("modularity").contains("weighted"));
        QVERIFY(json.at("sections").at("undirected").at("nodes").at("community") == found.at("membership"));
        QCOMPARE(figures(office, question({"density"})).at("modularity").dump(), std::string("{}"));
    }

    void staffAndFormerMembers_countOnlyWhenAskedFor()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ruth = office.add("Ruth", PersonKind::staff);
        office.add("Fund", PersonKind::outside);
        Person gone;
        gone.name = "Gone";
        gone.left = day(2026, 1, 1);
        office.add(gone);
        office.tie(ana, ruth);
        auto wanted = question({"edges"});
        QCOMPARE(figures(office, wanted).at("nodes").dump(), std::string("[\"Ana\"]"));
        wanted.network.population = graph::Population::membersAndStaff;
        const auto json = figures(office, wanted);
        QCOMPARE(json.at("nodes").size(), 2u);
        QCOMPARE(json.at("sections").at("undirected").at("scalars").at("edges").get<int>(), 1);
        wanted.network.on = day(2025, 12, 31);
        QCOMPARE(figures(office, wanted).at("nodes").size(), 3u);
    }

    void tiesWithoutDirection_standBesideArcs()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), sam = office.add("Sam");
        const TieId tie = office.tie(ana, luis);
        office.tie(luis, sam);
        Overlay overlay;
        overlay.tie = tie;
        overlay.from = luis;
        overlay.to = ana;
        got(office.change([&](store::Records& records) { return records.ties.insert(overlay).map([](OverlayId) {}); }));
        const auto sections = figures(office, question({"edges", "arcs", "in_degree"})).at("sections");
        QCOMPARE(sections.at("undirected").at("scalars").at("edges").get<int>(), 2);
        QCOMPARE(sections.at("directed").at("scalars").at("arcs").get<int>(), 1);
        QCOMPARE(sections.at("directed").at("nodes").at("in_degree").dump(), std::string("[1,0,0]"));
    }

    void attributes_countAsCategoriesAndAsNumbersWhereAllAre()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), sam = office.add("Sam");
        office.tie(ana, luis);
        office.tie(luis, sam);
        got(office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const AttributeId team, records.people.insert(Attribute{{}, "team"}));
            WEAVEMAP_ASSIGN(const AttributeId age, records.people.insert(Attribute{{}, "age"}));
            const std::vector<std::pair<PersonId, std::string>> teams{{ana, "1"}, {luis, "Red"}, {sam, "Red"}};
            for (const auto& [person, value] : teams)
                WEAVEMAP_TRY(records.people.setAttribute(person, team, value));
            WEAVEMAP_TRY(records.people.setAttribute(ana, age, "30"));
            WEAVEMAP_TRY(records.people.setAttribute(luis, age, "41.5"));
            return records.people.setAttribute(sam, age, "50");
        }));
        const auto scalars = figures(office, question({})).at("sections").at("undirected").at("scalars");
        QVERIFY(scalars.contains("ei_index.team"));
        QVERIFY(!scalars.contains("assortativity_numeric.team"));
        QVERIFY(scalars.contains("assortativity_numeric.age"));
    }

    void unknownMeasure_isAnError()
    {
        Office office;
        const auto data = got(actions::readNetwork(office.records(), kToday));
        const auto result = actions::computeFigures(data, question({"charisma"}));
        QCOMPARE(result.error().code, ErrorCode::unknownMeasure);
    }

    void monthEnds_countMembersAndTiesOfTheirDay()
    {
        Office office;
        Person late;
        late.name = "Late";
        late.joined = day(2026, 9, 15);
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), newcomer = office.add(late);
        Tie tie;
        tie.a = ana;
        tie.b = luis;
        tie.firstSeen = day(2026, 8, 31);
        office.add(tie);
        tie.b = newcomer;
        tie.firstSeen = day(2026, 9, 20);
        office.add(tie);
        const auto data = got(actions::readNetwork(office.records(), kToday));
        const auto months = got(actions::figuresOverTime(data, network(), day(2026, 7, 10), kToday));
        QCOMPARE(months.size(), 4u);
        QCOMPARE(months[0].on, day(2026, 7, 31));
        QCOMPARE(months[0].ties, 0u);
        QCOMPARE(months[1].ties, 1u);
        QCOMPARE(months[1].density, 1.0);
        QCOMPARE(months[2].members, 3u);
        QCOMPARE(months[2].tiesPerMember, 4.0 / 3.0);
        QCOMPARE(months[3].on, kToday);
        QVERIFY(got(actions::figuresOverTime(data, network(), kToday, day(2026, 1, 1))).empty());
    }

    void coverage_isOfCurrentMembersReachedInTwelveMonths()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis"), sam = office.add("Sam");
        call(office, ana, kToday.addMonths(-12));
        call(office, luis, kToday.addMonths(-12).addDays(1));
        call(office, sam, kToday, false);
        call(office, office.add("Ruth", PersonKind::staff), kToday);
        const auto data = got(actions::readNetwork(office.records(), kToday));
        QCOMPARE(actions::coverageOf(data, kToday), (actions::Coverage{1, 3}));
    }

    void colours_keepTheirValuesAndGreyTakesTheRest()
    {
        std::vector<std::pair<std::string, std::size_t>> values;
        for (int i = 0; i < 10; ++i)
            values.emplace_back(std::string(1, 'v').append(std::to_string(i)), static_cast<std::size_t>(20 - i));
        const auto fresh = actions::assignColours(values, {}, "region");
        QCOMPARE(fresh[6].colour, 6);
        QCOMPARE(fresh[7].colour, actions::kOtherColour);
        const auto kept =
            actions::assignColours(values, {{"colour:region:v9", "2"}, {"colour:role:v0", "2"}}, "region");
        QCOMPARE(kept[9].colour, 2);
        QCOMPARE(kept[0].colour, 0);
        QCOMPARE(kept[2].colour, 3);
        const auto damaged = actions::assignColours({{"a", 1}}, {{"colour:region:a", "99"}}, "region");
        QCOMPARE(damaged[0].colour, 0);
    }

    void addedValue_leavesEarlierColoursAlone()
    {
        Office office;
        office.add("Ana", PersonKind::member, "Coast");
        got(office.change([](store::Records& records) { return actions::settleColours(records); }));
        for (int i = 0; i < 5; ++i)
            office.add(nameOf(i), PersonKind::member, "Lakes");
        got(office.change([](store::Records& records) { return actions::settleColours(records); }));
        QCOMPARE(*got(office.records().views.fact("colour:region:Coast")), std::string("0"));
        QCOMPARE(*got(office.records().views.fact("colour:region:Lakes")), std::string("1"));
    }

    void map_showsTheNetworkAndBuildingItWritesNothing()
    {
        Office office;
        const PersonId ana = office.add("Ana", PersonKind::member, "Coast"), luis = office.add("Luis");
        office.add("Ruth", PersonKind::staff);
        office.tie(ana, luis);
        const std::string digest = office.digest();
        const auto shown = map(office, mapQuestion());
        QCOMPARE(shown.people.size(), 2u);
        QCOMPARE(shown.ties.size(), 1u);
        QCOMPARE(shown.legend.size(), 1u);
        QCOMPARE(shown.people[0].colour, 0);
        QCOMPARE(shown.people[1].colour, actions::kOtherColour);
        QVERIFY(!shown.computedPlaces.empty());
        QCOMPARE(office.digest(), digest);
    }

    void emptyMap_isNoError()
    {
        Office office;
        QVERIFY(map(office, mapQuestion()).people.empty());
    }

    void filter_hidesPeopleAndMovesNobody()
    {
        Office office;
        const PersonId ana = office.add("Ana", PersonKind::member, "Coast"), luis = office.add("Luis");
        office.tie(ana, luis);
        auto wanted = mapQuestion();
        const auto all = map(office, wanted);
        wanted.filters = {{"region", {"Coast"}}};
        const auto some = map(office, wanted);
        QCOMPARE(some.people.size(), 1u);
        QCOMPARE(some.hiddenByFilter, 1u);
        QVERIFY(some.ties.empty());
        QCOMPARE(some.people[0].at, all.people[0].at);
        wanted.filters = {{"region", {""}}};
        QCOMPARE(map(office, wanted).people[0].id, luis);
    }

    void addedPerson_leavesEverybodyWhereTheyStand()
    {
        Office office;
        std::vector<PersonId> people;
        for (int i = 0; i < 12; ++i) {
            people.push_back(office.add(nameOf(i)));
            if (i > 0)
                office.tie(people[static_cast<std::size_t>(i - 1)], people.back());
        }
        const auto wanted = mapQuestion();
        const auto before = map(office, wanted);
        got(office.workspace().writeUnrecorded(
            [&](store::Records& records) { return actions::storePlaces(records, wanted, before.computedPlaces); }));
        QVERIFY(map(office, wanted).computedPlaces.empty());
        office.tie(office.add("New"), people[3]);
        const auto after = map(office, wanted);
        QCOMPARE(after.people.size(), 13u);
        for (std::size_t i = 0; i < before.people.size(); ++i)
            QCOMPARE(after.people[i].at, before.people[i].at);
    }

    void evidence_saysHowATieIsDrawn()
    {
        Office office;
        const PersonId ana = office.add("Ana"), luis = office.add("Luis");
        Tie tie;
        tie.a = ana;
        tie.b = luis;
        tie.firstSeen = tie.lastConfirmed = kToday.addMonths(-19);
        Evidence evidence;
        evidence.tie = office.add(tie);
        evidence.kind = EvidenceKind::staffGuess;
        const auto insert = [&](store::Records& records) {
            return records.ties.insert(evidence).map([](EvidenceId) {});
        };
        got(office.change(insert));
        QVERIFY(map(office, mapQuestion()).ties[0].staffGuess);
        QVERIFY(map(office, mapQuestion()).ties[0].stale);
        evidence.kind = EvidenceKind::bothSaid;
        got(office.change(insert));
        QVERIFY(!map(office, mapQuestion()).ties[0].staffGuess);
        QVERIFY(map(office, mapQuestion()).ties[0].bothSaid);
    }

    void circle_reachesAsManyStepsAsAsked()
    {
        Office office;
        std::vector<PersonId> chain;
        for (int i = 0; i < 4; ++i) {
            chain.push_back(office.add(nameOf(i)));
            if (i > 0)
                office.tie(chain[static_cast<std::size_t>(i - 1)], chain.back());
        }
        const auto shown = map(office, mapQuestion());
        QCOMPARE(actions::circleOf(shown, chain[0], 2).size(), 3u);
        QCOMPARE(actions::circleOf(shown, chain[0], 2).back().second, 2);
        QVERIFY(actions::circleOf(shown, PersonId{99}, 2).empty());
    }
};

QTEST_APPLESS_MAIN(TestFiguresAndMaps)
#include "tst_figures_and_maps.moc"
