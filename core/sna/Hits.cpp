// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Hits.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/sna/Components.h"
#include "core/sna/Eigenvector.h"

namespace weavemap::sna {

namespace {

std::vector<double> maxOne(std::vector<double> values)
{
    const double top = *std::max_element(values.begin(), values.end());
    for (double& x : values)
        x /= top;
    return values;
}

} // namespace

Result<std::optional<Hits>> hits(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<graph::Edge> ties = snapshot.edges();
    for (graph::Edge& tie : ties) {
        tie.target += n;
        tie.weight = 1.0;
    }
    const graph::GraphSnapshot sides(graph::GraphSnapshot::Direction::undirected, 2 * n, ties);
    WEAVEMAP_ASSIGN(const Components parts, components(sides, context));
    WEAVEMAP_ASSIGN(const EigenvectorResult both, eigenvector(sides, parts, Weighting::counted, context));
    if (!both.whole)
        return std::optional<Hits>();
    const auto middle = both.whole->begin() + static_cast<std::ptrdiff_t>(n);
    return std::optional<Hits>(Hits{maxOne({both.whole->begin(), middle}), maxOne({middle, both.whole->end()})});
}

} // namespace weavemap::sna
