// SPDX-License-Identifier: GPL-3.0-or-later
// Where people stand as a network comes to be: members before ties, one at a time, all at once; and what a new map is
// coloured by.
#include <algorithm>
#include <map>

#include <QTest>

#include "Office.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"

using namespace actionstest;

class TestMapPlaces : public QObject
{
    Q_OBJECT

    using Kind = layout::Area::Kind;
    using Points = std::map<PersonId, layout::Point>;

    static actions::MapQuestion question()
    {
        actions::MapQuestion wanted;
        wanted.network.on = kToday;
        return wanted;
    }
    static actions::MapData map(Office& office, const actions::MapQuestion& wanted = question())
    {
        return got(actions::buildMap(got(actions::readMapSource(office.records(), wanted)), wanted));
    }
    /// Looks at the map, as the window does: what was computed is kept.
    static actions::MapData look(Office& office, const actions::MapQuestion& wanted = question())
    {
        auto shown = map(office, wanted);
        if (!shown.computedPlaces.empty())
            got(office.workspace().writeUnrecorded(
                [&](store::Records& records) { return actions::storePlaces(records, wanted, shown.computedPlaces); }));
        return shown;
    }
    static Points places(const actions::MapData& shown)
    {
        Points at;
        for (const actions::MapPerson& person : shown.people)
            at[person.id] = person.at;
        return at;
    }
    static std::vector<PersonId> members(Office& office, int count)
    {
        std::vector<PersonId> people;
        for (int i = 0; i < count; ++i)
            people.push_back(office.add(nameOf(i)));
        return people;
    }
    /// A ring of the first `count` with chords: one piece that no row holds.
    static void ties(Office& office, const std::vector<PersonId>& people, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            office.tie(people[i], people[(i + 1) % count]);
            if (i % 3 == 0 && i + 7 < count)
                office.tie(people[i], people[i + 7]);
        }
    }
    static void move(Office& office, PersonId person, double x, double y, bool pinned)
    {
        const MapPosition place{{}, person, x, y, pinned};
        got(office.change([&](store::Records& records) { return actions::movePeople(records, {&place, 1}); }));
    }
    static const actions::MapPerson& personOf(const actions::MapData& shown, PersonId id)
    {
        return *std::find_if(shown.people.begin(), shown.people.end(), [id](const auto& p) { return p.id == id; });
    }
    /// Everybody but these stands where they stood.
    static void compareOthers(const Points& before, const Points& after, const std::vector<PersonId>& moved)
    {
        for (const auto& [person, at] : before)
            if (std::find(moved.begin(), moved.end(), person) == moved.end())
                QCOMPARE(after.at(person), at);
    }

