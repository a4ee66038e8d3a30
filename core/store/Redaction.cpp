// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Redaction.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "core/base/Text.h"

// ICU's U8_ macros expand to old-style casts and narrowing that cannot be written otherwise.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#endif

namespace weavemap::store {

namespace {

constexpr std::string_view kTakenOut = "\xE2\x80\xA6";
/// Longer names are looked for in the order of speaking only: each comma is tried with each way to part them.
constexpr std::size_t kMostWordsTurned = 12;
/// How far around an occurrence a longer name of somebody else is looked for: bytes, and words.
constexpr std::size_t kAround = 128, kWordsAround = 6;

/// The character at `at`, which moves past it; negative for bytes that are not UTF-8.
UChar32 nextCharacter(std::string_view text, std::size_t& at)
{
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    auto index = static_cast<std::int32_t>(at);
    UChar32 character = 0;
    U8_NEXT(bytes, index, length, character);
    at = static_cast<std::size_t>(index);
    return character;
}

/// What a character is to a word.
enum class Part {
    none,     ///< stands between words
    letter,   ///< makes a word with its like
    alone,    ///< a word by itself: scripts without a space between words
    unmarked, ///< the same, of a script whose marks are vowels: they count
    attached, ///< belongs to the letter before it
};

Part partOf(UChar32 character)
{
    constexpr UChar32 kZeroWidthSpace = 0x200B, kFirstVowelJamo = 0x1160, kLastJamo = 0x11FF;
    if (character < 0x80)
        return character >= 0 && u_isalnum(character) ? Part::letter : Part::none;
    if (character == kZeroWidthSpace)
        return Part::none;
    if ((U_GET_GC_MASK(character) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0 ||
        (character >= kFirstVowelJamo && character <= kLastJamo))
        return Part::attached;
    if (!u_isalnum(character))
        return Part::none;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(character, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return Part::alone;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return Part::unmarked;
    default:
        return Part::letter;
    }
}

bool isComma(UChar32 character)
{
    return character == ',' || character == 0x060C || character == 0x3001 || character == 0xFF0C;
}

bool isFormat(UChar32 character) { return u_charType(character) == U_FORMAT_CHAR; }

/// Whether this may stand between two words of one name. A full stop may after an initial, or with no space beside it
/// ("ana.ruiz@"): otherwise it ends a sentence.
bool isUsualGap(std::string_view gap, bool isAfterInitial)
{
    bool hasStop = false, hasSpace = false;
    for (std::size_t at = 0; at < gap.size();) {
        const UChar32 character = nextCharacter(gap, at);
        if (character < 0)
            return false;
        if (u_isUWhiteSpace(character))
            hasSpace = true;
        else if (character == '.')
            hasStop = true;
        else if (character != '_' && character != '\'' && character != '`' && character != 0x00B4 &&
                 character != 0x2018 && character != 0x2019 && character != 0x2212 &&
                 u_charType(character) != U_DASH_PUNCTUATION && !isFormat(character))
            return false;
    }
    return !hasStop || !hasSpace || isAfterInitial;
}

/// One comma, and space.
bool isCommaGap(std::string_view gap)
{
    int commas = 0;
    for (std::size_t at = 0; at < gap.size();) {
        const UChar32 character = nextCharacter(gap, at);
        if (character >= 0 && isComma(character))
            ++commas;
        else if (character < 0 || (!u_isUWhiteSpace(character) && !isFormat(character)))
            return false;
    }
    return commas == 1;
}

/// Goes through a text word by word.
class WordScan
{
public:
    explicit WordScan(std::string_view text, std::size_t from = 0) : m_text(text), m_at(from) {}

    bool next()
    {
        while (m_at < m_text.size()) {
            m_begin = m_at;
            const UChar32 first = nextCharacter(m_text, m_at);
            const Part part = partOf(first);
            if (part == Part::none || part == Part::attached)
                continue;
            m_folded.clear();
            m_letters = 0;
            m_beginsSmall = u_islower(first);
            m_isAlone = part != Part::letter;
            add(first, part);
            readOn(part);
            return true;
        }
        return false;
    }

    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_at; }
    std::string_view written() const { return m_text.substr(m_begin, m_at - m_begin); }
    const std::string& folded() const { return m_folded; }
    bool beginsSmall() const { return m_beginsSmall; }
    bool isAlone() const { return m_isAlone; }
    bool isInitial() const { return m_letters == 1 && !m_isAlone; }

private:
    void readOn(Part of)
    {
        while (m_at < m_text.size()) {
            std::size_t after = m_at;
            const UChar32 character = nextCharacter(m_text, after);
            const Part part = partOf(character);
            if (part != Part::attached && (of != Part::letter || part != Part::letter))
                return;
            add(character, part == Part::attached && of == Part::unmarked ? of : part);
            m_at = after;
        }
    }

    void add(UChar32 character, Part part)
    {
        m_letters += part == Part::attached ? 0 : 1;
        if (character < 0x80) {
            m_folded += static_cast<char>(u_tolower(character));
        } else if (part == Part::unmarked) {
            icu::UnicodeString(character).toUTF8String(m_folded);
        } else if (!isFormat(character)) {
            auto& folded = m_known[character];
            if (!folded) {
                std::string utf8;
                folded = foldForSearch(icu::UnicodeString(character).toUTF8String(utf8));
            }
            m_folded += *folded;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_begin = 0;
    std::string m_folded;
    int m_letters = 0;
    bool m_beginsSmall = false, m_isAlone = false;
    std::unordered_map<UChar32, std::optional<std::string>> m_known; ///< folding asks ICU; once for each letter
};

/// "Ruiz, Ana" as it is spoken: "Ana Ruiz". Other names as they are.
std::string inOrderOfSpeaking(std::string_view name)
{
    std::size_t commas = 0, before = 0, after = 0;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t here = at;
        const UChar32 character = nextCharacter(name, at);
        if (character >= 0 && isComma(character)) {
            ++commas;
            before = here;
            after = at;
        }
    }
    const std::string_view last = trimmed(name.substr(0, before)), first = trimmed(name.substr(after));
    if (commas != 1 || last.empty() || first.empty())
        return std::string(trimmed(name));
    return std::string(first).append(1, ' ').append(last);
}

struct Word
{
    std::size_t begin, end;
    std::string folded;
    bool isInitial;
};

/// "Ben", neither "ben" nor "BEN".
bool isTitled(std::string_view word)
{
    std::size_t at = 0;
    const UChar32 first = nextCharacter(word, at);
    return at < word.size() && (u_isupper(first) || u_istitle(first)) && u_islower(nextCharacter(word, at));
}

/// The words around [begin, end), none of them cut.
std::vector<Word> wordsAround(std::string_view text, std::size_t begin, std::size_t end)
{
    const std::size_t from = begin > kAround ? begin - kAround : 0;
    const std::size_t until = std::min(text.size(), end + kAround);
    std::vector<Word> words;
    for (WordScan scan(text.substr(0, until), from); scan.next();)
        if ((from == 0 || scan.begin() > from + 3) && (until == text.size() || scan.end() + 3 < until))
            words.push_back({scan.begin(), scan.end(), scan.folded(), scan.isInitial()});
    return words;
}

/// Whether [begin, end) is a part of a longer name of somebody else, or shares a word with one.
bool belongsToAnother(std::string_view text, std::size_t begin, std::size_t end,
                      const std::unordered_set<std::string>& others)
{
    if (others.empty())
        return false;
    const std::vector<Word> words = wordsAround(text, begin, end);
    const auto isIn = [&](const Word& word) { return word.begin >= begin && word.end <= end; };
    const auto first = static_cast<std::size_t>(std::find_if(words.begin(), words.end(), isIn) - words.begin());
    const auto behind =
        static_cast<std::size_t>(std::find_if(words.rbegin(), words.rend(), isIn).base() - words.begin());
    for (std::size_t one = first > kWordsAround ? first - kWordsAround : 0; one < behind; ++one) {
        std::string key = words[one].folded;
        for (std::size_t next = one + 1; next < words.size() && next < behind + kWordsAround; ++next) {
            const Word& before = words[next - 1];
            if (!isUsualGap(text.substr(before.end, words[next].begin - before.end), before.isInitial))
                break;
            key.append(1, ' ').append(words[next].folded);
            if (next >= first && (one < first || next >= behind) && others.contains(key))
                return true;
        }
    }
    return false;
}

/// Whether "Ruiz, Ana" at [begin, end) is rather the middle of two names in a list: "Ben Ruiz, Ana Lopez".
bool isBetweenNames(std::string_view text, std::size_t begin, std::size_t end)
{
    const std::vector<Word> words = wordsAround(text, begin, end);
    const auto next = std::find_if(words.begin(), words.end(), [end](const Word& word) { return word.begin >= end; });
    const auto behind =
        std::find_if(words.begin(), words.end(), [begin](const Word& word) { return word.end > begin; });
    if (behind == words.begin() || next == words.end())
        return false;
    const Word& before = *std::prev(behind);
    return isTitled(text.substr(before.begin, before.end - before.begin)) &&
           isTitled(text.substr(next->begin, next->end - next->begin)) &&
           isUsualGap(text.substr(before.end, begin - before.end), before.isInitial) &&
           isUsualGap(text.substr(end, next->begin - end), false);
}

std::string withoutExact(std::string_view text, std::string_view name)
{
    std::string left;
    std::size_t copied = 0;
    if (!name.empty())
        for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, copied)) {
            left.append(text.substr(copied, at - copied)).append(kTakenOut);
            copied = at + name.size();
        }
    return left.append(text.substr(copied));
}

} // namespace

