// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Entities.h"

#include "core/weaving/TokenTests.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace weavemap::weaving {

namespace {

bool holds(const People& people, Cast::Number who)
{
    return std::find(people.begin(), people.end(), who) != people.end();
}

void add(People& people, const People& more)
{
    for (const Cast::Number who : more)
        if (!holds(people, who))
            people.push_back(who);
}

class EntityReader
{
public:
    EntityReader(const NoteParts& note, const Sentence& sentence, const Clauses& clauses, Memory& memory)
        : m_note(note), m_sentence(sentence), m_clauses(clauses), m_memory(memory)
    {}

    std::vector<Entity> run()
    {
        auto name = std::lower_bound(m_note.names.begin(), m_note.names.end(), m_sentence.first,
                                     [](const NameInText& one, std::size_t first) { return one.first < first; });
        for (std::size_t i = m_sentence.first; i < m_sentence.last;) {
            if (name != m_note.names.end() && name->first == i) {
                addName(*name);
                i = name->last;
                ++name;
            } else {
                i = addPronoun(i);
            }
        }
        join();
        return std::move(m_entities);
    }

private:
    const Token& at(std::size_t i) const { return m_note.tokens[i]; }
    bool is(std::size_t i, std::string_view word) const { return i < m_sentence.last && at(i).is(word); }
    bool isCalled(Cast::Number who) const { return holds(m_memory.with, who); }

    void addName(const NameInText& name)
    {
        Entity entity;
        entity.first = name.first;
        entity.last = name.last;
        entity.isPossessive = is(name.last, "'s") && !isCopula(m_note.tokens, name.last, m_sentence.last);
        if (name.candidates.empty()) {
            entity.kind = EntityKind::unknown;
        } else if (const People who = settled(name); who.size() == 1) {
            entity.people = who;
            if (name.doubt != Doubt::none)
                entity.guesses.push_back({who.front(), name.doubt});
            if (name.isWhole)
                add(m_memory.wholeNames, who);
        } else {
            entity.kind = EntityKind::doubt;
            entity.doubts.push_back({name.first, name.last, who});
        }
        m_entities.push_back(std::move(entity));
    }

    /// Who of several is meant: the other one, the one called, the one named in full before.
    People settled(const NameInText& name) const
    {
        People candidates = name.candidates;
        if (candidates.size() < 2)
            return candidates;
        if (name.first >= m_sentence.first + 2 && is(name.first - 1, "other") && is(name.first - 2, "the"))
            std::erase_if(candidates, [this](Cast::Number who) { return isCalled(who) || isNamedBefore(who); });
        if (candidates.size() < 2)
            return candidates.empty() ? name.candidates : candidates;
        // "Chris says he asked Chris": the second one is not the first.
        People left = candidates;
        for (const Entity& before : m_entities)
            if (before.kind == EntityKind::people && !before.isPronoun)
                std::erase_if(left, [&](Cast::Number who) { return holds(before.people, who) && isCalled(who); });
        if (left.size() == 1 && candidates.size() == 2)
            return left;
        People called, whole;
        for (const Cast::Number who : candidates) {
            if (isCalled(who))
                called.push_back(who);
            if (holds(m_memory.wholeNames, who))
                whole.push_back(who);
        }
        People likely = called;
        add(likely, whole);
        return likely.size() == 1 ? likely : candidates;
    }

    bool isNamedBefore(Cast::Number who) const
    {
        return std::any_of(m_entities.begin(), m_entities.end(), [who](const Entity& before) {
            return before.kind == EntityKind::people && !before.isPronoun && holds(before.people, who);
        });
    }

