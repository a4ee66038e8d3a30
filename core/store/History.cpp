// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/History.h"

#include <algorithm>
#include <span>

#include <zlib.h>

#include "core/store/Database.h"

namespace weavemap::store {

namespace {

constexpr std::size_t kChunkBytes = 4 * 1024 * 1024;

Result<Bytes> packed(std::span<const std::byte> raw)
{
    uLongf size = compressBound(static_cast<uLong>(raw.size()));
    Bytes bytes(size);
    const int code =
        compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(raw.data()),
                  static_cast<uLong>(raw.size()), Z_BEST_SPEED);
    if (code != Z_OK)
        return fail(ErrorCode::internal, {}, "zlib could not compress");
    bytes.resize(size);
    return bytes;
}

/// Appends what `data` unpacks to; false where that is not exactly `rawSize` bytes.
bool appendUnpacked(Bytes& target, std::span<const std::byte> data, std::size_t rawSize)
{
    const std::size_t before = target.size();
    target.resize(before + rawSize);
    uLongf size = static_cast<uLongf>(rawSize);
    const int code = uncompress(reinterpret_cast<Bytef*>(target.data() + before), &size,
                                reinterpret_cast<const Bytef*>(data.data()), static_cast<uLong>(data.size()));
    return code == Z_OK && size == rawSize;
}

History::Step stepIn(Statement& row)
{
    return {.number = row.integer(0),
            .label = row.text(1),
            .schemaVersion = row.small(2),
            .state = row.as<HistoryStep::State>(3)};
}

constexpr auto kDone = HistoryStep::State::done;
constexpr auto kUndone = HistoryStep::State::undone;
constexpr auto kKept = HistoryStep::State::kept;

} // namespace

Result<> History::add(const NewStep& step, const Bytes& changeset)
{
    WEAVEMAP_TRY(m_database->run("DELETE FROM history_chunk WHERE step IN "
                                 "(SELECT number FROM history WHERE state = ?1)",
                                 kUndone));
    WEAVEMAP_TRY(m_database->run("DELETE FROM history WHERE state = ?1", kUndone));
    WEAVEMAP_ASSIGN(const std::int64_t last, m_database->integer("SELECT max(number) FROM history"));
    const std::int64_t number = last + 1;

    const bool pack = changeset.size() > kChunkBytes;
    std::size_t stored = 0;
    for (std::size_t at = 0; at < changeset.size(); at += kChunkBytes) {
        const std::span<const std::byte> raw(changeset.data() + at, std::min(kChunkBytes, changeset.size() - at));
        Bytes bytes;
        if (pack) {
            WEAVEMAP_ASSIGN(bytes, packed(raw));
        }
        const std::span<const std::byte> data = pack ? std::span<const std::byte>(bytes) : raw;
        WEAVEMAP_TRY(m_database->run("INSERT INTO history_chunk(step, raw_bytes, data) VALUES(?1, ?2, ?3)", number,
                                     raw.size(), data));
        stored += data.size();
    }
    WEAVEMAP_TRY(m_database->run("INSERT INTO history(number, label, author, at_ms, zone_minutes, schema_version, "
                                 "state, row_count, raw_bytes, stored_bytes, packed) "
                                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                                 number, step.label, step.author, step.when, step.schemaVersion, kDone, step.rows,
                                 changeset.size(), stored, pack));
    return trim();
}

Result<> History::drop(std::int64_t number)
{
    WEAVEMAP_TRY(m_database->run("DELETE FROM history_chunk WHERE step = ?1", number));
    return m_database->run("DELETE FROM history WHERE number = ?1", number);
}

Result<> History::trim()
{
    struct Size
    {
        std::int64_t number;
        std::size_t bytes;
    };
    WEAVEMAP_ASSIGN(
        const auto sizes,
        m_database->list("SELECT number, stored_bytes FROM history ORDER BY number DESC", [](Statement& row) {
            return Size{row.integer(0), static_cast<std::size_t>(row.integer(1))};
        }));
    std::size_t steps = 1, bytes = 0; // the newest always stays, its bytes do not count
    for (std::size_t i = 1; i < sizes.size(); ++i) {
        ++steps;
        bytes += sizes[i].bytes;
        if (steps <= m_cap.steps && bytes <= m_cap.bytes)
            continue;
        for (; i < sizes.size(); ++i)
            WEAVEMAP_TRY(drop(sizes[i].number));
    }
    return {};
}

