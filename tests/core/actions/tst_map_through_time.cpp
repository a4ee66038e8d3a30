// SPDX-License-Identifier: GPL-3.0-or-later
// One map at several dates: everybody keeps their place, and only who was there is drawn.
#include <algorithm>
#include <cmath>
#include <map>

#include <QTest>

#include "Office.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"
#include "core/actions/SavedViews.h"

using namespace actionstest;
using actions::DateChange;

class TestMapThroughTime : public QObject
{
    Q_OBJECT

    using Points = std::map<PersonId, layout::Point>;

    static actions::MapQuestion on(Date date, std::optional<Date> compare = {})
    {
        actions::MapQuestion wanted;
        wanted.network.on = date;
        wanted.anchor = kToday;
        wanted.compare = compare;
        return wanted;
    }
    /// Looks at the map, as the window does: what was computed is kept.
    static actions::MapData look(Office& office, const actions::MapQuestion& wanted)
    {
        auto shown = got(actions::buildMap(got(actions::readMapSource(office.records(), wanted)), wanted));
        if (!shown.computedPlaces.empty())
            got(office.workspace().writeUnrecorded(
                [&](store::Records& records) { return actions::storePlaces(records, {}, shown.computedPlaces); }));
        return shown;
    }
    /// Of everybody but who stands in the rows, whose places say nothing.
    static Points places(const actions::MapData& shown)
    {
        Points at;
        for (const actions::MapPerson& person : shown.people)
            if (person.place != layout::Area::Kind::isolates)
                at[person.id] = person.at;
        return at;
    }
    static const actions::MapPerson& rowOf(const actions::MapData& shown, PersonId id)
    {
        return *std::find_if(shown.people.begin(), shown.people.end(),
                             [id](const actions::MapPerson& person) { return person.id == id; });
    }
    /// Sixty members who came month by month, every fourth of whom left again, with ties that began and ended.
    static std::vector<PersonId> network(Office& office)
    {
        std::vector<PersonId> people;
        for (int i = 0; i < 60; ++i) {
            Person person;
            person.name = nameOf(i);
            person.region = i % 3 == 0 ? "Coast" : "Lakes";
            person.joined = day(2021, 1, 1).addMonths(i);
            if (i % 4 == 1)
                person.left = day(2025, 1, 1).addMonths(i / 3);
            people.push_back(office.add(person));
        }
        for (int i = 0; i < 60; ++i)
            for (const int step : {1, 7}) {
                if (i + step >= 60)
                    continue;
                Tie tie;
                tie.a = people[static_cast<std::size_t>(i)];
                tie.b = people[static_cast<std::size_t>(i + step)];
                tie.firstSeen = day(2021, 6, 1).addMonths(i);
                if (i % 5 == 0)
                    tie.ended = day(2026, 2, 1);
                office.add(tie);
            }
        return people;
    }

private Q_SLOTS:
    void everybody_keepsTheirPlaceAtEveryDate()
    {
        Office office;
        network(office);
        const Points today = places(look(office, on(kToday)));
        Points known = today;
        for (const Date date : {day(2021, 2, 1), day(2023, 5, 5), day(2024, 6, 6), day(2025, 12, 31), kToday}) {
            const auto shown = look(office, on(date));
            for (const auto& [person, at] : places(shown)) {
                const auto before = known.emplace(person, at).first;
                QCOMPARE(at, before->second);
            }
        }
        QCOMPARE(places(look(office, on(kToday))), today);
        QCOMPARE(known.size(), std::size_t{60});
    }

    void whoHasNoTieToday_standsBesideTheirContactsWhileTheyHadOne()
    {
        Office office;
        const auto people = network(office);
        const PersonId away = office.add("Tied once");
        Tie tie;
        tie.a = std::min(away, people[20]);
        tie.b = std::max(away, people[20]);
        tie.firstSeen = day(2024, 1, 1);
        tie.ended = day(2025, 6, 1);
        office.add(tie);
        using Kind = layout::Area::Kind;
        QCOMPARE(rowOf(look(office, on(kToday)), away).place, Kind::isolates);
        QCOMPARE(rowOf(look(office, on(day(2023, 12, 1))), away).place, Kind::isolates);
        const auto first = look(office, on(day(2024, 2, 1)));
        QCOMPARE(rowOf(first, away).place, Kind::mainPieces);
        const layout::Point there = rowOf(first, away).at, friends = rowOf(first, people[20]).at;
        QVERIFY(std::hypot(there.x - friends.x, there.y - friends.y) < 150.0);
        QCOMPARE(rowOf(look(office, on(day(2025, 5, 1))), away).at, there);
        QCOMPARE(rowOf(look(office, on(kToday, day(2025, 5, 1))), away).at, there);
        QCOMPARE(rowOf(look(office, on(kToday)), away).place, Kind::isolates);
    }

