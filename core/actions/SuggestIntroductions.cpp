// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/SuggestIntroductions.h"

#include <algorithm>
#include <utility>

#include "core/graph/NetworkSnapshot.h"
#include "core/sna/Communities.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

/// Everything that the rules want to know, as one reader may see it.
struct Ground
{
    std::vector<Person> people;
    std::vector<Tie> ties;
    std::vector<std::uint32_t> groups;
    std::vector<weaving::Matter> matters;
    std::vector<weaving::LastTalk> lastTalks;
    std::vector<Introduction> introductions;
    std::vector<ApartPair> apart;
    std::unordered_map<ConversationId, Date> talks;
};

Result<> readTalks(Ground& ground, const store::AudienceRecords& readable, Date on)
{
    WEAVEMAP_ASSIGN(const std::vector<Conversation> conversations, readable.conversations());
    std::unordered_map<ConversationId, Confidentiality> levels;
    std::unordered_map<PersonId, bool> isTold;
    for (const Conversation& conversation : conversations) { // the newest first
        const Date day = conversation.when.localDate();
        if (day > on)
            continue;
        ground.talks.emplace(conversation.id, day);
        levels.emplace(conversation.id, conversation.confidentiality);
        // A talk that is only its writer's is not what an introduction of the office comes from.
        if (!conversation.reached || conversation.confidentiality == Confidentiality::onlyMe)
            continue;
        for (const PersonId person : conversation.participants)
            if (isTold.emplace(person, true).second)
                ground.lastTalks.push_back({person, conversation.id, conversation.staff});
    }
    WEAVEMAP_ASSIGN(std::vector<NoteItem> items, readable.items());
    for (NoteItem& item : items) {
        const auto day = ground.talks.find(item.conversation);
        if (day == ground.talks.end() || !item.person ||
            (item.kind != NoteItemKind::need && item.kind != NoteItemKind::offer &&
             item.kind != NoteItemKind::introduction))
            continue;
        weaving::Matter matter;
        matter.on = day->second;
        matter.level = std::max(item.confidentiality, levels.at(item.conversation));
        matter.item = std::move(item);
        ground.matters.push_back(std::move(matter));
    }
    return {};
}

/// Who belongs together in the exchange network of the members.
Result<std::vector<std::uint32_t>> groupsOf(const std::vector<Person>& people, const std::vector<Tie>& ties, Date on,
                                            const RunContext& run)
{
    graph::NetworkOptions options;
    options.on = on;
    const graph::GraphSnapshot snapshot = graph::networkSnapshot(people, ties, {}, options);
    WEAVEMAP_ASSIGN(const sna::Communities found, sna::communities(snapshot, sna::Weighting::counted, run));
    std::vector<std::uint32_t> groups(people.size(), weaving::kNoGroup);
    for (std::size_t i = 0; i < people.size(); ++i)
        if (const std::uint32_t vertex = snapshot.indexOf(people[i].id); vertex < snapshot.vertexCount())
            groups[i] = found.of[vertex];
    return groups;
}

void addNames(SuggestionPage& page, const Ground& ground)
{
    for (const weaving::Suggestion& suggestion : page.found.list) {
        for (const PersonId id : {suggestion.a, suggestion.b})
            page.people.try_emplace(id);
        for (const PersonId id : suggestion.hosts)
            page.people.try_emplace(id);
        for (const NoteItemId id : {suggestion.need, suggestion.offer})
            if (id)
                page.lines.try_emplace(id);
        for (const NoteItemId id : suggestion.shared)
            page.lines.try_emplace(id);
        for (const ConversationId id : {suggestion.conversation, suggestion.offerConversation})
            if (const auto talk = ground.talks.find(id); talk != ground.talks.end())
                page.talks.insert(*talk);
    }
    for (const Person& person : ground.people)
        if (const auto named = page.people.find(person.id); named != page.people.end())
            named->second = person;
    for (const weaving::Matter& matter : ground.matters)
        if (const auto cited = page.lines.find(matter.item.id); cited != page.lines.end())
            cited->second = matter;
}

} // namespace

Result<SuggestionPage> readSuggestions(store::Records& records, const SuggestionWish& wish, const RunContext& run)
{
    const store::AudienceRecords readable(records, store::Audience::office(wish.me));
    Ground ground;
    WEAVEMAP_ASSIGN(ground.people, readable.people());
    WEAVEMAP_ASSIGN(ground.ties, records.ties.all());
    WEAVEMAP_TRY(readTalks(ground, readable, wish.on));
    // Those the reader may not see hold people back all the same; nothing of them is told.
    WEAVEMAP_ASSIGN(ground.introductions, records.introductions.all());
    WEAVEMAP_ASSIGN(ground.apart, records.introductions.apartPairs());
    WEAVEMAP_ASSIGN(ground.groups, groupsOf(ground.people, ground.ties, wish.on, run));

    weaving::SuggestionQuestion question;
    question.people = ground.people;
    question.ties = ground.ties;
    question.groups = ground.groups;
    question.matters = ground.matters;
    question.lastTalks = ground.lastTalks;
    question.introductions = ground.introductions;
    question.apart = ground.apart;
    question.on = wish.on;
    question.limit = wish.limit;
    question.lenses = wish.lenses;
    SuggestionPage page;
    WEAVEMAP_ASSIGN(page.found, weaving::suggest(question, run));
    addNames(page, ground);
    WEAVEMAP_ASSIGN(const std::vector<Organization> organizations, records.people.organizations());
    for (const Organization& organization : organizations)
        page.workplaces.emplace(organization.id, organization.name);
    return page;
}

} // namespace weavemap::actions
