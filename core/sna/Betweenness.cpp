// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Betweenness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "core/sna/LaneBetweenness.h"
#include "core/sna/Parallel.h"
#include "core/sna/SearchGraph.h"

namespace weavemap::sna {

namespace {

/// Graphs deeper than this have narrow frontiers: there one source at a time is faster.
constexpr std::uint32_t kShallow = 24;
/// Parts that the sources are split into; each has a sum of its own.
constexpr std::size_t kChunks = 64;

/// Adds the dependencies on the sources [begin, end), one at a time. `Count` holds numbers of paths.
template <class Count>
bool plainBetweenness(const SearchGraph& graph, std::uint32_t begin, std::uint32_t end, const RunContext& context,
                      std::span<double> sums)
{
    constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max() - 1;
    const std::uint32_t n = graph.vertexCount();
    std::vector<std::uint32_t> distance(n, kUnreached);
    std::vector<std::uint32_t> queue(n);
    std::vector<Count> paths(n), carried(n);
    const SearchRows& rows = graph.out();
    for (std::uint32_t source = begin; source < end; ++source) {
        if (context.cancelled())
            return false;
        std::size_t count = 0;
        queue[count++] = source;
        distance[source] = 0;
        paths[source] = 1;
        for (std::size_t head = 0; head < count; ++head) {
            const std::uint32_t v = queue[head];
            const std::uint32_t after = distance[v] + 1;
            const Count sigma = paths[v];
            for (const std::uint32_t w : rows.row(v)) {
                if (distance[w] == kUnreached) {
                    distance[w] = after;
                    paths[w] = sigma;
                    queue[count++] = w;
                } else if (distance[w] == after) {
                    paths[w] += sigma;
                }
            }
        }
        for (std::size_t i = count; i-- > 1;) {
            const std::uint32_t v = queue[i];
            const std::uint32_t after = distance[v] + 1;
            Count sum = 0;
            for (const std::uint32_t w : rows.row(v))
                if (distance[w] == after)
                    sum += carried[w];
            const Count dependency = paths[v] * sum;
            carried[v] = (1 + dependency) / paths[v];
            sums[v] += static_cast<double>(dependency);
        }
        for (std::size_t i = 0; i < count; ++i)
            distance[queue[i]] = kUnreached;
    }
    return true;
}

using Kernel = bool (*)(const SearchGraph&, std::uint32_t, std::uint32_t, const RunContext&, std::span<double>);

/// Ordered pairs, by vertex of `graph`; empty where cancelled.
Result<std::vector<double>> allSources(const SearchGraph& graph, const RunContext& context, Kernel kernel)
{
    const std::uint32_t n = graph.vertexCount();
    const std::uint32_t lanes = kBetweennessLanes;
    const std::size_t batches = (std::size_t{n} + lanes - 1) / lanes;
    const std::size_t chunks = std::min(batches, kChunks);
    std::vector<std::vector<double>> parts(chunks);
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk) {
        const auto begin = static_cast<std::uint32_t>(batches * chunk / chunks * lanes);
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(n, batches * (chunk + 1) / chunks * lanes));
        parts[chunk].assign(n, 0.0);
        return kernel(graph, begin, end, context, parts[chunk]);
    });
    if (!finished)
        return fail(ErrorCode::cancelled);
    std::vector<double> total(n, 0.0);
    for (const std::vector<double>& part : parts)
        for (std::uint32_t v = 0; v < n; ++v)
            total[v] += part[v];
    return total;
}

bool allFinite(const std::vector<double>& values)
{
    return std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
}

} // namespace

Result<std::vector<double>> betweenness(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const SearchGraph graph(snapshot);
    const Kernel fast = graph.depth() <= kShallow ? laneBetweenness : plainBetweenness<double>;
    WEAVEMAP_ASSIGN(std::vector<double> sums, allSources(graph, context, fast));
    if (!allFinite(sums)) {
        WEAVEMAP_ASSIGN(sums, allSources(graph, context, plainBetweenness<long double>));
        if (!allFinite(sums))
            return fail(ErrorCode::outOfRange, {"betweenness"}, "path counts beyond the range of a long double");
    }
    std::vector<double> result(snapshot.vertexCount(), 0.0);
    const double perPair = snapshot.isDirected() ? 1.0 : 0.5;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
        result[graph.original(v)] = sums[v] * perPair;
    return result;
}

std::vector<double> normalizedBetweenness(const graph::GraphSnapshot& snapshot, const std::vector<double>& raw)
{
    const double n = snapshot.vertexCount();
    if (n < 3)
        return {};
    const double scale = (snapshot.isDirected() ? 1.0 : 2.0) / ((n - 1) * (n - 2));
    std::vector<double> result(raw.size());
    std::transform(raw.begin(), raw.end(), result.begin(), [scale](double x) { return x * scale; });
    return result;
}

double betweennessCentralization(const graph::GraphSnapshot& snapshot, const std::vector<double>& raw)
{
    const std::vector<double> values = normalizedBetweenness(snapshot, raw);
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double top = *std::max_element(values.begin(), values.end());
    double sum = 0.0;
    for (const double x : values)
        sum += top - x;
    return sum / static_cast<double>(values.size() - 1);
}

} // namespace weavemap::sna
