// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <utility>
#include <vector>

#include "core/sna/AttributeMeasures.h"
#include "core/sna/Betweenness.h"
#include "core/sna/Brokerage.h"
#include "core/sna/Closeness.h"
#include "core/sna/Communities.h"
#include "core/sna/CoreNumbers.h"
#include "core/sna/Degree.h"
#include "core/sna/EdgeBetweenness.h"
#include "core/sna/Harmonic.h"
#include "core/sna/MeasureTables.h"
#include "core/sna/PageRank.h"

namespace weavemap::sna {

namespace {

template <ClosenessForm form>
Result<Value> closenessOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
    return NodeValues{closeness(*all, form)};
}

/// A figure of the whole network's distances.
template <class Pick>
Result<Value> ofDistances(SharedWork& work, const Pick& pick)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
    return pick(distanceTotals(*all));
}

/// A figure of the largest component.
template <class Pick>
Result<Value> ofLargest(SharedWork& work, const Pick& pick)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
    WEAVEMAP_ASSIGN(const Components* parts, work.components());
    const LargestPiece piece = largestPiece(*all, parts->of);
    return piece.size < 2 ? Value() : pick(piece);
}

template <Weighting weighting>
Result<Value> wholeEigenvector(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const EigenvectorResult* result, work.eigenvector(weighting));
    return result->whole ? Value(NodeValues{*result->whole}) : Value();
}

template <Weighting weighting>
Result<Value> unitEigenvector(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const EigenvectorResult* result, work.eigenvector(weighting));
    return result->whole ? Value(NodeValues{toUnitLength(*result->whole)}) : Value();
}

template <Weighting weighting>
Result<Value> pageRankOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> ranks, pageRank(work.graph(), weighting, work.context()));
    return NodeValues{std::move(ranks)};
}

template <ClusteringMean over>
Result<Value> meanClusteringOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const std::vector<double>* local, work.localClustering());
    return defined(meanClustering(work.graph(), *local, over));
}

template <Weighting weighting>
Result<Value> constraintOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> values, constraint(work.graph(), weighting, work.context()));
    return NodeValues{std::move(values)};
}

template <Weighting weighting>
Result<Value> communityOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Communities* groups, work.communities(weighting));
    return asNodes(groups->of);
}

template <Weighting weighting>
Result<Value> modularityFound(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Communities* groups, work.communities(weighting));
    return defined(groups->modularity);
}

using Row = Measure;
constexpr Section kIn = Section::undirected;
constexpr ValueKind kScalar = ValueKind::scalar;
constexpr ValueKind kNode = ValueKind::node;
constexpr ValueKind kEdge = ValueKind::edge;
constexpr CostClass kLight = CostClass::light;
constexpr CostClass kMedium = CostClass::medium;
constexpr CostClass kHeavy = CostClass::heavy;
constexpr Weighting kCounted = Weighting::counted;
constexpr Weighting kWeighted = Weighting::weighted;

std::vector<Measure> tieMeasures()
{
    return {
        Row{"edges", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return static_cast<double>(work.graph().edgeCount()); }},
        Row{"density", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return defined(density(work.graph())); }},
        Row{"degree", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(std::vector<double> values, degree(work.graph(), TieEnd::outgoing, work.context()));
                return NodeValues{std::move(values)};
            }},
        Row{"strength", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(std::vector<double> values, strength(work.graph(), TieEnd::outgoing, work.context()));
                return NodeValues{std::move(values)};
            }},
        Row{"degree_mean", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return defined(meanDegree(work.graph())); }},
        Row{"degree_centralization", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                return defined(degreeCentralization(work.graph(), TieEnd::outgoing));
            }},
        Row{"isolates", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return static_cast<double>(isolateCount(work.graph())); }},
        Row{"assortativity_degree", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return defined(degreeAssortativity(work.graph())); }},
    };
}

