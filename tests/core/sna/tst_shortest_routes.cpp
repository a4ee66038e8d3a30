// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/sna/ShortestRoutes.h"

using namespace weavemap::sna;

namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Route = std::vector<std::uint32_t>;

/// side x side vertices, row by row.
Edges grid(std::uint32_t side)
{
    Edges edges;
    for (std::uint32_t y = 0; y < side; ++y)
        for (std::uint32_t x = 0; x < side; ++x) {
            if (x + 1 < side)
                edges.push_back({y * side + x, y * side + x + 1});
            if (y + 1 < side)
                edges.push_back({y * side + x, (y + 1) * side + x});
        }
    return edges;
}

} // namespace

class TestShortestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void square_hasTwoWays_inTheOrderOfTheirVertices()
    {
        // 0 - 1
        // |   |
        // 2 - 3 - 4
        const Edges edges{{3, 2}, {0, 2}, {1, 0}, {3, 1}, {3, 4}};
        const ShortestRoutes found = shortestRoutes(5, edges, 0, 4);
        QCOMPARE(found.routes, (std::vector<Route>{{0, 1, 3, 4}, {0, 2, 3, 4}}));
        QCOMPARE(found.count, 2.0);
        QCOMPARE(found.steps(), std::size_t{3});
        QCOMPARE(shortestRoutes(5, edges, 4, 0).routes.front(), (Route{4, 3, 1, 0}));
    }
    void neighbours_areOneStepApart_thoughALongerWayIsThere()
    {
        const ShortestRoutes found = shortestRoutes(3, Edges{{0, 1}, {1, 2}, {0, 2}}, 0, 2);
        QCOMPARE(found.routes, (std::vector<Route>{{0, 2}}));
        QCOMPARE(found.count, 1.0);
    }
    void otherPieces_oneself_andNobody_haveNone()
    {
        const Edges edges{{0, 1}, {2, 3}};
        QVERIFY(shortestRoutes(4, edges, 0, 3).routes.empty());
        QCOMPARE(shortestRoutes(4, edges, 0, 3).count, 0.0);
        QVERIFY(shortestRoutes(4, edges, 1, 1).routes.empty());
        QVERIFY(shortestRoutes(4, edges, 0, 4).routes.empty());
        QVERIFY(shortestRoutes(0, {}, 0, 0).routes.empty());
    }
    void edgesTwice_loopsAndStrayEnds_addNothing()
    {
        const Edges edges{{0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 9}, {0, 1}};
        const ShortestRoutes found = shortestRoutes(3, edges, 0, 2);
        QCOMPARE(found.routes, (std::vector<Route>{{0, 1, 2}}));
        QCOMPARE(found.count, 1.0);
    }
    void grid_countsAllAndListsSome()
    {
        const ShortestRoutes found = shortestRoutes(100, grid(10), 0, 99, 7);
        QCOMPARE(found.count, 48620.0); // 18 over 9
        QCOMPARE(found.routes.size(), std::size_t{7});
        QCOMPARE(found.steps(), std::size_t{18});
        for (const Route& route : found.routes) {
            QCOMPARE(route.size(), std::size_t{19});
            for (std::size_t i = 1; i < route.size(); ++i)
                QVERIFY(route[i] - route[i - 1] == 1 || route[i] - route[i - 1] == 10);
        }
        QVERIFY(found.routes[0] != found.routes[1]);
        QVERIFY(shortestRoutes(100, grid(10), 0, 99, 0).routes.empty());
    }
};

QTEST_APPLESS_MAIN(TestShortestRoutes)
#include "tst_shortest_routes.moc"
