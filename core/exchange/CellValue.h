// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"

namespace weavemap::exchange {

/// A finite number; white space around it is allowed. A comma is read as the decimal sign where `delimiter` is a
/// semicolon, elsewhere only where it cannot separate thousands ("4,0" but not "4,000"). Error: `badNumber`.
Result<double> parseNumber(std::string_view cell, char delimiter);

/// The weight of a tie: an empty cell is 1. Errors: `badNumber`, `outOfRange` for 0 and less.
Result<double> parseWeight(std::string_view cell, char delimiter);

/// 0 to 4; nothing for an empty cell. Errors: `badNumber`, `outOfRange`.
Result<std::optional<TieDepth>> parseDepth(std::string_view cell);

/// A level of engagement as lists in English, German, French and Spanish write it; `unknown` for an empty cell. Error:
/// `outOfRange`.
Result<EngagementLevel> parseLevel(std::string_view cell);

/// How often two people are in touch, in English, German, French and Spanish; what lies between two of the domain's
/// steps is the rarer one ("fortnightly" is monthly), more than weekly is weekly. `unknown` for an empty cell and for
/// "not said". Error: `outOfRange`.
Result<TieContact> parseContact(std::string_view cell);

/// Which of the first two numbers of 3/4/2025 is the day.
enum class DateOrder { unknown, dayFirst, monthFirst };

/// What the dates of one column agree on; `unknown` where none tells or they disagree.
DateOrder dateOrderOf(std::span<const std::string_view> cells);

/// 2025-03-31, 31.3.2025, and 31/3/2025 in the order given; a time behind the date is left out. Error: `badDate`, also
/// for a date with slashes of unknown order.
Result<Date> parseLooseDate(std::string_view cell, DateOrder order);

/// The day on which something began.
struct Beginning
{
    Date date;
    bool isDay = true; ///< false: the cell names a month or a year, whose first day this is
};

/// A date as `parseLooseDate` reads it, or 2019, 2019-03, 3/2019 and the like of the years 1900 to 2099. Error:
/// `badDate`.
Result<Beginning> parseBeginning(std::string_view cell, DateOrder order);

} // namespace weavemap::exchange
