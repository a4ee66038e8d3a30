// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Workspace.h"

#include <cstdlib>
#include <exception>
#include <system_error>

#include "core/store/Backups.h"
#include "core/store/Check.h"
#include "core/store/Database.h"
#include "core/store/Erasing.h"
#include "core/store/FileSystem.h"
#include "core/store/History.h"
#include "core/store/Opening.h"
#include "core/store/Recording.h"
#include "core/store/Schema.h"
#include "core/store/SearchIndex.h"

namespace weavemap::store {

namespace {

/// Changesets from this size on are large: they have filled the page cache.
constexpr std::size_t kLargeChange = 4 * 1024 * 1024;
constexpr std::string_view kRevisionKey = "revision";
constexpr std::string_view kLastBackupKey = "last_backup";

std::filesystem::path absolutePath(const std::filesystem::path& path)
{
    std::error_code error;
    auto real = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
    return error ? path : real;
}

/// A change function is the caller's code: what it throws must not leave a transaction open.
Result<> callSafely(const Workspace::ChangeFunction& fn, Records& records)
{
    try {
        return fn(records);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::internal, {exception.what()}, exception.what());
    }
}

} // namespace

struct Workspace::Private
{
    std::filesystem::path path;
    const Schema& schema;
    std::string author;
    HistoryCap cap;
    SystemClock systemClock;
    const Clock* clock;
    IdMint ownIds;
    IdMint* ids;
    Opened opened;
    std::optional<Records> records;
    std::uint64_t revision = 0;

    Private(std::filesystem::path p, const OpenOptions& options)
        : path(std::move(p)), schema(options.schema != nullptr ? *options.schema : Schema::current()),
          author(options.author), cap(options.historyCap),
          clock(options.clock != nullptr ? options.clock : &systemClock),
          ids(options.ids != nullptr ? options.ids : &ownIds)
    {}

    Database& database() { return *opened.database; }
    History history() { return {database(), cap}; }

    Result<> take(Opened&& fresh)
    {
        opened = std::move(fresh);
        database().setIds(ids);
        records.emplace(database());
        WEAVEMAP_ASSIGN(revision, Reader::revisionIn(database()));
        return {};
    }

    Result<> requireWritable() const
    {
        if (opened.readOnly)
            return fail(ErrorCode::workspaceReadOnly, {utf8Of(path)});
        return {};
    }

    /// The last part of each recorded transaction: search, revision, commit.
    Result<> finish(Transaction& transaction, ChangeSet& changes)
    {
        WEAVEMAP_TRY(reindexSearch(database(), changes));
        WEAVEMAP_TRY(writeState(database(), kRevisionKey, std::to_string(revision + 1)));
        WEAVEMAP_TRY(transaction.commit());
        changes.revision = ++revision;
        return {};
    }

    enum class Direction { undo, redo };
    Result<ChangeSet> step(Direction direction)
    {
        const bool undoing = direction == Direction::undo;
        WEAVEMAP_TRY(requireWritable());
        WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(database(), Transaction::Kind::write));
        WEAVEMAP_ASSIGN(const auto step, undoing ? history().undoStep() : history().redoStep());
        if (!step)
            return fail(undoing ? ErrorCode::nothingToUndo : ErrorCode::nothingToRedo);
        if (step->schemaVersion != schema.version())
            return fail(ErrorCode::historyEnded, {step->label});
        if (step->state == HistoryStep::State::kept) // of our version: only erasing ends its history
            return fail(ErrorCode::historyEnded, {step->label, "erased"});
        WEAVEMAP_ASSIGN(Bytes changeset, history().changeset(step->number));
        if (undoing) {
            WEAVEMAP_ASSIGN(changeset, invertChangeset(database(), changeset));
        }
        if (auto applied = applyChangeset(database(), changeset); !applied) {
            if (applied.error().code == ErrorCode::historyConflict)
                return fail(ErrorCode::historyConflict, {step->label}, applied.error().detail);
            return fail(applied.error());
        }
        WEAVEMAP_ASSIGN(ChangeSet changes, readChangeset(database(), changeset));
        changes.cause = undoing ? ChangeSet::Cause::undo : ChangeSet::Cause::redo;
        changes.label = step->label;
        WEAVEMAP_TRY(history().mark(step->number, undoing ? HistoryStep::State::undone : HistoryStep::State::done));
        WEAVEMAP_TRY(finish(transaction, changes));
        if (changeset.size() > kLargeChange)
            database().releaseMemory();
        return changes;
    }

    bool isInMemory() const { return opened.mode == Database::Mode::memory; }

    Result<Erased> erase(Erasure erasure, const char* kind, const char* find, std::int64_t id, const RunContext& run)
    {
        WEAVEMAP_TRY(requireWritable());
        WEAVEMAP_ASSIGN(const auto there, database().integer(find, id));
        if (there == 0)
            return fail(ErrorCode::notFound, {kind, std::to_string(id)});
        Erased erased;
        {
            WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(database(), Transaction::Kind::write));
            WEAVEMAP_ASSIGN(erased.changes, eraseRows(database(), erasure));
            WEAVEMAP_TRY(writeState(database(), kRevisionKey, std::to_string(revision + 1)));
            WEAVEMAP_TRY(transaction.commit());
            erased.changes.revision = ++revision;
        }
        if (path.empty()) // in memory there are no backups, and no page outlives it
            return erased;
        if (auto finished = finishErasing(database(), path, run); !finished)
            erased.unfinished = finished.error();
        return erased;
    }
};

