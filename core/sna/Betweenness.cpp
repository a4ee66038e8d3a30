// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Betweenness.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/sna/DependencySums.h"

namespace weavemap::sna {

Result<std::vector<double>> betweenness(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const SearchGraph graph(snapshot);
    std::vector<std::uint32_t> sources(graph.vertexCount());
    std::iota(sources.begin(), sources.end(), 0U);
    WEAVEMAP_ASSIGN(const DependencySums sums, dependencySums(graph, sources, Share::whole, Squares::leftOut, context));
    std::vector<double> result(snapshot.vertexCount(), 0.0);
    const double perPair = snapshot.isDirected() ? 1.0 : 0.5;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v)
        result[graph.original(v)] = sums.values[v] * perPair;
    return result;
}

std::vector<double> normalizedBetweenness(const graph::GraphSnapshot& snapshot, const std::vector<double>& raw)
{
    const double n = snapshot.vertexCount();
    if (n < 3)
        return {};
    const double scale = (snapshot.isDirected() ? 1.0 : 2.0) / ((n - 1) * (n - 2));
    std::vector<double> result(raw.size());
    std::transform(raw.begin(), raw.end(), result.begin(), [scale](double x) { return x * scale; });
    return result;
}

double betweennessCentralization(const graph::GraphSnapshot& snapshot, const std::vector<double>& raw)
{
    const std::vector<double> values = normalizedBetweenness(snapshot, raw);
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double top = *std::max_element(values.begin(), values.end());
    double sum = 0.0;
    for (const double x : values)
        sum += top - x;
    return sum / static_cast<double>(values.size() - 1);
}

} // namespace weavemap::sna
