// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <unicode/umachine.h>

namespace weavemap::store {

/// The character at `at`, which moves past it; negative for bytes that are not UTF-8.
UChar32 nextCharacter(std::string_view text, std::size_t& at);

bool isComma(UChar32 character);

/// Whether this may stand between two words of one name. A full stop may after an initial, or with no space beside it
/// ("ana.ruiz@"): otherwise it ends a sentence.
bool isUsualGap(std::string_view gap, bool isAfterInitial);

/// One comma, and space.
bool isCommaGap(std::string_view gap);

/// What a character is to the words of a name: the one table of scripts and marks for whoever looks for names.
enum class WordPart {
    none,     ///< stands between words
    letter,   ///< makes a word with its like
    alone,    ///< a word by itself: scripts without a space between words
    unmarked, ///< the same, of a script whose marks are vowels: they count
    attached, ///< belongs to the letter before it
};
WordPart wordPartOf(UChar32 character);

/// Goes through a text word by word. Holds a view of the text.
class WordScan
{
public:
    explicit WordScan(std::string_view text, std::size_t from = 0) : m_text(text), m_at(from) {}

    bool next(); ///< false behind the last word

    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_at; }
    std::string_view written() const { return m_text.substr(m_begin, m_at - m_begin); }
    const std::string& folded() const { return m_folded; } ///< without case and accents
    bool beginsSmall() const { return m_beginsSmall; }
    bool isCapital() const { return m_isCapital; } ///< its first letter
    bool isAlone() const { return m_isAlone; }
    bool isInitial() const { return m_letters == 1 && !m_isAlone; }

private:
    void readOn(WordPart of);
    void add(UChar32 character, WordPart part);

    std::string_view m_text;
    std::size_t m_at = 0, m_begin = 0;
    std::string m_folded;
    int m_letters = 0;
    bool m_beginsSmall = false, m_isCapital = false, m_isAlone = false;
    std::unordered_map<UChar32, std::optional<std::string>> m_known; ///< folding asks ICU; once for each letter
};

} // namespace weavemap::store
