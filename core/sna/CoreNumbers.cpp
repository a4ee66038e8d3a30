// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/CoreNumbers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <boost/graph/core_numbers.hpp>

#include "core/graph/BoostAdapter.h"

namespace weavemap::sna {

Result<std::vector<double>> coreNumbers(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (snapshot.isDirected())
        return coreNumbers(snapshot.undirected(), context);
    if (snapshot.vertexCount() == 0)
        return std::vector<double>();
    std::vector<std::uint32_t> cores(snapshot.vertexCount());
    graph::UndirectedView view(snapshot);
    boost::core_numbers(view, boost::make_iterator_property_map(cores.begin(), graph::VertexIndexMap{}));
    return std::vector<double>(cores.begin(), cores.end());
}

Result<std::vector<double>> totalDegreeCoreNumbers(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<std::uint32_t> left(n);
    std::uint32_t top = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        left[v] = snapshot.degree(v) + snapshot.inDegree(v);
        top = std::max(top, left[v]);
    }
    // Vertices by the ties they have left; one that loses a tie is entered again, its older entry is passed over.
    std::vector<std::vector<std::uint32_t>> byTies(std::size_t{top} + 1);
    for (std::uint32_t v = 0; v < n; ++v)
        byTies[left[v]].push_back(v);
    std::vector<double> cores(n, 0.0);
    std::vector<bool> gone(n, false);
    for (std::uint32_t k = 0; k <= top; ++k) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        for (std::size_t i = 0; i < byTies[k].size(); ++i) {
            const std::uint32_t v = byTies[k][i];
            if (gone[v] || left[v] > k)
                continue;
            gone[v] = true;
            cores[v] = k;
            const auto lose = [&](std::uint32_t w) {
                if (gone[w])
                    return;
                --left[w];
                byTies[std::max(left[w], k)].push_back(w);
            };
            for (const std::uint32_t w : snapshot.neighbours(v))
                lose(w);
            for (const std::uint32_t w : snapshot.inNeighbours(v))
                lose(w);
        }
    }
    return cores;
}

} // namespace weavemap::sna
