// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchIndex.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/store/Database.h"

namespace weavemap::store {

namespace {

constexpr std::size_t kKinds = 5;
constexpr std::size_t kMostWords = 64;

/// What stands in the index for one record.
struct Words
{
    std::string title;
    std::string body;
    bool operator==(const Words&) const = default;
};

/// Control characters out, so that the marks of a snippet cannot be forged and a snippet is one line.
void cleanUp(std::string& text)
{
    for (auto& letter : text)
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F)
            letter = ' ';
}

/// Texts with something in them, set apart by a middle dot.
class Joined
{
public:
    void add(std::string_view part)
    {
        if (part.empty())
            return;
        if (!m_text.empty())
            m_text += " · ";
        m_text += part;
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

Result<std::optional<Words>> wordsOfPerson(Database& database, std::int64_t id)
{
    WEAVEMAP_ASSIGN(auto words, database.first(
                                    "SELECT p.name, p.role, coalesce(o.name, ''), p.region, p.email, p.phone, p.about,"
                                    " p.contact_preference, p.source_id FROM person p"
                                    " LEFT JOIN organization o ON o.id = p.organization WHERE p.id = ?1",
                                    [](Statement& row) {
                                        Joined body;
                                        for (int column = 1; column < row.columnCount(); ++column)
                                            body.add(row.textView(column));
                                        return Words{row.text(0), body.take()};
                                    },
                                    id));
    if (!words)
        return words;
    Joined body;
    body.add(words->body);
    WEAVEMAP_TRY(database.each(
        "SELECT value FROM attribute_value WHERE person = ?1 ORDER BY attribute, id",
        [&](Statement& row) { body.add(row.textView(0)); }, id));
    words->body = body.take();
    return words;
}

Result<std::string> participantNames(Database& database, std::int64_t conversation)
{
    std::string names;
    WEAVEMAP_TRY(database.each(
        "SELECT p.name FROM participant s JOIN person p ON p.id = s.person"
        " WHERE s.conversation = ?1 ORDER BY s.place, s.id",
        [&](Statement& row) {
            if (!names.empty())
                names += ", ";
            names += row.textView(0);
        },
        conversation));
    return names;
}

Result<std::optional<Words>> wordsOfConversation(Database& database, std::int64_t id)
{
    WEAVEMAP_ASSIGN(auto words, database.first(
                                    "SELECT text, quote, convening FROM conversation WHERE id = ?1",
                                    [](Statement& row) {
                                        Joined body;
                                        for (int column = 0; column < 3; ++column)
                                            body.add(row.textView(column));
                                        return Words{{}, body.take()};
                                    },
                                    id));
    if (words) {
        WEAVEMAP_ASSIGN(words->title, participantNames(database, id));
    }
    return words;
}

/// Of an item or a follow-up: the person's name (else who the conversation was with), and the columns after the second.
Result<std::optional<Words>> wordsOfPart(Database& database, std::string_view sql, std::int64_t id)
{
    std::int64_t conversation = 0;
    WEAVEMAP_ASSIGN(auto words, database.first(
                                    sql,
                                    [&](Statement& row) {
                                        conversation = row.integer(0);
                                        Joined body;
                                        for (int column = 2; column < row.columnCount(); ++column)
                                            body.add(row.textView(column));
                                        return Words{row.text(1), body.take()};
                                    },
                                    id));
    if (words && words->title.empty() && conversation != 0) {
        WEAVEMAP_ASSIGN(words->title, participantNames(database, conversation));
    }
    return words;
}

Result<std::optional<Words>> wordsOf(Database& database, HitKind kind, std::int64_t id)
{
    switch (kind) {
    case HitKind::person:
        return wordsOfPerson(database, id);
    case HitKind::conversation:
        return wordsOfConversation(database, id);
    case HitKind::item:
        return wordsOfPart(database,
                           "SELECT i.conversation, coalesce(p.name, ''), i.text, i.topic, coalesce(o.name, '')"
                           " FROM note_item i LEFT JOIN person p ON p.id = i.person"
                           " LEFT JOIN person o ON o.id = i.other WHERE i.id = ?1",
                           id);
    case HitKind::followUp:
        return wordsOfPart(database,
                           "SELECT f.conversation, coalesce(p.name, ''), f.text FROM follow_up f"
                           " LEFT JOIN person p ON p.id = f.person WHERE f.id = ?1",
                           id);
    case HitKind::organization:
        return database.first(
            "SELECT name, kind, region FROM organization WHERE id = ?1",
            [](Statement& row) {
                Joined body;
                body.add(row.textView(1));
                body.add(row.textView(2));
                return Words{row.text(0), body.take()};
            },
            id);
    }
    return std::optional<Words>();
}

/// Brings entries up to date one by one; lives as long as one pass.
class Indexer
{
public:
    explicit Indexer(Database& database) : m_database(database) {}

    /// True where an entry that was there has another title now.
    Result<bool> refresh(HitKind kind, std::int64_t record)
    {
        WEAVEMAP_ASSIGN(auto words, wordsOf(m_database, kind, record));
        if (words) {
            cleanUp(words->title);
            cleanUp(words->body);
        }
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
                                               "SELECT title, body FROM search WHERE rowid = ?1",
                                               [](Statement& row) {
                                                   return Words{row.text(0), row.text(1)};
                                               },
                                               entry));
        if (before == words)
            return false;
        WEAVEMAP_TRY(m_database.run("UPDATE search SET title = ?2, body = ?3 WHERE rowid = ?1", entry, words->title,
                                    words->body));
        return !before || before->title != words->title;
    }

private:
    Result<> add(HitKind kind, std::int64_t record, const Words& words)
    {
        auto& last = m_last[static_cast<std::size_t>(kind)];
        if (last == 0) {
            const auto range = entryRange(kind);
            WEAVEMAP_ASSIGN(last, m_database.integer("SELECT max(id) FROM search_entry WHERE id BETWEEN ?1 AND ?2",
                                                     range.first, range.last));
            last = std::max(last, range.first - 1);
        }
        ++last;
        WEAVEMAP_TRY(
            m_database.run("INSERT INTO search_entry(id, kind, record) VALUES(?1, ?2, ?3)", last, kind, record));
        return m_database.run("INSERT INTO search(rowid, title, body) VALUES(?1, ?2, ?3)", last, words.title,
                              words.body);
    }

