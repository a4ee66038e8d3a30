// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationRecord.h"

#include <algorithm>

#include "core/store/Audience.h"

namespace weavemap::ui {

namespace {

Result<std::string> nameOf(store::Records& records, PersonId id)
{
    if (!id)
        return std::string();
    WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
    return person ? person->name : std::string();
}

} // namespace

Result<ConversationRecord> readConversation(store::Records& records, ConversationId id, PersonId me)
{
    ConversationRecord record;
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(const auto conversation, readable.find(id));
    if (!conversation)
        return fail(ErrorCode::notFound, {"conversation", id.toString()});
    record.conversation = *conversation;
    WEAVEMAP_ASSIGN(record.staff, nameOf(records, conversation->staff));
    for (const PersonId person : conversation->participants) {
        WEAVEMAP_ASSIGN(const std::string name, nameOf(records, person));
        record.participants.emplace_back(person, name);
    }
    WEAVEMAP_ASSIGN(const auto evidence, records.ties.evidence(id));
    WEAVEMAP_ASSIGN(const auto mentions, actions::recordedMentions(records, *conversation));
    for (const Evidence& row : evidence) {
        WEAVEMAP_ASSIGN(const auto tie, records.ties.find(row.tie));
        const auto mention =
            std::find_if(mentions.begin(), mentions.end(), [&row](const auto& one) { return one.evidence == row.id; });
        if (!tie || mention == mentions.end())
            continue;
        RecordedTie recorded;
        recorded.mention = *mention;
        recorded.tie = *tie;
        recorded.evidence = row;
        WEAVEMAP_ASSIGN(recorded.nameA, nameOf(records, tie->a));
        WEAVEMAP_ASSIGN(recorded.nameB, nameOf(records, tie->b));
        WEAVEMAP_ASSIGN(recorded.heardFrom, nameOf(records, row.heardFrom));
        WEAVEMAP_ASSIGN(recorded.directions, records.ties.overlays(tie->id));
        record.ties.push_back(std::move(recorded));
    }
    WEAVEMAP_ASSIGN(record.items, readable.items(id));
    for (const NoteItem& item : record.items) {
        WEAVEMAP_ASSIGN(auto other, nameOf(records, item.other));
        record.itemOthers.push_back(std::move(other));
    }
    WEAVEMAP_ASSIGN(record.followUps, readable.followUps(id));
    for (const FollowUp& followUp : record.followUps) {
        WEAVEMAP_ASSIGN(auto owner, nameOf(records, followUp.owner));
        record.followUpOwners.push_back(std::move(owner));
    }
    return record;
}

} // namespace weavemap::ui
