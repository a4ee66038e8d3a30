// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/TokenTests.h"

#include "core/weaving/Lexicon.h"
#include "core/weaving/OneOf.h"

namespace weavemap::weaving {

namespace {

/// Whether something here goes "to" somebody, or away.
bool goesTo(const std::vector<Token>& tokens, std::size_t i, std::size_t last)
{
    for (; i < last && tokens[i].kind == TokenKind::word; ++i)
        if (tokens[i].is("to") || tokens[i].is("away") || tokens[i].is("back"))
            return true;
    return false;
}

} // namespace

bool isFiniteVerb(const std::vector<Token>& tokens, std::size_t at, std::size_t last)
{
    while (at < last && isA(WordClass::adverb, tokens[at].word) && !tokens[at].is("together"))
        ++at;
    if (at >= last || tokens[at].kind != TokenKind::word)
        return false;
    const Token& token = tokens[at];
    const Verb verb = verbOf(token.word);
    if (token.isTail)
        return token.word != "'s" || (at + 1 < last && (verbOf(tokens[at + 1].word).has(VerbForm::ing) ||
                                                        isA(WordClass::determiner, tokens[at + 1].word)));
    return verb.has(VerbForm::third) || verb.has(VerbForm::past) ||
           (isA(WordClass::auxiliary, token.word) && token.word != "to") ||
           (isA(WordClass::modal, token.word) && token.word != "to");
}

bool isCopula(const std::vector<Token>& tokens, std::size_t i, std::size_t last)
{
    if (isFiniteVerb(tokens, i, last))
        return true;
    if (i + 1 >= last)
        return false;
    const Token& next = tokens[i + 1];
    if (next.kind == TokenKind::word && (isA(WordClass::determiner, next.word) || next.word.ends_with("ly")))
        return true;
    static constexpr std::string_view kAdjectives[]{
        "short", "low",     "stuck", "keen",        "happy",     "glad",       "willing", "open",  "up",
        "on",    "at",      "out",   "off",         "swamped",   "back",       "here",    "new",   "game",
        "ready", "free",    "tired", "overwhelmed", "desperate", "worried",    "retired", "away",  "under",
        "with",  "friends", "close", "busy",        "eager",     "interested", "good",    "great", "struggling"};
    const bool isAlone = isOneOf(next.word, kAdjectives);
    const bool goesOn = i + 2 < last && (isA(WordClass::preposition, tokens[i + 2].word) || tokens[i + 2].is("to"));
    if (isAlone && (goesOn || next.is("swamped") || next.is("stuck")))
        return true;
    return next.is("after") || next.is("been") || next.is("in") || next.is("not") || next.is("never") ||
           next.is("also") || next.is("still") || next.is("got");
}

bool isPossessiveHer(const std::vector<Token>& tokens, TokenRange range, std::size_t i)
{
    if (i + 1 >= range.last)
        return false;
    // "her #phonics screener"
    if (tokens[i + 1].kind == TokenKind::topic)
        return i + 2 < range.last && tokens[i + 2].kind == TokenKind::word && !tokens[i + 2].isTail &&
               !isA(WordClass::preposition, tokens[i + 2].word) && !isA(WordClass::auxiliary, tokens[i + 2].word) &&
               !isA(WordClass::adverb, tokens[i + 2].word);
    const Token& next = tokens[i + 1];
    if (next.kind != TokenKind::word || next.mark != '\0')
        return false;
    // "Ben + her run a book group"
    if (i > range.first && tokens[i - 1].kind == TokenKind::joiner && verbOf(next.word).has(VerbForm::base))
        return false;
    static constexpr std::string_view kFollows[]{
        "back",       "up",       "again", "out",  "down",  "off",   "how", "know",    "directly", "first",
        "personally", "publicly", "that",  "any",  "early", "later", "why", "too",     "re",       "away",
        "home",       "here",     "there", "what", "when",  "where", "who", "whether", "if"};
    if (isOneOf(next.word, kFollows))
        return false;
    if (i > range.first) {
        const std::string_view lemma = verbOf(tokens[i - 1].word).lemma;
        const bool lets = lemma == "help" || lemma == "let" || lemma == "make" || lemma == "watch" || lemma == "see";
        if (lets && verbOf(next.word).has(VerbForm::base))
            return false;
        // "gave her great advice", not "gave her van to Ben"
        const bool gives = lemma == "give" || lemma == "lend" || lemma == "loan" || lemma == "hand" || lemma == "owe";
        if (gives && !goesTo(tokens, i + 1, range.last))
            return false;
    }
    if (next.is("two") || next.is("first") || next.is("own") || next.is("three") || next.is("last") || next.is("new"))
        return true;
    return !isA(WordClass::determiner, next.word) && !isA(WordClass::preposition, next.word) &&
           !isA(WordClass::auxiliary, next.word) && !isA(WordClass::adverb, next.word);
}

bool isPlaceName(const std::vector<Token>& tokens, TokenRange sentence, TokenRange name)
{
    const auto [begin, end] = name;
    if (end < sentence.last && tokens[end].kind == TokenKind::word && !tokens[end].isTail && tokens[end].isCapital &&
        isA(WordClass::place, tokens[end].word))
        return true;
    if (begin == sentence.first)
        return false;
    const std::string& before = tokens[begin - 1].word;
    const bool isOneWord = end - begin == 1;
    if (isOneWord && (before == "in" || before == "near"))
        return true;
    static constexpr std::string_view kMoves[]{"moved", "move",  "moving", "drove", "flew",    "travels",  "commutes",
                                               "came",  "comes", "is",     "'s",    "driving", "relocated"};
    if (!isOneWord || (before != "from" && before != "to") || begin < sentence.first + 2)
        return false;
    // "came to Gwen for advice"
    if (before == "to" && end < sentence.last &&
        (tokens[end].is("for") || tokens[end].is("about") || tokens[end].is("with")))
        return false;
    const std::string& verb = tokens[begin - 2].word;
    return isOneOf(verb, kMoves);
}

bool isJourney(const std::vector<Token>& tokens, std::size_t first, std::size_t begin)
{
    static constexpr std::string_view kJourneys[]{"drive", "trip", "flight", "bus",  "train",   "moved",   "moving",
                                                  "drove", "flew", "way",    "road", "commute", "travels", "driving"};
    return begin >= first + 2 && (tokens[begin - 1].is("to") || tokens[begin - 1].is("from")) &&
           isOneOf(tokens[begin - 2].word, kJourneys);
}

} // namespace weavemap::weaving