    /// The token after the pronoun at `i`, or after the word.
    std::size_t addPronoun(std::size_t i)
    {
        const Token& token = at(i);
        if (token.kind != TokenKind::word || token.isTail)
            return i + 1;
        const std::string& word = token.word;
        Entity entity;
        entity.first = i;
        entity.last = i + 1;
        entity.isPronoun = true;
        if (word == "i" || word == "we" || word == "me" || word == "us") {
            addFirstPerson(entity, word == "me" || word == "us", word == "we" || word == "us");
        } else if (word == "you") {
            entity.kind = EntityKind::reader;
        } else if (word == "he" || word == "she") {
            entity.people = personMeant(i, word == "she");
            guess(entity, word == "she" ? m_memory.isSheGuessed : m_memory.isHeGuessed);
        } else if (word == "him" ||
                   (word == "her" && !isPossessiveHer(m_note.tokens, {m_sentence.first, m_sentence.last}, i))) {
            entity.isObject = true;
        } else if (word == "they" || word == "them") {
            entity.people = groupMeant();
            guess(entity, m_isGroupGuessed);
            entity.isObject = word == "them";
        } else if (const std::size_t end = pairWords(i); end > i) {
            entity.last = end;
            entity.people = groupMeant(true);
            guess(entity, m_isGroupGuessed);
        } else {
            return i + 1;
        }
        if (entity.kind == EntityKind::people && entity.people.empty() && !entity.isObject)
            entity.kind = EntityKind::unknown;
        m_entities.push_back(entity);
        return entity.last;
    }

    static void guess(Entity& pronoun, bool isGuessed)
    {
        for (const Cast::Number who : pronoun.people)
            if (isGuessed)
                pronoun.guesses.push_back({who, Doubt::pronounGuessed});
    }

    void addFirstPerson(Entity& entity, bool isObject, bool isPlural) const
    {
        const bool isQuoted = at(entity.first).isQuoted;
        const People speaker = isQuoted ? quoteSpeaker(entity.first) : m_clauses.speaker;
        const bool isOthers = isQuoted || m_sentence.voice != Voice::staff;
        entity.isObject = false;
        if (!isOthers || speaker.empty()) {
            entity.kind = EntityKind::writer;
        } else if (isPlural && !isObject && isWishNext(entity.last)) {
            entity.people = speaker; // "We still lack a survey": their school
        } else if (isPlural && !isObject) {
            // "I finally met Wren. We are ...": the two; else they and whoever.
            const bool isPair = speaker.size() == 1 && m_memory.lastPair.size() == 2 &&
                                holds(m_memory.lastPair, speaker.front()) && m_entities.empty();
            // "I met Hank and we are running a study"
            People here = speaker;
            for (const Entity& before : m_entities)
                if (before.kind == EntityKind::people && !before.isPossessive)
                    add(here, before.people);
            const bool isPairHere = speaker.size() == 1 && here.size() == 2;
            entity.kind = isPair || isPairHere ? EntityKind::people : EntityKind::unknown;
            if (entity.kind == EntityKind::people) {
                entity.people = isPair ? m_memory.lastPair : here;
                guess(entity, true);
            }
        } else {
            entity.people = speaker;
        }
    }

    bool isWishNext(std::size_t i) const
    {
        for (std::size_t k = i; k < i + 3 && k < m_sentence.last; ++k) {
            const std::string_view lemma = verbOf(at(k).word).lemma;
            if (lemma == "need" || lemma == "lack" || lemma == "want" || lemma == "look")
                return true;
        }
        return false;
    }

    People quoteSpeaker(std::size_t token) const
    {
        std::size_t open = token;
        while (open > m_sentence.lead && at(open - 1).isQuoted)
            --open;
        for (auto entity = m_entities.rbegin(); entity != m_entities.rend(); ++entity)
            if (entity->last <= open && entity->kind == EntityKind::people && !entity->isObject)
                return entity->people;
        if (!m_clauses.speaker.empty())
            return m_clauses.speaker;
        return m_memory.with.size() == 1 ? m_memory.with : People();
    }

