// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationRecord.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/actions/CallIntroductions.h"
#include "core/store/Audience.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

namespace weavemap::ui {

namespace {

Result<std::string> nameOf(store::Records& records, PersonId id)
{
    if (!id)
        return std::string();
    WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
    return person ? person->name : std::string();
}

/// "#robotics" is the topic robotics.
std::vector<std::string> topicsOf(const Conversation& talk)
{
    const weaving::PeopleIndex nobody;
    const weaving::NoteReading reading = weaving::readNote({talk.text, talk.when.localDate()}, {nobody, {}, {}});
    std::vector<std::string> topics;
    std::set<std::string> known;
    for (const weaving::Mention& mention : reading.mentions) {
        if (mention.kind != weaving::MentionKind::topic)
            continue;
        std::string_view words = std::string_view(talk.text).substr(mention.words.begin,
                                                                    mention.words.end - mention.words.begin);
        words.remove_prefix(std::min(words.find_first_not_of('#'), words.size()));
        if (!words.empty() && known.insert(weaving::foldedName(words)).second)
            topics.emplace_back(words);
    }
    return topics;
}

bool holds(const ConversationRecord& record, PersonId person)
{
    const auto in = [](const auto& rows, const auto& isIn) {
        return std::any_of(rows.begin(), rows.end(), isIn);
    };
    return in(record.participants, [person](const auto& one) { return one.first == person; }) ||
           in(record.ties,
              [person](const RecordedTie& one) {
                  return one.tie.a == person || one.tie.b == person || one.evidence.heardFrom == person;
              }) ||
           in(record.items, [person](const NoteItem& one) { return one.person == person || one.other == person; }) ||
           in(record.followUps, [person](const FollowUp& one) { return one.person == person || one.owner == person; });
}

} // namespace

void addNewMember(ConversationRecord& record, const Person& person)
{
    if (person.kind != PersonKind::member || person.joined != record.conversation.when.localDate() ||
        person.name.empty())
        return;
    const auto isNamed = [&] {
        return weaving::foldedName(record.conversation.text).find(weaving::foldedName(person.name)) !=
               std::string::npos;
    };
    if (holds(record, person.id) || isNamed())
        record.newMembers.emplace_back(person.id, person.name);
}

Result<std::vector<RecordedQuestion>> readAsked(store::Records& records, const store::AudienceRecords& readable,
                                                ConversationId id)
{
    WEAVEMAP_ASSIGN(const auto rows, readable.asked(id));
    std::vector<RecordedQuestion> asked;
    for (const AskedQuestion& row : rows) {
        auto known = std::find_if(asked.begin(), asked.end(),
                                  [&row](const RecordedQuestion& one) { return one.question == row.question; });
        if (known == asked.end()) {
            WEAVEMAP_ASSIGN(const auto question, records.questions.find(row.question));
            asked.push_back({row.question, question ? question->text : std::string(), {}});
            known = asked.end() - 1;
        }
        WEAVEMAP_ASSIGN(auto name, nameOf(records, row.person));
        known->people.push_back(std::move(name));
    }
    return asked;
}

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
        WEAVEMAP_ASSIGN(auto person, nameOf(records, item.person));
        record.itemPeople.push_back(std::move(person));
        WEAVEMAP_ASSIGN(auto project, readable.find(item.project));
        record.itemProjects.push_back(std::move(project));
        record.itemIntroductions.emplace_back();
        WEAVEMAP_ASSIGN(const auto introduction, actions::introductionFor(records, item));
        if (!introduction)
            continue;
        WEAVEMAP_ASSIGN(const bool mayRead, readable.mayRead(*introduction));
        WEAVEMAP_ASSIGN(const auto steps, records.introductions.steps(introduction->id));
        // One that was only put aside was never tried.
        if (mayRead && (introduction->state != IntroductionState::lapsed || steps.size() > 1))
            record.itemIntroductions.back() =
                RecordedIntroduction{introduction->id, introduction->state, introduction->need == item.id, {}, {}};
    }
    WEAVEMAP_ASSIGN(const auto introductions, readable.introductionsFrom(id));
    for (const Introduction& one : introductions) {
        const bool isNamed = std::any_of(
            record.itemIntroductions.begin(), record.itemIntroductions.end(),
            [&one](const std::optional<RecordedIntroduction>& known) { return known && known->id == one.id; });
        if (isNamed)
            continue;
        WEAVEMAP_ASSIGN(auto a, nameOf(records, one.a));
        WEAVEMAP_ASSIGN(auto b, nameOf(records, one.b));
        record.introductions.push_back({one.id, one.state, true, std::move(a), std::move(b)});
    }
    WEAVEMAP_ASSIGN(record.asked, readAsked(records, readable, id));
    WEAVEMAP_ASSIGN(record.followUps, readable.followUps(id));
    for (const FollowUp& followUp : record.followUps) {
        WEAVEMAP_ASSIGN(auto owner, nameOf(records, followUp.owner));
        record.followUpOwners.push_back(std::move(owner));
        WEAVEMAP_ASSIGN(auto person, nameOf(records, followUp.person));
        record.followUpPeople.push_back(std::move(person));
    }
    record.topics = topicsOf(record.conversation);
    return record;
}

} // namespace weavemap::ui