std::vector<Measure> pieceMeasures()
{
    return {
        Row{"component", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                return asNodes(parts->of);
            }},
        Row{"components", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                return static_cast<double>(parts->count);
            }},
        Row{"component_sizes", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                return NumberList{parts->sizes()};
            }},
        Row{"articulation_point", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Biconnected* blocks, work.biconnected());
                std::vector<double> values(work.graph().vertexCount(), 0.0);
                for (const std::uint32_t v : blocks->cutPoints)
                    values[v] = 1.0;
                return NodeValues{std::move(values)};
            }},
        Row{"articulation_points", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Biconnected* blocks, work.biconnected());
                return static_cast<double>(blocks->cutPoints.size());
            }},
        Row{"bridges", kIn, kEdge, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Biconnected* blocks, work.biconnected());
                EdgeValues result;
                for (const graph::Edge& bridge : bridges(work.graph(), *blocks))
                    result.values.push_back({bridge.source, bridge.target, std::nullopt});
                return result;
            }},
        Row{"bridges", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Biconnected* blocks, work.biconnected());
                return static_cast<double>(bridges(work.graph(), *blocks).size());
            }},
        Row{"biconnected_components", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Biconnected* blocks, work.biconnected());
                return static_cast<double>(blocks->components);
            }},
        Row{"core_number", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(std::vector<double> values, coreNumbers(work.graph(), work.context()));
                return NodeValues{std::move(values)};
            }},
    };
}

std::vector<Measure> closureMeasures()
{
    return {
        Row{"triangles", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const auto* counts, work.triangles());
                return asNodes(*counts);
            }},
        Row{"triangles_total", kIn, kScalar, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const auto* counts, work.triangles());
                std::uint64_t corners = 0;
                for (const std::uint64_t count : *counts)
                    corners += count;
                const std::uint64_t triangles = corners / 3;
                return static_cast<double>(triangles);
            }},
        Row{"clustering_local", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double>* local, work.localClustering());
                return NodeValues{*local};
            }},
        Row{"clustering_mean_all_nodes", kIn, kScalar, kMedium, kCounted, meanClusteringOf<ClusteringMean::allNodes>},
        Row{"clustering_mean_degree2plus", kIn, kScalar, kMedium, kCounted,
            meanClusteringOf<ClusteringMean::degreeTwoAndMore>},
        Row{"transitivity_global", kIn, kScalar, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const auto* counts, work.triangles());
                return transitivity(work.graph(), *counts);
            }},
        Row{"eigenvector_max1", kIn, kNode, kMedium, kCounted, wholeEigenvector<kCounted>},
        Row{"eigenvector_l2", kIn, kNode, kMedium, kCounted, unitEigenvector<kCounted>},
        Row{"eigenvector_per_component_max1", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                WEAVEMAP_ASSIGN(const EigenvectorResult* result, work.eigenvector(kCounted));
                return parts->count < 2 ? Value() : Value(NodeValues{result->perComponent});
            }},
        Row{"eigenvector_weighted_max1", kIn, kNode, kMedium, kWeighted, wholeEigenvector<kWeighted>},
        Row{"eigenvector_weighted_l2", kIn, kNode, kMedium, kWeighted, unitEigenvector<kWeighted>},
        Row{"pagerank", kIn, kNode, kMedium, kCounted, pageRankOf<kCounted>},
        Row{"pagerank_weighted", kIn, kNode, kMedium, kWeighted, pageRankOf<kWeighted>},
    };
}

std::vector<Measure> communityMeasures()
{
    return {
        Row{"community", kIn, kNode, kMedium, kCounted, communityOf<kCounted>},
        Row{"modularity", kIn, kScalar, kMedium, kCounted, modularityFound<kCounted>},
        Row{"community_weighted", kIn, kNode, kMedium, kWeighted, communityOf<kWeighted>},
        Row{"modularity_weighted", kIn, kScalar, kMedium, kWeighted, modularityFound<kWeighted>},
    };
}

