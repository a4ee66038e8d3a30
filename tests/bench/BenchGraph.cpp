// SPDX-License-Identifier: GPL-3.0-or-later
#include "BenchGraph.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <numeric>

#include <zlib.h>

#include "core/base/RunContext.h"
#include "core/sna/Components.h"

namespace weavemap::bench {

namespace {

using Direction = graph::GraphSnapshot::Direction;

Result<BenchGraph> largestComponent(const BenchGraph& whole)
{
    WEAVEMAP_ASSIGN(const sna::Components parts, sna::components(whole.snapshot, RunContext()));
    std::vector<std::uint32_t> sizes(parts.count, 0);
    for (const std::uint32_t c : parts.of)
        ++sizes[c];
    const auto largest = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    std::vector<std::uint32_t> renumbered(parts.of.size());
    BenchGraph result;
    for (std::uint32_t v = 0; v < parts.of.size(); ++v) {
        if (parts.of[v] != largest)
            continue;
        renumbered[v] = static_cast<std::uint32_t>(result.original.size());
        result.original.push_back(whole.original[v]);
    }
    std::vector<graph::Edge> edges;
    for (const graph::Edge& edge : whole.snapshot.edges())
        if (parts.of[edge.source] == largest)
            edges.push_back({renumbered[edge.source], renumbered[edge.target], edge.weight});
    result.snapshot =
        graph::GraphSnapshot(Direction::undirected, static_cast<std::uint32_t>(result.original.size()), edges);
    return result;
}

} // namespace

Result<BenchGraph> readGraph(const std::string& path, Part part)
{
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (!file)
        return fail(ErrorCode::fileUnreadable, {path});
    std::vector<graph::Edge> edges;
    std::uint32_t n = 0;
    std::array<char, 256> line{};
    while (gzgets(file.get(), line.data(), static_cast<int>(line.size())) != nullptr) {
        if (line[0] == '#') {
            if (const char* count = std::strstr(line.data(), "n="))
                n = std::max(n, static_cast<std::uint32_t>(std::strtoul(count + 2, nullptr, 10)));
            continue;
        }
        char *afterFirst = nullptr, *afterSecond = nullptr;
        const auto a = static_cast<std::uint32_t>(std::strtoul(line.data(), &afterFirst, 10));
        const auto b = static_cast<std::uint32_t>(std::strtoul(afterFirst, &afterSecond, 10));
        if (afterFirst == line.data() || afterSecond == afterFirst)
            return fail(ErrorCode::malformedFile, {path, std::to_string(edges.size() + 1), line.data()});
        edges.push_back({a, b, 1.0});
        n = std::max(n, std::max(a, b) + 1);
    }
    // Duplicate lines would become heavier ties; the tasks count ties.
    BenchGraph result;
    result.original.resize(n);
    std::iota(result.original.begin(), result.original.end(), 0U);
    result.snapshot = graph::GraphSnapshot(Direction::undirected, n, edges);
    return part == Part::whole ? Result<BenchGraph>(std::move(result)) : largestComponent(result);
}

} // namespace weavemap::bench
