// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Search.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "core/store/Database.h"
#include "core/store/SearchIndex.h"

namespace weavemap::store {

namespace {

/// Every word in quotes, so that none is an operator, and as a prefix. `searchWords` leaves no quote in a word.
std::string matchExpression(const std::vector<std::string>& words)
{
    std::string expression;
    for (const auto& word : words)
        expression.append("\"").append(word).append("\"* ");
    return expression;
}

/// Whether the audience may read what has the level `level` and was written by `writer`: `Audience::mayRead` in SQL, for
/// ?5 the staff person who asks (NULL: nobody) and ?6 whether it leaves.
std::string mayRead(const std::string& level, const std::string& writer)
{
    return '(' + level + " = 0 OR (?6 = 0 AND (" + level + " = 1 OR " + writer + " = ?5)))";
}

/// What the people found are ordered by; within equal ones the order of the query stands.
struct FoundPerson
{
    SearchHit hit;
    std::int64_t entry = 0;
    int gone = 0; ///< 0: here, 1: has left, 2: archived
    int kind = 0; ///< a PersonKind: members are 0
    bool byName = false;
    auto rank() const { return std::tuple(gone, kind, byName ? 0 : 1); }
};

class Finder
{
public:
    Finder(Database& database, std::string expression, const Audience& audience, std::size_t limit)
        : m_database(database), m_expression(std::move(expression)), m_audience(audience),
          m_limit(static_cast<std::int64_t>(std::min<std::size_t>(limit, 1'000'000)))
    {}

    Result<> people(std::vector<SearchHit>& hits)
    {
        WEAVEMAP_ASSIGN(auto found, peopleFor("{title} : (" + m_expression + ")", EntryKind::person, true));
        // Where names alone fill the list with members who are here, nobody else can come before them.
        const bool full = m_limit > 0 && std::ssize(found) == m_limit && found.back().rank() == std::tuple(0, 0, 0);
        if (!full)
            WEAVEMAP_TRY(addByOtherWords(found));
        std::stable_sort(found.begin(), found.end(),
                         [](const FoundPerson& a, const FoundPerson& b) { return a.rank() < b.rank(); });
        found.resize(std::min(found.size(), static_cast<std::size_t>(m_limit)));
        for (auto& person : found) {
            if (!person.byName) {
                WEAVEMAP_ASSIGN(person.hit.snippet, snippet(person.entry));
            }
            hits.push_back(std::move(person.hit));
        }
        return {};
    }

    /// Hits of one other kind. `sql` gives entry, record, title, confidentiality and kind of item, for ?1 the words, ?2
    /// and ?3 the range of entries, ?4 the limit, ?5 the staff person who asks, ?6 whether it leaves.
    Result<> others(HitKind kind, const std::string& sql, std::vector<SearchHit>& hits)
    {
        std::vector<std::pair<std::int64_t, SearchHit>> found;
        const auto range = entryRange(kind);
        WEAVEMAP_TRY(m_database.each(
            sql,
            [&](Statement& row) {
                SearchHit hit;
                hit.kind = kind;
                hit.id = row.integer(1);
                hit.title = row.text(2);
                hit.confidentiality = row.as<Confidentiality>(3);
                hit.itemKind = row.as<NoteItemKind>(4);
                found.emplace_back(row.integer(0), std::move(hit));
            },
            m_expression, range.first, range.last, m_limit, m_audience.me(), m_audience.isLeaving()));
        for (auto& [entry, hit] : found) {
            WEAVEMAP_ASSIGN(hit.snippet, snippet(entry));
            hits.push_back(std::move(hit));
        }
        return {};
    }

private:
    Result<> addByOtherWords(std::vector<FoundPerson>& found)
    {
        std::unordered_set<std::int64_t> seen;
        for (const auto& person : found)
            seen.insert(person.hit.id);
        for (const EntryKind kind : {EntryKind::person, EntryKind::about}) {
            WEAVEMAP_ASSIGN(auto people, peopleFor(m_expression, kind, false));
            for (auto& person : people)
                if (seen.insert(person.hit.id).second)
                    found.push_back(std::move(person));
        }
        return {};
    }

    Result<std::vector<FoundPerson>> peopleFor(const std::string& expression, EntryKind kind, bool byName)
    {
        static const std::string sql =
            "SELECT e.id, p.id, p.name, p.kind,"
            " CASE WHEN p.archived_on IS NOT NULL THEN 2 WHEN p.left_on IS NOT NULL THEN 1 ELSE 0 END AS gone"
            " FROM search s JOIN search_entry e ON e.id = s.rowid JOIN person p ON p.id = e.record"
            " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND (?7 = 0 OR " +
            mayRead("p.about_level", "p.about_by") + ") ORDER BY gone, p.kind, p.name COLLATE NOCASE, p.id LIMIT ?4";
        const auto range = entryRange(kind);
        return m_database.list(
            sql,
            [&](Statement& row) {
                FoundPerson person;
                person.entry = row.integer(0);
                person.hit.id = row.integer(1);
                person.hit.title = row.text(2);
                person.kind = row.small(3);
                person.gone = row.small(4);
                person.byName = byName;
                return person;
            },
            expression, range.first, range.last, m_limit, m_audience.me(), m_audience.isLeaving(),
            kind == EntryKind::about);
    }

