// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ProposalEntries.h"

#include <algorithm>
#include <utility>

#include "core/actions/TakeProposal.h"
#include "core/weaving/PeopleIndex.h"
#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

using weaving::Proposal;
using weaving::ProposalKind;
using weaving::Who;

/// A single word says something by itself from this many bytes on, with the spaces around it.
constexpr std::size_t kLongWord = 14;

bool isSame(const Who& who, const PersonChoice& person)
{
    if (who.id)
        return person.state == PersonChoice::State::known && person.id == who.id;
    return person.isSomebody() && weaving::foldedName(who.name) == weaving::foldedName(toUtf8(person.name));
}

bool areBetween(const Proposal& proposal, const PersonChoice& a, const PersonChoice& b)
{
    if (proposal.people.size() < 2)
        return false;
    const Who &one = proposal.people[0], &other = proposal.people[1];
    return (isSame(one, a) && isSame(other, b)) || (isSame(one, b) && isSame(other, a));
}

/// The same thing in the same words, or one of them with more.
bool saysTheSame(const std::string& proposed, const QString& written)
{
    const auto padded = [](const std::string& text) { return ' ' + weaving::foldedName(text) + ' '; };
    const std::string a = padded(proposed), b = padded(toUtf8(written.trimmed()));
    const auto holds = [](const std::string& whole, const std::string& part) {
        const bool isTelling = part.size() >= kLongWord || std::count(part.begin(), part.end(), ' ') > 2;
        return isTelling && whole.find(part) != std::string::npos;
    };
    return a == b || holds(a, b) || holds(b, a);
}

/// Whose an item or a step of the page is.
template <class Row>
PersonChoice subjectOf(const Row& row, const CallInput& page)
{
    if (row.about.isSomebody())
        return row.about;
    for (const PersonChoice& person : page.participants)
        if (!row.stored.person || person.id == row.stored.person)
            return person;
    return row.stored.person ? PersonChoice::known(row.stored.person, {}) : PersonChoice{};
}

bool isOf(const Proposal& proposal, const PersonChoice& subject)
{
    return proposal.people.empty() || std::any_of(proposal.people.begin(), proposal.people.end(),
                                                  [&subject](const Who& who) { return isSame(who, subject); });
}

bool isItemOnPage(const Proposal& proposal, const ItemInput& item, const CallInput& page)
{
    if (item.isBlank() || item.stored.kind != actions::itemKindOf(proposal.kind))
        return false;
    const PersonChoice subject = subjectOf(item, page);
    if (proposal.kind == ProposalKind::introduction)
        return areBetween(proposal, subject, item.other);
    return isOf(proposal, subject) && saysTheSame(proposal.text, item.text);
}

} // namespace

ProposalEntry entryFor(const NoteProposal& proposal, const CallInput& call,
                       const std::function<QString(PersonId)>& nameOf)
{
    actions::CallDraft draft;
    draft.conversation = call.conversation;
    draft.conversation.text = toUtf8(proposal.words);
    draft.conversation.participants.clear();
    for (const PersonChoice& person : call.participants) {
        if (person.state == PersonChoice::State::known) {
            draft.conversation.participants.push_back(person.id);
        } else if (person.state == PersonChoice::State::added) {
            Person added;
            added.name = toUtf8(person.name);
            draft.newPeople.push_back(std::move(added));
            draft.conversation.participants.push_back(actions::newPersonRef(draft.newPeople.size() - 1));
        }
    }
    Proposal said = proposal.said;
    said.words = {0, draft.conversation.text.size()};
    actions::takeProposal(draft, said);

    const auto choiceOf = [&](PersonId id) {
        if (id.value < 0)
            return PersonChoice::added(toQString(draft.newPeople[static_cast<std::size_t>(-1 - id.value)].name));
        return id ? PersonChoice::known(id, nameOf(id)) : PersonChoice{};
    };
    // Who is meant anyway is not said.
    const auto aboutOf = [&](PersonId id) {
        const auto& participants = draft.conversation.participants;
        return !participants.empty() && participants.front() == id ? PersonChoice{} : choiceOf(id);
    };
    if (!draft.ties.empty()) {
        const actions::MentionedTie& mentioned = draft.ties.front();
        TieInput tie;
        tie.a = choiceOf(mentioned.a);
        tie.b = choiceOf(mentioned.b);
        tie.depth = mentioned.depth;
        tie.collaboration = mentioned.collaboration;
        tie.direction = mentioned.overlay;
        tie.topic = toQString(mentioned.topic);
        tie.heardFrom = choiceOf(mentioned.heardFrom);
        tie.ended = mentioned.isEnded;
        tie.begun = true;
        return tie;
    }
    if (!draft.items.empty()) {
        NoteItem& stored = draft.items.front();
        ItemInput item;
        item.text = toQString(stored.text);
        item.topic = toQString(stored.topic);
        item.other = choiceOf(stored.other);
        item.about = aboutOf(stored.person);
        item.stored.kind = stored.kind;
        item.stored.state = stored.state;
        for (const actions::ProjectPeople& project : draft.projects)
            for (const PersonId person : project.people)
                item.inIt.push_back(choiceOf(person));
        return item;
    }
    if (!draft.followUps.empty()) {
        const FollowUp& promise = draft.followUps.front();
        StepInput step;
        step.text = toQString(promise.text);
        step.due = promise.due;
        step.owner = choiceOf(promise.owner);
        step.about = aboutOf(promise.person);
        return step;
    }
    return std::monostate();
}

bool isOnPage(const Proposal& proposal, const CallInput& page)
{
    if (proposal.kind == ProposalKind::tie)
        return std::any_of(page.ties.begin(), page.ties.end(),
                           [&](const TieInput& tie) { return !tie.isBlank() && areBetween(proposal, tie.a, tie.b); });
    if (proposal.kind == ProposalKind::followUp)
        return std::any_of(page.steps.begin(), page.steps.end(), [&](const StepInput& step) {
            return !step.isBlank() && isOf(proposal, subjectOf(step, page)) && saysTheSame(proposal.text, step.text);
        });
    return std::any_of(page.items.begin(), page.items.end(),
                       [&](const ItemInput& item) { return isItemOnPage(proposal, item, page); });
}

bool namesNewcomer(const Proposal& proposal, const std::string& foldedName)
{
    const auto isThem = [&foldedName](const Who& who) {
        return !who.id && weaving::foldedName(who.name) == foldedName;
    };
    return std::any_of(proposal.people.begin(), proposal.people.end(), isThem) ||
           (proposal.heardFrom && isThem(*proposal.heardFrom));
}

} // namespace weavemap::ui
