// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/sna/AttributeMeasures.h"
#include "core/sna/Betweenness.h"
#include "core/sna/Brokerage.h"
#include "core/sna/Closeness.h"
#include "core/sna/CoreNumbers.h"
#include "core/sna/Degree.h"
#include "core/sna/Harmonic.h"
#include "core/sna/MeasureTables.h"
#include "core/sna/PageRank.h"

namespace weavemap::sna {

namespace {

template <TieEnd end>
Result<Value> degreeOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> values, degree(work.graph(), end, work.context()));
    return NodeValues{std::move(values)};
}

template <TieEnd end>
Result<Value> strengthOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> values, strength(work.graph(), end, work.context()));
    return NodeValues{std::move(values)};
}

template <TieEnd end>
Result<Value> centralizationOf(SharedWork& work)
{
    return defined(degreeCentralization(work.graph(), end));
}

template <ClosenessForm form, PathEnd end>
Result<Value> closenessOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(end));
    return NodeValues{closeness(*all, form)};
}

template <PathEnd end>
Result<Value> harmonicOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(end));
    return NodeValues{all->harmonic};
}

template <PathEnd end>
Result<Value> normalizedHarmonicOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(end));
    return perNode(work, normalizedHarmonic(all->harmonic));
}

template <PathEnd end>
Result<Value> reachOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(end));
    return asNodes(all->reach);
}

template <PathEnd end>
Result<Value> eccentricityOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const Distances* all, work.distances(end));
    return asNodes(all->eccentricity);
}

template <Weighting weighting>
Result<Value> pageRankOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> ranks, pageRank(work.graph(), weighting, work.context()));
    return NodeValues{std::move(ranks)};
}

template <Weighting weighting>
Result<Value> constraintOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> values, constraint(work.graph(), weighting, work.context()));
    return NodeValues{std::move(values)};
}

template <Weighting weighting>
Result<Value> effectiveSizeOf(SharedWork& work)
{
    WEAVEMAP_ASSIGN(std::vector<double> values, burtEffectiveSize(work.graph(), weighting, work.context()));
    return NodeValues{std::move(values)};
}

using Row = Measure;
constexpr Section kIn = Section::directed;
constexpr ValueKind kScalar = ValueKind::scalar;
constexpr ValueKind kNode = ValueKind::node;
constexpr CostClass kLight = CostClass::light;
constexpr CostClass kMedium = CostClass::medium;
constexpr CostClass kHeavy = CostClass::heavy;
constexpr Weighting kCounted = Weighting::counted;
constexpr Weighting kWeighted = Weighting::weighted;

std::vector<Measure> arcMeasures()
{
    return {
        Row{"arcs", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return static_cast<double>(work.graph().edgeCount()); }},
        Row{"density", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return defined(density(work.graph())); }},
        Row{"out_degree", kIn, kNode, kLight, kCounted, degreeOf<TieEnd::outgoing>},
        Row{"in_degree", kIn, kNode, kLight, kCounted, degreeOf<TieEnd::incoming>},
        Row{"out_strength", kIn, kNode, kLight, kCounted, strengthOf<TieEnd::outgoing>},
        Row{"in_strength", kIn, kNode, kLight, kCounted, strengthOf<TieEnd::incoming>},
        Row{"out_degree_centralization", kIn, kScalar, kLight, kCounted, centralizationOf<TieEnd::outgoing>},
        Row{"in_degree_centralization", kIn, kScalar, kLight, kCounted, centralizationOf<TieEnd::incoming>},
    };
}

std::vector<Measure> pieceMeasures()
{
    return {
        Row{"weak_component", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                return asNodes(parts->of);
            }},
        Row{"weak_components", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                return static_cast<double>(parts->count);
            }},
        Row{"weak_component_sizes", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.components());
                return NumberList{parts->sizes()};
            }},
        Row{"strong_component", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.strongComponents());
                return asNodes(parts->of);
            }},
        Row{"strong_components", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.strongComponents());
                return static_cast<double>(parts->count);
            }},
        Row{"strong_component_sizes", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Components* parts, work.strongComponents());
                return NumberList{parts->sizes()};
            }},
        Row{"core_number_total_degree", kIn, kNode, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(std::vector<double> values, totalDegreeCoreNumbers(work.graph(), work.context()));
                return NodeValues{std::move(values)};
            }},
    };
}

std::vector<Measure> rankMeasures()
{
    return {
        Row{"transitivity_directed", kIn, kScalar, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const double share, directedTransitivity(work.graph(), work.context()));
                return share;
            }},
        Row{"eigenvector_in_max1", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double>* values, work.inEigenvector());
                return values != nullptr ? Value(NodeValues{*values}) : Value();
            }},
        Row{"eigenvector_in_l2", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::vector<double>* values, work.inEigenvector());
                return values != nullptr ? Value(NodeValues{toUnitLength(*values)}) : Value();
            }},
        Row{"hub_max1", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::optional<Hits>* both, work.hits());
                return both->has_value() ? Value(NodeValues{(*both)->hub}) : Value();
            }},
        Row{"authority_max1", kIn, kNode, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const std::optional<Hits>* both, work.hits());
                return both->has_value() ? Value(NodeValues{(*both)->authority}) : Value();
            }},
        Row{"pagerank", kIn, kNode, kMedium, kCounted, pageRankOf<kCounted>},
        Row{"pagerank_weighted", kIn, kNode, kMedium, kWeighted, pageRankOf<kWeighted>},
    };
}

