// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/PageRank.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

#include "core/sna/Vectors.h"
#include "core/sna/WeightRange.h"

namespace weavemap::sna {

namespace {

constexpr double kDamping = 0.85;
constexpr double kSettled = 1e-14;
constexpr double kEvenRange = 1e6;
constexpr int kMaxRounds = 400; ///< 0.85^400 is far below one rounding

/// Sum of the weights of the ties of v, or their number.
double ties(const graph::GraphSnapshot& snapshot, std::uint32_t v, Weighting weighting)
{
    if (weighting == Weighting::counted)
        return snapshot.degree(v);
    double total = 0.0;
    for (const double w : snapshot.weights(v))
        total += w;
    return total;
}

/// Undirected networks. PageRank is proportional to the x of x - damping A D^-1 x = 1 (what isolates hand to everybody
/// changes x by a factor alone). With x = D^1/2 z the matrix is symmetric and positive definite, its condition below
/// (1 + damping) / (1 - damping): conjugate gradients (M. Hestenes, E. Stiefel 1952, doi:10.6028/jres.049.044) take a
/// fifth of the rounds of the power method. Precondition: total weights are of a range (`isEven`).
Result<std::vector<double>> undirectedPageRank(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                               const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    Vector root(n, 0.0); // D^-1/2, 0 for isolates
    for (std::uint32_t v = 0; v < n; ++v)
        if (const double total = ties(snapshot, v, weighting); total > 0.0)
            root[v] = 1.0 / std::sqrt(total);
    Vector z(n, 0.0), rest = root, step = root, handed(n), image(n);
    double length = dot(rest, rest);
    const double settled = kSettled * kSettled * length;
    for (int round = 0; round < kMaxRounds && length > settled; ++round) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        for (std::uint32_t v = 0; v < n; ++v)
            handed[v] = step[v] * root[v];
        for (std::uint32_t v = 0; v < n; ++v) {
            const std::span<const std::uint32_t> row = snapshot.neighbours(v);
            double sum = 0.0;
            if (weighting == Weighting::weighted) {
                const std::span<const double> weights = snapshot.weights(v);
                for (std::size_t i = 0; i < row.size(); ++i)
                    sum += weights[i] * handed[row[i]];
            } else {
                for (const std::uint32_t u : row)
                    sum += handed[u];
            }
            image[v] = step[v] - kDamping * root[v] * sum;
        }
        const double along = length / dot(step, image);
        addScaled(z, along, step);
        addScaled(rest, -along, image);
        const double before = std::exchange(length, dot(rest, rest));
        const double keep = length / before;
        for (std::uint32_t v = 0; v < n; ++v)
            step[v] = rest[v] + keep * step[v];
    }
    double all = 0.0;
    for (std::uint32_t v = 0; v < n; ++v) {
        z[v] = root[v] > 0.0 ? z[v] / root[v] : 1.0;
        all += z[v];
    }
    scale(z, 1.0 / all);
    return z;
}

/// Whether no one's ties weigh a million times those of another: z of the heaviest is lost in rounding otherwise.
bool isEven(const graph::GraphSnapshot& snapshot, Weighting weighting)
{
    if (weighting == Weighting::counted)
        return true;
    double most = 0.0, least = std::numeric_limits<double>::infinity();
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        if (const double total = ties(snapshot, v, weighting); total > 0.0) {
            most = std::max(most, total);
            least = std::min(least, total);
        }
    }
    return most == 0.0 || most / least <= kEvenRange;
}

} // namespace

Result<std::vector<double>> pageRank(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                     const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    if (n == 0)
        return std::vector<double>();
    if (weighting == Weighting::weighted)
        if (const auto shifted = inRange(snapshot))
            return pageRank(shifted->graph, weighting, context);
    if (!snapshot.isDirected() && isEven(snapshot, weighting))
        return undirectedPageRank(snapshot, weighting, context);
    std::vector<double> share(n, 0.0); // what a vertex hands on for each unit of weight
    for (std::uint32_t v = 0; v < n; ++v) {
        const double total = ties(snapshot, v, weighting);
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
