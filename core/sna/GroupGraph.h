// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/graph/GraphSnapshot.h"
#include "core/sna/Registry.h"

/// What the search for communities (core/sna/Communities.h) works on.
namespace weavemap::sna {

/// The group of each vertex: any labels below the number of vertices.
using Groups = std::vector<std::uint32_t>;

/// An undirected network whose vertices are people, or groups of people that are moved as one. Ties inside a vertex
/// count in its strength only. Precondition: fewer than 2^32 arcs.
struct GroupGraph
{
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> targets;
    std::vector<double> weights;  ///< beside `targets`, above zero; empty where every tie counts one
    std::vector<double> strength; ///< of each vertex: sum of its weights, those of ties inside it twice

    std::uint32_t size() const { return static_cast<std::uint32_t>(strength.size()); }
    std::span<const std::uint32_t> row(std::uint32_t v) const
    {
        return {targets.data() + offsets[v], offsets[v + 1] - offsets[v]};
    }
};

/// Each person by itself. `snapshot` undirected. O(n + m).
GroupGraph groupGraph(const graph::GraphSnapshot& snapshot, Weighting weighting);

/// Sums of the ties of a vertex by the label of their other end.
class TieSums
{
public:
    /// For labels below `labels`.
    explicit TieSums(std::uint32_t labels) : m_sums(labels, 0.0), m_met(std::size_t{labels} + 1) {}

    /// Adds the ties of v.
    template <bool weighted, class Label>
    void add(const GroupGraph& graph, std::uint32_t v, const Label& labelOf)
    {
        const std::uint32_t* const targets = graph.targets.data();
        double* const sums = m_sums.data();
        std::uint32_t* met = m_met.data() + m_count;
        const std::uint32_t end = graph.offsets[v + 1];
        for (std::uint32_t i = graph.offsets[v]; i < end; ++i) {
            const std::uint32_t label = labelOf(targets[i]);
            const double sum = sums[label];
            *met = label; // stays where this is the first tie to its label
            met += sum > 0.0 ? 0 : 1;
            if constexpr (weighted)
                sums[label] = sum + graph.weights[i];
            else
                sums[label] = sum + 1.0;
        }
        m_count = static_cast<std::size_t>(met - m_met.data());
    }
    double operator[](std::uint32_t label) const { return m_sums[label]; }
    /// Labels with ties, in the order in which they were met.
    std::span<const std::uint32_t> met() const { return {m_met.data(), m_count}; }
    /// Calls take(label, sum) for each label with ties, in the order in which they were met, and forgets all sums.
    template <class Take>
    void drain(const Take& take)
    {
        for (const std::uint32_t label : met())
            take(label, std::exchange(m_sums[label], 0.0));
        m_count = 0;
    }

private:
    std::vector<double> m_sums;
    std::vector<std::uint32_t> m_met;
    std::size_t m_count = 0;
};

/// Numbers groups from 0 in the order in which their first vertex appears; returns how many there are. O(n).
std::uint32_t renumber(Groups& groups);

/// Groups of vertices that are together in both. O(n).
Groups commonGroups(const Groups& a, const Groups& b);

/// Cuts every group into its connected pieces, numbered by first appearance; returns how many there are. O(n + m).
std::uint32_t splitIntoPieces(const GroupGraph& graph, Groups& groups);

/// Makes of `graph` the network whose vertices are its groups, numbered from 0 to `count` - 1. O(n + m).
void condense(const GroupGraph& graph, const Groups& groups, std::uint32_t count, TieSums& sums, GroupGraph& condensed);

/// Newman's modularity, as core/sna/Communities.h defines it. Precondition: `graph` has ties. O(n + m).
double modularityOf(const GroupGraph& graph, const Groups& groups);

} // namespace weavemap::sna
