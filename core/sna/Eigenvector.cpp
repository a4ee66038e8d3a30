// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Eigenvector.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "core/sna/Figures.h"
#include "core/sna/LeadingEigenvector.h"
#include "core/sna/WeightRange.h"

namespace weavemap::sna {

namespace {

constexpr double kTied = 1e-9;
constexpr int kMaxRounds = 200000;
constexpr double kSettled = 1e-15;

void scaleToMaxOne(std::vector<double>& values)
{
    double top = 0.0;
    for (double& x : values) {
        x = std::abs(x);
        top = std::max(top, x);
    }
    for (double& x : values)
        x /= top;
}

/// One component with vertices numbered from 0.
struct Piece
{
    std::vector<std::uint32_t> members; ///< ascending
    std::vector<std::size_t> offsets{0};
    std::vector<std::uint32_t> targets;
    std::vector<double> weights; ///< the largest below 1 and at least 1/2; empty: all 1
    int exponent = 0;            ///< they have been divided by 2^exponent

    void multiply(const std::vector<double>& in, std::vector<double>& out) const
    {
        const double* const values = in.data();
        const std::uint32_t* const to = targets.data();
        const double* const weight = weights.data();
        const std::size_t n = members.size();
        const bool isCounted = weights.empty();
        std::size_t i = 0;
        for (std::size_t v = 0; v < n; ++v) {
            const std::size_t end = offsets[v + 1];
            double sum = 0.0;
            if (isCounted) {
                for (; i < end; ++i)
                    sum += values[to[i]];
            } else {
                for (; i < end; ++i)
                    sum += weight[i] * values[to[i]];
            }
            out[v] = sum;
        }
    }
};

std::vector<Piece> piecesOf(const graph::GraphSnapshot& snapshot, const Components& components, Weighting weighting)
{
    std::vector<Piece> pieces(components.count);
    std::vector<std::uint32_t> local(snapshot.vertexCount());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        Piece& piece = pieces[components.of[v]];
        local[v] = static_cast<std::uint32_t>(piece.members.size());
        piece.members.push_back(v);
    }
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        Piece& piece = pieces[components.of[v]];
        for (const std::uint32_t w : snapshot.neighbours(v))
            piece.targets.push_back(local[w]);
        if (weighting == Weighting::weighted)
            piece.weights.insert(piece.weights.end(), snapshot.weights(v).begin(), snapshot.weights(v).end());
        piece.offsets.push_back(piece.targets.size());
    }
    for (Piece& piece : pieces) {
        if (piece.weights.empty())
            continue;
        piece.exponent = exponentOf(*std::max_element(piece.weights.begin(), piece.weights.end()));
        std::transform(piece.weights.begin(), piece.weights.end(), piece.weights.begin(), WeightShift(-piece.exponent));
    }
    return pieces;
}

} // namespace

std::vector<double> toUnitLength(std::vector<double> values)
{
    double squares = 0.0;
    for (const double x : values)
        squares += x * x;
    const double length = std::sqrt(squares);
    if (length > 0.0)
        for (double& x : values)
            x /= length;
    return values;
}

Result<EigenvectorResult> eigenvector(const graph::GraphSnapshot& snapshot, const Components& components,
                                      Weighting weighting, const RunContext& context)
{
    EigenvectorResult result;
    result.perComponent.assign(snapshot.vertexCount(), 0.0);
    double largest = 0.0;
    bool tied = false;
    std::uint32_t leader = 0;
    const RunContext quiet = context.withProgress({}); // for small pieces: progress never goes back
    const std::vector<Piece> pieces = piecesOf(snapshot, components, weighting);
    int unit = std::numeric_limits<int>::min(); // the pieces' values are laid beside each other in that of the heaviest
    for (const Piece& piece : pieces)
        unit = piece.members.size() < 2 ? unit : std::max(unit, piece.exponent);
    for (std::uint32_t c = 0; c < components.count; ++c) {
        const Piece& piece = pieces[c];
        if (piece.members.size() < 2)
            continue;
        const auto multiply = [&piece](const std::vector<double>& in, std::vector<double>& out) {
            piece.multiply(in, out);
        };
        const bool isMost = piece.members.size() * 2 > snapshot.vertexCount();
        std::vector<double> start(piece.members.size());
        for (std::size_t v = 0; v < start.size(); ++v)
            start[v] = 1.0 + static_cast<double>(piece.offsets[v + 1] - piece.offsets[v]);
        WEAVEMAP_ASSIGN(LeadingPair pair, leadingEigenvector(multiply, std::move(start), isMost ? context : quiet));
        if (pair.isUnique())
            scaleToMaxOne(pair.vector);
        else
            std::fill(pair.vector.begin(), pair.vector.end(), kUndefined);
        for (std::size_t v = 0; v < piece.members.size(); ++v)
            result.perComponent[piece.members[v]] = pair.vector[v];
        const double value = std::ldexp(pair.value, piece.exponent - unit);
        if (value > largest * (1 + kTied)) {
            largest = value;
            leader = c;
            tied = !pair.isUnique();
        } else if (value >= largest * (1 - kTied)) {
            tied = true;
        }
    }
    if (largest > 0.0 && !tied) {
        result.whole = result.perComponent;
        for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v)
            if (components.of[v] != leader)
                (*result.whole)[v] = 0.0;
    }
    return result;
}

Result<std::vector<double>> inEigenvector(const graph::GraphSnapshot& snapshot, const RunContext& context)
{
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<double> values(n, 1.0), next(n);
    for (int round = 0; round < kMaxRounds; ++round) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        double top = 0.0;
        for (std::uint32_t v = 0; v < n; ++v) {
            double sum = values[v];
            for (const std::uint32_t u : snapshot.inNeighbours(v))
                sum += values[u];
            next[v] = sum;
            top = std::max(top, sum);
        }
        double moved = 0.0;
        for (std::uint32_t v = 0; v < n; ++v) {
            next[v] /= top;
            moved = std::max(moved, std::abs(next[v] - values[v]));
        }
        std::swap(values, next);
        if (moved <= kSettled)
            return values;
    }
    return fail(ErrorCode::internal, {"eigenvector"}, "no convergence");
}

} // namespace weavemap::sna
