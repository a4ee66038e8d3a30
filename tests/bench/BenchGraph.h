// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::bench {

/// A graph and the number that each of its vertices has in the file.
struct BenchGraph
{
    graph::GraphSnapshot snapshot;
    std::vector<std::uint32_t> original;
};

enum class Part { whole, largestComponent };

/// Reads lines `a b` (plain or gzip), numbered from 0, undirected; `# n=5000` gives the number of vertices.
/// Errors: fileUnreadable, malformedFile.
Result<BenchGraph> readGraph(const std::string& path, Part part);

} // namespace weavemap::bench
