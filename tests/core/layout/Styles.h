// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "Networks.h"
#include "core/layout/Layout.h"

/// What the tests of layout styles share.
namespace styles {

using namespace weavemap;
using namespace weavemap::layout;

inline constexpr Style kStyles[]{Style::distances, Style::rings, Style::areas, Style::circle};

inline LayoutOptions styled(Style style, std::uint32_t people = 0, std::uint32_t groupSize = 0)
{
    LayoutOptions options;
    options.style = style;
    options.centre = 0;
    for (std::uint32_t v = 0; groupSize > 0 && v < people; ++v)
        options.groups.push_back(static_cast<int>(v / groupSize));
    return options;
}

inline Placement laidOut(const graph::GraphSnapshot& graph, const LayoutOptions& options, unsigned threads = 1)
{
    const auto result = layoutNetwork(graph, options, RunContext({}, {}, threads));
    return result ? *result : Placement{};
}

/// Ties from 0 over each person's contacts.
inline std::vector<std::uint32_t> stepsFrom(const graph::GraphSnapshot& graph, std::uint32_t centre)
{
    std::vector<std::uint32_t> steps(graph.vertexCount(), UINT32_MAX), queue{centre};
    steps[centre] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head)
        for (const std::uint32_t u : graph.neighbours(queue[head]))
            if (steps[u] == UINT32_MAX) {
                steps[u] = steps[queue[head]] + 1;
                queue.push_back(u);
            }
    return steps;
}

} // namespace styles
