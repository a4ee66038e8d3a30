// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/BarnesHut.h"

#include <algorithm>
#include <array>

namespace weavemap::layout {

namespace {

constexpr std::uint32_t kLanes = 8;
constexpr int kBits = 16;      ///< per axis
constexpr float kNear = 1e-6F; ///< added to squared distances, so that points on one spot do not divide by zero

std::uint32_t spread(std::uint32_t v)
{
    v = (v | (v << 8)) & 0x00FF00FFU;
    v = (v | (v << 4)) & 0x0F0F0F0FU;
    v = (v | (v << 2)) & 0x33333333U;
    return (v | (v << 1)) & 0x55555555U;
}

} // namespace

void BarnesHut::sortPoints(const Positions& at)
{
    const std::size_t n = at.size();
    const auto [left, right] = std::minmax_element(at.x.begin(), at.x.end());
    const auto [top, bottom] = std::minmax_element(at.y.begin(), at.y.end());
    const float side = std::max({*right - *left, *bottom - *top, 1e-9F});
    const float originX = *left;
    const float originY = *top;
    const float scale = 65535.0F / side;
    m_cell = side * (65536.0F / 65535.0F);
    m_keys.resize(n);
    m_spare.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto column = static_cast<std::uint32_t>(std::clamp((at.x[i] - originX) * scale, 0.0F, 65535.0F));
        const auto row = static_cast<std::uint32_t>(std::clamp((at.y[i] - originY) * scale, 0.0F, 65535.0F));
        const std::uint32_t key = spread(column) | (spread(row) << 1);
        m_keys[i] = (static_cast<std::uint64_t>(key) << 32) | i;
    }
    if (n < 1024) {
        std::sort(m_keys.begin(), m_keys.end());
    } else {
        // By the upper 32 bits, 11 at a time; equal keys keep the order of the vertices.
        for (const int shift : {32, 43, 54}) {
            std::array<std::uint32_t, 2049> starts{};
            for (const std::uint64_t key : m_keys)
                ++starts[((key >> shift) & 2047U) + 1];
            for (std::size_t i = 1; i < starts.size(); ++i)
                starts[i] += starts[i - 1];
            for (const std::uint64_t key : m_keys)
                m_spare[starts[(key >> shift) & 2047U]++] = key;
            m_keys.swap(m_spare);
        }
    }
    m_order.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        m_order[i] = static_cast<std::uint32_t>(m_keys[i]);
}

void BarnesHut::buildNode(std::uint32_t begin, std::uint32_t end, int bit)
{
    const std::size_t self = m_nodes.size();
    const bool isLeaf = end - begin <= kLanes || bit < 0;
    m_nodes.push_back({0.0F, 0.0F, 0.0F, 0.0F, begin, end, 0, isLeaf});
    float x = 0.0F, y = 0.0F, mass = 0.0F;
    if (isLeaf) {
        // More than a lane full only where points fall on one cell of the finest grid.
        for (std::uint32_t i = begin; i < end; ++i) {
            x += m_mass[i] * m_x[i];
            y += m_mass[i] * m_y[i];
            mass += m_mass[i];
        }
        m_leaves.push_back(static_cast<std::uint32_t>(self));
    } else {
        std::uint32_t from = begin;
        for (std::uint64_t quarter = 0; quarter < 4; ++quarter) {
            std::uint32_t to = end;
            if (quarter < 3) {
                const auto last = std::upper_bound(
                    m_keys.begin() + from, m_keys.begin() + end, quarter,
                    [bit](std::uint64_t q, std::uint64_t key) { return q < ((key >> (32 + 2 * bit)) & 3U); });
                to = static_cast<std::uint32_t>(last - m_keys.begin());
            }
            if (to > from) {
                const std::size_t child = m_nodes.size();
                buildNode(from, to, bit - 1);
                const Node& node = m_nodes[child];
                x += node.mass * node.x;
                y += node.mass * node.y;
                mass += node.mass;
            }
            from = to;
        }
    }
    Node& node = m_nodes[self];
    node.mass = mass;
    node.x = x / mass;
    node.y = y / mass;
    node.size = m_cell / static_cast<float>(1U << (kBits - 1 - bit));
    node.skip = static_cast<std::uint32_t>(m_nodes.size());
}

void BarnesHut::leafForce(std::uint32_t leafIndex, float theta, Positions& force) const
{
    const Node& leaf = m_nodes[leafIndex];
    const float inverseTheta = 1.0F / theta;
    for (std::uint32_t begin = leaf.begin; begin < leaf.end; begin += kLanes) {
        const std::uint32_t count = std::min(kLanes, leaf.end - begin);
        float px[kLanes], py[kLanes], fx[kLanes] = {}, fy[kLanes] = {};
        float left = m_x[begin], right = left, top = m_y[begin], bottom = top;
        for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
            const std::uint32_t i = begin + std::min(lane, count - 1);
            px[lane] = m_x[i];
            py[lane] = m_y[i];
            left = std::min(left, px[lane]);
            right = std::max(right, px[lane]);
            top = std::min(top, py[lane]);
            bottom = std::max(bottom, py[lane]);
        }
        const auto meet = [&](float x, float y, float mass) {
            for (std::uint32_t lane = 0; lane < kLanes; ++lane) {
                const float dx = px[lane] - x;
                const float dy = py[lane] - y;
                const float f = mass / (dx * dx + dy * dy + kNear);
                fx[lane] += dx * f;
                fy[lane] += dy * f;
            }
        };
        const auto nodeCount = static_cast<std::uint32_t>(m_nodes.size());
        for (std::uint32_t k = 0; k < nodeCount;) {
            const Node& node = m_nodes[k];
            const float dx = node.x - std::clamp(node.x, left, right);
            const float dy = node.y - std::clamp(node.y, top, bottom);
            const float far = node.size * inverseTheta;
            if (dx * dx + dy * dy > far * far) {
                meet(node.x, node.y, node.mass);
                k = node.skip;
            } else if (node.isLeaf) {
                for (std::uint32_t i = node.begin; i < node.end; ++i)
                    meet(m_x[i], m_y[i], m_mass[i]);
                k = node.skip;
            } else {
                ++k;
            }
        }
        for (std::uint32_t lane = 0; lane < count; ++lane) {
            force.x[m_order[begin + lane]] = fx[lane];
            force.y[m_order[begin + lane]] = fy[lane];
        }
    }
}

void BarnesHut::repulsion(const Positions& at, std::span<const float> mass, float theta, Team& team, Positions& force)
{
    const std::size_t n = at.size();
    if (n == 0)
        return;
    sortPoints(at);
    m_x.resize(n);
    m_y.resize(n);
    m_mass.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        m_x[i] = at.x[m_order[i]];
        m_y[i] = at.y[m_order[i]];
        m_mass[i] = mass.empty() ? 1.0F : mass[m_order[i]];
    }
    m_nodes.clear();
    m_leaves.clear();
    buildNode(0, static_cast<std::uint32_t>(n), kBits - 1);
    team.run(m_leaves.size(), 32, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            leafForce(m_leaves[i], theta, force);
    });
}

} // namespace weavemap::layout
