// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"

namespace weavemap::store {

class Database;

/// The dated copies of one workspace file, in the folder "NAME backups" beside it: "NAME 2026-10-15 154012.weavemap".
/// A value that only knows the paths; same thread as the connection it copies from.
class Backups
{
public:
    explicit Backups(std::filesystem::path workspace);

    const std::filesystem::path& folder() const { return m_folder; }
    std::vector<std::filesystem::path> list() const; ///< newest first
    std::optional<Instant> newest() const;           ///< when the newest was made
    bool hasOneOf(Date day) const;
    /// The newest that opens and checks clean; empty where there is none.
    std::filesystem::path newestSound() const;

    /// A verified copy with the date in its name, then thins the older ones.
    Result<std::filesystem::path> write(Database& source, const Instant& when, const RunContext& run = {}) const;
    /// Keeps everything of the ten newest days that have any, and of each month before these its newest; never removes
    /// `spare`. Counts days by the names of the files, not by the clock.
    void thin(const std::filesystem::path& spare) const;

    /// What stands beside the file from `restoreBackup`: the files as they were.
    std::vector<std::filesystem::path> setAside() const;
    /// Removes what a program that was killed left half-written beside the file and among the backups. Nobody may be
    /// writing a backup meanwhile.
    void removeLeftovers() const;
    static std::filesystem::path setAsidePath(const std::filesystem::path& workspace, const Instant& when);

private:
    std::filesystem::path m_workspace;
    std::filesystem::path m_folder;
    std::string m_stem;
};

/// Removes a database file with what SQLite keeps beside it; false where the file is still there.
bool removeDatabaseFile(const std::filesystem::path& path);

/// Copies all of `source` into `target`, checks the copy (quick_check, as many rows in each table) and only then gives
/// it its name. `target` must not be there. The copy is one file, without a log beside it. backupFailed, diskFull,
/// fileExists, cancelled; nothing stays behind then.
Result<> copyVerified(Database& source, const std::filesystem::path& target, const RunContext& run = {});

/// Whether it opens, is a workspace of a version that this program reads, and passes quick_check.
Result<> verifyWorkspaceFile(const std::filesystem::path& path);

} // namespace weavemap::store
