// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Search.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

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

/// Whether the index has each word's rows in one list, so that asking it again for a row costs nothing: it keeps them
/// for beginnings of up to three letters ("prefix" in the schema), and joins the lists of all words that begin so
/// otherwise.
bool isListed(const std::vector<std::string>& words)
{
    constexpr std::ptrdiff_t kMostListed = 3;
    return std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return std::count_if(word.begin(), word.end(), [](char byte) {
                   return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
               }) <= kMostListed;
    });
}

/// Whether the audience may read what has the level `level` and was written by `writer`: `Audience::mayRead` in SQL,
/// for ?5 the staff person who asks (NULL: nobody) and ?6 whether it leaves.
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
    Finder(Database& database, const std::vector<std::string>& words, const Audience& audience, std::size_t limit)
        : m_database(database), m_expression(matchExpression(words)), m_isListed(isListed(words)), m_audience(audience),
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
        std::vector<std::pair<std::int64_t, SearchHit*>> byOtherWords;
        for (auto& person : found)
            if (!person.byName)
                byOtherWords.emplace_back(person.entry, &person.hit);
        WEAVEMAP_TRY(describe(byOtherWords));
        for (auto& person : found)
            hits.push_back(std::move(person.hit));
        return {};
    }

    /// Hits of one other kind.
    Result<> others(HitKind kind, std::vector<SearchHit>& hits)
    {
        // Many may be found, few are shown: what is read of each is its entry alone.
        static const std::string kByPlace =
            "SELECT e.id, e.record, e.level FROM search s JOIN search_entry e ON e.id = s.rowid"
            " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND " +
            mayRead("e.level", "e.writer") + " ORDER BY e.place DESC, e.record DESC LIMIT ?4";
        static const std::string kOrganizations =
            "SELECT e.id, e.record, e.level FROM search s JOIN search_entry e ON e.id = s.rowid"
            " JOIN organization o ON o.id = e.record WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3"
            " AND ?5 IS ?5 AND ?6 IS ?6 ORDER BY o.name COLLATE NOCASE, o.id LIMIT ?4";
        // A topic has no confidential words, but whoever may read none of the rows that have it does not learn of it.
        static const std::string kTopics =
            "SELECT e.id, e.record, e.level FROM search s JOIN search_entry e ON e.id = s.rowid"
            " JOIN search_topic t ON t.id = e.record WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3"
            " AND (EXISTS (SELECT 1 FROM overlay WHERE topic = t.text AND topic <> '')"
            " OR EXISTS (SELECT 1 FROM note_item i JOIN search_entry f ON f.record = i.id AND f.kind = 2"
            " WHERE i.topic = t.text AND i.topic <> '' AND " +
            mayRead("f.level", "f.writer") +
            ") OR EXISTS (SELECT 1 FROM introduction i JOIN search_entry f ON f.record = i.id AND f.kind = 6"
            " WHERE i.topic = t.text AND i.topic <> '' AND " +
            mayRead("f.level", "f.writer") + ")) ORDER BY t.text COLLATE NOCASE, t.id LIMIT ?4";
        const auto& sql = kind == HitKind::organization ? kOrganizations : kind == HitKind::topic ? kTopics : kByPlace;
        std::vector<std::pair<std::int64_t, SearchHit>> found;
        const auto range = entryRange(kind);
        WEAVEMAP_TRY(m_database.each(
            sql,
            [&](Statement& row) {
                SearchHit hit;
                hit.kind = kind;
                hit.id = row.integer(1);
                hit.confidentiality = row.as<Confidentiality>(2);
                found.emplace_back(row.integer(0), std::move(hit));
            },
            m_expression, range.first, range.last, m_limit, m_audience.me(), m_audience.isLeaving()));
        std::vector<std::pair<std::int64_t, SearchHit*>> all;
        for (auto& [entry, hit] : found)
            all.emplace_back(entry, &hit);
        WEAVEMAP_TRY(describe(all));
        for (auto& [entry, hit] : found)
            hits.push_back(std::move(hit));
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
            " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND " +
            mayRead("e.level", "e.writer") + " ORDER BY gone, p.kind, p.name COLLATE NOCASE, p.id LIMIT ?4";
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
            expression, range.first, range.last, m_limit, m_audience.me(), m_audience.isLeaving());
    }

    /// The title, and some words around what was found in the body, or its beginning where the title was found. Takes
    /// the hits of one kind with their entries.
    Result<> describe(const std::vector<std::pair<std::int64_t, SearchHit*>>& found)
    {
        if (m_isListed || found.size() < 2) {
            for (const auto& [entry, hit] : found)
                WEAVEMAP_TRY(m_database.each(
                    "SELECT title, snippet(search, 1, char(1), char(2), '…', 24) FROM search WHERE search MATCH ?1"
                    " AND rowid = ?2",
                    [hit = hit](Statement& row) { put(*hit, row.text(0), row.text(1)); }, m_expression, entry));
        } else {
            WEAVEMAP_TRY(describeInOnePass(found));
        }
        for (const auto& [entry, hit] : found) {
            if (hit->kind != HitKind::item)
                continue;
            WEAVEMAP_ASSIGN(const auto kind, m_database.integer("SELECT kind FROM note_item WHERE id = ?1", hit->id));
            hit->itemKind = static_cast<NoteItemKind>(kind);
        }
        return {};
    }

    /// Each row would join the lists of a longer word's rows anew; one walk along them joins them once. The plus keeps
    /// SQLite from looking up the entries one by one all the same.
    Result<> describeInOnePass(const std::vector<std::pair<std::int64_t, SearchHit*>>& found)
    {
        std::unordered_map<std::int64_t, SearchHit*> hitOf(found.begin(), found.end());
        const auto [first, last] = std::minmax_element(found.begin(), found.end());
        std::string entries;
        for (const auto& [entry, hit] : found)
            entries.append(entries.empty() ? "[" : ",").append(std::to_string(entry));
        return m_database.each(
            "SELECT rowid, title, snippet(search, 1, char(1), char(2), '…', 24) FROM search WHERE search MATCH ?1"
            " AND rowid BETWEEN ?2 AND ?3 AND +rowid IN (SELECT value FROM json_each(?4))",
            [&hitOf](Statement& row) {
                if (const auto hit = hitOf.find(row.integer(0)); hit != hitOf.end())
                    put(*hit->second, row.text(1), row.text(2));
            },
            m_expression, first->first, last->first, entries + ']');
    }

    static void put(SearchHit& hit, std::string title, std::string snippet)
    {
        if (hit.kind != HitKind::person) // whose title has the nicknames, too
            hit.title = std::move(title);
        hit.snippet = std::move(snippet);
    }

    Database& m_database;
    std::string m_expression;
    bool m_isListed;
    Audience m_audience;
    std::int64_t m_limit;
};

} // namespace

Result<std::vector<SearchHit>> Search::find(std::string_view words, const Audience& audience, std::size_t limit) const
{
    std::vector<SearchHit> hits;
    const auto list = searchWords(words);
    if (list.empty() || limit == 0)
        return hits;
    Finder finder(*m_database, list, audience, limit);
    WEAVEMAP_TRY(finder.people(hits));
    for (const HitKind kind : {HitKind::conversation, HitKind::item, HitKind::followUp, HitKind::organization,
                               HitKind::topic, HitKind::introduction, HitKind::project, HitKind::convening})
        WEAVEMAP_TRY(finder.others(kind, hits));
    return hits;
}

} // namespace weavemap::store