/// A word of the text that is one of the name's.
struct WrittenName::Found
{
    std::size_t number; ///< among all words of the text
    std::size_t word;   ///< in `m_pattern`
    std::size_t begin, end;
    bool beginsSmall, isInitial;
};

/// An occurrence: bytes, and which of the words found it takes.
struct WrittenName::Place
{
    std::size_t begin, end;
    std::size_t first, last;
};

WrittenName::WrittenName(std::string_view name, Likeness likeness)
    : m_name(inOrderOfSpeaking(name)), m_likeness(likeness)
{
    std::size_t end = 0, alone = 0;
    bool hasSpace = false, wasInitial = false;
    WordScan scan(m_name);
    while (scan.next()) {
        const std::string_view gap = std::string_view(m_name).substr(end, scan.begin() - end);
        if (m_words.empty()) {
            m_before = gap;
            m_beginsSmall = scan.beginsSmall();
        } else {
            hasSpace = hasSpace || gap.size() > trimmed(gap).size();
            if (!isUsualGap(gap, wasInitial))
                m_joints.emplace_back(gap);
            m_key += ' ';
        }
        m_key += scan.folded();
        m_words.push_back(likeness == Likeness::folded ? scan.folded() : std::string(scan.written()));
        alone += scan.isAlone() ? 1 : 0;
        wasInitial = scan.isInitial();
        end = scan.end();
    }
    m_after = m_name.substr(end);
    m_isOneWord = m_words.size() < 2 || (!hasSpace && alone < 3) || (alone == m_words.size() && alone < 3);

    // Knuth, Morris and Pratt: a text of the name's own words over and over is still gone through once.
    for (const std::string& word : m_words)
        m_pattern.push_back(
            static_cast<std::size_t>(std::find(m_words.begin(), m_words.end(), word) - m_words.begin()));
    m_fallback.assign(m_pattern.size(), 0);
    for (std::size_t at = 1, held = 0; at < m_pattern.size(); ++at) {
        while (held > 0 && m_pattern[at] != m_pattern[held])
            held = m_fallback[held - 1];
        held += m_pattern[at] == m_pattern[held] ? 1 : 0;
        m_fallback[at] = held;
    }
}

