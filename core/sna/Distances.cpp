// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Distances.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>

#include "core/sna/Figures.h"
#include "core/sna/Parallel.h"
#include "core/sna/SearchGraph.h"
#include "core/sna/Simd.h"

namespace weavemap::sna {

namespace {

constexpr std::size_t kWords = 8;
constexpr std::uint32_t kSources = kWords * 64;
constexpr std::size_t kMaxChunks = 16;

struct alignas(64) Bits
{
    std::array<std::uint64_t, kWords> word;
};

/// What a chunk of sources adds up, by vertex of the search graph.
struct Part
{
    explicit Part(std::size_t n) : reach(n), sum(n), harmonic(n), eccentricity(n) {}
    std::vector<std::uint32_t> reach;
    std::vector<std::uint64_t> sum;
    std::vector<double> harmonic;
    std::vector<std::uint32_t> eccentricity;
};

/// The room one chunk works in; `current` and `next` are zero between batches.
struct Room
{
    Room(std::size_t n, std::size_t pieces) : seen(n), current(n), next(n), marked(n), pieceBits(pieces) {}
    std::vector<Bits> seen;
    std::vector<Bits> current; ///< sources that reached a vertex on this level
    std::vector<Bits> next;
    std::vector<std::uint8_t> marked;
    std::vector<Bits> pieceBits; ///< sources of a piece: when a vertex has seen them all it is done
    std::vector<std::uint32_t> frontier, following, candidates;
};

WEAVEMAP_ALWAYS_INLINE bool isDone(const Bits& seen, const Bits& all)
{
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < kWords; ++i)
        missing |= all.word[i] & ~seen.word[i];
    return missing == 0;
}

/// Sources that reach w from the frontier for the first time; their number.
WEAVEMAP_ALWAYS_INLINE std::uint32_t pull(Room& room, std::span<const std::uint32_t> row, std::uint32_t w)
{
    Bits got{};
    for (const std::uint32_t u : row)
        for (std::size_t i = 0; i < kWords; ++i)
            got.word[i] |= room.current[u].word[i];
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
        got.word[i] &= ~room.seen[w].word[i];
        room.seen[w].word[i] |= got.word[i];
        count += static_cast<std::uint32_t>(std::popcount(got.word[i]));
    }
    room.next[w] = got;
    return count;
}

WEAVEMAP_ALWAYS_INLINE void mark(const SearchGraph& graph, const SearchRows& forward, Room& room)
{
    room.candidates.clear();
    for (const std::uint32_t v : room.frontier) {
        for (const std::uint32_t w : forward.row(v)) {
            if (room.marked[w])
                continue;
            room.marked[w] = 1;
            if (!isDone(room.seen[w], room.pieceBits[graph.piece(w)]))
                room.candidates.push_back(w);
            else
                room.following.push_back(w); // only to be unmarked
        }
    }
    for (const std::uint32_t w : room.following)
        room.marked[w] = 0;
    for (const std::uint32_t w : room.candidates)
        room.marked[w] = 0;
    room.following.clear();
}

/// Returns false where cancelled.
WEAVEMAP_ALWAYS_INLINE bool oneBatch(const SearchGraph& graph, PathEnd end, std::uint32_t first, std::uint32_t last,
                                     const RunContext& context, Room& room, Part& part)
{
    // Searching along out-arcs tells each vertex about the sources that reach it, so paths *to* a vertex go with the
    // arcs.
    const SearchRows& forward = end == PathEnd::to ? graph.out() : graph.in();
    const SearchRows& backward = end == PathEnd::to ? graph.in() : graph.out();
    std::fill(room.seen.begin(), room.seen.end(), Bits{});
    std::fill(room.pieceBits.begin(), room.pieceBits.end(), Bits{});
    room.frontier.clear();
    for (std::uint32_t s = first; s < last; ++s) {
        const std::uint32_t bit = s - first;
        const std::uint64_t flag = std::uint64_t{1} << (bit % 64);
        room.seen[s].word[bit / 64] |= flag;
        room.current[s].word[bit / 64] |= flag;
        room.pieceBits[graph.piece(s)].word[bit / 64] |= flag;
        room.frontier.push_back(s);
    }
    for (std::uint32_t distance = 1; !room.frontier.empty(); ++distance) {
        if (context.cancelled())
            return false;
        mark(graph, forward, room);
        const double inverse = 1.0 / distance;
        for (const std::uint32_t w : room.candidates) {
            const std::uint32_t count = pull(room, backward.row(w), w);
            if (count == 0)
                continue;
            room.following.push_back(w);
            part.reach[w] += count;
            part.sum[w] += std::uint64_t{count} * distance;
            part.harmonic[w] += count * inverse;
            part.eccentricity[w] = std::max(part.eccentricity[w], distance);
        }
        for (const std::uint32_t v : room.frontier)
            room.current[v] = Bits{};
        std::swap(room.current, room.next);
        std::swap(room.frontier, room.following);
        room.following.clear();
    }
    return true;
}

