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

/// What a target t adds to the dependency of v on a source s, for its share of the shortest paths that pass v.
/// whole: 1, the definition. byDistance: 2 d(s,v) / d(s,t), which over all sources of an undirected graph adds up to
/// the same and varies far less from source to source (R. Geisberger, P. Sanders, D. Schultes 2008,
/// doi:10.1137/1.9781611972887.9): for samples of sources.
enum class Share { whole, byDistance };

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

    /// Adds to `sums` (by vertex of the graph) the dependencies on the sources, ordered pairs, and where `squares` is
    /// not empty the square of each to it. Not finite where path counts overflow. False where cancelled; then the
    /// object is of no further use.
    bool add(std::span<const std::uint32_t> sources, Share share, const ChunkRun& run, std::span<double> sums,
             std::span<double> squares = {});

private:
    struct Room;
    const SearchGraph& m_graph;
    std::unique_ptr<Room> m_room;
};

} // namespace weavemap::sna
