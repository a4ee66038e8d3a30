// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/OpenTriads.h"

namespace weavemap::sna {

OpenTriads openTriads(const graph::GraphSnapshot& snapshot, const std::vector<std::uint32_t>& within)
{
    OpenTriads result;
    result.ofVertex.resize(within.size());
    std::uint64_t ends = 0;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        result.ofVertex[v] = within[v] - snapshot.degree(v);
        ends += result.ofVertex[v];
    }
    result.pairs = ends / 2;
    return result;
}

} // namespace weavemap::sna
