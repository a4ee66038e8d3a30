// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "core/sna/Parallel.h"
#include "core/sna/SearchGraph.h"

namespace weavemap::sna {

/// How many sources one pass of `LaneBetweenness` carries.
inline constexpr std::uint32_t kBetweennessLanes = 32;

/// Dependencies of vertices on up to kBetweennessLanes sources in one pass: level by level, one SIMD lane each, so that
/// the adjacency is read once for all of them. Good where the graph is shallow. A vertex's numbers for all lanes stand
/// together: path counts on the way out, (1 + dependency) / paths in the same place on the way back; which lanes are on
/// the level at hand is a mask of bits. Plain adds in a fixed order: the same bits with SSE2 and AVX2.
///
/// Room for one thread, kept from pass to pass: 280 bytes a vertex and 8 for each level that some lane reaches it on.
class LaneBetweenness
{
public:
    explicit LaneBetweenness(const SearchGraph& graph);
    ~LaneBetweenness();
    LaneBetweenness(const LaneBetweenness&) = delete;
    LaneBetweenness& operator=(const LaneBetweenness&) = delete;

    /// Adds to `sums` (by vertex of the graph) the dependencies on the sources, ordered pairs. Not finite where path
    /// counts overflow. False where cancelled; then the object is of no further use.
    bool add(std::span<const std::uint32_t> sources, const ChunkRun& run, std::span<double> sums);

private:
    struct Room;
    const SearchGraph& m_graph;
    std::unique_ptr<Room> m_room;
};

} // namespace weavemap::sna
