// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "app/cli/Arguments.h"
#include "app/cli/Failure.h"

namespace weavemap::cli {

/// What a command needs around it.
enum class Needs { nothing, fonts };
/// Whether results are JSON always, or where `--json` asks for it.
enum class Answers { asAsked, json };

/// One command of the terminal door: its table of options and what it does.
struct Command
{
    std::string_view name;
    const char* summary;    ///< one line, translatable
    std::string_view usage; ///< behind the program's name
    std::span<const OptionSpec> options;
    std::size_t leastWords = 1;
    std::size_t mostWords = 1;
    Done (*run)(const Arguments&) = nullptr;
    Needs needs = Needs::nothing;
    Answers answers = Answers::asAsked;
};

/// Every command, in the order of the help.
std::span<const Command> commands();

// Each is defined in the file of its group.
extern const Command kDemoCommand;
extern const Command kImportCommand;
extern const Command kMetricsCommand;
extern const Command kMeasuresCommand;
extern const Command kStageCommand;
extern const Command kLayoutCommand;
extern const Command kMapCommand;
extern const Command kLogCommand;
extern const Command kBriefCommand;
extern const Command kQueueCommand;
extern const Command kSuggestCommand;
extern const Command kSearchCommand;
extern const Command kHistoryCommand;
extern const Command kUndoCommand;
extern const Command kRedoCommand;
extern const Command kCheckCommand;
extern const Command kBackupCommand;
extern const Command kRestoreCommand;
extern const Command kEraseCommand;

} // namespace weavemap::cli
