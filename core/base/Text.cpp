// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"

#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

// ICU's U8_ macros expand to old-style casts and narrowing that cannot be written otherwise.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#endif

namespace weavemap {

namespace {

/// Letters of names that Unicode does not take apart, as people without such a key type them; null: the letter stays.
const char16_t* plainLetter(UChar32 letter)
{
    switch (letter) {
    case 0x00E6:
        return u"ae";
    case 0x00F0:
    case 0x0111:
        return u"d";
    case 0x00F8:
        return u"o";
    case 0x00FE:
        return u"th";
    case 0x0127:
        return u"h";
    case 0x0131:
        return u"i";
    case 0x0142:
        return u"l";
    case 0x0153:
        return u"oe";
    default:
        return nullptr;
    }
}

const std::uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

} // namespace

std::string foldForSearch(std::string_view utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
    if (U_FAILURE(status))
        return std::string(utf8);
    const icu::UnicodeString decomposed = nfkd->normalize(source, status);
    icu::UnicodeString folded;
    for (int at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 letter = decomposed.char32At(at);
        if (u_charType(letter) != U_NON_SPACING_MARK)
            folded.append(letter);
    }
    folded.foldCase();
    icu::UnicodeString plain;
    for (int at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const UChar32 letter = folded.char32At(at);
        if (const char16_t* letters = plainLetter(letter))
            plain.append(letters, -1);
        else
            plain.append(letter);
    }
    std::string result;
    plain.toUTF8String(result);
    return result;
}

bool isValidUtf8(std::string_view bytes)
{
    const auto length = static_cast<std::int32_t>(bytes.size());
    std::int32_t at = 0;
    while (at < length) {
        UChar32 letter = 0;
        U8_NEXT(bytesOf(bytes), at, length, letter);
        if (letter < 0)
            return false;
    }
    return true;
}

std::string_view trimmed(std::string_view utf8)
{
    const auto length = static_cast<std::int32_t>(utf8.size());
    std::int32_t begin = 0;
    while (begin < length) {
        std::int32_t next = begin;
        UChar32 letter = 0;
        U8_NEXT(bytesOf(utf8), next, length, letter);
        if (letter < 0 || !u_isUWhiteSpace(letter))
            break;
        begin = next;
    }
    std::int32_t end = length;
    while (end > begin) {
        std::int32_t before = end;
        UChar32 letter = 0;
        U8_PREV(bytesOf(utf8), begin, before, letter);
        if (letter < 0 || !u_isUWhiteSpace(letter))
            break;
        end = before;
    }
    return utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

std::string initialsOf(std::string_view name)
{
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
    icu::UnicodeString first;
    icu::UnicodeString last;
    bool atStart = true;
    for (int at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 letter = text.char32At(at);
        if (u_isUWhiteSpace(letter)) {
            atStart = true;
        } else if (atStart && u_isalnum(letter)) {
            (first.isEmpty() ? first : last).setTo(letter);
            atStart = false;
        }
    }
    std::string result;
    first.append(last).toUpper().toUTF8String(result);
    return result;
}

} // namespace weavemap
