// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/WordPattern.h"

#include <algorithm>

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostGap = 8;  ///< words of a gap
constexpr std::size_t kMostSkip = 4; ///< "her colleague", "a", "mostly" before a name

using Part = PatternElement::Part;

bool holds(const std::vector<std::string>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Matcher
{
public:
    Matcher(const Reading& reading, const WordPattern& pattern, std::size_t last)
        : m_in(reading), m_pattern(pattern), m_last(std::min(last, reading.clauses.last))
    {}

    PatternMatch match(std::size_t element, std::size_t i) const
    {
        if (element == m_pattern.size())
            return {nullptr, i, 0, 0, true};
        const PatternElement& part = m_pattern[element];
        switch (part.part) {
        case Part::person:
            return matchPerson(element, personAt(m_in, i));
        case Part::owner: {
            const Entity* owner = m_in.clauses.entityAt(i);
            const bool owns = owner != nullptr && owner->isPossessive && !owner->isPronoun;
            return owns ? matchPerson(element, owner, 1) : PatternMatch{};
        }
        case Part::gap:
            return matchGap(element, i);
        case Part::number:
            return i < m_last && m_in.at(i).kind == TokenKind::number ? match(element + 1, i + 1) : PatternMatch{};
        case Part::words:
        case Part::optional:
        case Part::lemma:
            break;
        }
        return matchWord(element, i);
    }

private:
    PatternMatch matchPerson(std::size_t element, const Entity* person, std::size_t sign = 0) const
    {
        if (person == nullptr)
            return {};
        PatternMatch rest = match(element + 1, person->last + sign);
        rest.person = person;
        return rest;
    }

    PatternMatch matchGap(std::size_t element, std::size_t i) const
    {
        for (std::size_t k = i; k < i + kMostGap && k < m_last; ++k) {
            if (k > i) {
                PatternMatch rest = match(element + 1, k);
                if (rest.holds) {
                    rest.gapFirst = i;
                    rest.gapLast = k;
                    return rest;
                }
            }
            const TokenKind kind = m_in.at(k).kind;
            const Entity* entity = m_in.clauses.entityAt(k);
            const bool isSomebody = entity != nullptr && (entity->kind != EntityKind::unknown || entity->isPronoun);
            const bool isApostrophe = m_in.at(k).is("'") || m_in.at(k).is("\xE2\x80\x99"); // "a parents' podcast"
            if (isSomebody ||
                (!isApostrophe && kind != TokenKind::word && kind != TokenKind::number && kind != TokenKind::topic))
                return {};
        }
        return {};
    }

    bool fits(const PatternElement& part, std::size_t i) const
    {
        if (part.part != Part::lemma)
            return holds(part.words, m_in.at(i).word);
        return m_in.at(i).kind == TokenKind::word && holds(part.words, verbOf(m_in.at(i).word).lemma);
    }

    PatternMatch matchWord(std::size_t element, std::size_t i) const
    {
        const PatternElement& part = m_pattern[element];
        std::size_t k = i;
        while (k < m_last && isAdverbAt(m_in, k) && !fits(part, k))
            ++k;
        if (k < m_last && fits(part, k)) {
            const PatternMatch rest = match(element + 1, k + 1);
            if (rest.holds || part.part != Part::optional)
                return rest;
        }
        return part.part == Part::optional ? match(element + 1, i) : PatternMatch{};
    }

    const Reading& m_in;
    const WordPattern& m_pattern;
    std::size_t m_last;
};

PatternElement elementOf(std::string_view part)
{
    PatternElement element;
    if (part == "O" || part == "P" || part == "N" || part == "~") {
        element.part = part == "O" ? Part::person : part == "P" ? Part::owner : part == "N" ? Part::number : Part::gap;
        return element;
    }
    if (part.starts_with('?') || part.starts_with('=')) {
        element.part = part.front() == '?' ? Part::optional : Part::lemma;
        part.remove_prefix(1);
    }
    for (std::size_t from = 0; from < part.size();) {
        const std::size_t bar = std::min(part.find('|', from), part.size());
        element.words.emplace_back(part.substr(from, bar - from));
        from = bar + 1;
    }
    return element;
}

} // namespace

WordPattern wordPattern(std::string_view written)
{
    WordPattern pattern;
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t end = std::min(written.find(' ', at), written.size());
        pattern.push_back(elementOf(written.substr(at, end - at)));
        at = end + 1;
    }
    return pattern;
}

PatternMatch matchAt(const Reading& reading, const WordPattern& pattern, std::size_t i, std::size_t last)
{
    return Matcher(reading, pattern, last).match(0, i);
}

bool mayStart(const Reading& reading, const WordPattern& pattern, std::size_t i, std::string_view lemma)
{
    const PatternElement& first = pattern.front();
    return first.part == Part::words   ? holds(first.words, reading.at(i).word)
           : first.part == Part::lemma ? holds(first.words, lemma)
                                       : true;
}

bool isAdverbAt(const Reading& reading, std::size_t i)
{
    return reading.isWord(i) && (isA(WordClass::adverb, reading.at(i).word) || reading.at(i).word.ends_with("ly")) &&
           !reading.at(i).is("together");
}

const Entity* personAt(const Reading& reading, std::size_t i)
{
    for (std::size_t k = i; k < i + kMostSkip && k < reading.clauses.last; ++k) {
        if (const Entity* entity = reading.clauses.entityAt(k))
            return entity->isPossessive ? nullptr : entity;
        const std::string& word = reading.at(k).word;
        const bool skips =
            isAdverbAt(reading, k) ||
            (reading.isWord(k) && (isA(WordClass::determiner, word) || isA(WordClass::role, word) || word == "other" ||
                                   word == "new" || word == "old" || word == "fellow" || word == "up"));
        if (!skips)
            return nullptr;
    }
    return nullptr;
}

} // namespace weavemap::weaving
