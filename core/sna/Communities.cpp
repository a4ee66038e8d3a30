// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Communities.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

#include "core/base/Random.h"
#include "core/sna/GroupGraph.h"
#include "core/sna/Leiden.h"
#include "core/sna/Parallel.h"
#include "core/sna/WeightRange.h"

namespace weavemap::sna {

namespace {

using Outcome = LeidenSearch::Outcome;

constexpr std::size_t kSize = 90'000; ///< vertices and arcs of the searches of a round together
constexpr double kWorthwhile = 0.001; ///< modularity that a round must have gained for another one
constexpr int kMostRounds = 8;
constexpr double kWorthIterating = 0.0002; ///< modularity that an iteration must have gained for another one
constexpr int kMostIterations = 10;
/// Arcs looked at in an iteration and in a start, for each vertex and arc there is, and iterations that end a round: as
/// seen on many networks.
constexpr double kIterationVisits = 4.0, kStartVisits = 3.5, kUsualIterations = 4.0;
constexpr double kThreadVisits = 500'000.0; ///< searches of fewer arcs are over before another thread is under way

/// How much is searched follows from the network alone, so that the result does not depend on the machine.
class CommunitySearch
{
public:
    CommunitySearch(const GroupGraph& graph, const RunContext& context, std::uint64_t seed)
        : m_graph(graph), m_context(context), m_seeds(seed), m_searches(std::clamp<std::size_t>(times(), 2, 64)),
          m_iterations(times() > 2 ? 2 : 0), m_meter(context, expectedVisits()), m_ofWorker(context.threads())
    {}

    /// The best groups found, each connected; empty where cancelled.
    Groups run()
    {
        for (int i = 0; i < kMostRounds; ++i) {
            const double before = m_quality;
            double first = 0.0;
            if (!searchAnew() || !improve(first))
                return {};
            // Starts alone are far below what they lead to: the first round is measured from its first iteration.
            if (m_quality - (i == 0 ? first : before) < kWorthwhile)
                break;
            m_meter.nextRound();
        }
        return m_best;
    }

private:
    std::size_t times() const { return kSize / (m_graph.targets.size() + m_graph.size() + 1); }
    double size() const { return static_cast<double>(m_graph.targets.size() + m_graph.size() + 1); }
    double searchVisits() const
    {
        return static_cast<double>(m_searches) * (kStartVisits + m_iterations * kIterationVisits) * size();
    }
    double expectedVisits() const { return searchVisits() + kUsualIterations * kIterationVisits * size(); }

    /// A search on people by one of the threads, which keeps its memory from one to the next.
    LeidenSearch& searchBy(unsigned worker, std::uint64_t seed)
    {
        auto& search = m_ofWorker[worker];
        if (search)
            search->reseed(seed);
        else
            search = std::make_unique<LeidenSearch>(m_graph, seed, m_meter);
        return *search;
    }

    /// Iterates until nothing changes, `most` times at most. False where cancelled.
    static bool iterate(LeidenSearch& search, Groups& groups, int most)
    {
        Outcome outcome = Outcome::improved;
        for (int i = 0; i < most && outcome == Outcome::improved; ++i)
            outcome = search.iterate(groups);
        return outcome != Outcome::cancelled;
    }

    /// Searches from new seeds, and puts what was found together with the best of before; in the first round with the
    /// best of these. False where cancelled.
    bool searchAnew()
    {
        std::vector<std::uint64_t> seeds(2 * m_searches);
        for (std::uint64_t& seed : seeds)
            seed = m_seeds.bits();
        std::vector<Groups> found(m_searches);
        std::vector<double> qualities(m_searches);
        const unsigned threads = searchVisits() < kThreadVisits ? 1 : m_context.threads();
        const RunContext untold(m_context.stopToken(), {}, threads); // the meter tells
        const bool isDone = forEachChunk(
            untold, m_searches,
            [&](std::size_t i, ChunkRun& run) {
                LeidenSearch& search = searchBy(run.worker(), seeds[i]);
                if (!search.start(found[i]) || !iterate(search, found[i], m_iterations))
                    return false;
                qualities[i] = search.quality();
                return true;
            },
            [this] { m_meter.tell(); });
        if (!isDone)
            return false;
        if (m_best.empty()) {
            const auto top = std::max_element(qualities.begin(), qualities.end());
            m_best = std::exchange(found[static_cast<std::size_t>(top - qualities.begin())], {});
        }
        for (std::size_t i = 0; i < m_searches; ++i)
            if (!found[i].empty() && !combine(found[i], seeds[m_searches + i]))
                return false;
        return true;
    }

