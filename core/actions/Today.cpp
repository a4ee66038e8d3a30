// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Today.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

#include "core/actions/CallQueue.h"
#include "core/store/Audience.h"

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

/// Open promises that the reader may see, with the day of the call that each came from.
Result<> addPromises(Today& today, store::Records& records, const store::AudienceRecords& readable,
                     const PeopleById& people)
{
    WEAVEMAP_ASSIGN(const auto followUps, records.conversations.followUps());
    for (const FollowUp& followUp : followUps) {
        if (followUp.done)
            continue;
        WEAVEMAP_ASSIGN(const bool may, readable.mayRead(followUp));
        if (!may)
            continue;
        Promise promise;
        promise.followUp = followUp;
        promise.person = nameOf(people, followUp.person);
        promise.owner = nameOf(people, followUp.owner);
        promise.due = dueOf(followUp, today.on);
        promise.daysLate = followUp.due ? daysBetween(*followUp.due, today.on) : 0;
        if (followUp.conversation) {
            WEAVEMAP_ASSIGN(const auto talk, records.conversations.find(followUp.conversation));
            if (talk)
                promise.talkedOn = talk->when.localDate();
        }
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
    return {};
}

void addIntroductions(Today& today, const weaving::QueueInput& input, const PeopleById& people)
{
    for (const weaving::QueueIntroduction& row : input.introductions) {
        WaitingIntroduction waiting;
        waiting.wait = weaving::waitOf(row.introduction, row.since, today.on);
        if (waiting.wait == weaving::IntroductionWait::nothing)
            continue;
        waiting.introduction = row.introduction;
        waiting.a = nameOf(people, row.introduction.a);
        waiting.b = nameOf(people, row.introduction.b);
        waiting.since = row.since;
        waiting.isNow = weaving::isTimeToAsk(row.introduction, row.since, today.on);
        today.introductions.push_back(std::move(waiting));
    }
    std::sort(today.introductions.begin(), today.introductions.end(),
              [](const WaitingIntroduction& left, const WaitingIntroduction& right) {
                  if (left.isNow != right.isNow)
                      return left.isNow;
                  return std::pair(left.since, left.introduction.id) < std::pair(right.since, right.introduction.id);
              });
}

/// The first of a list with what was written down when each was last heard from.
Result<std::vector<QueueRow>> rowsOf(std::vector<weaving::QueueEntry> entries, std::size_t limit,
                                     const store::AudienceRecords& readable)
{
    entries.resize(std::min(limit, entries.size()));
    std::vector<QueueRow> rows;
    for (weaving::QueueEntry& entry : entries) {
        QueueRow row;
        if (entry.lastTalk) {
            WEAVEMAP_ASSIGN(const auto talk, readable.find(entry.lastTalk));
            if (talk)
                row.lastWords = talk->text;
        }
        row.entry = std::move(entry);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Result<Today> readToday(store::Records& records, Date on, std::size_t limit, PersonId me)
{
    Today today;
    today.on = on;
    NetworkData data;
    WEAVEMAP_ASSIGN(data.people, records.people.all());
    WEAVEMAP_ASSIGN(data.ties, records.ties.all());
    WEAVEMAP_ASSIGN(data.contacts, records.conversations.contacts(endOfDay(on)));
    PeopleById people;
    for (const Person& person : data.people)
        people.emplace(person.id, &person);
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_TRY(addPromises(today, records, readable, people));

    WEAVEMAP_ASSIGN(const weaving::QueueInput input, readQueueInput(records, data, on, me));
    addIntroductions(today, input, people);
    WEAVEMAP_ASSIGN(today.rules, readQueueRules(records));
    weaving::CallQueue queue = weaving::callQueue(input, today.rules);
    today.callNextCount = queue.due.size();
    today.neverReachedCount = queue.neverReached.size();
    WEAVEMAP_ASSIGN(today.callNext, rowsOf(std::move(queue.due), limit, readable));
    WEAVEMAP_ASSIGN(today.neverReached, rowsOf(std::move(queue.neverReached), limit, readable));
    for (weaving::SnoozedEntry& snoozed : queue.snoozed)
        today.leftOut.push_back({std::move(snoozed.entry), {}, snoozed.until});
    today.coverage = coverageOf(data, on);
    return today;
}

} // namespace weavemap::actions
