// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "core/graph/EdgeIterators.h"
#include "core/graph/GraphSnapshot.h"

/// GraphSnapshot as a model of Boost.Graph's VertexListGraph, IncidenceGraph, AdjacencyGraph and EdgeListGraph, with
/// `vertex_index` and `edge_index`. No copy: descriptors are indices
/// into the snapshot, which must outlive them.
///
/// The direction is known at run time only, Boost wants it in the type: `UndirectedView` and `DirectedView` are the two
/// doors. Include this header where Boost is called, never from another header.
namespace weavemap::graph {

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

// Some algorithms look the maps up for a const graph.
template <class DirectedCategory>
struct property_map<const weavemap::graph::BoostView<DirectedCategory>, vertex_index_t>
    : property_map<weavemap::graph::BoostView<DirectedCategory>, vertex_index_t>
{};
template <class DirectedCategory>
struct property_map<const weavemap::graph::BoostView<DirectedCategory>, edge_index_t>
    : property_map<weavemap::graph::BoostView<DirectedCategory>, edge_index_t>
{};

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
