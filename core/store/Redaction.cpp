// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Redaction.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace weavemap::store {

namespace {

bool isWordCharacter(UChar32 character)
{
    return character >= 0 &&
           (u_isalnum(character) != 0 || u_charType(character) == U_NON_SPACING_MARK || character == '_');
}

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The character whose bytes are [from, to).
UChar32 characterIn(std::string_view text, std::size_t from, std::size_t to)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data() + from, static_cast<std::int32_t>(to - from)))
        .char32At(0);
}

bool wordEndsAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return true;
    std::size_t next = at + 1;
    while (next < text.size() && isContinuation(text[next]))
        ++next;
    return !isWordCharacter(characterIn(text, at, next));
}

bool wordStartsAt(std::string_view text, std::size_t at)
{
    if (at == 0)
        return true;
    std::size_t before = at - 1;
    while (before > 0 && isContinuation(text[before]))
        --before;
    return !isWordCharacter(characterIn(text, before, at));
}

} // namespace

std::string withoutName(std::string_view text, std::string_view name)
{
    std::string result;
    std::size_t copied = 0;
    if (name.empty())
        return std::string(text);
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at)) {
        if (wordStartsAt(text, at) && wordEndsAt(text, at + name.size())) {
            result.append(text.substr(copied, at - copied)).append("\xE2\x80\xA6");
            copied = at + name.size();
        }
        at += name.size();
    }
    return result.append(text.substr(copied));
}

} // namespace weavemap::store