    Database& m_database;
    std::array<std::int64_t, kKinds> m_last{}; ///< the last row of each kind; 0: not asked for yet
};

/// The records to look at, by kind.
class Worklist
{
public:
    explicit Worklist(Database& database) : m_database(database) {}

    void add(HitKind kind, std::span<const ChangedRow> rows)
    {
        for (const auto& row : rows)
            at(kind).push_back(row.id);
    }
    /// Adds the rows that `sql` finds for `id`.
    Result<> add(HitKind kind, std::string_view sql, std::int64_t id)
    {
        return m_database.each(
            sql, [&](Statement& row) { at(kind).push_back(row.integer(0)); }, id);
    }
    /// The records of a kind, each once, in ascending order.
    std::vector<std::int64_t> take(HitKind kind)
    {
        auto records = std::move(at(kind));
        std::sort(records.begin(), records.end());
        records.erase(std::unique(records.begin(), records.end()), records.end());
        return records;
    }

private:
    std::vector<std::int64_t>& at(HitKind kind) { return m_records[static_cast<std::size_t>(kind)]; }

    Database& m_database;
    std::array<std::vector<std::int64_t>, kKinds> m_records;
};

Result<> addWhatNames(Worklist& work, std::int64_t person)
{
    constexpr struct
    {
        HitKind kind;
        std::string_view sql;
    } kQueries[] = {
        {HitKind::conversation, "SELECT conversation FROM participant WHERE person = ?1"},
        {HitKind::item, "SELECT id FROM note_item WHERE person = ?1"},
        {HitKind::item, "SELECT id FROM note_item WHERE other = ?1"},
        {HitKind::item, "SELECT i.id FROM participant s JOIN note_item i ON i.conversation = s.conversation"
                        " WHERE s.person = ?1 AND i.person IS NULL"},
        {HitKind::followUp, "SELECT id FROM follow_up WHERE person = ?1"},
        {HitKind::followUp, "SELECT f.id FROM participant s JOIN follow_up f ON f.conversation = s.conversation"
                            " WHERE s.person = ?1 AND f.person IS NULL"},
    };
    for (const auto& query : kQueries)
        WEAVEMAP_TRY(work.add(query.kind, query.sql, person));
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
    work.add(HitKind::organization, changes.rows(Table::organization));
    work.add(HitKind::person, changes.rows(Table::person));
    work.add(HitKind::conversation, changes.rows(Table::conversation));
    work.add(HitKind::item, changes.rows(Table::noteItem));
    work.add(HitKind::followUp, changes.rows(Table::followUp));
    for (const auto& row : changes.rows(Table::conversation)) {
        WEAVEMAP_TRY(
            work.add(HitKind::item, "SELECT id FROM note_item WHERE conversation = ?1 AND person IS NULL", row.id));
        WEAVEMAP_TRY(
            work.add(HitKind::followUp, "SELECT id FROM follow_up WHERE conversation = ?1 AND person IS NULL", row.id));
    }

    for (const auto record : work.take(HitKind::organization)) {
        WEAVEMAP_ASSIGN(const bool renamed, indexer.refresh(HitKind::organization, record));
        if (renamed)
            WEAVEMAP_TRY(work.add(HitKind::person, "SELECT id FROM person WHERE organization = ?1", record));
    }
    for (const auto record : work.take(HitKind::person)) {
        WEAVEMAP_ASSIGN(const bool renamed, indexer.refresh(HitKind::person, record));
        if (renamed)
            WEAVEMAP_TRY(addWhatNames(work, record));
    }
    for (const auto kind : {HitKind::conversation, HitKind::item, HitKind::followUp})
        for (const auto record : work.take(kind))
            WEAVEMAP_TRY(indexer.refresh(kind, record));
    return {};
}

Result<> rebuildSearch(Database& database)
{
    WEAVEMAP_TRY(database.run("DELETE FROM search"));
    WEAVEMAP_TRY(database.run("DELETE FROM search_entry"));
    constexpr struct
    {
        HitKind kind;
        std::string_view sql;
    } kRecords[] = {
        {HitKind::person, "SELECT id FROM person ORDER BY id"},
        {HitKind::conversation, "SELECT id FROM conversation ORDER BY id"},
        {HitKind::item, "SELECT id FROM note_item ORDER BY id"},
        {HitKind::followUp, "SELECT id FROM follow_up ORDER BY id"},
        {HitKind::organization, "SELECT id FROM organization ORDER BY id"},
    };
    Indexer indexer(database);
    for (const auto& records : kRecords) {
        WEAVEMAP_ASSIGN(const auto ids, database.list(records.sql, [](Statement& row) { return row.integer(0); }));
        for (const auto id : ids)
            WEAVEMAP_TRY(indexer.refresh(records.kind, id));
    }
    return {};
}

Result<> optimizeSearch(Database& database) { return database.run("INSERT INTO search(search) VALUES('optimize')"); }

} // namespace weavemap::store