    /// "both", "those two", "the two of them", "both of them", "neither of them"; the end of it, or `i`.
    std::size_t pairWords(std::size_t i) const
    {
        if (is(i, "those") && is(i + 1, "two"))
            return i + 2;
        if (is(i, "the") && is(i + 1, "two") && i + 2 < m_sentence.last &&
            (isFiniteVerb(m_note.tokens, i + 2, m_sentence.last) || isA(WordClass::auxiliary, at(i + 2).word)))
            return i + 2;
        if (is(i, "the") && is(i + 1, "two") && is(i + 2, "of") && is(i + 3, "them"))
            return i + 4;
        if ((is(i, "both") || is(i, "neither") || is(i, "none")) && is(i + 1, "of") && is(i + 2, "them"))
            return i + 3;
        const bool stands = i + 1 < m_sentence.last &&
                            (at(i + 1).kind != TokenKind::word || isFiniteVerb(m_note.tokens, i + 1, m_sentence.last) ||
                             verbOf(at(i + 1).word).has(VerbForm::base) || isA(WordClass::determiner, at(i + 1).word));
        const bool afterPeople = !m_entities.empty() && m_entities.back().last == i;
        const bool afterBe = i > m_sentence.first && (is(i - 1, "'re") || is(i - 1, "are") || is(i - 1, "in"));
        return (is(i, "both") || is(i, "neither")) && stands && !afterPeople && !afterBe ? i + 1 : i;
    }

    /// Two and more who were spoken of together: in this sentence, else before.
    People groupMeant(bool isBoth = false)
    {
        m_isGroupGuessed = false;
        if (isBoth && m_memory.with.size() == 2 &&
            std::none_of(m_entities.begin(), m_entities.end(),
                         [](const Entity& entity) { return entity.people.size() > 1; }))
            return m_memory.with;
        People here;
        bool hasOther = false;
        for (const Entity& entity : m_entities)
            if (entity.kind == EntityKind::people) {
                add(here, entity.people);
                hasOther = hasOther || std::any_of(entity.people.begin(), entity.people.end(),
                                                   [this](Cast::Number who) { return !isCalled(who); });
            }
        for (auto entity = m_entities.rbegin(); entity != m_entities.rend(); ++entity)
            if (entity->kind == EntityKind::people && entity->people.size() > 1)
                return entity->people;
        if (People introduced = introducedBefore(); introduced.size() > 1)
            return introduced;
        if (here.size() == 1 && hasOther && m_clauses.subjectByDefault.size() == 1 && !m_memory.with.empty() &&
            !isTold())
            add(here, m_clauses.subjectByDefault);
        if (here.size() > 1)
            return here;
        m_isGroupGuessed = m_memory.lastPair.size() > 1 && m_memory.lastPair != m_memory.with;
        return m_memory.lastPair.size() > 1 ? m_memory.lastPair : m_memory.with;
    }

    /// "Ines introduced her to Owen and they ...": not the one who did.
    People introducedBefore() const
    {
        People people;
        for (std::size_t i = m_sentence.first; i < m_sentence.last; ++i) {
            if (verbOf(at(i).word).lemma != "introduce")
                continue;
            for (const Entity& entity : m_entities)
                if (entity.first > i && entity.kind == EntityKind::people)
                    add(people, entity.isObject && m_memory.with.size() == 1 ? m_memory.with : entity.people);
            break;
        }
        return people;
    }

    /// "Theo told me those two ...": who tells is not one of them.
    bool isTold() const
    {
        return !m_entities.empty() && m_entities.back().last < m_sentence.last &&
               verbOf(at(m_entities.back().last).word).lemma == "tell";
    }

    /// He or she as a subject.
    People personMeant(std::size_t i, bool isShe)
    {
        Cast::Number& bound = isShe ? m_memory.she : m_memory.he;
        bool& isGuessed = isShe ? m_memory.isSheGuessed : m_memory.isHeGuessed;
        const Cast::Number opposite = isShe ? m_memory.he : m_memory.she;
        const bool tells = i + 1 < m_sentence.last && (is(i + 1, "says") || is(i + 1, "said"));
        const bool hasCalled = m_memory.with.size() == 1;
        if (bound != Cast::kNobody)
            return {bound};
        // In somebody's own words the person called is "I".
        const bool isOther = hasCalled &&
                             (opposite == m_memory.with.front() ||
                              (m_clauses.speaker == m_memory.with && m_sentence.voice != Voice::staff)) &&
                             !tells;
        // "Dele told Ruth he is looking for a job": who tells
        if (const Cast::Number teller = tellerBefore(i); teller != Cast::kNobody && !isCalled(teller))
            return {bound = teller};
        // "met @Lotte Brandt, she's new to us"; "met Theo. He relies on ..."
        const Cast::Number near = nearestOther();
        if (near != Cast::kNobody && !tells && (isOther || isBehindName(i))) {
            isGuessed = !isBehindName(i);
            return {bound = near};
        }
        isGuessed = true;
        if (isOther && m_memory.lastOther != Cast::kNobody)
            return {bound = m_memory.lastOther};
        const bool isPlainlyOther = m_memory.previousSubject.size() == 1 && !m_memory.previousHasCalled &&
                                    near == Cast::kNobody && !isCalled(m_memory.previousSubject.front()) &&
                                    m_entities.empty() && !isNamedAfter(i, m_memory.previousSubject.front());
        if (isPlainlyOther && !tells)
            return {bound = m_memory.previousSubject.front()};
        if (hasCalled && !isOther) {
            bound = m_memory.with.front();
            isGuessed = false;
            return m_memory.with;
        }
        return m_memory.previousSubject.size() == 1 ? m_memory.previousSubject : People();
    }