std::vector<WrittenName::Found> WrittenName::wordsIn(std::string_view text) const
{
    std::vector<Found> found;
    std::size_t number = 0;
    const std::unordered_map<std::string_view, std::size_t> known = [this] {
        std::unordered_map<std::string_view, std::size_t> first;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            first.try_emplace(m_words[i], i);
        return first;
    }();
    for (WordScan scan(text); scan.next(); ++number) {
        const auto word = known.find(m_likeness == Likeness::folded ? std::string_view(scan.folded()) : scan.written());
        if (word != known.end())
            found.push_back({number, word->second, scan.begin(), scan.end(), scan.beginsSmall(), scan.isInitial()});
    }
    return found;
}

bool WrittenName::isJoined(std::string_view text, const Found& one, const Found& next) const
{
    if (next.number != one.number + 1)
        return false;
    const std::string_view gap = text.substr(one.end, next.begin - one.end);
    return isUsualGap(gap, one.isInitial) || std::find(m_joints.begin(), m_joints.end(), gap) != m_joints.end();
}

void WrittenName::findAsWritten(std::string_view text, const std::vector<Found>& found,
                                std::vector<Place>& places) const
{
    const std::size_t words = m_pattern.size();
    const bool maySmall = words > 1 || m_beginsSmall;
    std::size_t held = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (held > 0 && !isJoined(text, found[i - 1], found[i]))
            held = 0;
        while (held > 0 && m_pattern[held] != found[i].word)
            held = m_fallback[held - 1];
        held += m_pattern[held] == found[i].word ? 1 : 0;
        if (held < words)
            continue;
        held = 0;
        const std::size_t first = i + 1 - words;
        if (maySmall || !found[i].beginsSmall)
            places.push_back({found[first].begin, found[i].end, first, i});
    }
}

