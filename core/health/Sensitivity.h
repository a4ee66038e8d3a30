// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/health/Connectivity.h"

namespace weavemap::health {

/// How a network is shaken.
struct SensitivityOptions
{
    double share = 0.05;     ///< of the ties, taken out or put in; in [0, 1], at least one tie where there are any
    std::uint32_t runs = 10; ///< networks with ties taken out, and as many with ties put in
    std::uint64_t seed = 1;  ///< the same seed shakes the same way
    TieFigureSet wanted = everyTieFigure();
};

/// How far each figure moves when a few ties are not there that were, or are there that were not.
struct Sensitivity
{
    /// The largest difference from the figure itself in any of the runs, in the figure's unit; absent where the figure
    /// is not defined or was not asked for.
    std::array<std::optional<double>, kTieFigures> figures;
    std::vector<std::optional<double>> mixing; ///< the same of each `Mixing::difference`

    const std::optional<double>& operator[](TieFigure figure) const
    {
        return figures[static_cast<std::size_t>(figure)];
    }
};

/// Shakes the network and finds its figures again: `options.share` of the ties are taken out by lot, or as many put in
/// between pairs drawn by lot that are not tied (fewer where hardly a pair is left). Ties with staff stay as they are,
/// those of members are the same in `withStaff`; arcs are shaken by themselves, new ones between people who answered;
/// of the new ties of a period some are left out, or more of them are made by members or staff with equal chance.
/// A run in which a figure is not defined says nothing about it. Source: the domain's 3.9; a jackknife over groups of
/// ties (B. Efron 1982, doi:10.1137/1.9781611970319), with ties put in besides.
/// `of` holds the figures of `input` itself. O(runs x `connectivity`); progress is told run by run.
/// Threads: the same bits at any number. Errors: invalidArgument (share); as `connectivity`.
Result<Sensitivity> sensitivity(const ConnectivityInput& input, const Connectivity& of,
                                const SensitivityOptions& options, const RunContext& context);

/// Whether a change may be said: the figure is known both times and moved by more than it is sensitive to, the larger
/// one of both dates' where both are known. Without any sensitivity nothing may be said.
bool isChangeSaid(const std::optional<double>& before, const std::optional<double>& after,
                  const std::optional<double>& sensitivityBefore, const std::optional<double>& sensitivityAfter);

} // namespace weavemap::health