    /// "she has seen Gloria teach": she is not Gloria.
    bool isNamedAfter(std::size_t i, Cast::Number who) const
    {
        auto name = std::lower_bound(m_note.names.begin(), m_note.names.end(), i,
                                     [](const NameInText& one, std::size_t first) { return one.first < first; });
        while (name != m_note.names.end() && name->first < m_sentence.last && !holds(name->candidates, who))
            ++name;
        return name != m_note.names.end() && name->first < m_sentence.last;
    }

    /// Who says or tells what the pronoun at `i` begins.
    Cast::Number tellerBefore(std::size_t i) const
    {
        for (const Entity& entity : m_entities) {
            const std::string_view lemma = entity.last < i ? verbOf(at(entity.last).word).lemma : std::string_view();
            const bool tells =
                lemma == "say" || lemma == "tell" || lemma == "mention" || lemma == "think" || lemma == "hope";
            if (!tells || entity.isPronoun || entity.kind != EntityKind::people || entity.people.size() != 1)
                continue;
            std::size_t next = entity.last + 1;
            if (!m_entities.empty() && m_entities.back().first == next)
                next = m_entities.back().last;
            if (next == i || (next + 1 == i && is(next, "that")))
                return entity.people.front();
        }
        return Cast::kNobody;
    }

    Cast::Number nearestOther() const
    {
        for (auto entity = m_entities.rbegin(); entity != m_entities.rend(); ++entity)
            if (entity->kind == EntityKind::people && !entity->isPronoun)
                for (auto who = entity->people.rbegin(); who != entity->people.rend(); ++who)
                    if (!isCalled(*who))
                        return *who;
        return Cast::kNobody;
    }

    /// Right behind a name and a comma.
    bool isBehindName(std::size_t i) const
    {
        return !m_entities.empty() && i > m_sentence.first && at(i - 1).kind == TokenKind::comma &&
               m_entities.back().last == i - 1 && !m_entities.back().isPronoun &&
               m_entities.back().people.size() == 1 && !isCalled(m_entities.back().people.front());
    }

    bool isAnd(std::size_t i) const
    {
        return is(i, "and") || (i < m_sentence.last && at(i).kind == TokenKind::joiner) || is(i, "nor");
    }

    /// How many tokens join what ends at `end` with what begins at `begin`; 0: they are apart.
    bool joins(std::size_t end, std::size_t begin) const
    {
        // "met @prue @dale at the fair"
        if (begin == end)
            return at(begin).mark == '@';
        if (begin == end + 1)
            return isAnd(end) || at(end).kind == TokenKind::comma;
        if (begin == end + 2 && at(end).kind == TokenKind::comma && (isAnd(end + 1) || is(end + 1, "also")))
            return true;
        // "Ruth and her co-teacher Sadie"
        if (!isAnd(end) || begin > end + 4)
            return false;
        for (std::size_t i = end + 1; i < begin; ++i)
            if (!isA(WordClass::determiner, at(i).word) && !isA(WordClass::role, at(i).word))
                return false;
        return true;
    }

