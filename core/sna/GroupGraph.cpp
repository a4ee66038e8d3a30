// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/GroupGraph.h"

#include <limits>
#include <numeric>
#include <utility>

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Vertices group by group, in ascending order within each; `ends[c]` is where group c ends.
struct ByGroup
{
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint32_t> ends;
};

ByGroup byGroup(const Groups& groups, std::uint32_t count)
{
    ByGroup sorted;
    sorted.ends.assign(std::size_t{count} + 1, 0);
    for (const std::uint32_t group : groups)
        ++sorted.ends[group + std::size_t{1}];
    std::partial_sum(sorted.ends.begin(), sorted.ends.end(), sorted.ends.begin());
    sorted.vertices.resize(groups.size());
    for (std::uint32_t v = 0; v < groups.size(); ++v)
        sorted.vertices[sorted.ends[groups[v]]++] = v;
    return sorted;
}

template <bool weighted>
void condenseTies(const GroupGraph& graph, const Groups& groups, std::uint32_t count, TieSums& sums,
                  GroupGraph& condensed)
{
    const ByGroup sorted = byGroup(groups, count);
    std::uint32_t place = 0;
    for (std::uint32_t group = 0; group < count; ++group) {
        for (; place < sorted.ends[group]; ++place) {
            const std::uint32_t v = sorted.vertices[place];
            condensed.strength[group] += graph.strength[v];
            sums.add<weighted>(graph, v, [&groups](std::uint32_t w) { return groups[w]; });
        }
        sums.drain([&](std::uint32_t other, double weight) {
            if (other == group)
                return;
            condensed.targets.push_back(other);
            condensed.weights.push_back(weight);
        });
        condensed.offsets.push_back(static_cast<std::uint32_t>(condensed.targets.size()));
    }
}

} // namespace

GroupGraph groupGraph(const graph::GraphSnapshot& snapshot, Weighting weighting)
{
    GroupGraph graph;
    graph.offsets.clear();
    for (const std::size_t offset : snapshot.offsets())
        graph.offsets.push_back(static_cast<std::uint32_t>(offset));
    graph.targets.assign(snapshot.targets().begin(), snapshot.targets().end());
    graph.strength.resize(snapshot.vertexCount());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        if (weighting == Weighting::counted) {
            graph.strength[v] = snapshot.degree(v);
            continue;
        }
        const std::span<const double> weights = snapshot.weights(v);
        graph.weights.insert(graph.weights.end(), weights.begin(), weights.end());
        graph.strength[v] = std::accumulate(weights.begin(), weights.end(), 0.0);
    }
    return graph;
}

std::uint32_t renumber(Groups& groups)
{
    std::vector<std::uint32_t> number(groups.size(), kNone);
    std::uint32_t next = 0;
    for (std::uint32_t& group : groups) {
        if (number[group] == kNone)
            number[group] = next++;
        group = number[group];
    }
    return next;
}

Groups commonGroups(const Groups& a, const Groups& b)
{
    const auto n = static_cast<std::uint32_t>(a.size());
    const ByGroup sorted = byGroup(a, n);
    // Within a group of a, the first vertex of each group of b gives the number.
    std::vector<std::uint32_t> lastSeenIn(n, kNone), number(n, 0);
    Groups common(n);
    std::uint32_t next = 0;
    for (const std::uint32_t v : sorted.vertices) {
        if (lastSeenIn[b[v]] != a[v]) {
            lastSeenIn[b[v]] = a[v];
            number[b[v]] = next++;
        }
        common[v] = number[b[v]];
    }
    return common;
}

std::uint32_t splitIntoPieces(const GroupGraph& graph, Groups& groups)
{
    Groups piece(groups.size(), kNone);
    std::vector<std::uint32_t> found;
    std::uint32_t pieces = 0;
    for (std::uint32_t root = 0; root < groups.size(); ++root) {
        if (piece[root] != kNone)
            continue;
        piece[root] = pieces;
        found.assign(1, root);
        while (!found.empty()) {
            const std::uint32_t v = found.back();
            found.pop_back();
            for (const std::uint32_t w : graph.row(v)) {
                if (piece[w] == kNone && groups[w] == groups[v]) {
                    piece[w] = pieces;
                    found.push_back(w);
                }
            }
        }
        ++pieces;
    }
    groups = std::move(piece);
    return pieces;
}

void condense(const GroupGraph& graph, const Groups& groups, std::uint32_t count, TieSums& sums, GroupGraph& condensed)
{
    condensed.offsets.assign(1, 0);
    condensed.targets.clear();
    condensed.weights.clear();
    condensed.strength.assign(count, 0.0);
    if (graph.weights.empty())
        condenseTies<false>(graph, groups, count, sums, condensed);
    else
        condenseTies<true>(graph, groups, count, sums, condensed);
}

double modularityOf(const GroupGraph& graph, const Groups& groups)
{
    std::vector<double> inside(groups.size(), 0.0), strength(groups.size(), 0.0);
    double total = 0.0;
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        const std::uint32_t group = groups[v];
        std::uint32_t across = 0;
        double outside = 0.0;
        for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
            const bool isAcross = groups[graph.targets[i]] != group;
            across += isAcross ? 1 : 0;
            if (!graph.weights.empty())
                outside += isAcross ? graph.weights[i] : 0.0;
        }
        if (graph.weights.empty())
            outside = across;
        inside[group] += graph.strength[v] - outside;
        strength[group] += graph.strength[v];
        total += graph.strength[v];
    }
    double sum = 0.0;
    for (std::size_t c = 0; c < groups.size(); ++c)
        sum += inside[c] / total - (strength[c] / total) * (strength[c] / total);
    return sum;
}

} // namespace weavemap::sna
