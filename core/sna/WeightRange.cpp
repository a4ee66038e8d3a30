// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/WeightRange.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace weavemap::sna {

namespace {

constexpr double kMost = 0x1p900, kLeast = 0x1p-1000;
constexpr double kEnd = std::numeric_limits<double>::max();

} // namespace

int exponentOf(double weight)
{
    int exponent = 0;
    std::frexp(std::min(weight, kEnd), &exponent);
    return exponent;
}

std::optional<ShiftedWeights> inRange(const graph::GraphSnapshot& snapshot)
{
    double most = 0.0, least = kEnd;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        for (const double weight : snapshot.weights(v)) {
            most = std::max(most, weight);
            least = std::min(least, weight);
        }
    }
    if (most <= kMost && least >= kLeast)
        return std::nullopt;
    const int shift = exponentOf(kMost) - 1 - exponentOf(most);
    const WeightShift inUnit(shift);
    std::vector<graph::Edge> edges = snapshot.edges();
    for (graph::Edge& edge : edges)
        edge.weight = std::max(inUnit(edge.weight), kLeast);
    const auto direction =
        snapshot.isDirected() ? graph::GraphSnapshot::Direction::directed : graph::GraphSnapshot::Direction::undirected;
    return ShiftedWeights{graph::GraphSnapshot(direction, snapshot.vertexCount(), edges), shift};
}

} // namespace weavemap::sna
