// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/CorePeriphery.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "core/sna/Figures.h"

namespace weavemap::sna {

namespace {

double pairs(double of) { return of * (of - 1.0) / 2.0; }

/// Pairs and ties on each side of a cut between core and rim.
struct Cut
{
    double corePairs, rimPairs, coreTies, rimTies;

    /// The correlation of two lists of zeros and ones: the ideal and the ties; NaN where one does not vary.
    double fit() const
    {
        const double all = corePairs + rimPairs, ties = coreTies + rimTies;
        const double spread = corePairs * rimPairs * (ties * (all - ties));
        return spread > 0.0 ? (all * coreTies - corePairs * ties) / std::sqrt(spread) : kUndefined;
    }
};

} // namespace

Result<CoreFit> corePeriphery(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (snapshot.isDirected())
        return corePeriphery(snapshot.undirected(), context);
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return snapshot.degree(a) > snapshot.degree(b); });

    CoreFit best{kUndefined, 0, std::vector<std::uint8_t>(n, 0), kUndefined, kUndefined, kUndefined};
    std::vector<std::uint8_t> inside(n, 0);
    std::uint64_t coreTies = 0, coreEnds = 0;
    for (std::uint32_t size = 0; size < n;) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        const std::uint32_t least = snapshot.degree(order[size]);
        for (; size < n && snapshot.degree(order[size]) == least; ++size) {
            inside[order[size]] = 1;
            coreEnds += least;
            for (const std::uint32_t w : snapshot.neighbours(order[size]))
                coreTies += inside[w];
        }
        const std::uint64_t mixedTies = coreEnds - 2 * coreTies;
        const std::uint64_t rimTies = snapshot.edgeCount() - coreTies - mixedTies;
        const double core = size, rim = n - size;
        const Cut cut{pairs(core), pairs(rim), static_cast<double>(coreTies), static_cast<double>(rimTies)};
        const double r = cut.fit();
        if (std::isnan(r) || r <= best.r)
            continue;
        best.r = r;
        best.coreSize = size;
        best.coreDensity = cut.coreTies / cut.corePairs;
        best.mixedDensity = static_cast<double>(mixedTies) / (core * rim);
        best.rimDensity = cut.rimTies / cut.rimPairs;
    }
    for (std::uint32_t i = 0; i < best.coreSize; ++i)
        best.inCore[order[i]] = 1;
    return best;
}

} // namespace weavemap::sna
