// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/TwoSteps.h"

#include <algorithm>
#include <cstddef>

#include "core/sna/Figures.h"
#include "core/sna/Parallel.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kChunks = 64;
constexpr std::size_t kPollEvery = std::size_t{1} << 16; ///< arcs

} // namespace

Result<std::vector<std::uint32_t>> withinTwoSteps(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<std::uint32_t> within(n, 0);
    const std::size_t chunks = std::min<std::size_t>(n, kChunks);
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk) {
        std::vector<std::uint32_t> lastSeenBy(n, n); // n: nobody
        std::size_t walked = 0;
        const auto end = static_cast<std::uint32_t>(n * (chunk + 1) / chunks);
        for (auto v = static_cast<std::uint32_t>(n * chunk / chunks); v < end; ++v) {
            std::uint32_t count = 0;
            const auto see = [&](std::uint32_t w) {
                count += lastSeenBy[w] != v ? 1U : 0U;
                lastSeenBy[w] = v;
            };
            lastSeenBy[v] = v;
            for (const std::uint32_t u : snapshot.neighbours(v)) {
                see(u);
                walked += snapshot.degree(u) + std::size_t{1};
                if (walked >= kPollEvery) {
                    walked = 0;
                    if (context.cancelled())
                        return false;
                }
                for (const std::uint32_t w : snapshot.neighbours(u))
                    see(w);
            }
            within[v] = count;
        }
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);
    return within;
}

std::vector<double> twoStepReach(const std::vector<std::uint32_t>& within)
{
    std::vector<double> share(within.size(), kUndefined);
    if (within.size() < 2)
        return share;
    const double others = static_cast<double>(within.size() - 1);
    std::transform(within.begin(), within.end(), share.begin(),
                   [others](std::uint32_t count) { return count / others; });
    return share;
}

double meanTwoStepReach(const std::vector<std::uint32_t>& within)
{
    if (within.size() < 2)
        return kUndefined;
    std::uint64_t pairs = 0;
    for (const std::uint32_t count : within)
        pairs += count;
    const double n = static_cast<double>(within.size());
    return static_cast<double>(pairs) / (n * (n - 1));
}

} // namespace weavemap::sna
