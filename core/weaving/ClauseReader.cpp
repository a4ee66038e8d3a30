// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/ClauseReader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/weaving/Entities.h"
#include "core/weaving/VerbUses.h"

namespace weavemap::weaving {

const Entity* Clauses::entityAt(std::size_t token) const
{
    const auto found = std::lower_bound(entities.begin(), entities.end(), token,
                                        [](const Entity& entity, std::size_t at) { return entity.first < at; });
    return found != entities.end() && found->first == token ? &*found : nullptr;
}

const Entity* Clauses::entityEndingAt(std::size_t token) const
{
    auto found = std::lower_bound(entities.begin(), entities.end(), token,
                                  [](const Entity& entity, std::size_t at) { return entity.first < at; });
    if (found == entities.begin())
        return nullptr;
    --found;
    return found->last == token ? &*found : nullptr;
}

namespace {

bool tells(const VerbUse& use)
{
    return use.verb.lemma == "say" || use.verb.lemma == "tell" || use.verb.lemma == "mention" ||
           use.verb.lemma == "report" || use.verb.lemma == "claim" || use.verb.lemma == "explain" ||
           use.verb.lemma == "quote";
}

/// Who told it, where the sentence says so: "According to Wanda", "Terrence told her that", "heard from Jerome that".
void findReporter(const std::vector<Token>& tokens, Clauses& clauses)
{
    const auto single = [](const Entity* entity) {
        return entity != nullptr && entity->kind == EntityKind::people && entity->people.size() == 1;
    };
    for (const VerbUse& use : clauses.verbs) {
        if (!tells(use) && use.verb.lemma != "hear")
            continue;
        const bool isHeard = use.verb.lemma == "hear";
        const Entity* after = clauses.entityAt(use.token + (isHeard ? 2 : 1));
        if (isHeard) {
            if (use.token + 1 < clauses.last && tokens[use.token + 1].is("from") && single(after))
                clauses.reporter = after->people.front();
        } else if (use.isElided && single(after) && use.verb.lemma != "tell" && use.verb.lemma != "quote") {
            clauses.reporter = after->people.front(); // "..., says Felix"
        } else if (use.subjectKind == EntityKind::people && use.subject.size() == 1 && !use.isUnreal &&
                   !use.isNegated) {
            clauses.reporter = use.subject.front();
        }
    }
    for (std::size_t i = clauses.first; i + 2 < clauses.last; ++i)
        if (tokens[i].is("according") && tokens[i + 1].is("to") && single(clauses.entityAt(i + 2)))
            clauses.reporter = clauses.entityAt(i + 2)->people.front();
    if (clauses.last > clauses.first + 1 && tokens[clauses.first].is("per") &&
        single(clauses.entityAt(clauses.first + 1)))
        clauses.reporter = clauses.entityAt(clauses.first + 1)->people.front();
}

/// What is only supposed: behind "if", "doubts", "not sure", "thought", "doesn't think".
void findDoubts(const std::vector<Token>& tokens, Clauses& clauses)
{
    for (std::size_t i = clauses.first; i < clauses.last; ++i) {
        const Token& token = tokens[i];
        const bool isPolite = token.is("if") && i + 1 < clauses.last &&
                              (tokens[i + 1].is("you") || tokens[i + 1].is("that") || tokens[i + 1].is("needed") ||
                               tokens[i + 1].is("wanted") || tokens[i + 1].is("possible"));
        if (!clauses.hasCondition && !isPolite && (token.is("if") || token.is("unless") || token.is("whether"))) {
            clauses.hasCondition = true;
            clauses.condition = i;
        }
        if (clauses.isDenied)
            continue;
        const bool isUnsure = token.is("unsure") || token.is("rumor") || token.is("rumour") || token.is("supposedly") ||
                              (token.is("sure") && i > clauses.first && tokens[i - 1].is("not"));
        if (isUnsure) {
            clauses.isDenied = true;
            clauses.denial = i;
        }
    }
    for (const VerbUse& use : clauses.verbs) {
        const std::string_view lemma = use.verb.lemma;
        const bool isThought = lemma == "think" || lemma == "believe" || lemma == "suppose" || lemma == "guess";
        const bool isPast = use.verb.has(VerbForm::past) && !use.verb.has(VerbForm::base);
        const bool isDue = lemma == "suppose" && use.token + 1 < clauses.last && tokens[use.token + 1].is("to");
        if (isDue)
            continue; // "I'm supposed to call her"
        const bool isDoubt = lemma == "doubt" || lemma == "wonder" || (isThought && (use.isNegated || isPast));
        if (isDoubt && (!clauses.isDenied || use.token < clauses.denial)) {
            clauses.isDenied = true;
            clauses.denial = use.token;
        }
    }
}

void remember(const Clauses& clauses, Memory& memory)
{
    const auto isCalled = [&memory](Cast::Number who) {
        return std::find(memory.with.begin(), memory.with.end(), who) != memory.with.end();
    };
    memory.otherBefore = memory.lastOther;
    People all;
    bool hasCalled = false;
    for (const Entity& entity : clauses.entities) {
        if (entity.kind != EntityKind::people)
            continue;
        hasCalled = hasCalled || entity.isObject;
        for (const Cast::Number who : entity.people) {
            if (std::find(all.begin(), all.end(), who) == all.end())
                all.push_back(who);
            hasCalled = hasCalled || isCalled(who);
            if (!isCalled(who) && !entity.isPronoun)
                memory.lastOther = who;
        }
        if (entity.people.size() > 1)
            memory.lastPair = entity.people;
    }
    // "Worked with Hugo. They ...": the person called, whose name is not written, and Hugo.
    const bool isElided = std::any_of(clauses.verbs.begin(), clauses.verbs.end(), [&memory](const VerbUse& use) {
        return use.isElided && !use.isImperative && use.subject == memory.with;
    });
    if (all.size() == 1 && memory.with.size() == 1 && isElided && !isCalled(all.front()))
        memory.lastPair = {memory.with.front(), all.front()};
    if (all.size() == 2)
        memory.lastPair = all;
    memory.previousHasCalled = hasCalled;
    memory.previousSubject.clear();
    for (const VerbUse& use : clauses.verbs)
        if (use.subjectKind == EntityKind::people && !use.subject.empty() && !tells(use)) {
            memory.previousSubject = use.subject;
            break;
        }
}

} // namespace

Clauses readClauses(const NoteParts& note, const Sentence& sentence, const People& speaker, Memory& memory)
{
    Clauses clauses;
    clauses.first = sentence.first;
    clauses.last = sentence.last;
    clauses.speaker = speaker;
    clauses.isByWriter = sentence.isByWriter;
    if (clauses.subjectByDefault.empty())
        clauses.subjectByDefault = !speaker.empty() && (sentence.voice == Voice::staff || memory.with.size() != 1)
                                       ? speaker
                                   : memory.with.size() == 1 ? memory.with
                                                             : People();
    clauses.entities = entitiesOf(note, sentence, clauses, memory);
    clauses.verbs = verbUsesOf(note, clauses);
    findReporter(note.tokens, clauses);
    findDoubts(note.tokens, clauses);
    remember(clauses, memory);
    return clauses;
}

namespace {

bool joins(const std::vector<Token>& tokens, std::size_t i, std::size_t last)
{
    return i < last && (tokens[i].is("and") || tokens[i].kind == TokenKind::joiner);
}

} // namespace

void settleCalledPronoun(const NoteParts& note, const std::vector<Sentence>& sentences, Memory& memory)
{
    if (memory.with.size() != 1)
        return;
    const Cast::Number called = memory.with.front();
    enum Sign : std::size_t { kJoined, kUnnamed, kObject, kAny, kSigns };
    int first[kSigns] = {0, 0, 0, 0}; // 1: she, 2: he
    bool isObject = false, hasShe = false, hasHe = false;
    auto name = note.names.begin();
    bool isNamed = false;
    for (const Sentence& sentence : sentences) {
        while (name != note.names.end() && name->first < sentence.first)
            ++name;
        // Somebody else, before it in the sentence; a semicolon ends none.
        const bool goesOn = sentence.first > 0 && note.tokens[sentence.first - 1].is(";");
        isNamed = isNamed && goesOn;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            for (; name != note.names.end() && name->first <= i; ++name)
                isNamed = isNamed ||
                          std::find(name->candidates.begin(), name->candidates.end(), called) == name->candidates.end();
            const std::string& word = note.tokens[i].word;
            const bool isShe = word == "she" || word == "her" || word == "herself" || word == "hers";
            if (!isShe && word != "he" && word != "him" && word != "himself" && word != "his")
                continue;
            const int which = isShe ? 1 : 2;
            (isShe ? hasShe : hasHe) = true;
            if (i + 1 < sentence.last && (note.tokens[i + 1].is("says") || note.tokens[i + 1].is("said"))) {
                (isShe ? memory.she : memory.he) = called;
                return;
            }
            const bool isSubject = word == "she" || word == "he";
            if (word == "his" && isNamed)
                continue; // most likely his who was just named
            if (!isNamed && first[kUnnamed] == 0) {
                first[kUnnamed] = which;
                isObject = !isSubject && first[kAny] == 0;
            }
            // "Liesel and she", "she and Walt": nobody who was just named
            const bool isJoined =
                isSubject && (joins(note.tokens, i + 1, sentence.last) ||
                              (i > sentence.first && joins(note.tokens, i - 1, sentence.last) && isNamed));
            if (isJoined && first[kJoined] == 0)
                first[kJoined] = which;
            if (!isSubject && first[kObject] == 0)
                first[kObject] = which;
            if (first[kAny] == 0)
                first[kAny] = which;
        }
    }
    const int* const sign = std::find_if(std::begin(first), std::end(first), [](int which) { return which != 0; });
    const bool isClear = (hasShe && hasHe) || (first[kUnnamed] != 0 && isObject);
    if (!isClear || sign == std::end(first))
        return;
    (*sign == 1 ? memory.she : memory.he) = called;
    (*sign == 1 ? memory.isSheGuessed : memory.isHeGuessed) = sign > first + kUnnamed;
}

