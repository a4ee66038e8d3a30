// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>
#include <stop_token>

#include <QObject>
#include <QTest>

#include "Networks.h"
#include "core/base/Random.h"
#include "core/layout/Gathering.h"
#include "core/layout/OverlapRemoval.h"
#include "core/layout/Thinning.h"

using namespace weavemap;
using namespace weavemap::layout;

namespace {

constexpr float kRadius = 10.0F;

WorkGraph workGraph(const graph::GraphSnapshot& network)
{
    std::vector<std::uint32_t> people(network.vertexCount());
    std::iota(people.begin(), people.end(), 0U);
    WorkGraph graph = inducedGraph(network, people);
    weighByCommonContacts(graph);
    return graph;
}

/// A force-directed picture of `graph` in map units, as the gathering gets it.
Positions drawn(const WorkGraph& graph, const PivotDistances& pivots, Team& team)
{
    Positions at;
    (void)forceLayout(graph, {}, team, {}, {}, at);
    const float scale = 40.0F * stepScale(pivots, at);
    for (std::size_t v = 0; v < at.size(); ++v) {
        at.x[v] *= scale;
        at.y[v] *= scale;
    }
    return at;
}

double distance(const Positions& at, std::size_t a, std::size_t b)
{
    const double dx = static_cast<double>(at.x[a] - at.x[b]), dy = static_cast<double>(at.y[a] - at.y[b]);
    return std::sqrt(dx * dx + dy * dy);
}

/// Mean share of somebody's contacts among as many people nearest to them.
double contactsAmongNearest(const WorkGraph& graph, const Positions& at)
{
    double sum = 0.0;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        std::vector<std::uint32_t> others;
        for (std::uint32_t u = 0; u < graph.size(); ++u) {
            if (u != v)
                others.push_back(u);
        }
        std::sort(others.begin(), others.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return distance(at, v, a) < distance(at, v, b); });
        others.resize(graph.degree(v));
        const auto contacts = graph.neighbours(v);
        const auto found = std::count_if(others.begin(), others.end(), [&](std::uint32_t u) {
            return std::find(contacts.begin(), contacts.end(), u) != contacts.end();
        });
        sum += static_cast<double>(found) / static_cast<double>(graph.degree(v));
    }
    return sum / static_cast<double>(graph.size());
}

/// How far distances are from the steps between people, at the best scale; 0 is perfect. All pairs.
double stress(const WorkGraph& graph, const Positions& at)
{
    double ratios = 0.0, squares = 0.0, pairs = 0.0;
    for (std::uint32_t s = 0; s < graph.size(); ++s) {
        std::vector<int> steps(graph.size(), -1);
        std::vector<std::uint32_t> queue{s};
        steps[s] = 0;
        for (std::size_t head = 0; head < queue.size(); ++head) {
            for (const std::uint32_t u : graph.neighbours(queue[head])) {
                if (steps[u] < 0) {
                    steps[u] = steps[queue[head]] + 1;
                    queue.push_back(u);
                }
            }
        }
        for (std::uint32_t v = 0; v < graph.size(); ++v) {
            if (v == s)
                continue;
            const double ratio = distance(at, s, v) / steps[v];
            ratios += ratio;
            squares += ratio * ratio;
            pairs += 1.0;
        }
    }
    return 1.0 - ratios * ratios / squares / pairs;
}

/// A crowd in the middle of a wide picture.
Positions crowd(std::size_t n)
{
    Positions at(n);
    Random random(4);
    for (std::size_t v = 0; v < n; ++v) {
        const double reach = v % 20 == 0 ? 1.0 : 0.08;
        at.x[v] = static_cast<float>((random.unit() - 0.5) * reach * 4000.0);
        at.y[v] = static_cast<float>((random.unit() - 0.5) * reach * 3000.0);
    }
    return at;
}

} // namespace

