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
    Finder(Database& database, std::string expression, PersonId me, std::size_t limit)
        : m_database(database), m_expression(std::move(expression)), m_me(me),
          m_limit(static_cast<std::int64_t>(std::min<std::size_t>(limit, 1'000'000)))
    {}

    Result<> people(std::vector<SearchHit>& hits)
    {
        WEAVEMAP_ASSIGN(auto found, peopleFor("{title} : (" + m_expression + ")", true));
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
    /// and ?3 the range of entries, ?4 the limit, ?5 the staff person who asks.
    Result<> others(HitKind kind, std::string_view sql, std::vector<SearchHit>& hits)
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
            m_expression, range.first, range.last, m_limit, m_me));
        for (auto& [entry, hit] : found) {
            WEAVEMAP_ASSIGN(hit.snippet, snippet(entry));
            hits.push_back(std::move(hit));
        }
        return {};
    }

private:
    Result<> addByOtherWords(std::vector<FoundPerson>& found)
    {
        WEAVEMAP_ASSIGN(auto people, peopleFor(m_expression, false));
        std::unordered_set<std::int64_t> seen;
        for (const auto& person : found)
            seen.insert(person.hit.id);
        for (auto& person : people)
            if (seen.insert(person.hit.id).second)
                found.push_back(std::move(person));
        return {};
    }

    Result<std::vector<FoundPerson>> peopleFor(const std::string& expression, bool byName)
    {
        const auto range = entryRange(HitKind::person);
        return m_database.list(
            "SELECT e.id, p.id, p.name, p.kind,"
            " CASE WHEN p.archived_on IS NOT NULL THEN 2 WHEN p.left_on IS NOT NULL THEN 1 ELSE 0 END AS gone"
            " FROM search s JOIN search_entry e ON e.id = s.rowid JOIN person p ON p.id = e.record"
            " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3"
            " ORDER BY gone, p.kind, p.name COLLATE NOCASE, p.id LIMIT ?4",
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
            expression, range.first, range.last, m_limit);
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
    PersonId m_me;
    std::int64_t m_limit;
};

// A note for one pair of ears (confidentiality 2) is found by whoever wrote it, and so is what came out of it. With
// nobody asking, ?5 is NULL and such notes are not found.
constexpr std::string_view kConversations =
    "SELECT e.id, c.id, s.title, c.confidentiality, 0 FROM search s JOIN search_entry e ON e.id = s.rowid"
    " JOIN conversation c ON c.id = e.record"
    " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND (c.confidentiality <> 2 OR c.staff = ?5)"
    " ORDER BY c.at_ms DESC, c.id DESC LIMIT ?4";
constexpr std::string_view kItems =
    "SELECT e.id, i.id, s.title, coalesce(c.confidentiality, 0), i.kind FROM search s"
    " JOIN search_entry e ON e.id = s.rowid JOIN note_item i ON i.id = e.record"
    " LEFT JOIN conversation c ON c.id = i.conversation"
    " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND (coalesce(c.confidentiality, 0) <> 2 OR c.staff = ?5)"
    " ORDER BY i.state <> 0, i.id DESC LIMIT ?4";
constexpr std::string_view kFollowUps =
    "SELECT e.id, f.id, s.title, coalesce(c.confidentiality, 0), 0 FROM search s"
    " JOIN search_entry e ON e.id = s.rowid JOIN follow_up f ON f.id = e.record"
    " LEFT JOIN conversation c ON c.id = f.conversation"
    " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND (coalesce(c.confidentiality, 0) <> 2 OR c.staff = ?5)"
    " ORDER BY f.done IS NOT NULL, f.due IS NULL, f.due, f.id LIMIT ?4";
constexpr std::string_view kOrganizations =
    "SELECT e.id, o.id, s.title, 0, 0 FROM search s JOIN search_entry e ON e.id = s.rowid"
    " JOIN organization o ON o.id = e.record"
    " WHERE s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND ?5 IS ?5"
    " ORDER BY o.name COLLATE NOCASE, o.id LIMIT ?4";

} // namespace

Result<std::vector<SearchHit>> Search::find(std::string_view words, PersonId me, std::size_t limit) const
{
    std::vector<SearchHit> hits;
    const auto list = searchWords(words);
    if (list.empty() || limit == 0)
        return hits;
    Finder finder(*m_database, matchExpression(list), me, limit);
    WEAVEMAP_TRY(finder.people(hits));
    WEAVEMAP_TRY(finder.others(HitKind::conversation, kConversations, hits));
    WEAVEMAP_TRY(finder.others(HitKind::item, kItems, hits));
    WEAVEMAP_TRY(finder.others(HitKind::followUp, kFollowUps, hits));
    WEAVEMAP_TRY(finder.others(HitKind::organization, kOrganizations, hits));
    return hits;
}

} // namespace weavemap::store
