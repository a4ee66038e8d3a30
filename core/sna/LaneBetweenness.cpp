// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/LaneBetweenness.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/sna/Simd.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kLanes = kBetweennessLanes;
constexpr std::size_t kQuads = kLanes / 4;
using Mask = std::uint32_t;
static_assert(kLanes <= 32 && kLanes % 4 == 0);

struct alignas(64) Lanes
{
    std::array<Quad, kQuads> at;
};

/// The choice of lanes for every pattern of four bits.
struct Patterns
{
    alignas(32) std::array<Choice, 16> of;
    constexpr Patterns() : of{}
    {
        for (std::int64_t p = 0; p < 16; ++p)
            of[static_cast<std::size_t>(p)] = Choice{-(p & 1), -(p >> 1 & 1), -(p >> 2 & 1), -(p >> 3 & 1)};
    }
};
constexpr Patterns kPatterns;

WEAVEMAP_ALWAYS_INLINE void clear(Lanes& lanes)
{
    for (std::size_t q = 0; q < kQuads; ++q)
        lanes.at[q] = Quad{};
}

/// A vertex on a level of the search, and the lanes that reached it there.
struct Reached
{
    std::uint32_t vertex;
    Mask lanes;
};

/// The room that one thread works in. Between batches `current`, `next`, `paths` are zero and `marked`, `seen` clear.
struct Room
{
    explicit Room(std::size_t n, std::size_t pieces)
        : paths(n), current(n), next(n), seen(n), active(n), marked(n), pieceLanes(pieces)
    {}

    std::vector<Lanes> paths;   ///< numbers of shortest paths; on the way back (1 + dependency) / paths
    std::vector<Lanes> current; ///< what the frontier hands on, zero elsewhere
    std::vector<Lanes> next;
    std::vector<Mask> seen;
    std::vector<std::uint8_t> active; ///< whether `current` holds anything
    std::vector<std::uint8_t> marked;
    std::vector<Mask> pieceLanes; ///< lanes whose source lies in a piece
    std::vector<std::uint32_t> candidates;
    std::vector<Reached> reached;         ///< all levels, one after the other
    std::vector<std::size_t> levelStarts; ///< where each begins
};

WEAVEMAP_ALWAYS_INLINE void add(Lanes& sum, const Lanes& term)
{
    for (std::size_t q = 0; q < kQuads; ++q)
        sum.at[q] += term.at[q];
}

/// The lanes that reach w from the current frontier and had not reached it before.
WEAVEMAP_ALWAYS_INLINE Mask pull(Room& room, std::span<const std::uint32_t> row, std::uint32_t w)
{
    Lanes sum;
    clear(sum);
    for (const std::uint32_t u : row)
        if (room.active[u])
            add(sum, room.current[u]);
    Lanes& paths = room.paths[w];
    Lanes& fresh = room.next[w];
    const Quad zero{};
    Choice bits{};
    for (std::size_t q = 0; q < kQuads; ++q) {
        const Quad got = WEAVEMAP_PICK(paths.at[q] == zero, sum.at[q], zero);
        const auto first = std::int64_t{1} << (4 * q);
        bits |= (got != zero) & Choice{first, first << 1, first << 2, first << 3};
        fresh.at[q] = got;
        paths.at[q] += got;
    }
    return static_cast<Mask>(bits[0] | bits[1] | bits[2] | bits[3]);
}

WEAVEMAP_ALWAYS_INLINE void forward(const SearchGraph& graph, Room& room)
{
    for (std::size_t level = 0;; ++level) {
        const std::size_t begin = room.levelStarts[level], end = room.levelStarts[level + 1];
        if (begin == end)
            return;
        room.candidates.clear();
        for (std::size_t i = begin; i < end; ++i) {
            for (const std::uint32_t w : graph.out().row(room.reached[i].vertex)) {
                if (!room.marked[w] && room.seen[w] != room.pieceLanes[graph.piece(w)]) {
                    room.marked[w] = 1;
                    room.candidates.push_back(w);
                }
            }
        }
        for (const std::uint32_t w : room.candidates) {
            room.marked[w] = 0;
            if (const Mask lanes = pull(room, graph.in().row(w), w)) {
                room.seen[w] |= lanes;
                room.reached.push_back({w, lanes});
            }
        }
        for (std::size_t i = begin; i < end; ++i) {
            clear(room.current[room.reached[i].vertex]);
            room.active[room.reached[i].vertex] = 0;
        }
        std::swap(room.current, room.next);
        for (std::size_t i = end; i < room.reached.size(); ++i)
            room.active[room.reached[i].vertex] = 1;
        room.levelStarts.push_back(room.reached.size());
    }
}

