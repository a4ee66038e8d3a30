// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Harmonic.h"

#include <algorithm>
#include <utility>

namespace weavemap::sna {

Result<std::vector<double>> harmonic(const graph::GraphSnapshot& snapshot, PathEnd end, const RunContext& context)
{
    WEAVEMAP_ASSIGN(Distances all, distances(snapshot, end, context));
    return std::move(all.harmonic);
}

std::vector<double> normalizedHarmonic(const std::vector<double>& raw)
{
    if (raw.size() < 2)
        return {};
    const double others = static_cast<double>(raw.size() - 1);
    std::vector<double> result(raw.size());
    std::transform(raw.begin(), raw.end(), result.begin(), [others](double h) { return h / others; });
    return result;
}

} // namespace weavemap::sna