    void join()
    {
        std::vector<Entity> joined;
        for (std::size_t i = 0; i < m_entities.size(); ++i) {
            Entity& entity = m_entities[i];
            // "Harriet + him doing a joint day"
            if (entity.isObject && m_memory.with.size() == 1 && entity.first > m_sentence.first &&
                at(entity.first - 1).kind == TokenKind::joiner && !is(entity.first, "them")) {
                entity.isObject = false;
                entity.people = m_memory.with;
            }
            if (joined.empty() || !canJoin(joined.back(), entity, i)) {
                joined.push_back(std::move(entity));
                continue;
            }
            Entity& group = joined.back();
            group.last = entity.last;
            group.isPossessive = entity.isPossessive;
            group.isPronoun = group.isPronoun && entity.isPronoun;
            group.isObject = false;
            group.hasWriter = group.hasWriter || group.kind == EntityKind::writer || entity.kind == EntityKind::writer;
            add(group.people, entity.people);
            group.guesses.insert(group.guesses.end(), entity.guesses.begin(), entity.guesses.end());
            group.doubts.insert(group.doubts.end(), entity.doubts.begin(), entity.doubts.end());
            if (group.kind != EntityKind::people && entity.kind == EntityKind::people)
                group.kind = EntityKind::people;
        }
        m_entities = std::move(joined);
    }

    bool canJoin(const Entity& group, const Entity& entity, std::size_t place) const
    {
        if (!joins(group.last, entity.first) || group.isPossessive || entity.isObject || group.isObject)
            return false;
        if (group.kind == EntityKind::reader || entity.kind == EntityKind::reader)
            return false;
        const bool isComma = entity.first == group.last + 1 && at(group.last).kind == TokenKind::comma;
        if (isComma && group.first >= m_sentence.first + 2 && is(group.first - 1, "to") &&
            is(group.first - 2, "according"))
            return false;
        if (isComma && (entity.isPronoun || group.isPronoun)) {
            // "he, Walt and Fatou": a list that goes on.
            const bool goesOn = !entity.isPronoun && entity.last < m_sentence.last && isAnd(entity.last);
            return goesOn;
        }
        // "works with Ben and Carla helps her": the second one begins a clause of its own.
        const Token* before = group.first > m_sentence.first ? &at(group.first - 1) : nullptr;
        const std::string_view lemma = before != nullptr ? verbOf(before->word).lemma : std::string_view();
        // "says Carla and Dele ...", "thinks that Carla and Dele ...": a clause begins, no object.
        const bool tells = lemma == "say" || lemma == "think" || lemma == "hope" || lemma == "believe" ||
                           lemma == "mention" || lemma == "suggest" || lemma == "hear" || lemma == "know";
        const bool isObjectBefore = before != nullptr && !before->is("that") && !tells &&
                                    (isA(WordClass::preposition, before->word) || !lemma.empty());
        if (isObjectBefore && entity.isPronoun && !isComma)
            return false;
        const bool startsClause = entity.last < m_sentence.last && isSingularVerb(entity.last);
        if (isObjectBefore && startsClause)
            return false;
        if (isComma && startsClause && place + 1 == m_entities.size())
            return false;
        return true;
    }

    bool isSingularVerb(std::size_t i) const
    {
        const Verb verb = verbOf(at(i).word);
        if (is(i, "have") || is(i, "are") || is(i, "were") || is(i, "do") || is(i, "'ve") || is(i, "'re"))
            return false; // "she and Amy have": both of them
        return (verb.has(VerbForm::third) && !verb.has(VerbForm::base)) || is(i, "has") || is(i, "is") ||
               is(i, "was") || isFiniteVerb(m_note.tokens, i, m_sentence.last);
    }

    const NoteParts& m_note;
    const Sentence& m_sentence;
    const Clauses& m_clauses;
    Memory& m_memory;
    std::vector<Entity> m_entities;
    bool m_isGroupGuessed = false;
};

} // namespace

std::vector<Entity> entitiesOf(const NoteParts& note, const Sentence& sentence, const Clauses& clauses, Memory& memory)
{
    return EntityReader(note, sentence, clauses, memory).run();
}

} // namespace weavemap::weaving
