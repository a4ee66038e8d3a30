// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/SmallWorld.h"

#include <cmath>

#include "core/sna/Figures.h"

namespace weavemap::sna {

double smallWorld(const graph::GraphSnapshot& snapshot, const Components& components,
                  const std::vector<std::uint64_t>& triangles, const Distances& distances)
{
    const LargestPiece piece = largestPiece(distances, components.of);
    if (piece.size < kSmallWorldLeast)
        return kUndefined;
    std::uint64_t ends = 0, closed = 0, triples = 0;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        if (components.of[v] != piece.component)
            continue;
        const std::uint64_t degree = snapshot.degree(v);
        ends += degree;
        closed += triangles[v];
        triples += degree * (degree - 1) / 2; // nobody in a component of 50 has degree 0
    }
    const double n = piece.size;
    const double meanDegree = static_cast<double>(ends) / n;
    const double clustering = static_cast<double>(closed) / static_cast<double>(triples);
    const double randomClustering = meanDegree / n;
    const double randomDistance = std::log(n) / std::log(meanDegree); // connected: at least 2 - 2/n ties each
    return clustering / randomClustering / (piece.meanDistance / randomDistance);
}

} // namespace weavemap::sna