    void whoHasNoTieOnADate_staysInTheNetworkOrStandsInARowWithoutGaps()
    {
        Office office;
        const auto people = network(office);
        for (int i = 0; i < 14; ++i) {
            Person person;
            person.name = nameOf(100 + i);
            person.joined = day(2021, 1, 1).addMonths(4 * i);
            if (i % 3 == 1)
                person.left = person.joined->addMonths(20);
            office.add(person);
        }
        look(office, on(kToday));
        using Kind = layout::Area::Kind;
        for (const Date date : {day(2021, 8, 1), day(2023, 5, 5), day(2024, 12, 31), kToday}) {
            const auto shown = look(office, on(date));
            std::vector<layout::Point> row;
            for (const actions::MapPerson& person : shown.people) {
                if (person.place == Kind::isolates)
                    row.push_back(person.at);
                QVERIFY(person.place != Kind::isolates || person.ties == 0);
            }
            QVERIFY(row.size() > 1);
            const auto area = std::find_if(shown.areas.begin(), shown.areas.end(),
                                           [](const layout::Area& of) { return of.kind == Kind::isolates; });
            QVERIFY2(area != shown.areas.end(), "the rows have no caption");
            std::sort(row.begin(), row.end(), [](auto a, auto b) { return std::pair(a.y, a.x) < std::pair(b.y, b.x); });
            QVERIFY(std::abs(row.front().x - area->box.x) < 20.0);
            QVERIFY(row.front().y > area->caption.bottom() - 1.0);
            if (date == kToday)
                continue;
            std::size_t ends = 0;
            const double pitch = row[1].x - row[0].x;
            for (std::size_t i = 1; i < row.size(); ++i) {
                ends += row[i].y > row[i - 1].y ? 1 : 0;
                QVERIFY(row[i].y > row[i - 1].y || std::abs(row[i].x - row[i - 1].x - pitch) < 1e-6);
            }
            QVERIFY(ends <= row.size() / 8);
        }
        // In the network at their place, before their first tie.
        const auto early = look(office, on(day(2021, 3, 1)));
        QCOMPARE(rowOf(early, people[1]).ties, 0);
        QCOMPARE(rowOf(early, people[1]).place, Kind::mainPieces);
    }

    void aViewSavedOnAnotherDate_losesNobodysPlace()
    {
        Office office;
        const auto people = network(office);
        for (int i = 0; i < 5; ++i)
            office.add(nameOf(200 + i));
        const auto today = look(office, on(kToday));
        const Date date = day(2023, 5, 5);
        const auto then = look(office, on(date));
        QVERIFY(then.people.size() < today.people.size());
        auto question = on(date);
        question.date = date;
        ViewId view;
        got(office.change([&](store::Records& records) -> Result<> {
            std::vector<MapPosition> drawn;
            for (const actions::MapPerson& person : then.people)
                drawn.push_back({{}, person.id, person.at.x, person.at.y, false});
            WEAVEMAP_ASSIGN(view, actions::saveView(records, "Then", question, {}, drawn));
            return {};
        }));
        for (const Date asked : {kToday, date}) {
            auto saved = on(asked);
            saved.view = view;
            const auto shown = got(actions::buildMap(got(actions::readMapSource(office.records(), saved)), saved));
            const auto& before = asked == date ? then : today;
            QCOMPARE(shown.people.size(), before.people.size());
            for (const actions::MapPerson& person : shown.people) {
                QCOMPARE(person.at, rowOf(before, person.id).at);
                QCOMPARE(person.place, rowOf(before, person.id).place);
            }
        }
    }

