// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Search.h"

#include <algorithm>
#include <iterator>
#include <optional>
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

/// Where the entries that a query looks at come from: `tables`, to which more may be joined, and a condition. ?1 is the
/// expression or a JSON list of entries, ?2 and ?3 the range of a kind.
struct Source
{
    const char* tables;
    const char* condition;
    std::string first; ///< ?1
};

class Finder
{
public:
    Finder(Database& database, const std::vector<std::string>& words, const Audience& audience, std::size_t limit)
        : m_database(database), m_expression(matchExpression(words)), m_isListed(isListed(words)), m_audience(audience),
          m_limit(static_cast<std::int64_t>(std::min<std::size_t>(limit, 1'000'000)))
    {}

    Result<std::vector<SearchHit>> find()
    {
        // To join the lists of a longer word takes as long for one kind as for all: done once, kinds that have none
        // need no query, and those that have few are read by their entries.
        if (!m_isListed) {
            WEAVEMAP_ASSIGN(m_entries, m_database.list(
                                           "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid",
                                           [](Statement& row) { return row.integer(0); }, m_expression));
        }
        WEAVEMAP_TRY(people());
        for (const HitKind kind : {HitKind::conversation, HitKind::item, HitKind::followUp, HitKind::organization,
                                   HitKind::topic, HitKind::introduction, HitKind::project, HitKind::convening})
            WEAVEMAP_TRY(others(kind));
        WEAVEMAP_TRY(describe());
        std::vector<SearchHit> hits;
        hits.reserve(m_found.size());
        for (Found& found : m_found)
            hits.push_back(std::move(found.hit));
        return hits;
    }

private:
    struct Found
    {
        SearchHit hit;
        std::int64_t entry = 0; ///< 0: it needs no words
    };

    Result<> people()
    {
        WEAVEMAP_ASSIGN(auto found, peopleFor("{title} : (" + m_expression + ")", EntryKind::person, true));
        // Where names alone fill the list with members who are here, nobody else can come before them.
        const bool full = m_limit > 0 && std::ssize(found) == m_limit && found.back().rank() == std::tuple(0, 0, 0);
        if (!full)
            WEAVEMAP_TRY(addByOtherWords(found));
        std::stable_sort(found.begin(), found.end(),
                         [](const FoundPerson& a, const FoundPerson& b) { return a.rank() < b.rank(); });
        found.resize(std::min(found.size(), static_cast<std::size_t>(m_limit)));
        for (auto& person : found)
            m_found.push_back({std::move(person.hit), person.byName ? 0 : person.entry});
        return {};
    }

    /// Hits of one other kind.
    Result<> others(HitKind kind)
    {
        const auto source = sourceOf(static_cast<EntryKind>(kind));
        if (!source)
            return {};
        if (kind == HitKind::conversation) {
            WEAVEMAP_ASSIGN(const bool areAll, newestConversations());
            if (areAll)
                return {};
        }
        // Many may be found, few are shown: what is read of each is its entry alone.
        std::string sql = std::string("SELECT e.id, e.record, e.level FROM ") + source->tables;
        switch (kind) {
        case HitKind::organization:
            sql.append(" JOIN organization o ON o.id = e.record WHERE ").append(source->condition);
            sql += " AND ?5 IS ?5 AND ?6 IS ?6 ORDER BY o.name COLLATE NOCASE, o.id LIMIT ?4";
            break;
        case HitKind::topic:
            // A topic has no confidential words, but whoever may read none of the rows that have it does not learn of
            // it.
            sql.append(" JOIN search_topic t ON t.id = e.record WHERE ").append(source->condition);
            sql += " AND (EXISTS (SELECT 1 FROM overlay WHERE topic = t.text AND topic <> '')"
                   " OR EXISTS (SELECT 1 FROM note_item i JOIN search_entry f ON f.record = i.id AND f.kind = 2"
                   " WHERE i.topic = t.text AND i.topic <> '' AND " +
                   mayRead("f.level", "f.writer") +
                   ") OR EXISTS (SELECT 1 FROM introduction i JOIN search_entry f ON f.record = i.id AND f.kind = 6"
                   " WHERE i.topic = t.text AND i.topic <> '' AND " +
                   mayRead("f.level", "f.writer") + ")) ORDER BY t.text COLLATE NOCASE, t.id LIMIT ?4";
            break;
        default:
            sql.append(" WHERE ").append(source->condition).append(" AND ").append(mayRead("e.level", "e.writer"));
            sql += " ORDER BY e.place DESC, e.record DESC LIMIT ?4";
        }
        const auto range = entryRange(kind);
        return m_database.each(
            sql,
            [&](Statement& row) {
                Found found;
                found.entry = row.integer(0);
                found.hit.kind = kind;
                found.hit.id = row.integer(1);
                found.hit.confidentiality = row.as<Confidentiality>(2);
                m_found.push_back(std::move(found));
            },
            source->first, range.first, range.last, m_limit, m_audience.me(), m_audience.isLeaving());
    }

