// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/RunContext.h"

namespace weavemap::store {

class Database;

/// SQLite's quick_check: empty where the file is sound, else what it says (at most `limit` lines). workspaceDamaged
/// where the file is too damaged to be checked; cancelled. Takes the place of a CancelGuard of the connection.
Result<std::vector<std::string>> quickCheck(Database& database, int limit = 20, const RunContext& run = {});

/// The thorough check: every page and index, foreign keys, and the search index where the connection may write.
Result<std::vector<std::string>> fullCheck(Database& database, const RunContext& run);

/// SHA-256 over every recorded row in the order of `Table` and id, types and lengths included, as 64 hex digits.
Result<std::string> dataDigest(Database& database, const RunContext& run);

} // namespace weavemap::store
