// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/NamesSaid.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

constexpr std::size_t kMostWords = 8; ///< of a name inside a longer text
constexpr std::size_t kMostDigits = 4;

struct Word
{
    std::string text;
    int part = 0; ///< which entry of a list it belongs to
};

enum class Mark { letter, nothing, space, breaks };

/// What stands at `at`, and how many bytes it takes.
std::pair<Mark, std::size_t> markAt(std::string_view folded, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(folded[at]);
    if (byte < 0x80) {
        if (std::isalnum(byte) != 0)
            return {Mark::letter, 1};
        return {std::string_view(",;/|&+\n\r").find(folded[at]) != std::string_view::npos ? Mark::breaks : Mark::space,
                1};
    }
    // General punctuation (U+2000 to U+203F): marks without width join, everything else separates.
    if (folded.substr(at).starts_with("\xE2\x80") && folded.size() > at + 2) {
        const auto last = static_cast<unsigned char>(folded[at + 2]);
        return {last >= 0x8B && last <= 0x8F ? Mark::nothing : Mark::space, 3};
    }
    for (const std::string_view mark : {"\u3001", "\u060C", "\u30FB", "\u00B7", "\u2022"})
        if (folded.substr(at).starts_with(mark))
            return {Mark::breaks, mark.size()};
    return {Mark::letter, 1};
}

std::vector<Word> wordsOf(std::string_view text)
{
    const std::string folded = foldForSearch(text);
    std::vector<Word> words;
    bool open = false;
    int part = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const auto [mark, bytes] = markAt(folded, at);
        if (mark == Mark::letter) {
            if (!open)
                words.push_back({{}, part});
            words.back().text.append(folded, at, bytes);
            open = true;
        } else if (mark != Mark::nothing) {
            open = false;
            part += mark == Mark::breaks ? 1 : 0;
        }
        at += bytes;
    }
    return words;
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

std::string keyOf(std::string_view text)
{
    const std::vector<Word> words = wordsOf(text);
    return keyOf(words, 0, words.size());
}

bool isAddress(std::string_view text)
{
    const std::string_view address = trimmed(text);
    const std::size_t at = address.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
           address.find_first_of(" \t\n") == std::string_view::npos;
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
    int number = 0;
    for (const Person& person : people) {
        ++number;
        for (const std::string& text : {person.name, person.email}) {
            std::string key = keyOf(text);
            if (key.empty())
                continue;
            SaidName said{person.name, person.consent, number};
            const auto [found, isNew] = m_names.emplace(std::move(key), said);
            if (!isNew && strictness(person.consent) > strictness(found->second.consent))
                found->second = std::move(said);
        }
    }
}

std::vector<SaidName> NameFinder::whole(std::string_view text) const
{
    const auto found = m_names.find(keyOf(text));
    return found == m_names.end() ? std::vector<SaidName>{} : std::vector<SaidName>{found->second};
}

std::vector<SaidName> NameFinder::within(std::string_view text) const
{
    std::vector<SaidName> said = whole(text);
    if (!said.empty())
        return said;
    const std::vector<Word> words = wordsOf(text);
    const auto standsAlone = [&words](std::size_t from, std::size_t count) {
        const int part = words[from].part;
        return words[from + count - 1].part == part && (from == 0 || words[from - 1].part != part) &&
               (from + count == words.size() || words[from + count].part != part);
    };
    for (std::size_t from = 0; from < words.size();) {
        std::size_t taken = 1;
        for (std::size_t count = std::min(kMostWords, words.size() - from); count > 0; --count) {
            if (count == 1 && !standsAlone(from, 1))
                continue;
            const auto found = m_names.find(keyOf(words, from, count));
            if (found == m_names.end())
                continue;
            if (std::find(said.begin(), said.end(), found->second) == said.end())
                said.push_back(found->second);
            taken = count;
            break;
        }
        from += taken;
    }
    return said;
}

std::vector<SaidName> namesSaid(const NameFinder& finder, std::string_view field, std::string_view value)
{
    if (value.empty() || field == "level" || field == "kind")
        return {};
    std::vector<SaidName> said = field == "organization" ? finder.whole(value) : finder.within(value);
    if (said.empty() && isAddress(value))
        said.push_back({std::string(value), ShowConsent::unset, 0});
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
        ++values;
        people += count;
        names += isName ? 1 : 0;
        named += isName ? count : 0;
    }
    return names > 0 && (names * 2 > values || named * 2 > people);
}

} // namespace weavemap::actions
