// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/actions/NetworkData.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/graph/NetworkSnapshot.h"
#include "core/sna/Analysis.h"
#include "core/sna/Figures.h"

namespace weavemap::actions {

/// Whether figures of directions are computed: where the file holds any, or in any case.
enum class DirectedFigures { whereTheFileHasAny, always };

/// How betweenness, the dearest of the figures that people look at, is found.
enum class Precision {
    exact,
    estimatedWhereDear ///< from a sample with its bound where the exact values would keep people waiting (`isDear`)
};

/// Whether exact betweenness takes more than a second or two on a laptop: people times ties beyond 10^9.
bool isDear(std::size_t people, std::size_t ties);

/// Which figures of which network.
struct FigureQuestion
{
    graph::NetworkOptions network; ///< direction is not used
    DirectedFigures directed = DirectedFigures::whereTheFileHasAny;
    /// Keys of `core/sna`; empty: all up to `upTo`. An unknown one is an error.
    std::vector<std::string> measures;
    sna::CostClass upTo = sna::CostClass::heavy;
    /// Estimated: "betweenness_estimate" and its bound stand in the figures in place of "betweenness" and
    /// "betweenness_normalized".
    Precision precision = Precision::exact;
    /// Told each figure as it is ready, on the calling thread.
    std::function<void(sna::Section, const std::string& key, const sna::Value&)> onFigure;
};

/// Figures together with what they rest on.
struct NetworkFigures
{
    sna::Figures figures;
    graph::NetworkOptions network;
    Coverage coverage;
    std::size_t staleTies = 0; ///< of the network on the date, counted or left out
};

/// Computes figures of the network as the question puts it. The undirected section is over the ties with their weights;
/// the directed one over the arcs that overlays state. Every attribute gives figures by group. Pure; any thread.
/// Errors: unknownMeasure, cancelled.
Result<NetworkFigures> computeFigures(const NetworkData& data, const FigureQuestion& question,
                                      const RunContext& run = {});

/// Ties of the set on the date that nobody confirmed for long, counted or left out.
std::size_t staleTiesOf(const NetworkData& data, const graph::NetworkOptions& network);

/// Puts those of the figures under `keys` that `figures` lacks in from earlier ones, person by person; who was not
/// there then has none. They stand for the time until they are computed.
void carryOver(NetworkFigures& figures, const NetworkFigures& earlier, std::span<const std::string> keys);

/// How people are named in printed figures and places. `source`: people without a source id print their own.
enum class IdsAs { id, name, source };

/// What stands for a person. Who is to be shown by code or not at all is never named: their id stands there, as it does
/// for a source id that is their name.
std::string printedId(const Person& person, IdsAs ids);
enum class Timing { leftOut, printed };

/// Figures as JSON text in the shape `{"nodes": [...], "sections": {...}, "modularity": {...}}`; undefined and infinite
/// values are null. "on", "ties" and "coverage" stand beside it. Ends with a line break.
std::string figuresJson(const NetworkFigures& figures, const NetworkData& data, IdsAs ids,
                        Timing timing = Timing::leftOut);

/// One column per node measure, one row per person: CSV with a header, names and ids guarded against formulas.
std::string figuresCsv(const NetworkFigures& figures, const NetworkData& data, IdsAs ids);

/// Light figures of the last day of a month.
struct MonthFigures
{
    Date on;
    std::size_t members = 0;
    std::size_t ties = 0;
    double density = 0.0;       ///< NaN below two members
    double tiesPerMember = 0.0; ///< NaN without members
};

/// Density and ties per member at the end of each month from `from` to `until`, the last point being `until` itself
/// where it is not a month's end. At most 1,200 months. From the dates of ties and memberships; those without dates
/// count all along. Pure. O(months * (people + ties)). Errors: cancelled.
Result<std::vector<MonthFigures>> figuresOverTime(const NetworkData& data, const graph::NetworkOptions& network,
                                                  Date from, Date until, const RunContext& run = {});

/// The earliest date in the data from which a line over time makes sense: the first dated tie or joining, at most
/// `years` before `until`; `until` where nothing is dated.
Date firstDate(const NetworkData& data, Date until, int years = 10);

} // namespace weavemap::actions
