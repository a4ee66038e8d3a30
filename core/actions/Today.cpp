// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Today.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace weavemap::actions {

namespace {

Promise::Due dueOf(const FollowUp& followUp, Date on)
{
    if (!followUp.due)
        return Promise::Due::undated;
    const int days = daysBetween(on, *followUp.due);
    if (days < 0)
        return Promise::Due::late;
    if (days == 0)
        return Promise::Due::today;
    return days <= 7 ? Promise::Due::thisWeek : Promise::Due::later;
}

using PeopleById = std::unordered_map<PersonId, const Person*>;

std::string nameOf(const PeopleById& people, PersonId id)
{
    const auto found = people.find(id);
    return found == people.end() ? std::string() : found->second->name;
}

void addPromises(Today& today, const std::vector<FollowUp>& followUps, const PeopleById& people,
                 const std::vector<Conversation>& conversations)
{
    std::unordered_map<ConversationId, Date> talks;
    for (const Conversation& conversation : conversations)
        talks.emplace(conversation.id, conversation.when.localDate());
    for (const FollowUp& followUp : followUps) {
        if (followUp.done)
            continue;
        Promise promise;
        promise.followUp = followUp;
        promise.person = nameOf(people, followUp.person);
        promise.owner = nameOf(people, followUp.owner);
        promise.due = dueOf(followUp, today.on);
        promise.daysLate = followUp.due ? daysBetween(*followUp.due, today.on) : 0;
        if (const auto talk = talks.find(followUp.conversation); talk != talks.end())
            promise.talkedOn = talk->second;
        today.late += promise.due == Promise::Due::late ? 1 : 0;
        today.dueToday += promise.due == Promise::Due::today ? 1 : 0;
        today.dueThisWeek += promise.due == Promise::Due::thisWeek ? 1 : 0;
        today.promises.push_back(std::move(promise));
    }
    const auto dueDay = [](const Promise& promise) {
        return promise.followUp.due ? promise.followUp.due->days() : std::numeric_limits<std::int32_t>::max();
    };
    std::stable_sort(
        today.promises.begin(), today.promises.end(), [&dueDay](const Promise& left, const Promise& right) {
            return dueDay(left) != dueDay(right) ? dueDay(left) < dueDay(right) : left.followUp.id < right.followUp.id;
        });
}

void addMembers(Today& today, const NetworkData& data)
{
    std::unordered_map<PersonId, const store::ContactSummary*> contacts;
    for (const auto& contact : data.contacts)
        contacts.emplace(contact.person, &contact);
    for (const Person& person : data.people) {
        if (!person.isCurrentMemberOn(today.on))
            continue;
        SilentMember member;
        member.id = person.id;
        member.name = person.name;
        member.role = person.role;
        member.region = person.region;
        const auto contact = contacts.find(person.id);
        if (contact != contacts.end()) {
            member.lastHeard = contact->second->lastHeard;
            member.attempts = contact->second->attempts;
        }
        if (member.lastHeard) {
            member.days = daysBetween(member.lastHeard->localDate(), today.on);
            today.longestSilent.push_back(std::move(member));
        } else {
            member.days = person.joined ? daysBetween(*person.joined, today.on) : 0;
            today.neverReached.push_back(std::move(member));
        }
    }
}

/// What was written down when somebody was last heard from; the conversations are the newest first.
void addLastWords(std::vector<SilentMember>& members, const std::vector<Conversation>& conversations,
                  const std::unordered_set<ConversationId>& secret)
{
    for (SilentMember& member : members) {
        const auto talk = std::find_if(conversations.begin(), conversations.end(), [&member](const Conversation& row) {
            return row.reached && row.when == *member.lastHeard &&
                   std::find(row.participants.begin(), row.participants.end(), member.id) != row.participants.end();
        });
        if (talk != conversations.end() && !secret.contains(talk->id))
            member.lastWords = talk->text;
    }
}

} // namespace

Result<Today> readToday(store::Records& records, Date on, std::size_t limit, PersonId me)
{
    Today today;
    today.on = on;
    WEAVEMAP_ASSIGN(const NetworkData data, readNetwork(records, on));
    PeopleById people;
    for (const Person& person : data.people)
        people.emplace(person.id, &person);

    WEAVEMAP_ASSIGN(const auto conversations, records.conversations.all());
    std::unordered_set<ConversationId> secret;
    for (const Conversation& conversation : conversations)
        if (conversation.confidentiality == Confidentiality::onlyMe && (!me || conversation.staff != me))
            secret.insert(conversation.id);
    WEAVEMAP_ASSIGN(auto followUps, records.conversations.followUps());
    std::erase_if(followUps, [&secret](const FollowUp& row) { return secret.contains(row.conversation); });
    addPromises(today, followUps, people, conversations);
    addMembers(today, data);
    std::sort(today.longestSilent.begin(), today.longestSilent.end(),
              [](const SilentMember& left, const SilentMember& right) {
                  return *left.lastHeard != *right.lastHeard ? *left.lastHeard < *right.lastHeard : left.id < right.id;
              });
    std::sort(today.neverReached.begin(), today.neverReached.end(),
              [](const SilentMember& left, const SilentMember& right) {
                  if (left.days != right.days)
                      return left.days > right.days;
                  if (left.attempts != right.attempts)
                      return left.attempts < right.attempts;
                  return left.name != right.name ? left.name < right.name : left.id < right.id;
              });
    today.neverReachedCount = today.neverReached.size();
    today.longestSilent.resize(std::min(limit, today.longestSilent.size()));
    today.neverReached.resize(std::min(limit, today.neverReached.size()));
    addLastWords(today.longestSilent, conversations, secret);
    today.coverage = coverageOf(data, on);

    today.conversationsLast30Days = static_cast<std::size_t>(
        std::count_if(conversations.begin(), conversations.end(), [on](const Conversation& conversation) {
            const Date day = conversation.when.localDate();
            return conversation.reached && day <= on && day > on.addDays(-30);
        }));
    return today;
}

} // namespace weavemap::actions