WEAVEMAP_AVX2_TARGET bool oneBatchAvx2(const SearchGraph& graph, PathEnd end, std::uint32_t first, std::uint32_t last,
                                       const RunContext& context, Room& room, Part& part)
{
    return oneBatch(graph, end, first, last, context, room, part);
}

bool oneBatchPlain(const SearchGraph& graph, PathEnd end, std::uint32_t first, std::uint32_t last,
                   const RunContext& context, Room& room, Part& part)
{
    return oneBatch(graph, end, first, last, context, room, part);
}

} // namespace

Result<Distances> distances(const graph::GraphSnapshot& snapshot, PathEnd end, const RunContext& context)
{
    const SearchGraph graph(snapshot);
    const std::uint32_t n = graph.vertexCount();
    const std::size_t batches = (std::size_t{n} + kSources - 1) / kSources;
    const std::size_t chunks = std::min(batches, kMaxChunks);
    const auto batch = hasAvx2() ? oneBatchAvx2 : oneBatchPlain;
    std::vector<Part> parts(chunks, Part(0));
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk) {
        parts[chunk] = Part(n);
        Room room(n, graph.pieceCount());
        for (std::size_t b = batches * chunk / chunks; b < batches * (chunk + 1) / chunks; ++b) {
            const auto first = static_cast<std::uint32_t>(b * kSources);
            if (!batch(graph, end, first, std::min(n, first + kSources), context, room, parts[chunk]))
                return false;
        }
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);

    Distances result;
    result.reach.assign(snapshot.vertexCount(), 0);
    result.sum.assign(snapshot.vertexCount(), 0);
    result.harmonic.assign(snapshot.vertexCount(), 0.0);
    result.eccentricity.assign(snapshot.vertexCount(), 0);
    for (const Part& part : parts) {
        for (std::uint32_t v = 0; v < n; ++v) {
            const std::uint32_t place = graph.original(v);
            result.reach[place] += part.reach[v];
            result.sum[place] += part.sum[v];
            result.harmonic[place] += part.harmonic[v];
            result.eccentricity[place] = std::max(result.eccentricity[place], part.eccentricity[v]);
        }
    }
    return result;
}

DistanceTotals distanceTotals(const Distances& distances)
{
    DistanceTotals totals;
    std::uint64_t sum = 0;
    double harmonic = 0.0;
    for (std::size_t v = 0; v < distances.reach.size(); ++v) {
        totals.orderedPairs += distances.reach[v];
        sum += distances.sum[v];
        harmonic += distances.harmonic[v];
        totals.longest = std::max(totals.longest, distances.eccentricity[v]);
    }
    const double n = static_cast<double>(distances.reach.size());
    const double all = n * (n - 1);
    const double joined = static_cast<double>(totals.orderedPairs);
    totals.meanDistance = totals.orderedPairs > 0 ? static_cast<double>(sum) / joined : kUndefined;
    totals.efficiency = n >= 2 ? harmonic / all : kUndefined;
    totals.connectedness = n >= 2 ? joined / all : kUndefined;
    return totals;
}

LargestPiece largestPiece(const Distances& distances, const std::vector<std::uint32_t>& components)
{
    LargestPiece piece;
    if (components.empty())
        return piece;
    std::vector<std::uint32_t> sizes(*std::max_element(components.begin(), components.end()) + 1, 0);
    for (const std::uint32_t c : components)
        ++sizes[c];
    // Components are numbered by first appearance: of equal ones the first wins.
    const auto largest = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    piece.size = sizes[largest];
    piece.radius = std::numeric_limits<std::uint32_t>::max();
    std::uint64_t sum = 0;
    for (std::size_t v = 0; v < components.size(); ++v) {
        if (components[v] != largest)
            continue;
        piece.diameter = std::max(piece.diameter, distances.eccentricity[v]);
        piece.radius = std::min(piece.radius, distances.eccentricity[v]);
        sum += distances.sum[v];
    }
    const double size = piece.size;
    piece.meanDistance = piece.size > 1 ? static_cast<double>(sum) / (size * (size - 1)) : kUndefined;
    return piece;
}

} // namespace weavemap::sna
