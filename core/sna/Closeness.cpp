// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Closeness.h"

#include <algorithm>
#include <cstddef>

#include "core/sna/Figures.h"

namespace weavemap::sna {

std::vector<double> closeness(const Distances& distances, ClosenessForm form)
{
    const std::size_t n = distances.reach.size();
    std::vector<double> result(n, kUndefined);
    for (std::size_t v = 0; v < n; ++v) {
        if (distances.reach[v] == 0)
            continue;
        const double reached = distances.reach[v];
        const double sum = static_cast<double>(distances.sum[v]);
        switch (form) {
        case ClosenessForm::component:
            result[v] = reached / sum;
            break;
        case ClosenessForm::wassermanFaust:
            result[v] = reached / static_cast<double>(n - 1) * (reached / sum);
            break;
        case ClosenessForm::raw:
            result[v] = 1.0 / sum;
            break;
        }
    }
    return result;
}

Result<std::vector<double>> closeness(const graph::GraphSnapshot& snapshot, ClosenessForm form, PathEnd end,
                                      const RunContext& context)
{
    WEAVEMAP_ASSIGN(const Distances all, distances(snapshot, end, context));
    return closeness(all, form);
}

double closenessCentralization(const Distances& distances)
{
    const std::size_t n = distances.reach.size();
    const bool connected = std::all_of(distances.reach.begin(), distances.reach.end(),
                                       [n](std::uint32_t reached) { return reached + std::size_t{1} == n; });
    if (n < 3 || !connected)
        return kUndefined;
    const std::vector<double> values = closeness(distances, ClosenessForm::component);
    const double top = *std::max_element(values.begin(), values.end());
    double sum = 0.0;
    for (const double c : values)
        sum += top - c;
    const double size = static_cast<double>(n);
    return sum * (2 * size - 3) / ((size - 1) * (size - 2));
}

} // namespace weavemap::sna
