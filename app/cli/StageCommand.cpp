// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <optional>
#include <string>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "core/actions/Figures.h"
#include "core/actions/Health.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;

/// A number, or nothing where it is not defined.
Json numberOf(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json personOf(const std::optional<PersonId>& person, const actions::NetworkData& data, actions::IdsAs ids)
{
    if (person)
        for (const Person& one : data.people)
            if (one.id == *person)
                return actions::printedId(one, ids);
    return nullptr;
}

Json figuresOf(const health::StageFigures& figures)
{
    return Json{{"largest_piece", numberOf(figures.largestPiece)},
                {"degree_centralization", numberOf(figures.degreeCentralization)},
                {"betweenness_centralization", numberOf(figures.betweennessCentralization)},
                {"betweenness_bound", numberOf(figures.betweennessBound)},
                {"drop", numberOf(figures.drop)},
                {"core_fit", numberOf(figures.coreFit)},
                {"core_size", figures.coreSize},
                {"core_density", numberOf(figures.coreDensity)},
                {"mixed_density", numberOf(figures.mixedDensity)},
                {"rim_density", numberOf(figures.rimDensity)},
                {"modularity", numberOf(figures.modularity)},
                {"chance_modularity", numberOf(figures.chanceModularity)},
                {"half_the_ties", figures.halfTheTies}};
}

Done runStage(const Arguments& arguments)
{
    CLI_ASSIGN(const graph::NetworkOptions network, networkOptions(arguments));
    CLI_ASSIGN(const actions::IdsAs ids, idsOption(arguments, actions::IdsAs::id));
    CLI_ASSIGN(const unsigned threads, threadsOption(arguments));
    CLI_ASSIGN(const actions::NetworkData data,
               openNetwork(arguments.words().front(), network.on, exchange::TieDirection::asTheFileSays));
    const auto stage = actions::stageOf(data, network, {}, runContext(threads));
    if (!stage)
        return same(stage.error());
    const health::StageReading& reading = stage->reading;
    Json doubts = Json::array();
    for (const health::StageDoubt doubt : reading.doubts)
        doubts.push_back(health::codeOf(doubt));
    return printJson(Json{{"stage", health::codeOf(reading.stage)},
                          {"weak", reading.isWeak()},
                          {"doubts", std::move(doubts)},
                          {"date", network.on.toIso()},
                          {"tie_set", tieSetCode(network.set)},
                          {"n", reading.figures.people},
                          {"ties", reading.figures.ties},
                          {"coverage", reading.figures.coverage ? numberOf(*reading.figures.coverage) : Json(nullptr)},
                          {"figures", figuresOf(reading.figures)},
                          {"go_between", personOf(stage->goBetween, data, ids)},
                          {"bridge", personOf(stage->bridge, data, ids)}});
}

constexpr OptionSpec kOptions[]{{"--ties", Takes::value}, {"--on", Takes::value},      {"--with-staff"},
                                {"--ids", Takes::value},  {"--threads", Takes::value}, {"--json"}};

} // namespace

const Command kStageCommand{
    "stage",
    QT_TRANSLATE_NOOP("Terminal", "Says what stage the network looks most like, with the figures, as JSON."),
    "stage FILE [--ties awareness|exchange|collaboration|all] [--on DATE] [--with-staff] [--ids id|name|source] "
    "[--threads N] [--json]",
    kOptions,
    1,
    1,
    runStage};

} // namespace weavemap::cli