Workspace::Workspace(std::unique_ptr<Private> p) : d(std::move(p)) {}

Workspace::~Workspace()
{
    if (!d->opened.readOnly)
        markClosed(d->database());
    if (!d->opened.readOnly || d->opened.mode != Database::Mode::readOnly)
        return;
    d->records.reset();
    d->opened.database.reset();
    removeIdleLog(d->path);
}

Result<std::unique_ptr<Workspace>> Workspace::create(const std::filesystem::path& path, const OpenOptions& options)
{
    auto p = std::make_unique<Private>(absolutePath(path), options);
    WEAVEMAP_ASSIGN(auto opened, createWorkspaceFile(p->path, p->schema));
    WEAVEMAP_TRY(p->take(std::move(opened)));
    return std::unique_ptr<Workspace>(new Workspace(std::move(p)));
}

Result<std::unique_ptr<Workspace>> Workspace::createInMemory(const OpenOptions& options)
{
    auto p = std::make_unique<Private>(std::filesystem::path(), options);
    WEAVEMAP_ASSIGN(auto opened, store::createInMemory(p->schema));
    WEAVEMAP_TRY(p->take(std::move(opened)));
    return std::unique_ptr<Workspace>(new Workspace(std::move(p)));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path& path, const OpenOptions& options)
{
    auto p = std::make_unique<Private>(absolutePath(path), options);
    WEAVEMAP_ASSIGN(auto opened, openWorkspaceFile(p->path, options, p->schema, *p->clock));
    WEAVEMAP_TRY(p->take(std::move(opened)));
    return std::unique_ptr<Workspace>(new Workspace(std::move(p)));
}

const std::filesystem::path& Workspace::path() const { return d->path; }

const std::optional<ReadOnlyReason>& Workspace::readOnly() const { return d->opened.readOnly; }

bool Workspace::isChecked() const { return d->opened.checked; }

std::uint64_t Workspace::revision() const { return d->revision; }

void Workspace::setAuthor(std::string name) { d->author = std::move(name); }

Result<ChangeSet> Workspace::change(const std::string& label, const ChangeFunction& fn)
{
    WEAVEMAP_TRY(d->requireWritable());
    WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(d->database(), Transaction::Kind::write));
    Bytes changeset;
    {
        WEAVEMAP_ASSIGN(auto recording, Recording::begin(d->database()));
        WEAVEMAP_TRY(callSafely(fn, *d->records));
        WEAVEMAP_ASSIGN(changeset, recording.changeset());
    }
    if (changeset.empty()) {
        WEAVEMAP_TRY(transaction.commit()); // unrecorded tables may have been written
        ChangeSet nothing;
        nothing.revision = d->revision;
        nothing.label = label;
        return nothing;
    }
    WEAVEMAP_ASSIGN(ChangeSet changes, readChangeset(d->database(), changeset));
    changes.label = label;
    std::size_t rows = 0;
    for (const auto& table : changes.rowsByTable)
        rows += table.size();
    WEAVEMAP_TRY(d->history().add({.label = label,
                                   .author = d->author,
                                   .when = d->clock->now(),
                                   .schemaVersion = d->schema.version(),
                                   .rows = rows},
                                  changeset));
    WEAVEMAP_TRY(d->finish(transaction, changes));
    if (changeset.size() > kLargeChange)
        d->database().releaseMemory();
    return changes;
}

Result<> Workspace::writeUnrecorded(const ChangeFunction& fn)
{
    WEAVEMAP_TRY(d->requireWritable());
    WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(d->database(), Transaction::Kind::write));
    WEAVEMAP_TRY(callSafely(fn, *d->records));
    return transaction.commit();
}

