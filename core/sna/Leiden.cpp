// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sna/Leiden.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace weavemap::sna {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kReportEvery = 16'384; ///< arcs; well below a millisecond
constexpr double kRounding = 1e-10;            ///< of a mean weight
constexpr double kWarmth = 0.01;               ///< of a mean weight; theta in the paper

/// About e^x for x <= 0, in arithmetic that gives the same bits on every machine: (1 + x/1024)^1024, and 0 where that
/// is below 1e-9.
double likelihood(double x)
{
    if (x < -20.0)
        return 0.0;
    double power = 1.0 + x / 1024.0;
    for (int i = 0; i < 10; ++i)
        power *= power;
    return power;
}

} // namespace

bool SearchMeter::goOn(std::uint64_t arcs)
{
    const std::uint64_t seen = m_seen.fetch_add(arcs, std::memory_order_relaxed) + arcs;
    if (std::this_thread::get_id() == m_teller) {
        const double ofRound = std::min(1.0, static_cast<double>(seen) / m_expected);
        const double share = m_from + (1.0 - m_from) * kOfTheRest * ofRound;
        if (share - m_told >= 0.01) {
            m_told = share;
            m_context.progress(share);
        }
    }
    return !m_context.cancelled();
}

void SearchMeter::nextRound()
{
    m_from += (1.0 - m_from) * kOfTheRest;
    m_seen = 0;
}

LeidenSearch::LeidenSearch(const GroupGraph& graph, std::uint64_t seed, SearchMeter& meter)
    : m_graph(graph), m_meter(meter), m_random(seed), m_sums(graph.size())
{
    const double total = std::accumulate(graph.strength.begin(), graph.strength.end(), 0.0);
    const double mean = graph.targets.empty() ? 0.0 : total / static_cast<double>(graph.targets.size());
    m_perTotal = total > 0.0 ? 1.0 / total : 0.0;
    m_tolerance = kRounding * mean;
    m_warmth = kWarmth * mean;
}

bool LeidenSearch::seen(std::size_t arcs)
{
    m_unreported += arcs + 1;
    return m_unreported < kReportEvery || m_meter.goOn(std::exchange(m_unreported, 0));
}

void LeidenSearch::shuffleOrder(std::uint32_t n)
{
    m_order.resize(n);
    std::iota(m_order.begin(), m_order.end(), 0U);
    for (std::uint32_t i = n; i > 1; --i)
        std::swap(m_order[i - 1], m_order[m_random.below(i)]);
}

/// Whether all ties of v are to its own group, and are as many there as chance would give it: then no move can gain.
template <bool weighted>
bool LeidenSearch::isSettled(const GroupGraph& graph, std::uint32_t v) const
{
    const std::uint32_t own = m_of[v];
    double inside = 0.0;
    for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
        if (m_of[graph.targets[i]] != own)
            return false;
        if constexpr (weighted)
            inside += graph.weights[i];
        else
            inside += 1.0;
    }
    return inside >= graph.strength[v] * m_perTotal * (m_groupStrength[own] - graph.strength[v]);
}

