// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Reciprocity.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "core/sna/Figures.h"
#include "core/sna/Parallel.h"

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kTellEvery = 64; ///< vertices

enum Triad { t003, t012, t102, t021D, t021U, t021C, t111D, t111U, t030T, t030C, t201, t120D, t120U, t120C, t210, t300 };

/// Arcs among three vertices: arc[i][j] from i to j.
using Arcs = std::array<std::array<bool, 3>, 3>;

/// The kind of a triple with no mutual pair, by its out- and in-degrees.
Triad withoutMutual(int asymmetric, const std::array<int, 3>& out, const std::array<int, 3>& in)
{
    const int mostOut = *std::max_element(out.begin(), out.end());
    const int mostIn = *std::max_element(in.begin(), in.end());
    switch (asymmetric) {
    case 0:
        return t003;
    case 1:
        return t012;
    case 2:
        return mostOut == 2 ? t021D : mostIn == 2 ? t021U : t021C;
    default:
        return mostOut == 2 ? t030T : t030C;
    }
}

/// The kind of a triple with one mutual pair; `third` is the vertex outside it.
Triad withOneMutual(int asymmetric, const Arcs& arc, std::size_t third)
{
    const auto count = [third](const auto& has) {
        int found = 0;
        for (std::size_t i = 0; i < 3; ++i)
            found += i != third && has(i) ? 1 : 0;
        return found;
    };
    const int sent = count([&](std::size_t i) { return arc[third][i]; });
    if (asymmetric == 0)
        return t102;
    if (asymmetric == 1)
        return sent == 1 ? t111D : t111U;
    return sent == 2 ? t120D : sent == 0 ? t120U : t120C;
}

Triad kindOf(const Arcs& arc)
{
    int mutual = 0, asymmetric = 0;
    std::size_t third = 0;
    std::array<int, 3> out{}, in{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = i + 1; j < 3; ++j) {
            if (arc[i][j] && arc[j][i]) {
                ++mutual;
                third = 3 - i - j;
            } else if (arc[i][j] || arc[j][i]) {
                ++asymmetric;
            }
        }
        for (std::size_t j = 0; j < 3; ++j) {
            out[i] += i != j && arc[i][j] ? 1 : 0;
            in[i] += i != j && arc[j][i] ? 1 : 0;
        }
    }
    if (mutual == 0)
        return withoutMutual(asymmetric, out, in);
    if (mutual == 1)
        return withOneMutual(asymmetric, arc, third);
    if (mutual == 2)
        return asymmetric == 0 ? t201 : t210;
    return t300;
}

} // namespace

double DyadCensus::arcReciprocity() const
{
    const double arcs = 2 * mutual + asymmetric;
    return arcs > 0 ? 2 * mutual / arcs : kUndefined;
}

double DyadCensus::dyadReciprocity() const
{
    const double tied = mutual + asymmetric;
    return tied > 0 ? mutual / tied : kUndefined;
}

Result<DyadCensus> dyadCensus(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    std::uint64_t returned = 0;
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
        for (const std::uint32_t w : snapshot.neighbours(v))
            returned += snapshot.hasEdge(w, v) ? 1 : 0;
    const double n = snapshot.vertexCount();
    DyadCensus census;
    const std::uint64_t mutual = returned / 2;
    census.mutual = static_cast<double>(mutual);
    census.asymmetric = static_cast<double>(snapshot.edgeCount() - returned);
    census.none = n * (n - 1) / 2 - census.mutual - census.asymmetric;
    return census;
}

Result<std::array<double, 16>> triadCensus(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    const graph::GraphSnapshot ties = snapshot.undirected();
    std::array<std::uint64_t, 16> counts{};
    std::vector<std::uint32_t> others;
    ProgressGate gate;
    for (std::uint32_t v = 0; v < n; ++v) {
        if (const double share = static_cast<double>(v) / n; v % kTellEvery == 0 && gate.opens(share))
            context.progress(share);
        for (const std::uint32_t u : ties.neighbours(v)) {
            if (u < v)
                continue;
            if (context.cancelled())
                return fail(ErrorCode::cancelled);
            others.clear();
            std::set_union(ties.neighbours(v).begin(), ties.neighbours(v).end(), ties.neighbours(u).begin(),
                           ties.neighbours(u).end(), std::back_inserter(others));
            const bool there = snapshot.hasEdge(v, u), back = snapshot.hasEdge(u, v);
            // Triples of this pair with someone tied to neither: `others` holds both ends besides.
            counts[there && back ? t102 : t012] += n - others.size();
            for (const std::uint32_t w : others) {
                // A triple with several tied pairs is counted once, at its first one in the order of vertices.
                const bool firstPair = w > u || (w > v && w < u && !ties.hasEdge(v, w));
                if (!firstPair)
                    continue;
                const Arcs arc{{{false, there, snapshot.hasEdge(v, w)},
                                {back, false, snapshot.hasEdge(u, w)},
                                {snapshot.hasEdge(w, v), snapshot.hasEdge(w, u), false}}};
                ++counts[kindOf(arc)];
            }
        }
    }
    std::array<double, 16> result{};
    const double all = n < 3 ? 0.0 : static_cast<double>(n) * (n - 1.0) * (n - 2.0) / 6.0;
    double rest = all;
    for (std::size_t kind = 1; kind < result.size(); ++kind) {
        result[kind] = static_cast<double>(counts[kind]);
        rest -= result[kind];
    }
    result[t003] = rest;
    return result;
}

} // namespace weavemap::sna