Result<std::optional<History::Step>> History::undoStep() const
{
    return m_database->first("SELECT number, label, schema_version, state FROM history WHERE state <> ?1 "
                             "ORDER BY number DESC LIMIT 1",
                             &stepIn, kUndone);
}

Result<std::optional<History::Step>> History::redoStep() const
{
    return m_database->first("SELECT number, label, schema_version, state FROM history WHERE state = ?1 "
                             "ORDER BY number LIMIT 1",
                             &stepIn, kUndone);
}

Result<Bytes> History::changeset(std::int64_t number) const
{
    struct Form
    {
        std::size_t bytes;
        bool packed;
    };
    WEAVEMAP_ASSIGN(const auto form, m_database->first(
                                         "SELECT raw_bytes, packed FROM history WHERE number = ?1",
                                         [](Statement& row) {
                                             return Form{static_cast<std::size_t>(row.integer(0)), row.flag(1)};
                                         },
                                         number));
    if (!form)
        return fail(ErrorCode::notFound, {"history", std::to_string(number)});
    const auto damaged = [this] {
        const auto path = m_database->path().u8string();
        return fail(ErrorCode::workspaceDamaged, {std::string(path.begin(), path.end()), {}}, "a step of the history");
    };
    Bytes bytes;
    WEAVEMAP_TRY(m_database->each(
        "SELECT raw_bytes, data FROM history_chunk WHERE step = ?1 ORDER BY id",
        [&](Statement& row) -> Result<> {
            const auto raw = static_cast<std::size_t>(row.integer(0));
            const auto data = row.blob(1);
            if (raw > kChunkBytes)
                return damaged();
            if (form->packed && !appendUnpacked(bytes, data, raw))
                return damaged();
            if (!form->packed)
                bytes.insert(bytes.end(), data.begin(), data.end());
            return {};
        },
        number));
    if (bytes.size() != form->bytes)
        return damaged();
    return bytes;
}

Result<> History::mark(std::int64_t number, HistoryStep::State state)
{
    return m_database->run("UPDATE history SET state = ?2 WHERE number = ?1", number, state);
}

Result<> History::end(const std::function<std::string(const std::string&)>& labelOf)
{
    WEAVEMAP_TRY(m_database->run("DELETE FROM history_chunk"));
    WEAVEMAP_TRY(m_database->run("DELETE FROM history WHERE state = ?1", kUndone));
    WEAVEMAP_TRY(m_database->run("UPDATE history SET state = ?1, raw_bytes = 0, stored_bytes = 0, packed = 0", kKept));
    if (!labelOf)
        return {};
    WEAVEMAP_ASSIGN(const auto steps, m_database->list("SELECT number, label FROM history", [](Statement& row) {
        return std::pair{row.integer(0), row.text(1)};
    }));
    for (const auto& [number, label] : steps)
        WEAVEMAP_TRY(m_database->run("UPDATE history SET label = ?2 WHERE number = ?1", number, labelOf(label)));
    return {};
}

Result<std::vector<HistoryStep>> History::list(std::size_t limit) const
{
    return m_database->list(
        "SELECT number, label, author, at_ms, zone_minutes, state, row_count FROM history "
        "ORDER BY number DESC LIMIT ?1",
        [](Statement& row) {
            return HistoryStep{.number = row.integer(0),
                               .label = row.text(1),
                               .author = row.text(2),
                               .when = row.instant(3),
                               .state = row.as<HistoryStep::State>(5),
                               .rows = static_cast<std::size_t>(row.integer(6))};
        },
        limit);
}

Result<std::size_t> History::count() const
{
    WEAVEMAP_ASSIGN(const std::int64_t count, m_database->integer("SELECT count(*) FROM history"));
    return static_cast<std::size_t>(count);
}

} // namespace weavemap::store