    /// Looks through the newest conversations for the words. Where very many have them, as many as are shown are soon
    /// found so, and the rest need neither be read nor put in order. True where those are all that can be shown.
    Result<bool> newestConversations()
    {
        constexpr std::int64_t kMostShown = 64, kMostLooked = 500;
        if (m_limit > kMostShown)
            return false;
        // To look one up in the lists of the index takes longer than among entries that were read already.
        const std::int64_t most = m_isListed ? 32 + 4 * m_limit : kMostLooked;
        static const std::string sql =
            "SELECT e.id, e.record, e.level FROM conversation c JOIN search_entry e ON e.record = c.id AND e.kind = 1"
            " WHERE " +
            mayRead("e.level", "e.writer") + " AND ?1 IS ?1 ORDER BY c.at_ms DESC, c.id DESC LIMIT ?4";
        WEAVEMAP_ASSIGN(auto newest, m_database.list(
                                         sql,
                                         [](Statement& row) {
                                             Found found;
                                             found.entry = row.integer(0);
                                             found.hit.kind = HitKind::conversation;
                                             found.hit.id = row.integer(1);
                                             found.hit.confidentiality = row.as<Confidentiality>(2);
                                             return found;
                                         },
                                         0, 0, 0, most, m_audience.me(), m_audience.isLeaving()));
        std::vector<Found> having;
        for (auto& found : newest) {
            WEAVEMAP_ASSIGN(const bool has, hasWords(found.entry));
            if (has)
                having.push_back(std::move(found));
            if (std::ssize(having) == m_limit)
                break;
        }
        const bool areAll = std::ssize(having) == m_limit || std::ssize(newest) < most;
        if (areAll)
            std::move(having.begin(), having.end(), std::back_inserter(m_found));
        return areAll;
    }

    Result<bool> hasWords(std::int64_t entry)
    {
        if (!m_isListed)
            return std::binary_search(m_entries.begin(), m_entries.end(), entry);
        return m_database.integer("SELECT 1 FROM search WHERE search MATCH ?1 AND rowid = ?2", m_expression, entry)
            .map([](std::int64_t there) { return there != 0; });
    }

    /// Where the entries of a kind that have the words come from; nothing where none has.
    std::optional<Source> sourceOf(EntryKind kind) const
    {
        constexpr std::ptrdiff_t kFew = 1000;
        Source found{"search s JOIN search_entry e ON e.id = s.rowid",
                     "s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3", m_expression};
        if (m_isListed)
            return found;
        const auto range = entryRange(kind);
        const auto begin = std::lower_bound(m_entries.begin(), m_entries.end(), range.first);
        const auto end = std::upper_bound(begin, m_entries.end(), range.last);
        if (begin == end)
            return std::nullopt;
        if (end - begin > kFew)
            return found;
        return Source{"search_entry e", "e.id IN (SELECT value FROM json_each(?1)) AND e.id BETWEEN ?2 AND ?3",
                      jsonList(begin, end)};
    }

