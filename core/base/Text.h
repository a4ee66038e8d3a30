// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weavemap {

/// Text without case and accents, for finding and comparing names: "Lucía Ōtepoti" becomes "lucia otepoti" (Unicode
/// NFKD, marks removed, case folded; ø, ł, đ, æ and their like as o, l, d, ae). Bytes that are not UTF-8 come out as
/// U+FFFD.
std::string foldForSearch(std::string_view utf8);

/// Whether the bytes are well-formed UTF-8.
bool isValidUtf8(std::string_view bytes);

/// Without white space at either end (Unicode white space, the no-break space included).
std::string_view trimmed(std::string_view utf8);

/// The initials of a name, at most two: "Ana María Ruiz" gives "AR"; one word gives one letter.
std::string initialsOf(std::string_view name);

} // namespace weavemap
