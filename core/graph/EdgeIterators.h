// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include <boost/iterator/iterator_categories.hpp>
#include <boost/iterator/iterator_facade.hpp>

#include "core/graph/GraphSnapshot.h"

/// How BoostAdapter.h walks over the edges of a snapshot.
namespace weavemap::graph {

/// An edge as seen from `source`. Equal where the number is: both directions of an undirected edge are one edge.
struct EdgeDescriptor
{
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::size_t number = 0;

    friend bool operator==(const EdgeDescriptor& a, const EdgeDescriptor& b) { return a.number == b.number; }
    friend bool operator!=(const EdgeDescriptor& a, const EdgeDescriptor& b) { return a.number != b.number; }
    friend bool operator<(const EdgeDescriptor& a, const EdgeDescriptor& b) { return a.number < b.number; }
};

/// The edges out of a vertex, by place in its row.
class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator, EdgeDescriptor, boost::random_access_traversal_tag, EdgeDescriptor>
{
public:
    OutEdgeIterator() = default;
    OutEdgeIterator(const GraphSnapshot& graph, std::uint32_t source, std::size_t place)
        : m_targets(graph.neighbours(source).data()),
          m_numbers(graph.isDirected() ? nullptr : graph.edgeNumbers(source).data()), m_first(graph.offsets()[source]),
          m_place(place), m_source(source)
    {}

private:
    friend class boost::iterator_core_access;

    EdgeDescriptor dereference() const
    {
        return {m_source, m_targets[m_place], m_numbers == nullptr ? m_first + m_place : m_numbers[m_place]};
    }
    bool equal(const OutEdgeIterator& other) const { return m_place == other.m_place && m_source == other.m_source; }
    void increment() { ++m_place; }
    void decrement() { --m_place; }
    void advance(std::ptrdiff_t n) { m_place = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(m_place) + n); }
    std::ptrdiff_t distance_to(const OutEdgeIterator& other) const
    {
        return static_cast<std::ptrdiff_t>(other.m_place) - static_cast<std::ptrdiff_t>(m_place);
    }

    // The row itself, not the graph: algorithms write between two steps, and the compiler could keep nothing of it.
    const std::uint32_t* m_targets = nullptr;
    const std::uint32_t* m_numbers = nullptr; ///< null where directed: there an arc's place is its number
    std::size_t m_first = 0;
    std::size_t m_place = 0;
    std::uint32_t m_source = 0;
};

/// Every edge once, in edge-number order: rows one after the other, undirected edges from their smaller end.
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator, EdgeDescriptor, boost::forward_traversal_tag, EdgeDescriptor>
{
public:
    EdgeIterator() = default;
    EdgeIterator(const GraphSnapshot& graph, std::uint32_t source) : m_graph(&graph), m_source(source) { settle(); }

private:
    friend class boost::iterator_core_access;

    EdgeDescriptor dereference() const { return *OutEdgeIterator(*m_graph, m_source, m_place); }
    bool equal(const EdgeIterator& other) const { return m_source == other.m_source && m_place == other.m_place; }
    void increment()
    {
        ++m_place;
        settle();
    }
    /// Moves on to the next place that holds an edge of its own, or to the end.
    void settle()
    {
        for (; m_source < m_graph->vertexCount(); ++m_source, m_place = 0) {
            const auto row = m_graph->neighbours(m_source);
            while (m_place < row.size() && !m_graph->isDirected() && row[m_place] < m_source)
                ++m_place;
            if (m_place < row.size())
                return;
        }
    }

    const GraphSnapshot* m_graph = nullptr;
    std::uint32_t m_source = 0;
    std::size_t m_place = 0;
};

} // namespace weavemap::graph