Result<ChangeSet> Workspace::undo() { return d->step(Private::Direction::undo); }

Result<ChangeSet> Workspace::redo() { return d->step(Private::Direction::redo); }

std::optional<std::string> Workspace::undoLabel() const
{
    const auto step = d->history().undoStep();
    if (d->opened.readOnly || !step || !*step || (*step)->state == HistoryStep::State::kept)
        return std::nullopt;
    return (*step)->label;
}

std::optional<std::string> Workspace::redoLabel() const
{
    const auto step = d->history().redoStep();
    if (d->opened.readOnly || !step || !*step)
        return std::nullopt;
    return (*step)->label;
}

Result<std::vector<HistoryStep>> Workspace::history(std::size_t limit) const { return d->history().list(limit); }

Records& Workspace::records() { return *d->records; }

Result<std::unique_ptr<Reader>> Workspace::openReader() const
{
    if (d->isInMemory())
        return Reader::open(d->database().path(), Reader::Place::memory);
    return Reader::open(d->path, d->opened.mode == Database::Mode::immutable ? Reader::Place::immutable
                                                                             : Reader::Place::ordinary);
}

Result<CheckReport> Workspace::check(const RunContext& run) const
{
    Database& database = d->database();
    CheckReport report;
    WEAVEMAP_ASSIGN(report.problems, fullCheck(database, run));
    report.ok = report.problems.empty();
    const auto count = [&](const char* sql, std::size_t& target) -> Result<> {
        WEAVEMAP_ASSIGN(const auto number, database.integer(sql));
        target = static_cast<std::size_t>(number);
        return {};
    };
    const auto read = [&]() -> Result<> {
        WEAVEMAP_ASSIGN(report.digest, dataDigest(database, run));
        WEAVEMAP_TRY(count("SELECT count(*) FROM person", report.people));
        WEAVEMAP_TRY(count("SELECT count(*) FROM tie", report.ties));
        WEAVEMAP_TRY(count("SELECT count(*) FROM conversation", report.conversations));
        return count("SELECT count(*) FROM history", report.steps);
    };
    // Where problems are known, what cannot be read is one more of them.
    if (const auto done = read(); !done) {
        if (report.ok || done.error().code == ErrorCode::cancelled)
            return fail(done.error());
        report.problems.push_back(done.error().detail);
    }
    report.lastBackup = lastBackup();
    return report;
}

Result<std::filesystem::path> Workspace::backup(const std::filesystem::path& to, const RunContext& run) const
{
    const Instant now = d->clock->now();
    std::filesystem::path made = to;
    if (to.empty() && d->path.empty())
        return fail(ErrorCode::fileNotFound, {});
    if (to.empty()) {
        WEAVEMAP_ASSIGN(made, Backups(d->path).write(d->database(), now, run));
    } else {
        WEAVEMAP_TRY(copyVerified(d->database(), to, run));
    }
    // A copy on another disk is known by this note only.
    if (!d->opened.readOnly)
        (void)writeState(d->database(), kLastBackupKey,
                         std::to_string(now.unixMs) + ' ' + std::to_string(now.zoneMinutes));
    return made;
}

std::vector<std::filesystem::path> Workspace::backups() const
{
    return d->path.empty() ? std::vector<std::filesystem::path>() : Backups(d->path).list();
}

std::optional<Instant> Workspace::lastBackup() const
{
    auto newest = d->path.empty() ? std::nullopt : Backups(d->path).newest();
    const auto note = readState(d->database(), kLastBackupKey);
    if (!note || !*note)
        return newest;
    const auto space = (*note)->find(' ');
    const Instant noted{.unixMs = std::strtoll((*note)->c_str(), nullptr, 10),
                        .zoneMinutes = space == std::string::npos ? 0 : std::atoi((*note)->c_str() + space)};
    return !newest || *newest < noted ? noted : newest;
}

Result<Erased> Workspace::erasePerson(PersonId person, const RunContext& run)
{
    return d->erase({.people = {person}, .conversations = {}}, "person", "SELECT count(*) FROM person WHERE id = ?1",
                    person.value, run);
}

Result<Erased> Workspace::eraseConversation(ConversationId conversation, const RunContext& run)
{
    return d->erase({.people = {}, .conversations = {conversation}}, "conversation",
                    "SELECT count(*) FROM conversation WHERE id = ?1", conversation.value, run);
}

const Clock& Workspace::clock() const { return *d->clock; }

IdMint& Workspace::ids() const { return *d->ids; }

} // namespace weavemap::store
