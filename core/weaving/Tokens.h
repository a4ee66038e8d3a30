// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/weaving/Note.h"

namespace weavemap::weaving {

enum class TokenKind { word, number, comma, stop, colon, dash, open, close, quote, joiner, topic, other };

/// A word or a sign of the note. Contractions come as two tokens ("she'll": she, 'll), abbreviations spelled out ("w/":
/// with), so that rules need one spelling.
struct Token
{
    TextSpan span;
    std::string word; ///< folded; "not" for n't; a #topic without its sign, as written
    TokenKind kind = TokenKind::other;
    char mark = '\0'; ///< '@', '!' or '+' directly before the word
    bool isCapital = false;
    bool isTail = false;     ///< the second half of a contraction
    bool startsLine = false; ///< nothing but space before it on its line
    bool isQuoted = false;   ///< between quotation marks
    bool is(std::string_view other) const { return word == other; }
};

/// Linear in the text. Anything that is no letter, digit or known sign becomes `other` or parts words.
std::vector<Token> tokensOf(std::string_view text);

} // namespace weavemap::weaving