    /// Some words around what was found in the body, or its beginning where the title was found.
    Result<std::string> snippet(std::int64_t entry)
    {
        WEAVEMAP_ASSIGN(auto text, m_database.first(
                                       "SELECT snippet(search, 1, char(1), char(2), '…', 24) FROM search"
                                       " WHERE search MATCH ?1 AND rowid = ?2",
                                       [](Statement& row) { return row.text(0); }, m_expression, entry));
        return std::move(text).value_or(std::string());
    }

    Database& m_database;
    std::string m_expression;
    Audience m_audience;
    std::int64_t m_limit;
};

/// The query for one kind. What came out of a conversation is at least as confidential as that.
struct KindQuery
{
    HitKind kind;
    std::string sql;

    KindQuery(HitKind of, const std::string& columns, const std::string& tables, const std::string& may,
              const std::string& order)
        : kind(of), sql("SELECT e.id, " + columns + " FROM search s JOIN search_entry e ON e.id = s.rowid JOIN " +
                        tables + " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND " + may + " ORDER BY " +
                        order + " LIMIT ?4")
    {}
};

const std::vector<KindQuery>& kindQueries()
{
    static const std::string item = "max(i.confidentiality, coalesce(c.confidentiality, 0))";
    static const std::string promise = "max(f.confidentiality, coalesce(c.confidentiality, 0))";
    static const std::string withNote = " LEFT JOIN conversation c ON c.id = ";
    // Of a topic there are no confidential words, but whoever may read none of the rows that have it does not learn it.
    static const std::string topicUse =
        "(EXISTS (SELECT 1 FROM overlay WHERE topic = t.text AND topic <> '')"
        " OR EXISTS (SELECT 1 FROM note_item i LEFT JOIN conversation c ON c.id = i.conversation"
        " WHERE i.topic = t.text AND i.topic <> '' AND " +
        mayRead(item, "c.staff") +
        ") OR EXISTS (SELECT 1 FROM introduction i LEFT JOIN conversation c ON c.id = i.conversation"
        " WHERE i.topic = t.text AND i.topic <> '' AND " +
        mayRead(item, "iif(c.id IS NULL, i.host, c.staff)") + "))";
    static const std::vector<KindQuery> queries = {
        {HitKind::conversation, "c.id, s.title, c.confidentiality, 0", "conversation c ON c.id = e.record",
         mayRead("c.confidentiality", "c.staff"), "c.at_ms DESC, c.id DESC"},
        {HitKind::item, "i.id, s.title, " + item + ", i.kind",
         "note_item i ON i.id = e.record" + withNote + "i.conversation", mayRead(item, "c.staff"),
         "i.state <> 0, i.id DESC"},
        {HitKind::followUp, "f.id, s.title, " + promise + ", 0",
         "follow_up f ON f.id = e.record" + withNote + "f.conversation",
         mayRead(promise, "iif(c.id IS NULL, f.owner, c.staff)"), "f.done IS NOT NULL, f.due IS NULL, f.due, f.id"},
        {HitKind::organization, "o.id, s.title, 0, 0", "organization o ON o.id = e.record", "?5 IS ?5 AND ?6 IS ?6",
         "o.name COLLATE NOCASE, o.id"},
        {HitKind::topic, "t.id, t.text, 0, 0", "search_topic t ON t.id = e.record", topicUse,
         "t.text COLLATE NOCASE, t.id"},
        {HitKind::introduction, "i.id, s.title, " + item + ", 0",
         "introduction i ON i.id = e.record" + withNote + "i.conversation",
         mayRead(item, "iif(c.id IS NULL, i.host, c.staff)"), "i.state >= 6, i.proposed DESC, i.id DESC"},
    };
    return queries;
}

} // namespace

Result<std::vector<SearchHit>> Search::find(std::string_view words, const Audience& audience,
                                            std::size_t limit) const
{
    std::vector<SearchHit> hits;
    const auto list = searchWords(words);
    if (list.empty() || limit == 0)
        return hits;
    Finder finder(*m_database, matchExpression(list), audience, limit);
    WEAVEMAP_TRY(finder.people(hits));
    for (const KindQuery& query : kindQueries())
        WEAVEMAP_TRY(finder.others(query.kind, query.sql, hits));
    return hits;
}

} // namespace weavemap::store
