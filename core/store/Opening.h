// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "core/base/Result.h"
#include "core/store/Database.h"
#include "core/store/FileLock.h"
#include "core/store/Schema.h"
#include "core/store/Workspace.h"

namespace weavemap::store {

/// A workspace file that went through the whole open sequence of README.md. Declared so that the connection closes
/// before the lock is given back.
struct Opened
{
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<Database> database;
    Database::Mode mode = Database::Mode::readOnly;
    std::optional<ReadOnlyReason> readOnly;
    bool checked = false; ///< every page was looked at
};

/// `path` is absolute; `clock` says which day it is.
Result<Opened> openWorkspaceFile(const std::filesystem::path& path, const OpenOptions& options, const Schema& schema,
                                 const Clock& clock);
Result<Opened> createWorkspaceFile(const std::filesystem::path& path, const Schema& schema);
/// An empty workspace in memory.
Result<Opened> createInMemory(const Schema& schema);

/// Notes in the file that it was closed as it should be, so that the next opening may skip the check.
void markClosed(Database& database);

/// Takes away the empty log files that a reading connection leaves beside a file (SQLite lets only a writing one remove
/// them). For after the connection is closed; does nothing where the log holds anything, somebody else has the file
/// open, or it may not be written.
void removeIdleLog(const std::filesystem::path& path);

} // namespace weavemap::store