class TestGathering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gathering_bringsContactsNearerAndKeepsDistances()
    {
        const WorkGraph graph = workGraph(networks::clustered(12, 40));
        const std::vector<float> radii(graph.size(), kRadius);
        Team team(2);
        const PivotDistances pivots = PivotDistances::of(graph, 100, 1, team);
        Positions at = drawn(graph, pivots, team);
        const double before = contactsAmongNearest(graph, at), stressBefore = stress(graph, at);
        QVERIFY(gatherContacts(graph, pivots, radii, team, {}, at) == Outcome::done);
        const double after = contactsAmongNearest(graph, at), stressAfter = stress(graph, at);
        QVERIFY2(after > 1.15 * before, qPrintable(QStringLiteral("%1 to %2").arg(before).arg(after)));
        QVERIFY2(stressAfter < 1.02 * stressBefore,
                 qPrintable(QStringLiteral("%1 to %2").arg(stressBefore).arg(stressAfter)));
    }

    void gathering_isTheSameAtAnyNumberOfThreads()
    {
        const WorkGraph graph = workGraph(networks::clustered(10, 60));
        const std::vector<float> radii(graph.size(), kRadius);
        Team one(1);
        const PivotDistances pivots = PivotDistances::of(graph, 50, 1, one);
        const Positions start = drawn(graph, pivots, one);
        Positions expected = start;
        QVERIFY(gatherContacts(graph, pivots, radii, one, {}, expected) == Outcome::done);
        for (const unsigned threads : {2U, 7U}) {
            Team team(threads);
            Positions at = start;
            QVERIFY(gatherContacts(graph, pivots, radii, team, {}, at) == Outcome::done);
            QCOMPARE(at.x, expected.x);
            QCOMPARE(at.y, expected.y);
        }
    }

    void gathering_bearsTwoPeopleOnOneSpot()
    {
        const WorkGraph graph = workGraph(networks::chain(2));
        const std::vector<float> radii(2, kRadius);
        Team team(1);
        const PivotDistances pivots = PivotDistances::of(graph, 2, 1, team);
        Positions at(2);
        QVERIFY(gatherContacts(graph, pivots, radii, team, {}, at) == Outcome::done);
        for (std::size_t v = 0; v < 2; ++v)
            QVERIFY(std::isfinite(at.x[v]) && std::isfinite(at.y[v]));
    }

    void gathering_stopsWhenCancelled()
    {
        const WorkGraph graph = workGraph(networks::chain(5));
        const std::vector<float> radii(5, kRadius);
        Team team(1);
        const PivotDistances pivots = PivotDistances::of(graph, 5, 1, team);
        Positions at = drawn(graph, pivots, team);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(gatherContacts(graph, pivots, radii, team, RunContext(stop.get_token()), at) == Outcome::cancelled);
    }

    void aGridUnfoldsWhateverTheOrderOfItsPeople()
    {
        // Numbered in the order of a list of its ties, this one was folded like a butterfly.
        constexpr std::uint32_t side = 100;
        std::vector<std::uint32_t> number(side * side, UINT32_MAX);
        std::uint32_t next = 0;
        for (std::uint32_t v = 0; v < side * side; ++v) {
            for (const std::uint32_t u : {v, v % side + 1 < side ? v + 1 : v, v + side < side * side ? v + side : v}) {
                if (number[u] == UINT32_MAX)
                    number[u] = next++;
            }
        }
        std::vector<graph::Edge> edges;
        for (std::uint32_t v = 0; v < side * side; ++v) {
            if (v % side + 1 < side)
                edges.push_back({number[v], number[v + 1]});
            if (v + side < side * side)
                edges.push_back({number[v], number[v + side]});
        }
        const WorkGraph graph = workGraph(networks::of(side * side, edges));
        Team team(2);
        Positions at;
        QVERIFY(forceLayout(graph, {}, team, {}, {}, at) == Outcome::done);
        // Where nothing is folded, people far apart stand far apart: corner to corner further than along any side.
        const std::uint32_t corners[4] = {0, side - 1, side * side - 1, side * side - side};
        double longestSide = 0.0, shortestDiagonal = 1e30;
        for (int i = 0; i < 4; ++i)
            longestSide = std::max(longestSide, distance(at, number[corners[i]], number[corners[(i + 1) % 4]]));
        for (int i = 0; i < 2; ++i)
            shortestDiagonal = std::min(shortestDiagonal, distance(at, number[corners[i]], number[corners[i + 2]]));
        const std::uint32_t middle = number[side * (side / 2) + side / 2];
        double nearestCorner = 1e30;
        for (const std::uint32_t corner : corners)
            nearestCorner = std::min(nearestCorner, distance(at, middle, number[corner]));
        QVERIFY2(shortestDiagonal > longestSide,
                 qPrintable(QStringLiteral("%1, %2").arg(shortestDiagonal).arg(longestSide)));
        QVERIFY2(nearestCorner > 0.4 * shortestDiagonal, qPrintable(QString::number(nearestCorner)));
    }

    void thinning_leavesLittleForTheParting()
    {
        const std::vector<float> radii(3000, kRadius);
        OverlapOptions options;
        options.gap = 0.0F;
        options.rounds = 60;
        Positions crowded = crowd(3000), thinned = crowded;
        std::vector<char> oneFixed(3000, 0);
        oneFixed[0] = 1;
        options.fixed = oneFixed; // beside fixed people nothing is thinned out
        QVERIFY(removeOverlaps(radii, options, {}, crowded) == Outcome::done);
        QVERIFY(crowding(radii, 0.0F, crowded) > 1.0F);
        thinOut(radii, ThinWithin::ownBox, thinned);
        QVERIFY(removeOverlaps(radii, options, {}, thinned) == Outcome::done);
        QCOMPARE(crowding(radii, 0.0F, thinned), 1.0F);
    }

    void thinning_keepsWhatStandsLooselyAndTheBox()
    {
        Positions at(400);
        for (std::size_t v = 0; v < 400; ++v) {
            at.x[v] = static_cast<float>(v % 20) * 60.0F;
            at.y[v] = static_cast<float>(v / 20) * 45.0F;
        }
        const Positions before = at;
        thinOut(std::vector<float>(400, kRadius), ThinWithin::ownBox, at);
        for (std::size_t v = 0; v < 400; ++v)
            QVERIFY(std::abs(at.x[v] - before.x[v]) < 0.01F && std::abs(at.y[v] - before.y[v]) < 0.01F);
        at = crowd(1000);
        const auto width = [&] {
            const auto [left, right] = std::minmax_element(at.x.begin(), at.x.end());
            return *right - *left;
        };
        const float wide = width();
        thinOut(std::vector<float>(1000, kRadius), ThinWithin::ownBox, at);
        QVERIFY(std::abs(width() - wide) < 0.01F * wide);
    }

    void thinning_makesTheBoxAsLargeAsNeeded()
    {
        const std::vector<float> radii(2000, kRadius);
        OverlapOptions options;
        options.gap = 0.0F;
        options.rounds = 60;
        Positions spot(2000), line(2000), scattered(2000);
        for (std::size_t v = 0; v < 2000; ++v) {
            line.x[v] = 100.0F + static_cast<float>(v) * 0.01F;
            scattered.x[v] = static_cast<float>((v * 37) % 101);
            scattered.y[v] = static_cast<float>((v * 53) % 103);
        }
        for (Positions* const at : {&spot, &line, &scattered}) {
            const float middle = at == &line ? 110.0F : at == &scattered ? 50.0F : 0.0F;
            thinOut(radii, ThinWithin::anyBox, *at);
            const auto [left, right] = std::minmax_element(at->x.begin(), at->x.end());
            QVERIFY(std::abs(0.5F * (*left + *right) - middle) < 0.1F * (*right - *left));
            QVERIFY(removeOverlaps(radii, options, {}, *at) == Outcome::done);
            QVERIFY(crowding(radii, 0.0F, *at) < 1.02F);
        }
        // Where there is room already, the box is the picture's own.
        Positions own = crowd(1000), any = own;
        const std::vector<float> small(1000, 0.2F);
        thinOut(small, ThinWithin::ownBox, own);
        thinOut(small, ThinWithin::anyBox, any);
        QCOMPARE(any.x, own.x);
        QCOMPARE(any.y, own.y);
    }

    /// Each of 30,000 people on one spot sees every other: pushed pair by pair they would keep a test for minutes.
    void crowdOnOneSpot_isDissolved()
    {
        const std::vector<float> radii(30'000, kRadius);
        const std::vector<char> nobody(radii.size(), 0);
        OverlapOptions options;
        options.rounds = 100;
        for (const std::span<const char> fixed : {std::span<const char>(), std::span<const char>(nobody)}) {
            options.fixed = fixed;
            Positions at(30'000);
            QVERIFY(removeOverlaps(radii, options, {}, at) == Outcome::done);
            QCOMPARE(crowding(radii, 0.0F, at), 1.0F);
        }
    }

    void thinning_bearsOneSpotALineAndNobody()
    {
        Positions none(0), spot(50), line(50);
        for (std::size_t v = 0; v < 50; ++v)
            line.y[v] = static_cast<float>(v);
        thinOut({}, ThinWithin::ownBox, none);
        thinOut(std::vector<float>(50, kRadius), ThinWithin::ownBox, spot);
        thinOut(std::vector<float>(50, kRadius), ThinWithin::ownBox, line);
        for (std::size_t v = 0; v < 50; ++v) {
            QVERIFY(std::isfinite(spot.x[v]) && std::isfinite(spot.y[v]));
            QVERIFY(std::isfinite(line.x[v]) && std::isfinite(line.y[v]));
        }
    }
};

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
