// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/TakeProposal.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/base/Text.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

namespace weavemap::actions {

namespace {

using weaving::Proposal;
using weaving::ProposalKind;
using weaving::Who;

/// What a clause that speaks of something learned holds.
constexpr std::string_view kLearning[] = {"learn", "taught", "picked up"};

/// Words that a day behind them belongs to: "the meeting of 3 March".
constexpr std::string_view kHoldsDay[] = {"after",   "and",   "around", "at",   "since", "from",  "of",
                                          "or",      "the",   "than",   "this", "to",    "every", "about",
                                          "between", "until", "till",   "for",  "before"};

std::string_view firstWord(std::string_view text) { return text.substr(0, text.find(' ')); }

std::string_view lastWord(std::string_view text)
{
    const std::size_t gap = text.find_last_of(' ');
    return gap == std::string_view::npos ? text : text.substr(gap + 1);
}

bool holdsDay(std::string_view word)
{
    return std::find(std::begin(kHoldsDay), std::end(kHoldsDay), weaving::foldedName(word)) != std::end(kHoldsDay);
}

class Taker
{
public:
    Taker(CallDraft& draft, const Proposal& proposal) : m_draft(draft), m_proposal(proposal)
    {
        for (const Who& who : proposal.people)
            m_people.push_back(idOf(who));
    }

    void take()
    {
        switch (m_proposal.kind) {
        case ProposalKind::tie:
            takeTie();
            break;
        case ProposalKind::need:
        case ProposalKind::offer:
        case ProposalKind::introduction:
        case ProposalKind::project:
        case ProposalKind::barrier:
            takeItem(*itemKindOf(m_proposal.kind));
            break;
        case ProposalKind::followUp:
            takeFollowUp();
            break;
        case ProposalKind::person: // is added by being named
        case ProposalKind::topic:
            break;
        }
    }

private:
    PersonId idOf(const Who& who)
    {
        if (who.id.isValid())
            return who.id;
        const std::string folded = weaving::foldedName(who.name);
        auto& people = m_draft.newPeople;
        const auto known = std::find_if(people.begin(), people.end(), [&folded](const Person& person) {
            return weaving::foldedName(person.name) == folded;
        });
        const auto at = static_cast<std::size_t>(known - people.begin());
        if (known == people.end()) {
            Person person;
            person.name = who.name;
            person.joined = m_draft.conversation.when.localDate();
            people.push_back(std::move(person));
        }
        return newPersonRef(at);
    }

    PersonId about() const
    {
        const auto& participants = m_draft.conversation.participants;
        return participants.empty() ? PersonId{} : participants.front();
    }

    /// The first of the people named, else whom the call is about.
    PersonId subject() const { return m_people.empty() ? about() : m_people.front(); }

    void takeTie()
    {
        if (m_people.size() < 2)
            return;
        MentionedTie tie;
        tie.a = m_people[0];
        tie.b = m_people[1];
        tie.depth = m_proposal.depth;
        tie.collaboration = m_proposal.collaboration.value_or(Collaboration::never);
        tie.isEnded = m_proposal.isEnded;
        if (m_proposal.heardFrom)
            tie.heardFrom = idOf(*m_proposal.heardFrom);
        tie.overlay = directionOf(m_proposal, clause());
        if (tie.overlay)
            tie.topic = m_proposal.topic;
        m_draft.ties.push_back(std::move(tie));
    }

    std::string_view clause() const
    {
        const std::string_view text = m_draft.conversation.text;
        const auto [begin, end] = m_proposal.words;
        return begin < end && end <= text.size() ? text.substr(begin, end - begin) : std::string_view();
    }

