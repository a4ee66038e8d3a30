// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace weavemap::weaving {

enum class VerbForm : unsigned { base = 1, third = 2, past = 4, participle = 8, ing = 16 };

/// A verb that rules know, and the forms that a written word may be of it ("put" is base, past and participle).
struct Verb
{
    std::string_view lemma; ///< empty: no verb that is known
    unsigned forms = 0;
    explicit operator bool() const { return !lemma.empty(); }
    bool has(VerbForm form) const { return (forms & static_cast<unsigned>(form)) != 0; }
};

/// Of a folded word.
Verb verbOf(const std::string& word);

/// Classes of words. Each is a table in Lexicon.cpp.
enum class WordClass {
    determiner,  ///< a, the, his, some ...: what follows is a noun
    auxiliary,   ///< has, is, does, 'll ...
    modal,       ///< might, would ...: what follows did not happen
    adverb,      ///< may stand between a subject and its verb
    negation,    ///< not, never ...
    time,        ///< week, month, today ...
    role,        ///< colleague, friend, coach ...: says what somebody is
    title,       ///< Mr, Dr ...: a surname follows
    place,       ///< School, Ave ...: the name before it is a place
    common,      ///< English words that are names too, and words that begin no name
    preposition, ///< ends a phrase
    somebody,    ///< someone, anyone ...: a kind of person
    vague,       ///< nothing, help, it ...: names nothing that could be needed
};

bool isA(WordClass wordClass, const std::string& word);

} // namespace weavemap::weaving
