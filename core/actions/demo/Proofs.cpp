// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/actions/demo/Story.h"

namespace weavemap::actions::demo {

namespace {

constexpr std::string_view kSurvey = "member survey.csv";

/// Lets each tie come up in calls, and dates it by them.
class Prover
{
public:
    explicit Prover(Story& story) : m_story(story), m_random(story.random(5)), m_survey(story.on.addMonths(-23)) {}

    void prove()
    {
        for (auto& bond : m_story.bonds)
            prove(bond);
    }

private:
    const Person& person(std::uint32_t who) const { return m_story.people[who].person; }
    Date since(const Bond& bond) const
    {
        const Date begin = m_story.on.addMonths(-36);
        return std::max(person(bond.a).joined.value_or(begin), person(bond.b).joined.value_or(begin));
    }
    Date until(const Bond& bond) const
    {
        return std::min(person(bond.a).left.value_or(m_story.lastCallDay()),
                        person(bond.b).left.value_or(m_story.lastCallDay()));
    }

    /// Calls in which the tie could have come up, by date.
    std::vector<std::uint32_t> candidates(const Bond& bond, Date from, Date to) const
    {
        std::vector<std::uint32_t> calls;
        for (const auto who : {bond.a, bond.b})
            for (const auto call : m_story.people[who].calls)
                if (m_story.calls[call].date >= from && m_story.calls[call].date <= to)
                    calls.push_back(call);
        std::sort(calls.begin(), calls.end());
        calls.erase(std::unique(calls.begin(), calls.end()), calls.end());
        return calls;
    }

    /// Of a few of the candidates in [from, to) the one that has the least in it already.
    std::uint32_t quietOne(const std::vector<std::uint32_t>& calls, std::size_t from, std::size_t to)
    {
        auto best = calls[from + static_cast<std::size_t>(m_random.below(to - from))];
        for (int tries = 0; tries < 3; ++tries) {
            const auto other = calls[from + static_cast<std::size_t>(m_random.below(to - from))];
            if (m_story.calls[other].mentions.size() < m_story.calls[best].mentions.size())
                best = other;
        }
        return best;
    }

    void prove(Bond& bond)
    {
        const bool fades = bond.weight == Bond::Weight::ordinary && m_random.chance(0.07);
        const Date from = since(bond);
        Date to = until(bond);
        if (fades)
            to = std::min(to, m_story.on.addMonths(-19));
        const auto calls = candidates(bond, from, to);
        std::vector<std::uint32_t> chosen;
        if (!calls.empty()) {
            const int most = bond.depth == TieDepth::rely ? 4 : bond.depth == TieDepth::exchange ? 3 : 1;
            // Mostly it came up early and was confirmed not long ago.
            const auto half = calls.size() / 2;
            chosen.push_back(quietOne(calls, calls.size() > 2 ? half : 0, calls.size()));
            for (int more = most > 1 ? m_random.between(1, most - 1) : 0; more > 0; --more)
                chosen.push_back(quietOne(calls, 0, half + 1));
            std::sort(chosen.begin(), chosen.end());
            chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        }
        // Some were known from the survey of two years ago.
        if (!chosen.empty() && from <= m_survey && m_survey < m_story.calls[chosen.front()].date &&
            m_random.chance(0.3))
            bond.proofs.push_back({EvidenceKind::imported, -1, -1, kSurvey, m_survey});
        cite(bond, chosen);
        if (chosen.empty())
            withoutCalls(bond, from, to);
        describe(bond);
    }

    void cite(Bond& bond, const std::vector<std::uint32_t>& chosen)
    {
        std::int64_t firstToSay = -1;
        for (const auto at : chosen) {
            Call& call = m_story.calls[at];
            const bool hasA = std::find(call.with.begin(), call.with.end(), bond.a) != call.with.end();
            const bool hasB = std::find(call.with.begin(), call.with.end(), bond.b) != call.with.end();
            Proof proof;
            proof.call = at;
            proof.on = call.date;
            if (hasA && hasB) {
                proof.kind = EvidenceKind::seenTogether;
            } else {
                const auto who = hasA ? bond.a : bond.b;
                proof.heardFrom = who;
                proof.kind = firstToSay >= 0 && firstToSay != who ? EvidenceKind::bothSaid : EvidenceKind::oneSaid;
                if (firstToSay < 0)
                    firstToSay = who;
                if (call.with.size() == 1)
                    call.mentions.push_back({hasA ? bond.b : bond.a, bond.depth});
            }
            bond.proofs.push_back(proof);
        }
    }

    /// Where no call of either could tell: the survey, or what staff believe.
    void withoutCalls(Bond& bond, Date from, Date to)
    {
        Proof proof;
        if (from <= m_survey && m_survey <= to) {
            proof.kind = EvidenceKind::imported;
            proof.source = kSurvey;
            proof.on = m_survey;
        } else {
            proof.kind = EvidenceKind::staffGuess;
            proof.on = to > from ? from.addDays(m_random.between(0, daysBetween(from, to))) : from;
        }
        bond.proofs.push_back(proof);
    }

    void describe(Bond& bond)
    {
        constexpr TieOrigin kOrigins[] = {TieOrigin::before,       TieOrigin::before,    TieOrigin::before,
                                          TieOrigin::introduction, TieOrigin::convening, TieOrigin::convening,
                                          TieOrigin::project,      TieOrigin::unknown};
        Tie& tie = bond.record;
        tie.firstSeen = bond.proofs.front().on;
        tie.lastConfirmed = bond.proofs.back().on;
        tie.origin = oneOf(m_random, kOrigins);
        const double work = m_random.unit();
        switch (bond.depth) {
        case TieDepth::rely:
            tie.contact = m_random.chance(0.6) ? TieContact::weekly : TieContact::monthly;
            tie.collaboration = work < 0.6    ? Collaboration::now
                                : work < 0.85 ? Collaboration::past
                                              : Collaboration::never;
            break;
        case TieDepth::exchange:
            tie.contact = m_random.chance(0.5) ? TieContact::monthly : TieContact::eachTerm;
            tie.collaboration = work < 0.14   ? Collaboration::now
                                : work < 0.34 ? Collaboration::past
                                              : Collaboration::never;
            break;
        case TieDepth::talked:
            tie.contact = m_random.chance(0.6) ? TieContact::yearly : TieContact::eachTerm;
            break;
        case TieDepth::unknown:
        case TieDepth::aware:
            break;
        }
        // A few ties have come to an end.
        const int rest = daysBetween(*tie.lastConfirmed, m_story.on);
        if (bond.weight == Bond::Weight::ordinary && rest > 90 && m_random.chance(0.05))
            tie.ended = tie.lastConfirmed->addDays(m_random.between(30, rest - 10));
    }

    Story& m_story;
    Random m_random;
    Date m_survey;
};

} // namespace

void addProofs(Story& story) { Prover(story).prove(); }

} // namespace weavemap::actions::demo
