// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/Result.h"
#include "core/layout/Layout.h"
#include "core/layout/Rows.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// The checked form of what a caller of Layout.h asked for.
class Request
{
public:
    static Result<Request> of(const graph::GraphSnapshot& graph, const LayoutOptions& options);

    const graph::GraphSnapshot& graph() const { return m_own ? *m_own : *m_graph; } ///< undirected
    const LayoutOptions& options() const { return *m_options; }
    double aspect() const { return m_aspect; }
    std::span<const float> radii() const { return m_radii; }
    double radius(std::uint32_t v) const { return static_cast<double>(m_radii[v]); }
    Hold hold(std::uint32_t v) const { return m_holds[v]; }
    bool holdsAny(Hold hold) const;
    Point initial(std::uint32_t v) const { return m_options->initial[v]; }
    RowInput rowInput(double width) const { return {graph(), m_radii, m_options->groups, width, m_options->seed}; }

    /// What concerns the vertices of one piece.
    std::vector<float> radiiOf(std::span<const std::uint32_t> people) const;
    std::vector<int> groupsOf(std::span<const std::uint32_t> people) const; ///< empty where there are none
    Disc discOf(std::uint32_t v, const Point& at) const { return {at.x, at.y, radius(v)}; }

private:
    const graph::GraphSnapshot* m_graph = nullptr;
    std::optional<graph::GraphSnapshot> m_own;
    const LayoutOptions* m_options = nullptr;
    double m_aspect = 1.3;
    std::vector<float> m_radii;
    std::vector<Hold> m_holds;
};

/// Puts the small pieces and isolates that `isSet` does not mark into rows beside everybody who is set, and marks them.
void placeRows(const Request& request, const PieceSorts& sorts, Team& team, std::vector<Point>& at,
               std::vector<char>& isSet);

} // namespace weavemap::layout
