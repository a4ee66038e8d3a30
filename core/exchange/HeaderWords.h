// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/exchange/ReadOptions.h"

namespace weavemap::exchange {

/// A header as it is compared: folded, without brackets and what stands in them, single spaces for punctuation.
std::string plainHeader(std::string_view header);

/// The field a header names, and how sure: 0 is the surest word of the field.
struct HeaderMatch
{
    Field field = Field::name;
    std::size_t rank = 0;
};

/// Words of seven languages (English, German, French, Spanish, Dutch, Italian, Portuguese).
std::optional<HeaderMatch> matchHeader(std::string_view header, bool asTies);

/// "Total", "Summe", ...: the first cell of a line that sums up.
bool isTotalWord(std::string_view cell);

} // namespace weavemap::exchange
