// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Redaction.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/base/Text.h"
#include "core/store/RedactionWords.h"

namespace weavemap::store {

namespace {

constexpr std::string_view kTakenOut = "\xE2\x80\xA6";
/// Longer names are looked for in the order of speaking only: each comma is tried with each way to part them.
constexpr std::size_t kMostWordsTurned = 12;
/// How far around an occurrence a longer name of somebody else is looked for: bytes, and words.
constexpr std::size_t kAround = 128, kWordsAround = 6;

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

/// The same letters in the same bytes, whether their marks came apart or not.
std::string composed(std::string_view word)
{
    UErrorCode status = U_ZERO_ERROR;
    std::string utf8;
    const icu::Normalizer2* const form = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString letters =
        icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
    if (U_FAILURE(status))
        return std::string(word);
    return form->normalize(letters, status).toUTF8String(utf8);
}

struct Word
{
    std::size_t begin, end;
    std::string folded;
    bool isInitial;
};

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

/// Whether [begin, end) shares a word with a name of somebody else: "Ana Ruiz" in "Ana Ruiz Soto", or "Ruiz, Ana" in
/// "Ben Ruiz, Ana Lopez".
bool sharesWords(std::string_view text, std::size_t begin, std::size_t end, const std::unordered_set<std::string>& keys)
{
    if (keys.empty())
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
            if (next >= first && (one < first || next >= behind) && keys.contains(key))
                return true;
        }
    }
    return false;
}

} // namespace

/// A word of the text that is one of the name's.
struct WrittenName::Found
{
    std::size_t number; ///< among all words of the text
    std::size_t word;   ///< in `m_pattern`
    std::size_t begin, end;
    bool beginsSmall, isCapital, isInitial;
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
            m_exactKey += ' ';
        }
        m_key += scan.folded();
        m_exactKey += composed(scan.written());
        m_hasCapital = m_hasCapital || scan.isCapital();
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
            found.push_back({number, word->second, scan.begin(), scan.end(), scan.beginsSmall(), scan.isCapital(),
                             scan.isInitial()});
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
            if (!stand(first, firsts, lasts) || !stand(i + 1, 0, firsts))
                continue;
            places.push_back({found[first].begin, found[last].end, first, last});
            for (std::size_t at = first; at <= last; ++at)
                taken[at] = true;
            break;
        }
    }
}

std::vector<WrittenName::Place> WrittenName::placesIn(std::string_view text, const std::vector<Found>& found) const
{
    std::vector<Place> places;
    findAsWritten(text, found, places);
    findLastNameFirst(text, found, places);
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
    return places;
}

bool WrittenName::isOrdinaryWords(std::string_view text, const std::vector<Found>& found, const Place& place) const
{
    if (!m_hasCapital)
        return false;
    bool isAddress = place.last > place.first;
    for (std::size_t i = place.first; i <= place.last; ++i) {
        if (found[i].isCapital)
            return false;
        if (i > place.first)
            for (const char mark : text.substr(found[i - 1].end, found[i].begin - found[i - 1].end))
                isAddress = isAddress && (mark == '_' || mark == '.');
    }
    return !isAddress;
}

bool WrittenName::holdsWordsOf(const WrittenName& other) const
{
    const auto wordsOf = [](std::string_view key) {
        std::vector<std::string_view> words;
        for (std::size_t at = 0; at < key.size();) {
            const std::size_t end = std::min(key.find(' ', at), key.size());
            words.push_back(key.substr(at, end - at));
            at = end + 1;
        }
        std::sort(words.begin(), words.end());
        return words;
    };
    const auto all = wordsOf(m_key), some = wordsOf(other.m_key);
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

std::string WrittenName::takenOutOf(std::string_view text, const KeptNames& kept, Where where) const
{
    if (m_words.empty())
        return std::string(text);
    const std::vector<Found> found = wordsIn(text);
    const std::vector<Place> places = placesIn(text, found);
    if (places.empty())
        return std::string(text);
    // Where a kept name stands, in order; overlapping ones as one.
    std::vector<std::pair<std::size_t, std::size_t>> keptPlaces;
    for (const WrittenName& other : kept.m_longer)
        for (const Place& place : other.placesIn(text, other.wordsIn(text)))
            keptPlaces.emplace_back(place.begin, place.end);
    std::sort(keptPlaces.begin(), keptPlaces.end());

    std::string left;
    std::size_t copied = 0, nextKept = 0, keptUntil = 0;
    for (Place place : places) {
        for (; nextKept < keptPlaces.size() && keptPlaces[nextKept].first < place.end; ++nextKept)
            keptUntil = std::max(keptUntil, keptPlaces[nextKept].second);
        if (keptUntil > place.begin || (where == Where::elsewhere && isOrdinaryWords(text, found, place)) ||
            sharesWords(text, place.begin, place.end, kept.m_keys))
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

KeptNames::KeptNames(const WrittenName& erased, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        WrittenName other(name);
        if (other.key().empty() || other.key() == erased.key())
            continue;
        m_keys.insert(other.key());
        if (other.holdsWordsOf(erased))
            m_longer.push_back(std::move(other));
    }
}

} // namespace weavemap::store
