// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Brief.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

/// Their ties, and those of the people they have ties with, each once.
Result<std::vector<Tie>> tiesAround(store::Records& records, PersonId person)
{
    WEAVEMAP_ASSIGN(std::vector<Tie> ties, records.ties.of(person));
    std::set<TieId> known;
    for (const Tie& tie : ties)
        known.insert(tie.id);
    const std::size_t own = ties.size();
    for (std::size_t i = 0; i < own; ++i) {
        if (ties[i].depth < TieDepth::exchange)
            continue;
        WEAVEMAP_ASSIGN(const auto further, records.ties.of(ties[i].other(person)));
        for (const Tie& tie : further)
            if (known.insert(tie.id).second)
                ties.push_back(tie);
    }
    return ties;
}

bool hasTopic(const std::vector<NoteItem>& items)
{
    for (const NoteItem& item : items)
        if (!item.topic.empty())
            return true;
    return false;
}

} // namespace

Result<weaving::CallBrief> readBrief(store::Records& records, PersonId id, Date on, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    weaving::BriefFacts facts;
    facts.today = on;
    WEAVEMAP_ASSIGN(auto person, readable.find(id));
    if (!person)
        return fail(ErrorCode::notFound, {"person", id.toString()});
    facts.person = std::move(*person);
    WEAVEMAP_ASSIGN(const auto organizations, records.people.organizations());
    for (const Organization& organization : organizations)
        if (organization.id == facts.person.organization)
            facts.organization = organization.name;

    WEAVEMAP_ASSIGN(const auto conversations, readable.conversationsWith(id));
    WEAVEMAP_ASSIGN(const auto items, readable.itemsOf(id));
    std::vector<NoteItem> othersItems;
    if (hasTopic(items)) {
        WEAVEMAP_ASSIGN(othersItems, readable.items());
    }
    WEAVEMAP_ASSIGN(const auto allFollowUps, records.conversations.followUps());
    std::vector<FollowUp> followUps;
    for (const FollowUp& followUp : allFollowUps) {
        if (followUp.done || (followUp.person != id && followUp.owner != id))
            continue;
        WEAVEMAP_ASSIGN(const bool may, readable.mayRead(followUp));
        if (may)
            followUps.push_back(followUp);
    }
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    WEAVEMAP_ASSIGN(const auto ties, tiesAround(records, id));
    WEAVEMAP_ASSIGN(auto stored, readable.introductionsOf(id));
    std::vector<weaving::QueueIntroduction> introductions;
    for (Introduction& introduction : stored) {
        WEAVEMAP_ASSIGN(const auto steps, records.introductions.steps(introduction.id));
        const Date since = steps.empty() ? introduction.proposed : steps.back().on;
        introductions.push_back({std::move(introduction), since});
    }
    WEAVEMAP_ASSIGN(const auto apart, records.introductions.apartPairs(id));
    WEAVEMAP_ASSIGN(const auto bank, records.questions.all());
    WEAVEMAP_ASSIGN(const auto askings, readable.askingsOf(id));
    std::vector<weaving::AskedBefore> asked;
    for (const store::Asking& asking : askings)
        asked.push_back({asking.asked.question, asking.when.localDate()});

    facts.conversations = conversations;
    facts.items = items;
    facts.othersItems = othersItems;
    facts.followUps = followUps;
    facts.people = people;
    facts.ties = ties;
    facts.introductions = introductions;
    facts.apart = apart;
    facts.bank = bank;
    facts.asked = asked;
    return weaving::callBrief(facts);
}

} // namespace weavemap::actions
