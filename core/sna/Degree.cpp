// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Degree.h"

#include <algorithm>
#include <cmath>

#include "core/sna/Figures.h"

namespace weavemap::sna {

namespace {

std::uint32_t tiesOf(const graph::GraphSnapshot& snapshot, std::uint32_t v, TieEnd end)
{
    return end == TieEnd::outgoing ? snapshot.degree(v) : snapshot.inDegree(v);
}

} // namespace

Result<std::vector<double>> degree(const graph::GraphSnapshot& snapshot, TieEnd end, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    std::vector<double> result(snapshot.vertexCount());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        result[v] = tiesOf(snapshot, v, end);
    return result;
}

Result<std::vector<double>> strength(const graph::GraphSnapshot& snapshot, TieEnd end, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    std::vector<double> result(snapshot.vertexCount());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        double sum = 0.0;
        for (const double weight : end == TieEnd::outgoing ? snapshot.weights(v) : snapshot.inWeights(v))
            sum += weight;
        result[v] = std::isfinite(sum) ? sum : kUndefined;
    }
    return result;
}

double meanDegree(const graph::GraphSnapshot& snapshot)
{
    if (snapshot.vertexCount() == 0)
        return kUndefined;
    const double ends = static_cast<double>(snapshot.edgeCount()) * (snapshot.isDirected() ? 1.0 : 2.0);
    return ends / snapshot.vertexCount();
}

std::uint32_t isolateCount(const graph::GraphSnapshot& snapshot)
{
    std::uint32_t count = 0;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        if (snapshot.degree(v) == 0 && snapshot.inDegree(v) == 0)
            ++count;
    return count;
}

double degreeCentralization(const graph::GraphSnapshot& snapshot, TieEnd end)
{
    const double n = snapshot.vertexCount();
    if (n < (snapshot.isDirected() ? 2 : 3))
        return kUndefined;
    std::uint32_t top = 0;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        top = std::max(top, tiesOf(snapshot, v, end));
    const double sum = n * top - static_cast<double>(snapshot.edgeCount()) * (snapshot.isDirected() ? 1.0 : 2.0);
    return sum / ((n - 1) * (snapshot.isDirected() ? n - 1 : n - 2));
}

double density(const graph::GraphSnapshot& snapshot)
{
    const double n = snapshot.vertexCount();
    if (n < 2)
        return kUndefined;
    return static_cast<double>(snapshot.edgeCount()) * (snapshot.isDirected() ? 1.0 : 2.0) / (n * (n - 1));
}

} // namespace weavemap::sna
