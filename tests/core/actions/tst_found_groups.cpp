// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/actions/FoundGroups.h"
#include "core/actions/MapData.h"

using namespace weavemap;
using actions::foundGroups;

namespace {

actions::NetworkData people(std::int64_t count)
{
    actions::NetworkData data;
    for (std::int64_t id = 1; id <= count; ++id) {
        Person person;
        person.id = PersonId{id};
        person.name = std::to_string(id);
        data.people.push_back(person);
    }
    return data;
}

void tie(actions::NetworkData& data, std::int64_t a, std::int64_t b)
{
    Tie tie;
    tie.id = TieId{100 * a + b};
    tie.a = PersonId{a};
    tie.b = PersonId{b};
    data.ties.push_back(tie);
}

/// Everybody of first to last with everybody.
void circle(actions::NetworkData& data, std::int64_t first, std::int64_t last)
{
    for (std::int64_t a = first; a <= last; ++a)
        for (std::int64_t b = a + 1; b <= last; ++b)
            tie(data, a, b);
}

const graph::NetworkOptions kToday{.on = Date::fromDays(20000)};

} // namespace

class TestFoundGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups_areNumberedByTheirSize()
    {
        actions::NetworkData data = people(12);
        circle(data, 1, 4);
        circle(data, 5, 9);
        tie(data, 1, 5);
        tie(data, 10, 11); // a pair, and 12 alone
        const auto values = foundGroups(data, kToday).value();
        for (std::int64_t id = 5; id <= 9; ++id)
            QCOMPARE(values.at(PersonId{id}), std::string("1"));
        for (std::int64_t id = 1; id <= 4; ++id)
            QCOMPARE(values.at(PersonId{id}), std::string("2"));
        QCOMPARE(values.size(), std::size_t{9});
        QVERIFY(foundGroups(data, kToday).value() == values);
    }

    void moreGroupsThanColours_areLeftWithoutANumber()
    {
        actions::NetworkData data = people(30);
        for (std::int64_t first = 1; first <= 28; first += 3)
            circle(data, first, first + 2);
        const auto values = foundGroups(data, kToday).value();
        QCOMPARE(values.size(), std::size_t{24});
        QCOMPARE(values.at(PersonId{1}), std::string("1"));
        QVERIFY(!values.contains(PersonId{30}));
    }

    void nobodyAndNoTies_giveNoGroups()
    {
        QVERIFY(foundGroups(people(0), kToday)->empty());
        QVERIFY(foundGroups(people(5), kToday)->empty());
    }

    void groups_areTakenWhereNothingElseTellsPeopleApart()
    {
        actions::NetworkData data = people(6);
        QCOMPARE(actions::colourFor(data, "region"), std::string("region"));
        circle(data, 1, 3);
        QCOMPARE(actions::colourFor(data, "region"), std::string(actions::kFoundGroups));
        data.people[0].role = "Coach";
        data.people[1].role = "Teacher";
        QCOMPARE(actions::colourFor(data, "region"), std::string("role"));
    }

    void drawingColumns_areNoGroups()
    {
        actions::NetworkData data = people(6);
        circle(data, 1, 3);
        data.attributes = {{AttributeId{1}, "R"}, {AttributeId{2}, "team"}};
        for (std::int64_t id = 1; id <= 6; ++id) {
            const std::string value = id % 2 == 0 ? "91" : "194";
            data.values.push_back({PersonId{id}, AttributeId{1}, value});
        }
        QCOMPARE(actions::colourFor(data, "region"), std::string(actions::kFoundGroups));
        for (std::int64_t id = 1; id <= 6; ++id)
            data.values.push_back({PersonId{id}, AttributeId{2}, id % 2 == 0 ? "North" : "South"});
        QCOMPARE(actions::colourFor(data, "region"), std::string("attribute:team"));
        QVERIFY(actions::isDrawingColumn("Colour") && !actions::isDrawingColumn("region"));
    }
};

QTEST_GUILESS_MAIN(TestFoundGroups)
#include "tst_found_groups.moc"
