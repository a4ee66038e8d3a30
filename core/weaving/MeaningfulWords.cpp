// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/MeaningfulWords.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/base/Text.h"

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostWords = 64;

/// Runs of letters, marks and digits.
std::vector<std::string_view> runs(std::string_view utf8)
{
    std::vector<std::string_view> found;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size(), std::size_t{1} << 20));
    std::int32_t at = 0, begin = -1;
    const auto close = [&](std::int32_t end) {
        if (begin >= 0)
            found.push_back(utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
        begin = -1;
    };
    while (at < length) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        const bool isWord = c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
        if (isWord && begin < 0)
            begin = from;
        else if (!isWord)
            close(from);
    }
    close(length);
    return found;
}

bool endsWith(std::string_view word, std::string_view end)
{
    return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

/// English plurals, roughly; words in "ss", "us" and "is" are none.
std::string singular(std::string word)
{
    if (word.size() < 4 || !endsWith(word, "s") || endsWith(word, "ss") || endsWith(word, "us") || endsWith(word, "is"))
        return word;
    if (endsWith(word, "ies") && word.size() > 4)
        return word.substr(0, word.size() - 3) + 'y';
    for (const std::string_view end : {"ches", "shes", "sses", "xes"})
        if (endsWith(word, end))
            return word.substr(0, word.size() - 2);
    word.pop_back();
    return word;
}

/// Words without a meaning of their own, and those of needs and offers in general; in the singular.
const std::unordered_set<std::string_view>& emptyWords()
{
    static const std::unordered_set<std::string_view> kWords{
        "a",       "about",     "after",  "again",  "all",     "also",   "an",    "and",     "another", "any",
        "anybody", "anyone",    "are",    "around", "as",      "ask",    "at",    "back",    "be",      "because",
        "been",    "before",    "being",  "best",   "better",  "both",   "but",   "by",      "can",     "colleague",
        "could",   "did",       "do",     "does",   "doing",   "done",   "each",  "either",  "else",    "even",
        "every",   "few",       "find",   "first",  "for",     "from",   "get",   "give",    "go",      "good",
        "had",     "happy",     "has",    "have",   "having",  "he",     "help",  "her",     "here",    "him",
        "his",     "how",       "i",      "idea",   "if",      "in",     "into",  "is",      "it",      "its",
        "just",    "know",      "last",   "learn",  "less",    "let",    "like",  "look",    "made",    "make",
        "many",    "may",       "me",     "member", "might",   "more",   "most",  "much",    "must",    "my",
        "need",    "new",       "next",   "no",     "not",     "now",    "of",    "off",     "offer",   "on",
        "one",     "only",      "open",   "or",     "other",   "our",    "out",   "over",    "own",     "people",
        "person",  "really",    "school", "share",  "she",     "should", "show",  "so",      "some",    "somebody",
        "someone", "something", "still",  "such",   "support", "take",   "talk",  "teacher", "than",    "that",
        "the",     "their",     "them",   "then",   "there",   "these",  "they",  "thing",   "think",   "this",
        "those",   "through",   "time",   "to",     "too",     "try",    "under", "until",   "up",      "use",
        "us",      "very",      "want",   "was",    "way",     "we",     "well",  "were",    "what",    "when",
        "where",   "which",     "while",  "who",    "whom",    "why",    "will",  "with",    "without", "work",
        "would",   "year",      "yet",    "you",    "your"};
    return kWords;
}

} // namespace

std::vector<MeaningfulWord> meaningfulWords(std::string_view utf8)
{
    std::vector<MeaningfulWord> words;
    for (const std::string_view run : runs(utf8)) {
        std::string folded = foldForSearch(run);
        if (emptyWords().contains(folded))
            continue;
        std::string key = singular(std::move(folded));
        // One letter of a Latin word ("s" of "Ana’s") says nothing; of other scripts it may be a word.
        if (key.size() < 2 || emptyWords().contains(key))
            continue;
        if (std::any_of(words.begin(), words.end(), [&key](const MeaningfulWord& word) { return word.key == key; }))
            continue;
        words.push_back({std::move(key), std::string(run)});
        if (words.size() == kMostWords)
            break;
    }
    return words;
}

std::string topicKey(std::string_view topic)
{
    std::string key;
    for (const std::string_view run : runs(topic)) {
        if (!key.empty())
            key.push_back(' ');
        key += singular(foldForSearch(run));
    }
    return key;
}

} // namespace weavemap::weaving
