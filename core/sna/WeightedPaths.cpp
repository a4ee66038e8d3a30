// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/WeightedPaths.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <queue>
#include <utility>

#include "core/sna/Figures.h"
#include "core/sna/Parallel.h"
#include "core/sna/Vectors.h"
#include "core/sna/WeightRange.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kChunks = 16;
constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr double kSame = 1e-10;
constexpr std::size_t kPollEvery = 1024; ///< vertices, in searching and in adding up

/// Searches by length from one source after another.
class LengthSearch
{
public:
    explicit LengthSearch(const graph::GraphSnapshot& snapshot)
        : m_snapshot(snapshot), m_distance(snapshot.vertexCount(), kFar), m_paths(snapshot.vertexCount()),
          m_carried(snapshot.vertexCount()), m_settled(snapshot.vertexCount(), 0)
    {}

    /// Adds the dependencies on `source` and gives its closeness. Returns false where cancelled.
    bool addSource(std::uint32_t source, const ChunkRun& run, std::vector<double>& sums, double& closeness)
    {
        if (!search(source, run))
            return false;
        double total = 0.0;
        for (const std::uint32_t v : m_order)
            total += m_distance[v];
        const double reached = static_cast<double>(m_order.size() - 1);
        for (std::size_t i = m_order.size(); i-- > 1;) {
            if (i % kPollEvery == 0 && run.cancelled())
                return false;
            const std::uint32_t v = m_order[i];
            const auto row = m_snapshot.neighbours(v);
            const auto weights = m_snapshot.weights(v);
            double sum = 0.0;
            for (std::size_t k = 0; k < row.size(); ++k)
                if (isSame(m_distance[v] + 1.0 / weights[k], m_distance[row[k]]))
                    sum += m_carried[row[k]];
            const double dependency = m_paths[v] * sum;
            m_carried[v] = (1.0 + dependency) / m_paths[v];
            sums[v] += dependency;
        }
        for (const std::uint32_t v : m_order) {
            m_distance[v] = kFar;
            m_settled[v] = 0;
        }
        closeness = reached > 0.0 ? reached / total : kUndefined;
        return true;
    }

private:
    static bool isSame(double a, double b) { return std::max(a, b) - std::min(a, b) <= kSame * std::max(a, b); }

    bool search(std::uint32_t source, const ChunkRun& run)
    {
        using Entry = std::pair<double, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        m_order.clear();
        m_distance[source] = 0.0;
        m_paths[source] = 1.0;
        queue.emplace(0.0, source);
        while (!queue.empty()) {
            const auto [length, v] = queue.top();
            queue.pop();
            if (m_settled[v])
                continue;
            if (m_order.size() % kPollEvery == 0 && run.cancelled())
                return false;
            m_settled[v] = 1;
            m_order.push_back(v);
            const auto row = m_snapshot.neighbours(v);
            const auto weights = m_snapshot.weights(v);
            for (std::size_t k = 0; k < row.size(); ++k) {
                const std::uint32_t w = row[k];
                const double through = m_distance[v] + 1.0 / weights[k];
                if (m_distance[w] != kFar && isSame(through, m_distance[w])) {
                    m_paths[w] += m_paths[v];
                } else if (through < m_distance[w]) {
                    m_distance[w] = through;
                    m_paths[w] = m_paths[v];
                    queue.emplace(through, w);
                }
            }
        }
        return true;
    }

    const graph::GraphSnapshot& m_snapshot;
    std::vector<double> m_distance, m_paths, m_carried;
    std::vector<std::uint8_t> m_settled;
    std::vector<std::uint32_t> m_order;
};

} // namespace

Result<WeightedPaths> weightedPaths(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (const auto shifted = inRange(snapshot)) {
        WEAVEMAP_ASSIGN(WeightedPaths result, weightedPaths(shifted->graph, context));
        for (double& closeness : result.closeness) // goes with the weights
            closeness = std::ldexp(closeness, -shifted->shift);
        return result;
    }
    const std::uint32_t n = snapshot.vertexCount();
    const std::size_t chunks = std::min<std::size_t>(n, kChunks);
    std::vector<std::unique_ptr<LengthSearch>> searches(context.threads());
    std::vector<double> total(n, 0.0);
    InOrder<std::vector<double>> inOrder;
    WeightedPaths result;
    result.closeness.assign(n, kUndefined);
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk, ChunkRun& run) {
        auto& search = searches[run.worker()];
        if (!search)
            search = std::make_unique<LengthSearch>(snapshot);
        std::vector<double> part(n, 0.0);
        const std::size_t first = n * chunk / chunks, end = n * (chunk + 1) / chunks;
        for (std::size_t s = first; s < end; ++s) {
            if (!search->addSource(static_cast<std::uint32_t>(s), run, part, result.closeness[s]))
                return false;
            run.reached(static_cast<double>(s + 1 - first) / static_cast<double>(end - first));
        }
        inOrder.put(chunk, std::move(part), [&total](const std::vector<double>& next) { addScaled(total, 1.0, next); });
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);
    scale(total, snapshot.isDirected() ? 1.0 : 0.5);
    result.betweenness = std::move(total);
    return result;
}

} // namespace weavemap::sna
