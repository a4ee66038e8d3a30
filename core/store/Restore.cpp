// SPDX-License-Identifier: GPL-3.0-or-later
#include <system_error>

#include "core/store/Backups.h"
#include "core/store/Database.h"
#include "core/store/FileLock.h"
#include "core/store/FileSystem.h"
#include "core/store/Opening.h"
#include "core/store/Workspace.h"

namespace weavemap::store {

namespace fs = std::filesystem;

namespace {

fs::path with(const fs::path& path, const char* suffix)
{
    fs::path longer = path;
    longer += suffix;
    return longer;
}

/// Writes SQLite's log back into the file, where both are sound enough for that.
void foldLogIn(const fs::path& file)
{
    if (const auto database = Database::open(file, Database::Mode::readWrite))
        (void)(*database)->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Gives the file a second name. It keeps its own until the backup takes that, so that there is always a file under it.
Result<> keepUnder(const fs::path& file, const fs::path& aside)
{
    std::error_code error;
    fs::create_hard_link(file, aside, error);
    if (error) { // a file system without links
        error.clear();
        fs::copy_file(file, aside, error);
    }
    if (error) {
        const bool full = error == std::errc::no_space_on_device;
        std::error_code ignored;
        fs::remove(aside, ignored);
        return fail(full ? ErrorCode::diskFull : ErrorCode::fileUnwritable, {utf8Of(aside)}, error.message());
    }
    return {};
}

Result<fs::path> setAside(const fs::path& file, const Instant& now)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return fs::path();
    foldLogIn(file);
    const fs::path aside = Backups::setAsidePath(file, now);
    WEAVEMAP_TRY(keepUnder(file, aside));
    // A log that could not be written back belongs to the old file; beside the new one it would damage it.
    if (fs::exists(with(file, "-wal"), error)) {
        fs::rename(with(file, "-wal"), with(aside, "-wal"), error);
        if (error)
            return fail(ErrorCode::fileUnwritable, {utf8Of(with(file, "-wal"))}, error.message());
    }
    fs::remove(with(file, "-shm"), error);
    return aside;
}

} // namespace

Result<fs::path> restoreBackup(const fs::path& backup, const fs::path& file, const Clock* clock)
{
    std::error_code error;
    // Absolute first: of a bare name that is not there nothing can be resolved, and it would stay without a folder.
    const fs::path full = fs::absolute(file, error);
    fs::path target = fs::weakly_canonical(error ? file : full, error);
    if (error)
        target = full.empty() ? file : full;
    WEAVEMAP_TRY(verifyWorkspaceFile(backup));
    WEAVEMAP_ASSIGN(const auto outcome, FileLock::acquire(target));
    if (!outcome.lock)
        return fail(ErrorCode::workspaceLocked, {utf8Of(target), outcome.holder});
    const fs::path fresh = with(target, ".restoring");
    fs::remove(fresh, error);
    {
        WEAVEMAP_ASSIGN(const auto source, Database::open(backup, Database::Mode::readOnly));
        WEAVEMAP_TRY(copyVerified(*source, fresh));
    }
    removeIdleLog(backup);
    auto aside = setAside(target, clock != nullptr ? clock->now() : SystemClock().now());
    if (!aside) {
        fs::remove(fresh, error);
        return aside;
    }
    WEAVEMAP_TRY(renameDurably(fresh, target));
    return aside;
}

} // namespace weavemap::store
