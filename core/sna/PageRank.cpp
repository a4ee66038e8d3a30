// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/PageRank.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace weavemap::sna {

namespace {

constexpr double kDamping = 0.85;
constexpr double kSettled = 1e-14;
constexpr int kMaxRounds = 400; ///< 0.85^400 is far below one rounding

} // namespace

Result<std::vector<double>> pageRank(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                     const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    if (n == 0)
        return std::vector<double>();
    std::vector<double> share(n, 0.0); // what a vertex hands on for each unit of weight
    for (std::uint32_t v = 0; v < n; ++v) {
        double total = snapshot.degree(v);
        if (weighting == Weighting::weighted) {
            total = 0.0;
            for (const double w : snapshot.weights(v))
                total += w;
        }
        share[v] = total > 0.0 ? 1.0 / total : 0.0;
    }
    std::vector<double> rank(n, 1.0 / n), handed(n), next(n);
    for (int round = 0; round < kMaxRounds; ++round) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        double idle = 0.0;
        for (std::uint32_t v = 0; v < n; ++v) {
            handed[v] = rank[v] * share[v];
            if (share[v] == 0.0)
                idle += rank[v];
        }
        const double base = (1.0 - kDamping) / n + kDamping * idle / n;
        double moved = 0.0;
        for (std::uint32_t v = 0; v < n; ++v) {
            const std::span<const std::uint32_t> sources = snapshot.inNeighbours(v);
            double sum = 0.0;
            if (weighting == Weighting::weighted) {
                const std::span<const double> weights = snapshot.inWeights(v);
                for (std::size_t i = 0; i < sources.size(); ++i)
                    sum += weights[i] * handed[sources[i]];
            } else {
                for (const std::uint32_t u : sources)
                    sum += handed[u];
            }
            next[v] = base + kDamping * sum;
            moved += std::abs(next[v] - rank[v]);
        }
        std::swap(rank, next);
        if (moved < kSettled)
            break;
    }
    return rank;
}

} // namespace weavemap::sna
