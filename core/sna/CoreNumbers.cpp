// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/CoreNumbers.h"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kPollEvery = 4096; ///< vertices

/// Takes vertices away, those with the fewest ties left first: for k = 0, 1, ... all that have k, and those that come
/// down to k by that. `left`: how many ties each has; `eachTie(v, f)` calls f(w) for every tie of v. No branch depends
/// on a tie.
template <class EachTie>
Result<std::vector<double>> peel(std::vector<std::uint32_t> left, const EachTie& eachTie, const RunContext& context)
{
    const std::size_t n = left.size();
    std::vector<std::uint32_t> rest(n), gone(n + 1); // a place more, for what is written and not kept
    std::iota(rest.begin(), rest.end(), 0U);
    std::size_t head = 0, end = 0, polled = 0;
    for (std::uint32_t k = 0; end < n; ++k) {
        std::size_t kept = 0;
        for (const std::uint32_t v : rest) {
            gone[end] = v;
            end += left[v] == k ? 1 : 0;
            rest[kept] = v;
            kept += left[v] > k ? 1 : 0;
        }
        rest.resize(kept);
        for (; head < end; ++head) {
            if (head >= polled) {
                if (context.cancelled())
                    return fail(ErrorCode::cancelled);
                polled = head + kPollEvery;
            }
            eachTie(gone[head], [&](std::uint32_t w) {
                const std::uint32_t ties = left[w];
                left[w] = ties - (ties > k ? 1 : 0);
                gone[end] = w;
                end += ties == k + 1 ? 1 : 0;
            });
        }
    }
    return std::vector<double>(left.begin(), left.end());
}

} // namespace

Result<std::vector<double>> coreNumbers(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (snapshot.isDirected())
        return coreNumbers(snapshot.undirected(), context);
    std::vector<std::uint32_t> ties(snapshot.vertexCount());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        ties[v] = snapshot.degree(v);
    const auto eachTie = [&snapshot](std::uint32_t v, const auto& call) {
        for (const std::uint32_t w : snapshot.neighbours(v))
            call(w);
    };
    return peel(std::move(ties), eachTie, context);
}

Result<std::vector<double>> totalDegreeCoreNumbers(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    std::vector<std::uint32_t> ties(snapshot.vertexCount());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        ties[v] = snapshot.degree(v) + snapshot.inDegree(v);
    const auto eachTie = [&snapshot](std::uint32_t v, const auto& call) {
        for (const std::uint32_t w : snapshot.neighbours(v))
            call(w);
        for (const std::uint32_t w : snapshot.inNeighbours(v))
            call(w);
    };
    return peel(std::move(ties), eachTie, context);
}

} // namespace weavemap::sna