    void theOrderOfDates_movesNobody()
    {
        Office forth, back;
        network(forth);
        network(back);
        std::map<PersonId, layout::Point> one, other;
        for (const Date date : {kToday, day(2023, 5, 5), day(2024, 12, 31)})
            one.merge(places(look(forth, on(date))));
        for (const Date date : {day(2024, 12, 31), day(2023, 5, 5), kToday})
            other.merge(places(look(back, on(date))));
        QCOMPARE(one.size(), other.size());
        auto at = other.begin();
        for (const auto& [person, place] : one)
            QCOMPARE(place, (at++)->second);
    }

    void onlyWhoWasThere_isDrawn()
    {
        Office office;
        const auto people = network(office);
        look(office, on(kToday));
        const Date date = day(2023, 5, 5);
        const auto shown = look(office, on(date));
        QCOMPARE(shown.people.size(), std::size_t{29}); // who joined from January 2021 to May 2023
        QCOMPARE(shown.networkPeople, std::size_t{29});
        for (const actions::MapPerson& person : shown.people)
            QVERIFY(std::find(people.begin(), people.begin() + 29, person.id) != people.begin() + 29);
        const auto source = got(actions::readMapSource(office.records(), on(date)));
        std::size_t open = 0;
        const auto ids = places(shown);
        for (const Tie& tie : source.data.ties)
            open += tie.isOpenOn(date) && ids.contains(tie.a) && ids.contains(tie.b) ? 1 : 0;
        QCOMPARE(shown.ties.size(), open);
        QVERIFY(look(office, on(day(2020, 1, 1))).people.empty());
    }

    void movesOfTheUser_holdAtEveryDate()
    {
        Office office;
        const auto people = network(office);
        look(office, on(kToday));
        const MapPosition pinned{{}, people[1], 1234, -567, true}; // left before today
        look(office, on(day(2023, 5, 5)));
        got(office.change([&](store::Records& records) { return actions::movePeople(records, {&pinned, 1}); }));
        for (const Date date : {day(2021, 6, 1), day(2023, 5, 5)})
            QCOMPARE(places(look(office, on(date))).at(people[1]), (layout::Point{1234, -567}));
    }

    void twoDates_standOnOneMap()
    {
        Office office;
        network(office);
        const Points today = places(look(office, on(kToday)));
        const auto shown = look(office, on(kToday, day(2023, 5, 5)));
        QCOMPARE(shown.compared, std::optional(day(2023, 5, 5)));
        for (const auto& [person, at] : today)
            QCOMPARE(places(shown).at(person), at);
        const auto source = got(actions::readMapSource(office.records(), on(kToday)));
        const auto changes = actions::compareDates(source.data, {}, day(2023, 5, 5), kToday);
        QCOMPARE(shown.tiesChanged, changes.tieCounts);
        QCOMPARE(shown.peopleChanged, changes.peopleCounts);
        QCOMPARE(shown.ties.size(), changes.ties.size());
        QVERIFY(changes.tieCounts.fresh > 0 && changes.tieCounts.lost > 0 && changes.tieCounts.kept > 0);
        for (const actions::MapTie& tie : shown.ties)
            QCOMPARE(tie.change, changes.of(tie.id));
        for (const actions::MapPerson& person : shown.people)
            QCOMPARE(person.change, changes.of(person.id));
    }

    void counts_areOfWhoIsShown()
    {
        Office office;
        network(office);
        auto question = on(kToday, day(2023, 5, 5));
        question.filters = {{"region", {"Coast"}}};
        const auto shown = look(office, question);
        const auto& counts = shown.peopleChanged;
        QCOMPARE(counts.fresh + counts.lost + counts.kept, shown.people.size());
        QCOMPARE(shown.tiesChanged.fresh + shown.tiesChanged.lost + shown.tiesChanged.kept, shown.ties.size());
        QVERIFY(shown.hiddenByFilter > 0);
    }

    void sizes_areOfTheDateAskedAbout()
    {
        Office office;
        const PersonId a = office.add("A"), b = office.add("B");
        Person left;
        left.name = "Left";
        left.left = day(2026, 1, 1);
        const PersonId c = office.add(left);
        office.tie(a, b);
        office.tie(a, c);
        auto question = on(kToday, day(2025, 1, 1));
        question.sizeBy = "degree";
        const auto shown = look(office, question);
        QCOMPARE(shown.people.size(), std::size_t{3});
        for (const actions::MapPerson& person : shown.people)
            QCOMPARE(person.size, person.id == c ? 0.0 : 1.0);
    }

