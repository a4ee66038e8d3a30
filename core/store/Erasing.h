// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Ids.h"
#include "core/store/ChangeSet.h"

namespace weavemap::store {

class Database;

/// Whom and what to forget.
struct Erasure
{
    std::vector<PersonId> people;
    std::vector<ConversationId> conversations;
};

/// The part inside a transaction that the caller commits: rows, search words and history go; the file notes what is
/// still to be done outside of it. Conversations that a person had alone are added to `erasure`. Returns which rows it
/// touched.
Result<ChangeSet> eraseRows(Database& database, Erasure& erasure);

/// The part outside: backups are rewritten, then the search index, the pages and SQLite's log. Does nothing where
/// nothing is noted; may be called again after it failed. `run` hears of progress and is not asked whether to stop.
Result<> finishErasing(Database& database, const std::filesystem::path& workspace, const RunContext& run = {});

/// The first word of a label, unless it is one of `names`' words (folded): what stays of the history of an erased file.
std::string verbOf(const std::string& label, const std::vector<std::string>& foldedNameWords);

} // namespace weavemap::store
