// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/SaveText.h"
#include "app/cli/StyleOption.h"
#include "app/cli/Words.h"
#include "core/actions/Figures.h"
#include "core/actions/MapData.h"
#include "core/exchange/CsvWriter.h"
#include "ui/base/ErrorText.h"

namespace weavemap::cli {

namespace {

Got<actions::FigureQuestion> questionOf(const Arguments& arguments)
{
    actions::FigureQuestion question;
    CLI_ASSIGN(question.network, networkOptions(arguments));
    if (arguments.has("--directed"))
        question.directed = actions::DirectedFigures::always;
    if (const auto measures = arguments.value("--measures")) {
        question.measures = splitAtCommas(*measures);
        if (std::any_of(question.measures.begin(), question.measures.end(),
                        [](const std::string& measure) { return measure.empty(); }))
            return badValue("--measures", *measures, text("names of measures with commas between them"));
    }
    return question;
}

Done runMetrics(const Arguments& arguments)
{
    CLI_ASSIGN(const actions::FigureQuestion question, questionOf(arguments));
    CLI_ASSIGN(const actions::IdsAs ids, idsOption(arguments, actions::IdsAs::id));
    CLI_ASSIGN(const unsigned threads, threadsOption(arguments));
    const auto out = arguments.value("--out");
    if (out)
        if (auto free = mayWriteTo(*out, arguments.words().front()); !free)
            return free;
    const auto direction =
        arguments.has("--directed") ? exchange::TieDirection::directed : exchange::TieDirection::asTheFileSays;
    CLI_ASSIGN(const actions::NetworkData data, openNetwork(arguments.words().front(), question.network.on, direction));
    const auto figures = actions::computeFigures(data, question, runContext(threads));
    if (!figures && figures.error().code == ErrorCode::unknownMeasure)
        return wrongUsage(ui::errorSentence(figures.error()));
    if (!figures)
        return same(figures.error());
    if (out)
        if (auto saved = saveText(*out, actions::figuresCsv(*figures, data, ids)); !saved)
            return saved;
    const auto timing = arguments.has("--timing") ? actions::Timing::printed : actions::Timing::leftOut;
    return print(actions::figuresJson(*figures, data, ids, timing));
}

std::string coordinate(double value)
{
    char digits[32];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    return error == std::errc() ? std::string(digits, end) : std::string();
}

Done runLayout(const Arguments& arguments)
{
    actions::MapQuestion question;
    CLI_ASSIGN(question.network, networkOptions(arguments));
    CLI_ASSIGN(const long long seed, wholeNumber(arguments, "--seed", 1, 0, 9'007'199'254'740'992LL));
    CLI_ASSIGN(const unsigned threads, threadsOption(arguments));
    if (auto free = mayWriteTo(arguments.words()[1], arguments.words().front()); !free)
        return free;
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    CLI_ASSIGN(const actions::IdsAs ids,
               idsOption(arguments, file.isForeign() ? actions::IdsAs::source : actions::IdsAs::id));
    question.seed = static_cast<std::uint64_t>(seed);
    question.places = actions::MapQuestion::Places::fresh;
    if (auto taken = takeStyle(arguments, file.records(), question); !taken)
        return taken;
    if (question.style == layout::Style::areas || question.style == layout::Style::circle)
        question.colour = actions::MapQuestion::Colour::free;
    CLI_ASSIGN(const actions::MapSource source, actions::readMapSource(file.records(), question));
    const auto start = std::chrono::steady_clock::now();
    CLI_ASSIGN(const actions::MapData map, actions::buildMap(source, question, runContext(threads)));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;

    exchange::CsvWriter writer({"id", "x", "y"});
    for (const actions::MapPerson& person : map.people) {
        const Person& who = source.data.people[static_cast<std::size_t>(person.number) - 1];
        writer.addRow({actions::printedId(who, ids), coordinate(person.at.x), coordinate(person.at.y)});
    }
    if (auto saved = saveText(arguments.words()[1], writer.text()); !saved)
        return saved;
    if (!arguments.has("--json") && !arguments.has("--timing"))
        return {};
    nlohmann::ordered_json json{{"people", map.people.size()}, {"ties", map.ties.size()}};
    if (arguments.has("--timing"))
        json["seconds"] = took.count();
    return printJson(json);
}

constexpr OptionSpec kMetricsOptions[]{{"--ties", Takes::value},
                                       {"--on", Takes::value},
                                       {"--with-staff"},
                                       {"--directed"},
                                       {"--measures", Takes::value},
                                       {"--ids", Takes::value},
                                       {"--out", Takes::value},
                                       {"--threads", Takes::value},
                                       {"--timing"},
                                       {"--json"}};
constexpr OptionSpec kLayoutOptions[]{{"--seed", Takes::value},
                                      {"--style", Takes::value},
                                      {"--around", Takes::value},
                                      {"--threads", Takes::value},
                                      {"--timing"},
                                      {"--ties", Takes::value},
                                      {"--on", Takes::value},
                                      {"--with-staff"},
                                      {"--ids", Takes::value},
                                      {"--json"}};

} // namespace

const Command kMetricsCommand{
    "metrics",
    QT_TRANSLATE_NOOP("Terminal", "Prints the figures of a tie set on a date as JSON."),
    "metrics FILE [--ties awareness|exchange|collaboration|all] [--on DATE] [--with-staff] [--directed] "
    "[--measures a,b,...] [--ids id|name|source] [--out NODES.csv] [--threads N] [--timing]",
    kMetricsOptions,
    1,
    1,
    runMetrics};

const Command kLayoutCommand{
    "layout",
    QT_TRANSLATE_NOOP("Terminal", "Writes where everybody stands on the map."),
    "layout FILE OUT.csv [--style clusters|distances|around|groups|circle] [--around NAME] [--seed S] [--threads N] "
    "[--timing] [--ties awareness|exchange|collaboration|all] [--on DATE] "
    "[--with-staff] [--ids id|name|source] [--json]",
    kLayoutOptions,
    2,
    2,
    runLayout};

} // namespace weavemap::cli
