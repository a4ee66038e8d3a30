// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Clustering.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "core/sna/Figures.h"

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kPollEvery = 1024;

} // namespace

Result<std::vector<std::uint64_t>> triangles(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (snapshot.isDirected())
        return triangles(snapshot.undirected(), context);
    const std::uint32_t n = snapshot.vertexCount();
    // Vertices renumbered by degree, small ones first; each tie is kept at its lower end alone.
    std::vector<std::uint32_t> order(n), rank(n);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return snapshot.degree(a) < snapshot.degree(b); });
    for (std::uint32_t i = 0; i < n; ++i)
        rank[order[i]] = i;
    std::vector<std::size_t> offsets{0};
    std::vector<std::uint32_t> higher;
    offsets.reserve(std::size_t{n} + 1);
    higher.reserve(snapshot.edgeCount());
    for (std::uint32_t i = 0; i < n; ++i) {
        for (const std::uint32_t w : snapshot.neighbours(order[i]))
            if (rank[w] > i)
                higher.push_back(rank[w]);
        offsets.push_back(higher.size());
    }
    std::vector<std::uint64_t> counts(n, 0);
    std::vector<std::uint8_t> marked(n, 0);
    for (std::uint32_t i = 0; i < n; ++i) {
        if (i % kPollEvery == 0 && context.cancelled())
            return fail(ErrorCode::cancelled);
        for (std::size_t e = offsets[i]; e < offsets[i + 1]; ++e)
            marked[higher[e]] = 1;
        std::uint64_t own = 0;
        for (std::size_t e = offsets[i]; e < offsets[i + 1]; ++e) {
            const std::uint32_t j = higher[e];
            std::uint64_t shared = 0;
            for (std::size_t f = offsets[j]; f < offsets[j + 1]; ++f) {
                const std::uint8_t closes = marked[higher[f]];
                counts[order[higher[f]]] += closes;
                shared += closes;
            }
            counts[order[j]] += shared;
            own += shared;
        }
        counts[order[i]] += own;
        for (std::size_t e = offsets[i]; e < offsets[i + 1]; ++e)
            marked[higher[e]] = 0;
    }
    return counts;
}

std::vector<double> localClustering(const graph::GraphSnapshot& snapshot, const std::vector<std::uint64_t>& triangles)
{
    std::vector<double> result(snapshot.vertexCount(), 0.0);
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        const double degree = snapshot.degree(v);
        if (degree >= 2)
            result[v] = 2.0 * static_cast<double>(triangles[v]) / (degree * (degree - 1));
    }
    return result;
}

double meanClustering(const graph::GraphSnapshot& snapshot, const std::vector<double>& local, ClusteringMean over)
{
    double sum = 0.0;
    std::uint32_t count = 0;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        if (over == ClusteringMean::allNodes || snapshot.degree(v) >= 2) {
            sum += local[v];
            ++count;
        }
    }
    return count > 0 ? sum / count : kUndefined;
}

double transitivity(const graph::GraphSnapshot& snapshot, const std::vector<std::uint64_t>& triangles)
{
    std::uint64_t closed = 0, triples = 0; // each triangle closes three triples, one at each of its vertices
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        const std::uint64_t degree = snapshot.degree(v);
        closed += triangles[v];
        triples += degree > 0 ? degree * (degree - 1) / 2 : 0;
    }
    return triples > 0 ? static_cast<double>(closed) / static_cast<double>(triples) : 0.0;
}

Result<double> directedTransitivity(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<std::uint8_t> reached(n, 0);
    std::uint64_t paths = 0, closed = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        if (i % kPollEvery == 0 && context.cancelled())
            return fail(ErrorCode::cancelled);
        for (const std::uint32_t j : snapshot.neighbours(i))
            reached[j] = 1;
        for (const std::uint32_t j : snapshot.neighbours(i)) {
            for (const std::uint32_t k : snapshot.neighbours(j)) {
                if (k == i)
                    continue;
                ++paths;
                closed += reached[k];
            }
        }
        for (const std::uint32_t j : snapshot.neighbours(i))
            reached[j] = 0;
    }
    return paths > 0 ? static_cast<double>(closed) / static_cast<double>(paths) : 0.0;
}

} // namespace weavemap::sna
