// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Communities.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "core/base/Random.h"
#include "core/sna/GroupGraph.h"
#include "core/sna/Leiden.h"
#include "core/sna/Parallel.h"

namespace weavemap::sna {

namespace {

using Outcome = LeidenSearch::Outcome;

/// How much is searched: a matter of the network alone, so that the result does not depend on the machine.
struct Effort
{
    std::size_t searches = 2;
    int iterations = 1; ///< of each search, and again of what they have led to, at most

    static constexpr std::size_t kSize = 90'000; ///< vertices and arcs of all searches together
    /// Arcs looked at in an iteration and in its start, for each arc there is: as seen on many networks.
    static constexpr double kIterationVisits = 4.5, kStartVisits = 4.0;

    explicit Effort(const GroupGraph& graph)
    {
        const std::size_t times = kSize / (graph.targets.size() + graph.size() + 1);
        searches = std::clamp<std::size_t>(times, 2, 64);
        iterations = static_cast<int>(std::clamp<std::size_t>(times, 1, 10));
    }
    double expectedVisits(const GroupGraph& graph) const
    {
        const double iterated = static_cast<double>(searches + 1) * iterations * kIterationVisits;
        return (iterated + static_cast<double>(searches) * kStartVisits) *
               static_cast<double>(graph.targets.size() + graph.size() + 1);
    }
};

/// Iterates until nothing changes, `most` times at most. False where cancelled.
bool iterate(LeidenSearch& search, Groups& groups, int most)
{
    Outcome outcome = Outcome::improved;
    for (int i = 0; i < most && outcome == Outcome::improved; ++i)
        outcome = search.iterate(groups);
    return outcome != Outcome::cancelled;
}

/// Moves people who are together in `best` and in `other` as one, as long as modularity gains. False where cancelled.
bool combine(const GroupGraph& graph, Groups& best, const Groups& other, int iterations, std::uint64_t seed,
             SearchMeter& meter)
{
    Groups core = commonGroups(best, other);
    const std::uint32_t cores = splitIntoPieces(graph, core);
    renumber(best); // below the number of cores
    Groups ofCore(cores);
    for (std::size_t v = 0; v < best.size(); ++v)
        ofCore[core[v]] = best[v];
    GroupGraph condensed;
    TieSums sums(graph.size());
    condense(graph, core, cores, sums, condensed);
    LeidenSearch search(condensed, seed, meter);
    if (!iterate(search, ofCore, iterations))
        return false;
    for (std::size_t v = 0; v < best.size(); ++v)
        best[v] = ofCore[core[v]];
    return true;
}

} // namespace

double modularity(const graph::GraphSnapshot& snapshot, std::span<const std::uint32_t> of, Weighting weighting)
{
    if (snapshot.edgeCount() == 0)
        return kUndefined;
    const GroupGraph graph = groupGraph(snapshot.isDirected() ? snapshot.undirected() : snapshot, weighting);
    return modularityOf(graph, Groups(of.begin(), of.end()));
}

Result<Communities> communities(const graph::GraphSnapshot& snapshot, Weighting weighting, const RunContext& context,
                                std::uint64_t seed)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (snapshot.isDirected())
        return communities(snapshot.undirected(), weighting, context, seed);
    Communities result;
    result.of.resize(snapshot.vertexCount());
    std::iota(result.of.begin(), result.of.end(), 0U);
    result.count = snapshot.vertexCount();
    if (snapshot.edgeCount() == 0)
        return result;

    const GroupGraph graph = groupGraph(snapshot, weighting);
    const Effort effort(graph);
    Random seeds(seed);
    std::vector<std::uint64_t> seedOf(2 * effort.searches + 1);
    for (std::uint64_t& one : seedOf)
        one = seeds.bits();
    SearchMeter meter(context, effort.expectedVisits(graph));
    std::vector<Groups> found(effort.searches);
    std::vector<double> quality(effort.searches);
    const RunContext untold(context.stopToken(), {}, context.threads()); // the meter tells
    const bool isDone = forEachChunk(untold, effort.searches, [&](std::size_t i) {
        LeidenSearch search(graph, seedOf[i], meter);
        if (!search.start(found[i]) || !iterate(search, found[i], effort.iterations))
            return false;
        quality[i] = modularityOf(graph, found[i]);
        return true;
    });
    if (!isDone)
        return fail(ErrorCode::cancelled);

    const auto first = static_cast<std::size_t>(std::max_element(quality.begin(), quality.end()) - quality.begin());
    Groups best = found[first];
    for (std::size_t i = 0; i < effort.searches; ++i)
        if (i != first && !combine(graph, best, found[i], effort.iterations, seedOf[effort.searches + i], meter))
            return fail(ErrorCode::cancelled);
    LeidenSearch search(graph, seedOf.back(), meter);
    if (!iterate(search, best, effort.iterations))
        return fail(ErrorCode::cancelled);

    // Leaves every group connected and numbered, whatever the last iteration did.
    result.count = splitIntoPieces(graph, best);
    result.of = std::move(best);
    result.modularity = modularityOf(graph, result.of);
    context.progress(1.0);
    return result;
}

} // namespace weavemap::sna
