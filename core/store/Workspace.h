// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/store/ChangeSet.h"
#include "core/store/Reader.h"
#include "core/store/Records.h"

namespace weavemap::store {

class Schema;

enum class Access { readWrite, readOnly };

/// How much history is kept; the newest step always is, and its bytes do not count.
struct HistoryCap
{
    std::size_t steps = 1000;
    std::size_t bytes = std::size_t{64} * 1024 * 1024;
};

struct OpenOptions
{
    Access access = Access::readWrite;
    /// Where "now" comes from; the system's where null. Must outlive the workspace.
    const Clock* clock = nullptr;
    /// Where ids come from; own entropy where null. Must outlive the workspace.
    IdMint* ids = nullptr;
    /// Who makes changes: the staff person's name as it is written to the history.
    std::string author;
    /// The dated backup at the first opening of a day.
    enum class Backup { daily, none } backup = Backup::daily;
    HistoryCap historyCap;
    /// Another schema than the program's, for tests of migrations. Must outlive the workspace.
    const Schema* schema = nullptr;
};

/// Why a workspace that was asked for read-write access is read-only.
struct ReadOnlyReason
{
    enum class Kind { asked, lockedByOther, newerVersion, foreignSchema, fileReadOnly, diskFull } kind = Kind::asked;
    std::string holder; ///< host and user of the lock
};

/// One line of the history, newest first.
struct HistoryStep
{
    std::int64_t number = 0;
    std::string label;
    std::string author;
    Instant when;
    enum class State { done, undone, kept } state = State::done; ///< `kept`: ended by a migration or an erasure
    std::size_t rows = 0;                                        ///< rows it touched
};

struct CheckReport
{
    bool ok = false;
    std::vector<std::string> problems; ///< in SQLite's words, for the log
    std::string digest;                ///< hash over all recorded rows, 64 hex digits; equal digests mean equal data
    std::size_t people = 0, ties = 0, conversations = 0, steps = 0;
    std::optional<Instant> lastBackup;
};

/// What an erasure did. Its rows are gone; where the rest could not be done now, the next opening does it.
struct Erased
{
    ChangeSet changes;
    /// Why words are still in backups or unused pages: diskFull, fileUnwritable, databaseBusy where a reader held the
    /// old pages to the end.
    std::optional<Error> unfinished;
};

/// An open .weavemap file: the only writing connection to it, its history, its lock and its backups. Not thread-safe:
/// one thread owns it (the Writer's in the window, the main thread in the terminal). The file is described in
/// README.md.
class Workspace
{
public:
    /// Makes a new, empty file; fileExists where there is one.
    static Result<std::unique_ptr<Workspace>> create(const std::filesystem::path& path,
                                                     const OpenOptions& options = {});
    /// A new, empty workspace in memory: nothing of it ever reaches the disk, and it goes with this object.
    static Result<std::unique_ptr<Workspace>> createInMemory(const OpenOptions& options = {});
    /// Opens, checks (quick_check after an unclean close), migrates and backs up as README.md says.
    static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& path, const OpenOptions& options = {});
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    /// Empty for a workspace in memory.
    const std::filesystem::path& path() const;
    /// Empty where changes are possible.
    const std::optional<ReadOnlyReason>& readOnly() const;
    /// Whether opening looked through the whole file. Where it did not (a large file that was closed as it should be),
    /// a job does: `Reader::verify`.
    bool isChecked() const;
    std::uint64_t revision() const;
    /// Who makes the changes from now on, by the name the history shows.
    void setAuthor(std::string name);

    using ChangeFunction = std::function<Result<>(Records&)>;
    /// Runs `fn` in one transaction, records what it does as one step of the history, and returns what changed. An
    /// error from `fn` or the database rolls everything back. A change that changes nothing makes no step.
    Result<ChangeSet> change(const std::string& label, const ChangeFunction& fn);
    /// For what must not be undone (positions the layout computed, view state): a transaction without a step.
    Result<> writeUnrecorded(const ChangeFunction& fn);

    Result<ChangeSet> undo();
    Result<ChangeSet> redo();
    std::optional<std::string> undoLabel() const;
    std::optional<std::string> redoLabel() const;
    Result<std::vector<HistoryStep>> history(std::size_t limit = 1000) const;

    /// Reads through the writing connection.
    Records& records();
    /// Another connection that only reads, for one other thread.
    Result<std::unique_ptr<Reader>> openReader() const;

    Result<CheckReport> check(const RunContext& run = {}) const;
    /// Writes a verified copy and returns its path; `to` empty: a dated one beside the file.
    Result<std::filesystem::path> backup(const std::filesystem::path& to = {}, const RunContext& run = {}) const;
    std::vector<std::filesystem::path> backups() const; ///< newest first
    std::optional<Instant> lastBackup() const;

    /// Forgets a person, with every word of theirs that is found by id, and their name where others' notes have it in
    /// full: ends the history, removes rows and search words, rewrites the file and its backups (README.md, "Erasing").
    /// Cannot be undone. An error means that nothing is changed. `run` hears of progress; it cannot cancel.
    Result<Erased> erasePerson(PersonId person, const RunContext& run = {});
    /// The same for one conversation.
    Result<Erased> eraseConversation(ConversationId conversation, const RunContext& run = {});

    const Clock& clock() const;
    IdMint& ids() const;

private:
    struct Private;
    explicit Workspace(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

/// Puts a backup in the place of a file that nobody has open for writing. The file as it was is kept beside it with a
/// date in its name, and its new path returned (empty where there was no file). workspaceLocked, workspaceDamaged,
/// notAWorkspace, diskFull; the file is as it was then.
Result<std::filesystem::path> restoreBackup(const std::filesystem::path& backup, const std::filesystem::path& file,
                                            const Clock* clock = nullptr);

} // namespace weavemap::store
