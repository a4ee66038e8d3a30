// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/LiveCounts.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <limits>
#include <queue>

#include "core/sna/Clustering.h"
#include "core/sna/Components.h"

namespace weavemap::sna {

namespace {

/// Calls take(x) for each number that is in both ascending lists.
template <class Take>
void forEachShared(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right, const Take& take)
{
    auto l = left.begin();
    auto r = right.begin();
    while (l != left.end() && r != right.end()) {
        if (*l < *r)
            ++l;
        else if (*r < *l)
            ++r;
        else {
            take(*l);
            ++l;
            ++r;
        }
    }
}

} // namespace

Result<LiveCounts> LiveCounts::of(std::shared_ptr<const graph::GraphSnapshot> snapshot, const RunContext& context)
{
    assert(!snapshot->isDirected() && std::is_sorted(snapshot->ids().begin(), snapshot->ids().end()));
    LiveCounts counts;
    WEAVEMAP_ASSIGN(counts.m_triangles, sna::triangles(*snapshot, context));
    WEAVEMAP_ASSIGN(Components pieces, sna::components(*snapshot, context));
    counts.m_piece = std::move(pieces.of);
    counts.m_pieceSize.assign(pieces.count, 0);
    for (const std::uint32_t piece : counts.m_piece)
        ++counts.m_pieceSize[piece];
    counts.m_slotOf.reserve(snapshot->vertexCount());
    for (Slot v = 0; v < snapshot->vertexCount(); ++v)
        counts.m_slotOf.emplace_back(snapshot->idOf(v), v);
    counts.m_ties = snapshot->edgeCount();
    counts.m_base = std::move(snapshot);
    return counts;
}

LiveCounts::Slot LiveCounts::slotOf(PersonId person) const
{
    const auto found = std::lower_bound(m_slotOf.begin(), m_slotOf.end(), std::pair(person, Slot{0}));
    return found != m_slotOf.end() && found->first == person ? found->second : kNone;
}

bool LiveCounts::contains(PersonId person) const { return slotOf(person) != kNone; }

std::size_t LiveCounts::degree(PersonId person) const
{
    const Slot slot = slotOf(person);
    return slot == kNone ? 0 : row(slot).size();
}

std::span<const LiveCounts::Slot> LiveCounts::row(Slot slot) const
{
    if (const auto found = m_changedRows.find(slot); found != m_changedRows.end())
        return found->second;
    return m_base && slot < m_base->vertexCount() ? m_base->neighbours(slot) : std::span<const Slot>();
}

LiveCounts::Row& LiveCounts::ownRow(Slot slot)
{
    const auto found = m_changedRows.find(slot);
    if (found != m_changedRows.end())
        return found->second;
    const auto before = row(slot);
    return m_changedRows.emplace(slot, Row(before.begin(), before.end())).first->second;
}

bool LiveCounts::hasTie(PersonId one, PersonId other) const
{
    const Slot a = slotOf(one), b = slotOf(other);
    if (a == kNone || b == kNone)
        return false;
    const auto near = row(a);
    return std::binary_search(near.begin(), near.end(), b);
}

void LiveCounts::addPerson(PersonId person)
{
    const auto place = std::lower_bound(m_slotOf.begin(), m_slotOf.end(), std::pair(person, Slot{0}));
    if (place != m_slotOf.end() && place->first == person)
        return;
    m_slotOf.emplace(place, person, static_cast<Slot>(m_triangles.size()));
    m_triangles.push_back(0);
    m_piece.push_back(static_cast<std::uint32_t>(m_pieceSize.size()));
    m_pieceSize.push_back(1);
}

void LiveCounts::removePerson(PersonId person)
{
    const Slot slot = slotOf(person);
    if (slot == kNone)
        return;
    const auto near = row(slot);
    const Row contacts(near.begin(), near.end());
    const std::uint32_t isContact = newMarks(1);
    for (const Slot contact : contacts)
        m_seen[contact] = isContact;
    for (const Slot contact : contacts) {
        // Whom both are in touch with was the third corner of a triangle.
        const auto theirs = row(contact);
        m_triangles[contact] -= static_cast<std::uint64_t>(
            std::count_if(theirs.begin(), theirs.end(), [&](Slot third) { return m_seen[third] == isContact; }));
        Row& rest = ownRow(contact);
        rest.erase(std::lower_bound(rest.begin(), rest.end(), slot));
    }
    m_changedRows.insert_or_assign(slot, Row());
    m_triangles[slot] = 0;
    m_ties -= contacts.size();
    --m_pieceSize[m_piece[slot]];
    m_slotOf.erase(std::lower_bound(m_slotOf.begin(), m_slotOf.end(), std::pair(person, Slot{0})));
    part(contacts);
}

/// Every contact that both have in common is the third corner of a triangle. `change` is 1, or its complement.
void LiveCounts::countTriangles(Slot a, Slot b, std::uint64_t change)
{
    forEachShared(row(a), row(b), [&](Slot third) {
        m_triangles[a] += change;
        m_triangles[b] += change;
        m_triangles[third] += change;
    });
}

void LiveCounts::relabel(std::span<const Slot> slots, std::uint32_t to)
{
    for (const Slot slot : slots) {
        --m_pieceSize[m_piece[slot]];
        ++m_pieceSize[to];
        m_piece[slot] = to;
    }
}

/// The first of `count` marks that nobody has in `m_seen`; a higher one is of the same search.
std::uint32_t LiveCounts::newMarks(std::size_t count)
{
    m_seen.resize(m_triangles.size(), 0);
    if (count >= std::numeric_limits<std::uint32_t>::max() - m_lastMark) {
        std::fill(m_seen.begin(), m_seen.end(), 0);
        m_lastMark = 0;
    }
    const std::uint32_t first = m_lastMark + 1;
    m_lastMark += static_cast<std::uint32_t>(count);
    return first;
}

/// Everybody whom `slot` reaches, and itself.
LiveCounts::Row LiveCounts::pieceOf(Slot slot)
{
    Row reached{slot};
    const std::uint32_t seen = newMarks(1);
    m_seen[slot] = seen;
    for (std::size_t next = 0; next < reached.size(); ++next)
        for (const Slot near : row(reached[next]))
            if (std::exchange(m_seen[near], seen) != seen)
                reached.push_back(near);
    return reached;
}

/// Makes pieces of those among `ends`, of one piece before, who are cut off from the others. Searches from each of
/// them, the cheapest ahead; searches that meet go on as one. The last one need not end: its piece keeps the label.
void LiveCounts::part(std::span<const Slot> ends)
{
    struct Search
    {
        Row reached;
        std::size_t next = 0;
        Row before;             ///< reached and looked at by searches that it met
        std::size_t looked = 0; ///< ties
        std::size_t leader = 0; ///< itself, or towards the search that it went on as
    };
    std::vector<Search> searches(ends.size());
    const auto leaderOf = [&searches](std::size_t at) {
        while (searches[at].leader != at)
            at = searches[at].leader = searches[searches[at].leader].leader;
        return at;
    };
    const auto costOfNext = [this](const Search& search) {
        return search.next < search.reached.size() ? search.looked + row(search.reached[search.next]).size() : 0;
    };
    const auto join = [&searches](std::size_t one, std::size_t other) {
        if (searches[one].reached.size() + searches[one].before.size() <
            searches[other].reached.size() + searches[other].before.size())
            std::swap(one, other);
        Search &into = searches[one], &from = searches[other];
        const auto open = from.reached.begin() + static_cast<std::ptrdiff_t>(from.next);
        into.before.insert(into.before.end(), from.reached.begin(), open);
        into.before.insert(into.before.end(), from.before.begin(), from.before.end());
        into.reached.insert(into.reached.end(), open, from.reached.end());
        into.looked += from.looked;
        from = Search{};
        from.leader = one;
        return one;
    };
    using Turn = std::pair<std::size_t, std::size_t>; // what it would cost so far, whose
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns;
    const std::uint32_t firstMark = newMarks(ends.size());
    for (std::size_t at = 0; at < ends.size(); ++at) {
        searches[at].reached = {ends[at]};
        searches[at].leader = at;
        m_seen[ends[at]] = firstMark + static_cast<std::uint32_t>(at);
        turns.emplace(costOfNext(searches[at]), at);
    }
    for (std::size_t going = ends.size(); going > 1;) {
        const auto [cost, at] = turns.top();
        turns.pop();
        if (searches[at].leader != at || costOfNext(searches[at]) != cost)
            continue; // it met another since
        Search& search = searches[at];
        if (search.next == search.reached.size()) {
            m_pieceSize.push_back(0);
            const auto label = static_cast<std::uint32_t>(m_pieceSize.size() - 1);
            relabel(search.reached, label);
            relabel(search.before, label);
            search.leader = ends.size(); // nobody meets it any more
            --going;
            continue;
        }
        const auto near = row(search.reached[search.next++]);
        search.looked += near.size() + 1;
        std::size_t mine = at;
        for (const Slot slot : near) {
            if (m_seen[slot] < firstMark) {
                m_seen[slot] = firstMark + static_cast<std::uint32_t>(mine);
                searches[mine].reached.push_back(slot);
            } else if (const std::size_t other = leaderOf(m_seen[slot] - firstMark); other != mine) {
                mine = join(mine, other);
                --going;
            }
        }
        turns.emplace(costOfNext(searches[mine]), mine);
    }
}

bool LiveCounts::addTie(PersonId one, PersonId other)
{
    const Slot a = slotOf(one), b = slotOf(other);
    if (a == kNone || b == kNone || a == b || hasTie(one, other))
        return false;
    if (m_piece[a] != m_piece[b]) {
        const bool aIsSmaller = m_pieceSize[m_piece[a]] <= m_pieceSize[m_piece[b]];
        relabel(pieceOf(aIsSmaller ? a : b), m_piece[aIsSmaller ? b : a]);
    }
    countTriangles(a, b, 1);
    Row& ofA = ownRow(a);
    ofA.insert(std::lower_bound(ofA.begin(), ofA.end(), b), b);
    Row& ofB = ownRow(b);
    ofB.insert(std::lower_bound(ofB.begin(), ofB.end(), a), a);
    ++m_ties;
    return true;
}

bool LiveCounts::removeTie(PersonId one, PersonId other)
{
    return hasTie(one, other) && removeTieAt(slotOf(one), slotOf(other));
}

bool LiveCounts::removeTieAt(Slot a, Slot b)
{
    Row& ofA = ownRow(a);
    ofA.erase(std::lower_bound(ofA.begin(), ofA.end(), b));
    Row& ofB = ownRow(b);
    ofB.erase(std::lower_bound(ofB.begin(), ofB.end(), a));
    countTriangles(a, b, static_cast<std::uint64_t>(-1));
    --m_ties;
    part(std::array{a, b});
    return true;
}

std::vector<PersonId> LiveCounts::ids() const
{
    std::vector<PersonId> ids;
    ids.reserve(m_slotOf.size());
    for (const auto& [id, slot] : m_slotOf)
        ids.push_back(id);
    return ids;
}

FigureSection LiveCounts::figures() const
{
    const std::size_t people = m_slotOf.size();
    std::vector<double> degrees(people), pieces(people), triangles(people), clustering(people);
    std::vector<std::uint32_t> numberOf(m_pieceSize.size(), kNone);
    std::uint32_t pieceCount = 0;
    std::uint64_t corners = 0, triples = 0;
    double isolates = 0.0;
    for (std::size_t i = 0; i < people; ++i) {
        const Slot slot = m_slotOf[i].second;
        const std::uint64_t degree = row(slot).size();
        degrees[i] = static_cast<double>(degree);
        isolates += degree == 0 ? 1.0 : 0.0;
        std::uint32_t& number = numberOf[m_piece[slot]]; // in the order in which they appear
        if (number == kNone)
            number = pieceCount++;
        pieces[i] = number;
        triangles[i] = static_cast<double>(m_triangles[slot]);
        corners += m_triangles[slot];
        triples += degree > 0 ? degree * (degree - 1) / 2 : 0;
        clustering[i] = degree > 1 ? 2.0 * triangles[i] / (degrees[i] * (degrees[i] - 1)) : 0.0;
    }
    NumberList sizes;
    for (std::size_t label = 0; label < m_pieceSize.size(); ++label)
        if (m_pieceSize[label] > 0)
            sizes.values.push_back(m_pieceSize[label]);
    std::sort(sizes.values.begin(), sizes.values.end(), std::greater<>());

    const auto n = static_cast<double>(people), m = static_cast<double>(m_ties);
    FigureSection figures;
    figures.put("edges", m);
    figures.put("isolates", isolates);
    if (people > 0)
        figures.put("degree_mean", 2.0 * m / n);
    if (people > 1)
        figures.put("density", 2.0 * m / (n * (n - 1)));
    figures.put("degree", NodeValues{std::move(degrees)});
    figures.put("components", static_cast<double>(pieceCount));
    figures.put("component_sizes", std::move(sizes));
    figures.put("component", NodeValues{std::move(pieces)});
    figures.put("triangles_total", static_cast<double>(corners / 3));
    figures.put("transitivity_global", triples > 0 ? static_cast<double>(corners) / static_cast<double>(triples) : 0.0);
    figures.put("triangles", NodeValues{std::move(triangles)});
    figures.put("clustering_local", NodeValues{std::move(clustering)});
    return figures;
}

} // namespace weavemap::sna
