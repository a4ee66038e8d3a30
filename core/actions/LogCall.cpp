// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/LogCall.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/actions/ConfirmTie.h"
#include "core/actions/EditNetwork.h"

namespace weavemap::actions {

namespace {

/// Turns references to new people into their ids.
class Resolver
{
public:
    explicit Resolver(const std::vector<PersonId>& people) : m_people(people) {}

    Result<> resolve(PersonId& reference) const
    {
        if (reference.value >= 0)
            return {};
        const auto index = static_cast<std::size_t>(-1 - reference.value);
        if (index >= m_people.size())
            return fail(ErrorCode::notFound, {"person", ""});
        reference = m_people[index];
        return {};
    }

private:
    const std::vector<PersonId>& m_people;
};

/// Who said so: the end that took part, else the first who did.
PersonId teller(const MentionedTie& tie, const std::vector<PersonId>& participants)
{
    for (const PersonId person : participants)
        if (person == tie.a || person == tie.b)
            return person;
    return participants.empty() ? PersonId{} : participants.front();
}

Result<StoredTie> storeTie(store::Records& records, MentionedTie tie, const Conversation& conversation,
                           const Resolver& resolver)
{
    WEAVEMAP_TRY(resolver.resolve(tie.a));
    WEAVEMAP_TRY(resolver.resolve(tie.b));
    WEAVEMAP_TRY(resolver.resolve(tie.heardFrom));
    TieClaim claim;
    claim.a = tie.a;
    claim.b = tie.b;
    claim.depth = tie.depth;
    claim.contact = tie.contact;
    claim.collaboration = tie.collaboration;
    claim.origin = tie.origin;
    claim.evidence = tie.evidence;
    claim.heardFrom = tie.heardFrom ? tie.heardFrom : teller(tie, conversation.participants);
    claim.conversation = conversation.id;
    claim.on = conversation.when.localDate();
    WEAVEMAP_ASSIGN(const StoredTie stored, confirmTie(records, claim));
    if (tie.overlay) {
        Overlay overlay;
        overlay.tie = stored.id;
        overlay.from = tie.a;
        overlay.to = tie.b;
        overlay.kind = *tie.overlay;
        overlay.topic = tie.topic;
        WEAVEMAP_TRY(setOverlay(records, overlay));
    }
    return stored;
}

} // namespace

Result<StoredCall> logCall(store::Records& records, const CallDraft& draft)
{
    StoredCall stored;
    for (const Person& person : draft.newPeople) {
        WEAVEMAP_ASSIGN(const PersonId id, addPerson(records, person));
        stored.newPeople.push_back(id);
    }
    const Resolver resolver(stored.newPeople);

    Conversation conversation = draft.conversation;
    WEAVEMAP_TRY(resolver.resolve(conversation.staff));
    std::vector<PersonId> participants;
    for (PersonId person : conversation.participants) {
        WEAVEMAP_TRY(resolver.resolve(person));
        if (std::find(participants.begin(), participants.end(), person) == participants.end())
            participants.push_back(person);
    }
    conversation.participants = std::move(participants);
    for (const PersonId person : conversation.participants) {
        WEAVEMAP_ASSIGN(const auto known, records.people.find(person));
        if (!known)
            return fail(ErrorCode::notFound, {"person", person.toString()});
    }
    WEAVEMAP_ASSIGN(conversation.id, records.conversations.insert(conversation));
    stored.conversation = conversation.id;

    for (const MentionedTie& tie : draft.ties) {
        WEAVEMAP_ASSIGN(const StoredTie row, storeTie(records, tie, conversation, resolver));
        stored.ties.push_back(row);
    }
    for (NoteItem item : draft.items) {
        item.conversation = conversation.id;
        WEAVEMAP_TRY(resolver.resolve(item.person));
        WEAVEMAP_TRY(resolver.resolve(item.other));
        WEAVEMAP_ASSIGN(const NoteItemId id, records.conversations.insert(std::move(item)));
        stored.items.push_back(id);
    }
    for (FollowUp followUp : draft.followUps) {
        followUp.conversation = conversation.id;
        WEAVEMAP_TRY(resolver.resolve(followUp.person));
        WEAVEMAP_TRY(resolver.resolve(followUp.owner));
        WEAVEMAP_ASSIGN(const FollowUpId id, records.conversations.insert(std::move(followUp)));
        stored.followUps.push_back(id);
    }
    return stored;
}

} // namespace weavemap::actions
