// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/CoreNumbers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kPollEvery = 4096; ///< vertices

/// Takes vertices away, those with the fewest ties left first. `left`: how many ties each has; `eachTie(v, f)` calls
/// f(w) for every tie of v.
template <class EachTie>
Result<std::vector<double>> peel(std::vector<std::uint32_t> left, const EachTie& eachTie, const RunContext& context)
{
    const auto n = static_cast<std::uint32_t>(left.size());
    const std::uint32_t most = n == 0 ? 0 : *std::max_element(left.begin(), left.end());
    // Vertices in order of the ties they have left, who stands where, and where those with so many ties begin.
    std::vector<std::uint32_t> order(n), place(n), first(std::size_t{most} + 2, 0);
    for (const std::uint32_t ties : left)
        ++first[ties + 1];
    for (std::size_t ties = 1; ties < first.size(); ++ties)
        first[ties] += first[ties - 1];
    for (std::uint32_t v = 0; v < n; ++v) {
        place[v] = first[left[v]]++;
        order[place[v]] = v;
    }
    for (std::size_t ties = first.size() - 1; ties > 0; --ties)
        first[ties] = first[ties - 1];
    first[0] = 0;

    for (std::uint32_t i = 0; i < n; ++i) {
        if (i % kPollEvery == 0 && context.cancelled())
            return fail(ErrorCode::cancelled);
        const std::uint32_t v = order[i];
        eachTie(v, [&](std::uint32_t w) {
            if (left[w] <= left[v])
                return; // gone, or in no deeper core than v
            // w changes places with the first of those with as many ties, and is the last of those with one less.
            const std::uint32_t to = first[left[w]]++, other = order[to];
            std::swap(order[place[w]], order[to]);
            place[other] = std::exchange(place[w], to);
            --left[w];
        });
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