std::vector<Measure> distanceMeasures()
{
    return {
        Row{"closeness_component", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::component>},
        Row{"closeness_wasserman_faust", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::wassermanFaust>},
        Row{"closeness_raw", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::raw>},
        Row{"closeness_centralization", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return defined(closenessCentralization(*all));
            }},
        Row{"harmonic", kIn, kNode, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return NodeValues{all->harmonic};
            }},
        Row{"harmonic_normalized", kIn, kNode, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return perNode(work, normalizedHarmonic(all->harmonic));
            }},
        Row{"reach", kIn, kNode, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return asNodes(all->reach);
            }},
        Row{"eccentricity", kIn, kNode, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return asNodes(all->eccentricity);
            }},
        Row{"reachable_pairs", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofDistances(work, [](const DistanceTotals& t) -> Value {
                    const auto pairs = t.orderedPairs / 2;
                    return static_cast<double>(pairs);
                });
            }},
        Row{"mean_distance_reachable", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofDistances(work, [](const DistanceTotals& t) { return defined(t.meanDistance); });
            }},
        Row{"longest_distance_reachable", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofDistances(work, [](const DistanceTotals& t) -> Value {
                    return t.orderedPairs > 0 ? Value(static_cast<double>(t.longest)) : Value();
                });
            }},
        Row{"connectedness", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofDistances(work, [](const DistanceTotals& t) { return defined(t.connectedness); });
            }},
        Row{"global_efficiency", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofDistances(work, [](const DistanceTotals& t) { return defined(t.efficiency); });
            }},
        Row{"largest.diameter", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofLargest(work, [](const LargestPiece& p) -> Value { return static_cast<double>(p.diameter); });
            }},
        Row{"largest.radius", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofLargest(work, [](const LargestPiece& p) -> Value { return static_cast<double>(p.radius); });
            }},
        Row{"largest.mean_distance", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) {
                return ofLargest(work, [](const LargestPiece& p) { return defined(p.meanDistance); });
            }},
        Row{"betweenness", kIn, kNode, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double>* raw, work.betweenness());
                return NodeValues{*raw};
            }},
        Row{"betweenness_normalized", kIn, kNode, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double>* raw, work.betweenness());
                return perNode(work, normalizedBetweenness(work.graph(), *raw));
            }},
        Row{"betweenness_centralization", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double>* raw, work.betweenness());
                return defined(betweennessCentralization(work.graph(), *raw));
            }},
    };
}

std::vector<Measure> brokerageMeasures()
{
    return {
        Row{"constraint", kIn, kNode, kMedium, kCounted, constraintOf<kCounted>},
        Row{"constraint_weighted", kIn, kNode, kMedium, kWeighted, constraintOf<kWeighted>},
        Row{"effective_size", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const auto* counts, work.triangles());
                return NodeValues{effectiveSize(work.graph(), *counts)};
            }},
        Row{"efficiency", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const auto* counts, work.triangles());
                return NodeValues{efficiency(work.graph(), effectiveSize(work.graph(), *counts))};
            }},
        Row{"effective_size_weighted", kIn, kNode, kMedium, kWeighted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(std::vector<double> values, burtEffectiveSize(work.graph(), kWeighted, work.context()));
                return NodeValues{std::move(values)};
            }},
        Row{"maximal_cliques", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::optional<CliqueCounts>* counts, work.cliques());
                return counts->has_value() ? Value(static_cast<double>((*counts)->maximal)) : Value();
            }},
        Row{"clique_number", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::optional<CliqueCounts>* counts, work.cliques());
                return counts->has_value() ? Value(static_cast<double>((*counts)->largest)) : Value();
            }},
        Row{"edge_betweenness", kIn, kEdge, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double> flow, edgeBetweenness(work.graph(), work.context()));
                EdgeValues result;
                const std::vector<graph::Edge> edges = work.graph().edges();
                for (std::size_t e = 0; e < edges.size(); ++e)
                    result.values.push_back({edges[e].source, edges[e].target, flow[e]});
                return result;
            }},
        Row{"betweenness_distance_inverse_weight", kIn, kNode, kHeavy, kWeighted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const WeightedPaths* paths, work.weightedPaths());
                return NodeValues{paths->betweenness};
            }},
        Row{"closeness_component_distance_inverse_weight", kIn, kNode, kHeavy, kWeighted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const WeightedPaths* paths, work.weightedPaths());
                return NodeValues{paths->closeness};
            }},
    };
}

} // namespace

std::vector<Measure> undirectedMeasures()
{
    std::vector<Measure> all;
    for (const auto& part : {tieMeasures(), pieceMeasures(), closureMeasures(), communityMeasures(),
                             brokerageMeasures(), distanceMeasures()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace weavemap::sna
