// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchIndex.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/store/Database.h"
#include "core/store/SearchWords.h"

namespace weavemap::store {

namespace {

constexpr std::size_t kMostWords = 64;

/// Brings entries up to date one by one; lives as long as one pass.
class Indexer
{
public:
    explicit Indexer(Database& database) : m_database(database) {}

    /// True where an entry that was there has another title now.
    Result<bool> refresh(EntryKind kind, std::int64_t record)
    {
        WEAVEMAP_ASSIGN(const auto words, wordsOf(m_database, kind, record));
        WEAVEMAP_ASSIGN(
            const auto entry,
            m_database.integer("SELECT id FROM search_entry WHERE record = ?1 AND kind = ?2", record, kind));
        if (entry == 0) {
            if (words)
                WEAVEMAP_TRY(add(kind, record, *words));
            return false;
        }
        if (!words) {
            WEAVEMAP_TRY(m_database.run("DELETE FROM search WHERE rowid = ?1", entry));
            WEAVEMAP_TRY(m_database.run("DELETE FROM search_entry WHERE id = ?1", entry));
            return false;
        }
        WEAVEMAP_ASSIGN(const auto before, m_database.first(
                                               "SELECT s.title, s.body, e.place, e.level, e.writer FROM search s"
                                               " JOIN search_entry e ON e.id = s.rowid WHERE s.rowid = ?1",
                                               [](Statement& row) {
                                                   return Words{row.text(0), row.text(1), row.integer(2),
                                                                row.as<Confidentiality>(3), row.id<PersonId>(4)};
                                               },
                                               entry));
        if (before == words)
            return false;
        WEAVEMAP_TRY(m_database.run("UPDATE search_entry SET place = ?2, level = ?3, writer = ?4 WHERE id = ?1", entry,
                                    words->place, words->level, words->writer));
        if (!before || before->title != words->title || before->body != words->body)
            WEAVEMAP_TRY(m_database.run("UPDATE search SET title = ?2, body = ?3 WHERE rowid = ?1", entry, words->title,
                                        words->body));
        return !before || before->title != words->title;
    }

private:
    Result<> add(EntryKind kind, std::int64_t record, const Words& words)
    {
        auto& last = m_last[static_cast<std::size_t>(kind)];
        if (last == 0) {
            const auto range = entryRange(kind);
            WEAVEMAP_ASSIGN(last, m_database.integer("SELECT max(id) FROM search_entry WHERE id BETWEEN ?1 AND ?2",
                                                     range.first, range.last));
            last = std::max(last, range.first - 1);
        }
        ++last;
        WEAVEMAP_TRY(m_database.run("INSERT INTO search_entry(id, kind, record, place, level, writer)"
                                    " VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                                    last, kind, record, words.place, words.level, words.writer));
        return m_database.run("INSERT INTO search(rowid, title, body) VALUES(?1, ?2, ?3)", last, words.title,
                              words.body);
    }

    Database& m_database;
    std::array<std::int64_t, kEntryKinds> m_last{}; ///< the last row of each kind; 0: not asked for yet
};

/// The records to look at, by kind.
class Worklist
{
public:
    explicit Worklist(Database& database) : m_database(database) {}

    void add(EntryKind kind, std::span<const ChangedRow> rows)
    {
        for (const auto& row : rows)
            at(kind).push_back(row.id);
    }
    /// Adds the rows that `sql` finds for `id`.
    Result<> add(EntryKind kind, std::string_view sql, std::int64_t id)
    {
        return m_database.each(
            sql, [&](Statement& row) { at(kind).push_back(row.integer(0)); }, id);
    }
    /// The records of a kind, each once, in ascending order.
    std::vector<std::int64_t> take(EntryKind kind)
    {
        auto records = std::move(at(kind));
        std::sort(records.begin(), records.end());
        records.erase(std::unique(records.begin(), records.end()), records.end());
        return records;
    }

private:
    std::vector<std::int64_t>& at(EntryKind kind) { return m_records[static_cast<std::size_t>(kind)]; }

    Database& m_database;
    std::array<std::vector<std::int64_t>, kEntryKinds> m_records;
};

Result<> addWhatNames(Worklist& work, std::int64_t person)
{
    constexpr struct
    {
        EntryKind kind;
        std::string_view sql;
    } kQueries[] = {
        {EntryKind::conversation, "SELECT conversation FROM participant WHERE person = ?1"},
        {EntryKind::item, "SELECT id FROM note_item WHERE person = ?1"},
        {EntryKind::item, "SELECT id FROM note_item WHERE other = ?1"},
        {EntryKind::item, "SELECT i.id FROM participant s JOIN note_item i ON i.conversation = s.conversation"
                          " WHERE s.person = ?1 AND i.person IS NULL"},
        {EntryKind::followUp, "SELECT id FROM follow_up WHERE person = ?1"},
        {EntryKind::followUp, "SELECT f.id FROM participant s JOIN follow_up f ON f.conversation = s.conversation"
                              " WHERE s.person = ?1 AND f.person IS NULL"},
        {EntryKind::introduction, "SELECT id FROM introduction WHERE a = ?1"},
        {EntryKind::introduction, "SELECT id FROM introduction WHERE b = ?1"},
        {EntryKind::introduction, "SELECT id FROM introduction WHERE host = ?1"},
        {EntryKind::project, "SELECT project FROM project_person WHERE person = ?1"},
    };
    for (const auto& query : kQueries)
        WEAVEMAP_TRY(work.add(query.kind, query.sql, person));
    return {};
}

/// Every topic that a row has, each once, in order. Goes from one to the next through the index, so that it takes as
/// long as there are topics, however many rows have them.
Result<std::set<std::string>> topicsInUse(Database& database)
{
    std::set<std::string> topics;
    for (const std::string_view next : {
             "SELECT topic FROM note_item WHERE topic > ?1 AND topic <> '' ORDER BY topic LIMIT 1",
             "SELECT topic FROM overlay WHERE topic > ?1 AND topic <> '' ORDER BY topic LIMIT 1",
             "SELECT topic FROM introduction WHERE topic > ?1 AND topic <> '' ORDER BY topic LIMIT 1",
         }) {
        std::string last;
        for (;;) {
            WEAVEMAP_ASSIGN(auto topic, database.first(
                                            next, [](Statement& row) { return row.text(0); }, last));
            if (!topic)
                break;
            last = std::move(*topic);
            topics.insert(last);
        }
    }
    return topics;
}

/// Makes the list of topics that of the rows.
Result<> refreshTopics(Database& database, Indexer& indexer)
{
    WEAVEMAP_ASSIGN(auto topics, topicsInUse(database));
    std::vector<std::int64_t> gone;
    WEAVEMAP_TRY(database.each("SELECT id, text FROM search_topic", [&](Statement& row) {
        if (topics.erase(row.text(1)) == 0)
            gone.push_back(row.integer(0));
    }));
    for (const auto id : gone) {
        WEAVEMAP_TRY(database.run("DELETE FROM search_topic WHERE id = ?1", id));
        WEAVEMAP_TRY(indexer.refresh(EntryKind::topic, id));
    }
    for (const auto& topic : topics) {
        WEAVEMAP_TRY(database.run("INSERT INTO search_topic(text) VALUES(?1)", topic));
        WEAVEMAP_ASSIGN(const auto id, database.integer("SELECT id FROM search_topic WHERE text = ?1", topic));
        WEAVEMAP_TRY(indexer.refresh(EntryKind::topic, id));
    }
    return {};
}

} // namespace

std::vector<std::string> searchWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty() && words.size() < kMostWords && std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        // General punctuation (typographic quotes, dashes) is U+2000 to U+207F; the no-break space is U+00A0.
        const bool general = byte == 0xE2 && (next == 0x80 || next == 0x81) && at + 2 < text.size();
        const bool noBreak = byte == 0xC2 && next == 0xA0;
        const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z');
        if (general || noBreak) {
            endWord();
            at += general ? 2 : 1;
        } else if (plain) {
            word += text[at];
        } else {
            endWord();
        }
    }
    endWord();
    return words;
}

Result<> reindexSearch(Database& database, const ChangeSet& changes)
{
    Indexer indexer(database);
    Worklist work(database);
    work.add(EntryKind::organization, changes.rows(Table::organization));
    work.add(EntryKind::person, changes.rows(Table::person));
    work.add(EntryKind::conversation, changes.rows(Table::conversation));
    work.add(EntryKind::item, changes.rows(Table::noteItem));
    work.add(EntryKind::followUp, changes.rows(Table::followUp));
    work.add(EntryKind::introduction, changes.rows(Table::introduction));
    work.add(EntryKind::project, changes.rows(Table::project));
    work.add(EntryKind::convening, changes.rows(Table::convening));
    for (const auto& row : changes.rows(Table::conversation)) {
        // They may have another title, or be as confidential as it is.
        WEAVEMAP_TRY(work.add(EntryKind::item, "SELECT id FROM note_item WHERE conversation = ?1", row.id));
        WEAVEMAP_TRY(work.add(EntryKind::followUp, "SELECT id FROM follow_up WHERE conversation = ?1", row.id));
        WEAVEMAP_TRY(work.add(EntryKind::introduction, "SELECT id FROM introduction WHERE conversation = ?1", row.id));
        WEAVEMAP_TRY(work.add(EntryKind::project, "SELECT id FROM project WHERE conversation = ?1", row.id));
    }

    for (const auto record : work.take(EntryKind::organization)) {
        WEAVEMAP_ASSIGN(const bool renamed, indexer.refresh(EntryKind::organization, record));
        if (renamed)
            WEAVEMAP_TRY(work.add(EntryKind::person, "SELECT id FROM person WHERE organization = ?1", record));
    }
    for (const auto record : work.take(EntryKind::person)) {
        WEAVEMAP_ASSIGN(const bool renamed, indexer.refresh(EntryKind::person, record));
        WEAVEMAP_TRY(indexer.refresh(EntryKind::about, record));
        if (renamed)
            WEAVEMAP_TRY(addWhatNames(work, record));
    }
    for (const auto kind : {EntryKind::conversation, EntryKind::item, EntryKind::followUp, EntryKind::introduction,
                            EntryKind::project, EntryKind::convening})
        for (const auto record : work.take(kind))
            WEAVEMAP_TRY(indexer.refresh(kind, record));
    if (changes.touches(Table::noteItem) || changes.touches(Table::overlay) || changes.touches(Table::introduction))
        return refreshTopics(database, indexer);
    return {};
}

Result<> rebuildSearch(Database& database)
{
    WEAVEMAP_TRY(database.run("DELETE FROM search"));
    WEAVEMAP_TRY(database.run("DELETE FROM search_entry"));
    WEAVEMAP_TRY(database.run("DELETE FROM search_topic"));
    constexpr struct
    {
        EntryKind kind;
        std::string_view sql;
    } kRecords[] = {
        {EntryKind::person, "SELECT id FROM person ORDER BY id"},
        {EntryKind::conversation, "SELECT id FROM conversation ORDER BY id"},
        {EntryKind::item, "SELECT id FROM note_item ORDER BY id"},
        {EntryKind::followUp, "SELECT id FROM follow_up ORDER BY id"},
        {EntryKind::organization, "SELECT id FROM organization ORDER BY id"},
        {EntryKind::introduction, "SELECT id FROM introduction ORDER BY id"},
        {EntryKind::about, "SELECT id FROM person ORDER BY id"},
        {EntryKind::project, "SELECT id FROM project ORDER BY id"},
        {EntryKind::convening, "SELECT id FROM convening ORDER BY id"},
    };
    Indexer indexer(database);
    for (const auto& records : kRecords) {
        WEAVEMAP_ASSIGN(const auto ids, database.list(records.sql, [](Statement& row) { return row.integer(0); }));
        for (const auto id : ids)
            WEAVEMAP_TRY(indexer.refresh(records.kind, id));
    }
    return refreshTopics(database, indexer);
}

Result<> optimizeSearch(Database& database) { return database.run("INSERT INTO search(search) VALUES('optimize')"); }

} // namespace weavemap::store
