// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "BenchOptions.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::bench {

/// What a task computed: a value per vertex, one number, groups with their modularity, or positions.
struct Outcome
{
    std::vector<double> perNode;
    std::optional<double> value;
    std::optional<double> modularity; ///< `perNode` is then the group of each vertex
    std::vector<double> x, y;
    std::string more; ///< further fields of the line, in JSON: `"bound":0.01`
};

using Task = Result<Outcome> (*)(const graph::GraphSnapshot&, const BenchOptions&, const RunContext&);

/// The task of that name, or null.
Task findTask(const std::string& name);
std::vector<std::string> taskNames();

#ifdef WEAVEMAP_BENCH_LAYOUT
Result<Outcome> layoutTask(const graph::GraphSnapshot& snapshot, const BenchOptions& options,
                           const RunContext& context);
#endif
#ifdef WEAVEMAP_BENCH_EXPORT
Result<Outcome> exportTask(const graph::GraphSnapshot& snapshot, const BenchOptions& options,
                           const RunContext& context);
#endif

} // namespace weavemap::bench
