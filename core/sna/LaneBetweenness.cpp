// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/LaneBetweenness.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <vector>

#include "core/sna/Simd.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kLanes = kBetweennessLanes;
constexpr std::size_t kQuads = kLanes / 4;
constexpr std::size_t kPollEvery = 1024; ///< vertices: a millisecond or two
using Mask = std::uint32_t;
static_assert(kLanes == std::numeric_limits<Mask>::digits && kLanes % 4 == 0);

struct alignas(64) Lanes
{
    std::array<Quad, kQuads> at;
};

/// A vertex on a level of the search, and the lanes that reached it there.
struct Reached
{
    std::uint32_t vertex;
    Mask lanes;
};

WEAVEMAP_ALWAYS_INLINE Lanes zeros()
{
    Lanes lanes;
    for (std::size_t q = 0; q < kQuads; ++q)
        lanes.at[q] = Quad{};
    return lanes;
}

/// Sets `choice` to which of the four lanes of a quad a mask names. (Vectors are not passed by value: the plain and the
/// AVX2 build of a function would disagree on how.)
WEAVEMAP_ALWAYS_INLINE void choose(Choice& choice, Mask mask, std::size_t quad)
{
    const auto first = std::int64_t{1} << (4 * quad);
    const std::int64_t m = mask;
    choice = (Choice{m, m, m, m} & Choice{first, first << 1, first << 2, first << 3}) != Choice{};
}

/// Adds the lanes of `term` that the mask names.
WEAVEMAP_ALWAYS_INLINE void add(Lanes& sum, const Lanes& term, Mask mask)
{
    const Quad zero{};
    Choice lanes;
    for (std::size_t q = 0; q < kQuads; ++q) {
        choose(lanes, mask, q);
        sum.at[q] += WEAVEMAP_PICK(lanes, term.at[q], zero);
    }
}

} // namespace

struct LaneBetweenness::Room
{
    Room(std::size_t n, std::size_t pieces) : values(n, zeros()), seen(n), here(n), marked(n), pieceLanes(pieces) {}

    std::vector<Lanes> values; ///< numbers of shortest paths; on the way back (1 + dependency) / paths
    std::vector<Mask> seen;    ///< lanes that have reached a vertex; between passes none
    std::vector<Mask> here;    ///< lanes that reach it on the level at hand; between passes none
    std::vector<std::uint8_t> marked;
    std::vector<Mask> pieceLanes; ///< lanes whose source lies in a piece
    std::vector<std::uint32_t> candidates;
    std::vector<Reached> reached;         ///< all levels, one after the other
    std::vector<std::size_t> levelStarts; ///< where each begins, and the end
};

