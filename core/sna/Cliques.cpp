// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Cliques.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "core/sna/Parallel.h"

namespace weavemap::sna {

namespace {

using Word = std::uint64_t;
using Bits = std::vector<Word>;

constexpr std::uint64_t kPollEvery = 4096; ///< steps
constexpr std::size_t kPollRows = 64;

/// Searches among the later neighbours of one vertex after another (in order of degeneracy), as rows of bits.
class CliqueSearch
{
public:
    CliqueSearch(const graph::GraphSnapshot& snapshot, const RunContext& context, std::uint64_t maxSteps)
        : m_snapshot(snapshot), m_context(context), m_maxSteps(maxSteps)
    {}

    const CliqueCounts& counts() const { return m_counts; }
    bool isCancelled() const { return m_cancelled; }

    /// False where it stopped before the end.
    bool run()
    {
        const std::vector<std::uint32_t> order = degeneracyOrder();
        std::vector<std::uint32_t> place(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i)
            place[order[i]] = i;
        for (const std::uint32_t v : order) {
            const auto row = m_snapshot.neighbours(v);
            m_share = static_cast<double>(place[v]) / static_cast<double>(order.size());
            const bool anyLater =
                std::any_of(row.begin(), row.end(), [&](std::uint32_t w) { return place[w] > place[v]; });
            if (!anyLater && !row.empty())
                continue; // no clique has v for its first vertex
            if (!prepare(row))
                return false;
            Bits later(m_words, 0), earlier(m_words, 0);
            for (std::size_t i = 0; i < row.size(); ++i)
                set(place[row[i]] > place[v] ? later : earlier, i);
            if (!extend(std::move(later), std::move(earlier), 1))
                return false;
        }
        return true;
    }

private:
    static void set(Bits& bits, std::size_t i) { bits[i / 64] |= Word{1} << (i % 64); }
    static bool isEmpty(const Bits& bits)
    {
        return std::all_of(bits.begin(), bits.end(), [](Word w) { return w == 0; });
    }
    Bits meet(const Bits& a, const Bits& b) const
    {
        Bits result(m_words);
        for (std::size_t i = 0; i < m_words; ++i)
            result[i] = a[i] & b[i];
        return result;
    }

    /// Polls and tells; false where cancelled.
    bool goesOn()
    {
        // Steps are bounded, vertices are all there are: whichever is nearer to its end.
        const double share =
            std::max(m_share, std::min(1.0, static_cast<double>(m_steps) / static_cast<double>(m_maxSteps)));
        if (m_gate.opens(share))
            m_context.progress(share);
        m_cancelled = m_context.cancelled();
        return !m_cancelled;
    }

    /// The ties among the neighbours of a vertex, as rows of bits by place in its row.
    bool prepare(std::span<const std::uint32_t> row)
    {
        m_words = (row.size() + 63) / 64;
        m_ties.assign(row.size(), Bits(m_words, 0));
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i % kPollRows == 0 && !goesOn())
                return false;
            const auto others = m_snapshot.neighbours(row[i]);
            std::size_t a = 0, b = 0;
            while (a < row.size() && b < others.size()) {
                if (row[a] < others[b]) {
                    ++a;
                } else if (others[b] < row[a]) {
                    ++b;
                } else {
                    set(m_ties[i], a++);
                    ++b;
                }
            }
        }
        return true;
    }

    /// Vertices so that each has as few later neighbours as can be.
    std::vector<std::uint32_t> degeneracyOrder() const
    {
        const std::uint32_t n = m_snapshot.vertexCount();
        std::vector<std::uint32_t> left(n), order;
        std::vector<std::vector<std::uint32_t>> byTies(1);
        for (std::uint32_t v = 0; v < n; ++v) {
            left[v] = m_snapshot.degree(v);
            if (left[v] >= byTies.size())
                byTies.resize(left[v] + std::size_t{1});
            byTies[left[v]].push_back(v);
        }
        std::vector<bool> gone(n, false);
        for (std::size_t k = 0; k < byTies.size();) {
            if (byTies[k].empty()) {
                ++k;
                continue;
            }
            const std::uint32_t v = byTies[k].back();
            byTies[k].pop_back();
            if (gone[v] || left[v] != k)
                continue;
            gone[v] = true;
            order.push_back(v);
            for (const std::uint32_t w : m_snapshot.neighbours(v))
                if (!gone[w])
                    byTies[--left[w]].push_back(w);
            k = k > 0 ? k - 1 : 0;
        }
        return order;
    }

    /// The candidate or excluded vertex tied to most candidates: only candidates not tied to it need to be tried.
    std::size_t pivot(const Bits& candidates, const Bits& excluded) const
    {
        std::size_t best = 0;
        int most = -1;
        for (std::size_t word = 0; word < m_words; ++word) {
            for (Word rest = candidates[word] | excluded[word]; rest != 0; rest &= rest - 1) {
                const std::size_t u = word * 64 + static_cast<std::size_t>(std::countr_zero(rest));
                int tied = 0;
                for (std::size_t i = 0; i < m_words; ++i)
                    tied += std::popcount(candidates[i] & m_ties[u][i]);
                if (tied > most) {
                    most = tied;
                    best = u;
                }
            }
        }
        return best;
    }

    bool extend(Bits candidates, Bits excluded, std::uint32_t size)
    {
        if (++m_steps > m_maxSteps)
            return false;
        if (m_steps % kPollEvery == 0 && !goesOn())
            return false;
        if (isEmpty(candidates)) {
            if (isEmpty(excluded)) {
                ++m_counts.maximal;
                m_counts.largest = std::max(m_counts.largest, size);
            }
            return true;
        }
        const std::size_t middle = pivot(candidates, excluded);
        for (std::size_t word = 0; word < m_words; ++word) {
            for (Word rest = candidates[word] & ~m_ties[middle][word]; rest != 0; rest &= rest - 1) {
                const std::size_t u = word * 64 + static_cast<std::size_t>(std::countr_zero(rest));
                if (!extend(meet(candidates, m_ties[u]), meet(excluded, m_ties[u]), size + 1))
                    return false;
                candidates[word] &= ~(Word{1} << (u % 64));
                set(excluded, u);
            }
        }
        return true;
    }

    const graph::GraphSnapshot& m_snapshot;
    const RunContext& m_context;
    std::uint64_t m_maxSteps;
    std::uint64_t m_steps = 0;
    bool m_cancelled = false;
    double m_share = 0.0; ///< of the vertices that are done
    ProgressGate m_gate;
    std::size_t m_words = 0;
    std::vector<Bits> m_ties;
    CliqueCounts m_counts;
};

} // namespace

Result<std::optional<CliqueCounts>> cliqueCounts(const graph::GraphSnapshot& snapshot, const RunContext& context,
                                                 std::uint64_t maxSteps)
{
    CliqueSearch search(snapshot, context, maxSteps);
    if (search.run())
        return std::optional<CliqueCounts>(search.counts());
    if (search.isCancelled())
        return fail(ErrorCode::cancelled);
    return std::optional<CliqueCounts>();
}

} // namespace weavemap::sna