    void legend_standsStillWhileTheDateMoves()
    {
        Office office;
        network(office);
        const auto today = look(office, on(kToday)).legend;
        for (const Date date : {day(2021, 1, 15), day(2023, 5, 5)}) {
            const auto then = look(office, on(date)).legend;
            QCOMPARE(then.size(), today.size());
            for (std::size_t i = 0; i < then.size(); ++i) {
                QCOMPARE(then[i].value, today[i].value);
                QCOMPARE(then[i].colour, today[i].colour);
            }
        }
        QCOMPARE(look(office, on(day(2021, 1, 15))).legend[0].people +
                     look(office, on(day(2021, 1, 15))).legend[1].people,
                 std::size_t{1});
    }

    void time_isToldWithItsConvenings()
    {
        Office office;
        QVERIFY(!look(office, on(kToday)).time);
        network(office);
        const auto convene = [&office](const char* title, Date date, Confidentiality level, ConveningKind kind) {
            Convening convening;
            convening.title = title;
            convening.on = date;
            convening.confidentiality = level;
            convening.kind = kind;
            got(office.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_TRY(records.convenings.insert(convening));
                return {};
            }));
        };
        convene("Autumn", day(2025, 10, 1), Confidentiality::staff, ConveningKind::convening);
        convene("Spring", day(2025, 3, 12), Confidentiality::shareable, ConveningKind::convening);
        convene("Mine alone", day(2025, 4, 1), Confidentiality::onlyMe, ConveningKind::convening);
        convene("A letter", day(2025, 5, 1), Confidentiality::staff, ConveningKind::newsletter);
        convene("Long ago", day(2001, 5, 1), Confidentiality::staff, ConveningKind::convening);
        convene("To come", day(2027, 5, 1), Confidentiality::staff, ConveningKind::convening);
        const auto shown = look(office, on(day(2023, 5, 5)));
        QVERIFY(shown.time);
        QCOMPARE(shown.time->first, day(2021, 6, 1));
        QCOMPARE(shown.time->last, kToday);
        QCOMPARE(shown.events.size(), std::size_t{2});
        QCOMPARE(shown.events[0].title, std::string("Spring"));
        QCOMPARE(shown.events[1].title, std::string("Autumn"));
    }

    void hearing_tellsPeopleApartOnlyWhereSomebodyIsHeardFrom()
    {
        Office office;
        QCOMPARE(look(office, on(kToday)).hearing, actions::Hearing::nobodyYet);
        const std::vector<PersonId> people = network(office);
        const PersonId outside = office.add("Nobody's member", PersonKind::outside);
        const auto call = [&office](PersonId who, Date date, bool reached = true) {
            Conversation talk;
            talk.when = moment(date);
            talk.participants = {who};
            talk.reached = reached;
            got(office.change([&](store::Records& records) {
                return records.conversations.insert(talk).map([](ConversationId) {});
            }));
        };
        call(outside, day(2026, 10, 1));
        call(people[0], day(2026, 10, 1), false);
        const auto hearing = [&office](Date date) { return look(office, on(date)).hearing; };
        QVERIFY2(hearing(kToday) == actions::Hearing::nobodyYet, "a missed call, and one to somebody not on the map");
        call(people[0], day(2024, 3, 1));
        QCOMPARE(hearing(kToday), actions::Hearing::nobodyLately);
        QCOMPARE(hearing(day(2024, 9, 1)), actions::Hearing::somebody);
        QVERIFY2(hearing(day(2023, 9, 1)) == actions::Hearing::somebody, "nobody was heard from then, one was later");
        QCOMPARE(hearing(day(2025, 3, 1)), actions::Hearing::nobodyLately);
        call(people[2], kToday);
        QCOMPARE(hearing(kToday), actions::Hearing::somebody);
        actions::MapQuestion filtered = on(kToday);
        filtered.filters = {{"region", {"Lakes"}}};
        QVERIFY2(look(office, filtered).hearing == actions::Hearing::somebody, "a filter turns nobody full");
    }
};

QTEST_GUILESS_MAIN(TestMapThroughTime)
#include "tst_map_through_time.moc"
