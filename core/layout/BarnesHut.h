// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/layout/Team.h"
#include "core/layout/WorkGraph.h"

namespace weavemap::layout {

/// The sum of the repulsions of all others on each vertex, far ones by the cell (Barnes, Hut 1986). A quadtree over
/// points sorted along a Z-curve; each leaf of up to eight points walks the tree once and meets its list in lanes,
/// which compilers turn into vector instructions without changing a bit. One owner; buffers are reused between calls.
class BarnesHut
{
public:
    /// Force on v: sum over u of mass(u) * (p(v) - p(u)) / |p(v) - p(u)|^2, written to `force`. O(n log n).
    /// `mass` empty: 1 each. `theta`: cell size to distance below which a cell counts as one point.
    void repulsion(const Positions& at, std::span<const float> mass, float theta, Team& team, Positions& force);

    /// The order of the last call's points along the curve: neighbours in it are neighbours in the plane, mostly.
    const std::vector<std::uint32_t>& order() const { return m_order; }

private:
    struct Node
    {
        float x, y, mass, size;
        std::uint32_t begin, end; ///< points
        std::uint32_t skip;       ///< the node after this one's subtree
        bool isLeaf;
    };
    void sortPoints(const Positions& at);
    void buildNode(std::uint32_t begin, std::uint32_t end, int bit);
    void leafForce(std::uint32_t leaf, float theta, Positions& force) const;

    std::vector<std::uint32_t> m_order;
    std::vector<std::uint64_t> m_keys; ///< curve position above, vertex below
    std::vector<std::uint64_t> m_spare;
    std::vector<float> m_x, m_y, m_mass; ///< in curve order, padded
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_leaves;
    float m_cell = 1.0F;
};

} // namespace weavemap::layout
