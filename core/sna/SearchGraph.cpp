// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/SearchGraph.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

} // namespace

SearchGraph::SearchGraph(const graph::GraphSnapshot& snapshot) : m_directed(snapshot.isDirected())
{
    const std::uint32_t n = snapshot.vertexCount();
    const auto ties = [&](std::uint32_t v) { return snapshot.degree(v) + (m_directed ? snapshot.inDegree(v) : 0); };
    std::vector<std::uint32_t> roots(n);
    std::iota(roots.begin(), roots.end(), 0U);
    std::stable_sort(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) { return ties(a) > ties(b); });

    std::vector<std::uint32_t> renumbered(n, kNone);
    std::vector<std::uint32_t> level;
    m_original.reserve(n);
    for (const std::uint32_t root : roots) {
        if (renumbered[root] != kNone || ties(root) == 0)
            continue;
        const auto visit = [&](std::uint32_t v, std::uint32_t depth) {
            if (renumbered[v] != kNone)
                return;
            renumbered[v] = static_cast<std::uint32_t>(m_original.size());
            m_original.push_back(v);
            m_piece.push_back(m_pieces);
            level.push_back(depth);
            m_depth = std::max(m_depth, depth);
        };
        std::size_t head = m_original.size();
        visit(root, 0);
        for (; head < m_original.size(); ++head) {
            const std::uint32_t v = m_original[head];
            for (const std::uint32_t w : snapshot.neighbours(v))
                visit(w, level[head] + 1);
            if (m_directed)
                for (const std::uint32_t w : snapshot.inNeighbours(v))
                    visit(w, level[head] + 1);
        }
        ++m_pieces;
    }

    const auto fill = [&](SearchRows& rows, bool incoming) {
        rows.offsets.reserve(m_original.size() + 1);
        for (const std::uint32_t v : m_original) {
            const auto row = incoming ? snapshot.inNeighbours(v) : snapshot.neighbours(v);
            const auto begin = static_cast<std::ptrdiff_t>(rows.targets.size());
            for (const std::uint32_t w : row)
                rows.targets.push_back(renumbered[w]);
            std::sort(rows.targets.begin() + begin, rows.targets.end());
            rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
        }
    };
    fill(m_out, false);
    if (m_directed)
        fill(m_in, true);
}

} // namespace weavemap::sna
