// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/HubDependence.h"

#include <algorithm>
#include <cstddef>

#include "core/sna/Figures.h"
#include "core/sna/Parallel.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kChunks = 64;
constexpr std::size_t kPollEvery = std::size_t{1} << 16; ///< arcs

struct Pairs
{
    std::uint64_t withStaff = 0;
    std::uint64_t withoutStaff = 0;
};

} // namespace

Result<double> hubDependence(const StaffNetwork& network, const RunContext& context)
{
    const graph::GraphSnapshot& ties = network.snapshot;
    if (ties.isDirected())
        return hubDependence({ties.undirected(), network.isStaff}, context);
    const std::uint32_t n = ties.vertexCount();
    const std::size_t chunks = std::min<std::size_t>(n, kChunks);
    std::vector<Pairs> parts(chunks);
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk) {
        // Who last met a member, on any way and on one without staff; n: nobody.
        std::vector<std::uint32_t> metBy(n, n), metWithoutStaffBy(n, n);
        Pairs found;
        std::size_t walked = 0;
        const auto end = static_cast<std::uint32_t>(n * (chunk + 1) / chunks);
        for (auto v = static_cast<std::uint32_t>(n * chunk / chunks); v < end; ++v) {
            if (network.isStaff[v] != 0)
                continue;
            const auto meet = [&](std::uint32_t w, bool throughStaff) {
                if (w == v || network.isStaff[w] != 0)
                    return;
                found.withStaff += metBy[w] != v ? 1U : 0U;
                metBy[w] = v;
                if (throughStaff)
                    return;
                found.withoutStaff += metWithoutStaffBy[w] != v ? 1U : 0U;
                metWithoutStaffBy[w] = v;
            };
            for (const std::uint32_t u : ties.neighbours(v)) {
                meet(u, false);
                walked += ties.degree(u) + std::size_t{1};
                if (walked >= kPollEvery) {
                    walked = 0;
                    if (context.cancelled())
                        return false;
                }
                for (const std::uint32_t w : ties.neighbours(u))
                    meet(w, network.isStaff[u] != 0);
            }
        }
        parts[chunk] = found;
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);
    Pairs all;
    for (const Pairs& part : parts) {
        all.withStaff += part.withStaff;
        all.withoutStaff += part.withoutStaff;
    }
    if (all.withStaff == 0)
        return kUndefined;
    return 1.0 - static_cast<double>(all.withoutStaff) / static_cast<double>(all.withStaff);
}

} // namespace weavemap::sna
