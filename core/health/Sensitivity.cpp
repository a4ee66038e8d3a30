// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/Sensitivity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "core/base/Random.h"

namespace weavemap::health {

namespace {

using graph::Edge;
using graph::GraphSnapshot;

enum class Shake { takeOut, putIn };

/// So many of `count` as the share says, at least one of any.
std::size_t portion(std::size_t count, double share)
{
    const auto part = static_cast<std::size_t>(std::llround(share * static_cast<double>(count)));
    return count == 0 ? 0 : std::clamp<std::size_t>(part, 1, count);
}

void takeOut(std::vector<Edge>& edges, std::size_t count, Random& random)
{
    for (; count > 0; --count) {
        std::swap(edges[random.below(edges.size())], edges.back());
        edges.pop_back();
    }
}

/// New pairs among `among` that `graph` does not tie. Gives up where the network is nearly full.
void putIn(std::vector<Edge>& edges, std::size_t count, const GraphSnapshot& graph,
           const std::vector<std::uint32_t>& among, Random& random)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> drawn;
    for (std::size_t tries = 100 * count + 100; count > 0 && tries > 0 && among.size() > 1; --tries) {
        std::uint32_t a = among[random.below(among.size())], b = among[random.below(among.size())];
        if (!graph.isDirected() && b < a)
            std::swap(a, b);
        if (a == b || graph.hasEdge(a, b) || !drawn.emplace(a, b).second)
            continue;
        edges.push_back({a, b});
        --count;
    }
}

/// The ties of `graph` between people of `among`, shaken; the others stay.
GraphSnapshot shaken(const GraphSnapshot& graph, const std::vector<std::uint32_t>& among, Shake shake, double share,
                     Random& random)
{
    std::vector<std::uint8_t> isAmong(graph.vertexCount(), 0);
    for (const std::uint32_t v : among)
        isAmong[v] = 1;
    std::vector<Edge> loose, fixed;
    for (const Edge& edge : graph.edges())
        (isAmong[edge.source] != 0 && isAmong[edge.target] != 0 ? loose : fixed).push_back(edge);
    const std::size_t count = portion(loose.size(), share);
    if (shake == Shake::takeOut)
        takeOut(loose, count, random);
    else
        putIn(loose, count, graph, among, random);
    loose.insert(loose.end(), fixed.begin(), fixed.end());
    const auto direction =
        graph.isDirected() ? GraphSnapshot::Direction::directed : GraphSnapshot::Direction::undirected;
    return GraphSnapshot(direction, graph.vertexCount(), loose);
}

NewTies shaken(const NewTies& ties, Shake shake, double share, Random& random)
{
    NewTies result = ties;
    for (std::size_t count = portion(ties.byMembers + ties.byStaff, share); count > 0; --count) {
        if (shake == Shake::putIn)
            ++(random.chance(0.5) ? result.byMembers : result.byStaff);
        else
            --(random.below(result.byMembers + result.byStaff) < result.byMembers ? result.byMembers : result.byStaff);
    }
    return result;
}

std::vector<std::uint32_t> peopleWhere(std::uint32_t count, const auto& holds)
{
    std::vector<std::uint32_t> people;
    for (std::uint32_t v = 0; v < count; ++v)
        if (holds(v))
            people.push_back(v);
    return people;
}

/// The staff's network with its members tied as `members` are.
sna::StaffNetwork staffedWith(const sna::StaffNetwork& staffed, const GraphSnapshot& members)
{
    const GraphSnapshot all = staffed.snapshot.undirected();
    const std::vector<std::uint32_t> place =
        peopleWhere(all.vertexCount(), [&](std::uint32_t v) { return staffed.isStaff[v] == 0; });
    std::vector<Edge> edges;
    for (const Edge& edge : all.edges())
        if (staffed.isStaff[edge.source] != 0 || staffed.isStaff[edge.target] != 0)
            edges.push_back(edge);
    for (const Edge& edge : members.edges())
        edges.push_back({place[edge.source], place[edge.target], edge.weight});
    return {GraphSnapshot(GraphSnapshot::Direction::undirected, all.vertexCount(), edges), staffed.isStaff};
}

/// The figures of `input` shaken once.
Result<Connectivity> shakenFigures(const ConnectivityInput& input, const GraphSnapshot& members, Shake shake,
                                   const SensitivityOptions& options, std::uint64_t seed, const RunContext& context)
{
    Random random(seed);
    const std::uint32_t n = members.vertexCount();
    const auto everybody = peopleWhere(n, [](std::uint32_t) { return true; });
    const GraphSnapshot moved = shaken(members, everybody, shake, options.share, random);
    ConnectivityInput there{moved};
    there.heard = input.heard;
    there.answered = input.answered;
    there.groups = input.groups;

    GraphSnapshot arcs;
    if (input.arcs != nullptr) {
        const auto whoAnswered =
            peopleWhere(n, [&](std::uint32_t v) { return input.answered.empty() || input.answered[v] != 0; });
        arcs = shaken(*input.arcs, whoAnswered, shake, options.share, random);
        there.arcs = &arcs;
    }
    sna::StaffNetwork staffed;
    if (input.withStaff != nullptr) {
        staffed = staffedWith(*input.withStaff, moved);
        there.withStaff = &staffed;
    }
    if (input.newTies)
        there.newTies = shaken(*input.newTies, shake, options.share, random);
    return connectivity(there, options.wanted, context);
}

void widen(std::optional<double>& largest, const HealthFigure& itself, const HealthFigure& moved)
{
    if (itself.value && moved.value)
        largest = std::max(largest.value_or(0.0), std::abs(*moved.value - *itself.value));
}

} // namespace

Result<Sensitivity> sensitivity(const ConnectivityInput& input, const Connectivity& of,
                                const SensitivityOptions& options, const RunContext& context)
{
    if (!(options.share >= 0.0 && options.share <= 1.0))
        return fail(ErrorCode::invalidArgument, {"share", std::to_string(options.share)});
    const GraphSnapshot members = input.members.undirected();
    Sensitivity result;
    result.mixing.resize(of.mixing.size());
    const RunContext quiet = context.withProgress({});
    std::uint64_t seed = options.seed;
    for (std::uint32_t run = 0; run < 2 * options.runs; ++run) {
        const Shake shake = run % 2 == 0 ? Shake::takeOut : Shake::putIn;
        WEAVEMAP_ASSIGN(const Connectivity moved,
                        shakenFigures(input, members, shake, options, splitMix64(seed), quiet));
        for (std::size_t i = 0; i < kTieFigures; ++i)
            if (options.wanted.test(i))
                widen(result.figures[i], of.figures[i], moved.figures[i]);
        for (std::size_t i = 0; i < of.mixing.size(); ++i)
            widen(result.mixing[i], of.mixing[i].difference, moved.mixing[i].difference);
        context.progress((run + 1.0) / (2.0 * options.runs));
    }
    return result;
}

bool isChangeSaid(const std::optional<double>& before, const std::optional<double>& after,
                  const std::optional<double>& sensitivityBefore, const std::optional<double>& sensitivityAfter)
{
    if (!before || !after || (!sensitivityBefore && !sensitivityAfter))
        return false;
    const double least = std::max(sensitivityBefore.value_or(0.0), sensitivityAfter.value_or(0.0));
    return std::abs(*after - *before) > least;
}

} // namespace weavemap::health
