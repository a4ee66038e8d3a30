// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/graph/NetworkSnapshot.h"

using namespace weavemap;
using namespace weavemap::graph;

class TestNetworkSnapshot : public QObject
{
    Q_OBJECT

    const Date m_today = *Date::fromYmd(2026, 10, 15);

    static Person person(std::int64_t id, PersonKind kind = PersonKind::member)
    {
        Person result;
        result.id = PersonId{id};
        result.kind = kind;
        result.name = "Member " + std::to_string(id);
        return result;
    }
    static Tie tie(std::int64_t id, std::int64_t a, std::int64_t b, double weight = 1.0)
    {
        Tie result;
        result.id = TieId{id};
        result.a = PersonId{a};
        result.b = PersonId{b};
        result.weight = weight;
        return result;
    }
    static Overlay overlay(std::int64_t of, std::int64_t from, std::int64_t to, double weight = 1.0)
    {
        Overlay result;
        result.tie = TieId{of};
        result.from = PersonId{from};
        result.to = PersonId{to};
        result.weight = weight;
        return result;
    }
    NetworkOptions options() const
    {
        NetworkOptions result;
        result.on = m_today;
        return result;
    }

private Q_SLOTS:
    void nobody_givesAnEmptyGraph() { QCOMPARE(networkSnapshot({}, {}, {}, options()).vertexCount(), 0u); }

    void vertices_keepTheOrderAndIdsGiven()
    {
        const std::vector people{person(9), person(3)};
        const auto graph = networkSnapshot(people, {}, {}, options());
        QCOMPARE(graph.idOf(0), PersonId{9});
        QCOMPARE(graph.indexOf(PersonId{3}), 1u);
    }

    void population_decidesWhoCounts()
    {
        const std::vector people{person(1), person(2, PersonKind::staff), person(3, PersonKind::outside)};
        auto wanted = options();
        QCOMPARE(networkSnapshot(people, {}, {}, wanted).vertexCount(), 1u);
        wanted.population = Population::membersAndStaff;
        QCOMPARE(networkSnapshot(people, {}, {}, wanted).vertexCount(), 2u);
        wanted.population = Population::everybody;
        QCOMPARE(networkSnapshot(people, {}, {}, wanted).vertexCount(), 3u);
    }

    void date_decidesWhoIsHereAndWhichTiesAreOpen()
    {
        std::vector people{person(1), person(2), person(3)};
        people[1].joined = m_today;
        people[2].left = m_today;
        std::vector ties{tie(1, 1, 2), tie(2, 1, 3)};
        ties[0].firstSeen = m_today;
        auto wanted = options();
        auto graph = networkSnapshot(people, ties, {}, wanted);
        QCOMPARE(graph.vertexCount(), 2u);
        QCOMPARE(graph.edgeCount(), 1u);
        wanted.on = m_today.addDays(-1);
        graph = networkSnapshot(people, ties, {}, wanted);
        QCOMPARE(graph.vertexCount(), 2u);
        QVERIFY(graph.hasEdge(graph.indexOf(PersonId{1}), graph.indexOf(PersonId{3})));
    }

    void tieSet_decidesWhichTiesCount()
    {
        const std::vector people{person(1), person(2), person(3)};
        std::vector ties{tie(1, 1, 2), tie(2, 2, 3)};
        ties[0].depth = TieDepth::aware;
        ties[1].depth = TieDepth::unknown;
        ties[1].collaboration = Collaboration::past;
        auto wanted = options();
        const auto edges = [&](TieSet set) {
            wanted.set = set;
            return networkSnapshot(people, ties, {}, wanted).edgeCount();
        };
        QCOMPARE(edges(TieSet::awareness), 1u);
        QCOMPARE(edges(TieSet::exchange), 0u);
        QCOMPARE(edges(TieSet::collaboration), 1u);
        QCOMPARE(edges(TieSet::all), 2u);
    }

    void staleTies_countUnlessLeftOut()
    {
        const std::vector people{person(1), person(2)};
        std::vector ties{tie(1, 1, 2)};
        ties[0].lastConfirmed = m_today.addMonths(-19);
        auto wanted = options();
        QCOMPARE(networkSnapshot(people, ties, {}, wanted).edgeCount(), 1u);
        wanted.stale = StaleTies::leftOut;
        QCOMPARE(networkSnapshot(people, ties, {}, wanted).edgeCount(), 0u);
    }

    void undirected_takesTheTiesOwnWeight()
    {
        const std::vector people{person(1), person(2)};
        const std::vector ties{tie(1, 1, 2, 6.5)};
        const std::vector overlays{overlay(1, 1, 2, 2.0)};
        const auto graph = networkSnapshot(people, ties, overlays, options());
        QCOMPARE(graph.weights(0)[0], 6.5);
    }

    void directed_sumsTheOverlaysOfAnOrderedPair()
    {
        const std::vector people{person(1), person(2), person(3)};
        const std::vector ties{tie(1, 1, 2), tie(2, 2, 3)};
        std::vector overlays{overlay(1, 1, 2, 2.0), overlay(1, 1, 2, 0.5), overlay(1, 2, 1)};
        overlays[1].kind = OverlayKind::advice;
        auto wanted = options();
        wanted.direction = GraphSnapshot::Direction::directed;
        auto graph = networkSnapshot(people, ties, overlays, wanted);
        QCOMPARE(graph.edgeCount(), 2u);
        QCOMPARE(graph.weights(0)[0], 2.5);
        // An overlay counts only with its tie.
        overlays.push_back(overlay(7, 2, 3));
        graph = networkSnapshot(people, ties, overlays, wanted);
        QCOMPARE(graph.edgeCount(), 2u);
    }
};

QTEST_APPLESS_MAIN(TestNetworkSnapshot)
#include "tst_networksnapshot.moc"
