// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <cmath>

#include <QObject>
#include <QTest>

#include "Networks.h"
#include "core/base/Random.h"
#include "core/layout/BarnesHut.h"
#include "core/layout/FreeSpots.h"
#include "core/layout/GroupShaping.h"
#include "core/layout/OverlapRemoval.h"
#include "core/layout/Packing.h"
#include "core/layout/StressRefinement.h"
#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

Positions scattered(std::size_t n)
{
    Positions at(n);
    Random random(5);
    for (std::size_t v = 0; v < n; ++v) {
        at.x[v] = static_cast<float>(random.unit() * random.unit() * 100.0);
        at.y[v] = static_cast<float>(random.unit() * 60.0);
    }
    return at;
}

std::vector<std::uint32_t> everybody(std::uint32_t n)
{
    std::vector<std::uint32_t> people(n);
    for (std::uint32_t v = 0; v < n; ++v)
        people[v] = v;
    return people;
}

} // namespace

class TestLayoutEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void team_visitsEachIndexOnce()
    {
        Team team(3);
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
            std::vector<std::atomic<int>> visits(count);
            team.run(count, 7, [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    ++visits[i];
            });
            for (const auto& visit : visits)
                QCOMPARE(visit.load(), 1);
        }
    }

    void barnesHut_agreesWithTheFullSum()
    {
        const Positions at = scattered(1500);
        Team team(2);
        BarnesHut tree;
        Positions force(1500);
        tree.repulsion(at, {}, 0.5F, team, force);
        double error = 0.0, size = 0.0;
        for (std::size_t v = 0; v < 1500; ++v) {
            double x = 0.0, y = 0.0;
            for (std::size_t u = 0; u < 1500; ++u) {
                const double dx = static_cast<double>(at.x[v] - at.x[u]), dy = static_cast<double>(at.y[v] - at.y[u]);
                x += dx / (dx * dx + dy * dy + 1e-6);
                y += dy / (dx * dx + dy * dy + 1e-6);
            }
            error += std::abs(x - static_cast<double>(force.x[v])) + std::abs(y - static_cast<double>(force.y[v]));
            size += std::abs(x) + std::abs(y);
        }
        QVERIFY2(error < 0.02 * size, qPrintable(QString::number(error / size)));
    }

    void barnesHut_bearsPointsOnOneSpot()
    {
        const Positions at(500);
        Team team(1);
        BarnesHut tree;
        Positions force(500);
        tree.repulsion(at, {}, 0.9F, team, force);
        QCOMPARE(force.x[0], 0.0F);
        QCOMPARE(force.y[499], 0.0F);
    }

    void coarsening_halvesAStarAndKeepsItsMass()
    {
        const auto graph = networks::star(100);
        const auto people = everybody(101);
        const Coarser coarser = coarsen(inducedGraph(graph, people), 3);
        QVERIFY(coarser.graph.size() <= 52);
        float mass = 0.0F;
        for (const float m : coarser.graph.mass)
            mass += m;
        QCOMPARE(mass, 101.0F);
        for (const std::uint32_t parent : coarser.parent)
            QVERIFY(parent < coarser.graph.size());
    }

    void commonContacts_makeATieHeavier()
    {
        // Two triangles joined by the tie 2-3, and 6 who knows 0 only.
        const auto graph = networks::of(7, {{0, 1}, {1, 2}, {0, 2}, {3, 4}, {4, 5}, {3, 5}, {2, 3}, {0, 6}});
        const auto people = everybody(7);
        WorkGraph work = inducedGraph(graph, people);
        weighByCommonContacts(work);
        const auto weight = [&](std::uint32_t a, std::uint32_t b) {
            const auto row = work.neighbours(a);
            return work.weights[work.offsets[a] +
                                static_cast<std::size_t>(std::find(row.begin(), row.end(), b) - row.begin())];
        };
        float sum = 0.0F;
        for (const float w : work.weights)
            sum += w;
        QVERIFY(std::abs(sum - 16.0F) < 1e-3F);
        QVERIFY(weight(4, 5) > 2.0F * weight(2, 3));
        QVERIFY(weight(0, 6) > weight(0, 1));
        for (std::uint32_t v = 0; v < 7; ++v) {
            for (const std::uint32_t u : work.neighbours(v))
                QCOMPARE(weight(v, u), weight(u, v));
        }
    }

    void stress_straightensAChain()
    {
        const auto people = everybody(10);
        const WorkGraph graph = inducedGraph(networks::chain(10), people);
        Team team(1);
        const PivotDistances pivots = PivotDistances::of(graph, 10, 1, team);
        QCOMPARE(pivots.count(), 10U);
        Positions at = scattered(10);
        const float scale = stepScale(pivots, at);
        for (std::size_t v = 0; v < 10; ++v) {
            at.x[v] *= scale;
            at.y[v] *= scale;
        }
        QVERIFY(refineStress(graph, pivots, {400, 1.0F, 1.0F}, {}, team, {}, at) == Outcome::done);
        const double dx = static_cast<double>(at.x[9] - at.x[0]), dy = static_cast<double>(at.y[9] - at.y[0]);
        QVERIFY(std::sqrt(dx * dx + dy * dy) > 7.0);
    }

    void overlapRemoval_partsDiscsOnOneSpotAndLeavesFixedOnes()
    {
        Positions at(40);
        const std::vector<float> radii(40, 5.0F);
        std::vector<char> fixed(40, 0);
        fixed[7] = 1;
        OverlapOptions options;
        options.fixed = fixed;
        options.rounds = 2000;
        QVERIFY(crowding(radii, 2.0F, at) > 100.0F);
        QVERIFY(removeOverlaps(radii, options, {}, at) == Outcome::done);
        QCOMPARE(crowding(radii, 2.0F, at), 1.0F);
        QCOMPARE(at.x[7], 0.0F);
        QCOMPARE(at.y[7], 0.0F);
    }

    void drawnGroups_takesAPersonWithoutOwnTiesToTheirContacts()
    {
        // 0-1-2 of group 4, 3 of group 8 with ties to 1 and 2 only, 4 without a group tied to 3.
        const auto graph = networks::of(5, {{0, 1}, {1, 2}, {2, 3}, {1, 3}, {3, 4}});
        const auto people = everybody(5);
        const std::vector<int> groups = {4, 4, 4, 8, -1};
        const std::vector<int> drawn = drawnGroups(inducedGraph(graph, people), groups);
        QCOMPARE(drawn[3], drawn[0]);
        QCOMPARE(drawn[1], drawn[0]);
    }

    void packing_neverOverlaps()
    {
        Packing packing(1.3, 20.0);
        Random random(8);
        std::vector<Disc> all;
        for (int piece = 0; piece < 20; ++piece) {
            std::vector<Disc> discs;
            for (int i = 0; i < 6; ++i)
                discs.push_back({random.unit() * 200.0, random.unit() * 120.0, 9.0});
            const Point move = packing.place(discs);
            for (Disc& disc : discs) {
                disc.x += move.x;
                disc.y += move.y;
                for (const Disc& other : all)
                    QVERIFY(networks::distance({disc.x, disc.y}, {other.x, other.y}) > 18.0);
            }
            all.insert(all.end(), discs.begin(), discs.end());
        }
    }

    void freeSpots_findsTheNearestRoom()
    {
        FreeSpots spots;
        spots.take(Disc{0.0, 0.0, 30.0});
        const Point spot = spots.nearest({0.0, 0.0}, 5.0, 2.0);
        QVERIFY(networks::distance(spot, {0.0, 0.0}) >= 37.0);
        QVERIFY(networks::distance(spot, {0.0, 0.0}) < 50.0);
        QVERIFY(!spots.isFree(Rect{20.0, -5.0, 10.0, 10.0}));
        QVERIFY(spots.isFree(Rect{31.0, -5.0, 10.0, 10.0}));
    }
};

QTEST_GUILESS_MAIN(TestLayoutEngine)
#include "tst_layoutengine.moc"
