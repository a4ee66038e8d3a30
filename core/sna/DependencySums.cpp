// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/DependencySums.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <utility>

#include "core/sna/Parallel.h"

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
    bool add(std::span<const std::uint32_t> sources, Share share, const ChunkRun& run, std::span<double> sums,
             std::span<double> squares = {})
    {
        for (const std::uint32_t source : sources)
            if (!search(source, run) || !collect(share, run, sums, squares))
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

    bool collect(Share share, const ChunkRun& run, std::span<double> sums, std::span<double> squares)
    {
        const SearchRows& rows = m_graph.out();
        for (std::size_t i = m_reached; i-- > 1;) {
            if (i % kPollEvery == 0 && run.cancelled())
                return false;
            const std::uint32_t v = m_queue[i];
            const std::uint32_t after = m_distance[v] + 1;
            const Count level = m_distance[v];
            Count sum = 0;
            for (const std::uint32_t w : rows.row(v))
                if (m_distance[w] == after)
                    sum += m_carried[w];
            const Count dependency = m_paths[v] * sum;
            m_carried[v] = ((share == Share::whole ? Count{1} : 1 / level) + dependency) / m_paths[v];
            const double counted = static_cast<double>(share == Share::whole ? dependency : 2 * level * dependency);
            sums[v] += counted;
            if (!squares.empty())
                squares[v] += counted * counted;
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

template <class Kernel>
Result<DependencySums> sumOver(const SearchGraph& graph, std::span<const std::uint32_t> sources, Share share,
                               Squares asked, const RunContext& context)
{
    const std::size_t n = graph.vertexCount(), squared = asked == Squares::added ? n : 0;
    const std::size_t batches = (sources.size() + kBetweennessLanes - 1) / kBetweennessLanes;
    const std::size_t chunks = std::min(batches, kChunks);
    std::vector<std::unique_ptr<Kernel>> kernels(context.threads());
    DependencySums total{std::vector<double>(n, 0.0), std::vector<double>(squared, 0.0)};
    InOrder<DependencySums> inOrder;
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk, ChunkRun& run) {
        auto& kernel = kernels[run.worker()];
        if (!kernel)
            kernel = std::make_unique<Kernel>(graph);
        DependencySums part{std::vector<double>(n, 0.0), std::vector<double>(squared, 0.0)};
        const std::size_t first = batches * chunk / chunks, last = batches * (chunk + 1) / chunks;
        for (std::size_t batch = first; batch < last; ++batch) {
            const std::size_t from = batch * kBetweennessLanes;
            const std::size_t count = std::min<std::size_t>(kBetweennessLanes, sources.size() - from);
            if (!kernel->add(sources.subspan(from, count), share, run, part.values, part.squares))
                return false;
            run.reached(static_cast<double>(batch + 1 - first) / static_cast<double>(last - first));
        }
        inOrder.put(chunk, std::move(part), [&](const DependencySums& next) {
            for (std::size_t v = 0; v < n; ++v)
                total.values[v] += next.values[v];
            for (std::size_t v = 0; v < squared; ++v)
                total.squares[v] += next.squares[v];
        });
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

Result<DependencySums> dependencySums(const SearchGraph& graph, std::span<const std::uint32_t> sources, Share share,
                                      Squares asked, const RunContext& context)
{
    const auto fast = graph.depth() <= kShallow ? sumOver<LaneBetweenness> : sumOver<PlainBetweenness<double>>;
    WEAVEMAP_ASSIGN(DependencySums sums, fast(graph, sources, share, asked, context));
    if (!allFinite(sums.values)) {
        WEAVEMAP_ASSIGN(sums, sumOver<PlainBetweenness<long double>>(graph, sources, share, asked, context));
        if (!allFinite(sums.values))
            return fail(ErrorCode::outOfRange, {"betweenness"}, "path counts beyond the range of a long double");
    }
    return sums;
}

} // namespace weavemap::sna
