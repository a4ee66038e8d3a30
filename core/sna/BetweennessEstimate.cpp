// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/BetweennessEstimate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/base/Random.h"
#include "core/sna/Betweenness.h"
#include "core/sna/DependencySums.h"

namespace weavemap::sna {

namespace {

constexpr double kDoubt = 0.05; ///< the chance that some value is further off than the bound
constexpr int kMaxRounds = 4;

/// One vertex of each of `count` stretches of [0, n). Precondition: count <= n.
std::vector<std::uint32_t> stratified(std::uint32_t n, std::uint32_t count, Random& random)
{
    std::vector<std::uint32_t> drawn(count);
    for (std::uint64_t k = 0; k < count; ++k) {
        const std::uint64_t first = n * k / count, end = n * (k + 1) / count;
        drawn[k] = static_cast<std::uint32_t>(first + random.below(end - first));
    }
    return drawn;
}

/// Bernstein's inequality over all vertices at once, for values in [0, range].
struct Bernstein
{
    Bernstein(double vertices, double range) : weight(std::log(2.0 * vertices / kDoubt)), slope(weight * range / 3.0) {}

    /// How far off the mean of `sources` values may be where their variance is at most that.
    double bound(double variance, double sources) const
    {
        const double linear = slope / sources;
        return linear + std::sqrt(linear * linear + 2.0 * variance * weight / sources);
    }
    /// The number of sources for a bound.
    double sources(double variance, double bound) const
    {
        return (2.0 * slope * bound + 2.0 * variance * weight) / (bound * bound);
    }

    double weight;
    double slope;
};

std::uint32_t wholeBatches(double sources, std::uint32_t most)
{
    const double batches = std::ceil(sources / kBetweennessLanes);
    return static_cast<std::uint32_t>(std::min(batches * kBetweennessLanes, static_cast<double>(most)));
}

Result<BetweennessEstimate> exactly(const graph::GraphSnapshot& snapshot, std::uint32_t sources,
                                    const RunContext& context)
{
    WEAVEMAP_ASSIGN(const std::vector<double> raw, betweenness(snapshot, context));
    return BetweennessEstimate{normalizedBetweenness(snapshot, raw), 0.0, sources};
}

} // namespace

Result<BetweennessEstimate> estimateBetweenness(const graph::GraphSnapshot& snapshot, const SampleWish& wish,
                                                const RunContext& context)
{
    const double n = snapshot.vertexCount();
    const SearchGraph graph(snapshot);
    const std::uint32_t people = graph.vertexCount();
    if (n < 3 || people < 3)
        return exactly(snapshot, people, context);
    const Share share = snapshot.isDirected() ? Share::whole : Share::byDistance;
    // A source's share of the normalized value, and the most that it can be.
    const double scale = people / ((n - 1) * (n - 2));
    const double range = (share == Share::whole ? 1.0 : 2.0) * scale * (people - 2.0);
    const Bernstein inequality(people, range);
    std::uint32_t wanted =
        wish.sources > 0 ? std::min(wish.sources, people) : wholeBatches(inequality.sources(0.0, wish.bound), people);

    Random random(wish.seed);
    DependencySums all{std::vector<double>(people, 0.0), std::vector<double>(people, 0.0)};
    std::uint32_t taken = 0;
    double bound = 0.0;
    for (int round = 0; round < kMaxRounds; ++round) {
        if (wanted >= people)
            return exactly(snapshot, people, context);
        const std::vector<std::uint32_t> sources = stratified(people, wanted - taken, random);
        WEAVEMAP_ASSIGN(const DependencySums more, dependencySums(graph, sources, share, Squares::added, context));
        taken = wanted;
        double variance = 0.0;
        for (std::uint32_t v = 0; v < people; ++v) {
            all.values[v] += more.values[v];
            all.squares[v] += more.squares[v];
            const double mean = all.values[v] / taken;
            variance = std::max(variance, all.squares[v] / taken - mean * mean);
        }
        variance *= scale * scale;
        bound = inequality.bound(variance, taken);
        if (wish.sources > 0 || bound <= wish.bound)
            break;
        wanted = std::max(taken + kBetweennessLanes, wholeBatches(inequality.sources(variance, wish.bound), people));
    }
    BetweennessEstimate estimate{std::vector<double>(snapshot.vertexCount(), 0.0), bound, taken};
    for (std::uint32_t v = 0; v < people; ++v)
        estimate.normalized[graph.original(v)] = all.values[v] / taken * scale;
    return estimate;
}

} // namespace weavemap::sna