private Q_SLOTS:
    void membersThenTies_standAsIfBothHadComeAtOnce()
    {
        Office first, both;
        const auto early = members(first, 40);
        QCOMPARE(look(first).areas.front().kind, Kind::isolates);
        ties(first, early, 36);
        ties(both, members(both, 40), 36);
        const auto shown = look(first), whole = look(both);
        QCOMPARE(shown.people.size(), whole.people.size());
        for (std::size_t i = 0; i < whole.people.size(); ++i) {
            QCOMPARE(shown.people[i].at, whole.people[i].at);
            QCOMPARE(shown.people[i].place, whole.people[i].place);
        }
        QVERIFY2(look(first).computedPlaces.empty(), "found once");
        QCOMPARE(places(map(first)), places(whole));
    }

    void largeListInto_aNetwork_isLaidOutWithIt()
    {
        Office office;
        ties(office, members(office, 20), 20);
        const Points before = places(look(office));
        ties(office, members(office, 40), 40);
        const auto shown = look(office);
        auto fresh = question();
        fresh.places = actions::MapQuestion::Places::fresh;
        QCOMPARE(places(shown), places(map(office, fresh)));
        QVERIFY(places(shown).at(before.begin()->first) != before.begin()->second);
    }

    void membersThenOneTie_movesItsEndsOnly()
    {
        Office office;
        const auto people = members(office, 40);
        const Points before = places(look(office));
        office.tie(people[3], people[30]);
        const auto shown = look(office);
        compareOthers(before, places(shown), {people[3], people[30]});
        QCOMPARE(personOf(shown, people[3]).place, Kind::smallGroups);
        QVERIFY(map(office).computedPlaces.empty());
    }

    void tieToSomebodyInTheNetwork_bringsOneFromTheRows()
    {
        Office office;
        const auto people = members(office, 40);
        ties(office, people, 34);
        const Points before = places(look(office));
        office.tie(people[5], people[37]);
        auto shown = look(office);
        compareOthers(before, places(shown), {people[37]});
        QVERIFY(places(shown).at(people[37]) != before.at(people[37]));
        QCOMPARE(personOf(shown, people[37]).place, Kind::mainPieces);
        QCOMPARE(personOf(shown, people[38]).place, Kind::isolates);

        // The last of the rows, too: no row is left to tell by.
        for (const std::size_t i : {34u, 35u, 36u, 38u})
            office.tie(people[5], people[i]);
        look(office);
        const Points late = places(map(office));
        office.tie(people[8], people[39]);
        shown = look(office);
        compareOthers(late, places(shown), {people[39]});
        QVERIFY(places(shown).at(people[39]) != late.at(people[39]));
    }

    void smallGroup_staysTillATieJoinsIt_thenComesWhole()
    {
        Office office;
        const auto people = members(office, 40);
        ties(office, people, 34);
        office.tie(people[36], people[37]);
        Points before = places(look(office));
        QCOMPARE(personOf(map(office), people[36]).place, Kind::smallGroups);
        office.tie(people[1], people[9]);
        QCOMPARE(places(look(office)), before);
        office.tie(people[36], people[4]);
        const auto shown = look(office);
        compareOthers(before, places(shown), {people[36], people[37]});
        QCOMPARE(personOf(shown, people[36]).place, Kind::mainPieces);
        QCOMPARE(personOf(shown, people[37]).place, Kind::mainPieces);
    }

    void whoseTiesEnd_staysThere_alsoWhenTheyComeBack()
    {
        Office office;
        const auto people = members(office, 30);
        ties(office, people, 30);
        const Points before = places(look(office));
        const auto drop = [&] {
            for (const Tie& tie : got(office.records().ties.all()))
                got(office.change([&](store::Records& records) { return actions::removeTies(records, {&tie.id, 1}); }));
        };
        drop();
        QCOMPARE(places(look(office)), before);
        ties(office, people, 30);
        QCOMPARE(places(look(office)), before);
    }

    void pinnedAndMoved_stayWhereTheUserPutThem()
    {
        Office office;
        const auto people = members(office, 40);
        look(office);
        move(office, people[2], -300, 500, true);
        move(office, people[3], 900, -200, false);
        ties(office, people, 40);
        const auto shown = look(office);
        QCOMPARE(personOf(shown, people[2]).at, (layout::Point{-300, 500}));
        QCOMPARE(personOf(shown, people[2]).hold, layout::Hold::pinned);
        QCOMPARE(personOf(shown, people[3]).at, (layout::Point{900, -200}));
        QCOMPARE(personOf(shown, people[3]).hold, layout::Hold::placed);
        QCOMPARE(places(look(office)), places(shown));
    }

    void savedViews_leaveOutTheMapItself()
    {
        Office office;
        got(office.change([](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::mainViewMade(records));
            MapView mine;
            mine.name = "map";
            mine.order = 1;
            WEAVEMAP_TRY(records.views.insert(mine));
            return {};
        }));
        const auto listed = got(actions::savedViews(office.records()));
        QCOMPARE(listed.size(), 1u);
        QVERIFY2(listed[0].id != got(actions::mainView(office.records())), "whoever calls a view so finds it");
    }

    void colour_isOfAColumnThatShowsGroups_whereNobodyHasARegion()
    {
        Office office;
        const auto people = members(office, 12);
        const auto set = [&](const std::string& column, const std::function<std::string(std::size_t)>& value) {
            got(office.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(const AttributeId id, records.people.insert(Attribute{{}, column}));
                for (std::size_t i = 0; i < people.size(); ++i)
                    WEAVEMAP_TRY(records.people.setAttribute(people[i], id, value(i)));
                return {};
            }));
        };
        auto wanted = question();
        wanted.colour = actions::MapQuestion::Colour::free;
        QCOMPARE(map(office, wanted).colourBy, std::string("region"));
        set("ID", [](std::size_t i) { return std::to_string(i % 3); });
        set("code", [](std::size_t i) { return "c" + std::to_string(i); });
        set("same", [](std::size_t) { return std::string("yes"); });
        set("team", [](std::size_t i) { return i % 2 == 0 ? "Büro" : "Feld"; });
        const auto data = got(actions::readNetwork(office.records(), kToday));
        const std::vector<std::string> fields{"kind", "attribute:same", "attribute:team"};
        QCOMPARE(actions::colourFieldsOf(data), fields);
        const auto shown = map(office, wanted);
        QCOMPARE(shown.colourBy, std::string("attribute:team"));
        QCOMPARE(shown.legend.size(), 2u);
        QVERIFY(shown.people[0].colour != actions::kOtherColour);
        wanted.colour = actions::MapQuestion::Colour::chosen;
        QCOMPARE(map(office, wanted).colourBy, std::string("region"));
        office.add("Ana", PersonKind::member, "Coast");
        wanted.colour = actions::MapQuestion::Colour::free;
        QCOMPARE(map(office, wanted).colourBy, std::string("region"));
    }
};

QTEST_APPLESS_MAIN(TestMapPlaces)
#include "tst_map_places.moc"
