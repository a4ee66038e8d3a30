// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/CutOff.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace weavemap::sna {

namespace {

/// People and biconnected components are the nodes of a forest: a person hangs on each component they are in.
struct BlockTree
{
    std::vector<std::vector<std::uint32_t>> blocksOf;  ///< by vertex
    std::vector<std::vector<std::uint32_t>> membersOf; ///< by block
};

BlockTree treeOf(const graph::GraphSnapshot& snapshot, const Biconnected& blocks)
{
    BlockTree tree;
    tree.blocksOf.resize(snapshot.vertexCount());
    tree.membersOf.resize(blocks.components);
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        auto& own = tree.blocksOf[v];
        for (const std::uint32_t edge : snapshot.edgeNumbers(v))
            own.push_back(blocks.componentOf[edge]);
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
        for (const std::uint32_t block : own)
            tree.membersOf[block].push_back(v);
    }
    return tree;
}

constexpr std::uint32_t kNone = 0xFFFFFFFF;

} // namespace

std::vector<std::uint32_t> cutOffBy(const graph::GraphSnapshot& snapshot, const Biconnected& blocks)
{
    const BlockTree tree = treeOf(snapshot, blocks);
    const std::uint32_t n = snapshot.vertexCount();
    std::vector<std::uint32_t> cutOff(n), upBlock(n, kNone), below(n, 1); // below: the subtree, the person included
    std::vector<std::uint32_t> blockAbove(tree.membersOf.size(), kNone);  // the person a component hangs on
    std::vector<char> seen(n);
    for (std::uint32_t root = 0; root < n; ++root) {
        if (seen[root] != 0)
            continue;
        std::vector<std::uint32_t> order{root};
        seen[root] = 1;
        for (std::size_t at = 0; at < order.size(); ++at) {
            const std::uint32_t v = order[at];
            for (const std::uint32_t block : tree.blocksOf[v]) {
                if (block == upBlock[v])
                    continue;
                blockAbove[block] = v;
                for (const std::uint32_t other : tree.membersOf[block])
                    if (seen[other] == 0) {
                        seen[other] = 1;
                        upBlock[other] = block;
                        order.push_back(other);
                    }
            }
        }
        for (auto v = order.rbegin(); v != order.rend(); ++v)
            if (upBlock[*v] != kNone)
                below[blockAbove[upBlock[*v]]] += below[*v];
        const auto piece = static_cast<std::uint32_t>(order.size());
        for (const std::uint32_t v : order) {
            if (tree.blocksOf[v].size() < 2)
                continue;
            std::uint32_t largest = piece - below[v];
            for (const std::uint32_t block : tree.blocksOf[v]) {
                if (block == upBlock[v])
                    continue;
                std::uint32_t part = 0;
                for (const std::uint32_t other : tree.membersOf[block])
                    part += other == v ? 0 : below[other];
                largest = std::max(largest, part);
            }
            cutOff[v] = piece - 1 - largest;
        }
    }
    return cutOff;
}

} // namespace weavemap::sna
