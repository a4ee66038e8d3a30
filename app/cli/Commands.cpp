// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include <array>

namespace weavemap::cli {

std::span<const Command> commands()
{
    static const std::array kCommands{kDemoCommand,    kImportCommand, kMetricsCommand, kMeasuresCommand, kStageCommand,
                                      kLayoutCommand,  kMapCommand,    kLogCommand,     kBriefCommand,    kQueueCommand,
                                      kSuggestCommand, kSearchCommand, kHistoryCommand, kUndoCommand,     kRedoCommand,
                                      kCheckCommand,   kBackupCommand, kRestoreCommand, kEraseCommand};
    return kCommands;
}

} // namespace weavemap::cli