void WrittenName::findLastNameFirst(std::string_view text, const std::vector<Found>& found,
                                    std::vector<Place>& places) const
{
    const std::size_t words = m_pattern.size();
    if (words < 2 || words > kMostWordsTurned)
        return;
    std::vector<bool> taken(found.size());
    for (const Place& place : places)
        for (std::size_t i = place.first; i <= place.last; ++i)
            taken[i] = true;
    // Whether `count` words of the name from its word `of` on stand at `at`, joined.
    const auto stand = [&](std::size_t at, std::size_t of, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            if (taken[at + i] || found[at + i].word != m_pattern[of + i] ||
                (i > 0 && !isJoined(text, found[at + i - 1], found[at + i])))
                return false;
        return true;
    };
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        if (found[i + 1].number != found[i].number + 1 ||
            !isCommaGap(text.substr(found[i].end, found[i + 1].begin - found[i].end)))
            continue;
        for (std::size_t firsts = 1; firsts < words; ++firsts) {
            const std::size_t lasts = words - firsts;
            if (lasts > i + 1 || firsts > found.size() - i - 1)
                continue;
            const std::size_t first = i + 1 - lasts, last = i + firsts;
            if (!stand(first, firsts, lasts) || !stand(i + 1, 0, firsts) ||
                isBetweenNames(text, found[first].begin, found[last].end))
                continue;
            places.push_back({found[first].begin, found[last].end, first, last});
            for (std::size_t at = first; at <= last; ++at)
                taken[at] = true;
            break;
        }
    }
}

std::string WrittenName::takenOutOf(std::string_view text, const std::unordered_set<std::string>& others) const
{
    if (m_words.empty())
        return withoutExact(text, m_name);
    const std::vector<Found> found = wordsIn(text);
    std::vector<Place> places;
    findAsWritten(text, found, places);
    findLastNameFirst(text, found, places);
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });

    std::string left;
    std::size_t copied = 0;
    for (Place place : places) {
        if (belongsToAnother(text, place.begin, place.end, others))
            continue;
        if (text.substr(copied, place.begin - copied).ends_with(m_before))
            place.begin -= m_before.size();
        if (text.substr(place.end).starts_with(m_after))
            place.end += m_after.size();
        left.append(text.substr(copied, place.begin - copied)).append(kTakenOut);
        copied = place.end;
    }
    return left.append(text.substr(copied));
}

std::string withoutName(std::string_view text, std::string_view name) { return WrittenName(name).takenOutOf(text); }

} // namespace weavemap::store
