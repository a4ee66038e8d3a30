// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;

const char* stateName(store::HistoryStep::State state)
{
    switch (state) {
    case store::HistoryStep::State::done:
        return "done";
    case store::HistoryStep::State::undone:
        return "undone";
    case store::HistoryStep::State::kept:
        return "kept";
    }
    return "";
}

Done runHistory(const Arguments& arguments)
{
    CLI_ASSIGN(const long long limit, wholeNumber(arguments, "--limit", 1000, 1, 1000));
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    CLI_ASSIGN(const auto steps, file.workspace().history(static_cast<std::size_t>(limit)));
    if (arguments.has("--json")) {
        Json list = Json::array();
        for (const store::HistoryStep& step : steps)
            list.push_back(Json{{"number", step.number},
                                {"label", step.label},
                                {"author", step.author},
                                {"when", step.when.toIsoLocal()},
                                {"state", stateName(step.state)},
                                {"rows", step.rows}});
        return printJson(Json{{"steps", std::move(list)}});
    }
    std::string lines;
    for (const store::HistoryStep& step : steps) {
        // One step a line, whatever names of files or people hold.
        lines += std::to_string(step.number) + "\t" + step.when.toIsoLocal() + "\t" + stateName(step.state) + "\t";
        lines += ui::toUtf8(shown(step.label));
        if (!step.author.empty())
            lines.append("\t").append(ui::toUtf8(shown(step.author)));
        lines += '\n';
    }
    return print(lines);
}

enum class Way { back, forth };

Done step(const Arguments& arguments, Way way)
{
    CLI_ASSIGN(const auto workspace, openToWrite(arguments.words().front(), arguments.value("--me").value_or("")));
    CLI_ASSIGN(const store::ChangeSet changes, way == Way::back ? workspace->undo() : workspace->redo());
    if (arguments.has("--json"))
        return printJson(Json{{way == Way::back ? "undone" : "redone", changes.label}});
    say((way == Way::back ? text("Undone: %1") : text("Done again: %1")).arg(shown(changes.label)));
    return {};
}

Done runUndo(const Arguments& arguments) { return step(arguments, Way::back); }
Done runRedo(const Arguments& arguments) { return step(arguments, Way::forth); }

constexpr OptionSpec kHistoryOptions[]{{"--limit", Takes::value}, {"--json"}};
constexpr OptionSpec kStepOptions[]{{"--me", Takes::value}, {"--json"}};

} // namespace

const Command kHistoryCommand{"history",
                              QT_TRANSLATE_NOOP("Terminal", "Lists the changes, the newest first."),
                              "history FILE [--limit N] [--json]",
                              kHistoryOptions,
                              1,
                              1,
                              runHistory};
const Command kUndoCommand{"undo",
                           QT_TRANSLATE_NOOP("Terminal", "Takes the last change back."),
                           "undo FILE [--me NAME] [--json]",
                           kStepOptions,
                           1,
                           1,
                           runUndo};
const Command kRedoCommand{"redo",
                           QT_TRANSLATE_NOOP("Terminal", "Does the change taken back last again."),
                           "redo FILE [--me NAME] [--json]",
                           kStepOptions,
                           1,
                           1,
                           runRedo};

} // namespace weavemap::cli
