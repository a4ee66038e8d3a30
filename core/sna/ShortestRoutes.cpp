// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/ShortestRoutes.h"

#include <algorithm>
#include <limits>

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

/// Neighbours of each vertex, ascending, each once.
class Rows
{
public:
    Rows(std::size_t vertices, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges)
        : m_begin(vertices + 1, 0)
    {
        const auto isEdge = [vertices](const auto& edge) {
            return edge.first != edge.second && edge.first < vertices && edge.second < vertices;
        };
        for (const auto& edge : edges)
            if (isEdge(edge)) {
                ++m_begin[edge.first + 1];
                ++m_begin[edge.second + 1];
            }
        for (std::size_t v = 0; v < vertices; ++v)
            m_begin[v + 1] += m_begin[v];
        m_end.assign(m_begin.begin(), m_begin.end() - 1);
        m_to.resize(m_begin.back());
        for (const auto& edge : edges)
            if (isEdge(edge)) {
                m_to[m_end[edge.first]++] = edge.second;
                m_to[m_end[edge.second]++] = edge.first;
            }
        for (std::size_t v = 0; v < vertices; ++v) {
            const auto first = m_to.begin() + static_cast<std::ptrdiff_t>(m_begin[v]);
            const auto last = m_to.begin() + static_cast<std::ptrdiff_t>(m_end[v]);
            std::sort(first, last);
            m_end[v] = static_cast<std::size_t>(std::unique(first, last) - m_to.begin());
        }
    }

    std::span<const std::uint32_t> of(std::uint32_t vertex) const
    {
        return {m_to.data() + m_begin[vertex], m_end[vertex] - m_begin[vertex]};
    }

private:
    std::vector<std::size_t> m_begin, m_end;
    std::vector<std::uint32_t> m_to;
};

} // namespace

ShortestRoutes shortestRoutes(std::size_t vertices, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges,
                              std::uint32_t from, std::uint32_t to, std::size_t most)
{
    ShortestRoutes found;
    if (from >= vertices || to >= vertices || from == to)
        return found;
    const Rows rows(vertices, edges);
    std::vector<std::uint32_t> left(vertices, kFar); // steps to the end
    std::vector<double> ways(vertices, 0.0);         // shortest paths to the end
    std::vector<std::uint32_t> queue{to};
    left[to] = 0;
    ways[to] = 1;
    for (std::size_t next = 0; next < queue.size() && left[queue[next]] < left[from]; ++next) {
        const std::uint32_t at = queue[next];
        for (const std::uint32_t other : rows.of(at)) {
            if (left[other] == kFar) {
                left[other] = left[at] + 1;
                queue.push_back(other);
            }
            if (left[other] == left[at] + 1)
                ways[other] += ways[at];
        }
    }
    if (left[from] == kFar)
        return found;
    found.count = ways[from];

    std::vector<std::uint32_t> route{from};
    std::vector<std::size_t> tried{0}; // neighbours of each vertex of the route that were looked at
    while (!route.empty() && found.routes.size() < most) {
        const std::uint32_t at = route.back();
        if (at == to) {
            found.routes.push_back(route);
            route.pop_back();
            tried.pop_back();
            continue;
        }
        const auto row = rows.of(at);
        std::size_t& next = tried.back();
        while (next < row.size() && (left[row[next]] == kFar || left[row[next]] + 1 != left[at]))
            ++next;
        if (next == row.size()) {
            route.pop_back();
            tried.pop_back();
        } else {
            route.push_back(row[next++]);
            tried.push_back(0);
        }
    }
    return found;
}

} // namespace weavemap::sna
