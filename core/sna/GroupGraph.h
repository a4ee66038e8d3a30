// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/graph/GraphSnapshot.h"
#include "core/sna/Registry.h"

/// What the search for communities (core/sna/Communities.h) works on.
namespace weavemap::sna {

/// The group of each vertex: any labels below the number of vertices.
using Groups = std::vector<std::uint32_t>;

/// What the ties of a network count: one each; whole numbers, of ties that became one; or weights.
enum class Ties { ones, counts, weights };

/// Sums of whole numbers stay whole: they are exact, and quicker to add up.
template <Ties ties>
using TieSum = std::conditional_t<ties == Ties::weights, double, std::uint32_t>;

/// An undirected network whose vertices are people, or groups of people that are moved as one. Ties inside a vertex
/// count in its strength only. Precondition: fewer than 2^32 arcs.
struct GroupGraph
{
    Ties ties = Ties::ones;
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> targets;
    std::vector<std::uint32_t> counts; ///< beside `targets` where ties are counts; otherwise empty
    /// Beside `targets` where ties are weights, above zero; otherwise empty. In a unit in which the heaviest tie of the
    /// network is about 1.
    std::vector<double> weights;
    std::vector<double> strength; ///< of each vertex: sum of its ties, those inside it twice

    std::uint32_t size() const { return static_cast<std::uint32_t>(strength.size()); }
    std::span<const std::uint32_t> row(std::uint32_t v) const
    {
        return {targets.data() + offsets[v], offsets[v + 1] - offsets[v]};
    }
    /// What the arc at a place of `targets` counts. Precondition: `kind` is `ties`.
    template <Ties kind>
    TieSum<kind> tie(std::uint32_t place) const
    {
        if constexpr (kind == Ties::weights)
            return weights[place];
        else if constexpr (kind == Ties::counts)
            return counts[place];
        else
            return 1;
    }
};

/// Calls work(std::integral_constant<Ties, ties>()): code for the kind of ties at hand.
template <class Work>
auto withTies(Ties ties, const Work& work)
{
    switch (ties) {
    case Ties::counts:
        return work(std::integral_constant<Ties, Ties::counts>());
    case Ties::weights:
        return work(std::integral_constant<Ties, Ties::weights>());
    default:
        return work(std::integral_constant<Ties, Ties::ones>());
    }
}

/// Asks now and then, as arcs are looked at, whether to go on.
class ArcPolls
{
public:
    /// `goOn` is called with the number of arcs since the last time, and returns false where the work is to stop; none:
    /// it never is.
    explicit ArcPolls(std::function<bool(std::uint64_t)> goOn = {}) : m_goOn(std::move(goOn)) {}
    bool seen(std::size_t arcs)
    {
        m_unreported += arcs + 1;
        return m_unreported < kEvery || !m_goOn || m_goOn(std::exchange(m_unreported, 0));
    }

private:
    static constexpr std::uint64_t kEvery = 16'384; ///< well below a millisecond

    std::function<bool(std::uint64_t)> m_goOn;
    std::uint64_t m_unreported = 0;
};

/// Each person by itself; absent where stopped. `snapshot` undirected. O(n + m).
std::optional<GroupGraph> groupGraph(const graph::GraphSnapshot& snapshot, Weighting weighting, ArcPolls& polls);

/// Sums of the ties of a vertex by the label of their other end.
class TieSums
{
public:
    /// For labels below `labels`, of networks whose ties are weights or are not.
    TieSums(std::uint32_t labels, Ties ties)
        : m_weights(ties == Ties::weights ? labels : 0, 0.0), m_counts(ties == Ties::weights ? 0 : labels, 0),
          m_met(std::size_t{labels} + 1)
    {}

    /// Adds the ties of v.
    template <Ties ties, class Label>
    void add(const GroupGraph& graph, std::uint32_t v, const Label& labelOf)
    {
        using Sum = TieSum<ties>;
        const std::uint32_t* const targets = graph.targets.data();
        Sum* const sums = all<ties>();
        std::uint32_t* met = m_met.data() + m_count;
        const std::uint32_t end = graph.offsets[v + 1];
        for (std::uint32_t i = graph.offsets[v]; i < end; ++i) {
            const std::uint32_t label = labelOf(targets[i]);
            const Sum sum = sums[label];
            *met = label; // stays where this is the first tie to its label
            met += sum > Sum() ? 0 : 1;
            sums[label] = sum + graph.tie<ties>(i);
        }
        m_count = static_cast<std::size_t>(met - m_met.data());
    }
    template <Ties ties>
    TieSum<ties> sum(std::uint32_t label) const
    {
        if constexpr (ties == Ties::weights)
            return m_weights[label];
        else
            return m_counts[label];
    }
    /// Labels with ties, in the order in which they were met.
    std::span<const std::uint32_t> met() const { return {m_met.data(), m_count}; }
    /// Calls take(label, sum) for each label with ties, in the order in which they were met, and forgets all sums.
    template <Ties ties, class Take>
    void drain(const Take& take)
    {
        TieSum<ties>* const sums = all<ties>();
        for (const std::uint32_t label : met())
            take(label, std::exchange(sums[label], TieSum<ties>()));
        m_count = 0;
    }

private:
    template <Ties ties>
    TieSum<ties>* all()
    {
        if constexpr (ties == Ties::weights)
            return m_weights.data();
        else
            return m_counts.data();
    }

    std::vector<double> m_weights;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_met;
    std::size_t m_count = 0;
};

/// Numbers groups from 0 in the order in which their first vertex appears; returns how many there are. Precondition:
/// labels are below `labels`. O(n).
std::uint32_t renumber(Groups& groups, std::size_t labels);

/// Groups of vertices that are together in both. O(n).
Groups commonGroups(const Groups& a, const Groups& b);

/// Cuts every group into its connected pieces, numbered by first appearance. False where stopped. O(n + m).
bool splitIntoPieces(const GroupGraph& graph, Groups& groups, ArcPolls& polls);

/// Makes of `graph` the network whose vertices are its groups, numbered from 0 to `count` - 1. False where stopped;
/// then `sums` are of no more use. O(n + m).
bool condense(const GroupGraph& graph, const Groups& groups, std::uint32_t count, TieSums& sums, GroupGraph& condensed,
              ArcPolls& polls);

/// Newman's modularity, as core/sna/Communities.h defines it; absent where stopped. Precondition: `graph` has ties.
/// O(n + m).
std::optional<double> modularityOf(const GroupGraph& graph, const Groups& groups, ArcPolls& polls);

} // namespace weavemap::sna
