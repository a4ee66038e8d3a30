// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/WorkGraph.h"

#include <algorithm>
#include <numeric>

#include "core/base/Random.h"

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr float kNothingInCommon = 0.3F; ///< weight of a tie between strangers' circles against 1 + this

std::vector<std::uint32_t> shuffled(std::uint32_t n, std::uint64_t seed)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    Random random(seed);
    for (std::uint32_t i = n; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

std::vector<std::uint32_t> matching(const WorkGraph& graph, std::uint64_t seed)
{
    const std::uint32_t n = graph.size();
    std::vector<std::uint32_t> mate(n, kNone);
    const std::vector<std::uint32_t> order = shuffled(n, seed);
    for (const std::uint32_t v : order) {
        if (mate[v] != kNone)
            continue;
        std::uint32_t best = kNone;
        float bestScore = -1.0F;
        for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
            const std::uint32_t u = graph.targets[k];
            if (mate[u] != kNone || u == v)
                continue;
            const float score = graph.weights[k] / (graph.mass[u] * static_cast<float>(graph.degree(u)));
            if (score > bestScore) {
                bestScore = score;
                best = u;
            }
        }
        if (best != kNone) {
            mate[v] = best;
            mate[best] = v;
        }
    }
    // The leaves of a hub have no free neighbour left: pair them with each other, or a star would never shrink.
    std::vector<std::uint32_t> waiting(n, kNone);
    for (const std::uint32_t v : order) {
        if (mate[v] != kNone || graph.degree(v) == 0)
            continue;
        const std::uint32_t hub = graph.neighbours(v)[0];
        if (waiting[hub] == kNone) {
            waiting[hub] = v;
        } else {
            mate[v] = waiting[hub];
            mate[waiting[hub]] = v;
            waiting[hub] = kNone;
        }
    }
    return mate;
}

} // namespace

std::vector<std::vector<std::uint32_t>> piecesOf(const graph::GraphSnapshot& graph)
{
    const std::uint32_t n = graph.vertexCount();
    std::vector<std::uint32_t> piece(n, kNone);
    std::vector<std::vector<std::uint32_t>> pieces;
    std::vector<std::uint32_t> queue;
    for (std::uint32_t start = 0; start < n; ++start) {
        if (piece[start] != kNone)
            continue;
        const auto number = static_cast<std::uint32_t>(pieces.size());
        queue.assign(1, start);
        piece[start] = number;
        for (std::size_t head = 0; head < queue.size(); ++head) {
            for (const std::uint32_t u : graph.neighbours(queue[head])) {
                if (piece[u] == kNone) {
                    piece[u] = number;
                    queue.push_back(u);
                }
            }
        }
        std::sort(queue.begin(), queue.end());
        pieces.push_back(queue);
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return pieces;
}

WorkGraph inducedGraph(const graph::GraphSnapshot& graph, std::span<const std::uint32_t> vertices)
{
    std::vector<std::uint32_t> index(graph.vertexCount(), kNone);
    for (std::size_t i = 0; i < vertices.size(); ++i)
        index[vertices[i]] = static_cast<std::uint32_t>(i);
    WorkGraph result;
    result.offsets.reserve(vertices.size() + 1);
    for (const std::uint32_t v : vertices) {
        for (const std::uint32_t u : graph.neighbours(v)) {
            if (index[u] != kNone)
                result.targets.push_back(index[u]);
        }
        result.offsets.push_back(static_cast<std::uint32_t>(result.targets.size()));
    }
    result.weights.assign(result.targets.size(), 1.0F);
    result.mass.assign(vertices.size(), 1.0F);
    return result;
}

void weighByCommonContacts(WorkGraph& graph)
{
    if (graph.targets.empty())
        return;
    const std::uint32_t n = graph.size();
    std::vector<char> isContact(n, 0);
    double sum = 0.0;
    for (std::uint32_t v = 0; v < n; ++v) {
        for (const std::uint32_t u : graph.neighbours(v))
            isContact[u] = 1;
        for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
            const std::uint32_t u = graph.targets[k];
            // Each edge once, from the end with more contacts: the list that is walked is the shorter one.
            if (graph.degree(u) > graph.degree(v) || (graph.degree(u) == graph.degree(v) && u > v))
                continue;
            float share = 1.0F;
            if (graph.degree(u) > 1) {
                std::uint32_t common = 0;
                for (const std::uint32_t w : graph.neighbours(u))
                    common += isContact[w] ? 1U : 0U;
                share = static_cast<float>(common) / static_cast<float>(graph.degree(u));
            }
            const auto row = graph.neighbours(u);
            const auto back = static_cast<std::size_t>(std::lower_bound(row.begin(), row.end(), v) - row.begin());
            graph.weights[k] = kNothingInCommon + share;
            graph.weights[graph.offsets[u] + back] = graph.weights[k];
            sum += 2.0 * static_cast<double>(graph.weights[k]);
        }
        for (const std::uint32_t u : graph.neighbours(v))
            isContact[u] = 0;
    }
    const auto scale = static_cast<float>(static_cast<double>(graph.targets.size()) / sum);
    for (float& weight : graph.weights)
        weight *= scale;
}

Coarser coarsen(const WorkGraph& graph, std::uint64_t seed)
{
    const std::uint32_t n = graph.size();
    const std::vector<std::uint32_t> mate = matching(graph, seed);
    Coarser result;
    result.parent.assign(n, kNone);
    std::vector<std::uint32_t> first;
    first.reserve(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        if (result.parent[v] != kNone)
            continue;
        const auto number = static_cast<std::uint32_t>(first.size());
        first.push_back(v);
        result.parent[v] = number;
        if (mate[v] != kNone)
            result.parent[mate[v]] = number;
    }
    const auto coarseSize = static_cast<std::uint32_t>(first.size());
    WorkGraph& coarse = result.graph;
    coarse.offsets.reserve(coarseSize + 1);
    coarse.targets.reserve(graph.targets.size());
    coarse.weights.reserve(graph.targets.size());
    coarse.mass.assign(coarseSize, 0.0F);
    std::vector<std::uint32_t> slot(coarseSize, kNone);
    for (std::uint32_t c = 0; c < coarseSize; ++c) {
        const std::uint32_t members[2] = {first[c], mate[first[c]]};
        const std::uint32_t begin = coarse.offsets.back();
        for (const std::uint32_t v : members) {
            if (v == kNone)
                continue;
            coarse.mass[c] += graph.mass[v];
            for (std::uint32_t k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
                const std::uint32_t to = result.parent[graph.targets[k]];
                if (to == c)
                    continue;
                if (slot[to] == kNone || slot[to] < begin) {
                    slot[to] = static_cast<std::uint32_t>(coarse.targets.size());
                    coarse.targets.push_back(to);
                    coarse.weights.push_back(graph.weights[k]);
                } else {
                    coarse.weights[slot[to]] += graph.weights[k];
                }
            }
        }
        coarse.offsets.push_back(static_cast<std::uint32_t>(coarse.targets.size()));
    }
    return result;
}

} // namespace weavemap::layout
