// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Leiden.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace weavemap::sna {

namespace {

constexpr double kRounding = 1e-10; ///< of a mean weight
constexpr double kWarmth = 0.01;    ///< of a mean weight; theta in the paper

/// About e^x for x <= 0, in arithmetic that gives the same bits on every machine: (1 + x/1024)^1024, and 0 where that
/// is below 1e-9.
double likelihood(double x)
{
    if (x < -20.0)
        return 0.0;
    if (x == 0.0)
        return 1.0;
    double power = 1.0 + x / 1024.0;
    for (int i = 0; i < 10; ++i)
        power *= power;
    return power;
}

} // namespace

bool SearchMeter::goOn(std::uint64_t arcs)
{
    m_seen.fetch_add(arcs, std::memory_order_relaxed);
    if (std::this_thread::get_id() == m_teller)
        tell();
    return !m_context.cancelled();
}

void SearchMeter::tell()
{
    const double done = static_cast<double>(m_seen.load(std::memory_order_relaxed)) / m_expected;
    const double share = m_from + (1.0 - m_from) * kOfTheRest * ofRound(done);
    if (m_gate.opens(share))
        m_context.progress(share);
}

/// A round that takes longer than expected goes on growing, slower and slower: as what is done up to 3/4, towards 1
/// beyond, without a kink.
double SearchMeter::ofRound(double done) { return done <= 0.75 ? done : 1.0 - 0.0625 / (done - 0.5); }

void SearchMeter::nextRound()
{
    m_from += (1.0 - m_from) * kOfTheRest;
    m_seen = 0;
}

LeidenSearch::LeidenSearch(const GroupGraph& graph, std::uint64_t seed, SearchMeter& meter)
    : m_graph(graph), m_polls([&meter](std::uint64_t arcs) { return meter.goOn(arcs); }), m_random(seed),
      m_sums(graph.size(), graph.ties)
{
    const double total = std::accumulate(graph.strength.begin(), graph.strength.end(), 0.0);
    const double mean = graph.targets.empty() ? 0.0 : total / static_cast<double>(graph.targets.size());
    m_perTotal = total > 0.0 ? 1.0 / total : 0.0;
    m_tolerance = kRounding * mean;
    m_warmth = kWarmth * mean;
}

void LeidenSearch::shuffleOrder(std::uint32_t n)
{
    m_order.resize(n);
    std::iota(m_order.begin(), m_order.end(), 0U);
    for (std::uint32_t i = n; i > 1; --i)
        std::swap(m_order[i - 1], m_order[m_random.below(i)]);
}

/// Whether all ties of v are to its own group, and are as many there as chance would give it: then no move can gain.
template <Ties ties>
bool LeidenSearch::isSettled(const GroupGraph& graph, std::uint32_t v) const
{
    const std::uint32_t own = m_of[v];
    TieSum<ties> inside{};
    for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
        if (m_of[graph.targets[i]] != own)
            return false;
        inside += graph.tie<ties>(i);
    }
    return inside >= graph.strength[v] * m_perTotal * (m_groupStrength[own] - graph.strength[v]);
}

/// Puts the vertices that may have to move first in the order, `left` of them, and marks them as waiting.
template <Ties ties>
bool LeidenSearch::waitUnsettled(const GroupGraph& graph, Pace pace, std::uint32_t& left)
{
    m_waiting.assign(graph.size(), 0);
    for (const std::uint32_t v : m_order) {
        if (pace == Pace::thorough && isSettled<ties>(graph, v)) {
            if (!m_polls.seen(graph.row(v).size()))
                return false;
            continue;
        }
        m_waiting[v] = 1;
        m_order[left++] = v;
    }
    return true;
}

