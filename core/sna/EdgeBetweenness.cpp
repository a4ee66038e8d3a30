// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/EdgeBetweenness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

#include "core/sna/Parallel.h"
#include "core/sna/Vectors.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kChunks = 16;
constexpr std::size_t kPollEvery = 1024; ///< vertices, in searching and in adding up
constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max() - 1;

/// Searches from one source after another and adds up what runs over each arc, by place in the rows.
class ArcFlow
{
public:
    explicit ArcFlow(const graph::GraphSnapshot& snapshot)
        : m_snapshot(snapshot), m_distance(snapshot.vertexCount(), kUnreached), m_paths(snapshot.vertexCount()),
          m_carried(snapshot.vertexCount())
    {
        m_queue.reserve(snapshot.vertexCount());
    }

    /// Returns false where cancelled.
    bool addSource(std::uint32_t source, const ChunkRun& run, std::vector<double>& sums)
    {
        if (!search(source, run))
            return false;
        for (std::size_t i = m_queue.size(); i-- > 0;) {
            if (i % kPollEvery == 0 && run.cancelled())
                return false;
            const std::uint32_t v = m_queue[i];
            const auto row = m_snapshot.neighbours(v);
            const std::size_t first = m_snapshot.offsets()[v];
            double total = 0.0;
            for (std::size_t k = 0; k < row.size(); ++k) {
                if (m_distance[row[k]] != m_distance[v] + 1)
                    continue;
                total += m_carried[row[k]];
                sums[first + k] += m_paths[v] * m_carried[row[k]];
            }
            m_carried[v] = (1.0 + m_paths[v] * total) / m_paths[v];
        }
        for (const std::uint32_t v : m_queue)
            m_distance[v] = kUnreached;
        return true;
    }

private:
    bool search(std::uint32_t source, const ChunkRun& run)
    {
        m_queue.assign(1, source);
        m_distance[source] = 0;
        m_paths[source] = 1.0;
        for (std::size_t head = 0; head < m_queue.size(); ++head) {
            if (head % kPollEvery == 0 && run.cancelled())
                return false;
            const std::uint32_t v = m_queue[head];
            for (const std::uint32_t w : m_snapshot.neighbours(v)) {
                if (m_distance[w] == kUnreached) {
                    m_distance[w] = m_distance[v] + 1;
                    m_paths[w] = m_paths[v];
                    m_queue.push_back(w);
                } else if (m_distance[w] == m_distance[v] + 1) {
                    m_paths[w] += m_paths[v];
                }
            }
        }
        return true;
    }

    const graph::GraphSnapshot& m_snapshot;
    std::vector<std::uint32_t> m_distance;
    std::vector<double> m_paths, m_carried;
    std::vector<std::uint32_t> m_queue;
};

} // namespace

Result<std::vector<double>> edgeBetweenness(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    const std::size_t chunks = std::min<std::size_t>(n, kChunks);
    std::vector<double> total(snapshot.targets().size(), 0.0);
    std::vector<std::unique_ptr<ArcFlow>> flows(context.threads());
    InOrder<std::vector<double>> inOrder;
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk, ChunkRun& run) {
        auto& flow = flows[run.worker()];
        if (!flow)
            flow = std::make_unique<ArcFlow>(snapshot);
        std::vector<double> part(total.size(), 0.0);
        const std::size_t first = n * chunk / chunks, end = n * (chunk + 1) / chunks;
        for (std::size_t s = first; s < end; ++s) {
            if (!flow->addSource(static_cast<std::uint32_t>(s), run, part))
                return false;
            run.reached(static_cast<double>(s + 1 - first) / static_cast<double>(end - first));
        }
        inOrder.put(chunk, std::move(part), [&total](const std::vector<double>& next) { addScaled(total, 1.0, next); });
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);

    std::vector<double> result(snapshot.edgeCount(), 0.0);
    for (std::uint32_t v = 0; v < n; ++v) {
        const std::size_t first = snapshot.offsets()[v];
        for (std::size_t k = 0; k < snapshot.neighbours(v).size(); ++k) {
            if (snapshot.isDirected())
                result[first + k] = total[first + k];
            else
                result[snapshot.edgeNumbers(v)[k]] += total[first + k] * 0.5;
        }
    }
    if (!std::all_of(result.begin(), result.end(), [](double x) { return std::isfinite(x); }))
        return fail(ErrorCode::outOfRange, {"edge_betweenness"}, "path counts beyond the range of a double");
    return result;
}

} // namespace weavemap::sna
