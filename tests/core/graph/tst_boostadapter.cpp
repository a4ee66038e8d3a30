// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>

#include <QTest>

#include "core/base/Random.h"
#include "core/graph/BoostAdapter.h"

using namespace weavemap;
using graph::Edge;
using graph::GraphSnapshot;
using Direction = graph::GraphSnapshot::Direction;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<graph::UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<graph::UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<graph::UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<graph::UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<graph::DirectedView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<graph::DirectedView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<graph::DirectedView>));

class TestBoostAdapter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edges_comeOnceInNumberOrder()
    {
        const std::array list{Edge{3, 1}, Edge{0, 3}, Edge{2, 3}, Edge{4, 0}};
        for (const Direction direction : {Direction::undirected, Direction::directed}) {
            const GraphSnapshot snapshot(direction, 6, list);
            const std::vector<Edge> expected = snapshot.edges();
            const graph::DirectedView view(snapshot);
            std::size_t number = 0;
            for (auto [it, end] = edges(view); it != end; ++it, ++number) {
                QCOMPARE(source(*it, view), expected.at(number).source);
                QCOMPARE(target(*it, view), expected.at(number).target);
                QCOMPARE(get(boost::edge_index, view, *it), number);
            }
            QCOMPARE(number, num_edges(view));
        }
    }

    void undirectedEdge_isOneFromBothEnds()
    {
        const std::array list{Edge{0, 1}, Edge{1, 2}};
        const GraphSnapshot snapshot(Direction::undirected, 3, list);
        const graph::UndirectedView view(snapshot);
        const auto fromOne = *out_edges(1, view).first;
        const auto fromZero = *out_edges(0, view).first;
        QVERIFY(fromOne == fromZero);
        QCOMPARE(target(fromOne, view), 0U);
        QCOMPARE(target(fromZero, view), 1U);
        QVERIFY(*std::next(out_edges(1, view).first) != fromZero);
    }

    void emptyGraph_hasNoVerticesNorEdges()
    {
        const GraphSnapshot snapshot;
        const graph::UndirectedView view(snapshot);
        QVERIFY(vertices(view).first == vertices(view).second);
        QVERIFY(edges(view).first == edges(view).second);
    }

    void dijkstra_runsOnTheView()
    {
        const std::array list{Edge{0, 1}, Edge{1, 2}, Edge{2, 3}, Edge{0, 3}, Edge{3, 4}};
        const GraphSnapshot snapshot(Direction::directed, 6, list);
        const graph::DirectedView view(snapshot);
        std::vector<int> distance(6);
        boost::dijkstra_shortest_paths(
            view, 0U,
            boost::weight_map(boost::make_static_property_map<graph::EdgeDescriptor>(1))
                .distance_map(boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, view))));
        QCOMPARE(distance[2], 2);
        QCOMPARE(distance[4], 2);
        QCOMPARE(distance[5], std::numeric_limits<int>::max());
    }

    void kruskal_findsASpanningTree()
    {
        Random random(7);
        std::vector<Edge> list;
        for (std::uint32_t v = 1; v < 60; ++v)
            list.push_back({static_cast<std::uint32_t>(random.below(v)), v});
        for (int i = 0; i < 100; ++i)
            list.push_back(
                {static_cast<std::uint32_t>(random.below(60)), static_cast<std::uint32_t>(random.below(60))});
        const GraphSnapshot snapshot(Direction::undirected, 60, list);
        const graph::UndirectedView view(snapshot);
        std::vector<graph::EdgeDescriptor> tree;
        boost::kruskal_minimum_spanning_tree(
            view, std::back_inserter(tree),
            boost::weight_map(boost::make_static_property_map<graph::EdgeDescriptor>(1.0)));
        std::set<std::size_t> numbers;
        for (const auto& edge : tree)
            numbers.insert(edge.number);
        QCOMPARE(tree.size(), std::size_t{59});
        QCOMPARE(numbers.size(), std::size_t{59});
    }
};

QTEST_GUILESS_MAIN(TestBoostAdapter)
#include "tst_boostadapter.moc"
