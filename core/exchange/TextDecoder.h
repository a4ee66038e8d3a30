// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace weavemap::exchange {

/// Text as UTF-8 without a byte order mark, and where it came from.
struct DecodedText
{
    std::string text;
    std::string encoding; ///< ICU's canonical name: "UTF-8", "UTF-16LE", "windows-1252", "macintosh", ...
    bool sure = true;     ///< false: a guess, since the bytes do not tell
};

/// Bytes to UTF-8: byte order mark, then strict UTF-8, then UTF-16 without a mark, then a guess (Windows-1252 unless
/// the bytes say otherwise; Mac Roman where lines end with CR alone). `encoding` overrides all of this. Errors:
/// `fileEmpty`, `notText` (a picture, an archive, NUL bytes), `badEncoding` (not valid in the encoding given, or no
/// such encoding); `path` is their argument. O(n).
Result<DecodedText> decodeText(std::string bytes, std::string_view encoding, const std::string& path);

/// Whether bytes are a known binary format or hold control characters that no text has.
bool looksBinary(std::string_view bytes);

} // namespace weavemap::exchange
