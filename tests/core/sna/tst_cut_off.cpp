// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <QTest>

#include "DrawnGraphs.h"
#include "core/sna/Biconnected.h"
#include "core/sna/CutOff.h"

using namespace weavemap;
using namespace weavemap::test;
using Counts = std::vector<std::uint32_t>;

namespace {

Counts cutOff(std::uint32_t n, const std::vector<Edge>& edges)
{
    const GraphSnapshot snapshot = undirected(n, edges);
    return sna::cutOffBy(snapshot, *sna::biconnected(snapshot, {}));
}

/// The same by its definition: everybody's piece without each one.
Counts byTakingOut(std::uint32_t n, const std::vector<Edge>& edges)
{
    const auto pieceSizes = [&](std::uint32_t without, std::uint32_t near) {
        // Sizes of the pieces that are left of the one `near` is in.
        std::vector<std::uint32_t> label(n);
        for (std::uint32_t v = 0; v < n; ++v)
            label[v] = v;
        const auto join = [&](std::uint32_t skipped) {
            for (bool changed = true; std::exchange(changed, false);)
                for (const Edge& edge : edges)
                    if (edge.source != skipped && edge.target != skipped && label[edge.source] != label[edge.target]) {
                        label[edge.source] = label[edge.target] = std::min(label[edge.source], label[edge.target]);
                        changed = true;
                    }
        };
        join(n);
        const std::vector<std::uint32_t> whole = label;
        for (std::uint32_t v = 0; v < n; ++v)
            label[v] = v;
        join(without);
        Counts sizes(n);
        for (std::uint32_t v = 0; v < n; ++v)
            sizes[label[v]] += v != without && whole[v] == whole[near] ? 1 : 0;
        return sizes;
    };
    Counts counts(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        const Counts sizes = pieceSizes(v, v);
        std::uint32_t sum = 0, largest = 0;
        for (const std::uint32_t each : sizes) {
            sum += each;
            largest = std::max(largest, each);
        }
        counts[v] = sum - largest;
    }
    return counts;
}

} // namespace

class TestCutOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutOff_countsWhoWouldLoseTheirLink()
    {
        QCOMPARE(cutOff(0, {}), Counts{});
        QCOMPARE(cutOff(3, {}), (Counts{0, 0, 0}));
        QCOMPARE(cutOff(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}), (Counts{0, 1, 2, 1, 0})); // a path
        QCOMPARE(cutOff(4, {{0, 1}, {0, 2}, {0, 3}}), (Counts{2, 0, 0, 0}));            // a star
        QCOMPARE(cutOff(3, {{0, 1}, {1, 2}, {0, 2}}), (Counts{0, 0, 0}));               // a ring
        // Two rings of three that share a person, beside a tie of its own.
        QCOMPARE(cutOff(7, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {2, 4}, {5, 6}}), (Counts{0, 0, 2, 0, 0, 0, 0}));
    }

    void cutOff_agreesWithTakingEachOneOut()
    {
        Random random(7);
        for (int round = 0; round < 60; ++round) {
            const auto n = static_cast<std::uint32_t>(2 + random.below(14));
            std::vector<Edge> edges;
            for (std::uint32_t i = 0; i < n; ++i)
                edges.push_back(
                    {static_cast<std::uint32_t>(random.below(n)), static_cast<std::uint32_t>(random.below(n))});
            QCOMPARE(cutOff(n, edges), byTakingOut(n, edges));
        }
    }
};

QTEST_GUILESS_MAIN(TestCutOff)
#include "tst_cut_off.moc"
