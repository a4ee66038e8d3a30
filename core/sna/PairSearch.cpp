// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/PairSearch.h"

#include <utility>

namespace weavemap::sna {

const std::vector<PairSearch::Passed>& PairSearch::between(std::uint32_t from, std::uint32_t to)
{
    m_passed.clear();
    if (m_graph.piece(from) != m_graph.piece(to))
        return m_passed;
    const std::uint32_t ends[2] = {from, to};
    for (std::size_t side = 0; side < 2; ++side) {
        m_queue[side].assign(1, ends[side]);
        m_begin[side] = 0;
        m_at[ends[side]].level[side] = 0;
        m_at[ends[side]].paths[side] = 1.0;
    }
    std::size_t arcs[2] = {frontierArcs(0), frontierArcs(1)};
    while (arcs[0] > 0 && arcs[1] > 0) { // nothing to follow: no path
        const std::size_t side = arcs[0] <= arcs[1] ? 0 : 1;
        m_arcs += arcs[side];
        if (expand(side)) {
            meet(side);
            walkBack(0);
            walkBack(1);
            break;
        }
        arcs[side] = frontierArcs(side);
    }
    for (std::size_t side = 0; side < 2; ++side)
        for (const std::uint32_t v : m_queue[side])
            m_at[v] = At{};
    return m_passed;
}

std::size_t PairSearch::frontierArcs(std::size_t side) const
{
    std::size_t arcs = 0;
    for (std::size_t i = m_begin[side]; i < m_queue[side].size(); ++i)
        arcs += rows(side).row(m_queue[side][i]).size();
    return arcs;
}

/// Takes one search a level further; whether it meets the other. They meet on the other's outermost level: had the
/// meeting vertex been reached earlier there, its predecessor would have met before.
bool PairSearch::expand(std::size_t side)
{
    std::vector<std::uint32_t>& queue = m_queue[side];
    const std::size_t begin = m_begin[side], end = queue.size();
    const std::uint32_t level = m_at[queue[begin]].level[side] + 1;
    bool met = false;
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t v = queue[i];
        const double paths = m_at[v].paths[side];
        for (const std::uint32_t w : rows(side).row(v)) {
            At& at = m_at[w];
            if (at.level[side] == kNever) {
                at.level[side] = level;
                at.paths[side] = paths;
                queue.push_back(w);
                met = met || at.level[1 - side] != kNever;
            } else if (at.level[side] == level) {
                at.paths[side] += paths;
            }
        }
    }
    m_begin[side] = end;
    return met;
}

/// Every shortest path passes exactly one of the vertices where the searches meet: their shares.
void PairSearch::meet(std::size_t side)
{
    m_middle.clear();
    double all = 0.0;
    for (std::size_t i = m_begin[side]; i < m_queue[side].size(); ++i) {
        const At& at = m_at[m_queue[side][i]];
        if (at.level[1 - side] == kNever)
            continue;
        m_middle.push_back(m_queue[side][i]);
        all += at.paths[0] * at.paths[1];
    }
    for (const std::uint32_t v : m_middle) {
        At& at = m_at[v];
        at.share = at.paths[0] * at.paths[1] / all;
        if (at.level[0] != 0 && at.level[1] != 0)
            m_passed.push_back({v, at.share});
    }
}

/// Hands the shares on towards one end, level by level.
void PairSearch::walkBack(std::size_t side)
{
    m_wave = m_middle;
    for (std::uint32_t level = m_at[m_wave.front()].level[side]; level > 1; --level) {
        m_next.clear();
        for (const std::uint32_t v : m_wave) {
            const double each = m_at[v].share / m_at[v].paths[side];
            for (const std::uint32_t u : rows(1 - side).row(v)) {
                At& at = m_at[u];
                if (at.level[side] != level - 1)
                    continue;
                if (at.share == kUnknown) {
                    at.share = 0.0;
                    m_next.push_back(u);
                }
                at.share += each * at.paths[side];
            }
        }
        for (const std::uint32_t u : m_next)
            m_passed.push_back({u, m_at[u].share});
        std::swap(m_wave, m_next);
    }
}

} // namespace weavemap::sna
