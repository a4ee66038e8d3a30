// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/GroupGraph.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "core/sna/WeightRange.h"

namespace weavemap::sna {

namespace {

constexpr double kLeastWeight = 0x1p-500; ///< of the heaviest tie; its square is a number yet
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

template <Ties ties>
auto& sumsOf(GroupGraph& condensed)
{
    if constexpr (ties == Ties::weights)
        return condensed.weights;
    else
        return condensed.counts;
}

template <Ties ties>
bool condenseTies(const GroupGraph& graph, const Groups& groups, std::uint32_t count, TieSums& sums,
                  GroupGraph& condensed, ArcPolls& polls)
{
    const ByGroup sorted = byGroup(groups, count);
    std::vector<std::uint32_t>& targets = condensed.targets;
    auto& merged = sumsOf<ties>(condensed);
    const std::uint32_t* const groupOf = groups.data();
    std::uint32_t place = 0;
    for (std::uint32_t group = 0; group < count; ++group) {
        for (; place < sorted.ends[group]; ++place) {
            const std::uint32_t v = sorted.vertices[place];
            if (!polls.seen(graph.row(v).size()))
                return false;
            condensed.strength[group] += graph.strength[v];
            sums.add<ties>(graph, v, [groupOf](std::uint32_t w) { return groupOf[w]; });
        }
        std::size_t end = targets.size();
        targets.resize(end + sums.met().size());
        merged.resize(targets.size());
        sums.drain<ties>([&](std::uint32_t other, TieSum<ties> sum) {
            targets[end] = other; // stays unless inside
            merged[end] = sum;
            end += other == group ? 0 : 1;
        });
        targets.resize(end);
        merged.resize(end);
        condensed.offsets.push_back(static_cast<std::uint32_t>(end));
    }
    return true;
}

} // namespace

std::optional<GroupGraph> groupGraph(const graph::GraphSnapshot& snapshot, Weighting weighting, ArcPolls& polls)
{
    GroupGraph graph;
    graph.ties = weighting == Weighting::weighted ? Ties::weights : Ties::ones;
    graph.offsets.resize(snapshot.offsets().size());
    std::transform(snapshot.offsets().begin(), snapshot.offsets().end(), graph.offsets.begin(),
                   [](std::size_t offset) { return static_cast<std::uint32_t>(offset); });
    graph.targets.assign(snapshot.targets().begin(), snapshot.targets().end());
    graph.strength.resize(snapshot.vertexCount());
    double most = 0.0;
    if (weighting == Weighting::weighted) {
        graph.weights.reserve(graph.targets.size());
        for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
            if (!polls.seen(snapshot.degree(v)))
                return std::nullopt;
            for (const double weight : snapshot.weights(v))
                most = std::max(most, weight);
        }
    }
    const WeightShift inUnit(-exponentOf(most));
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        if (!polls.seen(snapshot.degree(v)))
            return std::nullopt;
        if (weighting == Weighting::counted) {
            graph.strength[v] = snapshot.degree(v);
            continue;
        }
        for (const double weight : snapshot.weights(v)) {
            graph.weights.push_back(std::max(inUnit(weight), kLeastWeight));
            graph.strength[v] += graph.weights.back();
        }
    }
    return graph;
}

std::uint32_t renumber(Groups& groups, std::size_t labels)
{
    std::vector<std::uint32_t> number(labels, kNone);
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

bool splitIntoPieces(const GroupGraph& graph, Groups& groups, ArcPolls& polls)
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
            if (!polls.seen(graph.row(v).size()))
                return false;
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
    return true;
}

bool condense(const GroupGraph& graph, const Groups& groups, std::uint32_t count, TieSums& sums, GroupGraph& condensed,
              ArcPolls& polls)
{
    condensed.ties = graph.ties == Ties::weights ? Ties::weights : Ties::counts;
    condensed.offsets.assign(1, 0);
    condensed.targets.clear();
    condensed.counts.clear();
    condensed.weights.clear();
    condensed.strength.assign(count, 0.0);
    return withTies(graph.ties, [&](auto ties) {
        return condenseTies<decltype(ties)::value>(graph, groups, count, sums, condensed, polls);
    });
}

std::optional<double> modularityOf(const GroupGraph& graph, const Groups& groups, ArcPolls& polls)
{
    std::vector<double> inside(groups.size(), 0.0), strength(groups.size(), 0.0);
    double total = 0.0;
    const bool isDone = withTies(graph.ties, [&](auto kind) {
        constexpr Ties ties = decltype(kind)::value;
        for (std::uint32_t v = 0; v < groups.size(); ++v) {
            const std::uint32_t group = groups[v];
            if (!polls.seen(graph.row(v).size()))
                return false;
            TieSum<ties> outside{};
            for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i)
                outside += groups[graph.targets[i]] != group ? graph.tie<ties>(i) : TieSum<ties>();
            inside[group] += graph.strength[v] - outside;
            strength[group] += graph.strength[v];
            total += graph.strength[v];
        }
        return true;
    });
    if (!isDone)
        return std::nullopt;
    double sum = 0.0;
    for (std::size_t c = 0; c < groups.size(); ++c)
        sum += inside[c] / total - (strength[c] / total) * (strength[c] / total);
    return sum;
}

} // namespace weavemap::sna
