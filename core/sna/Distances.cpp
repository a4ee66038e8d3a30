// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Distances.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <limits>
#include <memory>
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
constexpr std::size_t kMaxChunks = 32;
constexpr std::size_t kPollEvery = 1024; ///< vertices
constexpr std::size_t kAhead = 2;        ///< vertices whose rows are fetched beforehand

struct alignas(64) Bits
{
    std::array<std::uint64_t, kWords> word;
};

/// What a chunk of sources adds up, by vertex of the search graph.
struct Part
{
    explicit Part(std::size_t n) : reach(n), sum(n), harmonic(n), eccentricity(n) {}
    void add(const Part& other)
    {
        for (std::size_t v = 0; v < reach.size(); ++v) {
            reach[v] += other.reach[v];
            sum[v] += other.sum[v];
            harmonic[v] += other.harmonic[v];
            eccentricity[v] = std::max(eccentricity[v], other.eccentricity[v]);
        }
    }

    std::vector<std::uint32_t> reach;
    std::vector<std::uint64_t> sum;
    std::vector<double> harmonic;
    std::vector<std::uint32_t> eccentricity;
};

/// The room one thread works in; nobody is active or marked between batches.
struct Room
{
    Room(std::size_t n, std::size_t pieces)
        : seen(n), current(n), next(n), active(n), marked(n), done(n), pieceBits(pieces)
    {}
    std::vector<Bits> seen;
    std::vector<Bits> current; ///< sources that reached a vertex on this level; of active vertices only
    std::vector<Bits> next;
    std::vector<std::uint8_t> active; ///< the frontier. Flags of a byte stay in the fast cache, rows of bits do not
    std::vector<std::uint8_t> marked;
    std::vector<std::uint8_t> done; ///< has seen all sources of its piece
    std::vector<Bits> pieceBits;    ///< sources of a piece
    std::vector<std::uint32_t> frontier, following, candidates;
};

/// Sources that reach w from the frontier for the first time; their number.
WEAVEMAP_ALWAYS_INLINE std::uint32_t pull(Room& room, std::span<const std::uint32_t> row, std::uint32_t w,
                                          const Bits& all)
{
    Bits open, got{};
    for (std::size_t i = 0; i < kWords; ++i)
        open.word[i] = all.word[i] & ~room.seen[w].word[i];
    for (const std::uint32_t u : row) {
        if (!room.active[u])
            continue;
        std::uint64_t missing = 0;
        for (std::size_t i = 0; i < kWords; ++i) {
            got.word[i] |= room.current[u].word[i];
            missing |= open.word[i] & ~got.word[i];
        }
        if (missing == 0) {
            room.done[w] = 1;
            break;
        }
    }
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
        got.word[i] &= open.word[i];
        room.seen[w].word[i] |= got.word[i];
        count += static_cast<std::uint32_t>(std::popcount(got.word[i]));
    }
    room.next[w] = got;
    return count;
}

/// Has fetched what `pull` will read.
WEAVEMAP_ALWAYS_INLINE void fetch(const Room& room, std::span<const std::uint32_t> row, std::uint32_t w)
{
    WEAVEMAP_PREFETCH(&room.seen[w]);
    for (const std::uint32_t u : row)
        if (room.active[u])
            WEAVEMAP_PREFETCH(&room.current[u]);
}

WEAVEMAP_ALWAYS_INLINE void mark(const SearchRows& forward, Room& room)
{
    room.candidates.clear();
    for (const std::uint32_t v : room.frontier) {
        for (const std::uint32_t w : forward.row(v)) {
            if (room.marked[w] | room.done[w])
                continue;
            room.marked[w] = 1;
            room.candidates.push_back(w);
        }
    }
    for (const std::uint32_t w : room.candidates)
        room.marked[w] = 0;
}

