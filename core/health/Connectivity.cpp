// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/Connectivity.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/graph/Subgraph.h"
#include "core/health/FoundBetweenness.h"
#include "core/sna/AttributeMeasures.h"
#include "core/sna/Biconnected.h"
#include "core/sna/Clustering.h"
#include "core/sna/Components.h"
#include "core/sna/CutOff.h"
#include "core/sna/Degree.h"
#include "core/sna/Distances.h"
#include "core/sna/EiExpectation.h"
#include "core/sna/OpenTriads.h"
#include "core/sna/Reciprocity.h"
#include "core/sna/TwoSteps.h"

namespace weavemap::health {

namespace {

using graph::GraphSnapshot;

/// Puts the figures of one input together, a group that rests on the same work at a time.
class Finder
{
public:
    Finder(const ConnectivityInput& input, const GraphSnapshot& members, const TieFigureSet& wanted,
           const RunContext& context)
        : m_input(input), m_members(members), m_wanted(wanted), m_context(context), m_n(members.vertexCount())
    {}

    Result<Connectivity> find()
    {
        addCounts();
        addIsolates();
        WEAVEMAP_TRY(addPieces());
        WEAVEMAP_TRY(addTwoSteps());
        WEAVEMAP_TRY(addBetweenness());
        WEAVEMAP_TRY(addClustering());
        WEAVEMAP_TRY(addCutPoints());
        WEAVEMAP_TRY(addReciprocity());
        WEAVEMAP_TRY(addStaff());
        WEAVEMAP_TRY(addMixing());
        return std::move(m_found);
    }

private:
    bool wants(TieFigure figure) const { return m_wanted.test(static_cast<std::size_t>(figure)); }
    void put(TieFigure figure, const HealthFigure& value)
    {
        if (wants(figure))
            m_found[figure] = value;
    }

    void addCounts()
    {
        put(TieFigure::tiesPerMember, figureOf(sna::meanDegree(m_members), m_n));
        put(TieFigure::density, figureOf(sna::density(m_members), m_n));
        put(TieFigure::degreeCentralization,
            figureOf(sna::degreeCentralization(m_members, sna::TieEnd::outgoing), m_n));
        if (const auto& made = m_input.newTies)
            put(TieFigure::weaverHandOver, shareOf(made->byMembers, made->byMembers + made->byStaff));
    }

    void addIsolates()
    {
        put(TieFigure::isolates, shareOf(sna::isolateCount(m_members), m_n));
        if (m_input.heard.empty())
            return;
        assert(m_input.heard.size() == m_n);
        std::size_t heard = 0, aloneHeard = 0, aloneNot = 0;
        for (std::uint32_t v = 0; v < m_n; ++v) {
            const bool alone = m_members.degree(v) == 0;
            heard += m_input.heard[v] != 0 ? 1U : 0U;
            aloneHeard += alone && m_input.heard[v] != 0 ? 1U : 0U;
            aloneNot += alone && m_input.heard[v] == 0 ? 1U : 0U;
        }
        put(TieFigure::coverage, shareOf(heard, m_n));
        put(TieFigure::isolatesHeard, shareOf(aloneHeard, heard));
        put(TieFigure::isolatesNotHeard, shareOf(aloneNot, m_n - heard));
    }

    Result<> addPieces()
    {
        const bool paths = wants(TieFigure::averagePath) || wants(TieFigure::diameter);
        if (!paths && !wants(TieFigure::pieces) && !wants(TieFigure::largestPiece))
            return {};
        WEAVEMAP_ASSIGN(const sna::Components parts, sna::components(m_members, m_context));
        const std::vector<double> sizes = parts.sizes();
        put(TieFigure::pieces, {static_cast<double>(parts.count), m_n});
        put(TieFigure::largestPiece, shareOf(sizes.empty() ? 0 : static_cast<std::size_t>(sizes.front()), m_n));
        if (!paths || m_n == 0)
            return {};
        WEAVEMAP_ASSIGN(const sna::Distances steps, sna::distances(m_members, sna::PathEnd::from, m_context));
        const sna::LargestPiece piece = sna::largestPiece(steps, parts.of);
        put(TieFigure::averagePath, figureOf(piece.meanDistance, piece.size));
        if (piece.size > 1)
            put(TieFigure::diameter, {static_cast<double>(piece.diameter), piece.size});
        return {};
    }

    Result<> addTwoSteps()
    {
        if (!wants(TieFigure::twoStepReach) && !wants(TieFigure::openTriads))
            return {};
        WEAVEMAP_ASSIGN(const std::vector<std::uint32_t> within, sna::withinTwoSteps(m_members, m_context));
        put(TieFigure::twoStepReach, figureOf(sna::meanTwoStepReach(within), m_n));
        put(TieFigure::openTriads, {static_cast<double>(sna::openTriads(m_members, within).pairs), m_n});
        return {};
    }