    /// Moves people who are together in the best and in `other` as one, where modularity gains. False where cancelled.
    bool combine(const Groups& other, std::uint64_t seed)
    {
        Groups core = commonGroups(m_best, other);
        const std::uint32_t cores = renumber(core, core.size());
        renumber(m_best, m_best.size()); // below the number of cores
        Groups ofCore(cores);
        for (std::size_t v = 0; v < m_best.size(); ++v)
            ofCore[core[v]] = m_best[v];
        GroupGraph condensed;
        TieSums sums(m_graph.size(), m_graph.ties);
        ArcPolls polls([this](std::uint64_t arcs) { return m_meter.goOn(arcs); });
        if (m_context.cancelled() || !condense(m_graph, core, cores, sums, condensed, polls))
            return false;
        LeidenSearch search(condensed, seed, m_meter);
        if (!iterate(search, ofCore, std::max(m_iterations, 1)))
            return false;
        for (std::size_t v = 0; v < m_best.size(); ++v)
            m_best[v] = ofCore[core[v]];
        return true;
    }

    /// Iterates on people as long as it is worthwhile; `first` becomes the modularity after the first iteration. False
    /// where cancelled.
    bool improve(double& first)
    {
        LeidenSearch& search = searchBy(0, m_seeds.bits());
        for (int i = 0; i < kMostIterations; ++i) {
            const Outcome outcome = search.iterate(m_best);
            if (outcome == Outcome::cancelled)
                return false;
            const double before = std::exchange(m_quality, search.quality());
            if (i == 0)
                first = m_quality;
            if (outcome == Outcome::unchanged || (i > 0 && m_quality - before < kWorthIterating))
                break;
        }
        return true;
    }

    const GroupGraph& m_graph;
    const RunContext& m_context;
    Random m_seeds;
    std::size_t m_searches; ///< a round
    int m_iterations;       ///< of a search
    SearchMeter m_meter;
    std::vector<std::unique_ptr<LeidenSearch>> m_ofWorker;
    Groups m_best;
    double m_quality = 0.0; ///< modularity of the best
};

} // namespace

double modularity(const graph::GraphSnapshot& snapshot, std::span<const std::uint32_t> of, Weighting weighting)
{
    if (snapshot.edgeCount() == 0)
        return kUndefined;
    if (snapshot.isDirected()) {
        const auto shifted = inRange(snapshot); // both directions add up
        return modularity((shifted ? shifted->graph : snapshot).undirected(), of, weighting);
    }
    ArcPolls never;
    return *modularityOf(*groupGraph(snapshot, weighting, never), Groups(of.begin(), of.end()), never);
}

Result<Communities> communities(const graph::GraphSnapshot& snapshot, Weighting weighting, const RunContext& context,
                                std::uint64_t seed)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (snapshot.isDirected()) {
        const auto shifted = inRange(snapshot); // both directions add up
        return communities((shifted ? shifted->graph : snapshot).undirected(), weighting, context, seed);
    }
    Communities result;
    result.of.resize(snapshot.vertexCount());
    std::iota(result.of.begin(), result.of.end(), 0U);
    result.count = snapshot.vertexCount();
    if (snapshot.edgeCount() == 0)
        return result;

    ArcPolls polls([&context](std::uint64_t) { return !context.cancelled(); });
    const std::optional<GroupGraph> graph = groupGraph(snapshot, weighting, polls);
    Groups best = graph ? CommunitySearch(*graph, context, seed).run() : Groups();
    if (best.empty())
        return fail(ErrorCode::cancelled);
    result.count = renumber(best, best.size());
    result.of = std::move(best);
    const std::optional<double> modularity = modularityOf(*graph, result.of, polls);
    if (!modularity)
        return fail(ErrorCode::cancelled);
    result.modularity = *modularity;
    context.progress(1.0);
    return result;
}

} // namespace weavemap::sna