/// Moves vertices to the group where modularity gains most, or to one of their own, until none gains. After a move the
/// neighbours outside the new group are looked at again; in a quick run people (the first level) are not.
template <Ties ties>
bool LeidenSearch::moveVertices(const GroupGraph& graph, Pace pace)
{
    const bool looksAgain = pace == Pace::thorough || &graph != &m_graph;
    const std::uint32_t n = graph.size();
    m_groupStrength.assign(n, 0.0);
    m_size.assign(n, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        m_groupStrength[m_of[v]] += graph.strength[v];
        ++m_size[m_of[v]];
    }
    m_free.clear();
    for (std::uint32_t group = n; group-- > 0;)
        if (m_size[group] == 0)
            m_free.push_back(group);
    shuffleOrder(n);
    std::uint32_t head = 0, left = 0;
    if (!waitUnsettled<ties>(graph, pace, left))
        return false;
    std::uint32_t* const of = m_of.data();
    std::uint32_t* const ring = m_order.data(); // holds the waiting vertices, each at most once
    std::uint8_t* const waiting = m_waiting.data();
    double* const groupStrength = m_groupStrength.data();
    while (left > 0) {
        const std::uint32_t v = ring[head];
        head = head + 1 == n ? 0 : head + 1;
        --left;
        waiting[v] = 0;
        const std::span<const std::uint32_t> row = graph.row(v);
        if (!m_polls.seen(row.size()))
            return false;
        const std::uint32_t own = of[v];
        m_sums.add<ties>(graph, v, [of](std::uint32_t w) { return of[w]; });
        const double strength = graph.strength[v], share = strength * m_perTotal;
        double most = m_sums.sum<ties>(own) - share * (groupStrength[own] - strength) + m_tolerance;
        std::uint32_t best = own;
        m_sums.drain<ties>([&](std::uint32_t group, double weight) {
            const double gain = weight - share * groupStrength[group];
            const bool isMore = gain > most && group != own;
            most = isMore ? gain : most;
            best = isMore ? group : best;
        });
        if (most < 0.0 && m_size[own] > 1) {
            best = m_free.back();
            m_free.pop_back();
        }
        if (best == own)
            continue;
        m_moved = true;
        of[v] = best;
        groupStrength[own] -= strength;
        groupStrength[best] += strength;
        ++m_size[best];
        if (--m_size[own] == 0)
            m_free.push_back(own);
        if (!looksAgain)
            continue;
        for (const std::uint32_t w : row) {
            if (waiting[w] != 0 || of[w] == best)
                continue;
            waiting[w] = 1;
            const std::uint32_t tail = head + left;
            ring[tail < n ? tail : tail - n] = w;
            ++left;
        }
    }
    return true;
}

/// Whether a part of a group of strength `whole` has as many ties to the rest of it as chance would give it.
bool LeidenSearch::isWellConnected(std::uint32_t part, double whole) const
{
    return m_cut[part] >= m_partStrength[part] * (whole - m_partStrength[part]) * m_perTotal;
}

/// The part of its group that v joins, picked among those that hold neighbours: each that does not lower modularity is
/// as likely as e^(gain / warmth). Null where there is none.
template <Ties ties>
const LeidenSearch::Choice* LeidenSearch::chooseMerge(const GroupGraph& graph, std::uint32_t v)
{
    const std::uint32_t* const of = m_of.data();
    const std::uint32_t* const partOf = m_part.data();
    const std::uint32_t own = of[v];
    m_sums.add<ties>(graph, v, [partOf](std::uint32_t w) { return partOf[w]; });
    const double share = graph.strength[v] * m_perTotal, whole = m_groupStrength[own];
    double most = 0.0;
    m_choices.resize(std::max(m_choices.size(), m_sums.met().size() + 1));
    Choice* const first = m_choices.data();
    Choice* end = first;
    m_sums.drain<ties>([&](std::uint32_t part, double tied) {
        const double gain = tied - share * m_partStrength[part];
        *end = {part, tied, gain};
        if (of[part] == own && gain >= 0.0 && isWellConnected(part, whole)) {
            most = std::max(most, gain);
            ++end;
        }
    });
    if (end - first < 2)
        return end == first ? nullptr : first;
    double sum = 0.0;
    for (Choice* choice = first; choice != end; ++choice)
        sum += choice->gain = likelihood((choice->gain - most) / m_warmth);
    double mark = m_random.unit() * sum;
    for (const Choice* choice = first; choice != end; ++choice) {
        if (mark < choice->gain)
            return choice;
        mark -= choice->gain;
    }
    return end - 1;
}

