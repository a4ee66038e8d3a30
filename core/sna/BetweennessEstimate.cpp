// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/BetweennessEstimate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <utility>

#include "core/base/Random.h"
#include "core/sna/Betweenness.h"
#include "core/sna/PairSearch.h"
#include "core/sna/Parallel.h"
#include "core/sna/Vectors.h"

namespace weavemap::sna {

namespace {

constexpr double kDoubt = 0.05; ///< the chance that some value is further off than the bound
constexpr int kMaxRounds = 4;
constexpr double kFirstPairs = 2048;
constexpr double kGrowth = 16.0; ///< at most, from round to round: a small sample exaggerates the largest variance
constexpr std::size_t kChunks = 32;
constexpr std::uint32_t kSmall = 1000; ///< people; exact values take no time

/// Empirical Bernstein over all vertices and rounds, for values in [0, range].
struct Bernstein
{
    Bernstein(double vertices, double range)
        : weight(std::log(4.0 * vertices * kMaxRounds / kDoubt)), slope(7.0 * weight * range / 3.0)
    {}

    /// How far off the mean of `count` values may be where they vary so much.
    double bound(double variance, double count) const
    {
        return std::sqrt(2.0 * variance * weight / count) + slope / (count - 1.0);
    }
    /// The number of values for a bound.
    double count(double variance, double bound) const
    {
        const double root = std::sqrt(2.0 * variance * weight);
        const double half = (root + std::sqrt(root * root + 4.0 * bound * slope)) / (2.0 * bound);
        return half * half + 2.0;
    }

    double weight;
    double slope;
};

/// By vertex of the search graph: shares of paths added up over pairs, and their squares.
struct Shares
{
    explicit Shares(std::size_t n) : sums(n, 0.0), squares(n, 0.0) {}
    void add(const Shares& other)
    {
        addScaled(sums, 1.0, other.sums);
        addScaled(squares, 1.0, other.squares);
        arcs += other.arcs;
    }
    std::vector<double> sums;
    std::vector<double> squares;
    std::uint64_t arcs = 0; ///< followed to get there
};

/// Adds `count` pairs. First ends come one from each of `count` equal stretches of the order, second ends from anybody.
bool draw(const SearchGraph& graph, std::uint64_t count, std::uint64_t seed, const RunContext& context, Shares& all)
{
    const std::uint32_t n = graph.vertexCount();
    const std::size_t chunks = std::min<std::size_t>(count, kChunks);
    std::vector<std::unique_ptr<PairSearch>> searches(context.threads());
    InOrder<Shares> inOrder;
    return forEachChunk(context, chunks, [&](std::size_t chunk, ChunkRun& run) {
        auto& search = searches[run.worker()];
        if (!search)
            search = std::make_unique<PairSearch>(graph);
        Shares part(n);
        const std::uint64_t arcsBefore = search->arcs();
        std::uint64_t state = seed + chunk;
        Random random(splitMix64(state));
        const std::uint64_t first = count * chunk / chunks, end = count * (chunk + 1) / chunks;
        for (std::uint64_t k = first; k < end; ++k) {
            if (run.cancelled())
                return false;
            const double place = (static_cast<double>(k) + random.unit()) / static_cast<double>(count) * n;
            const std::uint32_t from = std::min(static_cast<std::uint32_t>(place), n - 1);
            auto to = static_cast<std::uint32_t>(random.below(n - 1));
            to += to >= from ? 1 : 0;
            for (const PairSearch::Passed& passed : search->between(from, to)) {
                part.sums[passed.vertex] += passed.share;
                part.squares[passed.vertex] += passed.share * passed.share;
            }
            run.reached(static_cast<double>(k + 1 - first) / static_cast<double>(end - first));
        }
        part.arcs = search->arcs() - arcsBefore;
        inOrder.put(chunk, std::move(part), [&all](const Shares& next) { all.add(next); });
        return true;
    });
}

Result<BetweennessEstimate> exactly(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    WEAVEMAP_ASSIGN(const std::vector<double> raw, betweenness(snapshot, context));
    return BetweennessEstimate{normalizedBetweenness(snapshot, raw), 0.0, 0};
}

} // namespace

Result<BetweennessEstimate> estimateBetweenness(const graph::GraphSnapshot& snapshot, const SampleWish& wish,
                                                const RunContext& context)
{
    const double n = snapshot.vertexCount();
    const SearchGraph graph(snapshot);
    const double people = graph.vertexCount();
    if (n < 3 || people < 3 || (wish.pairs == 0 && people < kSmall))
        return exactly(snapshot, context);
    const double range = people * (people - 1) / ((n - 1) * (n - 2)); // of one pair's part in a normalized value
    const Bernstein inequality(people, range);
    double wanted = wish.pairs > 0 ? static_cast<double>(wish.pairs) : kFirstPairs;
    Shares all(graph.vertexCount());
    double drawn = 0.0, bound = 0.0;
    std::uint64_t state = wish.seed;
    for (int round = 0; round < kMaxRounds; ++round) {
        if (!draw(graph, static_cast<std::uint64_t>(wanted - drawn), splitMix64(state), context, all))
            return fail(ErrorCode::cancelled);
        drawn = wanted;
        double variance = 0.0;
        for (std::size_t v = 0; v < all.sums.size(); ++v) {
            if (!std::isfinite(all.sums[v]))
                return exactly(snapshot, context); // numbers of paths beyond a double
            const double mean = all.sums[v] / drawn;
            variance = std::max(variance, (all.squares[v] - drawn * mean * mean) / (drawn - 1));
        }
        variance *= range * range;
        bound = inequality.bound(variance, drawn);
        if (wish.pairs > 0 || bound <= wish.bound)
            break;
        // Somewhat more than it takes by what is known so far.
        wanted =
            std::clamp(std::ceil(1.05 * inequality.count(variance, wish.bound)), drawn + kFirstPairs, drawn * kGrowth);
        const double arcsOfPairs = inequality.count(variance, wish.bound) * (static_cast<double>(all.arcs) / drawn);
        const double arcsOfSources = people * static_cast<double>(graph.out().targets.size());
        if (arcsOfPairs > arcsOfSources / 2)
            return exactly(snapshot, context);
    }
    BetweennessEstimate estimate{std::vector<double>(snapshot.vertexCount(), 0.0), bound,
                                 static_cast<std::uint64_t>(drawn)};
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
        estimate.normalized[graph.original(v)] = all.sums[v] / drawn * range;
    return estimate;
}

} // namespace weavemap::sna
