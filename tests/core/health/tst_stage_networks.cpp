// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include <QTest>

#include "StageNetworks.h"

using namespace weavemap;
using namespace weavemap::test;
using graph::GraphSnapshot;

namespace {

constexpr std::uint64_t kSeeds = 20;

/// Sizes of the pieces, largest first, with one person left out (n: nobody).
std::vector<std::uint32_t> pieces(const GraphSnapshot& g, std::uint32_t without)
{
    std::vector<std::uint8_t> seen(g.vertexCount(), 0);
    std::vector<std::uint32_t> sizes;
    for (std::uint32_t start = 0; start < g.vertexCount(); ++start) {
        if (seen[start] != 0 || start == without)
            continue;
        std::vector<std::uint32_t> queue{start};
        seen[start] = 1;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (const std::uint32_t w : g.neighbours(queue[i])) {
                if (seen[w] == 0 && w != without) {
                    seen[w] = 1;
                    queue.push_back(w);
                }
            }
        }
        sizes.push_back(static_cast<std::uint32_t>(queue.size()));
    }
    std::sort(sizes.rbegin(), sizes.rend());
    return sizes;
}

double densityAmong(const GraphSnapshot& g, const std::vector<std::uint32_t>& people)
{
    double ties = 0, pairs = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (std::size_t j = i + 1; j < people.size(); ++j) {
            ties += g.hasEdge(people[i], people[j]) ? 1 : 0;
            pairs += 1;
        }
    }
    return ties / pairs;
}

/// Calls `check` with every network of a shape, until one is not as it should be.
void everyOne(Shape shape, const std::function<bool(const StageNetwork&, std::uint32_t)>& check)
{
    for (const std::uint32_t n : kSizes) {
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            const StageNetwork network = stageNetwork(shape, n, seed);
            QCOMPARE(network.graph.vertexCount(), n);
            QVERIFY(!network.graph.isDirected());
            QVERIFY2(
                check(network, n),
                qPrintable(
                    QStringLiteral("%1, n = %2, seed = %3").arg(QString::fromLatin1(nameOf(shape))).arg(n).arg(seed)));
        }
    }
}

} // namespace

class TestStageNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scattered_isGroupsOfOneToFive()
    {
        everyOne(Shape::scattered, [](const StageNetwork& network, std::uint32_t n) {
            const auto sizes = pieces(network.graph, n);
            return network.centre.empty() && sizes.front() <= 5 && sizes.size() >= n / 5;
        });
    }

    void hubAndSpoke_hasOneHubForMost()
    {
        everyOne(Shape::hubAndSpoke, [](const StageNetwork& network, std::uint32_t n) {
            const GraphSnapshot& g = network.graph;
            std::uint32_t second = 0;
            for (std::uint32_t v = 0; v < n; ++v)
                if (v != network.centre[0])
                    second = std::max(second, g.degree(v));
            return network.centre.size() == 1 && pieces(g, n).size() == 1 && g.degree(network.centre[0]) >= n / 2 &&
                   second < g.degree(network.centre[0]);
        });
    }

    void multiHub_hasHubsWhoTogetherReachEverybody()
    {
        everyOne(Shape::multiHub, [](const StageNetwork& network, std::uint32_t n) {
            std::vector<std::uint8_t> reached(n, 0);
            std::uint32_t most = 0;
            for (const std::uint32_t hub : network.centre) {
                reached[hub] = 1;
                most = std::max(most, network.graph.degree(hub));
                for (const std::uint32_t w : network.graph.neighbours(hub))
                    reached[w] = 1;
            }
            return network.centre.size() == 3 + n / 40 && pieces(network.graph, n).size() == 1 && most < n * 4 / 5 &&
                   std::count(reached.begin(), reached.end(), 1) == static_cast<std::ptrdiff_t>(n);
        });
    }

    void corePeriphery_hasADenseCoreAndALooseRim()
    {
        everyOne(Shape::corePeriphery, [](const StageNetwork& network, std::uint32_t n) {
            std::vector<std::uint32_t> rim;
            for (std::uint32_t v = 0; v < n; ++v)
                if (!std::binary_search(network.centre.begin(), network.centre.end(), v))
                    rim.push_back(v);
            return network.centre.size() >= 5 && network.centre.size() <= n / 4 + 1 &&
                   pieces(network.graph, n).size() == 1 && densityAmong(network.graph, network.centre) >= 0.6 &&
                   densityAmong(network.graph, rim) <= 0.03 + 0.3 / n * 20;
        });
    }

    void twoHalves_fallApartWithoutOnePerson()
    {
        everyOne(Shape::twoHalves, [](const StageNetwork& network, std::uint32_t n) {
            const auto left = pieces(network.graph, network.centre[0]);
            return network.centre.size() == 1 && pieces(network.graph, n).size() == 1 && left.size() == 2 &&
                   left[1] * 10 >= (n - 1) * 39 / 10;
        });
    }

    void random_hasThreeToSixTiesAPerson()
    {
        everyOne(Shape::random, [](const StageNetwork& network, std::uint32_t n) {
            const double mean = 2.0 * static_cast<double>(network.graph.edgeCount()) / n;
            return network.centre.empty() && mean > 2.9 && mean < 6.1;
        });
    }

    void aSeed_givesTheSameNetworkAgain()
    {
        for (const Shape shape : kShapes) {
            const auto ties = [&](std::uint64_t seed) {
                std::vector<std::pair<std::uint32_t, std::uint32_t>> list;
                for (const graph::Edge& e : stageNetwork(shape, 40, seed).graph.edges())
                    list.emplace_back(e.source, e.target);
                return list;
            };
            QVERIFY(ties(7) == ties(7));
            QVERIFY(ties(7) != ties(8));
        }
    }

    void callSome_knowsTheTiesOfThoseCalled()
    {
        const GraphSnapshot g = stageNetwork(Shape::corePeriphery, 80, 1).graph;
        const CalledNetwork known = callSome(g, 0.4, 5);
        QCOMPARE(std::count(known.called.begin(), known.called.end(), 1), std::ptrdiff_t{32});
        for (const graph::Edge& e : g.edges())
            QCOMPARE(known.graph.hasEdge(e.source, e.target),
                     known.called[e.source] != 0 || known.called[e.target] != 0);
        QCOMPARE(callSome(g, 1.0, 5).graph.edgeCount(), g.edgeCount());
        QCOMPARE(callSome(g, 0.0, 5).graph.edgeCount(), std::size_t{0});
    }

    /// With a share c called, 1 - (1 - c)^2 of the ties are seen.
    void callSome_seesTheShareThatTheDomainSays()
    {
        for (const double share : {0.2, 0.4, 0.6}) {
            double seen = 0, all = 0;
            for (std::uint64_t seed = 1; seed <= 40; ++seed) {
                const GraphSnapshot g = stageNetwork(Shape::random, 200, seed).graph;
                seen += static_cast<double>(callSome(g, share, seed).graph.edgeCount());
                all += static_cast<double>(g.edgeCount());
            }
            QVERIFY(std::abs(seen / all - (1 - (1 - share) * (1 - share))) < 0.01);
        }
    }

    void addStaff_tiesOnePersonToAShare()
    {
        const GraphSnapshot g = stageNetwork(Shape::multiHub, 40, 3).graph;
        const StaffedNetwork staffed = addStaff(g, 0.8, 1);
        QCOMPARE(staffed.graph.vertexCount(), 41U);
        QCOMPARE(staffed.graph.degree(40), 32U);
        QCOMPARE(staffed.graph.edgeCount(), g.edgeCount() + 32);
        QCOMPARE(std::count(staffed.isStaff.begin(), staffed.isStaff.end(), 1), std::ptrdiff_t{1});
        QCOMPARE(staffed.isStaff[40], std::uint8_t{1});
    }
};

QTEST_GUILESS_MAIN(TestStageNetworks)
#include "tst_stage_networks.moc"
