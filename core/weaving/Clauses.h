// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/weaving/Lexicon.h"
#include "core/weaving/Names.h"

namespace weavemap::weaving {

using People = std::vector<Cast::Number>;

enum class EntityKind {
    people,  ///< somebody known, by name or pronoun
    doubt,   ///< a name that fits several people
    writer,  ///< I and we of the staff
    reader,  ///< "you", said to the staff
    unknown, ///< somebody who is nobody here
};

/// A name that fits several people: tokens [first, last).
struct NameDoubt
{
    std::size_t first = 0;
    std::size_t last = 0;
    People candidates;
};

/// Somebody who is meant by an entity as far as can be guessed.
struct Guess
{
    Cast::Number who = Cast::kNobody;
    Doubt doubt = Doubt::none;
};

/// A name, a pronoun or several joined by "and": tokens [first, last).
struct Entity
{
    std::size_t first = 0;
    std::size_t last = 0;
    EntityKind kind = EntityKind::people;
    People people;
    std::vector<NameDoubt> doubts; ///< names among them that fit several
    std::vector<Guess> guesses;    ///< those of `people` who need not be meant
    bool isPronoun = false;        ///< him, she, they ...
    bool isObject = false;         ///< him, her, them, me, us: settled when the subject is known
    bool isPossessive = false;     ///< Ana's
    bool hasWriter = false;        ///< "Patrick and I"
};

/// A verb of a sentence with what stands around it.
struct VerbUse
{
    std::size_t token = 0;
    std::size_t groupFirst = 0; ///< first of its auxiliaries and adverbs
    std::size_t end = 0;        ///< where its complement ends at the latest
    Verb verb;
    EntityKind subjectKind = EntityKind::people;
    People subject;
    std::vector<NameDoubt> subjectDoubts;
    std::size_t subjectToken = 0; ///< groupFirst where there is none written
    std::string_view matrix;      ///< lemma of the verb it hangs on by "to" ("wants to meet": want), or its adjective
    bool isNegated = false;
    bool isUnreal = false; ///< might, would, wants to: did not happen
    bool isUsedTo = false;
    bool isPerfect = false;
    bool isPastPerfect = false;
    bool isFuture = false;
    bool isImperative = false; ///< bare verb, nobody before it
    bool isElided = false;     ///< no subject written
    bool isPassive = false;
    bool isProgressive = false;
};

/// What a note has told up to a sentence: who is meant by she, he and they.
struct Memory
{
    People with;
    Cast::Number she = Cast::kNobody;
    Cast::Number he = Cast::kNobody;
    bool isSheGuessed = false;
    bool isHeGuessed = false;
    People lastPair;                          ///< the last two or more spoken of together
    Cast::Number lastOther = Cast::kNobody;   ///< the last one named who was not called
    Cast::Number otherBefore = Cast::kNobody; ///< the same before the sentence
    People previousSubject;                   ///< of the sentence before
    bool previousHasCalled = false;
    People wholeNames; ///< whoever was named beyond doubt
};

/// One sentence with its people and verbs resolved.
struct Clauses
{
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<Entity> entities;
    std::vector<VerbUse> verbs;
    People speaker;                       ///< who "I" is where it is not the staff
    bool isByWriter = false;              ///< words without a subject are the staff's own
    std::optional<Cast::Number> reporter; ///< "According to Wanda", "Terrence told her that": who told it
    People subjectByDefault;              ///< of words without a subject
    bool hasCondition = false;            ///< an "if" at `condition`
    std::size_t condition = 0;
    bool isDenied = false; ///< doubts, "not sure", "thought": what hangs on it is not said
    std::size_t denial = 0;

    const Entity* entityAt(std::size_t token) const;       ///< that begins here
    const Entity* entityEndingAt(std::size_t token) const; ///< whose last token is before this one
};

} // namespace weavemap::weaving
