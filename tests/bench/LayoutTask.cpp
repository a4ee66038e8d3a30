// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "BenchTasks.h"
#include "core/layout/Layout.h"

namespace weavemap::bench {

Result<Outcome> layoutTask(const graph::GraphSnapshot& snapshot, const BenchOptions& options, const RunContext& context)
{
    layout::LayoutOptions wishes;
    wishes.seed = std::strtoull(options.value("seed", "1").c_str(), nullptr, 10);
    WEAVEMAP_ASSIGN(const layout::Placement placement, layout::layoutNetwork(snapshot, wishes, context));
    Outcome outcome;
    for (const layout::Point& point : placement.at) {
        outcome.x.push_back(point.x);
        outcome.y.push_back(point.y);
    }
    return outcome;
}

} // namespace weavemap::bench
