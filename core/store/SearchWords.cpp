// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchWords.h"

#include <utility>

#include "core/domain/Introduction.h"
#include "core/store/Database.h"

namespace weavemap::store {

namespace {

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

Result<std::optional<Words>> wordsOfProject(Database& database, std::int64_t id)
{
    WEAVEMAP_ASSIGN(
        auto words,
        database.first(
            // Those that go on first (under way, an idea), the newest first.
            "SELECT p.name, ((p.status <= 1) << 62) + (p.id >> 1),"
            " max(p.confidentiality, coalesce(c.confidentiality, 0)),"
            " iif(c.id IS NULL, p.writer, c.staff), p.purpose FROM project p"
            " LEFT JOIN conversation c ON c.id = p.conversation WHERE p.id = ?1",
            [](Statement& row) {
                return Words{row.text(0), row.text(4), row.integer(1), row.as<Confidentiality>(2), row.id<PersonId>(3)};
            },
            id));
    if (!words)
        return words;
    Joined body;
    body.add(words->body);
    WEAVEMAP_TRY(database.each(
        "SELECT p.name FROM project_person s JOIN person p ON p.id = s.person WHERE s.project = ?1 ORDER BY s.id",
        [&](Statement& row) { body.add(row.textView(0)); }, id));
    words->body = body.take();
    return words;
}

/// As the records have them.
Result<std::optional<Words>> storedWords(Database& database, EntryKind kind, std::int64_t id)
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
            // Those on their way first, the newest first. A suggestion that was put aside is found nowhere.
            "SELECT a.name, b.name, ((i.state < 6) << 60) + CAST(julianday(i.proposed) AS INTEGER),"
            " max(i.confidentiality, coalesce(c.confidentiality, 0)), iif(c.id IS NULL, i.host, c.staff),"
            " i.why, i.topic, i.outcome, coalesce(h.name, '') FROM introduction i"
            " LEFT JOIN conversation c ON c.id = i.conversation JOIN person a ON a.id = i.a JOIN person b ON b.id = "
            "i.b LEFT JOIN person h ON h.id = i.host"
            " WHERE i.id = ?1 AND (i.state <> ?2"
            " OR (SELECT count(*) FROM introduction_step WHERE introduction = i.id) <> 1)",
            [](Statement& row) {
                Joined body;
                for (int column = 5; column < row.columnCount(); ++column)
                    body.add(row.textView(column));
                return Words{row.text(0) + ", " + row.text(1), body.take(), row.integer(2), row.as<Confidentiality>(3),
                             row.id<PersonId>(4)};
            },
            id, IntroductionState::lapsed);
    case EntryKind::project:
        return wordsOfProject(database, id);
    case EntryKind::convening:
        return database.first(
            "SELECT title, CAST(julianday(on_date) AS INTEGER), confidentiality, writer, place, purpose FROM convening"
            " WHERE id = ?1",
            [](Statement& row) {
                Joined body;
                body.add(row.textView(4));
                body.add(row.textView(5));
                return Words{row.text(0), body.take(), row.integer(1), row.as<Confidentiality>(2), row.id<PersonId>(3)};
            },
            id);
    }
    return std::optional<Words>();
}

} // namespace

Result<std::optional<Words>> wordsOf(Database& database, EntryKind kind, std::int64_t id)
{
    WEAVEMAP_ASSIGN(auto words, storedWords(database, kind, id));
    if (words) {
        cleanUp(words->title);
        cleanUp(words->body);
    }
    return words;
}

} // namespace weavemap::store
