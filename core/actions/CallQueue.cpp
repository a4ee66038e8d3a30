// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/CallQueue.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/graph/NetworkSnapshot.h"
#include "core/sna/Biconnected.h"
#include "core/sna/CutOff.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

using Json = nlohmann::ordered_json;
using weaving::QueueRules;

constexpr std::array<const char*, weaving::kLevels> kLevelCodes{"unknown", "core", "active", "occasional",
                                                                "peripheral"};
constexpr const char *kPoints = "points", *kCadence = "cadence_days", *kRest = "rest_days";

/// A whole number of a JSON object, where it has one.
void take(const Json& json, const std::string& key, int& value)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (found == json.end() || !found->is_number_integer())
        return;
    if (const auto number = found->get<std::int64_t>(); number >= 0 && number <= 10'000)
        value = static_cast<int>(number);
}

/// By introduction, the day it came to the state it has.
Result<std::unordered_map<IntroductionId, Date>> stateDays(store::Records& records)
{
    std::unordered_map<IntroductionId, Date> days;
    WEAVEMAP_ASSIGN(const auto steps, records.introductions.steps());
    for (const IntroductionStep& step : steps)
        days.insert_or_assign(step.introduction, step.on);
    return days;
}

/// The members with their ties and how many hang on each.
Result<std::vector<weaving::QueueMember>> membersOf(const NetworkData& data, Date on)
{
    graph::NetworkOptions network;
    network.on = on;
    const graph::GraphSnapshot snapshot = graph::networkSnapshot(data.people, data.ties, {}, network);
    WEAVEMAP_ASSIGN(const auto blocks, sna::biconnected(snapshot, {}));
    const std::vector<std::uint32_t> cutOff = sna::cutOffBy(snapshot, blocks);

    std::vector<weaving::QueueMember> members(snapshot.vertexCount());
    std::unordered_map<PersonId, std::uint32_t> placeOf;
    placeOf.reserve(members.size());
    for (std::uint32_t v = 0; v < snapshot.vertexCount(); ++v) {
        placeOf.emplace(snapshot.idOf(v), v);
        members[v].id = snapshot.idOf(v);
        members[v].tieCount = snapshot.degree(v);
        members[v].cutOff = cutOff[v];
    }
    for (const Person& person : data.people) {
        const auto place = placeOf.find(person.id);
        if (place == placeOf.end())
            continue;
        weaving::QueueMember& member = members[place->second];
        member.name = person.name;
        member.level = person.level;
        member.segment = person.region;
        member.joined = person.joined;
    }
    for (const Tie& tie : data.ties) {
        const auto a = placeOf.find(tie.a), b = placeOf.find(tie.b);
        if (a == placeOf.end() || b == placeOf.end() || !graph::isInNetwork(tie, network))
            continue;
        for (const std::uint32_t end : {a->second, b->second})
            // Only those whom a reason may name them of.
            if (weaving::QueueMember& member = members[end];
                (member.tieCount == 1 || member.cutOff > 0) && member.ties.size() < weaving::QueueReason::kMostRecords)
                member.ties.push_back(tie.id);
    }
    for (const auto& contact : data.contacts) {
        const auto place = placeOf.find(contact.person);
        if (place == placeOf.end())
            continue;
        weaving::QueueMember& member = members[place->second];
        member.attempts = contact.attempts;
        if (contact.lastHeard) {
            member.lastHeard = contact.lastHeard->localDate();
            member.lastTalk = contact.last;
        }
    }
    return members;
}

} // namespace

std::string queueRulesText(const QueueRules& given)
{
    const QueueRules usual, rules = weaving::withinLimits(given);
    Json json = Json::object();
    for (std::size_t i = 0; i < weaving::kCallReasons; ++i)
        if (rules.points[i] != usual.points[i])
            json[kPoints][std::string(weaving::codeOf(static_cast<weaving::CallReason>(i)))] = rules.points[i];
    for (std::size_t i = 0; i < weaving::kLevels; ++i)
        if (rules.cadence[i] != usual.cadence[i])
            json[kCadence][kLevelCodes[i]] = rules.cadence[i];
    if (rules.restDays != usual.restDays)
        json[kRest] = rules.restDays;
    return json.empty() ? std::string() : json.dump();
}

