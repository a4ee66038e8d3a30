// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Betweenness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

#include "core/sna/LaneBetweenness.h"
#include "core/sna/Parallel.h"
#include "core/sna/SearchGraph.h"
#include "core/sna/Vectors.h"

namespace weavemap::sna {

namespace {

/// Graphs deeper than this have narrow frontiers: there one source at a time is faster.
constexpr std::uint32_t kShallow = 24;
/// Parts that the sources are split into; each has a sum of its own.
constexpr std::size_t kChunks = 64;

/// Adds dependencies on sources, one at a time. `Count` holds numbers of paths. Room for one thread: 12 to 40 bytes a
/// vertex.
template <class Count>
class PlainBetweenness
{
public:
    explicit PlainBetweenness(const SearchGraph& graph)
        : m_graph(graph), m_distance(graph.vertexCount(), kUnreached), m_queue(graph.vertexCount()),
          m_paths(graph.vertexCount()), m_carried(graph.vertexCount())
    {}

    /// As `LaneBetweenness::add`.
    bool add(std::span<const std::uint32_t> sources, const ChunkRun& run, std::span<double> sums)
    {
        for (const std::uint32_t source : sources)
            if (!search(source, run) || !collect(run, sums))
                return false;
        return true;
    }

private:
    static constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max() - 1;
    static constexpr std::size_t kPollEvery = std::size_t{1} << 14;

    bool search(std::uint32_t source, const ChunkRun& run)
    {
        const SearchRows& rows = m_graph.out();
        m_reached = 0;
        m_queue[m_reached++] = source;
        m_distance[source] = 0;
        m_paths[source] = 1;
        for (std::size_t head = 0; head < m_reached; ++head) {
            if (head % kPollEvery == 0 && run.cancelled())
                return false;
            const std::uint32_t v = m_queue[head];
            const std::uint32_t after = m_distance[v] + 1;
            const Count sigma = m_paths[v];
            for (const std::uint32_t w : rows.row(v)) {
                if (m_distance[w] == kUnreached) {
                    m_distance[w] = after;
                    m_paths[w] = sigma;
                    m_queue[m_reached++] = w;
                } else if (m_distance[w] == after) {
                    m_paths[w] += sigma;
                }
            }
        }
        return true;
    }

    bool collect(const ChunkRun& run, std::span<double> sums)
    {
        const SearchRows& rows = m_graph.out();
        for (std::size_t i = m_reached; i-- > 1;) {
            if (i % kPollEvery == 0 && run.cancelled())
                return false;
            const std::uint32_t v = m_queue[i];
            const std::uint32_t after = m_distance[v] + 1;
            Count sum = 0;
            for (const std::uint32_t w : rows.row(v))
                if (m_distance[w] == after)
                    sum += m_carried[w];
            const Count dependency = m_paths[v] * sum;
            m_carried[v] = (1 + dependency) / m_paths[v];
            sums[v] += static_cast<double>(dependency);
        }
        for (std::size_t i = 0; i < m_reached; ++i)
            m_distance[m_queue[i]] = kUnreached;
        return true;
    }

    const SearchGraph& m_graph;
    std::vector<std::uint32_t> m_distance;
    std::vector<std::uint32_t> m_queue;
    std::vector<Count> m_paths, m_carried;
    std::size_t m_reached = 0;
};

/// Sums over all sources, ordered pairs, by vertex of `graph`.
template <class Kernel>
Result<std::vector<double>> allSources(const SearchGraph& graph, const RunContext& context)
{
    const std::uint32_t n = graph.vertexCount();
    std::vector<std::uint32_t> sources(n);
    std::iota(sources.begin(), sources.end(), 0U);
    const std::size_t batches = (std::size_t{n} + kBetweennessLanes - 1) / kBetweennessLanes;
    const std::size_t chunks = std::min(batches, kChunks);
    std::vector<std::unique_ptr<Kernel>> kernels(context.threads());
    std::vector<double> total(n, 0.0);
    InOrder<std::vector<double>> inOrder;
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk, ChunkRun& run) {
        auto& kernel = kernels[run.worker()];
        if (!kernel)
            kernel = std::make_unique<Kernel>(graph);
        std::vector<double> part(n, 0.0);
        const std::size_t first = batches * chunk / chunks, last = batches * (chunk + 1) / chunks;
        for (std::size_t batch = first; batch < last; ++batch) {
            const std::size_t from = batch * kBetweennessLanes;
            const std::size_t count = std::min<std::size_t>(kBetweennessLanes, n - from);
            if (!kernel->add(std::span(sources).subspan(from, count), run, part))
                return false;
            run.reached(static_cast<double>(batch + 1 - first) / static_cast<double>(last - first));
        }
        inOrder.put(chunk, std::move(part), [&total](const std::vector<double>& next) { addScaled(total, 1.0, next); });
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);
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
    const auto fast = graph.depth() <= kShallow ? allSources<LaneBetweenness> : allSources<PlainBetweenness<double>>;
    WEAVEMAP_ASSIGN(std::vector<double> sums, fast(graph, context));
    if (!allFinite(sums)) {
        WEAVEMAP_ASSIGN(sums, allSources<PlainBetweenness<long double>>(graph, context));
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
