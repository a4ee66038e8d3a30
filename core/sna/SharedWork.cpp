// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/SharedWork.h"

#include <utility>

#include "core/sna/Betweenness.h"
#include "core/sna/TwoSteps.h"

namespace weavemap::sna {

namespace {

/// The value in `slot`, computed by `compute` where it is not there yet.
template <class T, class Compute>
Result<const T*> once(std::optional<T>& slot, const Compute& compute)
{
    if (!slot) {
        Result<T> computed = compute();
        if (!computed)
            return fail(std::move(computed.error()));
        slot.emplace(std::move(*computed));
    }
    return &*slot;
}

} // namespace

Result<const Distances*> SharedWork::distances(PathEnd end)
{
    const bool outgoing = end == PathEnd::from || !m_graph.isDirected();
    return once(outgoing ? m_distancesFrom : m_distancesTo, [&] { return sna::distances(m_graph, end, m_context); });
}

Result<const Components*> SharedWork::components()
{
    return once(m_components, [&] { return sna::components(m_graph, m_context); });
}

Result<const Components*> SharedWork::strongComponents()
{
    return once(m_strongComponents, [&] { return sna::strongComponents(m_graph, m_context); });
}

Result<const Biconnected*> SharedWork::biconnected()
{
    return once(m_biconnected, [&] { return sna::biconnected(m_graph, m_context); });
}

Result<const std::vector<std::uint64_t>*> SharedWork::triangles()
{
    return once(m_triangles, [&] { return sna::triangles(m_graph, m_context); });
}

Result<const std::vector<double>*> SharedWork::localClustering()
{
    WEAVEMAP_ASSIGN(const auto* counts, triangles());
    return once(m_localClustering, [&] { return Result<std::vector<double>>(sna::localClustering(m_graph, *counts)); });
}

Result<const std::vector<double>*> SharedWork::betweenness()
{
    return once(m_betweenness, [&] { return sna::betweenness(m_graph, m_context); });
}

Result<const BetweennessEstimate*> SharedWork::betweennessEstimate()
{
    return once(m_betweennessEstimate, [&] { return sna::estimateBetweenness(m_graph, m_besides.sample, m_context); });
}

Result<const EigenvectorResult*> SharedWork::eigenvector(Weighting weighting)
{
    WEAVEMAP_ASSIGN(const Components* parts, components());
    return once(weighting == Weighting::weighted ? m_weightedEigenvector : m_eigenvector,
                [&] { return sna::eigenvector(m_graph, *parts, weighting, m_context); });
}

Result<const std::vector<double>*> SharedWork::inEigenvector()
{
    WEAVEMAP_ASSIGN(const Components* parts, strongComponents());
    if (parts->count != 1 || m_graph.edgeCount() == 0)
        return nullptr;
    return once(m_inEigenvector, [&] { return sna::inEigenvector(m_graph, m_context); });
}

Result<const std::optional<Hits>*> SharedWork::hits()
{
    return once(m_hits, [&] { return sna::hits(m_graph, m_context); });
}

Result<const WeightedPaths*> SharedWork::weightedPaths()
{
    return once(m_weightedPaths, [&] { return sna::weightedPaths(m_graph, m_context); });
}

Result<const DyadCensus*> SharedWork::dyads()
{
    return once(m_dyads, [&] { return sna::dyadCensus(m_graph, m_context); });
}

Result<const std::optional<CliqueCounts>*> SharedWork::cliques()
{
    return once(m_cliques, [&] { return sna::cliqueCounts(m_graph, m_context); });
}

Result<const Communities*> SharedWork::communities(Weighting weighting)
{
    return once(weighting == Weighting::weighted ? m_weightedCommunities : m_communities,
                [&] { return sna::communities(m_graph, weighting, m_context); });
}

Result<const std::vector<std::uint32_t>*> SharedWork::withinTwoSteps()
{
    return once(m_withinTwoSteps, [&] { return sna::withinTwoSteps(m_graph, m_context); });
}

Result<const CoreFit*> SharedWork::corePeriphery()
{
    return once(m_corePeriphery, [&] { return sna::corePeriphery(m_graph, m_context); });
}

} // namespace weavemap::sna