namespace {

/// What one pass is handed.
template <class Room>
struct Pass
{
    const SearchGraph& graph;
    Room& room;
    const ChunkRun& run;
    double* sums;
};

/// The lanes that reach w from the level at hand and had not reached it before; their numbers of paths.
template <class Room>
WEAVEMAP_ALWAYS_INLINE Mask pull(Room& room, std::span<const std::uint32_t> row, std::uint32_t w)
{
    Lanes sum = zeros();
    Mask got = 0;
    const Mask open = ~room.seen[w];
    for (const std::uint32_t u : row) {
        const Mask fresh = room.here[u] & open;
        if (fresh == 0)
            continue;
        got |= fresh;
        add(sum, room.values[u], fresh);
    }
    Lanes& paths = room.values[w];
    Choice lanes;
    for (std::size_t q = 0; q < kQuads; ++q) {
        choose(lanes, got, q);
        paths.at[q] = WEAVEMAP_PICK(lanes, sum.at[q], paths.at[q]);
    }
    return got;
}

template <class Room>
WEAVEMAP_ALWAYS_INLINE void enter(Room& room, std::size_t level)
{
    for (std::size_t i = room.levelStarts[level]; i < room.levelStarts[level + 1]; ++i)
        room.here[room.reached[i].vertex] = room.reached[i].lanes;
}

template <class Room>
WEAVEMAP_ALWAYS_INLINE void leave(Room& room, std::size_t level)
{
    for (std::size_t i = room.levelStarts[level]; i < room.levelStarts[level + 1]; ++i)
        room.here[room.reached[i].vertex] = 0;
}

template <class Room>
WEAVEMAP_ALWAYS_INLINE bool forward(const Pass<Room>& pass)
{
    Room& room = pass.room;
    const SearchGraph& graph = pass.graph;
    for (std::size_t level = 0; room.levelStarts[level] < room.levelStarts[level + 1]; ++level) {
        enter(room, level);
        room.candidates.clear();
        for (std::size_t i = room.levelStarts[level]; i < room.levelStarts[level + 1]; ++i) {
            for (const std::uint32_t w : graph.out().row(room.reached[i].vertex)) {
                if (!room.marked[w] && room.seen[w] != room.pieceLanes[graph.piece(w)]) {
                    room.marked[w] = 1;
                    room.candidates.push_back(w);
                }
            }
        }
        for (std::size_t i = 0; i < room.candidates.size(); ++i) {
            if (i % kPollEvery == 0 && pass.run.cancelled())
                return false;
            const std::uint32_t w = room.candidates[i];
            room.marked[w] = 0;
            if (const Mask lanes = pull(room, graph.in().row(w), w)) {
                room.seen[w] |= lanes;
                room.reached.push_back({w, lanes});
            }
        }
        leave(room, level);
        room.levelStarts.push_back(room.reached.size());
    }
    return true;
}

/// The dependencies of a vertex on the lanes that reached it on `level`; leaves (1 + dependency) / paths of these.
template <class Room>
WEAVEMAP_ALWAYS_INLINE void collect(const Pass<Room>& pass, const Reached& at)
{
    Room& room = pass.room;
    Lanes sum = zeros();
    for (const std::uint32_t w : pass.graph.out().row(at.vertex))
        if (const Mask below = room.here[w] & at.lanes)
            add(sum, room.values[w], below);
    Lanes& values = room.values[at.vertex];
    const Quad zero{};
    const Quad one = {1.0, 1.0, 1.0, 1.0};
    Quad total{};
    Choice lanes;
    for (std::size_t q = 0; q < kQuads; ++q) {
        choose(lanes, at.lanes, q);
        const Quad paths = values.at[q];
        const Quad dependency = WEAVEMAP_PICK(lanes, paths * sum.at[q], zero);
        total += dependency;
        values.at[q] = WEAVEMAP_PICK(lanes, (one + dependency) / paths, paths);
    }
    pass.sums[at.vertex] += (total[0] + total[1]) + (total[2] + total[3]);
}

template <class Room>
WEAVEMAP_ALWAYS_INLINE bool backward(const Pass<Room>& pass)
{
    Room& room = pass.room;
    // The last level of `levelStarts` is empty; the sources' own level is not collected.
    for (std::size_t level = room.levelStarts.size() - 2; level-- > 1;) {
        enter(room, level + 1);
        for (std::size_t i = room.levelStarts[level]; i < room.levelStarts[level + 1]; ++i) {
            if ((i - room.levelStarts[level]) % kPollEvery == 0 && pass.run.cancelled())
                return false;
            collect(pass, room.reached[i]);
        }
        leave(room, level + 1);
    }
    return true;
}

template <class Room>
WEAVEMAP_ALWAYS_INLINE bool onePass(const Pass<Room>& pass, std::span<const std::uint32_t> sources)
{
    Room& room = pass.room;
    room.reached.clear();
    room.levelStarts = {0};
    std::fill(room.pieceLanes.begin(), room.pieceLanes.end(), 0);
    for (std::size_t lane = 0; lane < sources.size(); ++lane) {
        const std::uint32_t s = sources[lane];
        const Mask bit = Mask{1} << lane;
        room.values[s].at[lane / 4][lane % 4] = 1.0;
        room.seen[s] |= bit;
        room.pieceLanes[pass.graph.piece(s)] |= bit;
        room.reached.push_back({s, bit});
    }
    room.levelStarts.push_back(room.reached.size());
    if (!forward(pass) || !backward(pass))
        return false;
    for (const Reached& r : room.reached)
        room.seen[r.vertex] = 0;
    return true;
}

template <class Room>
WEAVEMAP_AVX2_TARGET bool onePassAvx2(const Pass<Room>& pass, std::span<const std::uint32_t> sources)
{
    return onePass(pass, sources);
}

template <class Room>
bool onePassPlain(const Pass<Room>& pass, std::span<const std::uint32_t> sources)
{
    return onePass(pass, sources);
}

} // namespace

LaneBetweenness::LaneBetweenness(const SearchGraph& graph)
    : m_graph(graph), m_room(std::make_unique<Room>(graph.vertexCount(), graph.pieceCount()))
{}

LaneBetweenness::~LaneBetweenness() = default;

bool LaneBetweenness::add(std::span<const std::uint32_t> sources, const ChunkRun& run, std::span<double> sums)
{
    const Pass<Room> pass{m_graph, *m_room, run, sums.data()};
    return hasAvx2() ? onePassAvx2(pass, sources) : onePassPlain(pass, sources);
}

} // namespace weavemap::sna
