// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/sna/BetweennessEstimate.h"
#include "core/sna/Biconnected.h"
#include "core/sna/Cliques.h"
#include "core/sna/Clustering.h"
#include "core/sna/Communities.h"
#include "core/sna/Components.h"
#include "core/sna/CorePeriphery.h"
#include "core/sna/Distances.h"
#include "core/sna/Eigenvector.h"
#include "core/sna/Hits.h"
#include "core/sna/HubDependence.h"
#include "core/sna/Reciprocity.h"
#include "core/sna/WeightedPaths.h"

namespace weavemap::sna {

/// What several figures of one graph rest on, each computed when first asked for and kept. One analysis owns it, on one
/// thread; the graph must outlive it.
class SharedWork
{
public:
    /// What some measures need besides the graph.
    struct Besides
    {
        const StaffNetwork* withStaff = nullptr; ///< the same network with staff, where it is known; must outlive this
        SampleWish sample;
    };
    SharedWork(const graph::GraphSnapshot& graph, RunContext context, Besides besides)
        : m_graph(graph), m_context(std::move(context)), m_besides(besides)
    {}
    SharedWork(const SharedWork&) = delete;
    SharedWork& operator=(const SharedWork&) = delete;

    const graph::GraphSnapshot& graph() const { return m_graph; }
    const RunContext& context() const { return m_context; }
    const StaffNetwork* withStaff() const { return m_besides.withStaff; }

    Result<const Distances*> distances(PathEnd end);
    Result<const Components*> components();
    Result<const Components*> strongComponents();
    Result<const Biconnected*> biconnected();
    Result<const std::vector<std::uint64_t>*> triangles();
    Result<const std::vector<double>*> localClustering();
    Result<const std::vector<double>*> betweenness();
    Result<const BetweennessEstimate*> betweennessEstimate();
    Result<const EigenvectorResult*> eigenvector(Weighting weighting);
    /// Strongly connected directed graphs; null elsewhere.
    Result<const std::vector<double>*> inEigenvector();
    Result<const std::optional<Hits>*> hits();
    Result<const WeightedPaths*> weightedPaths();
    Result<const DyadCensus*> dyads();
    Result<const std::optional<CliqueCounts>*> cliques();
    Result<const Communities*> communities(Weighting weighting);
    Result<const std::vector<std::uint32_t>*> withinTwoSteps();
    Result<const CoreFit*> corePeriphery();

private:
    const graph::GraphSnapshot& m_graph;
    RunContext m_context;
    Besides m_besides;
    std::optional<Distances> m_distancesFrom, m_distancesTo;
    std::optional<Components> m_components, m_strongComponents;
    std::optional<Biconnected> m_biconnected;
    std::optional<std::vector<std::uint64_t>> m_triangles;
    std::optional<std::vector<double>> m_localClustering, m_betweenness, m_inEigenvector;
    std::optional<EigenvectorResult> m_eigenvector, m_weightedEigenvector;
    std::optional<std::optional<Hits>> m_hits;
    std::optional<WeightedPaths> m_weightedPaths;
    std::optional<DyadCensus> m_dyads;
    std::optional<std::optional<CliqueCounts>> m_cliques;
    std::optional<Communities> m_communities, m_weightedCommunities;
    std::optional<std::vector<std::uint32_t>> m_withinTwoSteps;
    std::optional<CoreFit> m_corePeriphery;
    std::optional<BetweennessEstimate> m_betweennessEstimate;
};

} // namespace weavemap::sna
