// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "core/base/Random.h"
#include "core/base/RunContext.h"
#include "core/sna/GroupGraph.h"
#include "core/sna/Parallel.h"

namespace weavemap::sna {

/// How far searches that run side by side are, told by the thread that made it, and whether they are to stop.
class SearchMeter
{
public:
    /// `expected`: arcs that the searches of a round will look at together, as far as can be said before. `context`
    /// must outlive the meter.
    SearchMeter(const RunContext& context, double expected)
        : m_context(context), m_teller(std::this_thread::get_id()), m_expected(expected)
    {}

    /// Called after every few thousand arcs, on any thread; false where the search is to stop.
    bool goOn(std::uint64_t arcs);
    /// Tells how far the searches are, a hundredth or a while after the last time. By the teller.
    void tell();
    /// There is another round. By the teller, while no search runs.
    void nextRound();

private:
    static constexpr double kOfTheRest = 0.8; ///< a round's share of the progress that is left
    static double ofRound(double done);

    const RunContext& m_context;
    std::thread::id m_teller;
    double m_expected;
    std::atomic<std::uint64_t> m_seen{0};
    double m_from = 0.0; ///< progress at which the round began
    ProgressGate m_gate; ///< the teller's own
};

/// One seeded search for groups of high modularity by the Leiden algorithm (V. Traag, L. Waltman, N. J. van Eck 2019,
/// doi:10.1038/s41598-019-41695-z, appendix A). Owns its working memory; one thread.
class LeidenSearch
{
public:
    /// `graph` and `meter` must outlive the search.
    LeidenSearch(const GroupGraph& graph, std::uint64_t seed, SearchMeter& meter);

    /// Begins another search, in the memory of the last one.
    void reseed(std::uint64_t seed) { m_random = Random(seed); }

    /// Groups from nothing, at less than half the cost of a first iteration: every vertex is moved once where
    /// modularity gains most, and the groups become the vertices of a smaller network without being refined, until
    /// nothing merges any more. Good to begin with; groups need not be connected yet. False where cancelled.
    bool start(Groups& groups);

    enum class Outcome { improved, unchanged, cancelled };
    /// One iteration from `groups`: vertices are moved, groups refined, and their parts made the vertices of a smaller
    /// network, until nothing merges any more. Modularity never falls; each group is connected where the graph's
    /// vertices are people. Expected O(m log n).
    Outcome iterate(Groups& groups);
    /// Modularity of the groups that the last `start` or `iterate` has left.
    double quality() const { return m_quality; }

private:
    /// A part that a vertex may join, and what modularity gains by it.
    struct Choice
    {
        std::uint32_t part;
        double ties;
        double gain;
    };

    enum class Level { merged, last, cancelled };
    enum class Pace { quick, thorough };
    bool run(Groups& groups, Pace pace);
    template <Ties ties>
    Level level(const GroupGraph& graph, GroupGraph& merged, Pace pace);
    template <Ties ties>
    bool moveVertices(const GroupGraph& graph, Pace pace);
    template <Ties ties>
    bool waitUnsettled(const GroupGraph& graph, Pace pace, std::uint32_t& left);
    template <Ties ties>
    bool isSettled(const GroupGraph& graph, std::uint32_t v) const;
    template <Ties ties>
    bool refine(const GroupGraph& graph);
    template <Ties ties>
    bool startRefining(const GroupGraph& graph);
    template <Ties ties>
    const Choice* chooseMerge(const GroupGraph& graph, std::uint32_t v);
    bool isWellConnected(std::uint32_t part, double whole) const;
    void shuffleOrder(std::uint32_t n);

    const GroupGraph& m_graph;
    ArcPolls m_polls;
    Random m_random;
    TieSums m_sums;
    double m_perTotal = 0.0;  ///< 1 / strength of the whole network
    double m_tolerance = 0.0; ///< a gain below it is a rounding error
    double m_warmth = 0.0;    ///< how freely the refinement picks among gains
    bool m_moved = false;
    double m_quality = 0.0;

    std::vector<GroupGraph> m_levels; ///< kept for their memory
    Groups m_of, m_part, m_parent, m_place;
    std::vector<std::uint32_t> m_order, m_size, m_free;
    std::vector<std::uint8_t> m_waiting;
    std::vector<double> m_groupStrength, m_partStrength, m_cut;
    std::vector<Choice> m_choices;
};

} // namespace weavemap::sna