    void takeItem(NoteItemKind kind)
    {
        NoteItem item;
        item.kind = kind;
        item.state = kind == NoteItemKind::offer          ? NoteItemState::standing
                     : kind == NoteItemKind::introduction ? NoteItemState::asked
                                                          : NoteItemState::open;
        item.text = m_proposal.text;
        item.topic = m_proposal.topic;
        item.person = subject();
        if ((kind == NoteItemKind::introduction || kind == NoteItemKind::project) && m_people.size() > 1) {
            item.other = m_people[1];
            // Whoever took part stands first.
            if (item.other == about())
                std::swap(item.other, item.person);
        }
        if (kind == NoteItemKind::project && m_people.size() > 2)
            m_draft.projects.push_back({item.text, {m_people.begin() + 2, m_people.end()}});
        m_draft.items.push_back(std::move(item));
    }

    void takeFollowUp()
    {
        FollowUp promise;
        promise.text = promiseText(m_proposal);
        promise.due = m_proposal.due;
        promise.person = subject();
        promise.owner = m_proposal.by == weaving::Promiser::us ? m_draft.conversation.staff : subject();
        m_draft.followUps.push_back(std::move(promise));
    }

    CallDraft& m_draft;
    const Proposal& m_proposal;
    std::vector<PersonId> m_people;
};

} // namespace

Result<std::vector<std::string>> projectNames(const store::AudienceRecords& readable)
{
    WEAVEMAP_ASSIGN(const std::vector<Project> projects, readable.projects());
    std::vector<std::string> names;
    for (const Project& project : projects)
        names.push_back(project.name);
    return names;
}

std::optional<NoteItemKind> itemKindOf(ProposalKind kind)
{
    switch (kind) {
    case ProposalKind::need:
        return NoteItemKind::need;
    case ProposalKind::offer:
        return NoteItemKind::offer;
    case ProposalKind::introduction:
        return NoteItemKind::introduction;
    case ProposalKind::project:
        return NoteItemKind::project;
    case ProposalKind::barrier:
        return NoteItemKind::barrier;
    default:
        return std::nullopt;
    }
}

std::string promiseText(const Proposal& promise)
{
    const std::string& text = promise.text;
    if (!promise.due || text.empty())
        return text;
    const weaving::PeopleIndex nobody;
    const weaving::NoteReading reading = weaving::readNote({text, *promise.due}, {nobody, {}, {}});
    std::optional<weaving::TextSpan> day;
    for (const weaving::Mention& mention : reading.mentions) {
        if (mention.kind != weaving::MentionKind::date)
            continue;
        if (day)
            return text; // which of them is meant is not for here
        day = mention.words;
    }
    if (!day)
        return text;
    const std::string_view whole = text;
    const std::string_view before = trimmed(whole.substr(0, day->begin)), after = trimmed(whole.substr(day->end));
    const std::string_view words = trimmed(whole.substr(day->begin, day->end - day->begin));
    const bool isEnd = after.find_first_not_of(".!,; ") == std::string_view::npos;
    if (before.empty() || (!isEnd && firstWord(words) != "by") || holdsDay(firstWord(words)) ||
        holdsDay(lastWord(before)))
        return text;
    const std::string_view kept = before.substr(0, before.find_last_not_of(",; ") + 1);
    return isEnd ? std::string(kept) : std::string(before).append(" ").append(after);
}

bool hasRecord(const weaving::Proposal& proposal) { return proposal.kind != weaving::ProposalKind::topic; }

std::optional<OverlayKind> directionOf(const weaving::Proposal& proposal, std::string_view words)
{
    if (proposal.kind != ProposalKind::tie || proposal.way != weaving::TieWay::aToB)
        return std::nullopt;
    const std::string folded = weaving::foldedName(words);
    const bool isLearning = std::any_of(std::begin(kLearning), std::end(kLearning), [&folded](std::string_view word) {
        return folded.find(word) != std::string::npos;
    });
    return isLearning ? OverlayKind::learnedFrom : OverlayKind::advice;
}

void takeProposal(CallDraft& draft, const weaving::Proposal& proposal)
{
    if (hasRecord(proposal))
        Taker(draft, proposal).take();
}

} // namespace weavemap::actions