    Result<> addBetweenness()
    {
        if (!wants(TieFigure::betweennessCentralization))
            return {};
        WEAVEMAP_ASSIGN(const FoundBetweenness found, findBetweenness(m_members, m_context));
        m_found.betweennessBound = found.bound;
        put(TieFigure::betweennessCentralization, figureOf(found.centralization, m_n));
        return {};
    }

    Result<> addClustering()
    {
        if (!wants(TieFigure::transitivity))
            return {};
        WEAVEMAP_ASSIGN(const std::vector<std::uint64_t> triangles, sna::triangles(m_members, m_context));
        if (m_n > 0)
            put(TieFigure::transitivity, figureOf(sna::transitivity(m_members, triangles), m_n));
        return {};
    }

    Result<> addCutPoints()
    {
        if (!wants(TieFigure::cutPoints) && !wants(TieFigure::mostCutOff))
            return {};
        WEAVEMAP_ASSIGN(const sna::Biconnected blocks, sna::biconnected(m_members, m_context));
        const std::vector<std::uint32_t> cutOff = sna::cutOffBy(m_members, blocks);
        std::uint32_t most = 0;
        for (const std::uint32_t v : blocks.cutPoints) {
            m_found.cutPeople.push_back({v, cutOff[v]});
            most = std::max(most, cutOff[v]);
        }
        put(TieFigure::cutPoints, {static_cast<double>(blocks.cutPoints.size()), m_n});
        put(TieFigure::mostCutOff, {static_cast<double>(most), m_n});
        return {};
    }

    Result<> addReciprocity()
    {
        if (!wants(TieFigure::reciprocity) || m_input.arcs == nullptr)
            return {};
        assert(m_input.arcs->isDirected() && m_input.arcs->vertexCount() == m_n);
        assert(m_input.answered.empty() || m_input.answered.size() == m_n);
        const GraphSnapshot among =
            m_input.answered.empty() ? *m_input.arcs : graph::subgraph(*m_input.arcs, m_input.answered);
        WEAVEMAP_ASSIGN(const sna::DyadCensus dyads, sna::dyadCensus(among, m_context));
        put(TieFigure::reciprocity, figureOf(dyads.arcReciprocity(), among.edgeCount()));
        return {};
    }

    Result<> addStaff()
    {
        if (!wants(TieFigure::hubDependence) || m_input.withStaff == nullptr)
            return {};
        WEAVEMAP_ASSIGN(const double dependence, sna::hubDependence(*m_input.withStaff, m_context));
        put(TieFigure::hubDependence, figureOf(dependence, m_n));
        return {};
    }

    Result<> addMixing()
    {
        for (const sna::NodeAttribute& attribute : m_input.groups) {
            assert(attribute.values.size() == m_n);
            WEAVEMAP_ASSIGN(const sna::TieMix mix, sna::tieMix(m_members, attribute, m_context));
            const auto ties = static_cast<std::size_t>(mix.external + mix.internal);
            const auto known = std::count_if(attribute.values.begin(), attribute.values.end(),
                                             [](const std::string& value) { return !value.empty(); });
            const double expected = sna::expectedEiIndex(attribute);
            m_found.mixing.push_back({attribute.name, figureOf(mix.index(), ties),
                                      figureOf(expected, static_cast<std::size_t>(known)),
                                      figureOf(mix.index() - expected, ties)});
        }
        return {};
    }

    const ConnectivityInput& m_input;
    const GraphSnapshot& m_members;
    const TieFigureSet& m_wanted;
    const RunContext& m_context;
    std::size_t m_n;
    Connectivity m_found;
};

} // namespace

std::string_view codeOf(TieFigure figure)
{
    static constexpr std::array<std::string_view, kTieFigures> kCodes{"coverage",
                                                                      "ties_per_member",
                                                                      "density",
                                                                      "isolates",
                                                                      "isolates_heard",
                                                                      "isolates_not_heard",
                                                                      "pieces",
                                                                      "largest_piece",
                                                                      "two_step_reach",
                                                                      "degree_centralization",
                                                                      "betweenness_centralization",
                                                                      "average_path",
                                                                      "diameter",
                                                                      "transitivity",
                                                                      "open_triads",
                                                                      "cut_points",
                                                                      "most_cut_off",
                                                                      "reciprocity",
                                                                      "hub_dependence",
                                                                      "weaver_hand_over"};
    return kCodes[static_cast<std::size_t>(figure)];
}

TieFigureSet lightTieFigures()
{
    TieFigureSet light = everyTieFigure();
    for (const TieFigure dear : {TieFigure::betweennessCentralization, TieFigure::averagePath, TieFigure::diameter})
        light.reset(static_cast<std::size_t>(dear));
    return light;
}

Result<Connectivity> connectivity(const ConnectivityInput& input, const TieFigureSet& wanted, const RunContext& context)
{
    if (context.cancelled())
        return fail(ErrorCode::cancelled);
    if (!input.members.isDirected())
        return Finder(input, input.members, wanted, context).find();
    const GraphSnapshot undirected = input.members.undirected();
    return Finder(input, undirected, wanted, context).find();
}

} // namespace weavemap::health
