// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/weaving/Suggestions.h"

/// An association put together person by person, for tests of the suggestions. Person n has the id n.
namespace weavemap::test {

struct Association
{
    std::vector<Person> people;
    std::vector<Tie> ties;
    std::vector<std::uint32_t> groups;
    std::vector<weaving::Matter> matters;
    std::vector<weaving::LastTalk> lastTalks;
    std::vector<Introduction> introductions;
    std::vector<ApartPair> apart;
    Date on = *Date::fromYmd(2026, 10, 15);
    std::size_t limit = 12;
    std::vector<weaving::Lens> lenses;

    Person& add(const std::string& role = {}, const std::string& region = {})
    {
        Person person;
        person.id = PersonId{static_cast<std::int64_t>(people.size()) + 1};
        person.name = "Person " + person.id.toString();
        person.role = role;
        person.region = region;
        people.push_back(person);
        return people.back();
    }
    void addMany(int count)
    {
        for (int i = 0; i < count; ++i)
            add();
    }
    Tie& tie(int a, int b, TieDepth depth = TieDepth::exchange)
    {
        Tie tie;
        tie.id = TieId{static_cast<std::int64_t>(ties.size()) + 1000};
        tie.a = PersonId{a};
        tie.b = PersonId{b};
        tie.depth = depth;
        ties.push_back(tie);
        return ties.back();
    }
    weaving::Matter& say(int person, NoteItemKind kind, const std::string& text, const std::string& topic = {})
    {
        weaving::Matter matter;
        matter.item.id = NoteItemId{static_cast<std::int64_t>(matters.size()) + 5000};
        matter.item.conversation = ConversationId{static_cast<std::int64_t>(matters.size()) + 9000};
        matter.item.person = PersonId{person};
        matter.item.kind = kind;
        matter.item.state = kind == NoteItemKind::offer          ? NoteItemState::standing
                            : kind == NoteItemKind::introduction ? NoteItemState::asked
                                                                 : NoteItemState::open;
        matter.item.text = text;
        matter.item.topic = topic;
        matter.on = on.addDays(-10);
        matters.push_back(matter);
        return matters.back();
    }
    weaving::Matter& need(int person, const std::string& text, const std::string& topic = {})
    {
        return say(person, NoteItemKind::need, text, topic);
    }
    weaving::Matter& offer(int person, const std::string& text, const std::string& topic = {})
    {
        return say(person, NoteItemKind::offer, text, topic);
    }
    Introduction& introduce(int a, int b, int daysAgo, IntroductionState state = IntroductionState::made)
    {
        Introduction introduction;
        introduction.id = IntroductionId{static_cast<std::int64_t>(introductions.size()) + 1};
        introduction.a = PersonId{a};
        introduction.b = PersonId{b};
        introduction.proposed = on.addDays(-daysAgo);
        introduction.state = state;
        introduction.consentA = introduction.consentB = IntroductionConsent::asked;
        introductions.push_back(introduction);
        return introductions.back();
    }
    void keepApart(int a, int b) { apart.push_back({ApartPairId{1}, PersonId{a}, PersonId{b}, {}}); }

    weaving::SuggestionQuestion question() const
    {
        return {people, ties, groups, matters, lastTalks, introductions, apart, on, limit, lenses};
    }
    weaving::Suggestions suggested() const { return *weaving::suggest(question()); }
    std::vector<weaving::Suggestion> list() const { return suggested().list; }
};

inline bool concerns(const weaving::Suggestion& suggestion, int one, int other)
{
    return (suggestion.a == PersonId{one} && suggestion.b == PersonId{other}) ||
           (suggestion.a == PersonId{other} && suggestion.b == PersonId{one});
}

} // namespace weavemap::test
