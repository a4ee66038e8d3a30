// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/NetworkStage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <utility>

#include "core/graph/Subgraph.h"
#include "core/health/FoundBetweenness.h"
#include "core/sna/Biconnected.h"
#include "core/sna/Communities.h"
#include "core/sna/Components.h"
#include "core/sna/CorePeriphery.h"
#include "core/sna/CutOff.h"
#include "core/sna/Degree.h"
#include "core/sna/Figures.h"

namespace weavemap::health {

namespace {

using graph::GraphSnapshot;

/// The largest piece as a network of its own, and which vertex each of its people is in the whole.
struct Piece
{
    GraphSnapshot graph;
    std::vector<std::uint32_t> vertexOf;
};

Piece largestPiece(const GraphSnapshot& members, const sna::Components& parts)
{
    std::vector<std::uint32_t> sizes(parts.count, 0);
    for (const std::uint32_t part : parts.of)
        ++sizes[part];
    const auto largest =
        static_cast<std::uint32_t>(std::distance(sizes.begin(), std::max_element(sizes.begin(), sizes.end())));
    Piece piece;
    std::vector<std::uint8_t> keep(members.vertexCount(), 0);
    for (std::uint32_t v = 0; v < members.vertexCount(); ++v) {
        if (parts.of[v] != largest)
            continue;
        keep[v] = 1;
        piece.vertexOf.push_back(v);
    }
    piece.graph = graph::subgraph(members, keep);
    return piece;
}

/// The first of the largest, as long as it is above zero.
template <class Number>
std::optional<std::uint32_t> firstOfMost(const std::vector<Number>& values)
{
    const auto most = std::max_element(values.begin(), values.end());
    if (most == values.end() || !(*most > Number{}))
        return std::nullopt;
    return static_cast<std::uint32_t>(std::distance(values.begin(), most));
}

Result<> addPieceFigures(StageFigures& figures, const GraphSnapshot& members, const RunContext& context)
{
    WEAVEMAP_ASSIGN(const sna::Components parts, sna::components(members, context));
    if (members.vertexCount() == 0) {
        figures.largestPiece = figures.betweennessCentralization = figures.drop = sna::kUndefined;
        return {};
    }
    const Piece piece = largestPiece(members, parts);
    const double size = piece.graph.vertexCount();
    figures.largestPiece = size / members.vertexCount();

    WEAVEMAP_ASSIGN(const FoundBetweenness between, findBetweenness(piece.graph, context));
    figures.betweennessCentralization = between.centralization;
    figures.betweennessBound = between.bound;
    if (const auto most = firstOfMost(between.raw))
        figures.goBetween = piece.vertexOf[*most];

    WEAVEMAP_ASSIGN(const sna::Biconnected blocks, sna::biconnected(piece.graph, context));
    const std::vector<std::uint32_t> cutOff = sna::cutOffBy(piece.graph, blocks);
    figures.drop = 0.0;
    if (const auto most = firstOfMost(cutOff)) {
        figures.drop = cutOff[*most] / size;
        figures.bridge = piece.vertexOf[*most];
    }
    return {};
}

bool isKnownWellEnough(const StageFigures& f, const StageThresholds& t, std::vector<StageDoubt>& doubts)
{
    if (f.people < t.leastPeople)
        doubts.push_back(StageDoubt::fewPeople);
    if (static_cast<double>(f.ties) < t.leastTiesPerPerson * f.people)
        doubts.push_back(StageDoubt::fewTies);
    if (f.coverage && *f.coverage < t.leastCoverage)
        doubts.push_back(StageDoubt::lowCoverage);
    return doubts.empty();
}

bool isCorePeriphery(const StageFigures& f, const StageThresholds& t)
{
    return f.largestPiece >= t.coreLargestPiece && f.coreFit >= t.coreFit && f.coreSize >= t.coreLeast &&
           f.drop < t.coreDropBelow;
}

bool isMultiHub(const StageFigures& f, const StageThresholds& t)
{
    const double few = std::max<double>(t.hubsLeast, t.hubsShare * f.people);
    if (f.halfTheTies > 0 && f.halfTheTies <= few && f.degreeCentralization >= t.hubsDegree)
        return true;
    return f.modularity >= t.groupsModularity && f.modularity >= f.chanceModularity + t.groupsAboveChance &&
           f.drop < t.groupsDropBelow;
}

Stage shapeOf(const StageFigures& f, const StageThresholds& t)
{
    if (f.largestPiece < t.scatteredBelow)
        return Stage::scattered;
    if (f.degreeCentralization >= t.hubDegree && f.betweennessCentralization >= t.hubBetweenness)
        return Stage::hubAndSpoke;
    if (isCorePeriphery(f, t))
        return Stage::corePeriphery;
    if (isMultiHub(f, t))
        return Stage::multiHub;
    if (f.drop >= t.halvesDrop)
        return Stage::twoHalves;
    return Stage::noClearShape;
}

} // namespace

std::string_view codeOf(Stage stage)
{
    static constexpr std::array<std::string_view, 7> kCodes{"too_little_known", "scattered",      "hub_and_spoke",
                                                            "multi_hub",        "core_periphery", "two_halves",
                                                            "no_clear_shape"};
    return kCodes[static_cast<std::size_t>(stage)];
}

std::string_view codeOf(StageDoubt doubt)
{
    static constexpr std::array<std::string_view, 3> kCodes{"few_people", "few_ties", "low_coverage"};
    return kCodes[static_cast<std::size_t>(doubt)];
}

Result<StageFigures> stageFigures(const GraphSnapshot& members, std::optional<double> coverage,
                                  const RunContext& context)
{
    if (members.isDirected())
        return stageFigures(members.undirected(), coverage, context);
    StageFigures figures;
    figures.people = members.vertexCount();
    figures.ties = members.edgeCount();
    figures.coverage = coverage;
    figures.degreeCentralization = sna::degreeCentralization(members, sna::TieEnd::outgoing);
    figures.halfTheTies = peopleTouchingHalf(members);
    figures.chanceModularity = modularityByChance(figures.people, figures.ties);
    WEAVEMAP_TRY(addPieceFigures(figures, members, context));
    WEAVEMAP_ASSIGN(const sna::CoreFit core, sna::corePeriphery(members, context));
    figures.coreFit = core.r;
    figures.coreSize = core.coreSize;
    figures.coreDensity = core.coreDensity;
    figures.mixedDensity = core.mixedDensity;
    figures.rimDensity = core.rimDensity;
    WEAVEMAP_ASSIGN(const sna::Communities groups, sna::communities(members, sna::Weighting::counted, context));
    figures.modularity = groups.modularity;
    return figures;
}

StageReading readStage(const StageFigures& figures, const StageThresholds& thresholds)
{
    StageReading reading{Stage::tooLittleKnown, {}, figures, thresholds};
    if (!isKnownWellEnough(figures, thresholds, reading.doubts))
        return reading;
    reading.stage = shapeOf(figures, thresholds);
    if (figures.people < thresholds.firmPeople)
        reading.doubts.push_back(StageDoubt::fewPeople);
    if (figures.coverage && *figures.coverage < thresholds.firmCoverage)
        reading.doubts.push_back(StageDoubt::lowCoverage);
    return reading;
}

Result<StageReading> readStage(const GraphSnapshot& members, std::optional<double> coverage,
                               const StageThresholds& thresholds, const RunContext& context)
{
    WEAVEMAP_ASSIGN(const StageFigures figures, stageFigures(members, coverage, context));
    return readStage(figures, thresholds);
}

double modularityByChance(std::uint32_t people, std::size_t ties)
{
    if (people == 0 || ties == 0)
        return sna::kUndefined;
    const double n = people, mean = 2.0 * static_cast<double>(ties) / n;
    return std::clamp((1.0 - 2.0 / std::sqrt(n)) * std::cbrt(4.0 / (mean * mean)), 0.0, 1.0);
}

std::uint32_t peopleTouchingHalf(const GraphSnapshot& members)
{
    if (members.isDirected())
        return peopleTouchingHalf(members.undirected());
    using Entry = std::pair<std::uint32_t, std::uint32_t>; // ties not touched yet, vertex counted from the last
    const std::uint32_t n = members.vertexCount();
    std::vector<std::uint32_t> open(n);
    std::vector<std::uint8_t> taken(n, 0);
    std::priority_queue<Entry> most;
    for (std::uint32_t v = 0; v < n; ++v) {
        open[v] = members.degree(v);
        most.emplace(open[v], n - 1 - v);
    }
    std::size_t touched = 0;
    std::uint32_t people = 0;
    while (2 * touched < members.edgeCount()) {
        const auto [count, place] = most.top();
        most.pop();
        const std::uint32_t v = n - 1 - place;
        if (count != open[v]) { // what was known of them is old
            most.emplace(open[v], place);
            continue;
        }
        taken[v] = 1;
        touched += open[v];
        ++people;
        for (const std::uint32_t w : members.neighbours(v))
            if (taken[w] == 0)
                --open[w];
    }
    return people;
}

} // namespace weavemap::health