/// Dependency of v summed over `lanes`; leaves (1 + dependency) / paths of these lanes in `next`.
WEAVEMAP_ALWAYS_INLINE double collect(Room& room, std::span<const std::uint32_t> row, std::uint32_t v, Mask lanes)
{
    Lanes sum;
    clear(sum);
    for (const std::uint32_t w : row)
        if (room.active[w])
            add(sum, room.current[w]);
    const Lanes& paths = room.paths[v];
    Lanes& out = room.next[v];
    const Quad zero{};
    const Quad one = {1.0, 1.0, 1.0, 1.0};
    Quad total{};
    for (std::size_t q = 0; q < kQuads; ++q) {
        const Choice here = kPatterns.of[lanes >> (4 * q) & 15U];
        const Quad dependency = WEAVEMAP_PICK(here, paths.at[q] * sum.at[q], zero);
        const Quad divisor = WEAVEMAP_PICK(here, paths.at[q], one);
        total += dependency;
        out.at[q] = WEAVEMAP_PICK(here, (one + dependency) / divisor, zero);
    }
    return (total[0] + total[1]) + (total[2] + total[3]);
}

WEAVEMAP_ALWAYS_INLINE void backward(const SearchGraph& graph, Room& room, double* sums)
{
    // The last level of `levelStarts` is empty; what lies below the sources' own level is collected.
    for (std::size_t level = room.levelStarts.size() - 2; level >= 1; --level) {
        const std::size_t begin = room.levelStarts[level], end = room.levelStarts[level + 1];
        const std::size_t below = level + 2 < room.levelStarts.size() ? room.levelStarts[level + 2] : end;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t v = room.reached[i].vertex;
            sums[v] += collect(room, graph.out().row(v), v, room.reached[i].lanes);
        }
        for (std::size_t i = end; i < below; ++i) {
            clear(room.current[room.reached[i].vertex]);
            room.active[room.reached[i].vertex] = 0;
        }
        std::swap(room.current, room.next);
        for (std::size_t i = begin; i < end; ++i)
            room.active[room.reached[i].vertex] = 1;
    }
}

WEAVEMAP_ALWAYS_INLINE void oneBatch(const SearchGraph& graph, std::uint32_t begin, std::uint32_t end, Room& room,
                                     double* sums)
{
    room.reached.clear();
    room.levelStarts = {0};
    std::fill(room.pieceLanes.begin(), room.pieceLanes.end(), 0);
    for (std::uint32_t s = begin; s < end; ++s) {
        const std::size_t lane = s - begin;
        room.paths[s].at[lane / 4][lane % 4] = 1.0;
        room.current[s].at[lane / 4][lane % 4] = 1.0;
        room.active[s] = 1;
        room.seen[s] = Mask{1} << lane;
        room.pieceLanes[graph.piece(s)] |= Mask{1} << lane;
        room.reached.push_back({s, room.seen[s]});
    }
    room.levelStarts.push_back(room.reached.size());
    forward(graph, room);
    backward(graph, room, sums);
    for (const Reached& r : room.reached) {
        clear(room.paths[r.vertex]);
        clear(room.current[r.vertex]);
        room.seen[r.vertex] = 0;
        room.active[r.vertex] = 0;
    }
}

WEAVEMAP_AVX2_TARGET void oneBatchAvx2(const SearchGraph& graph, std::uint32_t begin, std::uint32_t end, Room& room,
                                       double* sums)
{
    oneBatch(graph, begin, end, room, sums);
}

void oneBatchPlain(const SearchGraph& graph, std::uint32_t begin, std::uint32_t end, Room& room, double* sums)
{
    oneBatch(graph, begin, end, room, sums);
}

} // namespace

bool laneBetweenness(const SearchGraph& graph, std::uint32_t begin, std::uint32_t end, const RunContext& context,
                     std::span<double> sums)
{
    Room room(graph.vertexCount(), graph.pieceCount());
    const auto batch = hasAvx2() ? oneBatchAvx2 : oneBatchPlain;
    for (std::uint32_t s = begin; s < end; s += kBetweennessLanes) {
        if (context.cancelled())
            return false;
        batch(graph, s, std::min(end, s + kBetweennessLanes), room, sums.data());
    }
    return true;
}

} // namespace weavemap::sna
