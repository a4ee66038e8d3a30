// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Suggestions.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/weaving/NeedOfferMatch.h"
#include "core/weaving/SuggestionGround.h"
#include "core/weaving/SuggestionLenses.h"

namespace weavemap::weaving {

namespace {

using Place = SuggestionGround::Place;

/// The order in which lenses take turns: what somebody said before what the ties say.
constexpr std::array<Lens, kLenses> kTurns{Lens::memberAsked, Lens::needMeetsOffer, Lens::reachIsolate,
                                           Lens::closeTriangle, Lens::bridgeGroups};
/// At most every so many suggestions may be for somebody of the tenth with the most ties.
constexpr std::size_t kOneCentralIn = 5;

/// What a lens found, walked through from the best.
struct Row
{
    Lens lens;
    std::vector<Candidate> candidates;
    std::size_t next = 0;
};

class Chooser
{
public:
    Chooser(const SuggestionQuestion& question, const RunContext& run)
        : m_question(question), m_run(run), m_ground(question)
    {}

    Result<Suggestions> run()
    {
        std::vector<Row> rows = look();
        if (m_run.cancelled())
            return fail(ErrorCode::cancelled);
        m_isTaken.assign(m_ground.size(), 0);
        for (bool isGoing = true; isGoing && m_suggestions.list.size() < m_question.limit;) {
            isGoing = false;
            for (Row& row : rows)
                if (m_suggestions.list.size() < m_question.limit && takeNext(row))
                    isGoing = true;
        }
        measureSpread();
        return std::move(m_suggestions);
    }

private:
    std::vector<Row> look() const
    {
        const TopicsOfPeople topics(m_ground);
        std::vector<Row> rows;
        for (const Lens lens : kTurns) {
            if (!m_question.lenses.empty() &&
                std::find(m_question.lenses.begin(), m_question.lenses.end(), lens) == m_question.lenses.end())
                continue;
            switch (lens) {
            case Lens::memberAsked:
                rows.push_back({lens, askedFor(m_ground)});
                break;
            case Lens::needMeetsOffer:
                rows.push_back({lens, needsMet(m_ground)});
                break;
            case Lens::reachIsolate:
                rows.push_back({lens, isolatesReached(m_ground, topics, m_run)});
                break;
            case Lens::closeTriangle:
                rows.push_back({lens, trianglesClosed(m_ground, topics, m_run)});
                break;
            case Lens::bridgeGroups:
                rows.push_back({lens, groupsBridged(m_ground, topics, m_run)});
                break;
            }
        }
        return rows;
    }

    bool takeNext(Row& row)
    {
        while (row.next < row.candidates.size()) {
            const Candidate& candidate = row.candidates[row.next++];
            if (m_isTaken[candidate.a] || m_isTaken[candidate.b])
                continue;
            const bool isCentral = m_ground.isCentral(candidate.a) || m_ground.isCentral(candidate.b);
            // Whoever asked is served, however many people they know.
            if (isCentral && row.lens != Lens::memberAsked && m_central * kOneCentralIn > m_suggestions.list.size())
                continue;
            m_central += isCentral ? 1 : 0;
            m_isTaken[candidate.a] = m_isTaken[candidate.b] = 1;
            m_suggestions.list.push_back(written(row.lens, candidate));
            return true;
        }
        return false;
    }

    Suggestion written(Lens lens, const Candidate& candidate)
    {
        const Place a = candidate.a, b = candidate.b;
        Suggestion suggestion;
        suggestion.a = m_ground.person(a).id;
        suggestion.b = m_ground.person(b).id;
        suggestion.lens = lens;
        suggestion.score = candidate.score;
        suggestion.sameRole = m_ground.isSameRole(a, b);
        suggestion.sameRegion = m_ground.isSameRegion(a, b);
        citeMatters(suggestion, candidate);
        citeHosts(suggestion, a, b);
        if (lens == Lens::reachIsolate && !suggestion.conversation)
            if (const LastTalk* talk = lastTalk(suggestion.a))
                suggestion.conversation = talk->conversation;
        if (lens == Lens::bridgeGroups) {
            suggestion.groupSizeA = groupSize(m_ground.group(a));
            suggestion.groupSizeB = groupSize(m_ground.group(b));
            suggestion.groupTies = candidate.groupTies;
        }
        return suggestion;
    }

