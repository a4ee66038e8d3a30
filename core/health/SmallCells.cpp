// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/SmallCells.h"

#include <cassert>
#include <numeric>
#include <optional>

namespace weavemap::health {

namespace {

/// The cell to hide next: the smallest above 0 that is shown, else the first zero.
std::optional<std::size_t> nextToHide(std::span<const std::size_t> counts, const std::vector<std::uint8_t>& hidden)
{
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (hidden[i] != 0)
            continue;
        const bool better = !next || (counts[i] > 0 && (counts[*next] == 0 || counts[i] < counts[*next]));
        if (better)
            next = i;
    }
    return next;
}

} // namespace

std::vector<std::uint8_t> hiddenCells(std::span<const std::size_t> counts, std::span<const std::uint8_t> alsoHidden,
                                      std::size_t least)
{
    assert(alsoHidden.empty() || alsoHidden.size() == counts.size());
    const std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    if (total > 0 && total < least)
        return std::vector<std::uint8_t>(counts.size(), 1);
    std::vector<std::uint8_t> hidden(counts.size(), 0);
    std::size_t cells = 0, cellsAboveZero = 0, people = 0;
    const auto hide = [&](std::size_t i) {
        hidden[i] = 1;
        ++cells;
        cellsAboveZero += counts[i] > 0 ? 1U : 0U;
        people += counts[i];
    };
    for (std::size_t i = 0; i < counts.size(); ++i)
        if ((counts[i] > 0 && counts[i] < least) || (!alsoHidden.empty() && alsoHidden[i] != 0))
            hide(i);
    while (cells > 0 && (cellsAboveZero < 2 || people < least)) {
        const auto next = nextToHide(counts, hidden);
        if (!next)
            break;
        hide(*next);
    }
    return hidden;
}

} // namespace weavemap::health