std::vector<Measure> distanceMeasures()
{
    constexpr PathEnd kFrom = PathEnd::from;
    constexpr PathEnd kTo = PathEnd::to;
    return {
        Row{"closeness_component_out", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::component, kFrom>},
        Row{"closeness_component_in", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::component, kTo>},
        Row{"closeness_wasserman_faust_out", kIn, kNode, kHeavy, kCounted,
            closenessOf<ClosenessForm::wassermanFaust, kFrom>},
        Row{"closeness_wasserman_faust_in", kIn, kNode, kHeavy, kCounted,
            closenessOf<ClosenessForm::wassermanFaust, kTo>},
        Row{"closeness_raw_out", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::raw, kFrom>},
        Row{"closeness_raw_in", kIn, kNode, kHeavy, kCounted, closenessOf<ClosenessForm::raw, kTo>},
        Row{"harmonic_out", kIn, kNode, kHeavy, kCounted, harmonicOf<kFrom>},
        Row{"harmonic_in", kIn, kNode, kHeavy, kCounted, harmonicOf<kTo>},
        Row{"harmonic_normalized_out", kIn, kNode, kHeavy, kCounted, normalizedHarmonicOf<kFrom>},
        Row{"harmonic_normalized_in", kIn, kNode, kHeavy, kCounted, normalizedHarmonicOf<kTo>},
        Row{"reach_out", kIn, kNode, kHeavy, kCounted, reachOf<kFrom>},
        Row{"reach_in", kIn, kNode, kHeavy, kCounted, reachOf<kTo>},
        Row{"eccentricity_out", kIn, kNode, kHeavy, kCounted, eccentricityOf<kFrom>},
        Row{"eccentricity_in", kIn, kNode, kHeavy, kCounted, eccentricityOf<kTo>},
        Row{"reachable_ordered_pairs", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return static_cast<double>(distanceTotals(*all).orderedPairs);
            }},
        Row{"mean_distance_reachable", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                return defined(distanceTotals(*all).meanDistance);
            }},
        Row{"longest_distance_reachable", kIn, kScalar, kHeavy, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
                const DistanceTotals totals = distanceTotals(*all);
                return totals.orderedPairs > 0 ? Value(static_cast<double>(totals.longest)) : Value();
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

std::vector<Measure> tieMeasures()
{
    return {
        Row{"assortativity_degree_out_in", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> { return defined(degreeAssortativity(work.graph())); }},
        Row{"reciprocity_arcs", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const DyadCensus* dyads, work.dyads());
                return defined(dyads->arcReciprocity());
            }},
        Row{"reciprocity_dyads", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const DyadCensus* dyads, work.dyads());
                return defined(dyads->dyadReciprocity());
            }},
        Row{"dyad_census", kIn, kScalar, kLight, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const DyadCensus* dyads, work.dyads());
                return NamedNumbers{
                    {{"mutual", dyads->mutual}, {"asymmetric", dyads->asymmetric}, {"null", dyads->none}}};
            }},
        Row{"triad_census", kIn, kScalar, kMedium, kCounted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const auto counts, triadCensus(work.graph(), work.context()));
                NamedNumbers named;
                for (std::size_t kind = 0; kind < counts.size(); ++kind)
                    named.values.emplace_back(std::string(kTriadNames[kind]), counts[kind]);
                return named;
            }},
        Row{"constraint", kIn, kNode, kMedium, kCounted, constraintOf<kCounted>},
        Row{"constraint_weighted", kIn, kNode, kMedium, kWeighted, constraintOf<kWeighted>},
        Row{"effective_size_burt", kIn, kNode, kMedium, kCounted, effectiveSizeOf<kCounted>},
        Row{"effective_size_burt_weighted", kIn, kNode, kMedium, kWeighted, effectiveSizeOf<kWeighted>},
        Row{"betweenness_distance_inverse_weight", kIn, kNode, kHeavy, kWeighted,
            [](SharedWork& work) -> Result<Value> {
                WEAVEMAP_ASSIGN(const WeightedPaths* paths, work.weightedPaths());
                return NodeValues{paths->betweenness};
            }},
    };
}

} // namespace

std::vector<Measure> directedMeasures()
{
    std::vector<Measure> all;
    for (const auto& part : {arcMeasures(), pieceMeasures(), tieMeasures(), rankMeasures(), distanceMeasures()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace weavemap::sna
