// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchIndex.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/store/Database.h"

namespace weavemap::store {

namespace {

constexpr std::size_t kMostWords = 64;

/// What stands in the index for one record. Where many are found, their order and who may read them must be known
/// without looking at each record.
struct Words
{
    std::string title;
    std::string body;
    std::int64_t place = 0; ///< the greatest comes first; within those that are alike, the newest record
    Confidentiality level = Confidentiality::shareable;
    PersonId writer{}; ///< who alone reads what is marked only me
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

/// A person's words without the note about them unless that is for everybody; or, `withAbout`, with it, and none at all
/// where the first has everything.
Result<std::optional<Words>> wordsOfPerson(Database& database, std::int64_t id, bool withAbout)
{
    bool hasMore = false;
    WEAVEMAP_ASSIGN(auto words, database.first(
                                    "SELECT p.name, p.nicknames, p.about, p.about_level, p.about_by, p.role, "
                                    "coalesce(o.name, ''), p.region, p.email,"
                                    " p.phone, p.contact_preference, p.source_id FROM person p"
                                    " LEFT JOIN organization o ON o.id = p.organization WHERE p.id = ?1",
                                    [&](Statement& row) {
                                        Joined title, body;
                                        title.add(row.textView(0));
                                        title.add(row.textView(1));
                                        hasMore = !row.textView(2).empty() &&
                                                  row.as<Confidentiality>(3) != Confidentiality::shareable;
                                        for (int column = 5; column < row.columnCount(); ++column)
                                            body.add(row.textView(column));
                                        if (withAbout || !hasMore)
                                            body.add(row.textView(2));
                                        Words some{title.take(), body.take()};
                                        if (withAbout) {
                                            some.level = row.as<Confidentiality>(3);
                                            some.writer = row.id<PersonId>(4);
                                        }
                                        return some;
                                    },
                                    id));
    if (!words || (withAbout && !hasMore))
        return std::optional<Words>();
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
    WEAVEMAP_ASSIGN(
        auto words,
        database.first(
            "SELECT text, quote, convening, at_ms, confidentiality, staff FROM conversation"
            " WHERE id = ?1",
            [](Statement& row) {
                Joined body;
                for (int column = 0; column < 3; ++column)
                    body.add(row.textView(column));
                return Words{{}, body.take(), row.integer(3), row.as<Confidentiality>(4), row.id<PersonId>(5)};
            },
            id));
    if (words) {
        WEAVEMAP_ASSIGN(words->title, participantNames(database, id));
    }
    return words;
}

/// Of an item or a follow-up, whose query gives its conversation, the name of the person, its place, level and writer,
/// and then the words. Without a person the title is who the conversation was with.
Result<std::optional<Words>> wordsOfPart(Database& database, std::string_view sql, std::int64_t id)
{
    std::int64_t conversation = 0;
    WEAVEMAP_ASSIGN(
        auto words,
        database.first(
            sql,
            [&](Statement& row) {
                conversation = row.integer(0);
                Joined body;
                for (int column = 5; column < row.columnCount(); ++column)
                    body.add(row.textView(column));
                return Words{row.text(1), body.take(), row.integer(2), row.as<Confidentiality>(3), row.id<PersonId>(4)};
            },
            id));
    if (words && words->title.empty() && conversation != 0) {
        WEAVEMAP_ASSIGN(words->title, participantNames(database, conversation));
    }
    return words;
}

Result<std::optional<Words>> wordsOf(Database& database, EntryKind kind, std::int64_t id)
{
    switch (kind) {
    case EntryKind::person:
        return wordsOfPerson(database, id, false);
    case EntryKind::about:
        return wordsOfPerson(database, id, true);
    case EntryKind::conversation:
        return wordsOfConversation(database, id);
    case EntryKind::item:
        return wordsOfPart(database,
                           // Open ones first, the newest first.
                           "SELECT i.conversation, coalesce(p.name, ''), ((i.state = 0) << 62) + (i.id >> 1),"
                           " max(i.confidentiality, coalesce(c.confidentiality, 0)), c.staff,"
                           " i.text, i.topic, coalesce(o.name, '') FROM note_item i"
                           " LEFT JOIN conversation c ON c.id = i.conversation LEFT JOIN person p ON p.id = i.person"
                           " LEFT JOIN person o ON o.id = i.other WHERE i.id = ?1",
                           id);
    case EntryKind::followUp:
        return wordsOfPart(
            database,
            // Open ones first, those with a day before those without, the earliest first.
            "SELECT f.conversation, coalesce(p.name, ''), ((f.done IS NULL) << 61) +"
            " ((f.due IS NOT NULL) << 60) - coalesce(CAST(julianday(f.due) AS INTEGER), 0),"
            " max(f.confidentiality, coalesce(c.confidentiality, 0)),"
            " iif(c.id IS NULL, f.owner, c.staff), f.text FROM follow_up f"
            " LEFT JOIN conversation c ON c.id = f.conversation LEFT JOIN person p ON p.id = f.person WHERE f.id = ?1",
            id);
    case EntryKind::organization:
        return database.first(
            "SELECT name, kind, region FROM organization WHERE id = ?1",
            [](Statement& row) {
                Joined body;
                body.add(row.textView(1));
                body.add(row.textView(2));
                return Words{row.text(0), body.take()};
            },
            id);
    case EntryKind::topic:
        return database.first(
            "SELECT text FROM search_topic WHERE id = ?1",
            [](Statement& row) {
                return Words{row.text(0), {}};
            },
            id);
    case EntryKind::introduction:
        return database.first(
            // Those on their way first, the newest first.
            "SELECT a.name, b.name, ((i.state < 6) << 60) + CAST(julianday(i.proposed) AS INTEGER),"
            " max(i.confidentiality, coalesce(c.confidentiality, 0)), iif(c.id IS NULL, i.host, c.staff),"
            " i.why, i.topic, i.outcome, coalesce(h.name, '') FROM introduction i"
            " LEFT JOIN conversation c ON c.id = i.conversation JOIN person a ON a.id = i.a JOIN person b ON b.id = "
            "i.b LEFT JOIN person h ON h.id = i.host"
            " WHERE i.id = ?1",
            [](Statement& row) {
                Joined body;
                for (int column = 5; column < row.columnCount(); ++column)
                    body.add(row.textView(column));
                return Words{row.text(0) + ", " + row.text(1), body.take(), row.integer(2), row.as<Confidentiality>(3),
                             row.id<PersonId>(4)};
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
    Result<bool> refresh(EntryKind kind, std::int64_t record)
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
    for (const auto& row : changes.rows(Table::conversation)) {
        // They may have another title, or be as confidential as it is.
        WEAVEMAP_TRY(work.add(EntryKind::item, "SELECT id FROM note_item WHERE conversation = ?1", row.id));
        WEAVEMAP_TRY(work.add(EntryKind::followUp, "SELECT id FROM follow_up WHERE conversation = ?1", row.id));
        WEAVEMAP_TRY(work.add(EntryKind::introduction, "SELECT id FROM introduction WHERE conversation = ?1", row.id));
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
    for (const auto kind : {EntryKind::conversation, EntryKind::item, EntryKind::followUp, EntryKind::introduction})
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