/// Every vertex a part of its own.
template <Ties ties>
bool LeidenSearch::startRefining(const GroupGraph& graph)
{
    const std::uint32_t n = graph.size();
    m_part.resize(n);
    m_size.assign(n, 1);
    m_partStrength = graph.strength;
    m_cut.assign(n, 0.0);
    m_groupStrength.assign(n, 0.0);
    for (std::uint32_t v = 0; v < n; ++v) {
        m_part[v] = v;
        m_groupStrength[m_of[v]] += graph.strength[v];
        TieSum<ties> inside{};
        for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i)
            inside += m_of[graph.targets[i]] == m_of[v] ? graph.tie<ties>(i) : TieSum<ties>();
        m_cut[v] = inside;
        if (!m_polls.seen(graph.row(v).size()))
            return false;
    }
    return true;
}

/// Cuts the groups into parts (m_part) that hang together well: vertices that are by themselves yet, and well connected
/// to the rest of their group, join a well-connected part of it. m_cut is the weight of a part's ties to the rest.
template <Ties ties>
bool LeidenSearch::refine(const GroupGraph& graph)
{
    if (!startRefining<ties>(graph))
        return false;
    shuffleOrder(graph.size());
    for (const std::uint32_t v : m_order) {
        if (m_part[v] != v || m_size[v] != 1 || m_cut[v] == 0.0 || !isWellConnected(v, m_groupStrength[m_of[v]]))
            continue;
        if (!m_polls.seen(graph.row(v).size()))
            return false;
        if (const Choice* choice = chooseMerge<ties>(graph, v)) {
            const std::uint32_t part = choice->part;
            m_part[v] = part;
            m_partStrength[part] += graph.strength[v];
            m_cut[part] += m_cut[v] - 2.0 * choice->ties;
            ++m_size[part];
        }
    }
    return true;
}

template <Ties ties>
LeidenSearch::Level LeidenSearch::level(const GroupGraph& graph, GroupGraph& merged, Pace pace)
{
    if (!moveVertices<ties>(graph, pace))
        return Level::cancelled;
    if (m_free.empty())
        return Level::last;
    if (pace == Pace::quick)
        std::swap(m_part, m_of);
    else if (!refine<ties>(graph))
        return Level::cancelled;
    const std::uint32_t n = graph.size(), parts = renumber(m_part, n);
    if (parts == n)
        return Level::last;
    if (!condense(graph, m_part, parts, m_sums, merged, m_polls))
        return Level::cancelled;
    m_parent.resize(parts);
    if (pace == Pace::quick) {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    } else {
        for (std::uint32_t v = 0; v < n; ++v)
            m_parent[m_part[v]] = m_of[v];
        renumber(m_parent, n);
    }
    for (std::uint32_t& place : m_place)
        place = m_part[place];
    std::swap(m_of, m_parent);
    return Level::merged;
}

bool LeidenSearch::run(Groups& groups, Pace pace)
{
    m_of = groups;
    m_moved = false;
    m_place.resize(groups.size());
    std::iota(m_place.begin(), m_place.end(), 0U);
    Level reached = Level::merged;
    std::size_t depth = 0;
    for (; reached == Level::merged; ++depth) {
        if (m_levels.size() <= depth)
            m_levels.emplace_back();
        const GroupGraph& graph = depth == 0 ? m_graph : m_levels[depth - 1];
        reached =
            withTies(graph.ties, [&](auto ties) { return level<decltype(ties)::value>(graph, m_levels[depth], pace); });
    }
    if (reached == Level::cancelled)
        return false;
    const GroupGraph& last = depth == 1 ? m_graph : m_levels[depth - 2];
    if (pace == Pace::thorough && !splitIntoPieces(last, m_of, m_polls)) // its vertices hang together
        return false;
    const std::optional<double> quality = modularityOf(last, m_of, m_polls);
    if (!quality)
        return false;
    m_quality = *quality;
    for (std::size_t v = 0; v < groups.size(); ++v)
        groups[v] = m_of[m_place[v]];
    return true;
}

bool LeidenSearch::start(Groups& groups)
{
    groups.resize(m_graph.size());
    std::iota(groups.begin(), groups.end(), 0U);
    return run(groups, Pace::quick);
}

LeidenSearch::Outcome LeidenSearch::iterate(Groups& groups)
{
    if (!run(groups, Pace::thorough))
        return Outcome::cancelled;
    return m_moved ? Outcome::improved : Outcome::unchanged;
}

} // namespace weavemap::sna
