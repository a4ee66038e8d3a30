// SPDX-License-Identifier: GPL-3.0-or-later
// The rings that a map round one person says its steps by, and the middle of its one circle.
#include <cmath>

#include <QTest>

#include "Office.h"
#include "core/actions/MapRings.h"
#include "core/actions/StylePlaces.h"

using namespace actionstest;
using layout::Style;

class TestMapRings : public QObject
{
    Q_OBJECT

    static actions::MapQuestion question(Style style, PersonId around = {})
    {
        actions::MapQuestion wanted;
        wanted.network.on = kToday;
        wanted.style = style;
        wanted.around = around;
        return wanted;
    }
    struct Shown
    {
        actions::MapData map;
        actions::MapRings rings;
        double distanceOf(PersonId person) const
        {
            for (const actions::MapPerson& row : map.people)
                if (row.id == person)
                    return std::hypot(row.at.x - rings.centre.x, row.at.y - rings.centre.y);
            return -1.0;
        }
    };
    static Shown shown(Office& office, const actions::MapQuestion& wanted)
    {
        const auto source = got(actions::readMapSource(office.records(), wanted));
        Shown result{got(actions::buildMap(source, wanted)), {}};
        result.rings = actions::ringsOf(source, wanted, result.map);
        return result;
    }
    /// A person with six contacts, each of whom has one more, and somebody without a tie.
    static std::vector<PersonId> star(Office& office)
    {
        std::vector<PersonId> people;
        for (int i = 0; i < 14; ++i)
            people.push_back(office.add(nameOf(i)));
        for (std::size_t i = 1; i <= 6; ++i) {
            office.tie(people[0], people[i]);
            office.tie(people[i], people[i + 6]);
        }
        return people;
    }

private Q_SLOTS:
    void eachRing_goesThroughThePeopleOfItsSteps()
    {
        Office office;
        const auto people = star(office);
        const Shown now = shown(office, question(Style::rings, people[0]));
        QVERIFY(now.rings.areThere);
        QVERIFY(!now.rings.isCircle);
        QCOMPARE(now.rings.radii.size(), std::size_t{2});
        QVERIFY(now.rings.radii[0] < now.rings.radii[1]);
        for (std::size_t i = 1; i <= 6; ++i) {
            QVERIFY(std::abs(now.distanceOf(people[i]) - now.rings.radii[0]) < 1.0);
            QVERIFY(std::abs(now.distanceOf(people[i + 6]) - now.rings.radii[1]) < 1.0);
        }
    }

    void whomTheHandPutElsewhere_bendsNoRing()
    {
        Office office;
        const auto people = star(office);
        const actions::MapQuestion wanted = question(Style::rings, people[0]);
        const Shown before = shown(office, wanted);
        got(office.workspace().writeUnrecorded(
            [&](store::Records& records) { return actions::storePlaces(records, wanted, before.map.computedPlaces); }));
        got(office.change([&](store::Records& records) {
            return actions::movePeople(records, wanted, {{{}, people[3], 4000.0, 4000.0, true}});
        }));
        const Shown after = shown(office, wanted);
        QCOMPARE(after.rings.radii.size(), before.rings.radii.size());
        QVERIFY(after.rings.radii[0] < 1000.0);
    }

    void otherStylesAndStrangers_haveNone()
    {
        Office office;
        const auto people = star(office);
        for (const Style style : {Style::clusters, Style::distances, Style::areas}) {
            const Shown now = shown(office, question(style, people[0]));
            QVERIFY(!now.rings.areThere && !now.rings.isCircle && now.rings.radii.empty());
        }
        QVERIFY(!shown(office, question(Style::rings, PersonId{9999})).rings.areThere);
        Office empty;
        QVERIFY(!shown(empty, question(Style::rings, PersonId{1})).rings.areThere);
        QVERIFY(!shown(empty, question(Style::circle)).rings.isCircle);
    }

    void oneCircle_hasItsMiddle()
    {
        Office office;
        const auto people = star(office);
        const Shown now = shown(office, question(Style::circle));
        QVERIFY(now.rings.isCircle);
        QVERIFY(now.rings.radii.empty());
        const double radius = now.distanceOf(people[0]);
        QVERIFY(radius > 10.0);
        for (std::size_t i = 0; i <= 12; ++i)
            QVERIFY(std::abs(now.distanceOf(people[i]) - radius) < 1.0);
    }
};

QTEST_APPLESS_MAIN(TestMapRings)
#include "tst_map_rings.moc"
