// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Analysis.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "core/sna/AttributeMeasures.h"
#include "core/sna/EiExpectation.h"
#include "core/sna/MeasureTables.h"
#include "core/sna/Parallel.h"
#include "core/sna/SharedWork.h"

namespace weavemap::sna {

namespace {

using Clock = std::chrono::steady_clock;

/// What a class of measures weighs in the progress that is told.
double weightOf(CostClass cost)
{
    switch (cost) {
    case CostClass::light:
        return 1.0;
    case CostClass::medium:
        return 4.0;
    case CostClass::heavy:
        return 16.0;
    }
    return 1.0;
}

std::vector<const Measure*> chosen(const AnalysisRequest& request, const graph::GraphSnapshot& snapshot)
{
    std::vector<const Measure*> result;
    for (const Measure& measure : measures()) {
        const bool asked = request.keys.empty()
                               ? measure.cost <= request.upTo && measure.offer == Offer::always
                               : std::find(request.keys.begin(), request.keys.end(), measure.key) != request.keys.end();
        const bool fits = (measure.section == Section::undirected || snapshot.isDirected()) &&
                          (measure.weighting == Weighting::counted || snapshot.isWeighted());
        if (asked && fits)
            result.push_back(&measure);
    }
    return result;
}

/// Figures of the attributes: keys are KEY.NAME.
Result<> addAttributes(const graph::GraphSnapshot& snapshot, Section section, const AnalysisRequest& request,
                       const RunContext& context, FigureSection& figures)
{
    for (const NodeAttribute& attribute : request.attributes) {
        const auto put = [&](const std::string& key, Value value) {
            if (std::holds_alternative<std::monostate>(value))
                return;
            if (request.onFigure)
                request.onFigure(section, key + "." + attribute.name, value);
            figures.put(key + "." + attribute.name, std::move(value));
        };
        WEAVEMAP_ASSIGN(const TieMix mix, tieMix(snapshot, attribute, context));
        put("ei_external", mix.external);
        put("ei_internal", mix.internal);
        put("ei_index", defined(mix.index()));
        const double expected = expectedEiIndex(attribute);
        put("ei_expected", defined(expected));
        put("ei_difference", defined(mix.index() - expected));
        NamedNumbers byGroup;
        for (const auto& [group, index] : mix.indexByGroup)
            byGroup.values.emplace_back(group, index);
        put("ei_index_by_group", std::move(byGroup));
        put("assortativity_categorical", defined(categoricalAssortativity(snapshot, attribute)));
        if (!attribute.numbers.empty())
            put("assortativity_numeric", defined(numericAssortativity(snapshot, attribute)));
        if (section == Section::undirected) {
            put("modularity_of_attribute", defined(attributeModularity(snapshot, attribute)));
            if (attribute.name == "mode") {
                const double share = bipartiteDensity(snapshot, attribute);
                if (!std::isnan(share))
                    figures.put("bipartite_density", share);
            }
        }
    }
    return {};
}

bool isKnown(const std::string& key)
{
    return findMeasure(Section::undirected, key) != nullptr || findMeasure(Section::directed, key) != nullptr;
}

} // namespace

Result<Figures> analyse(const graph::GraphSnapshot& snapshot, const AnalysisRequest& request, const RunContext& context)
{
    for (const std::string& key : request.keys)
        if (!isKnown(key))
            return fail(ErrorCode::unknownMeasure, {key});

    Figures figures;
    figures.revision = snapshot.revision();
    figures.ids = snapshot.ids();
    figures.vertices = snapshot.vertexCount();
    if (snapshot.isDirected())
        figures.directed.emplace();

    const std::vector<const Measure*> todo = chosen(request, snapshot);
    double all = 0.0, done = 0.0;
    for (const Measure* measure : todo)
        all += weightOf(measure->cost);

    // Within a measure progress runs from `done` to its end; whoever shares its work afterwards has nothing left to do.
    double span = 0.0;
    ProgressGate gate;
    const auto tell = [&](double share) {
        const double now = std::min(1.0, (done + share * span) / all);
        if (gate.opens(now))
            context.progress(now);
    };
    const RunContext inner = context.withProgress(tell);
    const graph::GraphSnapshot undirectedForm = snapshot.isDirected() ? snapshot.undirected() : graph::GraphSnapshot();
    SharedWork undirected(snapshot.isDirected() ? undirectedForm : snapshot, inner,
                          {request.withStaff, request.sample});
    SharedWork directed(snapshot, inner, {nullptr, request.sample});

    for (const Measure* measure : todo) {
        if (context.cancelled())
            return fail(ErrorCode::cancelled);
        const bool onArcs = measure->section == Section::directed;
        const auto begin = Clock::now();
        span = weightOf(measure->cost);
        Result<Value> computed = measure->compute(onArcs ? directed : undirected);
        if (!computed && computed.error().code == ErrorCode::cancelled)
            return fail(std::move(computed.error()));
        Value value = computed ? std::move(*computed) : Value(); // one that could not be found is left out
        tell(1.0);
        done += span;
        const std::string key(measure->key);
        figures.seconds[(onArcs ? "directed." : "undirected.") + key] +=
            std::chrono::duration<double>(Clock::now() - begin).count();
        if (std::holds_alternative<std::monostate>(value))
            continue;
        if (request.onFigure)
            request.onFigure(measure->section, key, value);
        (onArcs ? *figures.directed : figures.undirected).put(key, std::move(value));
    }
    if (request.keys.empty()) {
        WEAVEMAP_TRY(addAttributes(undirected.graph(), Section::undirected, request, context, figures.undirected));
        if (figures.directed)
            WEAVEMAP_TRY(addAttributes(snapshot, Section::directed, request, context, *figures.directed));
    }
    context.progress(1.0);
    return figures;
}

} // namespace weavemap::sna