People peopleOfObject(const Clauses& clauses, const Entity& object, const People& subject, const Memory& memory,
                      const std::vector<Token>& tokens)
{
    if (object.kind != EntityKind::people)
        return {};
    if (!object.isObject)
        return object.people;
    const auto inSubject = [&subject](Cast::Number who) {
        return std::find(subject.begin(), subject.end(), who) != subject.end();
    };
    const std::string& word = tokens[object.first].word;
    if (word == "them") {
        People best = object.people;
        std::erase_if(best, inSubject);
        return best;
    }
    const Cast::Number bound = word == "him" ? memory.he : memory.she,
                       opposite = word == "him" ? memory.she : memory.he;
    if (bound != Cast::kNobody && !inSubject(bound))
        return {bound};
    const bool isCalledOut = memory.with.size() != 1 || inSubject(memory.with.front()) ||
                             (bound == Cast::kNobody && opposite == memory.with.front()) || bound != Cast::kNobody;
    if (!isCalledOut)
        return memory.with;
    // The last other person named before it, here or in the sentence before.
    for (auto entity = clauses.entities.rbegin(); entity != clauses.entities.rend(); ++entity)
        if (entity->last <= object.first && entity->kind == EntityKind::people && !entity->isPronoun)
            for (auto who = entity->people.rbegin(); who != entity->people.rend(); ++who)
                if (!inSubject(*who) && (memory.with.size() != 1 || *who != memory.with.front()))
                    return {*who};
    for (const Cast::Number other : {memory.lastOther, memory.otherBefore})
        if (other != Cast::kNobody && !inSubject(other))
            return {other};
    return {};
}

} // namespace weavemap::weaving
