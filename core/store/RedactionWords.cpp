// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RedactionWords.h"

#include <cstdint>

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

bool isFormat(UChar32 character) { return u_charType(character) == U_FORMAT_CHAR; }

} // namespace

WordPart wordPartOf(UChar32 character)
{
    constexpr UChar32 kZeroWidthSpace = 0x200B, kFirstVowelJamo = 0x1160, kLastJamo = 0x11FF;
    if (character < 0x80)
        return character >= 0 && u_isalnum(character) ? WordPart::letter : WordPart::none;
    if (character == kZeroWidthSpace)
        return WordPart::none;
    if ((U_GET_GC_MASK(character) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0 ||
        (character >= kFirstVowelJamo && character <= kLastJamo))
        return WordPart::attached;
    if (!u_isalnum(character))
        return WordPart::none;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(character, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
        return WordPart::alone;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return WordPart::unmarked;
    default:
        return WordPart::letter;
    }
}

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

bool isComma(UChar32 character)
{
    return character == ',' || character == 0x060C || character == 0x3001 || character == 0xFF0C;
}

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

bool WordScan::next()
{
    while (m_at < m_text.size()) {
        m_begin = m_at;
        const UChar32 first = nextCharacter(m_text, m_at);
        const WordPart part = wordPartOf(first);
        if (part == WordPart::none || part == WordPart::attached)
            continue;
        m_folded.clear();
        m_letters = 0;
        m_beginsSmall = u_islower(first);
        m_isCapital = u_isupper(first) || u_istitle(first);
        m_isAlone = part != WordPart::letter;
        add(first, part);
        readOn(part);
        return true;
    }
    return false;
}

void WordScan::readOn(WordPart of)
{
    while (m_at < m_text.size()) {
        std::size_t after = m_at;
        const UChar32 character = nextCharacter(m_text, after);
        const WordPart part = wordPartOf(character);
        if (part != WordPart::attached && (of != WordPart::letter || part != WordPart::letter))
            return;
        add(character, part == WordPart::attached && of == WordPart::unmarked ? of : part);
        m_at = after;
    }
}

void WordScan::add(UChar32 character, WordPart part)
{
    m_letters += part == WordPart::attached ? 0 : 1;
    if (character < 0x80) {
        m_folded += static_cast<char>(u_tolower(character));
    } else if (part == WordPart::unmarked) {
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

} // namespace weavemap::store
