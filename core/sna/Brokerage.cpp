// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Brokerage.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/sna/Figures.h"
#include "core/sna/Parallel.h"
#include "core/sna/WeightRange.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kChunks = 64;
constexpr std::uint32_t kPollEvery = 64;

/// a_ij + a_ji as an undirected graph. (An undirected graph would double every weight, which changes no ratio.)
graph::GraphSnapshot symmetric(const graph::GraphSnapshot& snapshot, Weighting weighting)
{
    if (weighting == Weighting::weighted)
        if (const auto shifted = inRange(snapshot))
            return symmetric(shifted->graph, weighting);
    std::vector<graph::Edge> ties = snapshot.edges();
    if (weighting == Weighting::counted)
        for (graph::Edge& tie : ties)
            tie.weight = 1.0;
    return graph::GraphSnapshot(graph::GraphSnapshot::Direction::undirected, snapshot.vertexCount(), ties);
}

/// Sets value[v] = of(v, scratch) for every vertex; `scratch` is a list of zeros by vertex that `of` leaves as it was.
template <class Of>
Result<std::vector<double>> forEachVertex(std::uint32_t n, const RunContext& context, const Of& of)
{
    std::vector<double> values(n, kUndefined);
    const std::size_t chunks = std::min<std::size_t>(n, kChunks);
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk) {
        std::vector<double> scratch(n, 0.0);
        const auto end = static_cast<std::uint32_t>(n * (chunk + 1) / chunks);
        for (auto v = static_cast<std::uint32_t>(n * chunk / chunks); v < end; ++v) {
            if (v % kPollEvery == 0 && context.cancelled())
                return false;
            values[v] = of(v, scratch);
        }
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);
    return values;
}

std::vector<double> totals(const graph::GraphSnapshot& ties)
{
    std::vector<double> result(ties.vertexCount(), 0.0);
    for (std::uint32_t v = 0; v < ties.vertexCount(); ++v)
        for (const double weight : ties.weights(v))
            result[v] += weight;
    return result;
}

} // namespace

Result<std::vector<double>> constraint(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                       const RunContext& context)
{
    const graph::GraphSnapshot ties = symmetric(snapshot, weighting);
    const std::vector<double> total = totals(ties);
    return forEachVertex(ties.vertexCount(), context, [&](std::uint32_t i, std::vector<double>& invested) {
        const auto contacts = ties.neighbours(i);
        const auto weights = ties.weights(i);
        if (contacts.empty())
            return kUndefined;
        // invested[j]: the share of i's ties that goes to j, directly and through each other contact of both.
        // What reaches vertices that are no contacts of i is dropped.
        for (std::size_t k = 0; k < contacts.size(); ++k)
            invested[contacts[k]] = weights[k] / total[i];
        double sum = 0.0;
        for (std::size_t k = 0; k < contacts.size(); ++k) {
            const std::uint32_t j = contacts[k];
            const auto others = ties.neighbours(j);
            const auto otherWeights = ties.weights(j);
            double share = weights[k] / total[i];
            for (std::size_t l = 0; l < others.size(); ++l) // p_qj = a_qj / total of q, for the shared contacts q
                share += invested[others[l]] * otherWeights[l] / total[others[l]];
            sum += share * share;
        }
        for (const std::uint32_t j : contacts)
            invested[j] = 0.0;
        return sum;
    });
}

Result<std::vector<double>> burtEffectiveSize(const graph::GraphSnapshot& snapshot, Weighting weighting,
                                              const RunContext& context)
{
    const graph::GraphSnapshot ties = symmetric(snapshot, weighting);
    const std::vector<double> total = totals(ties);
    return forEachVertex(ties.vertexCount(), context, [&](std::uint32_t i, std::vector<double>& invested) {
        const auto contacts = ties.neighbours(i);
        const auto weights = ties.weights(i);
        if (contacts.empty() || snapshot.degree(i) == 0)
            return kUndefined;
        for (std::size_t k = 0; k < contacts.size(); ++k)
            invested[contacts[k]] = weights[k] / total[i];
        double sum = 0.0;
        for (const std::uint32_t j : contacts) {
            const auto others = ties.neighbours(j);
            const auto otherWeights = ties.weights(j);
            const double strongest = *std::max_element(otherWeights.begin(), otherWeights.end());
            double redundant = 0.0;
            for (std::size_t l = 0; l < others.size(); ++l)
                redundant += invested[others[l]] * otherWeights[l] / strongest;
            sum += 1.0 - redundant;
        }
        for (const std::uint32_t j : contacts)
            invested[j] = 0.0;
        return sum;
    });
}

std::vector<double> effectiveSize(const graph::GraphSnapshot& snapshot, const std::vector<std::uint64_t>& triangles)
{
    std::vector<double> result(snapshot.vertexCount(), kUndefined);
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        const double degree = snapshot.degree(v);
        if (degree > 0)
            result[v] = degree - 2.0 * static_cast<double>(triangles[v]) / degree;
    }
    return result;
}

std::vector<double> efficiency(const graph::GraphSnapshot& snapshot, const std::vector<double>& effectiveSize)
{
    std::vector<double> result(snapshot.vertexCount(), kUndefined);
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        if (snapshot.degree(v) > 0)
            result[v] = effectiveSize[v] / snapshot.degree(v);
    return result;
}

} // namespace weavemap::sna
