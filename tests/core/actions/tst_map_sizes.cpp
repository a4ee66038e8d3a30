// SPDX-License-Identifier: GPL-3.0-or-later
// What discs are sized by, and the key that says whether it has to be computed again.
#include <cmath>

#include <QTest>

#include "core/actions/MapSizes.h"

using namespace weavemap;
using actions::networkKey;

namespace {

const Date kOn = *Date::fromYmd(2026, 10, 15);

/// Members 1 to count, each but the first in touch with the one that `towards` names.
actions::NetworkData network(int count, int (*towards)(int))
{
    actions::NetworkData data;
    for (int i = 1; i <= count; ++i) {
        Person person;
        person.id = PersonId{i};
        person.name = "Member";
        data.people.push_back(person);
        if (i == 1)
            continue;
        Tie tie;
        tie.id = TieId{100 + i};
        tie.a = PersonId{towards(i)};
        tie.b = PersonId{i};
        data.ties.push_back(tie);
    }
    return data;
}

/// Member 1 in touch with everybody else.
actions::NetworkData star(int count)
{
    return network(count, [](int) { return 1; });
}

/// A path of members 1 - 2 - ... - count.
actions::NetworkData path(int count)
{
    return network(count, [](int i) { return i - 1; });
}

/// Enough people for exact betweenness to count as dear.
constexpr int kCrowd = 32'000;

graph::NetworkOptions options()
{
    graph::NetworkOptions wanted;
    wanted.on = kOn;
    return wanted;
}

} // namespace

class TstMapSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_areTheMeasure_andWhoIsNotThereHasNone()
    {
        const auto sizes = actions::mapSizes(path(5), options(), "degree");
        QVERIFY(sizes);
        QCOMPARE(sizes->measure, std::string("degree"));
        QCOMPARE(sizes->network, networkKey(path(5), options()));
        QCOMPARE(sizes->of(PersonId{1}), 1.0);
        QCOMPARE(sizes->of(PersonId{3}), 2.0);
        QCOMPARE(sizes->of(PersonId{99}), 0.0);
        QCOMPARE(sizes->of(PersonId{}), 0.0);
    }

    void sizes_ofACrowdAreAnEstimateWithItsBound_whereThatIsAllowed()
    {
        const auto sizes =
            actions::mapSizes(star(kCrowd), options(), "betweenness", actions::Precision::estimatedWhereDear);
        QVERIFY(sizes);
        QCOMPARE(sizes->measure, std::string("betweenness"));
        QVERIFY(sizes->bound > 0.0 && sizes->bound <= 0.0025);
        QVERIFY(std::abs(sizes->of(PersonId{1}) - 1.0) <= sizes->bound);
        QCOMPARE(sizes->of(PersonId{2}), 0.0);

        const auto few = actions::mapSizes(star(50), options(), "betweenness", actions::Precision::estimatedWhereDear);
        QVERIFY(few);
        QCOMPARE(few->bound, 0.0);
        QCOMPARE(few->of(PersonId{1}), 49.0 * 48.0 / 2.0); // every pair, counted and not sampled
        const auto degree = actions::mapSizes(star(50), options(), "degree", actions::Precision::estimatedWhereDear);
        QVERIFY(degree);
        QCOMPARE(degree->bound, 0.0);
    }

    void figures_ofACrowdHoldTheEstimate_andTheMapTakesItFromThere()
    {
        const actions::NetworkData crowd = star(kCrowd);
        actions::FigureQuestion question;
        question.network = options();
        question.measures = {"degree", "betweenness", "betweenness_normalized"};
        question.precision = actions::Precision::estimatedWhereDear;
        const auto figures = actions::computeFigures(crowd, question);
        QVERIFY(figures);
        const sna::FigureSection& found = figures->figures.undirected;
        QVERIFY(found.perNode("degree") != nullptr);
        QVERIFY(found.perNode("betweenness") == nullptr && found.perNode("betweenness_normalized") == nullptr);
        QVERIFY(found.perNode("betweenness_estimate") != nullptr);
        const auto sizes = actions::sizesIn(*figures, crowd, "betweenness");
        QVERIFY(sizes);
        QCOMPARE(sizes->bound, *found.number("betweenness_estimate_bound"));
        QVERIFY(std::abs(sizes->of(PersonId{1}) - 1.0) <= sizes->bound);
        QVERIFY(!actions::sizesIn(*figures, crowd, "harmonic_normalized"));
    }

    void figures_ofAFewAreExact_whateverIsAllowed()
    {
        actions::FigureQuestion question;
        question.network = options();
        question.measures = {"betweenness_normalized"};
        question.precision = actions::Precision::estimatedWhereDear;
        const auto figures = actions::computeFigures(star(50), question);
        QVERIFY(figures);
        QVERIFY(figures->figures.undirected.perNode("betweenness_normalized") != nullptr);
        QVERIFY(!figures->figures.undirected.number("betweenness_estimate_bound"));
    }

    void carryOver_bringsWhatIsMissing_personByPerson()
    {
        const auto figuresOf = [](std::vector<PersonId> ids) {
            actions::NetworkFigures figures;
            figures.figures.ids = std::move(ids);
            return figures;
        };
        actions::NetworkFigures earlier = figuresOf({PersonId{1}, PersonId{2}, PersonId{4}});
        earlier.figures.undirected.put("density", 0.5);
        earlier.figures.undirected.put("largest.diameter", 7.0);
        earlier.figures.undirected.nodes["degree"] = {1, 2, 4};
        earlier.figures.undirected.nodes["harmonic_normalized"] = {0.1, 0.2, 0.4};
        actions::NetworkFigures now = figuresOf({PersonId{2}, PersonId{3}, PersonId{4}});
        now.figures.undirected.put("density", 0.25);
        now.figures.undirected.nodes["degree"] = {0, 0, 0};
        earlier.figures.undirected.put("degree_mean", 3.0);
        earlier.figures.undirected.nodes["component"] = {0, 0, 1};
        const std::vector<std::string> keys{"density", "largest.diameter", "degree", "harmonic_normalized", "bridges"};
        actions::carryOver(now, earlier, keys);
        const sna::FigureSection& found = now.figures.undirected;
        QCOMPARE(*found.number("density"), 0.25); // what is known is not overwritten
        QCOMPARE(*found.number("largest.diameter"), 7.0);
        QCOMPARE(*found.perNode("degree"), (std::vector<double>{0, 0, 0}));
        const auto& nearness = *found.perNode("harmonic_normalized");
        QCOMPARE(nearness.size(), std::size_t{3});
        QCOMPARE(nearness[0], 0.2);
        QVERIFY(std::isnan(nearness[1])); // who was not there
        QCOMPARE(nearness[2], 0.4);

        QVERIFY(!found.number("degree_mean")); // what is not asked for has ended
        QVERIFY(found.perNode("component") == nullptr);

        actions::NetworkFigures nobody;
        actions::carryOver(nobody, earlier, keys);
        QVERIFY(nobody.figures.undirected.perNode("degree")->empty());
    }

    void dear_beginsBeyondAThousandMillion()
    {
        QVERIFY(!actions::isDear(0, 0));
        QVERIFY(!actions::isDear(5'000, 20'000));
        QVERIFY(!actions::isDear(100'000, 10'000));
        QVERIFY(actions::isDear(100'000, 10'001));
        QVERIFY(actions::isDear(4'000'000'000, 4'000'000'000)); // no overflow
    }

    void sizes_areFinite_alsoWhereAMeasureIsNot()
    {
        for (const int people : {0, 1, 2})
            for (const char* measure : {"betweenness_normalized", "harmonic_normalized", "degree"}) {
                const auto sizes = actions::mapSizes(path(people), options(), measure);
                QVERIFY2(sizes, measure);
                QCOMPARE(static_cast<int>(sizes->values.size()), people);
                for (const auto& [person, size] : sizes->values)
                    QVERIFY2(std::isfinite(size), measure);
            }
    }

    void sizes_ofAnUnknownMeasure_areAnError()
    {
        for (const char* measure : {"charisma", "density"}) { // the second is a figure of nobody
            const auto sizes = actions::mapSizes(path(3), options(), measure);
            QVERIFY2(!sizes, measure);
            QCOMPARE(sizes.error().code, ErrorCode::unknownMeasure);
        }
    }

    void key_staysWhereTheNetworkDoes()
    {
        const auto before = networkKey(path(6), options());
        auto data = path(6);
        data.people[2].name = "Somebody else";
        data.people[2].region = "Coast";
        data.ties[1].contact = TieContact::weekly;
        store::ContactSummary contact;
        contact.person = PersonId{2};
        data.contacts.push_back(contact);
        Overlay overlay;
        overlay.tie = data.ties[1].id;
        overlay.from = data.ties[1].a;
        overlay.to = data.ties[1].b;
        data.overlays.push_back(overlay);
        QCOMPARE(networkKey(data, options()), before);
        // Ties in another order, and another record of the same pair, are the same network.
        std::swap(data.ties[0], data.ties[3]);
        data.ties[0].id = TieId{999};
        QCOMPARE(networkKey(data, options()), before);
        auto wanted = options();
        wanted.revision = 77;
        QCOMPARE(networkKey(data, wanted), before);
    }

    void key_isAnotherWhereTheNetworkIs()
    {
        const auto before = networkKey(path(6), options());
        auto data = path(6);
        data.ties.pop_back();
        QVERIFY(networkKey(data, options()) != before);
        data = path(6);
        data.ties[1].weight = 2;
        QVERIFY(networkKey(data, options()) != before);
        data = path(6);
        data.ties[1].b = PersonId{5};
        QVERIFY(networkKey(data, options()) != before);
        data = path(6);
        data.ties[1].ended = kOn;
        QVERIFY(networkKey(data, options()) != before);
        data = path(6);
        data.ties[1].depth = TieDepth::aware;
        QVERIFY(networkKey(data, options()) != before);
        data = path(6);
        data.people[5].kind = PersonKind::staff;
        QVERIFY(networkKey(data, options()) != before);
        // One more person, without any tie; and nobody at all.
        data = path(6);
        data.people.push_back(data.people.back());
        data.people.back().id = PersonId{50};
        QVERIFY(networkKey(data, options()) != before);
        QVERIFY(networkKey(path(0), options()) != networkKey(path(1), options()));
    }

    void sizesInFigures_areTheSameAsComputed()
    {
        const auto data = path(9);
        actions::FigureQuestion question;
        question.network = options();
        question.network.revision = 12;
        question.measures = {"betweenness", "density"};
        const auto figures = actions::computeFigures(data, question);
        QVERIFY(figures);
        const auto found = actions::sizesIn(*figures, data, "betweenness");
        const auto computed = actions::mapSizes(data, options(), "betweenness");
        QVERIFY(found && computed);
        QCOMPARE(found->values, computed->values);
        QCOMPARE(found->network, computed->network);
        QVERIFY(found->of(PersonId{5}) > found->of(PersonId{2}));
        QVERIFY(!actions::sizesIn(*figures, data, "harmonic_normalized"));
    }

    void applied_sizeTheMap_andNewPeopleGetTheSmallest()
    {
        actions::MapData map;
        for (const std::int64_t id : {1, 2, 7}) {
            actions::MapPerson person;
            person.id = PersonId{id};
            person.size = 40;
            map.people.push_back(person);
        }
        actions::MapSizes sizes;
        sizes.measure = "betweenness";
        sizes.values = {{PersonId{1}, 3.0}, {PersonId{2}, 0.5}};
        actions::applySizes(map, sizes);
        QCOMPARE(map.sizeBy, std::string("betweenness"));
        QCOMPARE(map.largestSize, 3.0);
        QCOMPARE(map.people[1].size, 0.5);
        QCOMPARE(map.people[2].size, 0.0);
    }
};

QTEST_APPLESS_MAIN(TstMapSizes)
#include "tst_map_sizes.moc"
