// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Doubts.h"

#include <algorithm>

namespace weavemap::weaving {

namespace {

bool holds(const People& people, Cast::Number who)
{
    return std::find(people.begin(), people.end(), who) != people.end();
}

/// How sure the sentence is that this person is meant: by its surest mention of them.
Doubt doubtOf(const Reading& reading, Cast::Number who)
{
    if (reading.note.cast.isOnlyNear(who) && !holds(reading.memory.with, who))
        return Doubt::nameGuessed;
    bool isMentioned = false;
    Doubt doubt = Doubt::none;
    for (const Entity& entity : reading.clauses.entities) {
        if (entity.kind != EntityKind::people || !holds(entity.people, who))
            continue;
        const auto guess = std::find_if(entity.guesses.begin(), entity.guesses.end(),
                                        [who](const Guess& one) { return one.who == who; });
        if (guess == entity.guesses.end())
            return Doubt::none;
        isMentioned = true;
        doubt = guess->doubt;
    }
    if (isMentioned || holds(reading.memory.with, who))
        return doubt;
    // Named by the label or the speaker before the words; else "him", "her" or a subject of the sentence before.
    for (const NameInText& name : reading.note.names)
        if (name.first >= reading.sentence.lead && name.last <= reading.sentence.last && holds(name.candidates, who))
            return name.doubt;
    return holds(reading.clauses.speaker, who) ? Doubt::none : Doubt::pronounGuessed;
}

bool isHedge(const std::string& word)
{
    static constexpr std::string_view kHedges[]{"maybe",     "perhaps",    "possibly", "probably", "apparently",
                                                "allegedly", "presumably", "guess",    "might",    "unclear"};
    return std::find(std::begin(kHedges), std::end(kHedges), word) != std::end(kHedges);
}

/// "maybe", "apparently", "sounds like", "seems to", "I think", "(?)"
bool isHedged(const Reading& reading)
{
    for (std::size_t i = reading.clauses.first; i < reading.clauses.last; ++i) {
        const Token& token = reading.at(i);
        if (token.isQuoted)
            continue;
        const std::string_view lemma = verbOf(token.word).lemma;
        const bool seems = token.is("seems") || token.is("seemed") || token.is("sounds") || token.is("sounded") ||
                           (token.is("looks") && reading.is(i + 1, "like"));
        const bool isThought =
            lemma == "think" && i > reading.clauses.first && !reading.is(i + 1, "about") && !reading.is(i + 1, "of");
        if (isHedge(token.word) || seems || isThought)
            return true;
    }
    return false;
}

/// Neither a verb nor a label, a mark or a sign that says what the words are.
bool isFragment(const Reading& reading)
{
    if (!reading.clauses.verbs.empty() || reading.sentence.label != Label::none ||
        reading.sentence.lead < reading.clauses.first)
        return false;
    for (std::size_t i = reading.clauses.first; i < reading.clauses.last; ++i)
        if (reading.at(i).mark == '!' || reading.at(i).mark == '+' || reading.at(i).isTail ||
            verbOf(reading.at(i).word) || isA(WordClass::auxiliary, reading.at(i).word))
            return false;
    return true;
}

} // namespace

Doubt doubtOf(const Reading& reading, const People& people, std::optional<Cast::Number> heardFrom)
{
    if (heardFrom && reading.note.cast.isOnlyNear(*heardFrom) && !holds(reading.memory.with, *heardFrom))
        return Doubt::nameGuessed;
    Doubt doubt = Doubt::none;
    for (const Cast::Number who : people)
        if (const Doubt one = doubtOf(reading, who); one != Doubt::none && (doubt == Doubt::none || one < doubt))
            doubt = one;
    if (doubt != Doubt::none)
        return doubt;
    const bool isHearsay =
        heardFrom && !holds(reading.memory.with, *heardFrom) && !holds(reading.clauses.speaker, *heardFrom);
    if (isHearsay)
        return Doubt::hearsay;
    if (isHedged(reading))
        return Doubt::hedged;
    return isFragment(reading) ? Doubt::fragment : Doubt::none;
}

} // namespace weavemap::weaving
