// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/Demo.h"

namespace weavemap::cli {

namespace {

Done runDemo(const Arguments& arguments)
{
    actions::DemoOptions options;
    CLI_ASSIGN(const long long members, wholeNumber(arguments, "--members", options.members, 0, 100'000));
    CLI_ASSIGN(const long long seed, wholeNumber(arguments, "--seed", 1, 0, 9'007'199'254'740'992LL));
    options.members = static_cast<int>(members);
    options.seed = static_cast<std::uint64_t>(seed);
    CLI_ASSIGN(options.on, dateOption(arguments, "--on", today()));
    if (const auto day = arguments.value("--on");
        day && (*options.on < actions::kFirstDemoDay || *options.on > actions::kLastDemoDay))
        return badValue(
            "--on", *day,
            text("%1 to %2").arg(shown(actions::kFirstDemoDay.toIso())).arg(shown(actions::kLastDemoDay.toIso())));
    const std::string& path = arguments.words().front();
    if (auto made = actions::makeDemoFile(pathOf(path), options); !made)
        return same(made.error());
    if (!arguments.has("--json")) {
        say(text("A fictional association is in %1.").arg(inQuotes(path)));
        return {};
    }
    CLI_ASSIGN(ReadableFile file, openToRead(path));
    CLI_ASSIGN(const auto people, file.records().people.count());
    CLI_ASSIGN(const auto ties, file.records().ties.count());
    CLI_ASSIGN(const auto conversations, file.records().conversations.count());
    return printJson(nlohmann::ordered_json{{"people", people}, {"ties", ties}, {"conversations", conversations}});
}

constexpr OptionSpec kOptions[]{
    {"--members", Takes::value}, {"--seed", Takes::value}, {"--on", Takes::value}, {"--json"}};

} // namespace

const Command kDemoCommand{"demo",
                           QT_TRANSLATE_NOOP("Terminal", "Makes FILE with a fictional association in it."),
                           "demo FILE [--members N] [--seed S] [--on DATE] [--json]",
                           kOptions,
                           1,
                           1,
                           runDemo};

} // namespace weavemap::cli
