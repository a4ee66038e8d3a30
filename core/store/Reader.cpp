// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Reader.h"

#include "core/store/Backups.h"
#include "core/store/Check.h"
#include "core/store/Database.h"
#include "core/store/FileSystem.h"
#include "core/store/Schema.h"

namespace weavemap::store {

struct Reader::Private
{
    std::unique_ptr<Database> database;
    Records records;

    explicit Private(std::unique_ptr<Database> db) : database(std::move(db)), records(*database) {}
};

Reader::Reader(std::unique_ptr<Private> p) : d(std::move(p)) {}

Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& path, Place place)
{
    const auto mode = place == Place::immutable ? Database::Mode::immutable
                      : place == Place::memory  ? Database::Mode::memory
                                                : Database::Mode::readOnly;
    WEAVEMAP_ASSIGN(auto database, Database::open(path, mode));
    return std::unique_ptr<Reader>(new Reader(std::make_unique<Private>(std::move(database))));
}

Records& Reader::records() { return d->records; }

Result<> Reader::snapshot(const std::function<Result<>(Records&)>& fn)
{
    WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(*d->database, Transaction::Kind::read));
    WEAVEMAP_TRY(fn(d->records));
    return transaction.commit();
}

Result<std::uint64_t> Reader::revision() { return revisionIn(*d->database); }

Result<> Reader::verify(const RunContext& run)
{
    const auto problems = quickCheck(*d->database, 1, run);
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    if (problems && problems->empty())
        return {};
    if (!problems && problems.error().code != ErrorCode::workspaceDamaged)
        return fail(problems.error());
    const std::filesystem::path& path = d->database->path();
    return fail(ErrorCode::workspaceDamaged, {utf8Of(path), utf8Of(Backups(path).newestSound())},
                problems ? problems->front() : problems.error().detail);
}

Result<std::uint64_t> Reader::revisionIn(Database& database)
{
    const auto text = readState(database, "revision");
    if (!text)
        return fail(text.error());
    if (!*text)
        return 0;
    WEAVEMAP_ASSIGN(const auto number, parseIdValue(**text));
    return static_cast<std::uint64_t>(number);
}

} // namespace weavemap::store