/// Returns false where cancelled.
WEAVEMAP_ALWAYS_INLINE bool oneBatch(const SearchGraph& graph, PathEnd end, std::uint32_t first, std::uint32_t last,
                                     const ChunkRun& run, Room& room, Part& part)
{
    // Searching along out-arcs tells each vertex about the sources that reach it, so paths *to* a vertex go with the
    // arcs.
    const SearchRows& forward = end == PathEnd::to ? graph.out() : graph.in();
    const SearchRows& backward = end == PathEnd::to ? graph.in() : graph.out();
    std::fill(room.seen.begin(), room.seen.end(), Bits{});
    std::fill(room.done.begin(), room.done.end(), std::uint8_t{0});
    std::fill(room.pieceBits.begin(), room.pieceBits.end(), Bits{});
    room.frontier.clear();
    for (std::uint32_t s = first; s < last; ++s) {
        const std::uint32_t bit = s - first;
        const std::uint64_t flag = std::uint64_t{1} << (bit % 64);
        room.seen[s].word[bit / 64] |= flag;
        room.current[s] = room.seen[s];
        room.active[s] = 1;
        room.pieceBits[graph.piece(s)].word[bit / 64] |= flag;
        room.frontier.push_back(s);
    }
    for (std::uint32_t distance = 1; !room.frontier.empty(); ++distance) {
        mark(forward, room);
        room.following.clear();
        const double inverse = 1.0 / distance;
        for (std::size_t i = 0; i < room.candidates.size(); ++i) {
            if (i % kPollEvery == 0 && run.cancelled())
                return false;
            if (i + kAhead < room.candidates.size())
                fetch(room, backward.row(room.candidates[i + kAhead]), room.candidates[i + kAhead]);
            const std::uint32_t w = room.candidates[i];
            const std::uint32_t count = pull(room, backward.row(w), w, room.pieceBits[graph.piece(w)]);
            if (count == 0)
                continue;
            room.following.push_back(w);
            part.reach[w] += count;
            part.sum[w] += std::uint64_t{count} * distance;
            part.harmonic[w] += count * inverse;
            part.eccentricity[w] = std::max(part.eccentricity[w], distance);
        }
        for (const std::uint32_t v : room.frontier)
            room.active[v] = 0;
        for (const std::uint32_t v : room.following)
            room.active[v] = 1;
        std::swap(room.current, room.next);
        std::swap(room.frontier, room.following);
    }
    return true;
}

WEAVEMAP_AVX2_TARGET bool oneBatchAvx2(const SearchGraph& graph, PathEnd end, std::uint32_t first, std::uint32_t last,
                                       const ChunkRun& run, Room& room, Part& part)
{
    return oneBatch(graph, end, first, last, run, room, part);
}

bool oneBatchPlain(const SearchGraph& graph, PathEnd end, std::uint32_t first, std::uint32_t last, const ChunkRun& run,
                   Room& room, Part& part)
{
    return oneBatch(graph, end, first, last, run, room, part);
}

} // namespace

Result<Distances> distances(const graph::GraphSnapshot& snapshot, PathEnd end, const RunContext& context)
{
    const SearchGraph graph(snapshot);
    const std::uint32_t n = graph.vertexCount();
    const std::size_t batches = (std::size_t{n} + kSources - 1) / kSources;
    const std::size_t chunks = std::min(batches, kMaxChunks);
    const auto batch = hasAvx2() ? oneBatchAvx2 : oneBatchPlain;
    std::vector<std::unique_ptr<Room>> rooms(context.threads());
    Part total(n);
    InOrder<Part> inOrder;
    const bool finished = forEachChunk(context, chunks, [&](std::size_t chunk, ChunkRun& run) {
        auto& room = rooms[run.worker()];
        if (!room)
            room = std::make_unique<Room>(n, graph.pieceCount());
        Part part(n);
        const std::size_t from = batches * chunk / chunks, until = batches * (chunk + 1) / chunks;
        for (std::size_t b = from; b < until; ++b) {
            const auto first = static_cast<std::uint32_t>(b * kSources);
            if (!batch(graph, end, first, std::min(n, first + kSources), run, *room, part))
                return false;
            run.reached(static_cast<double>(b + 1 - from) / static_cast<double>(until - from));
        }
        inOrder.put(chunk, std::move(part), [&total](const Part& next) { total.add(next); });
        return true;
    });
    if (!finished)
        return fail(ErrorCode::cancelled);

    Distances result;
    result.reach.assign(snapshot.vertexCount(), 0);
    result.sum.assign(snapshot.vertexCount(), 0);
    result.harmonic.assign(snapshot.vertexCount(), 0.0);
    result.eccentricity.assign(snapshot.vertexCount(), 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        const std::uint32_t place = graph.original(v);
        result.reach[place] = total.reach[v];
        result.sum[place] = total.sum[v];
        result.harmonic[place] = total.harmonic[v];
        result.eccentricity[place] = total.eccentricity[v];
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
    piece.component = largest;
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
