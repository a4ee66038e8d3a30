// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <vector>

#include <QTest>

#include "core/graph/Subgraph.h"

using namespace weavemap;
using graph::Edge;
using graph::GraphSnapshot;
using Direction = GraphSnapshot::Direction;
using Keep = std::vector<std::uint8_t>;

class TestSubgraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subgraph_keepsPeopleInOrderAndTheTiesBetweenThem()
    {
        const std::vector<Edge> edges{{0, 1}, {1, 2, 2.5}, {2, 3}, {3, 0}};
        const GraphSnapshot square(Direction::undirected, 4, edges,
                                   {PersonId{10}, PersonId{11}, PersonId{12}, PersonId{13}}, 7);
        const GraphSnapshot part = graph::subgraph(square, Keep{0, 1, 1, 1});
        QCOMPARE(part.vertexCount(), 3U);
        QCOMPARE(part.edgeCount(), std::size_t{2});
        QVERIFY(part.hasEdge(0, 1) && part.hasEdge(1, 2) && !part.hasEdge(0, 2));
        QCOMPARE(part.weights(0)[0], 2.5);
        QCOMPARE(part.idOf(2), PersonId{13});
        QCOMPARE(part.revision(), std::uint64_t{7});
    }

    void subgraph_keepsDirections()
    {
        const std::vector<Edge> arcs{{0, 1}, {2, 1}};
        const GraphSnapshot part = graph::subgraph(GraphSnapshot(Direction::directed, 3, arcs), Keep{0, 1, 1});
        QVERIFY(part.isDirected() && part.hasEdge(1, 0) && !part.hasEdge(0, 1));
        QVERIFY(part.ids().empty());
    }

    void subgraph_ofNobody()
    {
        QCOMPARE(graph::subgraph(GraphSnapshot(), Keep{}).vertexCount(), 0U);
        const std::vector<Edge> edges{{0, 1}};
        QCOMPARE(graph::subgraph(GraphSnapshot(Direction::undirected, 2, edges), Keep{0, 0}).vertexCount(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestSubgraph)
#include "tst_subgraph.moc"