/// Moves vertices to the group where modularity gains most, or to one of their own, until none gains. After a move the
/// neighbours outside the new group are looked at again; in a quick run people (the first level) are not.
template <bool weighted>
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
    m_waiting.assign(n, 0);
    std::uint32_t head = 0, left = 0;
    for (const std::uint32_t v : m_order) {
        if (isSettled<weighted>(graph, v))
            continue;
        m_waiting[v] = 1;
        m_order[left++] = v;
    }
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
        if (!seen(row.size()))
            return false;
        m_sums.add<weighted>(graph, v, [of](std::uint32_t w) { return of[w]; });
        const std::uint32_t own = of[v];
        const double strength = graph.strength[v], share = strength * m_perTotal;
        double most = m_sums[own] - share * (groupStrength[own] - strength) + m_tolerance;
        std::uint32_t best = own;
        m_sums.drain([&](std::uint32_t group, double weight) {
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
/// as likely as e^(gain / warmth). kNone where there is none.
std::uint32_t LeidenSearch::chooseMerge(const GroupGraph& graph, std::uint32_t v)
{
    const std::uint32_t own = m_of[v];
    const double share = graph.strength[v] * m_perTotal, whole = m_groupStrength[own];
    double most = 0.0;
    m_choices.clear();
    for (const std::uint32_t part : m_sums.met()) {
        const double gain = m_sums[part] - share * m_partStrength[part];
        if (m_of[part] != own || gain < 0.0 || !isWellConnected(part, whole))
            continue; // a part bears the number of one of its vertices
        m_choices.push_back({part, gain});
        most = std::max(most, gain);
    }
    if (m_choices.size() < 2)
        return m_choices.empty() ? kNone : m_choices.front().part;
    double sum = 0.0;
    for (Choice& choice : m_choices)
        sum += choice.gain = likelihood((choice.gain - most) / m_warmth);
    double mark = m_random.unit() * sum;
    for (const Choice& choice : m_choices) {
        if (mark < choice.gain)
            return choice.part;
        mark -= choice.gain;
    }
    return m_choices.back().part;
}

/// Every vertex a part of its own.
template <bool weighted>
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
        double inside = 0.0;
        for (std::uint32_t i = graph.offsets[v]; i < graph.offsets[v + 1]; ++i) {
            const double together = m_of[graph.targets[i]] == m_of[v] ? 1.0 : 0.0;
            if constexpr (weighted)
                inside += together * graph.weights[i];
            else
                inside += together;
        }
        m_cut[v] = inside;
        if (!seen(graph.row(v).size()))
            return false;
    }
    return true;
}

/// Cuts the groups into parts (m_part) that hang together well: vertices that are by themselves yet, and well connected
/// to the rest of their group, join a well-connected part of it. m_cut is the weight of a part's ties to the rest.
template <bool weighted>
bool LeidenSearch::refine(const GroupGraph& graph)
{
    if (!startRefining<weighted>(graph))
        return false;
    shuffleOrder(graph.size());
    for (const std::uint32_t v : m_order) {
        if (m_part[v] != v || m_size[v] != 1 || m_cut[v] == 0.0 || !isWellConnected(v, m_groupStrength[m_of[v]]))
            continue;
        if (!seen(graph.row(v).size()))
            return false;
        m_sums.add<weighted>(graph, v, [part = m_part.data()](std::uint32_t w) { return part[w]; });
        const std::uint32_t part = chooseMerge(graph, v);
        if (part != kNone) {
            m_part[v] = part;
            m_partStrength[part] += graph.strength[v];
            m_cut[part] += m_cut[v] - 2.0 * m_sums[part];
            ++m_size[part];
        }
        m_sums.drain([](std::uint32_t, double) {});
    }
    return true;
}

template <bool weighted>
LeidenSearch::Level LeidenSearch::level(const GroupGraph& graph, GroupGraph& merged, Pace pace)
{
    if (!moveVertices<weighted>(graph, pace))
        return Level::cancelled;
    if (renumber(m_of) == graph.size())
        return Level::last;
    if (pace == Pace::quick)
        m_part = m_of;
    else if (!refine<weighted>(graph))
        return Level::cancelled;
    const std::uint32_t parts = renumber(m_part);
    if (parts == graph.size() || !seen(graph.targets.size()))
        return parts == graph.size() ? Level::last : Level::cancelled;
    condense(graph, m_part, parts, m_sums, merged);
    m_parent.resize(parts);
    for (std::uint32_t v = 0; v < graph.size(); ++v)
        m_parent[m_part[v]] = m_of[v];
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
    for (std::size_t depth = 0; reached == Level::merged; ++depth) {
        if (m_levels.size() <= depth)
            m_levels.emplace_back();
        const GroupGraph& graph = depth == 0 ? m_graph : m_levels[depth - 1];
        reached = graph.weights.empty() ? level<false>(graph, m_levels[depth], pace)
                                        : level<true>(graph, m_levels[depth], pace);
    }
    if (reached == Level::cancelled)
        return false;
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
