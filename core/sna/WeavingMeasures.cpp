// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>
#include <vector>

#include "core/sna/MeasureTables.h"
#include "core/sna/OpenTriads.h"
#include "core/sna/SmallWorld.h"
#include "core/sna/TwoSteps.h"

namespace weavemap::sna {

namespace {

constexpr Section kIn = Section::undirected;
constexpr Weighting kCounted = Weighting::counted;

/// A number of the core/periphery fit; not defined where there is no core.
template <double CoreFit::*figure>
Result<Value> ofCore(SharedWork& work)
{
    WEAVEMAP_ASSIGN(const CoreFit* fit, work.corePeriphery());
    return defined(fit->*figure);
}

std::vector<Measure> coreMeasures()
{
    return {
        {"core_periphery_fit", kIn, ValueKind::scalar, CostClass::light, kCounted, ofCore<&CoreFit::r>},
        {"core_periphery_size", kIn, ValueKind::scalar, CostClass::light, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const CoreFit* fit, work.corePeriphery());
             return fit->coreSize > 0 ? Value(static_cast<double>(fit->coreSize)) : Value();
         }},
        {"core_periphery_member", kIn, ValueKind::node, CostClass::light, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const CoreFit* fit, work.corePeriphery());
             return asNodes(fit->inCore);
         }},
        {"core_density", kIn, ValueKind::scalar, CostClass::light, kCounted, ofCore<&CoreFit::coreDensity>},
        {"mixed_density", kIn, ValueKind::scalar, CostClass::light, kCounted, ofCore<&CoreFit::mixedDensity>},
        {"rim_density", kIn, ValueKind::scalar, CostClass::light, kCounted, ofCore<&CoreFit::rimDensity>},
    };
}

std::vector<Measure> stepMeasures()
{
    return {
        {"two_step_reach", kIn, ValueKind::node, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const auto* within, work.withinTwoSteps());
             return NodeValues{twoStepReach(*within)};
         }},
        {"two_step_reach_mean", kIn, ValueKind::scalar, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const auto* within, work.withinTwoSteps());
             return defined(meanTwoStepReach(*within));
         }},
        {"open_triads", kIn, ValueKind::node, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const auto* within, work.withinTwoSteps());
             return asNodes(openTriads(work.graph(), *within).ofVertex);
         }},
        {"open_triads_total", kIn, ValueKind::scalar, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const auto* within, work.withinTwoSteps());
             return static_cast<double>(openTriads(work.graph(), *within).pairs);
         }},
        {"hub_dependence", kIn, ValueKind::scalar, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             if (work.withStaff() == nullptr)
                 return Value();
             WEAVEMAP_ASSIGN(const double share, hubDependence(*work.withStaff(), work.context()));
             return defined(share);
         }},
        {"small_world", kIn, ValueKind::scalar, CostClass::heavy, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const Components* parts, work.components());
             WEAVEMAP_ASSIGN(const auto* counts, work.triangles());
             WEAVEMAP_ASSIGN(const Distances* all, work.distances(PathEnd::from));
             return defined(smallWorld(work.graph(), *parts, *counts, *all));
         }},
    };
}

std::vector<Measure> estimates()
{
    return {
        {"betweenness_estimate", kIn, ValueKind::node, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const BetweennessEstimate* estimate, work.betweennessEstimate());
             return perNode(work, estimate->normalized);
         },
         Offer::onRequest},
        {"betweenness_estimate_bound", kIn, ValueKind::scalar, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const BetweennessEstimate* estimate, work.betweennessEstimate());
             return estimate->bound;
         },
         Offer::onRequest},
        {"betweenness_estimate_pairs", kIn, ValueKind::scalar, CostClass::medium, kCounted,
         [](SharedWork& work) -> Result<Value> {
             WEAVEMAP_ASSIGN(const BetweennessEstimate* estimate, work.betweennessEstimate());
             return static_cast<double>(estimate->pairs);
         },
         Offer::onRequest},
    };
}

} // namespace

std::vector<Measure> weavingMeasures()
{
    std::vector<Measure> all = coreMeasures();
    for (const auto& part : {stepMeasures(), estimates()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace weavemap::sna