QueueRules queueRulesFrom(std::string_view text)
{
    QueueRules rules;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return rules;
    if (const auto points = json.find(kPoints); points != json.end())
        for (std::size_t i = 0; i < weaving::kCallReasons; ++i)
            take(*points, std::string(weaving::codeOf(static_cast<weaving::CallReason>(i))), rules.points[i]);
    if (const auto cadence = json.find(kCadence); cadence != json.end())
        for (std::size_t i = 0; i < weaving::kLevels; ++i)
            take(*cadence, kLevelCodes[i], rules.cadence[i]);
    take(json, kRest, rules.restDays);
    return weaving::withinLimits(rules);
}

Result<QueueRules> readQueueRules(store::Records& records)
{
    WEAVEMAP_ASSIGN(const auto text, records.views.fact(kQueueRulesFact));
    return queueRulesFrom(text.value_or(std::string()));
}

Result<> setQueueRules(store::Records& records, const QueueRules& rules)
{
    return records.views.setFact(kQueueRulesFact, queueRulesText(rules));
}

Result<weaving::QueueInput> readQueueInput(store::Records& records, const NetworkData& data, Date on, PersonId me)
{
    weaving::QueueInput input;
    input.today = on;
    WEAVEMAP_ASSIGN(input.members, membersOf(data, on));
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(const auto followUps, records.conversations.followUps());
    for (const FollowUp& followUp : followUps) {
        if (followUp.done || !followUp.due || *followUp.due > on)
            continue;
        WEAVEMAP_ASSIGN(const bool may, readable.mayRead(followUp));
        if (may)
            input.promises.push_back(followUp);
    }
    WEAVEMAP_ASSIGN(auto introductions, readable.introductions());
    // Two who are kept apart by now are not to be asked about each other.
    WEAVEMAP_ASSIGN(const auto apart, records.introductions.apartPairs());
    std::erase_if(introductions, [&apart](const Introduction& one) {
        return std::any_of(apart.begin(), apart.end(),
                           [&one](const ApartPair& pair) { return one.concerns(pair.a) && one.concerns(pair.b); });
    });
    WEAVEMAP_ASSIGN(const auto days, stateDays(records));
    for (Introduction& introduction : introductions) {
        const auto since = days.find(introduction.id);
        const Date day = since == days.end() ? introduction.proposed : since->second;
        input.introductions.push_back({std::move(introduction), day});
    }
    WEAVEMAP_ASSIGN(input.snoozes, records.questions.snoozes());
    return input;
}

Result<weaving::CallQueue> readCallQueue(store::Records& records, Date on, PersonId me)
{
    NetworkData data;
    WEAVEMAP_ASSIGN(data.people, records.people.all());
    WEAVEMAP_ASSIGN(data.ties, records.ties.all());
    WEAVEMAP_ASSIGN(data.contacts, records.conversations.contacts(endOfDay(on)));
    WEAVEMAP_ASSIGN(const weaving::QueueInput input, readQueueInput(records, data, on, me));
    WEAVEMAP_ASSIGN(const QueueRules rules, readQueueRules(records));
    return weaving::callQueue(input, rules);
}

Result<> leaveOut(store::Records& records, PersonId person, Date on, Date until)
{
    Snooze snooze;
    snooze.person = person;
    snooze.made = on;
    snooze.until = until;
    return records.questions.insert(snooze).map([](SnoozeId) {});
}

Result<> bringBack(store::Records& records, const std::vector<PersonId>& people)
{
    WEAVEMAP_ASSIGN(const auto snoozes, records.questions.snoozes());
    for (const Snooze& snooze : snoozes)
        if (std::find(people.begin(), people.end(), snooze.person) != people.end())
            WEAVEMAP_TRY(records.questions.remove(snooze.id));
    return {};
}

} // namespace weavemap::actions