    template <class Iterator>
    static std::string jsonList(Iterator begin, Iterator end)
    {
        std::string list = "[";
        for (auto entry = begin; entry != end; ++entry)
            list.append(entry == begin ? "" : ",").append(std::to_string(*entry));
        return list + ']';
    }

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
        auto source = sourceOf(kind);
        if (!source)
            return std::vector<FoundPerson>();
        if (byName) // of the words of an entry, its title alone
            source = Source{"search s JOIN search_entry e ON e.id = s.rowid",
                            "s.search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3", expression};
        const std::string sql =
            std::string("SELECT e.id, p.id, p.name, p.kind,"
                        " CASE WHEN p.archived_on IS NOT NULL THEN 2 WHEN p.left_on IS NOT NULL THEN 1 ELSE 0 END"
                        " AS gone FROM ") +
            source->tables + " JOIN person p ON p.id = e.record WHERE " + source->condition + " AND " +
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
            source->first, range.first, range.last, m_limit, m_audience.me(), m_audience.isLeaving());
    }

    /// Gives the hits their title, and some words around what was found in the body, or its beginning where the title
    /// was found.
    Result<> describe()
    {
        std::unordered_map<std::int64_t, SearchHit*> hitOf;
        std::vector<std::int64_t> entries;
        for (Found& found : m_found) {
            if (found.entry == 0)
                continue;
            hitOf.emplace(found.entry, &found.hit);
            entries.push_back(found.entry);
        }
        std::sort(entries.begin(), entries.end());
        const auto take = [&hitOf](Statement& row) {
            const auto found = hitOf.find(row.integer(0));
            if (found == hitOf.end())
                return;
            if (found->second->kind != HitKind::person) // whose title has the nicknames, too
                found->second->title = row.text(1);
            found->second->snippet = row.text(2);
        };
        if (m_isListed) {
            for (const std::int64_t entry : entries)
                WEAVEMAP_TRY(m_database.each("SELECT rowid, title, snippet(search, 1, char(1), char(2), '…', 24)"
                                             " FROM search WHERE search MATCH ?1 AND rowid = ?2",
                                             take, m_expression, entry));
        } else if (!entries.empty()) {
            // Each entry asked for would join the lists anew; a walk along all that was found joins them once. The plus
            // keeps SQLite from looking up the entries one by one all the same.
            WEAVEMAP_TRY(m_database.each("SELECT rowid, title, snippet(search, 1, char(1), char(2), '…', 24)"
                                         " FROM search WHERE search MATCH ?1 AND rowid BETWEEN ?2 AND ?3"
                                         " AND +rowid IN (SELECT value FROM json_each(?4))",
                                         take, m_expression, entries.front(), entries.back(),
                                         jsonList(entries.begin(), entries.end())));
        }
        for (Found& found : m_found) {
            if (found.hit.kind != HitKind::item)
                continue;
            WEAVEMAP_ASSIGN(const auto kind,
                            m_database.integer("SELECT kind FROM note_item WHERE id = ?1", found.hit.id));
            found.hit.itemKind = static_cast<NoteItemKind>(kind);
        }
        return {};
    }

    Database& m_database;
    std::string m_expression;
    bool m_isListed;
    Audience m_audience;
    std::int64_t m_limit;
    std::vector<std::int64_t> m_entries; ///< all that have the words, in order, where the index has no list of them
    std::vector<Found> m_found;
};

} // namespace

Result<std::vector<SearchHit>> Search::find(std::string_view words, const Audience& audience, std::size_t limit) const
{
    const auto list = searchWords(words);
    if (list.empty() || limit == 0)
        return std::vector<SearchHit>();
    return Finder(*m_database, list, audience, limit).find();
}

} // namespace weavemap::store
