// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Backups.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include <sqlite3.h>

#include "core/store/Check.h"
#include "core/store/Database.h"
#include "core/store/FileSystem.h"
#include "core/store/Schema.h"

namespace weavemap::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kDaysKept = 10;
constexpr int kPagesAtOnce = 2000;
constexpr std::string_view kSuffix = ".weavemap";
constexpr std::size_t kStampSize = 17; // 2026-10-15 154012

/// The stamp in a backup's name; empty where the name is not of a backup of `stem`.
std::string stampIn(const fs::path& path, const std::string& stem)
{
    const std::string name = utf8Of(path.filename());
    if (name.size() < stem.size() + 1 + kStampSize + kSuffix.size() ||
        name.compare(0, stem.size() + 1, stem + ' ') != 0 || !std::string_view(name).ends_with(kSuffix))
        return {};
    const std::string rest = name.substr(stem.size() + 1, name.size() - stem.size() - 1 - kSuffix.size());
    if (!Date::parseIso(rest.substr(0, 10)) || rest[10] != ' ')
        return {};
    const bool digits =
        std::all_of(rest.begin() + 11, rest.begin() + kStampSize, [](char c) { return c >= '0' && c <= '9'; });
    // What follows is "-2" for a second one within a second.
    return digits && (rest.size() == kStampSize || rest[kStampSize] == '-') ? rest : std::string();
}

struct BackupEnd
{
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

Result<> copyPages(Database& source, Database& target, const RunContext& run)
{
    const std::unique_ptr<sqlite3_backup, BackupEnd> backup(
        sqlite3_backup_init(target.handle(), "main", source.handle(), "main"));
    if (!backup)
        return fail(target.errorFor(sqlite3_extended_errcode(target.handle())));
    for (;;) {
        const int code = sqlite3_backup_step(backup.get(), kPagesAtOnce);
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_OK)
            return fail(target.errorFor(code));
        if (run.cancelled())
            return fail(ErrorCode::cancelled);
        const int total = sqlite3_backup_pagecount(backup.get());
        if (total > 0)
            run.progress(0.7 * (1.0 - double(sqlite3_backup_remaining(backup.get())) / total));
    }
}

Result<> compareCounts(Database& source, Database& copy)
{
    for (const std::string_view table : kTableNames) {
        const std::string sql = "SELECT count(*) FROM " + std::string(table);
        const auto there = source.integer(sql);
        if (!there)
            continue; // a foreign schema need not have it
        WEAVEMAP_ASSIGN(const auto here, copy.integer(sql));
        if (here != *there)
            return fail(ErrorCode::backupFailed, {utf8Of(copy.path())}, "rows missing in " + std::string(table));
    }
    return {};
}

Result<> makeCopy(Database& source, const fs::path& partial, const RunContext& run)
{
    WEAVEMAP_TRY(createPrivateFile(partial));
    {
        WEAVEMAP_ASSIGN(const auto copy, Database::open(partial, Database::Mode::readWrite));
        WEAVEMAP_TRY(copyPages(source, *copy, run));
        WEAVEMAP_TRY(copy->execute("PRAGMA journal_mode=DELETE"));
    }
    WEAVEMAP_ASSIGN(const auto copy, Database::open(partial, Database::Mode::readOnly));
    WEAVEMAP_ASSIGN(const auto problems, quickCheck(*copy, 1, RunContext(run.stopToken())));
    if (!problems.empty())
        return fail(ErrorCode::backupFailed, {utf8Of(partial)}, problems.front());
    const Database::CancelGuard guard(*copy, run);
    WEAVEMAP_TRY(compareCounts(source, *copy));
    run.progress(0.95);
    return syncFile(partial);
}

} // namespace

Backups::Backups(fs::path workspace) : m_workspace(std::move(workspace)), m_stem(utf8Of(m_workspace.stem()))
{
    m_folder = m_workspace.parent_path() / pathOf(m_stem + " backups");
}

