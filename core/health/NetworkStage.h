// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/GraphSnapshot.h"

namespace weavemap::health {

/// What a network looks most like, after the stages of V. Krebs, J. Holley, "Building smart communities through network
/// weaving" (2006), and what else it may look like.
enum class Stage {
    tooLittleKnown,
    scattered,     ///< stage 1: small groups that do not know each other
    hubAndSpoke,   ///< stage 2: most paths run through one person
    multiHub,      ///< stage 3: several connectors
    corePeriphery, ///< stage 4: a shared core with a loose rim
    twoHalves,     ///< no stage: one person holds two halves together
    noClearShape   ///< no stage: ties are spread evenly
};

/// Why nothing is said, or why what is said is weak.
enum class StageDoubt { fewPeople, fewTies, lowCoverage };

/// "too_little_known", "scattered", "hub_and_spoke", ...
std::string_view codeOf(Stage stage);
/// "few_people", "few_ties", "low_coverage"
std::string_view codeOf(StageDoubt doubt);

/// Where one reading ends and the next begins. Fitted to generated networks alone, on other seeds than those that judge
/// it (`tests/core/health`), so users may change them. Shares are in [0, 1].
struct StageThresholds
{
    // Below these nothing is said.
    std::uint32_t leastPeople = 12;
    double leastTiesPerPerson = 0.25;
    double leastCoverage = 0.4;
    // Below these what is said is weak.
    std::uint32_t firmPeople = 30;
    double firmCoverage = 0.6;

    double scatteredBelow = 0.5; ///< share in the largest piece

    double hubDegree = 0.3;       ///< degree centralization, at least
    double hubBetweenness = 0.65; ///< betweenness centralization, at least

    double coreLargestPiece = 0.75;
    double coreFit = 0.65;
    std::uint32_t coreLeast = 4; ///< people in the core
    double coreDropBelow = 0.18;

    double hubsShare = 0.1;      ///< of all people: so few together touch half the ties
    std::uint32_t hubsLeast = 2; ///< as many may, however small the network
    double hubsDegree = 0.12;    ///< degree centralization, at least
    double groupsModularity = 0.35;
    double groupsAboveChance = 0.1; ///< modularity above that of a network drawn by lot
    double groupsDropBelow = 0.34;

    double halvesDrop = 0.34; ///< at least

    bool operator==(const StageThresholds&) const = default;
};

/// What a reading rests on; always to be shown with it. NaN: not defined on this network, and no rule holds for it.
struct StageFigures
{
    std::uint32_t people = 0;
    std::size_t ties = 0;
    std::optional<double> coverage; ///< share of the people heard from; absent where the ties do not come from calls

    double largestPiece = 0.0;              ///< share of the people; NaN without people
    double degreeCentralization = 0.0;      ///< of the whole network
    double betweennessCentralization = 0.0; ///< inside the largest piece
    double betweennessBound = 0.0;          ///< how far off it may be with 95 % confidence; 0: exact
    double drop = 0.0;          ///< share of the largest piece cut off from most of it if its bridge person leaves
    double coreFit = 0.0;       ///< r, as `sna::CoreFit`
    std::uint32_t coreSize = 0; ///< k; 0 where there is no core
    double coreDensity = 0.0;   ///< as `sna::CoreFit`, like the two below
    double mixedDensity = 0.0;
    double rimDensity = 0.0;
    double modularity = 0.0;       ///< Q, of the groups that `sna::communities` finds
    double chanceModularity = 0.0; ///< as `modularityByChance`
    std::uint32_t halfTheTies = 0; ///< h50, as `peopleTouchingHalf`; 0 without ties

    std::optional<std::uint32_t> goBetween; ///< vertex of the largest piece that most paths run through
    std::optional<std::uint32_t> bridge;    ///< vertex that cuts most people off; absent where nobody does
};

/// A reading with what it rests on.
struct StageReading
{
    Stage stage = Stage::tooLittleKnown;
    std::vector<StageDoubt> doubts; ///< why nothing is said, or else why it is weak; empty: neither
    StageFigures figures;
    StageThresholds thresholds;

    bool isSaid() const { return stage != Stage::tooLittleKnown; }
    bool isWeak() const { return isSaid() && !doubts.empty(); }
};

/// The figures of a network of members. `coverage` in [0, 1], absent where it means nothing (a survey of everybody).
/// The largest piece is that with the first vertex among equal ones. On the undirected form, ties counted.
/// Betweenness is exact up to people x ties of 10^9 in the largest piece and estimated to 0.0025 beyond.
/// O(n m) up to there, then that of `sna::communities`. Threads: the same bits at any number.
/// Errors: cancelled; outOfRange as `sna::betweenness`.
Result<StageFigures> stageFigures(const graph::GraphSnapshot& members, std::optional<double> coverage,
                                  const RunContext& context);

/// The first rule that holds, in the order: too little known, scattered, hub-and-spoke, core/periphery, multi-hub, two
/// halves, no clear shape. Pure; O(1).
StageReading readStage(const StageFigures& figures, const StageThresholds& thresholds = {});

/// Both at once. Cost and errors as `stageFigures`.
Result<StageReading> readStage(const graph::GraphSnapshot& members, std::optional<double> coverage,
                               const StageThresholds& thresholds, const RunContext& context);

/// The modularity that the best groups of a network of `n` people have whose ties were drawn by lot:
/// (1 - 2/sqrt(n)) (2/k)^(2/3), k being the mean number of ties, kept within [0, 1]. A formula for large sparse
/// networks; R. Guimera, M. Sales-Pardo, L. Amaral 2004, doi:10.1103/PhysRevE.70.025101, eq. 9. NaN without ties. O(1).
double modularityByChance(std::uint32_t people, std::size_t ties);

/// How few people together touch half of the ties, found greedily: again and again whoever touches most of those not
/// touched yet (of equals the first). One or two more than the fewest on networks where few do the most; which ones
/// is not said. 0 without ties. On the undirected form. O((n + m) log n).
std::uint32_t peopleTouchingHalf(const graph::GraphSnapshot& members);

} // namespace weavemap::health
