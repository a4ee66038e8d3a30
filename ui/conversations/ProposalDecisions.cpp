// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ProposalDecisions.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <QSet>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

/// Decisions on words that are gone are kept up to here.
constexpr std::size_t kMostKept = 1000;
constexpr double kLeastAlike = 0.34;

QStringList keysOf(const std::vector<weaving::Who>& people)
{
    QStringList keys;
    for (const weaving::Who& who : people)
        keys << (who.id ? QString::number(who.id.value) : toQString(who.name).toCaseFolded());
    return keys;
}

/// 1 for the same words, 0 for none in common; a beginning of the other is nearly the same.
double likeness(const QString& one, const QString& other)
{
    if (one == other)
        return 1;
    if (one.isEmpty() || other.isEmpty())
        return 0;
    if (one.startsWith(other) || other.startsWith(one))
        return 0.9;
    const auto wordsOf = [](const QString& text) {
        const QStringList words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return QSet<QString>(words.begin(), words.end());
    };
    const QSet<QString> a = wordsOf(one), b = wordsOf(other);
    QSet<QString> both = a;
    both.intersect(b);
    const auto all = a.size() + b.size() - both.size();
    return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

bool isBetweenPeople(weaving::ProposalKind kind)
{
    return kind == weaving::ProposalKind::tie || kind == weaving::ProposalKind::introduction;
}

KeptDecision known(const NoteProposal& proposal, Decision decision)
{
    return {proposal.said.kind, keysOf(proposal.said.people), toQString(proposal.said.text), proposal.words, decision};
}

/// How surely a decision is about a proposal; 0: it is not.
double match(const KeptDecision& kept, const KeptDecision& now)
{
    if (kept.kind != now.kind)
        return 0;
    // The name of somebody new grows while it is typed.
    if (kept.kind == weaving::ProposalKind::person) {
        const double alike = likeness(kept.people.join(QLatin1Char(' ')), now.people.join(QLatin1Char(' ')));
        return alike >= kLeastAlike ? alike : 0;
    }
    const auto people = [](QStringList keys) {
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    if (people(kept.people) != people(now.people))
        return 0;
    const double words = likeness(kept.words, now.words);
    if (isBetweenPeople(kept.kind))
        return 1 + words; // there is one for two people
    const double text = likeness(kept.text, now.text);
    return text >= kLeastAlike ? text + words / 2 : 0;
}

} // namespace

std::vector<std::optional<Decision>> ProposalDecisions::follow(const std::vector<NoteProposal>& proposals)
{
    std::vector<std::optional<Decision>> decided(proposals.size());
    if (m_kept.empty())
        return decided;
    std::vector<KeptDecision> now;
    for (const NoteProposal& proposal : proposals)
        now.push_back(known(proposal, Decision::left));
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t k = 0; k < m_kept.size(); ++k)
        for (std::size_t i = 0; i < now.size(); ++i)
            if (const double sure = match(m_kept[k], now[i]); sure > 0)
                pairs.emplace_back(-sure, k, i);
    std::sort(pairs.begin(), pairs.end());
    std::vector<bool> isGiven(m_kept.size(), false);
    for (const auto& [sure, k, i] : pairs) {
        if (isGiven[k] || decided[i])
            continue;
        isGiven[k] = true;
        decided[i] = now[i].decision = m_kept[k].decision;
        m_kept[k] = now[i];
    }
    return decided;
}

void ProposalDecisions::decide(const NoteProposal& proposal, Decision decision)
{
    const KeptDecision now = known(proposal, decision);
    std::size_t best = m_kept.size();
    double surest = 0;
    for (std::size_t k = 0; k < m_kept.size(); ++k)
        if (const double sure = match(m_kept[k], now); sure > surest) {
            surest = sure;
            best = k;
        }
    // Another one that is merely alike keeps its own decision.
    const bool isIt = best < m_kept.size() && m_kept[best].words == now.words && m_kept[best].text == now.text;
    if (isIt)
        m_kept[best] = now;
    else
        m_kept.push_back(now);
    if (m_kept.size() > kMostKept)
        m_kept.erase(m_kept.begin());
}

} // namespace weavemap::ui
