// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/NamesSaid.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/base/Text.h"
#include "core/store/RedactionWords.h"

// ICU's U8_ macros expand to old-style casts and narrowing that cannot be written otherwise.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#endif

namespace weavemap::actions {

namespace {

constexpr std::size_t kMostWords = 8;    ///< of a name inside a longer text
constexpr std::size_t kMostLetters = 64; ///< the same, of a name that is looked for letter by letter
constexpr std::size_t kMostDigits = 4;

enum class Mark {
    letter,   ///< makes a word with its like
    alone,    ///< a word by itself, too: of a script without a space between words
    symbol,   ///< makes a word with its like, but not with letters
    attached, ///< belongs to the letter before it
    nothing,  ///< is not there
    space,    ///< parts words
    dot,      ///< parts entries of a list, or the words of one name
    breaks,   ///< parts entries of a list
};

/// A word, or a letter that may be one.
struct Piece
{
    std::string text;
    int part = 0; ///< which entry of a list it belongs to
    int list = 0; ///< the same, but for dots between words
    bool isAlone = false;
    bool goesOn = false; ///< nothing stands between it and the letter before: one word where spaces part words
};

struct Word
{
    std::string text;
    int part = 0;
};

Mark markOfAscii(char character)
{
    if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9'))
        return Mark::letter;
    return std::string_view(",;/|&+\n\r").find(character) != std::string_view::npos ? Mark::breaks : Mark::space;
}

/// Of a folded text: what was composed is taken apart, a Hangul syllable too.
Mark markOf(UChar32 character)
{
    constexpr UChar32 kUnreadable = 0xFFFD, kLongVowel = 0x30FC;
    if (character >= 0 && character < 0x80)
        return markOfAscii(static_cast<char>(character));
    if (character < 0 || character == kUnreadable)
        return Mark::space;
    switch (character) {
    case 0x3001:
    case 0x060C:
    case 0x2022:
    case 0x2028:
    case 0x2029:
        return Mark::breaks;
    case 0x30FB:
    case 0x00B7:
        return Mark::dot;
    default:
        break;
    }
    const std::uint32_t category = U_GET_GC_MASK(character);
    // Also a space of no width: who hides a name in one shall not bring it onto a map.
    if ((category & U_GC_CF_MASK) != 0)
        return Mark::nothing;
    switch (store::wordPartOf(character)) {
    case store::WordPart::none:
        return (category & U_GC_SO_MASK) != 0 ? Mark::symbol : Mark::space;
    case store::WordPart::attached:
        return Mark::attached;
    case store::WordPart::alone:
    case store::WordPart::unmarked:
        return Mark::alone;
    case store::WordPart::letter:
        break;
    }
    return character == kLongVowel ? Mark::alone : Mark::letter;
}

std::vector<Piece> piecesOf(std::string_view text)
{
    const std::string folded = foldForSearch(text);
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
    const auto length = static_cast<std::int32_t>(folded.size());
    std::vector<Piece> pieces;
    Mark open = Mark::space; // what the last piece is made of; a gap closes it
    int part = 0, list = 0;
    for (std::int32_t at = 0; at < length;) {
        const std::int32_t begin = at;
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        Mark mark = markOf(character);
        if (mark == Mark::nothing)
            continue;
        if (mark == Mark::space || mark == Mark::dot || mark == Mark::breaks) {
            open = Mark::space;
            part += mark == Mark::space ? 0 : 1;
            list += mark == Mark::breaks ? 1 : 0;
            continue;
        }
        const bool isAttached = mark == Mark::attached && open != Mark::space;
        if (mark == Mark::attached)
            mark = isAttached ? open : Mark::letter;
        if (!isAttached && (open != mark || mark == Mark::alone))
            pieces.push_back({{}, part, list, mark == Mark::alone, open == mark});
        open = mark;
        pieces.back().text.append(folded, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
    return pieces;
}

/// As spaces part them.
std::vector<Word> wordsOf(const std::vector<Piece>& pieces)
{
    std::vector<Word> words;
    for (const Piece& piece : pieces) {
        if (!piece.goesOn)
            words.push_back({{}, piece.part});
        words.back().text += piece.text;
    }
    return words;
}

bool hasLettersAlone(const std::vector<Piece>& pieces)
{
    return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.isAlone; });
}

/// One more letter of a name that is found letter by letter.
void addLetter(std::string& key, const Piece& piece) { key.append(key.empty() ? "" : " ").append(piece.text); }

std::string lettersOf(const std::vector<Piece>& pieces)
{
    std::string key;
    for (const Piece& piece : pieces)
        addLetter(key, piece);
    return key;
}

/// Words in an order of their own; empty where they are no name.
std::string keyOf(const std::vector<Word>& words, std::size_t from, std::size_t count)
{
    std::vector<std::string_view> sorted;
    for (std::size_t i = from; i < from + count; ++i)
        sorted.push_back(words[i].text);
    std::sort(sorted.begin(), sorted.end());
    std::string key;
    for (const std::string_view word : sorted)
        key.append(key.empty() ? "" : " ").append(word);
    const bool digits = std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && key.size() <= kMostDigits ? std::string() : key;
}

bool isAddress(std::string_view token)
{
    const std::size_t at = std::min(token.find('@'), token.find("\uFF20"));
    return at != std::string_view::npos && at > 0 && at + 1 < token.size();
}

/// The parts of a text that are addresses: "Sam <sam@example.org>; kim@example.org" has two.
std::vector<std::string> addressesIn(std::string_view text)
{
    std::vector<std::string> addresses;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (const auto token = text.substr(begin, end - begin); isAddress(token))
            addresses.emplace_back(token);
    };
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        const auto here = static_cast<std::size_t>(at);
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        const bool parts = character == '<' || character == '>' || character == ';' || character == ',' ||
                           (character >= 0 && u_isUWhiteSpace(character));
        if (!parts)
            continue;
        close(here);
        begin = static_cast<std::size_t>(at);
    }
    close(text.size());
    return addresses;
}

