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

constexpr std::size_t kSize = 90'000; ///< vertices and arcs of the searches of a round together
constexpr double kWorthwhile = 0.001; ///< modularity that a round must have gained for another one
constexpr int kMostRounds = 8;
/// Arcs looked at in an iteration and in its start, for each arc there is: as seen on many networks.
constexpr double kIterationVisits = 4.5, kStartVisits = 4.0;

/// How much is searched follows from the network alone, so that the result does not depend on the machine.
class CommunitySearch
{
public:
    CommunitySearch(const GroupGraph& graph, const RunContext& context, std::uint64_t seed)
        : m_graph(graph), m_context(context), m_seeds(seed), m_searches(std::clamp<std::size_t>(times(), 2, 64)),
          m_iterations(static_cast<int>(std::clamp<std::size_t>(times(), 1, 10))), m_meter(context, expectedVisits())
    {}

    /// The best groups found; empty where cancelled.
    Groups run()
    {
        Groups best;
        double quality = 0.0;
        for (int i = 0; i < kMostRounds; ++i) {
            if (!round(best, quality))
                return {};
            const double before = std::exchange(quality, modularityOf(m_graph, best));
            if (quality - before < kWorthwhile)
                break;
            m_meter.nextRound();
        }
        return best;
    }

private:
    std::size_t times() const { return kSize / (m_graph.targets.size() + m_graph.size() + 1); }
    double expectedVisits() const
    {
        const auto searches = static_cast<double>(m_searches);
        const double visits = (searches + 1.0) * m_iterations * kIterationVisits + searches * kStartVisits;
        return visits * static_cast<double>(m_graph.targets.size() + m_graph.size() + 1);
    }

    /// Iterates until nothing changes, a limited number of times. False where cancelled.
    bool iterate(LeidenSearch& search, Groups& groups) const
    {
        Outcome outcome = Outcome::improved;
        for (int i = 0; i < m_iterations && outcome == Outcome::improved; ++i)
            outcome = search.iterate(groups);
        return outcome != Outcome::cancelled;
    }

    /// Searches anew, and improves `best` by what was found; the first round takes the best it found to begin with, and
    /// `quality` becomes the modularity of that. False where cancelled.
    bool round(Groups& best, double& quality)
    {
        std::vector<std::uint64_t> seeds(2 * m_searches + 1);
        for (std::uint64_t& seed : seeds)
            seed = m_seeds.bits();
        std::vector<Groups> found(m_searches);
        std::vector<double> qualities(m_searches);
        const RunContext untold(m_context.stopToken(), {}, m_context.threads()); // the meter tells
        const bool isDone = forEachChunk(untold, m_searches, [&](std::size_t i) {
            LeidenSearch search(m_graph, seeds[i], m_meter);
            if (!search.start(found[i]) || !iterate(search, found[i]))
                return false;
            qualities[i] = modularityOf(m_graph, found[i]);
            return true;
        });
        if (!isDone)
            return false;
        if (best.empty()) {
            const auto top = std::max_element(qualities.begin(), qualities.end());
            quality = *top;
            best = std::exchange(found[static_cast<std::size_t>(top - qualities.begin())], {});
        }
        for (std::size_t i = 0; i < m_searches; ++i)
            if (!found[i].empty() && !combine(best, found[i], seeds[m_searches + i]))
                return false;
        LeidenSearch search(m_graph, seeds.back(), m_meter);
        return iterate(search, best);
    }

    /// Moves people who are together in `best` and in `other` as one, where modularity gains. False where cancelled.
    bool combine(Groups& best, const Groups& other, std::uint64_t seed)
    {
        Groups core = commonGroups(best, other);
        const std::uint32_t cores = splitIntoPieces(m_graph, core);
        renumber(best); // below the number of cores
        Groups ofCore(cores);
        for (std::size_t v = 0; v < best.size(); ++v)
            ofCore[core[v]] = best[v];
        GroupGraph condensed;
        TieSums sums(m_graph.size());
        if (m_context.cancelled())
            return false;
        condense(m_graph, core, cores, sums, condensed);
        LeidenSearch search(condensed, seed, m_meter);
        if (!iterate(search, ofCore))
            return false;
        for (std::size_t v = 0; v < best.size(); ++v)
            best[v] = ofCore[core[v]];
        return true;
    }

    const GroupGraph& m_graph;
    const RunContext& m_context;
    Random m_seeds;
    std::size_t m_searches; ///< a round
    int m_iterations;       ///< of a search at most, and again of what the searches have led to
    SearchMeter m_meter;
};

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
    Groups best = CommunitySearch(graph, context, seed).run();
    if (best.empty())
        return fail(ErrorCode::cancelled);
    // Leaves every group connected and numbered, whatever the last iteration did.
    result.count = splitIntoPieces(graph, best);
    result.of = std::move(best);
    result.modularity = modularityOf(graph, result.of);
    context.progress(1.0);
    return result;
}

} // namespace weavemap::sna
