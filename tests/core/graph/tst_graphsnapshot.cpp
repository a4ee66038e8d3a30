// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <vector>

#include <QTest>

#include "core/graph/GraphSnapshot.h"

using namespace weavemap;
using graph::Edge;
using graph::GraphSnapshot;
using Direction = graph::GraphSnapshot::Direction;
using Row = std::vector<std::uint32_t>;

namespace {

Row row(std::span<const std::uint32_t> span) { return {span.begin(), span.end()}; }

} // namespace

class TestGraphSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_hasNothing()
    {
        const GraphSnapshot none;
        QCOMPARE(none.vertexCount(), 0U);
        QCOMPARE(none.edgeCount(), std::size_t{0});
        QVERIFY(none.edges().empty());
        const GraphSnapshot built(Direction::undirected, 0, {});
        QCOMPARE(built.vertexCount(), 0U);
        QVERIFY(!built.isWeighted());
    }

    void undirected_edgeStandsInBothRowsAscending()
    {
        const std::array edges{Edge{3, 1}, Edge{0, 3}, Edge{2, 3}};
        const GraphSnapshot g(Direction::undirected, 5, edges);
        QCOMPARE(row(g.neighbours(3)), (Row{0, 1, 2}));
        QCOMPARE(row(g.neighbours(1)), (Row{3}));
        QCOMPARE(row(g.inNeighbours(3)), (Row{0, 1, 2}));
        QCOMPARE(g.degree(4), 0U);
        QCOMPARE(g.edgeCount(), std::size_t{3});
        QVERIFY(g.hasEdge(1, 3) && g.hasEdge(3, 1) && !g.hasEdge(0, 1));
    }

    void loopsAreDropped_parallelWeightsAddUp()
    {
        const std::array edges{Edge{0, 0, 9}, Edge{0, 1, 2}, Edge{1, 0, 0.5}, Edge{0, 1, 1}};
        const GraphSnapshot g(Direction::undirected, 2, edges);
        QCOMPARE(g.edgeCount(), std::size_t{1});
        QCOMPARE(g.weights(0)[0], 3.5);
        QCOMPARE(g.weights(1)[0], 3.5);
        QVERIFY(g.isWeighted());
        const GraphSnapshot d(Direction::directed, 2, edges);
        QCOMPARE(d.edgeCount(), std::size_t{2});
        QCOMPARE(d.weights(0)[0], 3.0);
        QCOMPARE(d.inWeights(0)[0], 0.5);
    }

    void directed_inRowsMirrorOutRows()
    {
        const std::array edges{Edge{2, 0, 5}, Edge{1, 0, 4}, Edge{0, 2, 3}};
        const GraphSnapshot g(Direction::directed, 3, edges);
        QCOMPARE(row(g.neighbours(0)), (Row{2}));
        QCOMPARE(row(g.inNeighbours(0)), (Row{1, 2}));
        QCOMPARE(g.inWeights(0)[0], 4.0);
        QCOMPARE(g.inWeights(0)[1], 5.0);
        QCOMPARE(g.inDegree(1), 0U);
    }

    void edgeNumbers_areTheSameFromBothEnds()
    {
        const std::array edges{Edge{3, 1}, Edge{0, 3}, Edge{2, 3}, Edge{0, 1}, Edge{2, 1}};
        const GraphSnapshot g(Direction::undirected, 4, edges);
        const std::vector<Edge> all = g.edges();
        QCOMPARE(all.size(), std::size_t{5});
        for (std::uint32_t v = 0; v < 4; ++v) {
            for (std::size_t i = 0; i < g.neighbours(v).size(); ++i) {
                const Edge& edge = all.at(g.edgeNumbers(v)[i]);
                const std::uint32_t w = g.neighbours(v)[i];
                QCOMPARE(edge.source, std::min(v, w));
                QCOMPARE(edge.target, std::max(v, w));
            }
        }
    }

    void undirectedForm_addsBothDirections()
    {
        const std::array edges{Edge{0, 1, 2}, Edge{1, 0, 3}, Edge{2, 1, 7}};
        const GraphSnapshot g =
            GraphSnapshot(Direction::directed, 3, edges, {PersonId{30}, PersonId{10}, PersonId{20}}, 42).undirected();
        QVERIFY(!g.isDirected());
        QCOMPARE(g.edgeCount(), std::size_t{2});
        QCOMPARE(g.weights(0)[0], 5.0);
        QCOMPARE(g.revision(), std::uint64_t{42});
        QCOMPARE(g.idOf(2), PersonId{20});
    }

    void ids_leadBothWays()
    {
        const GraphSnapshot g(Direction::undirected, 3, {}, {PersonId{30}, PersonId{10}, PersonId{20}});
        QCOMPARE(g.indexOf(PersonId{10}), 1U);
        QCOMPARE(g.indexOf(PersonId{30}), 0U);
        QCOMPARE(g.indexOf(PersonId{15}), 3U);
        QVERIFY(!g.idOf(7).isValid());
    }

    void hub_of100000_isBuilt()
    {
        std::vector<Edge> edges;
        for (std::uint32_t v = 1; v <= 100000; ++v)
            edges.push_back({v, 0});
        const GraphSnapshot g(Direction::undirected, 100001, edges);
        QCOMPARE(g.degree(0), 100000U);
        QVERIFY(g.hasEdge(0, 99999) && g.hasEdge(99999, 0));
    }
};

QTEST_GUILESS_MAIN(TestGraphSnapshot)
#include "tst_graphsnapshot.moc"