std::vector<fs::path> Backups::list() const
{
    std::vector<std::pair<std::string, fs::path>> found;
    std::error_code error;
    for (fs::directory_iterator it(m_folder, error), end; !error && it != end; it.increment(error))
        if (std::string stamp = stampIn(it->path(), m_stem); !stamp.empty())
            found.emplace_back(std::move(stamp), it->path());
    std::sort(found.begin(), found.end(), std::greater<>());
    std::vector<fs::path> paths;
    paths.reserve(found.size());
    for (auto& [stamp, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

std::optional<Instant> Backups::newest() const
{
    const auto paths = list();
    if (paths.empty())
        return std::nullopt;
    const std::string stamp = stampIn(paths.front(), m_stem);
    const std::string local =
        stamp.substr(0, 10) + 'T' + stamp.substr(11, 2) + ':' + stamp.substr(13, 2) + ':' + stamp.substr(15, 2);
    auto instant = Instant::parseLocal(local, 0);
    if (!instant)
        return std::nullopt;
    return Instant::parseLocal(local, localZoneMinutes(instant->unixMs)).value_or(*instant);
}

bool Backups::hasOneOf(Date day) const
{
    const auto paths = list();
    return std::any_of(paths.begin(), paths.end(),
                       [&](const fs::path& path) { return stampIn(path, m_stem).starts_with(day.toIso()); });
}

fs::path Backups::newestSound() const
{
    for (const fs::path& path : list())
        if (verifyWorkspaceFile(path))
            return path;
    return {};
}

Result<fs::path> Backups::write(Database& source, const Instant& when, const RunContext& run) const
{
    WEAVEMAP_TRY(createPrivateFolder(m_folder));
    const std::string name = m_stem + ' ' + fileStamp(when);
    fs::path target = m_folder / pathOf(name + std::string(kSuffix));
    std::error_code error;
    for (int number = 2; fs::exists(target, error); ++number)
        target = m_folder / pathOf(name + '-' + std::to_string(number) + std::string(kSuffix));
    WEAVEMAP_TRY(copyVerified(source, target, run));
    thin(target);
    return target;
}

void Backups::thin(const fs::path& spare) const
{
    std::set<std::string> days, months;
    for (const fs::path& path : list()) {
        const std::string stamp = stampIn(path, m_stem);
        const std::string day = stamp.substr(0, 10);
        if (days.contains(day))
            continue;
        if (days.size() < kDaysKept) {
            days.insert(day);
            continue;
        }
        const bool firstOfMonth = months.insert(stamp.substr(0, 7)).second;
        if (!firstOfMonth && path != spare)
            removeDatabaseFile(path);
    }
}

void Backups::removeLeftovers() const
{
    std::vector<fs::path> found;
    for (const fs::path& folder : {m_folder, m_workspace.parent_path()}) {
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
            const std::string name = utf8Of(it->path().filename());
            const bool ours = name.starts_with(m_stem + ' ') || name.starts_with(m_stem + std::string(kSuffix));
            for (const std::string_view unfinished : {".partial", ".erasing", ".restoring"})
                if (ours && name.find(std::string(kSuffix).append(unfinished)) != std::string::npos)
                    found.push_back(it->path());
        }
    }
    for (const fs::path& path : found)
        removeDatabaseFile(path);
}

std::vector<fs::path> Backups::setAside() const
{
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(m_workspace.parent_path(), error), end; !error && it != end; it.increment(error))
        if (!stampIn(it->path(), m_stem).empty())
            found.push_back(it->path());
    std::sort(found.begin(), found.end());
    return found;
}

fs::path Backups::setAsidePath(const fs::path& workspace, const Instant& when)
{
    const std::string name = utf8Of(workspace.stem()) + ' ' + fileStamp(when);
    fs::path path = workspace.parent_path() / pathOf(name + std::string(kSuffix));
    std::error_code error;
    for (int number = 2; fs::exists(path, error); ++number)
        path = workspace.parent_path() / pathOf(name + '-' + std::to_string(number) + std::string(kSuffix));
    return path;
}

bool removeDatabaseFile(const fs::path& path)
{
    std::error_code error;
    for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
        fs::path one = path;
        one += suffix;
        fs::remove(one, error);
    }
    return !fs::exists(path, error);
}

Result<> copyVerified(Database& source, const fs::path& target, const RunContext& run)
{
    std::error_code error;
    if (fs::exists(target, error))
        return fail(ErrorCode::fileExists, {utf8Of(target)});
    fs::path partial = target;
    partial += ".partial";
    removeDatabaseFile(partial); // of a program that was ended while it wrote
    auto made = makeCopy(source, partial, run);
    if (made)
        made = renameDurably(partial, target);
    if (made)
        return {};
    removeDatabaseFile(partial);
    Error& cause = made.error();
    if (cause.code == ErrorCode::cancelled || cause.code == ErrorCode::diskFull ||
        cause.code == ErrorCode::fileUnwritable)
        return fail(cause.code, cause.args.empty() ? std::vector<std::string>{} : std::vector{utf8Of(target)},
                    cause.detail);
    return fail(ErrorCode::backupFailed, {utf8Of(target)}, cause.detail);
}

Result<> verifyWorkspaceFile(const fs::path& path)
{
    WEAVEMAP_ASSIGN(const auto database, Database::open(path, Database::Mode::readOnly));
    WEAVEMAP_ASSIGN(const auto mark, schemaMarkOf(*database));
    if (mark.applicationId != kApplicationId)
        return fail(ErrorCode::notAWorkspace, {utf8Of(path)});
    if (mark.version > Schema::current().version())
        return fail(ErrorCode::workspaceNewer, {utf8Of(path)});
    WEAVEMAP_ASSIGN(const auto problems, quickCheck(*database, 1));
    if (!problems.empty())
        return fail(ErrorCode::workspaceDamaged, {utf8Of(path), {}}, problems.front());
    return {};
}

} // namespace weavemap::store
