// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include "core/graph/GraphSnapshot.h"

/// GraphSnapshot as a model of Boost.Graph's VertexListGraph, IncidenceGraph, AdjacencyGraph and EdgeListGraph, with
/// `vertex_index` and `edge_index`. No copy: descriptors are indices
/// into the snapshot, which must outlive them.
///
/// The direction is known at run time only, Boost wants it in the type: `UndirectedView` and `DirectedView` are the two
/// doors. Include this header where Boost is called, never from another header.
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

struct ViewTraversal : virtual boost::vertex_list_graph_tag,
                       virtual boost::incidence_graph_tag,
                       virtual boost::adjacency_graph_tag,
                       virtual boost::edge_list_graph_tag
{};

/// A snapshot under the name that Boost's algorithms take. Precondition: the snapshot has that direction.
template <class DirectedCategory>
struct BoostView
{
    explicit BoostView(const GraphSnapshot& graph) : snapshot(&graph) {}
    const GraphSnapshot* snapshot;
};
using UndirectedView = BoostView<boost::undirected_tag>;
using DirectedView = BoostView<boost::directed_tag>;

/// The edges out of a vertex, by place in its row.
class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator, EdgeDescriptor, boost::random_access_traversal_tag, EdgeDescriptor>
{
public:
    OutEdgeIterator() = default;
    OutEdgeIterator(const GraphSnapshot& graph, std::uint32_t source, std::size_t place)
        : m_graph(&graph), m_source(source), m_place(place)
    {}

private:
    friend class boost::iterator_core_access;

    EdgeDescriptor dereference() const
    {
        const std::size_t number =
            m_graph->isDirected() ? m_graph->offsets()[m_source] + m_place : m_graph->edgeNumbers(m_source)[m_place];
        return {m_source, m_graph->neighbours(m_source)[m_place], number};
    }
    bool equal(const OutEdgeIterator& other) const { return m_place == other.m_place && m_source == other.m_source; }
    void increment() { ++m_place; }
    void decrement() { --m_place; }
    void advance(std::ptrdiff_t n) { m_place = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(m_place) + n); }
    std::ptrdiff_t distance_to(const OutEdgeIterator& other) const
    {
        return static_cast<std::ptrdiff_t>(other.m_place) - static_cast<std::ptrdiff_t>(m_place);
    }

    const GraphSnapshot* m_graph = nullptr;
    std::uint32_t m_source = 0;
    std::size_t m_place = 0;
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

/// The property map that gives an edge its number.
struct EdgeIndexMap
{
    using key_type = EdgeDescriptor;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    friend std::size_t get(const EdgeIndexMap&, const EdgeDescriptor& edge) { return edge.number; }
    std::size_t operator[](const EdgeDescriptor& edge) const { return edge.number; }
};

using VertexIndexMap = boost::typed_identity_property_map<std::uint32_t>;

} // namespace weavemap::graph

namespace boost {

template <class DirectedCategory>
struct graph_traits<weavemap::graph::BoostView<DirectedCategory>>
{
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = weavemap::graph::EdgeDescriptor;
    using directed_category = DirectedCategory;
    using edge_parallel_category = disallow_parallel_edge_tag;
    using traversal_category = weavemap::graph::ViewTraversal;
    using vertices_size_type = std::uint32_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = counting_iterator<std::uint32_t, random_access_traversal_tag, std::ptrdiff_t>;
    using out_edge_iterator = weavemap::graph::OutEdgeIterator;
    using edge_iterator = weavemap::graph::EdgeIterator;
    using adjacency_iterator = const std::uint32_t*;

    static constexpr vertex_descriptor null_vertex() { return ~vertex_descriptor{0}; }
};

template <class DirectedCategory>
struct graph_traits<const weavemap::graph::BoostView<DirectedCategory>>
    : graph_traits<weavemap::graph::BoostView<DirectedCategory>>
{};

template <class DirectedCategory>
struct property_map<weavemap::graph::BoostView<DirectedCategory>, vertex_index_t>
{
    using type = weavemap::graph::VertexIndexMap;
    using const_type = type;
};

template <class DirectedCategory>
struct property_map<weavemap::graph::BoostView<DirectedCategory>, edge_index_t>
{
    using type = weavemap::graph::EdgeIndexMap;
    using const_type = type;
};

} // namespace boost

namespace weavemap::graph {

// Boost.Graph finds these by argument-dependent lookup.
template <class D>
std::uint32_t num_vertices(const BoostView<D>& view)
{
    return view.snapshot->vertexCount();
}
template <class D>
std::size_t num_edges(const BoostView<D>& view)
{
    return view.snapshot->edgeCount();
}
template <class D>
auto vertices(const BoostView<D>& view)
{
    using Iterator = typename boost::graph_traits<BoostView<D>>::vertex_iterator;
    return std::pair(Iterator(0), Iterator(view.snapshot->vertexCount()));
}
template <class D>
std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(std::uint32_t v, const BoostView<D>& view)
{
    return {OutEdgeIterator(*view.snapshot, v, 0), OutEdgeIterator(*view.snapshot, v, view.snapshot->degree(v))};
}
template <class D>
std::size_t out_degree(std::uint32_t v, const BoostView<D>& view)
{
    return view.snapshot->degree(v);
}
template <class D>
std::pair<const std::uint32_t*, const std::uint32_t*> adjacent_vertices(std::uint32_t v, const BoostView<D>& view)
{
    const auto row = view.snapshot->neighbours(v);
    return {row.data(), row.data() + row.size()};
}
template <class D>
std::pair<EdgeIterator, EdgeIterator> edges(const BoostView<D>& view)
{
    return {EdgeIterator(*view.snapshot, 0), EdgeIterator(*view.snapshot, view.snapshot->vertexCount())};
}
template <class D>
std::uint32_t source(const EdgeDescriptor& edge, const BoostView<D>&)
{
    return edge.source;
}
template <class D>
std::uint32_t target(const EdgeDescriptor& edge, const BoostView<D>&)
{
    return edge.target;
}
template <class D>
VertexIndexMap get(boost::vertex_index_t, const BoostView<D>&)
{
    return {};
}
template <class D>
std::uint32_t get(boost::vertex_index_t, const BoostView<D>&, std::uint32_t v)
{
    return v;
}
template <class D>
EdgeIndexMap get(boost::edge_index_t, const BoostView<D>&)
{
    return {};
}
template <class D>
std::size_t get(boost::edge_index_t, const BoostView<D>&, const EdgeDescriptor& edge)
{
    return edge.number;
}

} // namespace weavemap::graph