    void citeMatters(Suggestion& suggestion, const Candidate& candidate) const
    {
        if (candidate.first == kNoMatter)
            return;
        const Matter& first = m_question.matters[candidate.first];
        suggestion.level = first.level;
        suggestion.source = first.item.conversation;
        if (suggestion.lens == Lens::memberAsked || suggestion.lens == Lens::needMeetsOffer) {
            suggestion.need = first.item.id;
            suggestion.conversation = first.item.conversation;
            suggestion.topic = first.item.topic;
        }
        if (candidate.second == kNoMatter)
            return;
        const Matter& second = m_question.matters[candidate.second];
        if (second.level > first.level) {
            suggestion.level = second.level;
            suggestion.source = second.item.conversation;
        }
        if (suggestion.lens == Lens::needMeetsOffer) {
            suggestion.offer = second.item.id;
            suggestion.offerConversation = second.item.conversation;
            suggestion.words = sharedWords(first.item, second.item);
            if (suggestion.topic.empty())
                suggestion.topic = second.item.topic;
        } else {
            suggestion.topic = first.item.topic;
            suggestion.shared = {first.item.id, second.item.id};
        }
    }

    void citeHosts(Suggestion& suggestion, Place a, Place b)
    {
        const std::vector<Place> hosts = m_ground.hostsOf(a, b);
        for (const Place host : hosts)
            suggestion.hosts.push_back(m_ground.person(host).id);
        suggestion.sharedContacts = m_ground.sharedContacts(a, b);
        if (!hosts.empty()) {
            for (const Place end : {a, b})
                for (const Contact& contact : m_ground.closeContacts(end))
                    if (contact.other == hosts.front()) {
                        suggestion.ties.push_back(contact.tie);
                        break;
                    }
        } else if (const LastTalk* talk = lastTalk(suggestion.a); talk != nullptr && talk->staff) {
            const Place staff = m_ground.placeOf(talk->staff);
            if (staff != SuggestionGround::kNowhere && staff != b)
                suggestion.hosts.push_back(talk->staff);
        }
    }

    const LastTalk* lastTalk(PersonId person)
    {
        if (m_talks.empty())
            for (const LastTalk& talk : m_question.lastTalks)
                m_talks.emplace(talk.person, &talk);
        const auto found = m_talks.find(person);
        return found == m_talks.end() ? nullptr : found->second;
    }

    std::size_t groupSize(std::uint32_t group)
    {
        if (m_groupSizes.empty())
            for (Place place = 0; place < m_ground.size(); ++place)
                if (m_ground.isMember(place))
                    ++m_groupSizes[m_ground.group(place)];
        return m_groupSizes[group];
    }

    void measureSpread()
    {
        SuggestionSpread& spread = m_suggestions.spread;
        std::set<std::uint32_t> regions, reached;
        for (Place place = 0; place < m_ground.size(); ++place) {
            if (!m_ground.isMember(place))
                continue;
            const std::uint32_t region = m_ground.region(place);
            if (region != 0)
                regions.insert(region);
            if (!m_isTaken[place])
                continue;
            ++spread.people;
            ++spread.byQuarter[m_ground.quarter(place)];
            spread.peopleWithNoTie += m_ground.tieCount(place) == 0 ? 1 : 0;
            if (region != 0)
                reached.insert(region);
        }
        spread.regions = reached.size();
        spread.regionsInAll = regions.size();
    }

    const SuggestionQuestion& m_question;
    const RunContext& m_run;
    SuggestionGround m_ground;
    Suggestions m_suggestions;
    std::vector<char> m_isTaken;
    std::size_t m_central = 0;
    std::unordered_map<PersonId, const LastTalk*> m_talks;
    std::unordered_map<std::uint32_t, std::size_t> m_groupSizes;
};

} // namespace

Result<Suggestions> suggest(const SuggestionQuestion& question, const RunContext& run)
{
    return Chooser(question, run).run();
}

IntroductionReason reasonOf(Lens lens)
{
    switch (lens) {
    case Lens::memberAsked:
        return IntroductionReason::memberAsked;
    case Lens::needMeetsOffer:
        return IntroductionReason::needMeetsOffer;
    case Lens::reachIsolate:
        return IntroductionReason::reachesIsolate;
    case Lens::closeTriangle:
        return IntroductionReason::closesTriangle;
    case Lens::bridgeGroups:
        return IntroductionReason::bridgesGroups;
    }
    return IntroductionReason::other;
}

} // namespace weavemap::weaving
