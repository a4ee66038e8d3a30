// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"
#include "core/health/HealthFigure.h"
#include "core/sna/HubDependence.h"
#include "core/sna/NodeAttribute.h"

namespace weavemap::health {

/// The figures of the domain's 3.9 that say how a network hangs together. Shares are in [0, 1].
enum class TieFigure {
    coverage,                  ///< share heard from; n people
    tiesPerMember,             ///< mean number of ties; n people
    density,                   ///< share of the pairs that are tied; n people
    isolates,                  ///< share without a tie; n people
    isolatesHeard,             ///< the same of those heard from; n of these
    isolatesNotHeard,          ///< the same of the others, of whom a call may yet tell; n of these
    pieces,                    ///< number of pieces, an isolate is one; n people
    largestPiece,              ///< share in the largest piece; n people
    twoStepReach,              ///< share of the pairs at most two steps apart; n people
    degreeCentralization,      ///< 1 for a star; n people
    betweennessCentralization, ///< 1 for a star; over the whole network, n people
    averagePath,               ///< steps, over the pairs of the largest piece; n its people
    diameter,                  ///< most steps between two of the largest piece; n its people
    transitivity,              ///< how often two contacts of one person know each other; n people
    openTriads,                ///< pairs that share a contact and are not tied; n people
    cutPoints,                 ///< people without whom others would lose their link; n people
    mostCutOff,                ///< how many one of these would cut off at most; n people
    reciprocity,               ///< arcs that are returned; n arcs between people who both could answer
    hubDependence,             ///< as `sna::hubDependence`; n people
    weaverHandOver             ///< share of the new ties that members made; n new ties whose maker is known
};
inline constexpr std::size_t kTieFigures = static_cast<std::size_t>(TieFigure::weaverHandOver) + 1;
using TieFigureSet = std::bitset<kTieFigures>;

/// "ties_per_member", "isolates_not_heard", ...
std::string_view codeOf(TieFigure figure);
/// All of them.
inline TieFigureSet everyTieFigure() { return TieFigureSet().set(); }
/// All but those whose time grows faster than the network: betweennessCentralization, averagePath, diameter.
TieFigureSet lightTieFigures();

/// Who brought about the ties that are new in a period.
struct NewTies
{
    std::size_t byMembers = 0;
    std::size_t byStaff = 0;
    std::size_t unknown = 0; ///< counted on neither side
};

/// What the figures are over. Everything by vertex is by those of `members`; all of it must outlive the call.
struct ConnectivityInput
{
    const graph::GraphSnapshot& members;         ///< ties counted; a directed one is taken in its undirected form
    std::span<const std::uint8_t> heard = {};    ///< who was heard from; empty: not known
    const graph::GraphSnapshot* arcs = nullptr;  ///< the same people, directed: who named whom
    std::span<const std::uint8_t> answered = {}; ///< who could name others; empty: everybody
    /// The same network with staff in it; those who are not staff are the people of `members` in their order.
    const sna::StaffNetwork* withStaff = nullptr;
    std::span<const sna::NodeAttribute> groups = {}; ///< what mixing is looked at by
    std::optional<NewTies> newTies = {};
};

/// How ties cross the groups of one attribute, beside what chance would give (`sna::tieMix`, `sna::expectedEiIndex`).
struct Mixing
{
    std::string attribute;
    HealthFigure index;      ///< E-I, -1 within only to 1 across only; n ties whose ends both have a value
    HealthFigure expected;   ///< by group sizes alone; n people with a value
    HealthFigure difference; ///< index - expected; n as the index
};

/// Somebody without whom others would lose their link to most of their piece.
struct CutPerson
{
    std::uint32_t vertex = 0;
    std::uint32_t cutOff = 0; ///< how many others
    bool operator==(const CutPerson&) const = default;
};

/// The figures of one network on one date.
struct Connectivity
{
    std::array<HealthFigure, kTieFigures> figures;
    double betweennessBound = 0.0;    ///< how far off betweennessCentralization may be, 95 % confidence; 0: exact
    std::vector<CutPerson> cutPeople; ///< by vertex, never by rank
    std::vector<Mixing> mixing;       ///< one for each of the groups

    const HealthFigure& operator[](TieFigure figure) const { return figures[static_cast<std::size_t>(figure)]; }
    HealthFigure& operator[](TieFigure figure) { return figures[static_cast<std::size_t>(figure)]; }
};

/// The figures in `wanted`; the others have no value, and mixing is always there. Definitions, sources and what they do
/// on disconnected networks stand with the functions of `core/sna` that are called. A figure that is not defined (the
/// density of one person) or not known (who was heard from) has no value.
/// With staff and without: the same call on the one network and the other.
/// O(sum of squared degrees) for `lightTieFigures`, O(n m) for everything; betweenness as `findBetweenness`.
/// Precondition: sizes as `ConnectivityInput` says. Threads: the same bits at any number.
/// Errors: cancelled; outOfRange as `sna::betweenness`.
Result<Connectivity> connectivity(const ConnectivityInput& input, const TieFigureSet& wanted,
                                  const RunContext& context);

} // namespace weavemap::health
