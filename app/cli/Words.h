// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include <QString>

namespace weavemap::cli {

/// A sentence of the terminal program in the user's language.
QString text(const char* english);
/// The same about a number, which fills %n: English in both forms, other languages in all of theirs.
QString counted(const char* one, const char* many, std::size_t n);
/// Bytes from outside as text for a sentence: what would begin another line, or steer the terminal, is a space.
QString shown(std::string_view bytes);
/// The same in quotes.
QString inQuotes(std::string_view bytes);

} // namespace weavemap::cli
