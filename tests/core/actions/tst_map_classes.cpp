// SPDX-License-Identifier: GPL-3.0-or-later
// Measures in few classes, for colours and rings of a map.
#include <QTest>

#include "Office.h"
#include "core/actions/MapClasses.h"
#include "core/actions/MapData.h"
#include "core/actions/MapSizes.h"

using namespace actionstest;

class TestMapClasses : public QObject
{
    Q_OBJECT

    static actions::MapSizes sizes(const std::vector<double>& values)
    {
        actions::MapSizes sizes;
        sizes.measure = "degree";
        for (std::size_t i = 0; i < values.size(); ++i)
            sizes.values.emplace_back(PersonId{static_cast<std::int64_t>(i) + 1}, values[i]);
        return sizes;
    }
    static std::vector<std::pair<double, double>> ranges(const std::vector<double>& values)
    {
        std::vector<std::pair<double, double>> ranges;
        for (const actions::MeasureClass& one : actions::classesOf(sizes(values)).classes)
            ranges.emplace_back(one.from, one.to);
        return ranges;
    }

private Q_SLOTS:
    void classes_areOfAboutAsManyPeople_andSplitNobodyOfOneValue()
    {
        using Ranges = std::vector<std::pair<double, double>>;
        QCOMPARE(ranges({}), Ranges{});
        QCOMPARE(ranges({3}), (Ranges{{3, 3}}));
        QCOMPARE(ranges({2, 2, 2, 2, 2}), (Ranges{{2, 2}}));
        QCOMPARE(ranges({8, 1, 7, 2, 6, 3, 5, 4}), (Ranges{{1, 2}, {3, 4}, {5, 6}, {7, 8}}));
        QCOMPARE(ranges({0, 0, 0, 0, 0, 0, 1, 2, 3}), (Ranges{{0, 0}, {1, 1}, {2, 2}, {3, 3}}));
        QCOMPARE(ranges({0, 1}), (Ranges{{0, 0}, {1, 1}}));
        QCOMPARE(ranges({0, 9, 9, 9, 9, 9, 9}), (Ranges{{0, 0}, {9, 9}}));
        std::vector<double> mostAlike(100, 2.0);
        mostAlike.insert(mostAlike.end(), {1, 1, 1, 5});
        QCOMPARE(ranges(mostAlike), (Ranges{{1, 1}, {2, 2}, {5, 5}}));
        const auto classes = actions::classesOf(sizes({1, 2, 3, 4}));
        QCOMPARE(classes.of(0), 0);
        QCOMPARE(classes.of(2.5), 2);
        QCOMPARE(classes.of(99), 3);
        QCOMPARE(actions::MeasureClasses{}.of(1), -1);
    }

    void aMeasure_coloursAndRings_whoeverFiltersHide()
    {
        QCOMPARE(std::string(actions::measureIn(actions::measureField("degree"))), std::string("degree"));
        QVERIFY(actions::measureIn("region").empty() && actions::measureIn("attribute:measure:x").empty());
        Office office;
        std::vector<PersonId> people;
        for (int i = 0; i < 9; ++i)
            people.push_back(office.add(nameOf(i), PersonKind::member, i % 2 == 0 ? "Coast" : "Lakes"));
        for (std::size_t i = 1; i < 8; ++i)
            office.tie(people[0], people[i]); // a star, and one without a tie
        actions::MapQuestion question;
        question.network.on = kToday;
        question.colourBy = actions::measureField("degree");
        question.ringBy = actions::measureField("betweenness");
        const auto build = [&] {
            return got(actions::buildMap(got(actions::readMapSource(office.records(), question)), question));
        };
        const auto map = build();
        QVERIFY(map.legend.empty() && map.ringLegend.empty());
        QVERIFY(map.colourClasses && map.ringClasses);
        QCOMPARE(map.colourBy, question.colourBy);
        const auto shadeOf = [](const actions::MapData& shown, PersonId id) {
            for (const actions::MapPerson& person : shown.people)
                if (person.id == id)
                    return person.shade;
            return -2;
        };
        QVERIFY(shadeOf(map, people[0]) > shadeOf(map, people[3]));
        QCOMPARE(map.colourClasses->classes.back().to, 7.0);
        std::size_t counted = 0;
        for (const auto& one : map.colourClasses->classes)
            counted += one.people;
        QCOMPARE(counted, std::size_t{9});
        question.filters = {{"region", {"Coast"}}};
        const auto some = build();
        QCOMPARE(shadeOf(some, people[0]), shadeOf(map, people[0]));
        QCOMPARE(some.colourClasses->classes.back().to, 7.0);
        question.filters.clear();
        question.nodes = actions::MapQuestion::Nodes::organizations;
        QVERIFY(!build().colourClasses);
        question.nodes = actions::MapQuestion::Nodes::people;
        question.colour = actions::MapQuestion::Colour::free;
        QCOMPARE(build().colourBy, question.colourBy); // no field is taken in its place
        question.colourBy = actions::measureField("nonsense");
        const auto source = got(actions::readMapSource(office.records(), question));
        QCOMPARE(actions::buildMap(source, question).error().code, ErrorCode::unknownMeasure);
    }

    void hiddenTies_areCounted()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ben = office.add("Ben"), cy = office.add("Cy");
        office.tie(ana, ben, TieDepth::rely);
        office.tie(ana, cy, TieDepth::exchange);
        office.tie(ben, cy, TieDepth::exchange);
        actions::MapQuestion question;
        question.network.on = kToday;
        question.filters = {{"tie:depth", {"rely"}}};
        const auto map = got(actions::buildMap(got(actions::readMapSource(office.records(), question)), question));
        QCOMPARE(map.ties.size(), std::size_t{1});
        QCOMPARE(map.hiddenTies, std::size_t{2});
        QCOMPARE(map.hiddenByFilter, std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestMapClasses)
#include "tst_map_classes.moc"