int strictness(ShowConsent consent)
{
    switch (consent) {
    case ShowConsent::byName:
        return 0;
    case ShowConsent::unset:
        return 1;
    case ShowConsent::byCode:
        return 2;
    case ShowConsent::notShown:
        return 3;
    }
    return 3;
}

} // namespace

NameFinder::NameFinder(const std::vector<Person>& people)
{
    const auto add = [](std::unordered_map<std::string, SaidName>& names, std::string key, const SaidName& said) {
        if (key.empty())
            return;
        const auto [found, isNew] = names.emplace(std::move(key), said);
        if (!isNew && strictness(said.consent) > strictness(found->second.consent))
            found->second = said;
    };
    int number = 0;
    for (const Person& person : people) {
        ++number;
        const SaidName said{person.name, person.consent, number};
        for (const std::string& text : {person.name, person.email}) {
            const std::vector<Piece> pieces = piecesOf(text);
            const std::vector<Word> words = wordsOf(pieces);
            add(m_names, keyOf(words, 0, words.size()), said);
            if (pieces.size() < 2 || pieces.size() > kMostLetters || !hasLettersAlone(pieces))
                continue;
            std::string beginning;
            for (const Piece& piece : pieces) {
                addLetter(beginning, piece);
                m_beginnings.insert(beginning);
            }
            add(m_letters, std::move(beginning), said);
        }
    }
}

std::vector<SaidName> NameFinder::whole(std::string_view text) const
{
    const std::vector<Piece> pieces = piecesOf(text);
    const std::vector<Word> words = wordsOf(pieces);
    if (const auto found = m_names.find(keyOf(words, 0, words.size())); found != m_names.end())
        return {found->second};
    if (const auto found = m_letters.find(lettersOf(pieces)); found != m_letters.end())
        return {found->second};
    return {};
}

std::vector<SaidName> NameFinder::within(std::string_view text) const
{
    std::vector<SaidName> said = whole(text);
    if (!said.empty())
        return said;
    const auto add = [&said](const SaidName& who) {
        if (std::find(said.begin(), said.end(), who) == said.end())
            said.push_back(who);
    };
    const std::vector<Piece> pieces = piecesOf(text);
    const std::vector<Word> words = wordsOf(pieces);
    const auto standsAlone = [&words](std::size_t from, std::size_t count) {
        const int part = words[from].part;
        return words[from + count - 1].part == part && (from == 0 || words[from - 1].part != part) &&
               (from + count == words.size() || words[from + count].part != part);
    };
    const auto namedFrom = [&](std::size_t from) {
        for (std::size_t count = std::min(kMostWords, words.size() - from); count > 0; --count) {
            if (count == 1 && !standsAlone(from, 1))
                continue;
            if (const auto found = m_names.find(keyOf(words, from, count)); found != m_names.end()) {
                add(found->second);
                return count;
            }
        }
        return std::size_t{1};
    };
    // The longest name that begins here, letter by letter.
    const auto speltFrom = [&](std::size_t from) {
        std::size_t taken = 1;
        const SaidName* who = nullptr;
        std::string key;
        for (std::size_t at = from; at < pieces.size() && pieces[at].list == pieces[from].list; ++at) {
            addLetter(key, pieces[at]);
            if (!m_beginnings.contains(key))
                break;
            if (const auto found = m_letters.find(key); found != m_letters.end()) {
                who = &found->second;
                taken = at - from + 1;
            }
        }
        if (who != nullptr)
            add(*who);
        return taken;
    };
    // Both in the order of the text, piece by piece.
    std::size_t nextWord = 0, nextPiece = 0, word = 0;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (!pieces[at].goesOn && word++ == nextWord)
            nextWord += namedFrom(nextWord);
        if (at == nextPiece)
            nextPiece += speltFrom(at);
    }
    return said;
}

bool NameFinder::mayName(std::string_view text) const
{
    const std::vector<Word> words = wordsOf(piecesOf(text));
    for (std::size_t at = 0; at < words.size(); ++at)
        if (m_names.contains(keyOf(words, at, 1)))
            return true;
    return false;
}

std::vector<SaidName> namesSaid(const NameFinder& finder, std::string_view field, std::string_view value)
{
    if (value.empty() || field == "level" || field == "kind")
        return {};
    std::vector<SaidName> said = field == "organization" ? finder.whole(value) : finder.within(value);
    for (std::string& address : addressesIn(value)) {
        std::vector<SaidName> whose = finder.whole(address);
        if (whose.empty())
            whose.push_back({std::move(address), ShowConsent::unset, 0});
        for (SaidName& who : whose)
            if (std::find(said.begin(), said.end(), who) == said.end())
                said.push_back(std::move(who));
    }
    return said;
}

bool saysNames(const NetworkData& data, const NameFinder& finder, std::string_view field)
{
    if (!field.starts_with("attribute:"))
        return false;
    std::unordered_map<std::string, std::size_t> counts;
    for (const auto& [person, value] : valuesOfField(data, field))
        ++counts[value];
    std::size_t values = 0, names = 0, people = 0, named = 0;
    for (const auto& [value, count] : counts) {
        const bool isName = !namesSaid(finder, field, value).empty();
        if (!isName && finder.mayName(value))
            return true;
        ++values;
        people += count;
        names += isName ? 1 : 0;
        named += isName ? count : 0;
    }
    return names > 0 && (names * 2 > values || named * 2 > people);
}

} // namespace weavemap::actions
